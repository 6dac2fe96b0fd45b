import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "./workbenchPage";

jest.setTimeout(180_000);

let browser: Browser;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  browser = await launchBrowser();
});
beforeEach(async () => {
  ({ page, pane } = await openWorkbench(browser));
});
afterEach(() => page.context().close());
afterAll(() => browser?.close());

const select = (sheet: string, address: string) => page.evaluate(([s, a]) => window.workbench.select(s, a), [sheet, address] as const);
const sheets = () => page.evaluate(() => window.workbench.sheets());
const values = (sheet: string, address: string) => page.evaluate(([s, a]) => window.workbench.values(s, a), [sheet, address] as const);

/** Every value of a sheet with its address, to look a figure up by what stands beside it. */
async function beside(sheet: string, label: string, columns: number) {
  const block = await values(sheet, "A1:P120");
  for (const row of block) {
    const at = row.indexOf(label);
    if (at >= 0) return row[at + columns];
  }
  throw new Error(`"${label}" is not on ${sheet}`);
}

async function build() {
  await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
  await pane.getByRole("button", { name: /^Build \d+ plans?$|^Build the plan$|^Build 1 plan$/ }).click();
  await pane.getByRole("button", { name: "Build more plans" }).waitFor({ timeout: 120_000 });
  await page.evaluate(() => window.workbench.calculated());
}

test("selected rows become plan sheets with live figures", async () => {
  const [row] = await values("Accounts", "A7:H7");
  await select("Accounts", "A7:B8");
  await build();
  const made = (await sheets()).slice(3);
  expect(made).toContain(String(row?.[1]));
  // 31 characters are all a sheet name may have.
  expect(made).toContain("Granby Foods International Hold");
  const plan = String(row?.[1]);
  expect(await beside(plan, "Revenue", 7)).toBe(row?.[7]);

  // The plan follows the list: double the revenue, and it doubles on the sheet.
  await page.evaluate((revenue) => window.workbench.setValues("Accounts", "H7", revenue * 2), row?.[7] as number);
  await page.evaluate(() => window.workbench.calculated());
  expect(await beside(plan, "Revenue", 7)).toBe((row?.[7] as number) * 2);

  const formulas = (await page.evaluate((name) => window.workbench.formulas(name, "A1:P120"), plan)).flat();
  expect(formulas.filter((cell) => /KAM\./i.test(String(cell)))).toEqual([]);
  const shown = (await values(plan, "A1:P120")).flat();
  expect(shown.filter((cell) => /^#(N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!)/.test(String(cell)))).toEqual([]);
});

test("payback on a plan is what KAM.PAYBACK.PROGRAM says, and never for the giant that loses money", async () => {
  await select("Accounts", "A8:A9");
  await build();
  const giant = "Granby Foods International Hold";
  expect(await beside(giant, "Payback, years", 2)).toBe("never");
  const plan = (await sheets()).at(-1) as string;
  const [sales, margin, growth, cost] = await Promise.all([
    beside(plan, "Revenue", 7),
    beside(plan, "Margin on extra sales", 2),
    beside(plan, "Planned growth", 2),
    beside(plan, "Cost of this account", 2),
  ]);
  await page.evaluate(([formula]) => window.workbench.setFormulas("Payback", "F3", formula as string), [`=KAM.PAYBACK.PROGRAM(${sales},${margin},${growth},${cost},0,0,5)`]);
  await page.evaluate(() => window.workbench.calculated());
  const [[byFunction]] = (await values("Payback", "F3")) as [[number | string]];
  const byPlan = await beside(plan, "Payback, years", 2);
  if (byFunction === "#N/A") expect(byPlan).toBe("never");
  else expect(byPlan).toBeCloseTo(byFunction as number, 9);
  // Year 1 of the giant: margin × revenue × growth, a loss; less the cost of the account.
  const year1 = (await values(giant, "A1:P120")).find((row) => row.includes("Extra margin"))?.[3];
  expect(year1).toBeCloseTo(-0.031 * 9_400_000 * 0.12, 6);
});

test("names a sheet cannot have, and names that look like formulas, still get their plan", async () => {
  await select("Accounts", "A32,A46:A48,A63,A86:A87");
  await build();
  const made = (await sheets()).slice(3);
  expect(made.filter((name) => name !== "KAM Model")).toHaveLength(7);
  expect(made.every((name) => name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name))).toBe(true);
  const consulting = made.find((name) => name.includes("1+1")) as string;
  // The name is shown as it is written; nothing of it is calculated.
  expect((await values(consulting, "A1:C3")).flat()).toContain("=1+1 Consulting");
});

test.each([
  ["the header row", "Accounts", "A1:B1"],
  ["an empty place", "Payback", "P40"],
])("with %s selected the pane says what to select and makes nothing", async (_what, sheet, address) => {
  await select(sheet, address);
  await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
  await pane.locator("text=/select .*(row|account|cell)/i >> visible=true").first().waitFor({ timeout: 20_000 });
  expect(await pane.getByRole("button", { name: /^Build \d+ plan/ }).count()).toBe(0);
  expect(await sheets()).toEqual(["Accounts", "Scores", "Payback"]);
});

test("a cancelled run keeps whole plans only and offers to remove them", async () => {
  await select("Accounts", "A10:A29");
  await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
  await pane.getByRole("button", { name: /^Build 20 plans$/ }).click();
  await pane.getByText(/[1-9]\d* of 20/).waitFor({ timeout: 60_000 });
  await pane.getByRole("button", { name: "Cancel" }).click();
  const remove = pane.getByRole("button", { name: /^Remove/ });
  await remove.waitFor({ timeout: 60_000 });
  const made = (await sheets()).slice(4);
  expect(made.length).toBeGreaterThan(0);
  expect(made.length).toBeLessThan(20);
  for (const name of made) expect((await values(name, "A1:P120")).flat()).toContain("Does it pay?");
});

test("a plan costs a handful of requests, whatever it holds", async () => {
  await select("Accounts", "A7");
  await build();
  await select("Accounts", "A9:A10");
  await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
  await pane.getByRole("button", { name: "Build 2 plans" }).waitFor();
  await page.evaluate(() => window.workbench.traffic({ reset: true }));
  await pane.getByRole("button", { name: "Build 2 plans" }).click();
  await pane.getByRole("button", { name: "Build more plans" }).waitFor({ timeout: 60_000 });
  const { requests } = await page.evaluate(() => window.workbench.traffic());
  expect(requests).toBeLessThanOrEqual(2 * 10);
});
