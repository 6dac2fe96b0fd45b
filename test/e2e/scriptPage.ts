import type { Browser, Frame } from "playwright-core";
import { launchBrowser, origin } from "./workbenchPage";

const PAGE = '<!doctype html><html><head><script src="/office/office.js"></script><script src="/functions.js"></script></head><body></body></html>';

/** Opens the workbench with a bare add-in page that only loads office.js, and gives that page's frame. */
export async function openScriptPage(browser: Browser): Promise<Frame> {
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } })).newPage();
  await page.route(
    (url) => url.pathname === "/script.html",
    (route) => route.fulfill({ contentType: "text/html", body: PAGE }),
  );
  await page.goto(`${origin}/workbench/?addin=/script.html`);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench.ready);
  const addin = page.frames().find((frame) => new URL(frame.url()).pathname === "/script.html");
  if (!addin) throw new Error("the script page's frame was not found");
  await addin.evaluate(async () => void (await Office.onReady()));
  return addin;
}

/** Makes a fresh sheet "Script" with three products, their quantities, prices and totals in B2:E6. */
export async function freshSheet(addin: Frame): Promise<void> {
  await addin.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItemOrNullObject("Script").delete();
      const sheet = context.workbook.worksheets.add("Script");
      sheet.activate();
      sheet.getRange("B2:E2").values = [["Product", "Quantity", "Unit Price", "Totals"]];
      sheet.getRange("B3:D5").values = [
        ["Almonds", 6, 7.5],
        ["Coffee", 20, 34.5],
        ["Chocolate", 10, 9.56],
      ];
      sheet.getRange("E3:E6").formulas = [["=C3*D3"], ["=C4*D4"], ["=C5*D5"], ["=SUM(E3:E5)"]];
      sheet.getRange("E3:E6").numberFormat = [["$0.00"]];
      await context.sync();
    }),
  );
}

/** One browser with a bare add-in page for all tests of a file. */
export function scriptSession(): { readonly addin: Frame } {
  let browser: Browser | undefined;
  let addin: Frame | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
    addin = await openScriptPage(browser);
  });
  afterAll(() => browser?.close());
  return {
    get addin() {
      return addin as Frame;
    },
  };
}
