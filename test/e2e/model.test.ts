import type { Browser, Frame, Page } from "playwright-core";
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

const values = (address: string) => page.evaluate((a) => window.workbench.values("KAM Model", a), address);
const setValue = (address: string, value: number | string) => page.evaluate(([a, v]) => window.workbench.setValues("KAM Model", a as string, v as number), [address, value] as const);

/** Cells below a header of the model's sheet, down to the first empty one. */
async function column(section: string, header: string) {
  const block = await values("B1:J90");
  const top = block.findIndex((row) => row[0] === section) + 2;
  const at = block[top]?.indexOf(header) ?? -1;
  const below = block.slice(top + 1).map((row) => row[at]);
  return below.slice(0, block.slice(top + 1).findIndex((row) => row[0] === ""));
}

async function confirmList() {
  await page.evaluate(() => window.workbench.select("Accounts", "B5"));
  await pane.getByRole("tab", { name: "Tiers" }).first().click();
  await pane.getByRole("button", { name: "Use the list I clicked into" }).click();
  await pane.getByRole("button", { name: "Confirm" }).click();
  await pane.getByRole("tab", { name: "Criteria", selected: true }).waitFor();
}

test("from a list to a confirmed model that the pane and the sheet both edit", async () => {
  await confirmList();
  await pane.getByRole("checkbox", { name: /Growth a year/ }).check();
  await pane.getByRole("button", { name: "Use this set" }).click();
  await pane.getByRole("textbox", { name: "Weight of Sales" }).waitFor();
  expect(await column("Criteria", "Criterion")).toEqual(["Sales", "Margin", "Consistent growth", "Prompt payment", "Access to objectives", "Openness", "Relationship"]);
  expect(await column("Gates", "Column")).toEqual(["Net margin", "Days late"]);
  // The growth of each account is its own: (2025 / 2023)^(1/2) - 1.
  await page.evaluate(() => window.workbench.calculated());
  const rows = await page.evaluate(() => window.workbench.values("Accounts", "F2:P4"));
  for (const row of rows) expect(row[10]).toBeCloseTo(((row[2] as number) / (row[0] as number)) ** 0.5 - 1, 9);
  // The added column is among the headers that the model's cells offer.
  const offered = await page.evaluate(async () => {
    const frame = document.querySelector("iframe")?.contentWindow as unknown as { Excel: typeof Excel };
    return frame.Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem("KAM Model").getRange("C7");
      dataValidation.load("rule");
      await context.sync();
      return dataValidation.rule.list?.source;
    });
  });
  expect(offered).toMatch(/^='?Accounts'?!\$A\$1:\$P\$1$/);
  const shares = (await column("Criteria", "Share")) as number[];
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);

  await setValue("D7", 40);
  await pane.waitForFunction(() => [...document.querySelectorAll("input")].some((box) => box.getAttribute("aria-label") === "Weight of Sales" && box.value === "40"));
  await setValue("D8", "many");
  await pane.getByRole("button", { name: "Go to KAM Model D8" }).first().waitFor();
  await pane.getByRole("textbox", { name: "Weight of Margin" }).fill("25,5");
  await pane.getByRole("textbox", { name: "Weight of Margin" }).press("Enter");
  await pane.getByRole("button", { name: "Go to KAM Model D8" }).first().waitFor({ state: "detached" });
  expect(await values("D7:D8")).toEqual([[40], [25.5]]);
});

test("a workbook of release 0.1.0 gets what it lacks, and keeps every cell that was typed", async () => {
  // The first release had the settings of the plans alone: cutting the rest off gives such a workbook.
  await confirmList();
  await page.evaluate(async () => {
    const frame = document.querySelector("iframe")?.contentWindow as unknown as { Excel: typeof Excel };
    await frame.Excel.run(async (context) => {
      for (const name of ["KAM_Criteria", "KAM_Gates", "KAM_Tiers", "KAM_Columns"]) context.workbook.tables.getItem(name).delete();
      const rows = context.workbook.tables.getItem("KAM_Settings").rows;
      for (let row = 13; row >= 9; row--) rows.getItemAt(row).delete();
      await context.sync();
    });
  });
  const head = (await values("B1:E140")).findIndex((row) => row[0] === "Setting");
  await setValue(`C${head + 2}`, 345_678);
  const typed = await values(`B1:E${head + 10}`);
  expect(typed[head + 1]).toEqual(["Programme cost", 345_678, "a year", "One key account manager with everything he or she needs"]);
  await pane.getByRole("button", { name: "Bring the model up to date" }).click();
  await pane.getByRole("tab", { name: "List" }).waitFor({ timeout: 60_000 });
  expect(await values(`B1:E${head + 10}`)).toEqual(typed);
  expect((await values("B1:E140")).map((row) => row[0])).toEqual(expect.arrayContaining(["Criterion", "Tier", "Meaning", "Model version"]));
});
