import { scriptSession } from "./scriptPage";

/** What `Worksheet.copy` takes along, by the unmodified office.js: plan sheets are made by copying a template. */

jest.setTimeout(120_000);

const script = scriptSession();

test("a copy has everything of its own, and what referred to the template refers to the copy", async () => {
  const seen = await script.addin.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add("Template");
      context.workbook.names.add("WholeBook", "=Template!$B$2");
      sheet.names.add("Own", "=Template!$B$3");
      sheet.getRange("A1:C3").formulas = [
        ["Year", "Sales", "Twice"],
        [1, 10, "=Template!B2*2"],
        [2, 20, "=Own+WholeBook"],
      ];
      sheet.tables.add("E1:F3", true).name = "Money";
      sheet.getRange("E1:G3").formulas = [
        ["Item", "Cost", ""],
        ["a", 5, ""],
        ["b", 6, "=SUM(Money[Cost])"],
      ];
      const elsewhere = worksheets.add("Elsewhere");
      elsewhere.getRange("A1:A3").formulas = [["=Template!Own"], ["='Plan A'!Own"], ["='Plan A'!B2"]];
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Columns");
      chart.name = "Sales chart";
      sheet.getRange("B2:B3").dataValidation.rule = { list: { inCellDropDown: true, source: "=Template!$A$2:$A$3" } };
      const rule = sheet.getRange("B2:B3").conditionalFormats.add("Custom").custom;
      rule.rule.formula = "=Template!$B$2>5";
      rule.format.font.color = "#FF0000";
      sheet.getRange("A1:C1").format.fill.color = "#123456";
      sheet.getRange("A:A").format.columnWidth = 90;
      sheet.getRange("2:2").format.rowHeight = 30;
      sheet.getRange("A5:C5").merge();
      sheet.freezePanes.freezeRows(1);
      sheet.pageLayout.orientation = "Landscape";
      sheet.pageLayout.setPrintArea("A1:G9");
      sheet.pageLayout.setPrintTitleRows("$1:$1");
      sheet.protection.protect({ allowFormatCells: true });
      await context.sync();
      const copy = sheet.copy("After", sheet);
      copy.name = "Plan A";
      await context.sync();
      // The copy lives on its own.
      copy.protection.unprotect();
      copy.getRange("B2:B3").values = [[100], [200]];
      copy.getRange("F2").values = [[50]];
      await context.sync();
      const cells = copy.getRange("C2:C3");
      const sum = copy.getRange("G3");
      const original = sheet.getRange("C2:C3");
      const outside = elsewhere.getRange("A1:A3");
      const series = copy.charts.getItem("Sales chart").series.getItemAt(1);
      const values = series.getDimensionValues("Values");
      const validation = copy.getRange("B2").dataValidation;
      const format = copy.getRange("B2:B3").conditionalFormats.getItemAt(0);
      const title = copy.getRange("A1");
      const printed = copy.pageLayout.getPrintArea();
      const frozen = copy.freezePanes.getLocation();
      const merged = copy.getRange("A5").getMergedAreasOrNullObject();
      cells.load("formulas,values");
      sum.load("formulas,values");
      original.load("formulas,values");
      outside.load("formulas,values");
      copy.names.load("items/name,items/formula");
      copy.tables.load("items/name");
      copy.protection.load("protected");
      validation.load("rule");
      format.custom.rule.load("formula");
      title.load("format/fill/color,format/columnWidth");
      copy.getRange("A2").load("format/rowHeight");
      printed.load("address");
      frozen.load("address");
      merged.load("address");
      copy.pageLayout.load("orientation");
      copy.load("position");
      sheet.load("position");
      await context.sync();
      return {
        cells: [cells.formulas, cells.values],
        sum: [sum.formulas, sum.values],
        original: [original.formulas, original.values],
        outside: [outside.formulas, outside.values],
        names: copy.names.items.map((name) => [name.name, name.formula]),
        tables: copy.tables.items.map((table) => table.name),
        chart: values.value,
        rules: [validation.rule.list?.source, format.custom.rule.formula],
        looks: [title.format.fill.color, title.format.columnWidth, merged.address, frozen.address, printed.address, copy.pageLayout.orientation],
        positions: copy.position - sheet.position,
      };
    }),
  );
  expect(seen).toEqual({
    cells: [[["='Plan A'!B2*2"], ["=Own+WholeBook"]], [[200], [300]]],
    sum: [[["=SUM(Money2[Cost])"]], [[56]]],
    original: [[["=Template!B2*2"], ["=Own+WholeBook"]], [[20], [30]]],
    outside: [[["=Template!Own"], ["='Plan A'!Own"], ["='Plan A'!B2"]], [[20], [200], [100]]],
    names: [
      ["Own", "='Plan A'!$B$3"],
      ["WholeBook", "='Plan A'!$B$2"],
    ],
    tables: ["Money2"],
    chart: [100, 200],
    rules: ["='Plan A'!$A$2:$A$3", "='Plan A'!$B$2>5"],
    looks: ["#123456", 90, "'Plan A'!A5:C5", "'Plan A'!1:1", "'Plan A'!A1:G9", "Landscape"],
    positions: 1,
  });
});

test("cells copied to another sheet move their references or take values or looks only", async () => {
  const seen = await script.addin.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const [from, to] = [worksheets.add("From"), worksheets.add("To")];
      from.getRange("A1:B2").formulas = [
        [3, "=A1*2"],
        [4, "=From!A2*$A$1"],
      ];
      from.getRange("A1:B1").format.font.bold = true;
      to.getRange("A1:A2").values = [[30], [40]];
      to.getRange("B1").copyFrom("From!B1:B2", "Formulas");
      to.getRange("D1").copyFrom("From!A1:B2");
      to.getRange("G1").copyFrom(from.getRange("A1:B2"), "Values");
      to.getRange("J1").copyFrom("From!A1:B2", "Formats");
      await context.sync();
      const [formulas, all, values, looks] = ["B1:B2", "D1:E2", "G1:H2", "J1:K2"].map((address) => to.getRange(address));
      for (const range of [formulas, all, values, looks]) range?.load("formulas,values,format/font/bold");
      const bold = to.getRange("J1");
      bold.load("format/font/bold");
      await context.sync();
      return [formulas?.formulas, formulas?.values, formulas?.format.font.bold, all?.formulas, all?.values, values?.formulas, looks?.values, bold.format.font.bold];
    }),
  );
  expect(seen).toEqual([
    [["=A1*2"], ["=From!A2*$A$1"]],
    [[60], [120]],
    false,
    [
      [3, "=D1*2"],
      [4, "=From!D2*$A$1"],
    ],
    [
      [3, 6],
      [4, 0],
    ],
    [
      [3, 6],
      [4, 12],
    ],
    [
      ["", ""],
      ["", ""],
    ],
    true,
  ]);
});
