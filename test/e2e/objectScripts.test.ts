import { freshSheet, scriptSession } from "./scriptPage";

/**
 * Scripts as they are written for Excel, run by the unmodified office.js against the workbench's host and grid. They use
 * the API in the manner of Microsoft's documentation (learn.microsoft.com/office/dev/add-ins/excel).
 */

jest.setTimeout(120_000);

const script = scriptSession();
beforeEach(() => freshSheet(script.addin));

test("a table made of headers takes rows and a calculated column, filters and totals", async () => {
  const result = await script.addin.evaluate(() =>
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
  const result = await script.addin.evaluate(() =>
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
  const result = await script.addin.evaluate(() =>
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
  const result = await script.addin.evaluate(() =>
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
  const result = await script.addin.evaluate(async () => {
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

test("errors carry Excel's codes", async () => {
  const codes = await script.addin.evaluate(() =>
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
