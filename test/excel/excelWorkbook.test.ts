import { excelWorkbook } from "../../src/excel/excelWorkbook";
import { modelSheet } from "../../src/sheets/model/modelSheet";
import { installExcel, officeError, removeExcel } from "./recordedExcel";

afterEach(removeExcel);

const corners = (rowIndex: number, columnIndex: number, rowCount: number, columnCount: number) => ({ rowIndex, columnIndex, rowCount, columnCount, load: () => undefined, isNullObject: false });
const table = (name: string, range: ReturnType<typeof corners>) => ({ name, showHeaders: true, showTotals: false, getRange: () => range });
const selectionAnswers = (tables: readonly unknown[], areas = [corners(2, 0, 1, 1)]) => ({
  "workbook.getSelectedRanges().areas.items": areas,
  "workbook.worksheets.getActiveWorksheet().name": "Accounts",
  "workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true)": corners(0, 0, 241, 9),
  "workbook.worksheets.getActiveWorksheet().tables.items": tables,
});
const workbook = () => excelWorkbook(Promise.resolve());

test("the selection comes with the used cells and the table it touches, in two requests", async () => {
  const { syncs } = installExcel(selectionAnswers([table("Other", corners(300, 0, 5, 2)), table("Accounts", corners(0, 0, 241, 9))]));
  expect(await workbook().selection()).toEqual({
    sheetName: "Accounts",
    areas: [{ row: 2, column: 0, rowCount: 1, columnCount: 1 }],
    used: { row: 0, column: 0, rowCount: 241, columnCount: 9 },
    table: { name: "Accounts", area: { row: 0, column: 0, rowCount: 241, columnCount: 9 }, hasHeader: true, hasTotals: false },
  });
  expect(syncs()).toBe(2);
});

test("a cell beside a table means the table's row, unless it lies in another table", async () => {
  const left = table("Left", corners(0, 0, 100, 3));
  const right = table("Right", corners(0, 5, 100, 3));
  installExcel(selectionAnswers([left, right], [corners(4, 12, 1, 1)]));
  expect((await workbook().selection()).table?.name).toBe("Left");
  installExcel(selectionAnswers([left, right], [corners(4, 6, 1, 1)]));
  expect((await workbook().selection()).table?.name).toBe("Right");
});

test("an empty sheet has no used cells", async () => {
  installExcel({ ...selectionAnswers([]), "workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true)": { isNullObject: true, load: () => undefined } });
  const selection = await workbook().selection();
  expect([selection.used, selection.table]).toEqual([undefined, undefined]);
});

test("a selected chart is told from cells", async () => {
  installExcel({ "sync 1": officeError("InvalidSelection") });
  await expect(workbook().selection()).rejects.toMatchObject({ code: "selectionNotCells", nextStep: "Click a cell in a row of your account list, then try again." });
});

test("batches wait for a cell that is being edited", async () => {
  const { runOptions } = installExcel(selectionAnswers([]));
  await workbook().selection();
  expect(runOptions).toEqual([{ delayForCellEdit: true }]);
});

test("an Excel without the needed functions, and a page outside Excel, say so", async () => {
  installExcel({}, () => false);
  await expect(workbook().selection()).rejects.toMatchObject({ code: "excelTooOld", message: "This Excel is too old for KAM Planner." });
  removeExcel();
  await expect(workbook().selection()).rejects.toMatchObject({ code: "notInExcel", message: "This page is not open inside Excel." });
});

const rangePath = (row: number, rowCount: number, columnCount = 10) => `workbook.worksheets.getItem(Accounts).getRangeByIndexes(${row},0,${rowCount},${columnCount})`;
const block = (rowCount: number, word: string) => Array.from({ length: rowCount }, () => Array<string>(10).fill(word));

test("large areas are read in parts and put together in order", async () => {
  // 20,000 cells a request: 2,000 rows of ten.
  const { syncs } = installExcel({ [`${rangePath(0, 2000)}.values`]: block(2000, "a"), [`${rangePath(2000, 1)}.values`]: block(1, "b") });
  const { values } = await workbook().values("Accounts", { row: 0, column: 0, rowCount: 2001, columnCount: 10 });
  expect([values.length, values[0]?.[0], values[2000]?.[0]]).toEqual([2001, "a", "b"]);
  expect(syncs()).toBe(2);
});

