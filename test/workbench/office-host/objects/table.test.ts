import { openModel } from "../model";
import { refusal } from "../refusal";

function sales() {
  const model = openModel("Data");
  model.sheet.getRange("A1:C4").values = [
    ["Item", "Price", "Sold"],
    ["pear", 2, 10],
    ["fig", 3, 5],
    ["apple", 1, 20],
  ];
  const table = model.sheet.tables.add("A1:C4", true);
  table.name = "Sales";
  return { ...model, table };
}

test("a table is found by name and id, with its parts", () => {
  const { workbook, table } = sales();
  expect(workbook.tables.getItem("sales").id).toBe(table.id);
  expect(workbook.tables.getItem(table.id).name).toBe("Sales");
  expect([table.getRange().address, table.getHeaderRowRange().address, table.getDataBodyRange().address]).toEqual(["Data!A1:C4", "Data!A1:C1", "Data!A2:C4"]);
  expect(table.columns.items.map((column) => column.name)).toEqual(["Item", "Price", "Sold"]);
  expect(table.columns.getItem("Price").getDataBodyRange().values).toEqual([[2], [3], [1]]);
  expect(refusal(() => table.columns.getItem("Cost"))).toEqual({ code: "ItemNotFound", message: 'The table Sales has no column "Cost".' });
  expect(refusal(() => table.getTotalRowRange())).toEqual({ code: "ItemNotFound", message: "The table Sales shows no totals row." });
});

test("headers become unique text", () => {
  const { sheet } = openModel();
  sheet.getRange("A1:D2").values = [
    ["Price", "", "Price", 2024],
    [1, 2, 3, 4],
  ];
  const table = sheet.tables.add("A1:D2", true);
  expect(table.getHeaderRowRange().values).toEqual([["Price", "Column2", "Price2", "2024"]]);
});

test("without headers a row of them is inserted above", () => {
  const { sheet } = openModel("S");
  sheet.getRange("A1:B2").values = [
    [1, 2],
    [3, 4],
  ];
  const table = sheet.tables.add("A1:B2", false);
  expect(table.getRange().address).toBe("S!A1:B3");
  expect(sheet.getRange("A1:B3").values).toEqual([
    ["Column1", "Column2"],
    [1, 2],
    [3, 4],
  ]);
});

test("tables do not overlap, nor hold merged cells", () => {
  const { sheet } = sales();
  expect(refusal(() => sheet.tables.add("C4:D6", true))).toEqual({ code: "InvalidArgument", message: "A table cannot overlap another: C4:D6 touches Sales." });
  sheet.getRange("F1:G1").merge();
  expect(refusal(() => sheet.tables.add("F1:G2", true))).toEqual({ code: "MergedRangeConflict", message: "A table cannot hold merged cells (F1:G2)." });
});

test.each([
  ["KAM1", "reads as a cell address"],
  ["R1C1", "reads as a cell address"],
  ["2nd", "must begin with a letter, an underscore or a backslash"],
  ["my table", "may hold only letters, digits, underscores, dots, backslashes and question marks"],
])("the name %s is refused", (name, problem) => {
  const { table } = sales();
  expect(refusal(() => (table.name = name))).toEqual({ code: "InvalidArgument", message: `The name "${name}" ${problem}.` });
});

describe("rows", () => {
  test("are added at the end, calculated columns go on", () => {
    const { table, sheet } = sales();
    table.columns.add(undefined, [["Total"], ["=[@Price]*[@Sold]"], ["=[@Price]*[@Sold]"], ["=[@Price]*[@Sold]"]]);
    table.rows.add(undefined, [["plum", 4, 1, null]]);
    expect(table.rows.count).toBe(4);
    expect(sheet.getRange("A5:D5").formulas).toEqual([["plum", 4, 1, "=[@Price]*[@Sold]"]]);
  });

  test("fill the blank row of a table made of headers alone", () => {
    const { sheet } = openModel("S");
    const table = sheet.tables.add("A1:B1", true);
    table.getHeaderRowRange().values = [["Item", "Price"]];
    table.rows.add(undefined, [
      ["fig", 1],
      ["pear", 2],
    ]);
    expect(table.getRange().values).toEqual([
      ["Item", "Price"],
      ["fig", 1],
      ["pear", 2],
    ]);
  });

  test("are inserted at an index and push what is below", () => {
    const { table, sheet } = sales();
    sheet.getRange("A6").values = [["below"]];
    table.rows.add(0, [["kiwi", 9, 9]]);
    expect(table.getDataBodyRange().values?.map((row) => row[0])).toEqual(["kiwi", "pear", "fig", "apple"]);
    expect(sheet.getRange("A7").values).toEqual([["below"]]);
  });

  test("must have a value for each column", () => {
    const { table } = sales();
    expect(refusal(() => table.rows.add(undefined, [["kiwi", 9]]))).toEqual({
      code: "InvalidArgument",
      message: "Each row must have 3 values, one for each column of the table; got 2.",
    });
  });

  test("are deleted, the last one only emptied", () => {
    const { table } = sales();
    table.rows.deleteRows([0, 2]);
    expect(table.getDataBodyRange().values).toEqual([["fig", 3, 5]]);
    table.rows.getItemAt(0).delete();
    expect(table.getDataBodyRange().values).toEqual([["", "", ""]]);
  });
});

