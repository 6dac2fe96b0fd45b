import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "./workbenchPage";

jest.setTimeout(300_000);

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
const type = (sheet: string, address: string, value: string | number) => page.evaluate(([s, a, v]) => window.workbench.setValues(s, a, v), [sheet, address, value] as const);
const calculated = () => page.evaluate(() => window.workbench.calculated());

/** The sheets the add-in makes for itself; what is left of the new ones are plans. */
const OWN = ["Accounts", "Scores", "Payback", "KAM Model", "KAM Plan Template", "KAM Plans"];
const plans = async () => (await sheets()).filter((name) => !OWN.includes(name));

/** The row of a sheet (counted from 1) with a label, and the label's column. */
async function find(sheet: string, label: string): Promise<{ readonly row: number; readonly column: number; readonly cells: readonly unknown[] }> {
  const block = await values(sheet, "A1:P170");
  for (const [i, cells] of block.entries()) {
    const column = cells.indexOf(label);
    if (column >= 0) return { row: i + 1, column, cells };
  }
  throw new Error(`"${label}" is not on ${sheet}`);
}
const beside = async (sheet: string, label: string, columns: number) => {
  const { cells, column } = await find(sheet, label);
  return cells[column + columns];
};

async function build() {
  await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
  await pane.getByRole("button", { name: /^Build \d+ plans?$/ }).click({ timeout: 60_000 });
  await pane.getByRole("button", { name: "Build more plans" }).waitFor({ timeout: 200_000 });
  await calculated();
}

