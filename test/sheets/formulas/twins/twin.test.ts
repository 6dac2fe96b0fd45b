import { nativeFormulasOf, twinOf, type TwinContext } from "../../../../src/sheets/formulas/twins/twin";
import { kamCallsIn } from "../../../../src/sheets/formulas/twins/kamCalls";

const context = (rowCount = 1, columnCount = 1): TwinContext => ({
  anchor: { row: 1, column: 8 },
  spill: { rowCount, columnCount },
  areaOf: (reference) =>
    ({
      "Accounts[Score]": { sheetName: "Accounts", row: 1, column: 3, rowCount: 3, columnCount: 1 },
      "G2#": { sheetName: "", row: 1, column: 6, rowCount: 3, columnCount: 1 },
    })[reference],
});
const reasonOf = (formula: string, rowCount = 1, columnCount = 1) => {
  const native = nativeFormulasOf(formula, context(rowCount, columnCount));
  return native.kind === "none" ? native.reason : native.formulas;
};

test("a spilled call becomes a formula for each of its cells, the same when filled down", () => {
  const twin = twinOf(kamCallsIn("=KAM.RANK(B2:B4)")[0]!, context(3), "=KAM.RANK(B2:B4)");
  const rank = (row: number) => [`=IF(ISNUMBER($B${row}),1+SUMPRODUCT(ISNUMBER($B$2:$B$4)*($B$2:$B$4>$B${row})),IF(TRIM($B${row})="","",#VALUE!))`];
  expect(twin).toEqual({ kind: "cells", formulas: [rank(2), rank(3), rank(4)] });
});

test("a table's column stays one where all of it is looked at, a spill becomes its cells", () => {
  expect(reasonOf("=KAM.RANK(Accounts[Score])", 3)).toMatchObject([[expect.stringContaining("ISNUMBER('Accounts'!$D2),1+SUMPRODUCT(ISNUMBER(Accounts[Score])*")], [expect.anything()], [expect.anything()]]);
  expect(reasonOf("=KAM.RANK(G2#)", 3)).toMatchObject([[expect.stringContaining("$G$2:$G$4>$G2")], [expect.anything()], [expect.anything()]]);
});

test("calls inside a larger formula are replaced where they stand", () => {
  expect(reasonOf('=IF(A2="","",KAM.BREAKEVEN.SALES(B2,0.1)*2)+KAM.WALLET(1,4)')).toEqual([
    [expect.stringMatching(/^=IF\(A2="","",\(IF\(.*\/0\.1.*\)\)\*2\)\+\(.*1\/4.*\)$/)],
  ]);
});

test("scores computed by another KAM function are put into the formula of the tier", () => {
  const [[formula]] = reasonOf("=KAM.TIER(KAM.BREAKEVEN.SALES(B2:B4,0.1),{80,50})", 3) as string[][];
  expect(formula).toContain("/0.1");
  expect(formula).not.toMatch(/KAM/);
});

test.each([
  ["=KAM.TIER.NATURAL(B2:B9,3)", 8, "KAM.TIER.NATURAL: natural breaks are found by trial, which a formula cannot do"],
  ["=LET(x,B2:B9,KAM.RANK(x))", 8, "KAM.RANK: it is part of LET or LAMBDA"],
  ["=KAM.RANK(FILTER(B2:B9,C2:C9>0))", 3, "KAM.RANK: the argument FILTER(B2:B9,C2:C9>0) is computed; put it into cells of its own"],
  ["=KAM.RANK(KAM.SCORE(B2:C9,{1,1}))", 8, "KAM.RANK: an argument is computed by another KAM function; put that function into cells of its own"],
  ["=SUM(KAM.RANK(B2:B9))", 1, "KAM.RANK: its block of results is part of a larger formula; put it into cells of its own"],
  ["=KAM.RANK(B2:B9)", 5, "KAM.RANK: its result fills 5 × 1 cells, its arguments make 8 × 1"],
  ["=KAM.RANK(B2:B40001)", 40000, "KAM.RANK: 40,000 formulas that each read 40,000 cells would make the workbook slow"],
  ['=KAM.SCORE(B2:C9,{1,-1})', 8, "KAM.SCORE: the weights are not numbers from 0 up, which the function refuses"],
])("%s has no native formula and says why", (formula, rowCount, reason) => expect(reasonOf(formula, rowCount)).toBe(reason));

test("native formulas use nothing that came after Excel 2016 and nothing volatile", () => {
  const [[formula]] = reasonOf('=KAM.SCORE(B2:D4,F2:H2,F3:H3,"zscore","average",F4:H4,F5:H5)', 3) as string[][];
  expect(formula).not.toMatch(/\b(LET|LAMBDA|XLOOKUP|TEXTJOIN|IFS|MAXIFS|FILTER|SEQUENCE|OFFSET|INDIRECT|NOW|TODAY|RAND)\(/);
  expect(formula!.length).toBeLessThan(8192);
});
