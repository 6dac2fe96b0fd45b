import type { Browser, Frame } from "playwright-core";
import { launchBrowser, origin } from "./workbenchPage";

/**
 * Scripts as they are written for Excel, run by the unmodified office.js against the workbench's host and grid. They use
 * the API in the manner of Microsoft's documentation (learn.microsoft.com/office/dev/add-ins/excel).
 */

jest.setTimeout(120_000);

let browser: Browser;
let addin: Frame;

const PAGE = '<!doctype html><html><head><script src="/office/office.js"></script><script src="/functions.js"></script></head><body></body></html>';

beforeAll(async () => {
  browser = await launchBrowser();
  const page = await (await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1440, height: 900 } })).newPage();
  await page.route(
    (url) => url.pathname === "/script.html",
    (route) => route.fulfill({ contentType: "text/html", body: PAGE }),
  );
  await page.goto(`${origin}/workbench/?addin=/script.html`);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench.ready);
  addin = page.frames().find((frame) => new URL(frame.url()).pathname === "/script.html") as Frame;
  await addin.evaluate(async () => void (await Office.onReady()));
});
afterAll(() => browser?.close());

/** A fresh sheet with four products, their quantities, prices and totals in B2:E6. */
beforeEach(async () => {
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
});

test("values, formulas and texts of one request are those after its own writes", async () => {
  const result = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const totals = context.workbook.worksheets.getItem("Script").getRange("E3:E6");
      totals.load("values, text, formulas");
      await context.sync();
      return [totals.values, totals.text, totals.formulas];
    }),
  );
  expect(result).toEqual([[[45], [690], [95.6], [830.6]], [["$45.00"], ["$690.00"], ["$95.60"], ["$830.60"]], [["=C3*D3"], ["=C4*D4"], ["=C5*D5"], ["=SUM(E3:E5)"]]]);
});

test("set() writes nested properties, load() reads them back in another request", async () => {
  const result = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Script").getRange("H1:I2");
      range.set({
        values: [
          [1, "a"],
          [2, "b"],
        ],
        format: { font: { bold: true, color: "#123456" }, fill: { color: "yellow" } },
      });
      await context.sync();
      range.load("values");
      range.format.font.load("color, bold");
      range.format.fill.load("color");
      await context.sync();
      return [range.values, range.format.font.color, range.format.font.bold, range.format.fill.color];
    }),
  );
  expect(result).toEqual([
    [
      [1, "a"],
      [2, "b"],
    ],
    "#123456",
    true,
    "#FFFF00",
  ]);
});

test("ranges follow inserted cells, copies move their references", async () => {
  const result = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Script");
      const total = sheet.getRange("E6");
      const blank = sheet.getRange("B4:E4").insert("Down");
      blank.load("address");
      total.load("address, values");
      await context.sync();
      sheet.getRange("G2").copyFrom("B2:E3");
      sheet.getRange("G10").copyFrom("E3:E7", "Values", false, true);
      const [formula, values] = [sheet.getRange("J3"), sheet.getRange("G10:K10")];
      formula.load("formulas");
      values.load("values");
      await context.sync();
      return [blank.address, total.address, total.values, formula.formulas, values.values];
    }),
  );
  expect(result).toEqual(["Script!B4:E4", "Script!E7", [[830.6]], [["=H3*I3"]], [[45, "", 690, 95.6, 830.6]]]);
});

test("spilled blocks have a parent and an extent", async () => {
  const result = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Script");
      sheet.getRange("K1").formulas = [["=SEQUENCE(3,2)"]];
      sheet.getRange("N1").formulas = [["=SUM(K1#)"]];
      await context.sync();
      const spill = sheet.getRange("K1").getSpillingToRange();
      const parent = sheet.getRange("L2").getSpillParent();
      const none = sheet.getRange("A1").getSpillParentOrNullObject();
      const sum = sheet.getRange("N1");
      spill.load("address, values");
      parent.load("address");
      none.load("address");
      sum.load("values, formulas");
      await context.sync();
      return [spill.address, spill.values, parent.address, none.isNullObject, sum.values, sum.formulas];
    }),
  );
  expect(result).toEqual([
    "Script!K1:L3",
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    "Script!K1",
    true,
    [[21]],
    [["=SUM(K1#)"]],
  ]);
});

test("a table made of headers takes rows and a calculated column, filters and totals", async () => {
  const result = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Script");
      const table = sheet.tables.add("A20:C20", true);
      table.name = "Expenses";
      table.getHeaderRowRange().values = [["Date", "Merchant", "Amount"]];
      table.rows.add(undefined, [
        ["1/1/2024", "Phones", "$120"],
        ["1/2/2024", "Cars", "$142"],
        ["1/5/2024", "Phones", "$27"],
      ]);
      table.columns.add(undefined, [["Half"], ["=[@Amount]/2"], ["=[@Amount]/2"], ["=[@Amount]/2"]]);
      await context.sync();
      table.columns.getItem("Merchant").filter.applyValuesFilter(["Phones"]);
      const view = table.getDataBodyRange().getVisibleView();
      view.load("values, rowCount");
      await context.sync();
      const shown = view.values;
      table.clearFilters();
      table.sort.apply([{ key: 2, ascending: false }]);
      table.showTotals = true;
      const body = table.getDataBodyRange();
      const totals = table.getTotalRowRange();
      body.load("formulas, text");
      totals.load("values");
      table.rows.load("count");
      await context.sync();
      return [shown, body.formulas, totals.values, table.rows.count];
    }),
  );
  expect(result).toEqual([
    [
      [45292, "Phones", 120, 60],
      [45296, "Phones", 27, 13.5],
    ],
    [
      [45293, "Cars", 142, "=[@Amount]/2"],
      [45292, "Phones", 120, "=[@Amount]/2"],
      [45296, "Phones", 27, "=[@Amount]/2"],
    ],
    [["Total", "", "", 144.5]],
    3,
  ]);
});

