import type { PivotTable } from "../../../../src/workbench/office-host/objects/pivotTables";
import { openModel, properties } from "../model";
import { refusal } from "../refusal";

/** Five sales of two shops; one price is missing. */
const SALES = [
  ["Shop", "Fruit", "Crates", "Price"],
  ["North", "Pear", 4, 10],
  ["North", "Apple", 6, 20],
  ["South", "Pear", 5, ""],
  ["South", "Apple", 1, 30],
  ["North", "Pear", 2, 40],
];

function salesPivot() {
  const model = openModel("Data", "Pivot");
  const data = model.workbook.worksheets.getItem("Data");
  const sheet = model.workbook.worksheets.getItem("Pivot");
  data.getRange("A1:D6").values = SALES;
  const pivot = sheet.pivotTables.add("Sales", "Data!A1:D6", "B3") as PivotTable;
  const use = (axis: "rowHierarchies" | "columnHierarchies" | "filterHierarchies" | "dataHierarchies", field: string) => pivot[axis].add(pivot.hierarchies.getItem(field));
  const shown = () => {
    const range = pivot.layout.getRange();
    return { address: range.address, values: range.values ?? [] };
  };
  return { ...model, data, sheet, pivot, use, shown };
}

test("rows are nested in one column with their sums, and a grand total", () => {
  const { use, shown } = salesPivot();
  use("rowHierarchies", "Shop");
  use("rowHierarchies", "Fruit");
  use("dataHierarchies", "Crates");
  // North 4 + 6 + 2, South 5 + 1.
  expect(shown()).toEqual({
    address: "Pivot!B3:C10",
    values: [
      ["Row Labels", "Sum of Crates"],
      ["North", 12],
      ["Apple", 6],
      ["Pear", 6],
      ["South", 6],
      ["Apple", 1],
      ["Pear", 5],
      ["Grand Total", 18],
    ],
  });
});

test("blank lines after each item of the outer fields, and none inside them", () => {
  const { use, shown, pivot } = salesPivot();
  use("rowHierarchies", "Shop");
  use("rowHierarchies", "Fruit");
  use("dataHierarchies", "Crates");
  pivot.layout.displayBlankLineAfterEachItem(true);
  expect(shown().values).toEqual([["Row Labels", "Sum of Crates"], ["North", 12], ["Apple", 6], ["Pear", 6], ["", ""], ["South", 6], ["Apple", 1], ["Pear", 5], ["", ""], ["Grand Total", 18]]);
  pivot.rowHierarchies.remove(pivot.rowHierarchies.getItem("Fruit"));
  expect(shown().values).toEqual([["Row Labels", "Sum of Crates"], ["North", 12], ["South", 6], ["Grand Total", 18]]);
  use("rowHierarchies", "Fruit");
  pivot.layout.displayBlankLineAfterEachItem(false);
  expect(shown().values).toHaveLength(8);
});

test("a hierarchy stands on one axis only; columns have totals of their own", () => {
  const { use, shown, pivot } = salesPivot();
  use("rowHierarchies", "Shop");
  use("rowHierarchies", "Fruit");
  use("columnHierarchies", "Shop");
  use("dataHierarchies", "Crates");
  expect(shown().values).toEqual([
    ["Sum of Crates", "Column Labels", "", ""],
    ["Row Labels", "North", "South", "Grand Total"],
    ["Apple", 6, 1, 7],
    ["Pear", 6, 5, 11],
    ["Grand Total", 12, 6, 18],
  ]);
  expect(pivot.rowHierarchies.items.map(({ name }) => name)).toEqual(["Fruit"]);
  expect(pivot.layout.getDataBodyRange().address).toBe("Pivot!C5:E7");
  expect(pivot.layout.getPivotItems("Column", "D5").items.map(({ name }) => name)).toEqual(["South"]);
});

test.each([
  ["Sum", 100],
  ["Count", 4],
  ["Average", 25],
  ["Max", 40],
  ["Min", 10],
  ["Product", 240_000],
  ["CountNumbers", 4],
  // Deviations from 25: 15, 5, 5, 15; their squares add up to 500.
  ["Variance", 500 / 3],
  ["VarianceP", 125],
  ["StandardDeviation", Math.sqrt(500 / 3)],
  ["StandardDeviationP", Math.sqrt(125)],
])("%s of 10, 20, 30, 40 and a blank is %d", (summarizeBy, expected) => {
  const { use, pivot, shown } = salesPivot();
  use("dataHierarchies", "Price");
  pivot.dataHierarchies.getItem("Sum of Price").summarizeBy = summarizeBy;
  expect(shown().values.at(-1)?.at(-1)).toBeCloseTo(expected, 10);
});

