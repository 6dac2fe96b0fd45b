import type { Browser } from "playwright-core";
import { launchBrowser, origin } from "./workbenchPage";

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test.each(["/taskpane.html", "/office/office.js"])("the add-in starts although the first request for %s is lost", async (path) => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  let lost = 0;
  await page.route(`${origin}${path}*`, (route) => (lost++ === 0 ? route.abort() : route.continue()));
  await page.goto(`${origin}/workbench/`);
  await page.evaluate(() => window.workbench.ready);
  expect(lost).toBeGreaterThan(1);
  await context.close();
});
