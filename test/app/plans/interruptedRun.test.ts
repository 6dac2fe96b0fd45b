import { buildPlans, takeBackRun, type ExistingChoice } from "../../../src/app/plans/buildPlans";
import { interruptedRun } from "../../../src/app/plans/interruptedRun";
import { USUAL_TEMPLATE } from "../../../src/app/plans/planTemplate";
import { proposePlans } from "../../../src/app/plans/proposePlans";
import { ACCOUNTS, MemoryWorkbook, rows } from "../memoryWorkbook";
import { MemoryPlans } from "./memoryPlans";

function book(areas = [rows(1, 3)]) {
  const workbook = new MemoryWorkbook(ACCOUNTS, areas);
  const store = new MemoryPlans(workbook);
  const build = async (existing: ExistingChoice = "keep") => buildPlans(workbook, store, await proposePlans(workbook, store), { existing, template: USUAL_TEMPLATE }, new AbortController().signal, () => undefined);
  /** As when the pane is closed: from this step on nothing goes on, and nobody hears of it. */
  const closeAt = (step: string) => new Promise<void>((closed) => (store.beforeStep = (now) => (now === step ? new Promise(() => closed()) : undefined)));
  const names = () => workbook.sheetList.map(({ name }) => name);
  const found = async () => {
    const run = await interruptedRun(workbook, store);
    return run && { total: run.record.total, made: run.made.map(({ name }) => name), updated: run.updated.map(({ successor }) => successor.name), unfinished: run.unfinished.map(({ name }) => name) };
  };
  return { workbook, store, build, closeAt, names, found };
}

test("a run that has ended leaves nothing to tell, whether it went well or not", async () => {
  const of = book();
  await of.build();
  expect(await of.found()).toBeUndefined();
  of.workbook.select([rows(1, 3)]);
  of.store.beforeStep = (step) => {
    if (step === "read") throw new Error("not now");
  };
  await expect(of.build("update")).rejects.toThrow();
  expect(await of.found()).toBeUndefined();
});

test("a pane that was closed in mid-run finds the plans that were made, and takes them back", async () => {
  const of = book();
  const closed = of.closeAt("copy Bad Name");
  void of.build();
  await closed;
  expect(await of.found()).toEqual({ total: 3, made: ["Northwind", "=1+1"], updated: [], unfinished: [] });
  const run = (await interruptedRun(of.workbook, of.store))!;
  of.store.beforeStep = () => undefined;
  expect(await takeBackRun(of.workbook, of.store, run)).toBe(2);
  expect(of.names()).toEqual(["Accounts", "KAM Model", "KAM Plan Template"]);
});

test("plans that were there before, or that other people made meanwhile, are none of the run's", async () => {
  const of = book([rows(1)]);
  await of.build();
  of.workbook.select([rows(1, 3)]);
  const closed = of.closeAt("copy Bad Name");
  void of.build("newCopy");
  await closed;
  const plan = of.workbook.sheetList.find(({ name }) => name === "Northwind")!;
  const other = structuredClone(plan.content);
  other.cells[other.names.get("KAM_Key")!.row]![1] = "A9";
  of.workbook.sheetList.push({ id: "other", name: "Somebody else's", content: other });
  // Excel numbered the sheets anew when the file was opened again.
  of.workbook.sheetList.splice(of.workbook.sheetList.indexOf(plan), 1, { ...plan, id: "another id" });
  expect(await of.found()).toEqual({ total: 3, made: ["Northwind (2)", "=1+1"], updated: [], unfinished: [] });
});

test.each([
  ["attachments", [], ["=1+1 (2)"]],
  ["mark", [], ["=1+1 (2)"]],
])("an update that was interrupted at the step %s leaves the plan as it was, and the copy is told", async (step, made, unfinished) => {
  const of = book([rows(1, 2)]);
  await of.build();
  let times = 0;
  const closed = new Promise<void>((resolve) => (of.store.beforeStep = (now) => (now === step && ++times === 2 ? new Promise(() => resolve()) : undefined)));
  void of.build("update");
  await closed;
  expect(await of.found()).toEqual({ total: 2, made, updated: ["Northwind"], unfinished });
  of.store.beforeStep = () => undefined;
  await takeBackRun(of.workbook, of.store, (await interruptedRun(of.workbook, of.store))!);
  expect(of.names()).toEqual(["Accounts", "KAM Model", "KAM Plan Template", "Northwind", "=1+1", "=1+1 (2)", "KAM Plans"]);
});

test("a template that was to replace another and did not is told as unfinished", async () => {
  const of = book([rows(1)]);
  await of.build();
  const closed = of.closeAt("replace template");
  void buildPlans(of.workbook, of.store, await proposePlans(of.workbook, of.store), { existing: "keep", template: { ...USUAL_TEMPLATE, fresh: true } }, new AbortController().signal, () => undefined);
  await closed;
  expect(await of.found()).toEqual({ total: 0, made: [], updated: [], unfinished: ["KAM Plan Template (2)"] });
});
