import type { Browser, Page } from "playwright-core";
import { launchBrowser, openWorkbench } from "./workbenchPage";

jest.setTimeout(120_000);

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ page } = await openWorkbench(browser));
});
afterAll(() => browser?.close());

/** Types a formula into a cell and gives the calculated block. */
async function typed(sheet: string, cell: string, formula: string, block = cell) {
  return page.evaluate(
    async ([name, address, text, area]) => {
      await window.workbench.setFormulas(name, address, [[text]]);
      await window.workbench.calculated();
      return window.workbench.values(name, area);
    },
    [sheet, cell, formula, block] as const,
  );
}

test("the published example of a key account manager comes out of cells", async () => {
  // A manager costs 200,000 and looks after 10 accounts: 20,000 each; at 10 % margin 200,000 extra sales; growth above 10 % on 2 million.
  expect(await page.evaluate(() => window.workbench.values("Payback", "B8:B10"))).toEqual([[20000], [200000], [0.1]]);
});

test("payback counts whole and part periods, and says why there is none", async () => {
  // 40,000 / 15,000 = 2 periods and 10,000 of the third 15,000.
  expect((await typed("Payback", "E3", "=KAM.PAYBACK(40000,15000)"))[0]?.[0]).toBeCloseTo(40000 / 15000, 12);
  expect(await typed("Payback", "E4", "=KAM.PAYBACK(40000,0)")).toEqual([["#N/A"]]);
  expect(await page.evaluate(() => window.workbench.errorMessage("Payback", "E4"))).toMatch(/never|short/i);
});

test("bad input is refused with what is wrong and where", async () => {
  expect(await typed("Payback", "E6", "=KAM.BREAKEVEN.SALES(-5,0.1)")).not.toEqual([[0]]);
  expect(await typed("Payback", "E7", '=KAM.SCORE({1,2;3,4},{1,-2})')).toEqual([["#VALUE!"]]);
  expect(await page.evaluate(() => window.workbench.errorMessage("Payback", "E7"))).toContain("-2");
});

test("scores spill, tiers follow them, and both recalculate when a cell changes", async () => {
  await page.evaluate(async () => {
    await window.workbench.setValues("Payback", "G3", [
      [100, 0.1],
      [50, 0.2],
      [0, 0],
    ]);
  });
  // Two equal weights, min-max: (1 + 0.5) / 2, (0.5 + 1) / 2, 0.
  expect(await typed("Payback", "I3", "=KAM.SCORE(G3:H5,{1,1})", "I3:I5")).toEqual([[75], [75], [0]]);
  expect(await typed("Payback", "J3", "=KAM.TIER(I3:I5,{70,40})", "J3:J5")).toEqual([["A"], ["A"], ["C"]]);
  const after = await page.evaluate(async () => {
    await window.workbench.setValues("Payback", "G4", 0);
    await window.workbench.calculated();
    return window.workbench.values("Payback", "I3:J5");
  });
  // Second account: (0 + 1) / 2.
  expect(after).toEqual([
    [75, "A"],
    [50, "B"],
    [0, "C"],
  ]);
});

test("a value in the way of a spill gives #SPILL!", async () => {
  await page.evaluate(() => window.workbench.setValues("Payback", "L4", "in the way"));
  expect(await typed("Payback", "L3", "=KAM.SCORE(G3:H5,{1,1})")).toEqual([["#SPILL!"]]);
});

test("a table refuses a formula that would spill", async () => {
  const [before] = await page.evaluate(() => window.workbench.values("Accounts", "C2"));
  expect(await typed("Accounts", "C2", "=KAM.RANK({1;2;3})")).toEqual([["#SPILL!"]]);
  expect(await typed("Accounts", "C2", "=SEQUENCE(3)")).toEqual([["#SPILL!"]]);
  // One value is no spill.
  expect(await typed("Accounts", "C2", "=KAM.BREAKEVEN.SALES(20000,0.1)")).toEqual([[200000]]);
  await page.evaluate((cell) => window.workbench.setValues("Accounts", "C2", cell as string), before?.[0]);
});

test("the sample list is scored in one formula; a bad cell spoils only its own row", async () => {
  const scores = (await page.evaluate(() => window.workbench.values("Scores", "C9:D248"))) as [number | string, string][];
  expect(scores.filter(([score]) => typeof score === "number" && score >= 0 && score <= 100).length).toBeGreaterThan(230);
  const refused = scores.filter(([score]) => score === "#VALUE!");
  // "184,500", "8.4 %" and "n/a" stand where numbers are needed.
  expect(refused).toHaveLength(3);
  // The message belongs to the row, although the formula stands in C9: the 23rd account has its revenue as text.
  const message = await page.evaluate(() => window.workbench.errorMessage("Scores", "C31"));
  expect(message).toContain('row 23, column 1: "184,500"');
  const ranks = (await page.evaluate(() => window.workbench.values("Scores", "E9:E248"))).flat();
  expect(Math.min(...ranks.filter((rank): rank is number => typeof rank === "number"))).toBe(1);
});
