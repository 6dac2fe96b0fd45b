import { excelRun } from "../../../src/excel/excelRun";
import { excelPlanStore } from "../../../src/excel/plans/excelPlanStore";
import type { NewPlan, PlanTemplate } from "../../../src/app/plans/planStore";
import { readArea } from "../../../src/sheets/a1";
import { installExcel, officeError, removeExcel } from "../recordedExcel";

afterEach(removeExcel);

const template: PlanTemplate = { id: "{t}", name: "KAM Plan Template", keyCell: readArea("B5"), rowCount: 100 };
const plan: NewPlan = { name: "Acme", key: "007", present: new Set(["accounts", "kam plan template", "kam plan template (2)"]) };
const COPY = "workbook.worksheets.getItem({t}).copy(End)";
const store = () => excelPlanStore(excelRun(Promise.resolve()));

test("a plan is one request: the copy, its name, its key as a text, and that it can be seen", async () => {
  const { recorded, syncs } = installExcel({ [`${COPY}.id`]: "{1}", [`${COPY}.name`]: "Acme" });
  expect(await store().copyTemplate(template, plan)).toEqual({ id: "{1}", name: "Acme" });
  expect(syncs()).toBe(1);
  expect(recorded.filter((one) => "value" in one)).toEqual([
    { path: `${COPY}.name`, value: "Acme" },
    { path: `${COPY}.visibility`, value: "Visible" },
    { path: `${COPY}.getRange(B5).formulas`, value: [["'007"]] },
  ]);
  expect(recorded.length).toBeLessThan(20);
});

test("a protected template is left protected, its copy is protected alike", async () => {
  const { recorded } = installExcel({ [`${COPY}.id`]: "{1}", [`${COPY}.name`]: "Acme" });
  await store().copyTemplate({ ...template, protection: { allowFormatCells: true } }, plan);
  const paths = recorded.map(({ path }) => path).filter((path) => path.includes("protection"));
  expect(paths).toEqual([`${COPY}.protection.unprotect()`, `${COPY}.protection.protect({"allowFormatCells":true})`]);
});

test("rows go in from the bottom, words are written in one block that leaves the other cells alone, the rest is listed below", async () => {
  const { recorded } = installExcel({ [`${COPY}.id`]: "{1}", [`${COPY}.name`]: "Acme" });
  const LEFT = { from: 0, to: 9 };
  const run = (first: number) => ({ run: { first, count: 4, span: LEFT }, extra: 2, columns: [LEFT] });
  const word = (row: number, column: number, content: string | number, isFormula = false) => ({ row, column, content, isFormula });
  await store().copyTemplate(template, {
    ...plan,
    words: { growing: [run(10), run(50)], placed: [word(4, 2, "=1+1"), word(5, 3, 7), word(4, 4, "=B1*2", true), word(700, 40, "far")], kept: [{ from: "B9", near: "Risk", content: "may merge", format: "@" }], taller: [{ row: 12, rowCount: 2, points: 49 }] },
  });
  const paths = recorded.map(({ path }) => path.replace(`${COPY}.`, ""));
  expect(paths.filter((path) => path.includes(".insert("))).toEqual(["getRange(54:55).insert(Down)", "getRange(14:15).insert(Down)"]);
  // Only the columns of the block that grows are repeated: a block beside it may end elsewhere.
  expect(paths.filter((path) => path.includes("copyFrom"))).toHaveLength(2);
  for (const [grown, last] of [[53, 52], [13, 12]]) {
    for (const row of [`getRangeByIndexes(${grown},0,2,10)`, `getRangeByIndexes(${last},0,1,10)`]) expect(paths).toContain(row);
  }
  const set = (path: string) => recorded.find((one) => one.path === `${COPY}.${path}`)?.value;
  expect(set("getRangeByIndexes(4,2,2,3).formulas")).toEqual([["'=1+1", null, "=B1*2"], [null, 7, null]]);
  expect(set("getRangeByIndexes(12,0,2,1).format.rowHeight")).toBe(49);
  expect(set("getRange(AO701).formulas")).toEqual([["'far"]]);
  expect(set("getRangeByIndexes(702,1,1,1).values")).toEqual([["Kept from the plan before the update"]]);
  expect(set("getRangeByIndexes(703,1,1,5).formulas")).toEqual([["'B9", "'Risk", "", "", "'may merge"]]);
  expect(paths.some((path) => path.startsWith("names.add(KAM_Kept"))).toBe(true);
});

test("what a failed request left is taken away, and nothing that was there before", async () => {
  const deleted: string[] = [];
  const sheet = (name: string) => ({ id: name, name, delete: () => deleted.push(name) });
  installExcel({ "sync 1": officeError("RequestPayloadSizeLimitExceeded"), "workbook.worksheets.items": ["Accounts", "KAM Plan Template", "KAM Plan Template (2)", "KAM Plan Template (3)", "Notes typed meanwhile"].map(sheet) });
  await expect(store().copyTemplate(template, plan)).rejects.toMatchObject({ code: "tooLarge" });
  expect(deleted).toEqual(["KAM Plan Template (3)"]);
});

test("a workbook that forbids new sheets is told from a template protected with a password", async () => {
  installExcel({ "sync 1": officeError("AccessDenied"), "workbook.worksheets.items": [] });
  await expect(store().copyTemplate(template, plan)).rejects.toMatchObject({ code: "protectedWorkbook", message: "The workbook's structure is protected, so no sheet can be added." });
  installExcel({ "sync 1": officeError("AccessDenied"), "workbook.worksheets.items": [] });
  await expect(store().copyTemplate({ ...template, protection: {} }, plan)).rejects.toMatchObject({ message: `The workbook's structure is protected, or the sheet "KAM Plan Template" is protected with a password.` });
});

test("a plan's cells are read from A1 on, with texts that look like formulas told from formulas", async () => {
  const used = { isNullObject: false, rowIndex: 1, columnIndex: 1, formulas: [["=1+1", "=SUM(1,2)", 5]], values: [["=1+1", 3, 5]], numberFormat: [["General", "0", "@"]], load: () => undefined };
  const names = { items: [{ name: "KAM_Key", formula: "='O''Neil!'!$B$5" }, { name: "KAM_In_Actions", formula: "=Acme!$B$9:$I$14" }, { name: "Gone", formula: "=Acme!#REF!" }], load: () => undefined };
  installExcel({ "workbook.worksheets.getItem(x).getUsedRangeOrNullObject(true)": used, "workbook.worksheets.getItem(x).names": names });
  const [content] = await store().contents(["x"]);
  expect(content?.cells).toEqual([[], ["", "=1+1", { formula: "=SUM(1,2)", value: 3 }, 5]]);
  expect([...content!.names]).toEqual([["KAM_Key", readArea("B5")], ["KAM_In_Actions", readArea("B9:I14")]]);
});
