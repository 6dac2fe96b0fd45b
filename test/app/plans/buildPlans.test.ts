import { buildPlans, proposePlans, removePlans, type BuildProgress, type ExistingChoice } from "../../../src/app/plans/buildPlans";
import { Problem } from "../../../src/app/problems";
import { SETTINGS } from "../../../src/sheets/formulas/settings";
import { MAX_PLANS_PER_RUN } from "../../../src/sheets/limits";
import { ACCOUNTS, MemoryWorkbook, rows } from "../memoryWorkbook";

const ALL = [rows(1, 3)];

async function build(workbook: MemoryWorkbook, choice: ExistingChoice = "keep", controller = new AbortController(), onProgress: (p: BuildProgress) => void = () => undefined) {
  return buildPlans(workbook, await proposePlans(workbook), choice, controller.signal, onProgress);
}

test("a proposal names each account's sheet as Excel allows and changes nothing", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, ALL);
  const proposal = await proposePlans(workbook);
  expect(proposal.plans.map(({ account, sheetName }) => [account.key, sheetName])).toEqual([
    ["A1", "Northwind"],
    ["A2", "=1+1"],
    [1003, "Bad Name"],
  ]);
  expect(workbook.added).toEqual([]);
});

test("names that are taken, differ only in case or collide after shortening are numbered", async () => {
  const long = "A very long name of a company which";
  const workbook = new MemoryWorkbook([["Account ID", "Account"], [1, "accounts"], [2, `${long} A`], [3, `${long} B`], [4, "KAM Model"]], [rows(1, 4)]);
  expect((await proposePlans(workbook)).plans.map((plan) => plan.sheetName)).toEqual([
    "accounts (2)",
    "A very long name of a company w",
    "A very long name of a compa (2)",
    "KAM Model (2)",
  ]);
});

test("the first run makes the model and a plan per account, with progress", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, ALL);
  const seen: string[] = [];
  const outcome = await build(workbook, "keep", undefined, ({ done, total, account }) => seen.push(`${done}/${total} ${account}`));
  expect(workbook.sheetList.map((sheet) => sheet.name)).toEqual(["Accounts", "KAM Model", "Northwind", "=1+1", "Bad Name"]);
  expect(outcome.made.map(({ name, account }) => [name, account])).toEqual([
    ["Northwind", "Northwind"],
    ["=1+1", "=1+1"],
    ["Bad Name", "Bad:Name?"],
  ]);
  expect(outcome.model?.name).toBe("KAM Model");
  expect(outcome.cancelled).toBe(false);
  expect(seen).toEqual(["0/3 Northwind", "1/3 =1+1", "2/3 Bad:Name?", "3/3 "]);
});

test("a second run leaves the model alone and keeps existing plans, or makes copies beside them", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 2)]);
  await build(workbook);
  workbook.select(ALL);
  const kept = await build(workbook);
  expect(kept.kept.map((sheet) => sheet.name)).toEqual(["Northwind", "=1+1"]);
  expect(kept.made.map((sheet) => sheet.name)).toEqual(["Bad Name"]);
  expect(kept.model).toBeUndefined();

  const copies = await build(workbook, "newCopy");
  expect(copies.made.map((sheet) => sheet.name)).toEqual(["Northwind (2)", "=1+1 (2)", "Bad Name (2)"]);
  expect(workbook.sheetList.filter((sheet) => sheet.name === "Northwind")).toHaveLength(1);
});

test("cancelling keeps what is finished and starts nothing more", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, ALL);
  const controller = new AbortController();
  const outcome = await build(workbook, "keep", controller, ({ done }) => done === 1 && controller.abort());
  // The plan that was under way when the person cancelled is finished.
  expect(outcome.made.map((sheet) => sheet.name)).toEqual(["Northwind", "=1+1"]);
  expect(outcome.cancelled).toBe(true);
});

test("what a run made can be taken back; the model and earlier plans stay", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  await build(workbook);
  workbook.select([rows(2, 2)]);
  const outcome = await build(workbook);
  expect(await removePlans(workbook, outcome)).toBe(2);
  expect(workbook.sheetList.map((sheet) => sheet.name)).toEqual(["Accounts", "KAM Model", "Northwind"]);
});

test("a plan that fails is reported with its account and the others are made", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, ALL);
  workbook.beforeAdd = (plan) => {
    if (plan.name === "=1+1") throw new Problem("tooLarge", "too large", "select fewer");
  };
  const outcome = await build(workbook);
  expect(outcome.made.map((sheet) => sheet.name)).toEqual(["Northwind", "Bad Name"]);
  expect(outcome.failed.map(({ account, problem }) => [account, problem.code])).toEqual([["=1+1", "tooLarge"]]);
});

test("a problem all plans share ends the run", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, ALL);
  workbook.beforeAdd = (plan) => {
    if (plan.name === "Northwind") throw new Problem("protectedWorkbook", "protected", "unprotect");
  };
  const outcome = await build(workbook);
  expect(outcome.made).toEqual([]);
  expect(outcome.failed.map(({ account }) => account)).toEqual(["Northwind"]);
});

test("anything unexpected is reported without its raw message, which is kept for the details", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  workbook.beforeAdd = (plan) => {
    if (plan.name === "Northwind") throw new TypeError("x is not a function");
  };
  const { problem } = (await build(workbook)).failed[0]!;
  expect(problem.code).toBe("unexpected");
  expect(problem.message).toBe("Something went wrong that KAM Planner did not expect.");
  expect(problem.details).toBe("TypeError: x is not a function");
});

test("a sheet added between the proposal and the run takes no name away", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  const proposal = await proposePlans(workbook);
  workbook.sheetList.push({ id: "other", name: "NORTHWIND" });
  const outcome = await buildPlans(workbook, proposal, "keep", new AbortController().signal, () => undefined);
  expect(outcome.made.map((sheet) => sheet.name)).toEqual(["Northwind (2)"]);
});

test("a model without a row the plans need is named before anything is made", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, ALL);
  workbook.settingsRows = Object.values(SETTINGS)
    .map((setting) => ` ${setting.name.toUpperCase()} `)
    .filter((name) => !name.includes("HORIZON"));
  await expect(build(workbook)).rejects.toMatchObject({ code: "settingsIncomplete", message: 'The table KAM_Settings has no row "Horizon" in its first column.' });
  expect(workbook.added).toEqual([]);
});

test("more plans than a workbook bears are refused before anything is made", async () => {
  const many = Array.from({ length: MAX_PLANS_PER_RUN + 1 }, (_, i) => [i, `Account ${i}`]);
  const workbook = new MemoryWorkbook([["Account ID", "Account"], ...many], [rows(1, many.length)]);
  await expect(build(workbook)).rejects.toMatchObject({ code: "tooManyAccounts", message: `${MAX_PLANS_PER_RUN + 1} plans would be made; one run makes at most ${MAX_PLANS_PER_RUN}.` });
  expect(workbook.added).toEqual([]);
});
