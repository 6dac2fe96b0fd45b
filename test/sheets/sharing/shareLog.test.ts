import type { CellValue } from "../../../src/sheets/cellValue";
import { readShareLog, shareLogSheet, type ShareLogLine } from "../../../src/sheets/sharing/shareLog";

const LINE: ShareLogLine = {
  sheetName: "Scores",
  place: "C9:C10",
  area: { row: 8, column: 2, rowCount: 2, columnCount: 1 },
  original: "=KAM.SCORE(F9:K10,$B$5:$G$5)",
  formulaIn: "first cell",
  replacedBy: "values",
  why: "No native formula",
  sharedOn: "2026-11-25 20:10",
  check: "abc",
  shape: "def",
};

/** The log's table as Excel gives it back. */
function table(lines: readonly ShareLogLine[]) {
  const plan = shareLogSheet("KAM Share Log", "KAM_ShareLog", lines);
  const { row, column, rowCount, columnCount } = plan.tables[0]!.area;
  const formulas: CellValue[][] = Array.from({ length: rowCount }, () => Array<CellValue>(columnCount).fill(""));
  for (const { row: r, column: c, content } of plan.cells) {
    if (r < row || c < column) continue;
    formulas[r - row]![c - column] = content.kind === "label" ? content.label : content.kind === "text" ? content.text : content.kind === "number" ? content.number : content.formula;
  }
  const values = formulas.map((line, r) => line.map((cell, c) => (r > 0 && c >= 8 && typeof cell === "string" && cell.startsWith("=") ? 1 : cell)));
  return { values, formulas };
}

test("a written log is read back", () => {
  const { values, formulas } = table([LINE, { ...LINE, formulaIn: "name", area: undefined, place: "Best", sheetName: "" }]);
  const [first, name] = readShareLog(values, formulas) ?? [];
  expect(first).toMatchObject({ ...LINE, index: 1, state: "shared", now: { sheetName: "Scores", area: LINE.area }, hasMoved: false });
  expect(name).toMatchObject({ formulaIn: "name", place: "Best", now: undefined });
});

test("columns may be moved and rows sorted; lines that are no lines are passed over", () => {
  const { values, formulas } = table([LINE, { ...LINE, place: "D9" }]);
  const turned = (block: CellValue[][]) => [block[0]!, ["", "note", ...Array<CellValue>(10).fill("")], block[2]!, block[1]!].map((line) => [...line].reverse());
  expect(readShareLog(turned(values), turned(formulas))?.map(({ index, place }) => [index, place])).toEqual([
    [2, "D9"],
    [3, "C9:C10"],
  ]);
});

test("a place that Excel has moved is known, and one whose follower was pasted over is taken from the words", () => {
  const { values, formulas } = table([LINE]);
  formulas[1]![8] = "=ROWS(Renamed!$C$12:$C$13)*COLUMNS(Renamed!$C$12:$C$13)";
  expect(readShareLog(values, formulas)?.[0]).toMatchObject({ now: { sheetName: "Renamed", area: { row: 11, column: 2, rowCount: 2, columnCount: 1 } }, hasMoved: true });
  formulas[1]![8] = 2;
  expect(readShareLog(values, formulas)?.[0]).toMatchObject({ now: { sheetName: "Scores", area: LINE.area } });
  formulas[1]![8] = "=ROWS(#REF!)*COLUMNS(#REF!)";
  expect(readShareLog(values, formulas)?.[0]?.now).toBeUndefined();
});

test("a table without the columns that say what stood where is no log", () => {
  const { values, formulas } = table([LINE]);
  values[0]![2] = "Formula";
  expect(readShareLog(values, formulas)).toBeUndefined();
});
