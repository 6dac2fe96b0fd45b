import fc from "fast-check";
import { cellAddress } from "../../../src/sheets/a1";
import { areaOfReference, referencesIn, relativeForm, replaceReferences, shapeOf, sheetOfPrefix, shiftedFormula } from "../../../src/sheets/formulas/references";

const texts = (formula: string) => referencesIn(formula).map((reference) => reference.text);

test.each([
  ["=SUM(B2:D9)+$A$1", ["B2:D9", "$A$1"]],
  ["='My ''own'' list'!B2&Sheet2!C3", ["'My ''own'' list'!B2", "Sheet2!C3"]],
  ['="A1 is no reference"&B2', ["B2"]],
  ["=Accounts[Margin]*Accounts[[#Headers],[Re'[v'] x]]", ["Accounts[Margin]", "Accounts[[#Headers],[Re'[v'] x]]"]],
  ["=[@Revenue]*2", ["[@Revenue]"]],
  ["=KAM.SCORE($B$2:$D$9,F1,1)", ["$B$2:$D$9", "F1"]],
  ["=_xldudf_KAM_SCORE(A1)", ["A1"]],
  ["=SUM(K11#)", ["K11#"]],
  ["=SUM(A:A,$3:5)", ["A:A", "$3:5"]],
  ["=LOG10(A1)+Tier1(B2)+Rate_A1", ["A1", "B2"]],
  ["='[Other book.xlsx]List'!A1+[2]List!B2", ["'[Other book.xlsx]List'!A1", "[2]List!B2"]],
  ["=ROWS(#REF!)+'List'!#REF!", ["#REF!", "'List'!#REF!"]],
  ["='A1'!Rate+Other.xla!_xldudf_KAM_TIER(C3)", ["C3"]],
  ["=ΑΒ1+Übersicht!A1", ["Übersicht!A1"]],
  ["not a formula A1", []],
])("the references of %s", (formula, expected) => {
  expect(texts(formula)).toEqual(expected);
});

test("a reference tells its sheet and its cells", () => {
  const [own, other, foreign, column] = referencesIn("=D9:$B2+'It''s'!C3+'[Book.xlsx]A'!A1+B:C");
  expect([own, other, foreign].map((one) => sheetOfPrefix(one!.prefix))).toEqual([undefined, "It's", undefined]);
  expect(areaOfReference(own!)).toEqual({ row: 1, column: 1, rowCount: 8, columnCount: 3 });
  expect(areaOfReference(other!)).toEqual({ row: 2, column: 2, rowCount: 1, columnCount: 1 });
  expect(areaOfReference(column!)).toEqual({ row: 0, column: 1, rowCount: 1_048_576, columnCount: 2 });
});

test("filling a formula moves what is not fixed, as Excel does", () => {
  expect(shiftedFormula("=A1+$A1+A$1+$A$1+SUM(B:B,3:$4)&\"A1\"", 2, 1)).toBe('=B3+$A3+B$1+$A$1+SUM(C:C,5:$4)&"A1"');
  expect(shiftedFormula("=A1+B5#", -1, 0)).toBe("=#REF!+B4#");
  expect(shiftedFormula("='S'!A1", 0, -1)).toBe("='S'!#REF!");
  expect(shiftedFormula("=[@Revenue]+XFD1", 0, 1)).toBe("=[@Revenue]+#REF!");
});

test("cells filled from one another have one relative form, others have not", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(50), fc.nat(200), fc.nat(50), (row, column, down, right) => {
      const formula = `=KAM.RATE(${cellAddress(row, column)},$B$2:$C9)*Sheet2!D:D`;
      expect(relativeForm(shiftedFormula(formula, down, right), row + down, column + right)).toBe(relativeForm(formula, row, column));
      if (down > 0) expect(relativeForm(formula, row + down, column)).not.toBe(relativeForm(formula, row, column));
    }),
  );
});

test("references are rewritten one by one, the rest stays to the letter", () => {
  expect(replaceReferences('=IF(A1="B2",B2,C3)', ({ text }, index) => (index === 1 ? `Moved!${text}` : undefined))).toBe('=IF(A1="B2",Moved!B2,C3)');
  expect(shapeOf("=SUM('A'!B2:B9)+Accounts[Margin]*2")).toBe(shapeOf("=SUM(Renamed!B3:B10)+List[Share]*2"));
  expect(shapeOf("=A1*2")).not.toBe(shapeOf("=A1*3"));
});
