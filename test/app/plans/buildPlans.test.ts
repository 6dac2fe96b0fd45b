import { buildPlans, takeBackRun, type BuildProgress, type ExistingChoice } from "../../../src/app/plans/buildPlans";
import { USUAL_TEMPLATE } from "../../../src/app/plans/planTemplate";
import { proposePlans, type Proposal } from "../../../src/app/plans/proposePlans";
import { Problem } from "../../../src/app/problems";
import { SETTINGS } from "../../../src/sheets/formulas/settings";
import { MAX_PLANS_PER_RUN } from "../../../src/sheets/limits";
import { KEY_NAME } from "../../../src/sheets/plan/planNames";
import { ACCOUNTS, MemoryWorkbook, rows } from "../memoryWorkbook";
import { keyOf, MemoryPlans } from "./memoryPlans";

const ALL = [rows(1, 3)];

function book(areas = ALL, cells = ACCOUNTS) {
  const workbook = new MemoryWorkbook(cells, areas);
  return { workbook, store: new MemoryPlans(workbook) };
}
type Book = ReturnType<typeof book>;

async function run({ workbook, store }: Book, proposal: Proposal, choice: ExistingChoice = "keep", controller = new AbortController(), onProgress: (p: BuildProgress) => void = () => undefined) {
  return buildPlans(workbook, store, proposal, { existing: choice, template: USUAL_TEMPLATE }, controller.signal, onProgress);
}
const build = async (of: Book, choice?: ExistingChoice, controller?: AbortController, onProgress?: (p: BuildProgress) => void) => run(of, await proposePlans(of.workbook, of.store), choice, controller, onProgress);
const names = ({ workbook }: Book) => workbook.sheetList.map((sheet) => sheet.name);

test("a proposal names each account's sheet as Excel allows and changes nothing", async () => {
  const { workbook, store } = book();
  const proposal = await proposePlans(workbook, store);
  expect(proposal.plans.map(({ account, sheetName }) => [account.key, sheetName])).toEqual([
    ["A1", "Northwind"],
    ["A2", "=1+1"],
    [1003, "Bad Name"],
  ]);
  expect([proposal.template, workbook.added]).toEqual([undefined, []]);
});

test("names that are taken, differ only in case or collide after shortening are numbered", async () => {
  const long = "A very long name of a company which";
  const { workbook, store } = book([rows(1, 5)], [["Account ID", "Account"], [1, "accounts"], [2, `${long} A`], [3, `${long} B`], [4, "KAM Model"], [5, "KAM Plans"]]);
  expect((await proposePlans(workbook, store)).plans.map((plan) => plan.sheetName)).toEqual([
    "accounts (2)",
    "A very long name of a company w",
    "A very long name of a compa (2)",
    "KAM Model (2)",
    "KAM Plans (2)",
  ]);
});

test("the first run makes the model, the template, a plan per account and the index, with progress", async () => {
  const of = book();
  const seen: string[] = [];
  const outcome = await build(of, "keep", undefined, ({ done, total, account }) => seen.push(`${done}/${total} ${account}`));
  expect(names(of)).toEqual(["Accounts", "KAM Model", "KAM Plan Template", "Northwind", "=1+1", "Bad Name", "KAM Plans"]);
  expect(outcome.made.map(({ name, account }) => [name, account])).toEqual([
    ["Northwind", "Northwind"],
    ["=1+1", "=1+1"],
    ["Bad Name", "Bad:Name?"],
  ]);
  expect([outcome.model?.name, outcome.template?.name, outcome.index?.name, outcome.cancelled]).toEqual(["KAM Model", "KAM Plan Template", "KAM Plans", false]);
  expect(seen).toEqual(["0/3 Northwind", "1/3 =1+1", "2/3 Bad:Name?", "3/3 "]);
});

