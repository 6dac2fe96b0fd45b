import { buildPlans, removeFormerPlans, takeBackRun, type BuildOutcome, type ExistingChoice } from "../../../src/app/plans/buildPlans";
import { ledFormula, sheetsOf, type SheetMove } from "../../../src/app/plans/followPlans";
import { USUAL_TEMPLATE } from "../../../src/app/plans/planTemplate";
import { formerPlansAmong } from "../../../src/app/plans/planSheets";
import { proposePlans } from "../../../src/app/plans/proposePlans";
import { cellAddress } from "../../../src/sheets/a1";
import { blockName, figureName, inputName } from "../../../src/sheets/plan/planNames";
import { ACCOUNTS, MemoryWorkbook, put, rows } from "../memoryWorkbook";
import { insertRows, MemoryPlans } from "./memoryPlans";

/** Cells of the former sheet are three rows further down on the other one; row 100 has no place there. */
const move: SheetMove = { from: "Bob's (former)", to: "Bob's", placeOf: (row, column) => (row === 99 ? undefined : { row: row + 3, column }), names: new Set(["KAM_Fig_Tier", "Q1_total"]) };

test.each([
  ["='Bob''s (former)'!B5*2", "='Bob''s'!B8*2"],
  ["=SUM('Bob''s (former)'!$B$5:C$9)+Other!B5", "=SUM('Bob''s'!$B$8:C$12)+Other!B5"],
  ["='Bob''s (former)'!KAM_Fig_Tier", "='Bob''s'!KAM_Fig_Tier"],
  ["='Bob''s (former)'!Q1_total", "='Bob''s'!Q1_total"],
  [`="'Bob''s (former)'!B5"&'bob''s (FORMER)'!b5`, `="'Bob''s (former)'!B5"&'Bob''s'!B8`],
  ["=B5+Sheet1!C3", "=B5+Sheet1!C3"],
])("%s reads the other sheet as %s", (formula, led) => {
  expect(ledFormula(formula, [move])).toBe(led);
});

test.each(["='Bob''s (former)'!A100", "=SUM('Bob''s (former)'!A1:A100)", "=COUNTA('Bob''s (former)'!B:B)", "=SUM('Bob''s (former)'!3:3)", "='Bob''s (former)'!Mine"])("%s reads what has no place there, so it stays whole", (formula) => {
  expect(ledFormula(`${formula}+'Bob''s (former)'!B5`, [move])).toBeUndefined();
});

test("the sheets a formula names are told from texts and names", () => {
  expect(sheetsOf(`=Acme!B5+'It''s me'!A1&"'No'!A1"+KAM_Model[Value]+Straße_1!$A$1`)).toEqual(["acme", "it's me", "straße_1"]);
});

/** A plan, and a sheet of the person's own that reads it. */
async function book(reads: (plan: MemoryWorkbook["sheetList"][number]) => readonly string[]) {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  const store = new MemoryPlans(workbook);
  const build = async (existing: ExistingChoice): Promise<BuildOutcome> => buildPlans(workbook, store, await proposePlans(workbook, store), { existing, template: USUAL_TEMPLATE }, new AbortController().signal, () => undefined);
  await build("keep");
  const sheet = (name: string) => workbook.sheetList.find((one) => one.name === name)!;
  workbook.sheetList.push({ id: "summary", name: "Summary", content: { cells: reads(sheet("Northwind")).map((formula) => [{ formula, value: "" }]), names: new Map() } });
  const formulas = () => sheet("Summary").content.cells.map(([cell]) => (typeof cell === "object" ? cell.formula : cell));
  return { workbook, store, build, sheet, formulas };
}
const figure = ({ content }: { content: MemoryWorkbook["sheetList"][number]["content"] }, name = "Revenue" as const) => {
  const { row, column } = content.names.get(figureName(name))!;
  return cellAddress(row, column, true);
};

test("a summary that reads a plan reads the updated one, also where the template has moved, and gets its own back", async () => {
  const of = await book((plan) => [`='Northwind'!${figure(plan)}`, "=SUM('Northwind'!B20:B24)", "=COUNTA('Northwind'!B:B)"]);
  const before = of.formulas();
  insertRows(of.sheet("KAM Plan Template").content, 3, 2);
  const outcome = await of.build("update");
  expect(outcome.followed).toEqual({ count: 2, stuck: ["'Summary'!A3"] });
  expect(of.formulas()).toEqual([`='Northwind'!${figure(of.sheet("Northwind"))}`, "=SUM('Northwind'!B22:B26)", "=COUNTA('Northwind (former)'!B:B)"]);
  expect(figure(of.sheet("Northwind"))).not.toBe(figure(of.sheet("Northwind (former)")));

  await takeBackRun(of.workbook, of.store, outcome);
  expect(of.formulas()).toEqual(before);
});

test("former plans that something still reads are not removed; where it stands is said", async () => {
  const of = await book(() => ["=COUNTA('Northwind'!B:B)"]);
  await of.build("update");
  const former = formerPlansAmong(await of.workbook.sheets());
  await expect(removeFormerPlans(of.workbook, of.store, former)).rejects.toMatchObject({ code: "formerRead", message: "'Summary'!A1 still reads a former plan and would show errors." });
  put(of.sheet("Summary").content.cells, 0, 0, "");
  expect(await removeFormerPlans(of.workbook, of.store, former)).toBe(1);
  expect(of.workbook.sheetList.map(({ name }) => name)).not.toContain("Northwind (former)");
});

test("what a protected sheet reads stays and is told; formulas that cannot be looked for fail no run", async () => {
  const of = await book((plan) => [`='Northwind'!${figure(plan)}`]);
  of.store.locked.add("Summary");
  expect((await of.build("update")).followed).toEqual({ count: 0, stuck: ["'Summary'!A1"] });
  of.store.beforeStep = (step) => {
    if (step === "reading formulas") throw new Error("too much");
  };
  const { updated, followProblem } = await of.build("update");
  expect([updated.length, followProblem?.code]).toEqual([1, "unexpected"]);
});

test("a contact's cell is followed into the row the contact went to", async () => {
  const of = await book((plan) => {
    const area = plan.content.names.get(inputName("Contacts"))!;
    return [`='Northwind'!${cellAddress(area.row + 1, area.column)}`];
  });
  const area = of.sheet("Northwind").content.names.get(inputName("Contacts"))!;
  put(of.sheet("Northwind").content.cells, area.row + 1, area.column, "Maria Anders");
  // Rows above the block of contacts.
  insertRows(of.sheet("KAM Plan Template").content, of.sheet("KAM Plan Template").content.names.get(blockName("DecisionUnit"))!.row, 4);
  await of.build("update");
  const now = of.sheet("Northwind").content;
  const at = now.cells.findIndex((row) => row.includes("Maria Anders"));
  expect(of.formulas()).toEqual([`='Northwind'!${cellAddress(at, area.column)}`]);
  expect(at).not.toBe(area.row + 1);
});
