import type { Browser, Frame, Page } from "playwright-core";
import { bestFirst } from "../../src/app/tiering/planRows";
import { readPortfolio } from "../../src/app/tiering/portfolioData";
import { inOneGo } from "../../src/app/tiering/steps";
import { TieringSession } from "../../src/app/tiering/tieringSession";
import type { CellValue } from "../../src/sheets/cellValue";
import { MODEL_TABLES, type Model, type ModelTable } from "../../src/sheets/model/model";
import { readModel } from "../../src/sheets/model/readModel";
import { launchBrowser, openWorkbench } from "./workbenchPage";

jest.setTimeout(240_000);

let browser: Browser;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  ({ page, pane } = await openWorkbench(browser, { query: "?pane=320" }));
});
afterEach(() => page.context().close());
afterAll(() => browser?.close());

const button = (name: string | RegExp) => pane.getByRole("button", { name });
const values = (sheet: string, address: string) => page.evaluate(([s, a]) => window.workbench.values(s, a), [sheet, address] as const);
const formulas = (sheet: string, address: string) => page.evaluate(([s, a]) => window.workbench.formulas(s, a), [sheet, address] as const);
const calculated = () => page.evaluate(() => window.workbench.calculated());

/** A table's cells, header row first, and where it stands. */
const table = (name: string) =>
  page.evaluate(async (tableName) => {
    const frame = document.querySelector("iframe")?.contentWindow as unknown as { Excel: typeof Excel };
    return frame.Excel.run(async (context) => {
      const range = context.workbook.tables.getItem(tableName).getRange();
      range.load("values,rowIndex,columnIndex");
      range.worksheet.load("name");
      await context.sync();
      return { sheetName: range.worksheet.name, block: { row: range.rowIndex, column: range.columnIndex, values: range.values as CellValue[][] } };
    });
  }, name);

const columnOf = (cells: readonly (readonly CellValue[])[], header: string) => cells.slice(1).map((row) => row[(cells[0] as CellValue[]).indexOf(header)] as CellValue);

/** The column with the accounts' keys and one more: what belongs to whom, wherever the rows stand. */
const byAccount = (cells: readonly (readonly CellValue[])[], header: string) => columnOf(cells, "Account ID").map((key, row) => `${String(key)}: ${String(columnOf(cells, header)[row])}`);

async function modelOnSheet(): Promise<Model> {
  const names = Object.entries(MODEL_TABLES) as [ModelTable, string][];
  const tables = await Promise.all(names.map(async ([kind, name]) => [kind, await table(name)] as const));
  const { model } = readModel(Object.fromEntries(tables));
  if (!model) throw new Error("the model on the sheet is not sound");
  return model;
}

async function openPreview() {
  await page.evaluate(() => window.workbench.select("Accounts", "B5"));
  await pane.getByRole("tab", { name: "Tiers" }).first().click();
  await button("Use the list I clicked into").click();
  await button("Confirm").click();
  await button("Use this set").click();
  await pane.getByRole("textbox", { name: "Weight of Sales" }).waitFor();
  await pane.getByRole("tab", { name: "Preview" }).click();
  await button("Go on to writing").waitFor();
}

async function write() {
  await button(/^Tier \d+ accounts$/).click();
  await button("Write again").waitFor({ timeout: 60_000 });
  await calculated();
}

/** The scorecard's sheet as a person left it: cells, and what lies around them. */
const scorecardState = async () => JSON.stringify([await formulas("KAM Scorecard", "A1:AC260"), await page.evaluate(() => window.workbench.sheets())]);