test("selected rows become plan sheets with live figures, and the index lists them", async () => {
  const [row] = await values("Accounts", "A7:H7");
  await select("Accounts", "A7:B8");
  await build();
  const plan = String(row?.[1]);
  // 31 characters are all a sheet name may have.
  expect(await plans()).toEqual([plan, "Granby Foods International Hold"]);
  expect(await beside(plan, "Revenue", 5)).toBe(row?.[7]);
  // A loss on every sale never pays back.
  const giant = await values("Granby Foods International Hold", "K1:L170");
  expect(giant.find(([label]) => label === "Payback, years")?.[1]).toBe("never");
  const line = await find("KAM Plans", String(row?.[0]));
  expect(line.cells.slice(1, 3)).toEqual([plan, row?.[0]]);

  // The plan follows the list: double the revenue, and it doubles on the sheet.
  await type("Accounts", "H7", (row?.[7] as number) * 2);
  await calculated();
  expect(await beside(plan, "Revenue", 5)).toBe((row?.[7] as number) * 2);

  const formulas = (await page.evaluate((name) => window.workbench.formulas(name, "A1:P170"), plan)).flat();
  expect(formulas.filter((cell) => /KAM\./i.test(String(cell)))).toEqual([]);
  const shown = (await Promise.all([plan, "KAM Plans"].map((name) => values(name, "A1:P170")))).flat(2);
  expect(shown.filter((cell) => /^#(N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!)/.test(String(cell)))).toEqual([]);
});

test("names a sheet cannot have, and names that look like formulas, still get their plan", async () => {
  await select("Accounts", "A32,A46,A63,A86");
  await build();
  const made = await plans();
  expect(made).toHaveLength(4);
  expect(made.every((name) => name.length <= 31 && !/[:\\/?*[\]]/.test(name) && !/^'|'$/.test(name))).toBe(true);
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
  await select("Accounts", "A10:A69");
  await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
  await pane.getByRole("button", { name: /^Build 60 plans$/ }).click();
  await pane.getByText(/[2-9] of 60/).waitFor({ timeout: 200_000 });
  await pane.getByRole("button", { name: "Cancel" }).click();
  const remove = pane.getByRole("button", { name: /^Remove (it|these)/ });
  await remove.waitFor({ timeout: 100_000 });
  const made = await plans();
  expect(made.length).toBeGreaterThan(0);
  expect(made.length).toBeLessThan(60);
  for (const name of made) expect((await values(name, "A1:P170")).flat()).toContain("Does it pay?");
});

test("a plan is updated with all that is typed in it, agreed on, and what moves is in the review pack", async () => {
  const plan = "Fairway Foods S.A.";
  await select("Accounts", "A7");
  await build();
  const contact = await find(plan, "Contact and position");
  await type(plan, `B${contact.row + 1}`, "Maria Anders");
  await type(plan, "N20", "beside the plan");
  const reading = `='${plan}'!B${contact.row + 1}`;
  await page.evaluate((formula) => window.workbench.setFormulas("Payback", "J30", formula), reading);
  await type("KAM Plan Template", `B${contact.row}`, "People we know");
  await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
  await pane.getByRole("radio", { name: /^Update it/ }).click();
  await pane.getByRole("button", { name: "Update 1 plan" }).click();
  await pane.getByText("1 plan updated").waitFor({ timeout: 100_000 });
  await calculated();
  expect(await plans()).toEqual([`${plan} (former)`, plan]);
  const head = await find(plan, "People we know");
  expect((await values(plan, `B${head.row + 1}`))[0]).toEqual(["Maria Anders"]);
  expect(await values(plan, "N20")).toEqual([["beside the plan"]]);
  // Excel would leave it with the former plan.
  expect([await values("Payback", "J30"), await page.evaluate(() => window.workbench.formulas("Payback", "J30"))]).toEqual([[["Maria Anders"]], [[reading]]]);

  // A long answer: its rows become as high as it needs, and the plan still prints on two pages.
  const question = await find(plan, "Purchasing strategy");
  await type(plan, `C${question.row}`, "They decide twice a year. ".repeat(40));
  await select(plan, "B2");
  await pane.getByRole("button", { name: "Fit the open plan to print" }).click();
  await pane.getByText(/shows its long texts and prints on 2 pages/).waitFor({ timeout: 60_000 });
  const printed = await pane.evaluate(
    ([name, row]) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(name as string);
        const text = sheet.getRange(`C${row}`).load("format/rowHeight");
        sheet.pageLayout.load("zoom");
        await context.sync();
        return { points: text.format.rowHeight, zoom: sheet.pageLayout.zoom };
      }),
    [plan, question.row] as const,
  );
  // 1,040 letters are 12 lines of 12 points on two rows.
  expect(printed).toEqual({ points: 73, zoom: { scale: expect.any(Number) } });
  expect(printed.zoom.scale).toBeLessThan(70);

  await pane.getByRole("button", { name: "Agree on the open plan" }).click();
  await pane.getByRole("button", { name: "Agree", exact: true }).click();
  await pane.getByText(/Agreed on the figures of/).waitFor({ timeout: 60_000 });
  await type("Accounts", "H7", 3_000_000);
  await calculated();
  await page.evaluate(() => window.workbench.pressRibbon("KamReviewPack"));
  await pane.getByText(/Review pack made/).waitFor({ timeout: 100_000 });
  const pack = (await sheets()).find((name) => name.startsWith("KAM Review ")) as string;
  const moved = await find(pack, "Revenue");
  expect(moved.cells[moved.column + 3]).toBe(3_000_000);
});

test("a further plan costs at most 4 requests, 60 actions and 20 kB", async () => {
  const traffic = async (address: string) => {
    await select("Accounts", address);
    await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
    await pane.getByRole("button", { name: /^Build \d+ plans?$/ }).waitFor({ timeout: 60_000 });
    await page.evaluate(() => window.workbench.traffic({ reset: true }));
    await pane.getByRole("button", { name: /^Build \d+ plans?$/ }).click();
    await pane.getByRole("button", { name: /^Remove (it|these)/ }).waitFor({ timeout: 200_000 });
    await pane.getByRole("list", { name: "Plans", exact: true }).waitFor({ timeout: 60_000 });
    const counted = await page.evaluate(() => window.workbench.traffic());
    // Back to where it was, so that the next run begins alike.
    await pane.getByRole("button", { name: /^Remove (it|these)/ }).click();
    await pane.getByRole("button", { name: "Remove", exact: true }).click();
    await pane.getByText(/removed again/).waitFor({ timeout: 60_000 });
    return counted;
  };
  await select("Accounts", "A7");
  await build();
  const [two, five] = [await traffic("A9:A10"), await traffic("A9:A13")];
  const each = (of: "requests" | "actions" | "bytes") => (five[of] - two[of]) / 3;
  expect(each("requests")).toBeLessThanOrEqual(4);
  expect(each("actions")).toBeLessThanOrEqual(60);
  expect(each("bytes")).toBeLessThanOrEqual(20_000);
});