test("a part Excel finds too large is halved until it goes through", async () => {
  installExcel({ "sync 1": officeError("ResponsePayloadSizeLimitExceeded"), [`${rangePath(0, 2)}.values`]: block(2, "a"), [`${rangePath(2, 1)}.values`]: block(1, "b") });
  const { values } = await workbook().values("Accounts", { row: 0, column: 0, rowCount: 3, columnCount: 10 });
  expect(values.map((row) => row[0])).toEqual(["a", "a", "b"]);
});

test("another failure of a part is not repeated", async () => {
  const { syncs } = installExcel({ "sync 1": officeError("ItemNotFound") });
  await expect(workbook().values("Accounts", { row: 0, column: 0, rowCount: 3, columnCount: 10 })).rejects.toMatchObject({ code: "sheetGone" });
  expect(syncs()).toBe(1);
});

test("rows are asked one by one only when some are hidden and some are not", async () => {
  installExcel({ [`${rangePath(1, 3, 1)}.rowHidden`]: false });
  expect(await workbook().hiddenRows("Accounts", { row: 1, column: 0, rowCount: 3, columnCount: 1 })).toEqual([false, false, false]);
  installExcel({
    [`${rangePath(1, 3, 1)}.rowHidden`]: null,
    [`${rangePath(1, 3, 1)}.getRowProperties({"rowHidden":true})`]: { value: [{ rowHidden: false }, { rowHidden: true }, { rowHidden: false }] },
  });
  expect(await workbook().hiddenRows("Accounts", { row: 1, column: 0, rowCount: 3, columnCount: 1 })).toEqual([false, true, false]);
});

test("plans are found by the name of their key cell, in three requests however many sheets there are", async () => {
  const none = { isNullObject: true, load: () => undefined };
  const sheet = (name: string, key?: unknown, formula = `='${name}'!$B$5`, former = false) => ({
    id: `id ${name}`,
    name,
    names: { getItemOrNullObject: (asked: string) => ((asked === "KAM_Key" && key !== undefined) || (asked === "KAM_Former" && former) ? { isNullObject: false, formula, load: () => undefined } : none) },
    getRange: (address: string) => ({ values: [[address === "B5" ? key : "another cell"]], load: () => undefined }),
  });
  const sheets = [sheet("Accounts"), sheet("Acme", "A1"), sheet("Bolt", 1003), sheet("Emptied", ""), sheet("Cell deleted", "A2", "=#REF!"), sheet("Old", "A1", undefined, true)];
  const { syncs } = installExcel({ "workbook.worksheets.items": sheets });
  const keyCell = { row: 4, column: 1, rowCount: 1, columnCount: 1 };
  expect(await workbook().sheets()).toEqual([
    { id: "id Accounts", name: "Accounts" },
    { id: "id Acme", name: "Acme", planKey: "A1", keyCell },
    { id: "id Bolt", name: "Bolt", planKey: 1003, keyCell },
    { id: "id Emptied", name: "Emptied", keyCell },
    { id: "id Cell deleted", name: "Cell deleted" },
    { id: "id Old", name: "Old", planKey: "A1", keyCell, isFormer: true },
  ]);
  expect(syncs()).toBe(3);
});

test("the template is known by its mark, whatever it is called", async () => {
  const sheet = (name: string) => ({ id: name, name, names: { getItemOrNullObject: () => ({ isNullObject: true, load: () => undefined }) } });
  const mark = (formula: string) => ({ "workbook.worksheets.items": ["Our '26 form", "KAM Plan Template", "Plain"].map(sheet), "workbook.names.getItemOrNullObject(KAM_PlanTemplate)": { isNullObject: false, formula, load: () => undefined } });
  const marked = async (formula: string) => {
    installExcel(mark(formula));
    return (await workbook().sheets()).filter((one) => one.isTemplate).map(({ name }) => name);
  };
  expect(await marked("='Our ''26 form'!$B$5")).toEqual(["Our '26 form"]);
  expect(await marked("=plain!$B$5")).toEqual(["Plain"]);
  expect(await marked("=#REF!")).toEqual([]);
});