test("a plan is the template as the user left it, with its own key exactly as the list has it", async () => {
  const of = book([rows(1)]);
  await build(of);
  const template = of.workbook.sheetList.find((sheet) => sheet.name === "KAM Plan Template")!;
  template.content.cells[60] = ["", "", "Our own block"];
  of.workbook.select([rows(2, 2)]);
  await build(of);
  const [second, third] = of.workbook.sheetList.filter((sheet) => ["=1+1", "Bad Name"].includes(sheet.name));
  expect([second?.content.cells[60]?.[2], keyOf(second!), keyOf(third!), keyOf(template)]).toEqual(["Our own block", "A2", 1003, "A1"]);
});

test("a second run leaves model and template alone and keeps existing plans, or makes copies beside them", async () => {
  const of = book([rows(1, 2)]);
  await build(of);
  of.workbook.select(ALL);
  const kept = await build(of);
  expect(kept.kept.map((sheet) => sheet.name)).toEqual(["Northwind", "=1+1"]);
  expect(kept.made.map((sheet) => sheet.name)).toEqual(["Bad Name"]);
  expect([kept.model, kept.template]).toEqual([undefined, undefined]);

  const copies = await build(of, "newCopy");
  expect(copies.made.map((sheet) => sheet.name)).toEqual(["Northwind (2)", "=1+1 (2)", "Bad Name (2)"]);
  expect(names(of).filter((name) => name === "Northwind")).toHaveLength(1);
});

test("updating makes existing plans anew, builds the missing ones, and can be taken back as a whole", async () => {
  const of = book([rows(1)]);
  await build(of);
  const before = of.workbook.sheetList.find((sheet) => sheet.name === "Northwind")!;
  of.workbook.select([rows(1, 2)]);
  const outcome = await build(of, "update");
  expect([outcome.updated.map(({ account }) => account), outcome.made.map(({ name }) => name)]).toEqual([["Northwind"], ["=1+1"]]);
  expect(names(of)).toEqual(["Accounts", "KAM Model", "KAM Plan Template", "Northwind (former)", "Northwind", "KAM Plans", "=1+1"]);
  // The former plan is no plan any more: the account is not offered twice.
  expect((await proposePlans(of.workbook, of.store)).plans[0]?.existing?.id).toBe(outcome.updated[0]?.successor.id);
  expect(await takeBackRun(of.workbook, of.store, outcome)).toBe(2);
  expect(names(of)).toEqual(["Accounts", "KAM Model", "KAM Plan Template", "Northwind", "KAM Plans"]);
  expect((await proposePlans(of.workbook, of.store)).plans[0]?.existing?.id).toBe(before.id);
});

test("cancelling keeps what is finished and starts nothing more", async () => {
  const controller = new AbortController();
  const outcome = await build(book(), "keep", controller, ({ done }) => done === 1 && controller.abort());
  // The plan that was under way when the person cancelled is finished.
  expect(outcome.made.map((sheet) => sheet.name)).toEqual(["Northwind", "=1+1"]);
  expect(outcome.cancelled).toBe(true);
});

test("what a run made can be taken back; model, template and earlier plans stay", async () => {
  const of = book([rows(1)]);
  await build(of);
  of.workbook.select([rows(2, 2)]);
  const outcome = await build(of);
  expect(await takeBackRun(of.workbook, of.store, outcome)).toBe(2);
  expect(names(of)).toEqual(["Accounts", "KAM Model", "KAM Plan Template", "Northwind", "KAM Plans"]);
});

test("a plan that fails leaves no sheet and is reported with its account, and the others are made", async () => {
  const of = book();
  of.store.beforeStep = (step) => {
    if (step === "key" && of.workbook.sheetList.some((sheet) => sheet.name === "=1+1") && !of.workbook.sheetList.some((sheet) => sheet.name === "Bad Name")) throw new Problem("tooLarge", "too large", "select fewer");
  };
  const outcome = await build(of);
  expect(outcome.made.map((sheet) => sheet.name)).toEqual(["Northwind", "Bad Name"]);
  expect(outcome.failed.map(({ account, problem }) => [account, problem.code])).toEqual([["=1+1", "tooLarge"]]);
  expect(names(of)).toEqual(["Accounts", "KAM Model", "KAM Plan Template", "Northwind", "Bad Name", "KAM Plans"]);
});

