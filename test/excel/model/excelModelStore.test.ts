import { excelModelStore } from "../../../src/excel/model/excelModelStore";
import { excelRun } from "../../../src/excel/excelRun";
import { MODEL_TABLES } from "../../../src/sheets/model/model";
import { installExcel, removeExcel } from "../recordedExcel";

afterEach(removeExcel);

const item = (name: string) => `workbook.tables.getItemOrNullObject(${name})`;
const NO_TABLES = Object.fromEntries(Object.values(MODEL_TABLES).map((name) => [`${item(name)}.isNullObject`, true]));
const store = () => excelModelStore(excelRun(Promise.resolve()), { addSheet: async () => ({ id: "1", name: "KAM Model" }) });

const withCriteria = (isProtected = false) => {
  const at = item("KAM_Criteria");
  return {
    ...NO_TABLES,
    [`${at}.isNullObject`]: false,
    [`${at}.showHeaders`]: true,
    [`${at}.worksheet.id`]: "{7}",
    [`${at}.worksheet.name`]: "KAM Model",
    [`${at}.worksheet.visibility`]: "VeryHidden",
    [`${at}.worksheet.protection.protected`]: isProtected,
    [`${at}.getHeaderRowRange().values`]: [["Criterion", "Weight"]],
    [`${at}.getHeaderRowRange().rowIndex`]: 5,
    [`${at}.getHeaderRowRange().columnIndex`]: 1,
    [`${at}.getDataBodyRange().values`]: [["Size", 3]],
    [`${at}.getDataBodyRange().formulas`]: [["Size", 3]],
    [`${at}.getDataBodyRange().rowCount`]: 1,
    [`${at}.getDataBodyRange().getRowsBelow(2).values`]: [["", ""], ["", ""]],
  };
};

test("the tables are read with their places and the state of their sheets in two requests", async () => {
  const { syncs } = installExcel(withCriteria());
  expect(await store().load()).toEqual({
    cells: { criteria: { sheetName: "KAM Model", block: { row: 5, column: 1, values: [["Criterion", "Weight"], ["Size", 3]] } } },
    sheets: [{ name: "KAM Model", visibility: "veryHidden", isProtected: false }],
  });
  expect(syncs()).toBe(2);
});

test("a workbook without a model has no tables", async () => {
  installExcel(NO_TABLES);
  expect(await store().load()).toEqual({ cells: {}, sheets: [] });
});

const change = { kind: "set", line: { table: "criteria", place: 0, name: "Size" }, header: "Weight", value: 5 } as const;

test("a change is written to its cell alone", async () => {
  const { recorded, syncs } = installExcel(withCriteria());
  await store().save([change]);
  expect(recorded.filter((entry) => "value" in entry)).toEqual([{ path: `${item("KAM_Criteria")}.getDataBodyRange().getCell(0,1).values`, value: [[5]] }]);
  expect(syncs()).toBe(3);
});

test.each([
  ["a protected sheet", withCriteria(true), { code: "protectedSheet", message: 'The sheet "KAM Model" is protected, so the model cannot be changed.' }],
  ["a table that is gone", NO_TABLES, { code: "sheetGone", message: "The table KAM_Criteria is gone." }],
])("nothing is written to %s", async (_what, answers, problem) => {
  const { recorded } = installExcel(answers);
  await expect(store().save([change])).rejects.toMatchObject(problem);
  expect(recorded.filter((entry) => "value" in entry)).toEqual([]);
});

test("one line that cannot be found keeps all changes from being written", async () => {
  const { recorded } = installExcel(withCriteria());
  await expect(store().save([change, { ...change, line: { ...change.line, name: "Gone" } }])).rejects.toMatchObject({ code: "modelChanged" });
  expect(recorded.filter((entry) => "value" in entry)).toEqual([]);
});
