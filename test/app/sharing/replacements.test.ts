import type { KamCell } from "../../../src/app/sharing/findings";
import { replacements } from "../../../src/app/sharing/replacements";

const cell = (formula: string, spill?: KamCell["spill"]): KamCell => ({ sheetId: "s", row: 4, column: 3, formula, functions: [], spill, value: 0, isStuck: false });
const COLUMN = { sheetName: "", row: 1, column: 0, rowCount: 3, columnCount: 1 };
const replace = replacements({ find: (text) => (text === "Accounts[Sales]" ? COLUMN : undefined) });
const three = { row: 4, column: 3, rowCount: 3, columnCount: 1 };
const formulasOf = (formula: string, spill?: KamCell["spill"]) => {
  const replacement = replace(cell(formula, spill), "S");
  return replacement.kind === "formulas" ? replacement.formulas.flat() : replacement.why;
};

test("a call that is the whole formula becomes one native formula for each cell it fills", () => {
  const formulas = formulasOf("=KAM.RANK(A2:A4)", three);
  expect(formulas).toHaveLength(3);
  for (const formula of formulas) expect(formula).not.toContain("KAM");
});

test("columns of tables are found by the workbook", () => {
  expect(formulasOf("=KAM.RANK(Accounts[Sales])", three)).toHaveLength(3);
  expect(formulasOf("=KAM.RANK(Elsewhere[Sales])", three)).toEqual(expect.any(String));
});

test("calls inside a larger formula are replaced one by one, the rest stays", () => {
  const [formula] = formulasOf('=IF(A1="KAM.ROTI(",KAM.BREAKEVEN.SALES(A1,B1),ROUND(KAM.BREAKEVEN.SALES(A2,0.1),2))');
  expect(formula).toMatch(/^=IF\(A1="KAM.ROTI\(",\(.*\),ROUND\(\(.*\),2\)\)$/);
  expect(formula?.replace('"KAM.ROTI("', "")).not.toContain("KAM.");
});

test("stored names are replaced as live ones are", () => {
  expect(formulasOf("=_xldudf_KAM_BREAKEVEN_SALES(A1,B1)")).toEqual(formulasOf("=KAM.BREAKEVEN.SALES(A1,B1)"));
});

test.each([
  ["=KAM.TIER.STABILITY(A1:B3,C1:D1,60)", undefined, "KAM.TIER.STABILITY: the answer comes from a thousand random draws"],
  ["=KAM.NEXTYEAR(A1)", undefined, "KAM.NEXTYEAR is not a function of this version of KAM Planner"],
  ["=ROUND(KAM.BREAKEVEN.SALES(A1,B1),1)", three, "The formula fills several cells and is more than one function"],
])("%s becomes its result, and it is said why", (formula, spill, why) => {
  expect(replace(cell(formula, spill), "S")).toEqual({ kind: "values", why });
});