test("a problem all plans share ends the run", async () => {
  const of = book();
  of.store.beforeStep = () => {
    throw new Problem("protectedWorkbook", "protected", "unprotect");
  };
  const outcome = await build(of);
  expect([outcome.made, outcome.failed.map(({ account }) => account)]).toEqual([[], ["Northwind"]]);
});

test("an index that cannot be written does not make the plans look failed", async () => {
  const of = book([rows(1)]);
  of.workbook.beforeAdd = (plan) => {
    if (plan.name === "KAM Plans") throw new Problem("excelBusy", "busy", "wait");
  };
  const outcome = await build(of);
  expect([outcome.made.length, outcome.failed.length, outcome.indexProblem?.code]).toEqual([1, 0, "excelBusy"]);
});

test("anything unexpected is reported without its raw message, which is kept for the details", async () => {
  const of = book([rows(1)]);
  of.store.beforeStep = () => {
    throw new TypeError("x is not a function");
  };
  const { problem } = (await build(of)).failed[0]!;
  expect(problem.code).toBe("unexpected");
  expect(problem.message).toBe("Something went wrong that KAM Planner did not expect.");
  expect(problem.details).toBe("TypeError: x is not a function");
});

test("a sheet added between the proposal and the run takes no name away", async () => {
  const of = book([rows(1)]);
  const proposal = await proposePlans(of.workbook, of.store);
  of.workbook.sheetList.push({ id: "other", name: "NORTHWIND", content: { cells: [], names: new Map() } });
  expect((await run(of, proposal)).made.map((sheet) => sheet.name)).toEqual(["Northwind (2)"]);
});

test("a template that was deleted is made afresh; one without its key cell is named, and nothing is made", async () => {
  const of = book([rows(1)]);
  await build(of);
  await of.workbook.removeSheets([of.workbook.sheetList.find((sheet) => sheet.name === "KAM Plan Template")!.id]);
  of.workbook.select([rows(2)]);
  expect((await build(of)).template?.name).toBe("KAM Plan Template");

  of.workbook.sheetList.find((sheet) => sheet.name === "KAM Plan Template")!.content.names.delete(KEY_NAME);
  const before = names(of);
  await expect(build(of, "newCopy")).rejects.toMatchObject({ code: "templateBroken", message: 'The sheet "KAM Plan Template" has no cell named KAM_Key any more, so its copies would belong to no account.' });
  expect(names(of)).toEqual(before);
});

test("all accounts of a tier are proposed, whatever is selected, and the tiers are counted", async () => {
  const cells = [["Account ID", "Account", "Tier"], ["A1", "Northwind", "A"], ["A2", "Southwind", "B"], ["A3", "Eastwind", "A"], ["A4", "Westwind", ""]];
  const { workbook, store } = book([rows(2)], cells);
  workbook.hidden.add(3);
  const proposal = await proposePlans(workbook, store, "A");
  expect([proposal.plans.map(({ account }) => account.key), proposal.tiers]).toEqual([["A1", "A3"], [{ tier: "A", count: 2 }, { tier: "B", count: 1 }]]);
  await expect(proposePlans(workbook, store, "C")).rejects.toMatchObject({ code: "noAccounts", message: "No account of the list is in tier C." });
  // A scorecard says more than an old column of the list.
  store.tables.set("KAM_Scorecard", { headers: ["Account ID", "Account", "Tier"], values: [["a2", "Southwind", "A"], ["A1", "Northwind", "C"]] });
  expect((await proposePlans(workbook, store, "A")).plans.map(({ account }) => account.key)).toEqual(["A2"]);
});

test("a model without a row the plans need is named before anything is made", async () => {
  const of = book();
  of.workbook.settingsRows = Object.values(SETTINGS)
    .map((setting) => ` ${setting.name.toUpperCase()} `)
    .filter((name) => !name.includes("HORIZON"));
  await expect(build(of)).rejects.toMatchObject({ code: "settingsIncomplete", message: 'The table KAM_Settings has no row "Horizon" in its first column.' });
  expect(of.workbook.added).toEqual([]);
});