describe("columns", () => {
  test("are added inside and keep their ids", () => {
    const { table } = sales();
    const sold = table.columns.getItem("Sold");
    table.columns.add(1, [["Kind"], ["f"], ["f"], ["f"]]);
    expect(table.getHeaderRowRange().values).toEqual([["Item", "Kind", "Price", "Sold"]]);
    expect([sold.name, sold.index]).toEqual(["Sold", 3]);
    table.columns.getItem("Kind").delete();
    expect(table.getHeaderRowRange().values).toEqual([["Item", "Price", "Sold"]]);
    expect(sold.index).toBe(2);
  });

  test("are renamed, not to a name that is taken", () => {
    const { table } = sales();
    table.columns.getItem("Sold").name = "Units";
    expect(table.getHeaderRowRange().values).toEqual([["Item", "Price", "Units"]]);
    expect(refusal(() => (table.columns.getItem("Units").name = "price"))).toEqual({
      code: "InvalidArgument",
      message: 'The table Sales already has a column "price".',
    });
  });
});

describe("growth", () => {
  test("what is written right below or beside a table joins it", () => {
    const { table, sheet } = sales();
    sheet.getRange("A5:C6").values = [
      ["plum", 4, 1],
      ["lime", 5, 2],
    ];
    expect(table.getRange().address).toBe("Data!A1:C6");
    sheet.getRange("D1").values = [["Note"]];
    expect(table.columns.items.map((column) => column.name)).toEqual(["Item", "Price", "Sold", "Note"]);
  });

  test("what is written with a gap stays outside", () => {
    const { table, sheet } = sales();
    sheet.getRange("A6").values = [["far"]];
    expect(table.getRange().address).toBe("Data!A1:C4");
  });
});

test("the totals row moves what is below and goes away again", () => {
  const { table, sheet } = sales();
  sheet.getRange("A6").values = [["below"]];
  table.showTotals = true;
  expect(table.getTotalRowRange().formulas).toEqual([["Total", "", "=SUBTOTAL(109,Sales[Sold])"]]);
  expect(sheet.getRange("A7").values).toEqual([["below"]]);
  table.showTotals = false;
  expect(sheet.getRange("A5:A6").values).toEqual([[""], ["below"]]);
});

describe("filters", () => {
  test("hide the rows that do not pass, and the visible view leaves them out", async () => {
    const { table } = sales();
    table.columns.getItem("Price").filter.applyCustomFilter(">=2");
    expect(table.getDataBodyRange().getVisibleView().values).toEqual([
      ["pear", 2, 10],
      ["fig", 3, 5],
    ]);
    table.columns.getItem("Item").filter.applyValuesFilter(["FIG", "apple"]);
    expect(table.getDataBodyRange().getVisibleView().values).toEqual([["fig", 3, 5]]);
    expect((await table.getDataBodyRange().getSpecialCells("Visible")).address).toBe("Data!A3:C3");
    table.clearFilters();
    expect(table.getDataBodyRange().getVisibleView().rowCount).toBe(3);
  });

  test.each([
    ["TopItems", "1", ["apple"]],
    ["BottomItems", "2", ["pear", "fig"]],
  ])("%s %s of the units sold", (filterOn, criterion1, items) => {
    const { table } = sales();
    table.columns.getItem("Sold").filter.apply({ filterOn, criterion1 });
    expect(table.getDataBodyRange().getVisibleView().values?.map((row) => row[0])).toEqual(items);
  });

  test("a sheet's own filter hides rows of its range", () => {
    const { sheet } = openModel("S");
    sheet.getRange("A1:B3").values = [
      ["Name", "N"],
      ["a", 1],
      ["b", 2],
    ];
    sheet.autoFilter.apply("A1:B3", 1, { filterOn: "Custom", criterion1: ">1" });
    expect(sheet.getRange("A2").rowHidden).toBe(true);
    expect([sheet.autoFilter.enabled, sheet.autoFilter.isDataFiltered, sheet.autoFilter.getRange()?.address]).toEqual([true, true, "S!A1:B3"]);
    sheet.autoFilter.remove();
    expect(sheet.getRange("A2").rowHidden).toBe(false);
  });
});

test("sorting moves the body only and is remembered", () => {
  const { table } = sales();
  table.sort.apply([{ key: 1, ascending: true }]);
  expect(table.getDataBodyRange().values).toEqual([
    ["apple", 1, 20],
    ["pear", 2, 10],
    ["fig", 3, 5],
  ]);
  expect(table.sort.fields).toEqual([{ key: 1, ascending: true }]);
});

test("resize keeps the header row", () => {
  const { table, sheet } = sales();
  table.resize("A1:B3");
  expect(table.getRange().address).toBe("Data!A1:B3");
  expect(refusal(() => table.resize(sheet.getRange("A2:B4")))).toEqual({
    code: "InvalidArgument",
    message: "The new range must overlap the table and its header must stay in the same row.",
  });
});

test("converted to a range the cells stay, deleted they go", () => {
  const first = sales();
  expect(first.table.convertToRange().address).toBe("Data!A1:C4");
  expect(first.workbook.tables.count).toBe(0);
  expect(first.sheet.getRange("A2").values).toEqual([["pear"]]);
  const second = sales();
  second.table.delete();
  expect(second.sheet.getRange("A1").values).toEqual([[""]]);
  expect(refusal(() => second.table.name)).toEqual({ code: "ItemNotFound", message: "The table was deleted." });
});

test("a sheet cannot be shifted through a part of a table", () => {
  const { sheet } = sales();
  expect(refusal(() => sheet.getRange("A2").insert("Down"))).toEqual({
    code: "InsertDeleteConflict",
    message: "A2 cannot be shifted: it would move only a part of the table Sales.",
  });
  sheet.getRange("1:1").insert("Down");
  expect(sheet.tables.getItem("Sales").getRange().address).toBe("Data!A2:C5");
});
