import { openModel } from "../model";
import { refusal } from "../refusal";

test("a name stands for a range, also after the sheet is renamed by the grid", () => {
  const { workbook, sheet } = openModel("Data");
  const name = workbook.names.add("Corner", sheet.getRange("B2:C3"), "the corner");
  expect([name.type, name.value, name.formula, name.comment, name.scope]).toEqual(["Range", "Data!B2:C3", "=Data!$B$2:$C$3", "the corner", "Workbook"]);
  expect(name.getRange().address).toBe("Data!B2:C3");
});

test("a plain reference is made absolute", () => {
  const { workbook } = openModel("Data");
  expect(workbook.names.add("First", "=Data!A1").formula).toBe("=Data!$A$1");
});

test.each([
  ["=0.25", "Double", 0.25],
  ["=7", "Integer", 7],
  ['="text"', "String", "text"],
  ["=TRUE", "Boolean", true],
])("%s is a constant", (formula, type, value) => {
  const { workbook } = openModel();
  const name = workbook.names.add("Rate", formula);
  expect([name.type, name.value]).toEqual([type, value]);
  expect(name.getRangeOrNullObject()).toBeNull();
  expect(refusal(() => name.getRange())).toEqual({ code: "ItemNotFound", message: "The name Rate does not stand for a range." });
});

test("an array constant gives its values and types", () => {
  const { workbook } = openModel();
  const name = workbook.names.add("Grid", '={1,"a";2,"b;c"}');
  expect(name.type).toBe("Array");
  expect([name.arrayValues?.values, name.arrayValues?.types]).toEqual([
    [
      [1, "a"],
      [2, "b;c"],
    ],
    [
      ["Double", "String"],
      ["Double", "String"],
    ],
  ]);
});

test.each([["KAM1"], ["R1C1"], ["c"], ["1st"], ["two words"], [""]])("the name %j is refused", (name) => {
  const { workbook } = openModel();
  expect(refusal(() => workbook.names.add(name, "=1")).code).toBe("InvalidArgument");
});

test("a sheet may have the name of the workbook, but none twice", () => {
  const { workbook, sheet } = openModel("Data");
  workbook.names.add("Rate", "=1");
  const own = sheet.names.add("Rate", "=2");
  expect([workbook.names.getItem("rate").value, own.value, own.scope, own.worksheet?.name]).toEqual([1, 2, "Worksheet", "Data"]);
  expect(refusal(() => workbook.names.add("RATE", "=3"))).toEqual({ code: "ItemAlreadyExists", message: "The name RATE already exists." });
  workbook.names.getItem("Rate").delete();
  expect(workbook.names.getItemOrNullObject("Rate")).toBeNull();
  expect(sheet.names.getCount()).toBe(1);
});

test("the formula of a name can be changed and the name hidden", () => {
  const { workbook, grid } = openModel("Data");
  const name = workbook.names.add("Rate", "=1");
  name.formula = "=2";
  name.visible = false;
  expect(grid.names()).toEqual([{ name: "Rate", formula: "=2", visible: false }]);
});