const free = { isNullObject: true, load: () => undefined };
const addAnswers = { "workbook.worksheets.add(KAM Model).id": "{1}", "workbook.worksheets.add(KAM Model).name": "KAM Model", "workbook.worksheets.getItemOrNullObject(KAM Model)": free };

test("a sheet is added with its name and everything on it in one request, after one that reads whether the name is free", async () => {
  const { syncs, recorded } = installExcel(addAnswers);
  expect(await workbook().addSheet(modelSheet("KAM Model"))).toEqual({ id: "{1}", name: "KAM Model" });
  expect(syncs()).toBe(2);
  // Naming a sheet later would take the user's undo away.
  expect(recorded.filter(({ path }) => /worksheets\.\w+\([^)]*\)\.name$/.test(path))).toEqual([]);
  expect(recorded.some(({ path }) => path.includes("tables.add(B6:J7,true)"))).toBe(true);
});

test("a sheet that could not be filled is taken away again, and the first problem is told", async () => {
  const removed = jest.fn();
  let asked = 0;
  const sheet = { load: () => undefined, delete: removed, get isNullObject() { return asked++ === 0; } };
  installExcel({ ...addAnswers, "workbook.worksheets.getItemOrNullObject(KAM Model)": sheet, "sync 2": officeError("RequestPayloadSizeLimitExceeded") });
  await expect(workbook().addSheet(modelSheet("KAM Model"))).rejects.toMatchObject({ code: "tooLarge" });
  expect(removed).toHaveBeenCalledTimes(1);
});

test("a sheet of that name that was there before is never taken away", async () => {
  const removed = jest.fn();
  const { recorded } = installExcel({ ...addAnswers, "workbook.worksheets.getItemOrNullObject(KAM Model)": { ...free, isNullObject: false, delete: removed } });
  await expect(workbook().addSheet(modelSheet("KAM Model"))).rejects.toMatchObject({ code: "nameTaken", message: 'A sheet named "KAM Model" has been added meanwhile.' });
  expect([removed.mock.calls, recorded.filter(({ path }) => path.includes("worksheets.add"))]).toEqual([[], []]);
});

test("a workbook whose protection forbids new sheets is told from a protected sheet", async () => {
  const { recorded } = installExcel({ ...addAnswers, "sync 2": officeError("AccessDenied") });
  await expect(workbook().addSheet(modelSheet("KAM Model"))).rejects.toMatchObject({ code: "protectedWorkbook", message: "The workbook's structure is protected, so no sheet can be added." });
  expect(recorded.some(({ path }) => path.includes("delete"))).toBe(false);
});

test("opening shows the sheet; removing passes over sheets that are gone", async () => {
  const { recorded } = installExcel({ "workbook.worksheets.getItemOrNullObject(gone).isNullObject": true });
  await workbook().openSheet("x");
  expect(recorded.map(({ path }) => path)).toEqual(expect.arrayContaining(["workbook.worksheets.getItem(x).activate()", "workbook.worksheets.getItem(x).getRange(A1).select()"]));
  expect(await workbook().removeSheets(["gone", "there"])).toBe(1);
});

test.each([
  ["Hidden", /Right-click any sheet's tab, choose Unhide/],
  ["VeryHidden", /Whoever hid it can show it again/],
])("a sheet that is %s is not opened; how it can be shown is said", async (visibility, step) => {
  const { recorded } = installExcel({ "workbook.worksheets.getItem(x).visibility": visibility, "workbook.worksheets.getItem(x).name": "Acme" });
  const refused = await workbook().openSheet("x").catch((thrown: unknown) => thrown);
  expect(refused).toMatchObject({ code: "sheetHidden", message: expect.stringContaining('The sheet "Acme" is hidden'), nextStep: expect.stringMatching(step) });
  expect(recorded.filter(({ path }) => path.includes("activate"))).toEqual([]);
});

test("a table's first column is read as text; a missing table is no error", async () => {
  installExcel({ "workbook.tables.getItemOrNullObject(KAM_Settings).columns.getItemAt(0).getDataBodyRange().values": [["Horizon"], [7]] });
  expect(await workbook().tableRowNames("KAM_Settings")).toEqual(["Horizon", "7"]);
  installExcel({ "workbook.tables.getItemOrNullObject(KAM_Settings).isNullObject": true });
  expect(await workbook().tableRowNames("KAM_Settings")).toBeUndefined();
});
