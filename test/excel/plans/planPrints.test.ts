import { excelRun } from "../../../src/excel/excelRun";
import { excelPlanStore } from "../../../src/excel/plans/excelPlanStore";
import { installExcel, removeExcel } from "../recordedExcel";

afterEach(removeExcel);

const store = () => excelPlanStore(excelRun(Promise.resolve()));
const SHEET = "workbook.worksheets.getItem({p})";
const line = (rowHeight: number, rowHidden = false) => ({ rowHidden, format: { rowHeight } });
const plan = (change: Readonly<Record<string, unknown>> = {}) => ({
  [`${SHEET}.pageLayout.orientation`]: "Landscape",
  [`${SHEET}.pageLayout.paperSize`]: "A4",
  [`${SHEET}.pageLayout.topMargin`]: 22,
  [`${SHEET}.pageLayout.bottomMargin`]: 32,
  [`${SHEET}.pageLayout.zoom`]: { scale: 70 },
  [`${SHEET}.pageLayout.getPrintAreaOrNullObject().isNullObject`]: false,
  [`${SHEET}.pageLayout.getPrintAreaOrNullObject().areaCount`]: 1,
  [`${SHEET}.pageLayout.getPrintAreaOrNullObject().address`]: "'Acme & Co'!B1:S4",
  [`${SHEET}.pageLayout.getPrintTitleRowsOrNullObject().isNullObject`]: false,
  [`${SHEET}.pageLayout.getPrintTitleRowsOrNullObject().rowCount`]: 1,
  [`${SHEET}.horizontalPageBreaks.items`]: [{ getCellAfterBreak: () => ({ rowIndex: 2, load: () => undefined }) }],
  [`${SHEET}.names.items`]: [
    { name: "KAM_Wide_1", formula: "='Acme & Co'!$C$3:$I$4" },
    { name: "KAM_Key", formula: "='Acme & Co'!$B$5" },
  ],
  [`${SHEET}.getCell(2,2).values`]: [["a long text"]],
  [`${SHEET}.getRange(B1:S4).getRowProperties({"rowHidden":true,"format":{"rowHeight":true}}).value`]: [line(27), line(15), line(15, true), line(30)],
  ...change,
});

test("how a plan is printed is read in two requests", async () => {
  const { syncs } = installExcel(plan());
  expect(await store().prints(["{p}"])).toEqual([
    {
      id: "{p}",
      percent: 70,
      firstRow: 0,
      rows: { paper: "A4", topMargin: 22, bottomMargin: 32, heights: [27, 15, 0, 30], breaks: [2], titleRows: 1 },
      texts: [{ area: { row: 2, column: 2, rowCount: 2, columnCount: 7 }, text: "a long text" }],
    },
  ]);
  expect(syncs()).toBe(2);
});

test.each([
  ["in portrait", { [`${SHEET}.pageLayout.orientation`]: "Portrait" }],
  ["on other paper", { [`${SHEET}.pageLayout.paperSize`]: "A3" }],
  ["fitted to pages by Excel", { [`${SHEET}.pageLayout.zoom`]: { horizontalFitToPages: 1, verticalFitToPages: 1 } }],
  ["without a print area", { [`${SHEET}.pageLayout.getPrintAreaOrNullObject().isNullObject`]: true }],
  ["with a print area of two pieces", { [`${SHEET}.pageLayout.getPrintAreaOrNullObject().areaCount`]: 2 }],
])("a plan %s is left out: somebody wants it so", async (_, change) => {
  installExcel(plan(change));
  expect(await store().prints(["{p}"])).toEqual([]);
});

test("heights and scales of plans that are not protected are one request, after one that asks for protection", async () => {
  const { recorded, syncs } = installExcel({ [`${SHEET}.protection.protected`]: false });
  await store().changePrints([{ id: "{p}", heights: [{ row: 9, rowCount: 2, points: 60 }], percent: 64 }]);
  expect(recorded.filter((one) => "value" in one)).toEqual([
    { path: `${SHEET}.getRangeByIndexes(9,0,2,1).format.rowHeight`, value: 60 },
    { path: `${SHEET}.pageLayout.zoom`, value: { scale: 64 } },
  ]);
  expect(syncs()).toBe(2);
});

test("a locked plan is opened for it and protected again as it was", async () => {
  const { recorded } = installExcel({ [`${SHEET}.protection.protected`]: true, [`${SHEET}.protection.options`]: { allowFormatRows: true } });
  expect(await store().changePrints([{ id: "{p}", heights: [], percent: 64 }])).toEqual([]);
  const steps = recorded.map(({ path }) => path.replace(`${SHEET}.`, "")).filter((path) => /protect\(|zoom/.test(path));
  expect(steps).toEqual(["protection.unprotect()", "pageLayout.zoom", 'protection.protect({"allowFormatRows":true})']);
});