test("texts are counted, names are the user's, those of fields are refused", () => {
  const { use, pivot } = salesPivot();
  use("dataHierarchies", "Fruit");
  const data = pivot.dataHierarchies.getItem("Count of Fruit");
  data.name = "Deliveries";
  expect(pivot.dataHierarchies.items.map(({ name }) => name)).toEqual(["Deliveries"]);
  expect(refusal(() => (data.name = "Fruit"))).toMatchObject({ code: "InvalidArgument" });
});

test("the tabular form has a column for each field and totals below", () => {
  const { use, pivot, shown } = salesPivot();
  use("rowHierarchies", "Shop");
  use("rowHierarchies", "Fruit");
  use("dataHierarchies", "Crates");
  properties(pivot.layout).layoutType = "Tabular";
  expect(shown().values).toEqual([
    ["Shop", "Fruit", "Sum of Crates"],
    ["North", "Apple", 6],
    ["", "Pear", 6],
    ["North Total", "", 12],
    ["South", "Apple", 1],
    ["", "Pear", 5],
    ["South Total", "", 6],
    ["Grand Total", "", 18],
  ]);
});

test("filters leave rows out, on labels, values and items", () => {
  const { use, pivot, shown, sheet } = salesPivot();
  use("rowHierarchies", "Fruit");
  use("filterHierarchies", "Shop");
  use("dataHierarchies", "Crates");
  const fruit = pivot.rowHierarchies.getItem("Fruit").fields.getItem("Fruit");
  const shop = pivot.filterHierarchies.getItem("Shop").fields.getItem("Shop");
  shop.applyFilter({ manualFilter: { selectedItems: ["South"] } });
  expect([shown().values.slice(1), sheet.getRange("B1:C1").values]).toEqual([
    [
      ["Apple", 1],
      ["Pear", 5],
      ["Grand Total", 6],
    ],
    [["Shop", "South"]],
  ]);
  shop.clearAllFilters();
  fruit.applyFilter({ valueFilter: { condition: "GreaterThan", comparator: 10, value: "Sum of Crates" } });
  expect(shown().values.slice(1)).toEqual([
    ["Pear", 11],
    ["Grand Total", 11],
  ]);
  fruit.clearFilter("Value");
  fruit.applyFilter({ labelFilter: { condition: "BeginsWith", substring: "p", exclusive: true } });
  expect([shown().values.slice(1, -1), fruit.isFiltered("Label")]).toEqual([[["Apple", 7]], true]);
  expect(refusal(() => pivot.hierarchies.getItem("Price").fields.getItem("Price").applyFilter({ labelFilter: {} }))).toMatchObject({ code: "InvalidArgument" });
});

test("values can be shown as shares and differences", () => {
  const { use, pivot, shown } = salesPivot();
  use("rowHierarchies", "Shop");
  use("dataHierarchies", "Crates");
  const data = pivot.dataHierarchies.getItem("Sum of Crates");
  data.showAs = { calculation: "PercentOfColumnTotal" };
  expect(shown().values.map(([, value]) => value)).toEqual(["Sum of Crates", 12 / 18, 6 / 18, 1]);
  const field = pivot.rowHierarchies.getItem("Shop").fields.getItem("Shop");
  data.showAs = { calculation: "DifferenceFrom", baseField: field, baseItem: field.items.getItem("North") };
  expect(shown().values.map(([, value]) => value)).toEqual(["Sum of Crates", "", -6, ""]);
});

test("changes of the source show after a refresh, a smaller table leaves nothing behind", () => {
  const { use, pivot, shown, data, sheet } = salesPivot();
  use("rowHierarchies", "Shop");
  use("dataHierarchies", "Crates");
  data.getRange("C2").values = [[100]];
  expect(shown().values[1]).toEqual(["North", 12]);
  void pivot.refresh();
  expect(shown().values[1]).toEqual(["North", 108]);
  pivot.hierarchies.getItem("Shop").fields.getItem("Shop").items.getItem("South").visible = false;
  expect(sheet.getRange("B3:C6").values).toEqual([
    ["Row Labels", "Sum of Crates"],
    ["North", 108],
    ["Grand Total", 108],
    ["", ""],
  ]);
  pivot.delete();
  expect([sheet.pivotTables.items.length, sheet.getUsedRangeOrNullObject(true)]).toEqual([0, null]);
});

test("items can be sorted by a value; a source needs titles", () => {
  const { use, pivot, shown, sheet, data } = salesPivot();
  use("rowHierarchies", "Fruit");
  use("dataHierarchies", "Crates");
  pivot.rowHierarchies.getItem("Fruit").fields.getItem("Fruit").sortByValues("Descending", pivot.dataHierarchies.getItem("Sum of Crates"));
  expect(shown().values.map(([label]) => label)).toEqual(["Row Labels", "Pear", "Apple", "Grand Total"]);
  data.getRange("B1").values = [[""]];
  expect(refusal(() => sheet.pivotTables.add("Other", "Data!A1:D6", "H1"))).toMatchObject({ code: "InvalidArgument" });
  expect(sheet.pivotTables.items.length).toBe(1);
});
