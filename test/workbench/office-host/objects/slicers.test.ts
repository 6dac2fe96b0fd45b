import type { PivotTable } from "../../../../src/workbench/office-host/objects/pivotTables";
import { openModel, properties } from "../model";
import { refusal } from "../refusal";

function sales() {
  const model = openModel("Data");
  model.sheet.getRange("A1:B4").values = [
    ["Fruit", "Crates"],
    ["Pear", 4],
    ["Apple", 6],
    ["Pear", 5],
  ];
  return model;
}

test("a slicer of a table filters its rows and lists its items in order", () => {
  const { sheet, workbook } = sales();
  const table = sheet.tables.add("A1:B4", true);
  const slicer = sheet.slicers.add(table, "Fruit");
  slicer.selectItems(["Pear"]);
  expect([slicer.slicerItems.items.map(({ name, isSelected }) => [name, isSelected]), sheet.getRange("A2:B4").getVisibleView().values]).toEqual([
    [
      ["Apple", false],
      ["Pear", true],
    ],
    [
      ["Pear", 4],
      ["Pear", 5],
    ],
  ]);
  expect(refusal(() => slicer.selectItems(["Kiwi"]))).toMatchObject({ code: "InvalidArgument" });
  slicer.clearFilters();
  expect([slicer.getSelectedItems(), slicer.isFilterCleared, sheet.getRange("A2:B4").getVisibleView().rowCount]).toEqual([["Apple", "Pear"], true, 3]);
  properties(slicer).name = "Fruits";
  expect(workbook.slicers.getItem("fruits").id).toBe(slicer.id);
});

test("a slicer of a PivotTable also works on a field that stands nowhere", () => {
  const { sheet } = sales();
  const pivot = sheet.pivotTables.add("P", "A1:B4", "E1") as PivotTable;
  pivot.dataHierarchies.add(pivot.hierarchies.getItem("Crates"));
  const slicer = sheet.slicers.add("P", "Fruit");
  const total = () => pivot.layout.getRange().values;
  slicer.selectItems(["Pear"]);
  expect(total()).toEqual([["Sum of Crates"], [9]]);
  slicer.slicerItems.getItem("Apple").isSelected = true;
  expect([total(), slicer.getSelectedItems()]).toEqual([[["Sum of Crates"], [15]], ["Pear", "Apple"]]);
  expect(refusal(() => sheet.slicers.add("P", "Colour"))).toMatchObject({ code: "InvalidArgument", message: 'The PivotTable P has no field "Colour".' });
});