test("more plans than a workbook bears are refused before anything is made", async () => {
  const many = Array.from({ length: MAX_PLANS_PER_RUN + 1 }, (_, i) => [i, `Account ${i}`]);
  const of = book([rows(1, many.length)], [["Account ID", "Account"], ...many]);
  await expect(build(of)).rejects.toMatchObject({ code: "tooManyAccounts", message: `${MAX_PLANS_PER_RUN + 1} plans would be made; one run makes at most ${MAX_PLANS_PER_RUN}.` });
  expect(of.workbook.added).toEqual([]);
});

describe("the template", () => {
  const fresh = async (of: Book, choice: ExistingChoice = "keep") =>
    buildPlans(of.workbook, of.store, await proposePlans(of.workbook, of.store), { existing: choice, template: { variant: "compact", paper: "Letter", locked: true, fresh: true } }, new AbortController().signal, () => undefined);
  const sheetNamed = ({ workbook }: Book, name: string) => workbook.sheetList.find((sheet) => sheet.name === name)!;

  test("is still the template when somebody has renamed it: plans are copies of it and it is no plan", async () => {
    const of = book([rows(1)]);
    await build(of);
    of.workbook.rename(sheetNamed(of, "KAM Plan Template"), "Our plan form");
    of.workbook.selected = { ...of.workbook.selected, areas: [rows(2)] };
    const proposal = await proposePlans(of.workbook, of.store);
    expect(proposal.template).toEqual({ name: "Our plan form", isBroken: false });
    // The account the template shows is no account with a plan.
    expect(proposal.plans.map((plan) => plan.existing)).toEqual([undefined]);
    await run(of, proposal);
    expect(names(of)).toEqual(["Accounts", "KAM Model", "Our plan form", "Northwind", "KAM Plans", "=1+1"]);
  });

  test("of an earlier release, known by its name alone, is marked by the first run that finds it", async () => {
    const of = book([rows(1)]);
    await build(of);
    of.workbook.templateId = undefined;
    of.workbook.selected = { ...of.workbook.selected, areas: [rows(2)] };
    await build(of);
    expect(of.workbook.templateId).toBe(sheetNamed(of, "KAM Plan Template").id);
  });

  test("is made afresh on wish, also when no plan is to be built; the old one stays and is no plan", async () => {
    const of = book([rows(1)]);
    await build(of);
    const old = sheetNamed(of, "KAM Plan Template");
    const outcome = await fresh(of);
    expect(outcome.kept).toHaveLength(1);
    expect([outcome.template?.name, outcome.retiredTemplate]).toEqual(["KAM Plan Template", { id: old.id, name: "KAM Plan Template (old)" }]);
    expect(of.workbook.added.at(-1)).toMatchObject({ lockFigures: true, page: { paper: "Letter", onePage: true } });
    const again = await proposePlans(of.workbook, of.store);
    expect([again.template?.name, again.plans[0]?.existing?.name]).toEqual(["KAM Plan Template", "Northwind"]);
    expect((await fresh(of, "update")).updated).toHaveLength(1);
    // The second one kept gets a name of its own.
    expect(names(of).filter((name) => name.startsWith("KAM Plan Template"))).toHaveLength(3);
  });

  test("that could not take the old one's place leaves nothing behind", async () => {
    const of = book([rows(1)]);
    await build(of);
    const before = names(of);
    of.store.beforeStep = (step) => {
      if (step === "replace template") throw new Problem("protectedSheet", "protected", "unprotect");
    };
    await expect(fresh(of)).rejects.toMatchObject({ code: "protectedSheet" });
    expect(names(of)).toEqual(before);
  });

  test("without its key cell is told, and can only be replaced", async () => {
    const of = book([rows(1)]);
    await build(of);
    sheetNamed(of, "KAM Plan Template").content.names.delete(KEY_NAME);
    const proposal = await proposePlans(of.workbook, of.store);
    expect(proposal.template).toEqual({ name: "KAM Plan Template", isBroken: true });
    await expect(run(of, proposal, "newCopy")).rejects.toMatchObject({ code: "templateBroken" });
    expect((await fresh(of, "newCopy")).made).toHaveLength(1);
  });
});
