import type { Browser, Page } from "playwright-core";
import { launchBrowser, origin } from "./workbenchPage";

jest.setTimeout(120_000);

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** A page that offers nothing but Excel's global and loads the add-in's functions. */
async function functionsPage(before = ""): Promise<Page> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  const address = `${origin}/functions-only.html`;
  const host = `
    window.functions = {};
    class ExcelError extends Error { constructor(code, message) { super(message); this.code = code; } }
    window.CustomFunctions = {
      associate: (id, call) => { functions[id] = call; },
      Error: ExcelError,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
    };`;
  const body = `<!doctype html><script>${before}${host}</script><script src="/functions.js"></script>`;
  await page.route(address, (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(address);
  return page;
}

interface Outcome {
  readonly shares: readonly number[];
  /** Times the page's own timer ran while the function was at work. */
  readonly turns: number;
}

/** 4,000 accounts on both sides of a cut-off, 5,000 draws: enough work for many slices on a fast computer too. */
function stability(page: Page): Promise<Outcome> {
  return page.evaluate(async () => {
    const values = Array.from({ length: 4000 }, (_, row) => Array.from({ length: 8 }, (_, column) => ((row * 31 + column * 17) % 101) / 100));
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const call = (window as unknown as { functions: Record<string, (...args: unknown[]) => Promise<number[][]>> }).functions["TIER.STABILITY"]!;
    const rows = await call(values, [[1, 2, 3, 4, 1, 2, 3, 4]], [[50, 40]], null, null, null, 0, 1, 0.5, 5000, 1, {});
    clearInterval(timer);
    return { shares: rows.flat(), turns };
  });
}

test("the simulation runs in a worker made of functions.js itself, and in slices where workers are missing, with one result", async () => {
  const withWorker = await functionsPage();
  const inWorker = await stability(withWorker);
  expect(withWorker.workers().map((worker) => worker.url())).toEqual([`${origin}/functions.js`]);
  expect(inWorker.shares).toHaveLength(4000);
  expect(new Set(inWorker.shares).size).toBeGreaterThan(10);

  const withoutWorker = await functionsPage("delete window.Worker;");
  const inSlices = await stability(withoutWorker);
  expect(withoutWorker.workers()).toHaveLength(0);
  expect(inSlices.shares).toEqual(inWorker.shares);
  // Both leave the page its turns.
  expect(inWorker.turns).toBeGreaterThan(1);
  expect(inSlices.turns).toBeGreaterThan(1);
});

test("a page whose policy forbids workers still gets its answer", async () => {
  const blocked = await functionsPage("window.Worker = class { constructor() { throw new DOMException('blocked', 'SecurityError'); } };");
  expect((await stability(blocked)).shares).toHaveLength(4000);
});
