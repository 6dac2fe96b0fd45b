import { kamCallsIn, withCallsRenamed, withCallsReplaced } from "../../../../src/sheets/formulas/twins/kamCalls";
import { KAM_FUNCTIONS } from "../../../../src/sheets/formulas/twins/kamFunctions";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const namesIn = (formula: string) => kamCallsIn(formula).map(({ name }) => name);

test("the list of functions is that of the add-in", () => {
  const folder = join(__dirname, "../../../../src/functions");
  const sources = readdirSync(folder).filter((file) => file.endsWith(".ts")).map((file) => readFileSync(join(folder, file), "utf8"));
  const declared = sources.flatMap((text) => [...text.matchAll(/@customfunction (\S+)/g)].map((match) => match[1]));
  expect([...KAM_FUNCTIONS]).toEqual(declared.sort());
});

test("finds calls with their arguments", () => {
  const formula = '=KAM.SCORE(Accounts[[Revenue]:[Margin]], {3,1;2,2} , , "min,max")';
  expect(kamCallsIn(formula)).toMatchObject([{ name: "SCORE", args: ["Accounts[[Revenue]:[Margin]]", "{3,1;2,2}", "", '"min,max"'], start: 1, end: formula.length, isStored: false }]);
});

test("finds nested calls, the outer one first", () => {
  const formula = "=IF(A1,kam.tier(KAM.SCORE(B2:C9,{1,1}),{80,50}),0)+1";
  const calls = kamCallsIn(formula);
  expect(calls).toMatchObject([
    { name: "TIER", insideCall: undefined, args: ["KAM.SCORE(B2:C9,{1,1})", "{80,50}"] },
    { name: "SCORE", insideCall: 0 },
  ]);
  expect(formula.slice(calls[0]!.start, calls[0]!.end)).toBe("kam.tier(KAM.SCORE(B2:C9,{1,1}),{80,50})");
});

test.each([
  ['="KAM.SCORE(1)"', "text"],
  ["='KAM.SCORE(1)'!A1", "the name of a sheet"],
  ["=Accounts[KAM.SCORE(x)]", "the header of a column"],
  ["=MYKAM.SCORE(1)+KAM.UNKNOWN(2)", "another function"],
  ["=KAM1+KAM.Score", "a cell and a name"],
  ["=SUM(A1)", "no KAM at all"],
])("%s has none: %s", (formula) => expect(namesIn(formula)).toEqual([]));

test("finds what a file keeps of a call, also behind the name of another add-in", () => {
  for (const owner of ["", "BloombergUI.xla!", "[2]!", "'C:\\Add ins\\x.xla'!", "@", "@[2]!"]) {
    const formula = `=1+${owner}_xldudf_KAM_TIER_QUOTA(A1#,{2})*2`;
    const [call] = kamCallsIn(formula);
    expect(call).toMatchObject({ name: "TIER.QUOTA", args: ["A1#", "{2}"], isStored: true });
    expect(withCallsReplaced(formula, [{ call: call!, text: "(B1)" }])).toBe("=1+(B1)*2");
  }
});

test("tells calls inside LET and LAMBDA", () => {
  expect(kamCallsIn("=LET(x,B2:B9,KAM.RANK(x))+KAM.ROTI(1,2,3)")).toMatchObject([
    { name: "RANK", insideLambda: true },
    { name: "ROTI", insideLambda: false },
  ]);
});

test("gives stored calls their names again and leaves all else as it is", () => {
  expect(withCallsRenamed('=IF(A1="_xldudf_KAM_RANK(",[2]!_xldudf_KAM_PAYBACK_PROGRAM(A1,B1),_XLDUDF_KAM_RANK( C1 ))&x.xla!Other(1)')).toBe(
    '=IF(A1="_xldudf_KAM_RANK(",KAM.PAYBACK.PROGRAM(A1,B1),KAM.RANK( C1 ))&x.xla!Other(1)',
  );
  expect(withCallsRenamed("=@_xldudf_KAM_RANK(A1)")).toBe("=@KAM.RANK(A1)");
});

test("a formula without its closing bracket still tells the call", () => {
  expect(kamCallsIn("=KAM.WALLET(A1,B1")).toMatchObject([{ name: "WALLET", args: ["A1", "B1"], end: 17 }]);
});

test("replaces several calls at once", () => {
  const formula = "=KAM.ROTI(1,2,3)+KAM.WALLET(A1,B1)";
  expect(withCallsReplaced(formula, kamCallsIn(formula).map((call, index) => ({ call, text: `(${index})` })))).toBe("=(0)+(1)");
});
