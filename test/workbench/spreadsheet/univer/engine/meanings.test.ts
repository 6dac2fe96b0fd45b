import { Meanings } from "../../../../../src/workbench/spreadsheet/univer/engine/meanings";
import type { Pattern } from "../../../../../src/workbench/spreadsheet/univer/engine/formula";

const pattern = (text: string, sheetIds: readonly string[] = []): Pattern =>
  ({ key: text, text, row: 0, column: 0, users: new Set(), references: sheetIds.map((sheetId) => ({ sheetId, range: {}, ownRow: false })), computed: [], wandering: [], isVolatile: false, usesNames: false, node: undefined }) as unknown as Pattern;

function found(formulas: readonly Pattern[], words: readonly string[], sheetIds: readonly string[] = []): string[] {
  const meanings = new Meanings();
  formulas.forEach((one) => meanings.add(one));
  return [...meanings.ofAny(new Set(words), sheetIds)].map(({ text }) => text);
}

test("finds the formulas that speak of a name, a table or a sheet, and no others", () => {
  const formulas = ["=Rate*2", "=RateCard*2", "=Accounts[Revenue]", "='Plan O''Neil'!B2", "=Plan!B2", '="Rate"'].map((text) => pattern(text));
  expect(found(formulas, ["RATE"])).toEqual(["=Rate*2"]);
  expect(found(formulas, ["ACCOUNTS"])).toEqual(["=Accounts[Revenue]"]);
  expect(found(formulas, ["PLAN O'NEIL"])).toEqual(["='Plan O''Neil'!B2"]);
  expect(found(formulas, ["PLAN"])).toEqual(["=Plan!B2"]);
  expect(found(formulas, [])).toEqual([]);
});

test("finds formulas by the sheet whose cells they read, whatever it is called now", () => {
  expect(found([pattern("=Old!A1", ["s1"]), pattern("=A1")], [], ["s1"])).toEqual(["=Old!A1"]);
});

test("finds a sheet that is only named in a text", () => {
  expect(found([pattern(`=INDIRECT("'It''s'!B2")`), pattern('="It"')], ["IT'S"])).toEqual([`=INDIRECT("'It''s'!B2")`]);
});

test("forgets a formula that is gone", () => {
  const meanings = new Meanings();
  const one = pattern("=Rate+Data!A1", ["s1"]);
  meanings.add(one);
  meanings.remove(one);
  expect([...meanings.ofAny(new Set(["RATE", "DATA"]), ["s1"])]).toEqual([]);
});