test("sheets are copied, hidden, protected; a locked cell answers AccessDenied", async () => {
  const result = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Script");
      const copy = sheet.copy("After", sheet);
      copy.name = "Script copy";
      copy.visibility = "VeryHidden";
      copy.load("name, visibility");
      sheet.protection.protect();
      await context.sync();
      const visibility = copy.visibility;
      let code = "none";
      try {
        sheet.getRange("A1").values = [[1]];
        await context.sync();
      } catch (error) {
        code = (error as { code: string }).code;
      }
      sheet.protection.unprotect();
      copy.visibility = "Visible";
      copy.delete();
      const gone = context.workbook.worksheets.getItemOrNullObject("Script copy");
      await context.sync();
      return [copy.name, visibility, code, gone.isNullObject];
    }),
  );
  expect(result).toEqual(["Script copy", "VeryHidden", "AccessDenied", true]);
});

test("a name may be a constant, and formulas follow when it changes", async () => {
  const result = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Script");
      const rate = sheet.names.add("Rate", "=0.25");
      const cell = sheet.getRange("H1");
      cell.formulas = [["=Rate*4"]];
      cell.load("values");
      rate.load("type, value, scope");
      await context.sync();
      const first = cell.values;
      rate.formula = "=0.5";
      cell.load("values");
      await context.sync();
      return [rate.type, rate.scope, first, cell.values];
    }),
  );
  expect(result).toEqual(["Double", "Worksheet", [[1]], [[2]]]);
});

test("rules, charts and page layout are kept as they were set", async () => {
  const result = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Script");
      const range = sheet.getRange("C3:C5");
      const format = range.conditionalFormats.add(Excel.ConditionalFormatType.cellValue);
      format.cellValue.format.font.color = "red";
      format.cellValue.rule = { formula1: "=15", operator: "GreaterThan" };
      range.dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 15, operator: "Between" } };
      const wrong = range.dataValidation.getInvalidCells();
      wrong.load("address");
      const chart = sheet.charts.add(Excel.ChartType.columnClustered, sheet.getRange("B2:C5"));
      chart.title.text = "Quantities";
      chart.setPosition("G2", "L15");
      chart.series.load("items/name");
      chart.load("name, chartType");
      sheet.pageLayout.orientation = Excel.PageOrientation.landscape;
      sheet.pageLayout.setPrintArea("A1:F10");
      const area = sheet.pageLayout.getPrintArea();
      area.load("address");
      format.load("type, priority");
      await context.sync();
      return [format.type, format.priority, wrong.address, chart.series.items.map((series) => series.name), area.address];
    }),
  );
  expect(result).toEqual(["CellValue", 0, "Script!C4", ["Quantity"], "Script!A1:F10"]);
});

test("handlers hear of changes, of the sheet and of all sheets", async () => {
  const result = await addin.evaluate(async () => {
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Script");
      const both = new Promise<void>((done) => {
        const hear = (who: string, address: string) => {
          heard.push([who, address]);
          if (heard.length === 2) done();
        };
        sheet.onChanged.add(async (event) => hear("sheet", event.address));
        context.workbook.worksheets.onChanged.add(async (event) => hear("workbook", event.address));
      });
      await context.sync();
      sheet.getRange("K1").values = [[7]];
      await context.sync();
      await both;
    });
    return heard;
  });
  expect(result).toEqual([
    ["sheet", "K1"],
    ["workbook", "K1"],
  ]);
});

test("20,000 cells are written and read in one request each", async () => {
  const same = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const values = Array.from({ length: 5000 }, (_, row) => [row, `t${row}`, row * 1.5, row % 2 === 0]);
      const range = context.workbook.worksheets.getItem("Script").getRange("H1:K5000");
      range.values = values;
      await context.sync();
      range.load("values");
      await context.sync();
      return JSON.stringify(range.values) === JSON.stringify(values);
    }),
  );
  expect(same).toBe(true);
});

test("errors carry Excel's codes", async () => {
  const codes = await addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Script");
      const tries = [
        () => context.workbook.worksheets.getItem("missing").load("name"),
        () => context.workbook.worksheets.add("Q1/Q2"),
        () => context.workbook.worksheets.add("SCRIPT"),
        () => context.workbook.names.add("KAM1", "=1"),
        () => (sheet.getRange("A:A").values = "x" as unknown as unknown[][]),
        () => sheet.getRange("no such range").load("address"),
      ];
      const found: string[] = [];
      for (const attempt of tries) {
        try {
          attempt();
          await context.sync();
          found.push("none");
        } catch (error) {
          found.push((error as { code: string }).code);
        }
      }
      return found;
    }),
  );
  expect(codes).toEqual(["ItemNotFound", "InvalidArgument", "ItemAlreadyExists", "InvalidArgument", "InvalidArgument", "InvalidArgument"]);
});
