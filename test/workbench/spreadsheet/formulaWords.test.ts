import { hasWord, mayHold, pointToSheet, replaceWords, wordsOf } from "../../../src/workbench/spreadsheet/formulaWords";

test.each([
  ["=Plan!A1+plan!$B$2", "='Plan (2)'!A1+'Plan (2)'!$B$2"],
  ["='Plan'!A1:B2", "='Plan (2)'!A1:B2"],
  ["=Planning!A1+'My Plan'!A1+Plan", "=Planning!A1+'My Plan'!A1+Plan"],
  ['="Plan!A1"&Plan!A1', '="Plan!A1"&\'Plan (2)\'!A1'],
  ["=SUM(T[Plan!])", "=SUM(T[Plan!])"],
])("%s points to the other sheet", (before, after) => {
  expect(pointToSheet(before, "Plan", "Plan (2)")).toBe(after);
});

test("a sheet name with an apostrophe is found in its quoted form", () => {
  expect(pointToSheet("='O''Hara'!A1", "O'Hara", "Plan")).toBe("=Plan!A1");
});

test("names are replaced as whole words, outside texts, columns of tables, functions and other sheets", () => {
  const words = new Map([["RATE", "Rate2"]]);
  expect(replaceWords('=Rate*rate+Rates+Rate(1)+Other!Rate+"Rate"+T[Rate]+T[[Rate]:[x]]', words)).toBe('=Rate2*Rate2+Rates+Rate(1)+Other!Rate+"Rate"+T[Rate]+T[[Rate]:[x]]');
});

test("a word is found whatever its case", () => {
  expect([hasWord("=a+Rate", new Set(["RATE"])), hasWord('="Rate"', new Set(["RATE"]))]).toEqual([true, false]);
});

test("tells the sheets, tables and names a formula speaks of", () => {
  expect([...wordsOf(`=Rate*'It''s'!Key+Accounts[Rate]&"Other!A1"+SUM('A:B'!C1)`)]).toEqual(["RATE", "IT'S", "KEY", "ACCOUNTS", "SUM", "A:B", "A", "B", "C1"]);
});

test("a quick look finds words whatever their case and signs", () => {
  const holds = mayHold(["Plan (2)", "a.b"]);
  expect(["='PLAN (2)'!A1", "=A.B", "=Plan 2", "=aXb"].map(holds)).toEqual([true, true, false, false]);
  expect(mayHold([])("=A1")).toBe(false);
});
