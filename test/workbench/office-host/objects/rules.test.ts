import { openModel, properties } from "../model";
import { refusal } from "../refusal";

describe("conditional formats", () => {
  test("newest first; each is of one kind, the others are null", () => {
    const { sheet, grid } = openModel("S");
    const range = sheet.getRange("A1:A5");
    const first = range.conditionalFormats.add("CellValue");
    first.cellValue!.rule = { formula1: "=5", operator: "GreaterThan" };
    properties(first.cellValue!.format.font).color = "red";
    const second = range.conditionalFormats.add("ColorScale");
    expect(range.conditionalFormats.items.map((format) => format.type)).toEqual(["ColorScale", "CellValue"]);
    expect([first.priority, second.priority, first.customOrNullObject]).toEqual([1, 0, null]);
    first.priority = 0;
    first.stopIfTrue = true;
    expect(grid.conditional.get(sheet.id)).toMatchObject([
      { stopIfTrue: true, rule: { kind: "cellValue", operator: "GreaterThan", formula1: "=5", style: { fontColor: "#FF0000" } } },
      { stopIfTrue: false, rule: { kind: "colorScale" } },
    ]);
  });

  test("a place in the order beyond the last means the last, a negative one counts from the end", () => {
    const { sheet } = openModel("S");
    const { conditionalFormats } = sheet.getRange("A1:A5");
    const only = conditionalFormats.add("ColorScale");
    only.priority = 1;
    expect(only.priority).toBe(0);
    const [second, third] = [conditionalFormats.add("DataBar"), conditionalFormats.add("IconSet")];
    third.priority = 9;
    expect([second, only, third].map((format) => format.priority)).toEqual([0, 1, 2]);
    second.priority = -2;
    expect([only, second, third].map((format) => format.priority)).toEqual([0, 1, 2]);
    third.priority = -9;
    expect(third.priority).toBe(0);
    expect(refusal(() => (only.priority = 0.5))).toEqual({ code: "InvalidArgument", message: "priority is 0.5, it must be a whole number." });
  });

  test("the grid is told the bounds of icons and bars, and what is not to be shown", () => {
    const { sheet, grid } = openModel("S");
    const range = sheet.getRange("A1:A5");
    const rules = () => grid.conditional.get(sheet.id)?.map(({ rule }) => rule);
    const { iconSet } = range.conditionalFormats.add("IconSet");
    expect(rules()).toEqual([{ kind: "iconSet", style: "ThreeTrafficLights1", reversed: false, iconsOnly: false }]);
    iconSet!.criteria = [{}, { type: "Number", operator: "GreaterThanOrEqual", formula: "=700" }, { type: "Number", operator: "GreaterThan", formula: "=1000" }];
    Object.assign(properties(iconSet!), { reverseIconOrder: true, showIconOnly: true });
    expect(rules()).toEqual([
      { kind: "iconSet", style: "ThreeTrafficLights1", reversed: true, iconsOnly: true, bounds: [{ type: "Number", formula: "=700", orEqual: true }, { type: "Number", formula: "=1000", orEqual: false }] },
    ]);
    range.conditionalFormats.clearAll();
    const { dataBar } = range.conditionalFormats.add("DataBar");
    properties(dataBar!).lowerBoundRule = { type: "Number", formula: "5" };
    properties(dataBar!).showDataBarOnly = true;
    properties(dataBar!.negativeFormat).matchPositiveFillColor = true;
    expect(rules()).toEqual([{ kind: "dataBar", color: "#638EC6", negativeColor: "#638EC6", gradient: true, barsOnly: true, low: { type: "Number", formula: "5" } }]);
  });

  test("follow their cells and are found by any range that touches them", () => {
    const { sheet } = openModel("S");
    const format = sheet.getRange("B2:B4").conditionalFormats.add("Custom");
    format.custom!.rule.formula = "=B2>1";
    sheet.getRange("1:1").insert("Down");
    expect(format.getRange().address).toBe("S!B3:B5");
    expect(sheet.getRange("A1:Z3").conditionalFormats.getCount()).toBe(1);
    sheet.getRange("B4").conditionalFormats.clearAll();
    expect(format.getRanges().address).toBe("S!B3,S!B5");
    format.delete();
    expect(refusal(() => format.type)).toEqual({ code: "ItemNotFound", message: "The conditional format was deleted." });
  });

  test.each([
    ["TopBottom", "topBottom", { rank: 3, type: "TopItems" }],
    ["ContainsText", "textComparison", { operator: "Contains", text: "late" }],
    ["PresetCriteria", "preset", { criterion: "AboveAverage" }],
  ] as const)("%s keeps its rule", (type, member, rule) => {
    const { sheet } = openModel();
    const format = sheet.getRange("A1:A3").conditionalFormats.add(type);
    const kind = format[member]!;
    kind.rule = rule;
    expect(sheet.getRange("A1").conditionalFormats.getItemAt(0)[member]!.rule).toEqual(rule);
  });

  test("icons have a criterion each, as many as the set has icons", () => {
    const { sheet } = openModel();
    const { iconSet } = sheet.getRange("A1:A3").conditionalFormats.add("IconSet");
    iconSet!.style = "FiveArrows";
    expect(iconSet!.criteria).toHaveLength(5);
    iconSet!.criteria = [{}, { type: "Number", operator: "GreaterThan", formula: "=10" }];
    expect(iconSet!.criteria[1]).toEqual({ type: "Number", operator: "GreaterThan", formula: "=10" });
  });

  test("an unknown rule is refused", () => {
    const { sheet } = openModel();
    const format = sheet.getRange("A1").conditionalFormats.add("CellValue");
    expect(refusal(() => (format.cellValue!.rule = { formula1: "1", operator: "Above" })).code).toBe("InvalidArgument");
    expect(refusal(() => sheet.getRange("A1").conditionalFormats.add("Sparkle")).code).toBe("InvalidArgument");
  });
});

