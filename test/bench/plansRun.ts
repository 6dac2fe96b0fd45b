import { resolve } from "node:path";
import type { CDPSession, Frame, Page } from "playwright-core";
import { linearRegression } from "simple-statistics";

/** How many plans are there when the cost is read, in one run. */
const MARKS = [25, 50, 100, 200] as const;
const MOST = MARKS[MARKS.length - 1] as number;
const FIRST_ROW = 7;
const MINUTES = 60_000;
const BUILD = /^Build \d+ plans?$/;
const POLL_MILLISECONDS = 100;

/** What a run had cost when so many of its plans were finished. */
export interface PlanCost {
  readonly plans: number;
  readonly requests: number;
  readonly actions: number;
  readonly kilobytes: number;
  /** Processor time of the page: host, grid and add-in together. */
  readonly seconds: number;
}

export interface PlanFigures {
  readonly marks: readonly PlanCost[];
  /** From the press of the button until the index is written and the list of plans is shown. */
  readonly whole: PlanCost & { readonly elapsedSeconds: number };
  readonly savedKilobytesPerPlan: number;
}

type Hook = { readonly default: () => Promise<void> };

/** Builds one plan, which makes the template, then 200 in one run, in the workbench in a browser. */
export async function plansRun(): Promise<PlanFigures> {
  const folder = resolve(__dirname, "../e2e");
  await ((await import(`${folder}/globalSetup.mjs`)) as Hook).default();
  // The address is read when the module is loaded.
  const { launchBrowser, openWorkbench } = await import("../e2e/workbenchPage");
  const browser = await launchBrowser();
  try {
    const { page, pane } = await openWorkbench(browser);
    await chooseRows(page, pane, 1);
    await pane.getByRole("button", { name: BUILD }).click();
    await pane.getByRole("button", { name: "Build more plans" }).waitFor({ timeout: 3 * MINUTES });
    const before = await savedBytes(page);
    await chooseRows(page, pane, MOST, FIRST_ROW + 1);
    const costs = await follow(page, pane);
    return { ...costs, savedKilobytesPerPlan: ((await savedBytes(page)) - before) / MOST / 1000 };
  } finally {
    await browser.close();
    await ((await import(`${folder}/globalTeardown.mjs`)) as Hook).default();
  }
}

async function chooseRows(page: Page, pane: Frame, count: number, from = FIRST_ROW): Promise<void> {
  await page.evaluate(([first, last]) => window.workbench.select("Accounts", `A${first}:A${last}`), [from, from + count - 1] as const);
  await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
  await pane.getByRole("button", { name: BUILD }).waitFor({ timeout: 3 * MINUTES });
}

async function savedBytes(page: Page): Promise<number> {
  return page.evaluate(async () => (await window.workbench.saveWorkbook()).length);
}

async function follow(page: Page, pane: Frame): Promise<Pick<PlanFigures, "marks" | "whole">> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const start = await processorSeconds(session);
  const startedAt = performance.now();
  await page.evaluate(() => window.workbench.traffic({ reset: true }));
  await pane.getByRole("button", { name: BUILD }).click();
  const cost = async (plans: number): Promise<PlanCost> => {
    const { requests, actions, bytes } = await page.evaluate(() => window.workbench.traffic());
    return { plans, requests, actions, kilobytes: bytes / 1000, seconds: (await processorSeconds(session)) - start };
  };
  const marks: PlanCost[] = [];
  const finished = pane.getByRole("button", { name: "Build more plans" });
  while ((await finished.count()) === 0) {
    const done = Number(/(\d+) of \d+/.exec(await pane.locator("body").innerText())?.[1] ?? 0);
    if (done >= (MARKS[marks.length] ?? Infinity)) marks.push(await cost(done));
    await new Promise((wait) => setTimeout(wait, POLL_MILLISECONDS));
  }
  await pane.getByRole("list", { name: "Plans", exact: true }).waitFor({ timeout: 3 * MINUTES });
  return { marks, whole: { ...(await cost(MOST)), elapsedSeconds: (performance.now() - startedAt) / 1000 } };
}

async function processorSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

/** The slope of log(cost) over log(plans): 1 when each plan costs the same. */
export function growthExponent(costs: readonly { readonly plans: number; readonly seconds: number }[]): number {
  return linearRegression(costs.map(({ plans, seconds }) => [Math.log(plans), Math.log(seconds)])).m;
}

/** The figures as a table, with what a further plan cost between the first and the last mark. */
export function plansReport({ marks, whole, savedKilobytesPerPlan }: PlanFigures): string {
  const lines = [...marks, whole].map(({ plans, requests, actions, kilobytes, seconds }) =>
    [String(plans), String(requests), String(actions), kilobytes.toFixed(0), seconds.toFixed(1)].map((cell) => cell.padStart(12)).join(""),
  );
  const [first, last] = [marks[0], marks[marks.length - 1]];
  const rest = last && first && last.plans > first.plans ? (of: "requests" | "actions" | "kilobytes") => (last[of] - first[of]) / (last.plans - first.plans) : () => NaN;
  return [
    ["plans", "requests", "actions", "kB", "CPU s"].map((cell) => cell.padStart(12)).join(""),
    ...lines,
    `a further plan: ${rest("requests").toFixed(2)} requests (4), ${rest("actions").toFixed(1)} actions (60), ${rest("kilobytes").toFixed(1)} kB (20)`,
    `growth exponent of the processor time over the plans: ${growthExponent(marks).toFixed(2)} (1.1)`,
    `saved: ${savedKilobytesPerPlan.toFixed(1)} kB for a plan (60); the whole run took ${whole.elapsedSeconds.toFixed(0)} s`,
  ].join("\n");
}
