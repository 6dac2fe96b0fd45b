import fc from "fast-check";
import { isArrayFormula } from "../../../../src/workbench/xlsx/formulas/arrayFormula";
import { shownFormula, storedFormula } from "../../../../src/workbench/xlsx/formulas/storedFormula";

const FUNCTIONS = ["KAM.SCORE", "KAM.TIER.QUOTA", "KAM.TIER"];

describe("what a file keeps of a formula", () => {
  test.each([
    ["=SUM(A1:A3)", "SUM(A1:A3)"],
    // Functions after Excel 2007: [MS-XLSX] 2.2.2.
    ["=XLOOKUP(A1,B:B,C:C)", "_xlfn.XLOOKUP(A1,B:B,C:C)"],
    ["=SORT(FILTER(A1:B9,B1:B9>1))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:B9,B1:B9>1))"],
    ["=ifna(stdev.s(A1:A9),0)", "_xlfn.ifna(_xlfn.stdev.s(A1:A9),0)"],
    ["=NETWORKDAYS.INTL(A1,A2)", "NETWORKDAYS.INTL(A1,A2)"],
    ["=LET(x,A1,y,x*2,x+y)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)"],
    ["=MAP(A1:A3,LAMBDA(a,IF(a>1,LET(b,a,b),a)))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.a,IF(_xlpm.a>1,_xlfn.LET(_xlpm.b,_xlpm.a,_xlpm.b),_xlpm.a)))"],
    ["=LET(f,LAMBDA(n,n+1),f(2))", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.n,_xlpm.n+1),_xlpm.f(2))"],
    ["=KAM.TIER.QUOTA(A1:A9,0.2)", "_xldudf_KAM_TIER_QUOTA(A1:A9,0.2)"],
    ['="KAM.SCORE(" & kam.score(A1)', '"KAM.SCORE(" & _xldudf_KAM_SCORE(A1)'],
    ["=SUM(B2#)+SUM('My sheet'!C3#)", "SUM(_xlfn.ANCHORARRAY(B2))+SUM(_xlfn.ANCHORARRAY('My sheet'!C3))"],
    ["=IF(A1=\"#\",1,#N/A)", "IF(A1=\"#\",1,#N/A)"],
  ])("%s → %s", (formula, stored) => {
    expect(storedFormula(formula)).toBe(stored);
  });

  test("short references inside a table are written out", () => {
    expect(storedFormula("=[@Price]*[@[Unit cost]]+SUM([Price])", "Sales")).toBe("Sales[[#This Row],[Price]]*Sales[[#This Row],[Unit cost]]+SUM(Sales[Price])");
  });

  test("a name with a dot that is a LAMBDA is no add-in function", () => {
    expect(storedFormula("=Kam.Double(2)", undefined, new Set(["kam.double"]))).toBe("Kam.Double(2)");
  });
});

describe("what a person sees of a stored formula", () => {
  test.each([
    ["_xldudf_KAM_TIER_QUOTA(A1)", "=KAM.TIER.QUOTA(A1)"],
    ["_xlfn.SINGLE(A1:A3)+1", "=@A1:A3+1"],
    ["SUM(_xlfn.ANCHORARRAY(Data!A1))", "=SUM(Data!A1#)"],
    ["_xlfn.LET(_xlpm.x,1,_xlpm.x)", "=LET(x,1,x)"],
    ['"_xlfn.SORT("&A1', '="_xlfn.SORT("&A1'],
  ])("%s → %s", (stored, shown) => {
    expect(shownFormula(stored, FUNCTIONS)).toBe(shown);
  });

  test("underscores of a registered name are told from its dots", () => {
    expect(shownFormula("_xldudf_MY_NS_ADD_UP(1)", ["MY_NS.ADD_UP"])).toBe("=MY_NS.ADD_UP(1)");
  });
});

test("storing and showing again changes nothing", () => {
  const atom = fc.constantFrom("A1", "$B$2:C9", "'My sheet'!A1", "Sales[Price]", '"te""xt"', "3.5", "Rate", "B2#", "TRUE", "#N/A");
  const formula = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small" },
      atom,
      fc.tuple(tie("node"), fc.constantFrom("+", "&", ">=", "*"), tie("node")).map((parts) => parts.join("")),
      fc.tuple(fc.constantFrom("SUM", "XLOOKUP", "SORT", "KAM.SCORE", "KAM.TIER.QUOTA", "STDEV.S", "IF"), fc.array(tie("node"), { minLength: 1, maxLength: 3 })).map(([name, args]) => `${name}(${args.join(",")})`),
      tie("node").map((value) => `LET(part,${value},part+1)`),
    ),
  })).node;
  fc.assert(fc.property(formula, (text) => expect(shownFormula(storedFormula(`=${text}`), FUNCTIONS)).toBe(`=${text}`)));
});

describe("which formulas compute with whole ranges", () => {
  test.each(["=A1:A3*2", "=SUM(A1:A3*B1:B3)", "=MATCH(1,(A1:A9=1)*(B1:B9=2),0)", "=LEN(A1:A3)", "=IF(A1:A3>1,1,0)", "=Sales[Price]*2", "={1,2}", "=A1#", "=UNIQUE(A1:A3)", "=KAM.RATE(1,2)", "=Data!A1:A3+1", "=Prices*2"])("%s does", (formula) => {
    expect(isArrayFormula(formula, new Set(["prices"]))).toBe(true);
  });
  test.each(["=A1*2", "=SUM(A1:A3)", "=SUMIFS(C:C,A:A,A2)", "=INDEX(A1:C9,MATCH(A1,A1:A9,0),2)", "=Sales[[#This Row],[Price]]*2", "=[@Price]*2", "=Rate*2", "=VLOOKUP(A1,Data!A1:B9,2,FALSE)", "=SUBTOTAL(109,[Price])", '=IF(A1="a:b",1,2)', "=ROUND(SUM(A1:A3)/COUNT(A1:A3),2)"])("%s does not", (formula) => {
    expect(isArrayFormula(formula, new Set(["prices"]))).toBe(false);
  });
});