describe("data validation", () => {
  test("a list is kept, handed to the grid, and its wrong entries are found", () => {
    const { sheet, grid } = openModel("S");
    const range = sheet.getRange("A1:A3");
    range.values = [["Yes"], ["no"], ["maybe"]];
    range.dataValidation.rule = { list: { inCellDropDown: true, source: "Yes,No" } };
    range.dataValidation.errorAlert = { title: "Answer", message: "Yes or No", showAlert: true, style: "Stop" };
    expect(range.dataValidation.type).toBe("List");
    expect(grid.validations.get(sheet.id)).toMatchObject([{ rule: { kind: "list", source: "Yes,No" }, errorTitle: "Answer", alertStyle: "Stop" }]);
    expect(range.dataValidation.valid).toBeNull();
    expect(range.dataValidation.getInvalidCells().address).toBe("S!A3");
  });

  test("a source may be a range on another sheet", () => {
    const { sheet, workbook } = openModel("S", "Lists");
    const source = workbook.worksheets.getItem("Lists").getRange("A1:A3");
    sheet.getRange("A1").dataValidation.rule = { list: { source } };
    expect(sheet.getRange("A1").dataValidation.rule).toEqual({ list: { inCellDropDown: true, source: "=Lists!$A$1:$A$3" } });
  });

  test("numbers, dates and formulas", () => {
    const { sheet } = openModel("S");
    sheet.getRange("A1:A2").values = [[5], [11]];
    sheet.getRange("A1:A2").dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 10, operator: "Between" } };
    expect(sheet.getRange("A1:A2").dataValidation.getInvalidCells().address).toBe("S!A2");
    sheet.getRange("B1").dataValidation.rule = { date: { formula1: "2024-01-01", operator: "GreaterThan" } };
    expect(sheet.getRange("B1").dataValidation.rule).toEqual({ date: { formula1: "45292", operator: "GreaterThan" } });
    sheet.getRange("C1").dataValidation.rule = { custom: { formula: "=LEN(C1)>3" } };
    expect(sheet.getRange("A1:C1").dataValidation.type).toBe("MixedCriteria");
    expect(sheet.getRange("A1:D1").dataValidation.type).toBe("Inconsistent");
  });

  test("clearing a part leaves the rest", () => {
    const { sheet, grid } = openModel("S");
    sheet.getRange("A1:A5").dataValidation.rule = { custom: { formula: "=TRUE" } };
    sheet.getRange("A2:A3").dataValidation.clear();
    expect(sheet.getRange("A2").dataValidation.type).toBe("None");
    expect(grid.validations.get(sheet.id)?.[0]?.areas.map((area) => [area.row, area.rowCount])).toEqual([
      [0, 1],
      [3, 2],
    ]);
  });

  test.each([
    [{ list: { source: "x".repeat(256) } }, "The list has 256 characters, the limit is 255. Put it into cells and give the range."],
    [{ custom: { formula: "A1>1" } }, "formula must start with =."],
    [{ wholeNumber: { formula1: 1, operator: "Between" } }, "formula2 must be a number, a formula or a range."],
  ])("%j is refused", (rule, message) => {
    const { sheet } = openModel();
    expect(refusal(() => (sheet.getRange("A1").dataValidation.rule = rule))).toEqual({ code: "InvalidArgument", message });
  });
});
