import { freshSheet, scriptSession } from "./scriptPage";

/**
 * Scripts as they are written for Excel, run by the unmodified office.js against the workbench's host and grid. They use
 * the API in the manner of Microsoft's documentation (learn.microsoft.com/office/dev/add-ins/excel).
 */

jest.setTimeout(120_000);

const script = scriptSession();
beforeEach(() => freshSheet(script.addin));

test("values, formulas and texts of one request are those after its own writes", async () => {
  const result = await script.addin.evaluate(() =>
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
  const result = await script.addin.evaluate(() =>
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
  const result = await script.addin.evaluate(() =>
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
  const result = await script.addin.evaluate(() =>
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

test("20,000 cells are written and read in one request each", async () => {
  const same = await script.addin.evaluate(() =>
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