test("a list becomes a scorecard of native formulas that is written again in place, and a portfolio", async () => {
  await openPreview();
  const shown = await pane.locator("#panel-preview").innerText();
  await pane.getByText("Top 10, and why").click();
  const [best] = await pane.locator("details[open] li").allInnerTexts();

  await button("Go on to writing").click();
  await write();
  const model = await modelOnSheet();
  const list = await table("Accounts");
  const portfolio = readPortfolio({ block: list.block, key: "Account ID", name: "Account" }, model);
  const core = inOneGo(new TieringSession({ data: portfolio.data }).columns(model, { stability: false, next: false }));
  const order = bestFirst(core.ranks);
  const card = (await table("KAM_Scorecard")).block.values;
  expect(columnOf(card, "Account ID")).toEqual(order.map((account) => portfolio.accounts.keys[account]));
  columnOf(card, "Score").forEach((score, row) => {
    const wanted = core.scores[order[row] as number] as number;
    if (Number.isNaN(wanted)) expect(score).toBe("");
    else expect(score).toBeCloseTo(wanted, 9);
  });
  const labelOf = (account: number) => core.labels[core.places[account] as number] ?? "";
  expect(columnOf(card, "Tier")).toEqual(order.map(labelOf));
  const withScore = (cells: readonly unknown[]) => cells.filter((_, row) => labelOf(order[row] as number) !== "");
  expect(withScore(columnOf(card, "Gate"))).toEqual(withScore(order.map((account) => core.gates[account])));
  expect(best).toContain(String(columnOf(card, "Account")[0]));
  for (const label of core.labels) expect(shown).toMatch(new RegExp(`^${label}\\n+${order.filter((account) => labelOf(account) === label).length}\\n`, "m"));
  expect((await formulas("KAM Scorecard", "D7:F9")).flat().every((cell) => String(cell).startsWith("=") && !String(cell).includes("KAM."))).toBe(true);

  // What a person does with the sheet: a column of notes among ours, rows by name, only tier A shown.
  await page.evaluate(async () => {
    const frame = document.querySelector("iframe")?.contentWindow as unknown as { Excel: typeof Excel };
    await frame.Excel.run(async (context) => {
      const own = context.workbook.tables.getItem("KAM_Scorecard");
      const keys = own.columns.getItem("Account ID").getDataBodyRange();
      keys.load("values");
      await context.sync();
      own.columns.add(2, [["Visited"], ...keys.values.map(([key], row) => [row % 3 === 0 ? `saw ${String(key)}` : ""])]);
      own.columns.getItem("Visited").getDataBodyRange().format.fill.color = "#FFEECC";
      own.columns.add(undefined, [["Next tier"], ...keys.values.map(() => ["mine"])]);
      own.sort.apply([{ key: 1, ascending: true }]);
      own.columns.getItem("Tier").filter.applyValuesFilter(["A"]);
      await context.sync();
    });
  });
  await calculated();
  const before = (await table("KAM_Scorecard")).block.values;
  const asLeft = await scorecardState();

  // A column of the same name that the person made is not overwritten unasked, and Cancel puts everything back.
  await button("Write again").click();
  await pane.getByRole("checkbox", { name: /^Next tier/ }).check();
  await button(/^Tier \d+ accounts$/).click();
  await pane.getByText("not made by KAM Planner: “Next tier”").waitFor();
  await button("Keep").click();
  expect(await scorecardState()).toBe(asLeft);
  await pane.getByRole("checkbox", { name: /^Next tier/ }).uncheck();
  await page.evaluate(() => window.workbench.faults.delay(100));
  await button(/^Tier \d+ accounts$/).click();
  await pane.getByText(/Writing accounts|Calculating/).first().waitFor();
  await button("Cancel").click();
  await page.evaluate(() => window.workbench.faults.clear());
  await pane.getByText("Cancelled. The workbook is as it was before.").waitFor({ timeout: 90_000 });
  await calculated();
  expect(await scorecardState()).toBe(asLeft);

  // Another weight, written again: new figures, and the person's things as they were.
  await page.evaluate(() => window.workbench.setValues("KAM Model", "D7", 60));
  await pane.waitForFunction(() => [...document.querySelectorAll("input")].some((box) => box.getAttribute("aria-label") === "Weight of Sales" && box.value === "60"));
  await write();
  const after = (await table("KAM_Scorecard")).block.values;
  expect(after[0]).toEqual(before[0]);
  expect(columnOf(after, "Account")).toEqual(columnOf(before, "Account"));
  expect(byAccount(after, "Visited")).toEqual(byAccount(before, "Visited"));
  expect(new Set(columnOf(after, "Next tier"))).toEqual(new Set(["mine"]));
  expect(columnOf(after, "Score")).not.toEqual(columnOf(before, "Score"));
  const kept = await page.evaluate(async () => {
    const frame = document.querySelector("iframe")?.contentWindow as unknown as { Excel: typeof Excel };
    return frame.Excel.run(async (context) => {
      const own = context.workbook.tables.getItem("KAM_Scorecard").columns;
      const { fill } = own.getItem("Visited").getDataBodyRange().format;
      const { filter } = own.getItem("Tier");
      fill.load("color");
      filter.load("criteria");
      await context.sync();
      return { color: fill.color, values: filter.criteria.values };
    });
  });
  expect(kept).toEqual({ color: "#FFEECC", values: ["A"] });

  // The portfolio: no cell in error, its total that of the list, and refreshed where it stands.
  await button("Make or refresh the portfolio").click();
  await pane.getByText("Made for 240 accounts").waitFor();
  await calculated();
  const errors = async () => (await values("KAM Portfolio", "A1:AL260")).flat().filter((cell) => /^#(N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)/.test(String(cell)));
  expect(await errors()).toEqual([]);
  const revenue = columnOf(list.block.values, "Revenue 2025").filter((cell): cell is number => typeof cell === "number");
  const counted = columnOf((await table("KAM_Portfolio")).block.values, "Revenue").filter((cell): cell is number => typeof cell === "number");
  expect(counted).toHaveLength(revenue.length);
  expect(counted.reduce((sum, one) => sum + one, 0)).toBeCloseTo(revenue.reduce((sum, one) => sum + one, 0), 2);
  await page.evaluate(() => window.workbench.setValues("KAM Portfolio", "B106", "Agreed with the board"));
  await button("Refresh the portfolio").click();
  await pane.getByText("Refreshed for 240 accounts").waitFor();
  await calculated();
  expect(await errors()).toEqual([]);
  expect(await values("KAM Portfolio", "B106")).toEqual([["Agreed with the board"]]);
  expect((await page.evaluate(() => window.workbench.sheets())).filter((name) => name.startsWith("KAM Portfolio"))).toEqual(["KAM Portfolio"]);
});
