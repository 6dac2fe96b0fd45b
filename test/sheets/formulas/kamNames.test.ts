import { kamNamesIn, otherWorkbooksIn } from "../../../src/sheets/formulas/kamNames";

const names = (formula: string) => kamNamesIn(formula).map(({ name, isStored }) => (isStored ? `stored ${name}` : name));

test.each([
  ["=KAM.SCORE(A1:B9,C1:D1)", ["SCORE"]],
  ["=kam.tier.quota(KAM.Score(A1:B2,C1:D1),3)", ["TIER.QUOTA", "SCORE"]],
  ["=_xldudf_KAM_TIER_QUOTA(A1)", ["stored TIER.QUOTA"]],
  ["=_xldudf_KAM_TIER.QUOTA(A1)", ["stored TIER.QUOTA"]],
  ["=IF(A1,BloombergUI.xla!_xldudf_KAM_SCORE(A1),[2]!_xldudf_KAM_BANT(B1))", ["stored SCORE", "stored BANT"]],
  ["='C:\\Add ins\\Solver.xla'!_xldudf_KAM_RATE(A1)", ["stored RATE"]],
  ["=-KAM.ROTI(1,2)&KAM.ROTI (3,4)", ["ROTI", "ROTI"]],
  ["=KAM.OFTOMORROW(1)", ["OFTOMORROW"]],
])("%s calls %j", (formula, expected) => {
  expect(names(formula)).toEqual(expected);
});

test.each(['="KAM.SCORE("&A1', "='KAM.SCORE(x)'!A1", "=Accounts[KAM.SCORE(x)]", "=MYKAM.SCORE(1)", "=X.KAM.SCORE(1)", "=KAM!A1+KAM1", "=KAM.SCORE", "KAM.SCORE(A1)", "'=KAM.SCORE(A1)"])(
  "%s calls none",
  (formula) => {
    expect(names(formula)).toEqual([]);
  },
);

test("links to other workbooks are told from sheets, tables and stored functions", () => {
  expect(otherWorkbooksIn("='C:\\Plans\\[Budget 2026.xlsx]Q1'!A1+[Book2.xlsx]Sheet1!B2+[3]List!C3")).toEqual(["Budget 2026.xlsx", "Book2.xlsx", "3"]);
  expect(otherWorkbooksIn("=Rates.xlsx!Euro+'D:\\x\\Rates.xlsx'!Euro")).toEqual(["Rates.xlsx", "Rates.xlsx"]);
  expect(otherWorkbooksIn('=\'My list\'!A1+Accounts[Margin]+Solver.xla!_xldudf_KAM_SCORE(A1)&"[Book.xlsx]A!"')).toEqual([]);
});
