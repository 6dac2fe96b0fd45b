import { addLine, lineAt, setCells, swapLines, TableForWriting } from "../../../src/excel/model/modelTableWriting";
import { recordedContext } from "../recordedExcel";

const HEADERS = ["Criterion", "Column", "Weight", "Mine", "Share"];

/** A table of criteria with these lines; the last column is computed. */
function tableOf(lines: readonly (readonly unknown[])[], hasRoom = true) {
  const { context, recorded } = recordedContext();
  const body = { values: lines, formulas: lines.map((line) => line.map((cell, c) => (c === 4 ? "=1" : cell))), rowCount: lines.length, rowIndex: 6, columnIndex: 1, getCell: (r: number, c: number) => recording(recorded, `cell(${r},${c})`) };
  const table = new TableForWriting("criteria", context.workbook.tables.getItem("KAM_Criteria"), HEADERS, body as unknown as Excel.Range, hasRoom);
  const sets = () => recorded.filter((entry) => "value" in entry).map(({ path, value }) => [path.replace("workbook.tables.getItem(KAM_Criteria).", ""), value]);
  const calls = () => recorded.filter((entry) => !("value" in entry)).map(({ path }) => path.replace("workbook.tables.getItem(KAM_Criteria).", ""));
  return { table, sets, calls };
}

function recording(recorded: { path: string; value?: unknown }[], path: string) {
  return new Proxy({}, { set: (_, property, value) => (recorded.push({ path: `${path}.${String(property)}`, value }), true) });
}

const TWO = [
  ["Size", "Revenue", 10, "note", 0.5],
  ["Profit", "Margin", 10, "", 0.5],
];

test("texts are written so that Excel takes none for a formula; numbers and blanks as they are", () => {
  const { table, sets } = tableOf(TWO);
  setCells(table, 1, { Criterion: "=1+1", Weight: 3, Column: "" });
  expect(sets()).toEqual([
    ["cell(1,0).values", [["'=1+1"]]],
    ["cell(1,2).values", [[3]]],
    ["cell(1,1).values", [[""]]],
  ]);
});

test("a line is found by its name after a sort, and refused when nobody can tell which it is", () => {
  const { table } = tableOf(TWO);
  expect(lineAt(table, { table: "criteria", place: 0, name: "Size" })).toBe(0);
  expect(lineAt(table, { table: "criteria", place: 0, name: "profit" })).toBe(1);
  expect(() => lineAt(table, { table: "criteria", place: 0, name: "Gone" })).toThrow(expect.objectContaining({ code: "modelChanged", message: 'The line "Gone" of the table KAM_Criteria has been changed meanwhile.' }));
  const { table: twins } = tableOf([TWO[1]!, TWO[0]!, TWO[0]!]);
  expect(() => lineAt(twins, { table: "criteria", place: 0, name: "Size" })).toThrow(expect.objectContaining({ code: "modelChanged" }));
});

test("a column that was deleted is named", () => {
  const { table, sets } = tableOf(TWO);
  expect(() => setCells(table, 0, { Floor: 1 })).toThrow(expect.objectContaining({ code: "modelChanged", nextStep: "Add a column with the header Floor, then try again." }));
  expect(sets()).toEqual([]);
});

test("the first line goes into the empty one, leaving what is computed there", () => {
  const { table, sets, calls } = tableOf([["", "", "", "", 0]]);
  addLine(table, { Criterion: "Size", Weight: 20 });
  expect(sets()).toEqual([
    ["cell(0,0).values", [["'Size"]]],
    ["cell(0,2).values", [[20]]],
  ]);
  expect(calls().filter((call) => call.startsWith("rows.add"))).toEqual([]);
});

test("a further line is added below with the share of the line above; a row is inserted only where there is no room", () => {
  const roomy = tableOf(TWO);
  addLine(roomy.table, { Criterion: "Growth" });
  expect(roomy.calls()).toContain(`rows.add(undefined,${JSON.stringify([["'Growth", null, null, null, null]])},false)`);
  expect(roomy.calls().some((call) => call.includes("copyFrom"))).toBe(true);
  expect(roomy.calls().some((call) => call.includes("insert(Down)"))).toBe(false);
  const crowded = tableOf(TWO, false);
  addLine(crowded.table, { Criterion: "Growth" });
  const calls = crowded.calls();
  expect(calls.findIndex((call) => call.endsWith("getEntireRow().insert(Down)"))).toBeGreaterThanOrEqual(0);
  expect(calls.findIndex((call) => call.endsWith("insert(Down)"))).toBeLessThan(calls.findIndex((call) => call.startsWith("rows.add")));
});

test("lines change places with the user's own cells; computed and staying ones stay", () => {
  const { table, sets } = tableOf(TWO);
  swapLines(table, 0, 1, ["Column"]);
  expect(sets()).toEqual([
    ["cell(0,0).values", [["'Profit"]]],
    ["cell(1,0).values", [["'Size"]]],
    ["cell(0,3).values", [[""]]],
    ["cell(1,3).values", [["'note"]]],
  ]);
});

test("the last line is emptied, because a table keeps one", () => {
  const { table, calls } = tableOf(TWO);
  table.remove(1);
  expect(calls()).toContain("rows.getItemAt(1).delete()");
});
