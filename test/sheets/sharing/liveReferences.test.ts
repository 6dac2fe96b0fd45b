import { followedFormula, placeFormula, readPlace, readsFormula } from "../../../src/sheets/sharing/liveReferences";

test("a place is read back from the formula that follows it, whatever the sheet is called", () => {
  const area = { row: 8, column: 2, rowCount: 240, columnCount: 2 };
  expect(placeFormula("It's \"mine\"", area)).toBe("=ROWS('It''s \"mine\"'!$C$9:$D$248)*COLUMNS('It''s \"mine\"'!$C$9:$D$248)");
  expect(readPlace(placeFormula("It's \"mine\"", area))).toEqual({ sheetName: "It's \"mine\"", area });
  expect(readPlace("=ROWS(Scores!$C$9)*COLUMNS(Scores!$C$9)")).toEqual({ sheetName: "Scores", area: { row: 8, column: 2, rowCount: 1, columnCount: 1 } });
});

test("deleted cells have no place", () => {
  expect(readPlace("=ROWS(#REF!)*COLUMNS(#REF!)")).toBeUndefined();
  expect(readPlace("=ROWS('Scores'!#REF!)*COLUMNS('Scores'!#REF!)")).toBeUndefined();
  expect(readPlace("=240")).toBeUndefined();
});

test("what a formula refers to is followed, rows of its own table and other workbooks are not", () => {
  expect(readsFormula("=KAM.SCORE(F9:K248,$B$5:$G$5,Accounts[Margin],[@Rate],[Book.xlsx]S!A1,K9#,Jan:Dec!A1)", "Scores")).toBe("=ROWS('Scores'!F9:K248)+ROWS('Scores'!$B$5:$G$5)+ROWS(Accounts[Margin])+ROWS('Scores'!K9)");
  expect(readsFormula('=KAM.PAYBACK(40000,"A1")', "Scores")).toBe("");
});

test("a formula gets its references as they are now", () => {
  const formula = '=IF(B2>1,KAM.TIER(\'List\'!C2:C9,K9#,Accounts[Margin],[@Rate]),"B2")';
  expect(followedFormula(formula, readsFormula(formula, "S"))).toBe(formula);
  expect(followedFormula(formula, "=ROWS('New name'!B5)+ROWS('My list'!C4:C12)+ROWS('New name'!K12)+ROWS(Accounts[Share])")).toBe('=IF(B5>1,KAM.TIER(\'My list\'!C4:C12,K12#,Accounts[Share],[@Rate]),"B2")');
});

test("a reference whose cells were deleted is lost, as Excel would have it", () => {
  expect(followedFormula("=KAM.RATE(B2,List!C2)", "=ROWS(#REF!)+ROWS(List!#REF!)")).toBe("=KAM.RATE(#REF!,#REF!)");
});

test("when the followers are gone the formula comes back as it was written", () => {
  expect(followedFormula("=KAM.RATE(B2,C2)", "")).toBe("=KAM.RATE(B2,C2)");
});
