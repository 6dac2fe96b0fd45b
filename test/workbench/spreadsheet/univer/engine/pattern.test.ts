import { patternOf } from "../../../../../src/workbench/spreadsheet/univer/engine/pattern";

const at = (formula: string, row: number, column: number) => patternOf(formula, row, column);

describe("formulas that mean the same, moved along, have one pattern", () => {
  test.each([
    ["=B2*$C$1", "=B3*$C$1", 1, 0],
    ["=SUM(A1:A9)", "=SUM(C4:C12)", 3, 2],
    ["=List!$C$2+'My ''own'' list'!B$1", "=List!$C$2+'My ''own'' list'!D$1", 5, 2],
    ["=SUM($A$1:A5)", "=SUM($A$1:A6)", 1, 0],
    ["=IF(a1>5,\"A1\",LOG10(b1))", "=IF(A2>5,\"A1\",LOG10(B2))", 1, 0],
    ["=Scores[[#This Row],[Q1]]*2", "=Scores[[#This Row],[Q1]]*2", 7, 3],
  ])("%s and %s", (first, second, rows, columns) => {
    expect(at(second, 10 + rows, 10 + columns)).toBe(at(first, 10, 10));
  });
});

describe("others do not", () => {
  test.each([
    ["=B2*$C$1", "=B2*$C$1", 1, 0, "the relative reference stays behind"],
    ["=B2*2", "=B3*3", 1, 0, "another number"],
    ["=SUM(A:A)", "=SUM(A:A)", 0, 1, "a column that does not move along"],
    ["=SUM(1:2)", "=SUM(1:2)", 1, 0, "rows that do not move along"],
    ["=SUM($A$5:A2)", "=SUM($A$5:A8)", 6, 0, "the corners change sides"],
    ["=TEXT(1,\"A1\")", "=TEXT(1,\"A2\")", 1, 0, "a text that only looks like a reference"],
    ["='A1'!B2", "='A2'!B3", 1, 0, "sheets that are called like cells"],
    ["=Q1_total+1", "=Q2_total+1", 1, 0, "names that begin like cells"],
    ["=T1[Price]", "=T2[Price]", 1, 0, "tables that are called like cells"],
  ])("%s and %s moved by %i rows, %i columns: %s", (first, second, rows, columns) => {
    expect(at(second, 10 + rows, 10 + columns)).not.toBe(at(first, 10, 10));
  });
});

test("a whole column that need not move may be shared", () => {
  expect(at("=SUM($A:$A)+B2", 1, 3)).toBe(at("=SUM($A:$A)+C9", 8, 4));
});
