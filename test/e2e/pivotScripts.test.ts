import { scriptSession } from "./scriptPage";

/** PivotTables, shapes and functions of the sheet, by the unmodified office.js against the workbench's host and grid. */

jest.setTimeout(120_000);

const script = scriptSession();

test("a PivotTable is built, filtered, related and added up by a function of the sheet", async () => {
  const seen = await script.addin.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets, functions } = context.workbook;
      const data = worksheets.add("PivotData");
      data.getRange("A1:C6").values = [
        ["Shop", "Updated", "Crates"],
        ["North", "8/12/2020", 4],
        ["North", "7/1/2020", 6],
        ["South", "8/1/2020", 5],
        ["East", "8/2/2020", 1],
        ["North", "8/3/2020", 2],
      ];
      const sheet = worksheets.add("Pivot");
      const pivot = sheet.pivotTables.add("Crates", "PivotData!A1:C6", "A3");
      const missing = pivot.rowHierarchies.getItemOrNullObject("Shop");
      pivot.rowHierarchies.load();
      await context.sync();
      const shop = pivot.rowHierarchies.add(pivot.hierarchies.getItem("Shop"));
      const updated = pivot.filterHierarchies.add(pivot.hierarchies.getItem("Updated"));
      pivot.dataHierarchies.add(pivot.hierarchies.getItem("Crates"));
      shop.fields.getItem("Shop").sortByLabels(Excel.SortBy.descending);
      pivot.filterHierarchies.remove(updated);
      const dates = pivot.rowHierarchies.add(pivot.hierarchies.getItem("Updated"));
      dates.fields.getItem("Updated").applyFilter({
        dateFilter: { condition: Excel.DateFilterCondition.afterOrEqualTo, comparator: { date: "2020-08-01", specificity: Excel.FilterDatetimeSpecificity.month } },
      });
      const range = pivot.layout.getRange();
      const sum = functions.sum(pivot.layout.getDataBodyRange().getLastRow(), functions.max(1, 2));
      range.load("text");
      sum.load("value");
      await context.sync();
      const sorted = range.text;
      pivot.rowHierarchies.remove(dates);
      pivot.dataHierarchies.load("no-properties-needed");
      await context.sync();
      const hierarchy = pivot.dataHierarchies.items[0];
      hierarchy?.load("showAs");
      await context.sync();
      if (hierarchy) {
        const { showAs } = hierarchy;
        showAs.calculation = Excel.ShowAsCalculation.differenceFrom;
        showAs.baseField = shop.fields.getItem("Shop");
        showAs.baseItem = shop.fields.getItem("Shop").items.getItem("East");
        hierarchy.showAs = showAs;
      }
      const related = pivot.layout.getRange();
      related.load("values");
      await context.sync();
      return [missing.isNullObject, sorted, sum.value, related.values];
    }),
  );
  expect(seen).toEqual([
    true,
    [
      ["Row Labels", "Sum of Crates"],
      ["South", "5"],
      ["8/1/2020", "5"],
      ["North", "6"],
      ["8/3/2020", "2"],
      ["8/12/2020", "4"],
      ["East", "1"],
      ["8/2/2020", "1"],
      ["Grand Total", "12"],
    ],
    14,
    [
      ["Row Labels", "Sum of Crates"],
      ["South", 4],
      ["North", 11],
      ["East", ""],
      ["Grand Total", ""],
    ],
  ]);
});

test("shapes are made, grouped, connected and shown over the grid", async () => {
  const seen = await script.addin.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Drawing");
      sheet.activate();
      const box = sheet.shapes.addTextBox("A box with text");
      box.set({ name: "Box", left: 100, top: 100, width: 175, height: 20 });
      const hexagon = sheet.shapes.addGeometricShape(Excel.GeometricShapeType.hexagon);
      hexagon.fill.setSolidColor("green");
      const line = sheet.shapes.addLine(10, 10, 60, 90, Excel.ConnectorType.curve).line;
      line.connectEndShape(box, 0);
      const group = sheet.shapes.addGroup([box, hexagon]);
      group.name = "Group";
      await context.sync();
      group.incrementLeft(50);
      group.group.shapes.load("items/name,items/left");
      line.load("connectorType,isEndConnected");
      const count = sheet.shapes.getCount();
      await context.sync();
      return [group.group.shapes.items.map(({ name, left }) => [name, left]), line.connectorType, line.isEndConnected, count.value];
    }),
  );
  expect(seen).toEqual([
    [
      ["Box", 150],
      ["Hexagon 2", 50],
    ],
    "Curve",
    true,
    2,
  ]);
  await script.addin.page().getByRole("img", { name: "Box" }).waitFor();
});
