import { openModel } from "../model";
import { refusal } from "../refusal";

describe("values", () => {
  test("are read back as typed, formulas beside their results", () => {
    const { sheet } = openModel();
    const range = sheet.getRange("A1:B2");
    range.values = [
      [1, "two"],
      [true, "=A1+1"],
    ];
    expect(range.values).toEqual([
      [1, "two"],
      [true, 2],
    ]);
    expect(range.formulas).toEqual([
      [1, "two"],
      [true, "=A1+1"],
    ]);
    expect(range.valueTypes).toEqual([
      ["Double", "String"],
      ["Boolean", "Double"],
    ]);
  });

  test("null leaves a cell as it is, an empty text empties it", () => {
    const { sheet } = openModel();
    const range = sheet.getRange("A1:C1");
    range.values = [[1, 2, 3]];
    range.values = [[null, "", 9]];
    expect(range.values).toEqual([[1, "", 9]]);
  });

  test("one value fills the whole range, one formula moves its relative references", () => {
    const { sheet } = openModel();
    sheet.getRange("A1:A3").values = 7;
    sheet.getRange("B1:B3").formulas = "=A1*2";
    expect(sheet.getRange("A1:B3").formulas).toEqual([
      [7, "=A1*2"],
      [7, "=A2*2"],
      [7, "=A3*2"],
    ]);
  });

  test("a matrix of another size is refused and says both sizes", () => {
    const { sheet } = openModel();
    expect(refusal(() => (sheet.getRange("A1:B2").values = [[1, 2]]))).toEqual({
      code: "InvalidArgument",
      message:
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range: the array has 1 rows and 2 columns, A1:B2 has 2 rows and 2 columns.",
    });
  });

  test("text is read as if typed in en-US, and its format goes with it", () => {
    const { sheet } = openModel();
    const range = sheet.getRange("A1:A8");
    range.values = [["007"], ["12.5%"], ["$1,234.50"], ["1/2/2024"], ["2024-03-01"], ["1e3"], ["TRUE"], ["ACME 7"]];
    expect(range.values).toEqual([[7], [0.125], [1234.5], [45293], [45352], [1000], [true], ["ACME 7"]]);
    expect(range.numberFormat).toEqual([["General"], ["0.00%"], ["$#,##0.00"], ["m/d/yyyy"], ["m/d/yyyy"], ["0.00E+00"], ["General"], ["General"]]);
  });

  test("an apostrophe or the text format keeps text, even of a formula", () => {
    const { sheet } = openModel();
    sheet.getRange("B1:B2").numberFormat = [["@"], ["@"]];
    sheet.getRange("A1:B2").values = [
      ["'007", "007"],
      ["'=1+1", "=1+1"],
    ];
    expect(sheet.getRange("A1:B2").values).toEqual([
      ["007", "007"],
      ["=1+1", "=1+1"],
    ]);
    expect(sheet.getRange("A1:B2").valueTypes).toEqual([
      ["String", "String"],
      ["String", "String"],
    ]);
  });

  test("a formula of more than 8,192 characters is refused", () => {
    const { sheet } = openModel();
    const long = `=${"1+".repeat(4100)}1`;
    expect(refusal(() => (sheet.getRange("A1").formulas = [[long]]))).toEqual({
      code: "FormulaLengthExceedsLimit",
      message: "The formula has 8202 characters, the limit is 8192.",
    });
  });

  test.each([
    ["=SUM(A1", "a ) is missing"],
    ['="x', "a quotation mark is not closed"],
    ["=1+", "it ends with +"],
  ])("%s is refused: %s", (formula, problem) => {
    const { sheet } = openModel();
    expect(refusal(() => (sheet.getRange("A1").formulas = [[formula]]))).toEqual({
      code: "InvalidArgument",
      message: `The formula ${formula} cannot be read: ${problem}.`,
    });
  });

  test("whole columns read as null and cannot be written", () => {
    const { sheet } = openModel();
    const columns = sheet.getRange("A:F");
    expect(columns.values).toBeNull();
    expect(columns.isEntireColumn).toBe(true);
    expect(refusal(() => (columns.values = "Due Date")).code).toBe("InvalidArgument");
  });

  test("more than five million cells are refused", () => {
    const { sheet } = openModel();
    expect(refusal(() => sheet.getRange("A1:E1000001").values)).toEqual({
      code: "RangeExceedsLimit",
      message: "The range A1:E1000001 has 5000005 cells, the limit is 5000000. Read or write it in parts.",
    });
  });

  test("R1C1 formulas go both ways", () => {
    const { sheet } = openModel();
    sheet.getRange("C3").formulasR1C1 = [["=R[-2]C+R1C1*SUM(RC[-2]:RC[-1])"]];
    expect(sheet.getRange("C3").formulas).toEqual([["=C1+$A$1*SUM(A3:B3)"]]);
    expect(sheet.getRange("C3").formulasR1C1).toEqual([["=R[-2]C+R1C1*SUM(RC[-2]:RC[-1])"]]);
  });
});

describe("addresses", () => {
  test("name the sheet, in apostrophes where Excel puts them", () => {
    const { workbook } = openModel("Data", "Q1 plan's");
    expect(workbook.worksheets.getItem("Data").getRange("b2:a1").address).toBe("Data!A1:B2");
    expect(workbook.worksheets.getItem("Q1 plan's").getRange("C:D").address).toBe("'Q1 plan''s'!C:D");
  });

  test("may be given with the sheet, as a name, or as part of a table", () => {
    const { sheet, workbook } = openModel("Data");
    sheet.getRange("A1:B3").values = [
      ["Item", "Price"],
      ["a", 1],
      ["b", 2],
    ];
    workbook.names.add("Corner", sheet.getRange("B3"));
    sheet.tables.add("A1:B3", true).name = "Sales";
    expect(sheet.getRange("Data!$B$2").address).toBe("Data!B2");
    expect(sheet.getRange("Corner").address).toBe("Data!B3");
    expect(sheet.getRange("Sales[Price]").address).toBe("Data!B2:B3");
    expect(sheet.getRange("Sales[#All]").address).toBe("Data!A1:B3");
  });

  test("what is no address is refused", () => {
    const { sheet } = openModel();
    expect(refusal(() => sheet.getRange("XFE1"))).toEqual({ code: "InvalidArgument", message: '"XFE1" is no address, name or table of this workbook.' });
    expect(refusal(() => sheet.getRange("A1").getOffsetRange(-1, 0)).code).toBe("InvalidArgument");
  });

  test("follow rows inserted above, are refused when their cells were deleted", () => {
    const { sheet } = openModel("Data");
    const range = sheet.getRange("B5:C6");
    range.values = [
      [1, 2],
      [3, 4],
    ];
    sheet.getRange("2:3").insert("Down");
    expect(range.address).toBe("Data!B7:C8");
    expect(range.values).toEqual([
      [1, 2],
      [3, 4],
    ]);
    sheet.getRange("7:8").delete("Up");
    expect(refusal(() => range.address)).toEqual({ code: "InvalidReference", message: "The cells of this range were deleted." });
  });
});

describe("ranges from ranges", () => {
  const at = (address: string) => openModel("S").sheet.getRange(address);

  test.each([
    ["getCell", at("B2:C3").getCell(1, 1), "S!C3"],
    ["getCell outside", at("B2").getCell(3, 0), "S!B5"],
    ["getRow", at("B2:C3").getRow(1), "S!B3:C3"],
    ["getColumn", at("B2:C3").getColumn(0), "S!B2:B3"],
    ["getRowsAbove", at("B4:C5").getRowsAbove(2), "S!B2:C3"],
    ["getRowsBelow inside", at("B4:C5").getRowsBelow(-1), "S!B5:C5"],
    ["getColumnsAfter", at("B4:C5").getColumnsAfter(), "S!D4:D5"],
    ["getOffsetRange", at("B4:C5").getOffsetRange(1, -1), "S!A5:B6"],
    ["getResizedRange", at("B4:C5").getResizedRange(1, 2), "S!B4:E6"],
    ["getBoundingRect", at("B4").getBoundingRect("D2"), "S!B2:D4"],
    ["getLastCell", at("B4:C5").getLastCell(), "S!C5"],
    ["getEntireRow", at("B4:C5").getEntireRow(), "S!4:5"],
    ["getEntireColumn", at("B4:C5").getEntireColumn(), "S!B:C"],
    ["getIntersection", at("A1:C3").getIntersection("B2:D4"), "S!B2:C3"],
  ])("%s", (_name, range, address) => {
    expect(range.address).toBe(address);
  });

  test("ranges that do not overlap have no intersection", () => {
    expect(refusal(() => at("A1").getIntersection("B2"))).toEqual({ code: "ItemNotFound", message: "The ranges do not overlap." });
  });

  test("the surrounding region and the edges of the data", () => {
    const { sheet } = openModel("S");
    sheet.getRange("B2:C4").values = [
      [1, 2],
      [3, ""],
      [5, 6],
    ];
    expect(sheet.getRange("B2").getSurroundingRegion().address).toBe("S!B2:C4");
    expect(sheet.getRange("B2").getRangeEdge("Down").address).toBe("S!B4");
    expect(sheet.getRange("B2").getExtendedRange("Right").address).toBe("S!B2:C2");
    expect(sheet.getRange("B4").getRangeEdge("Down").address).toBe("S!B1048576");
  });

  test("special cells are grouped into blocks", async () => {
    const { sheet } = openModel("S");
    sheet.getRange("A1:B3").values = [
      ["x", 1],
      ["y", "=B1"],
      ["", 3],
    ];
    expect((await sheet.getRange("A1:B3").getSpecialCells("Constants")).address).toBe("S!A1:B1,S!A2,S!B3");
    expect((await sheet.getRange("A1:B3").getSpecialCells("Constants", "Numbers")).address).toBe("S!B1,S!B3");
    expect((await sheet.getRange("A1:B3").getSpecialCells("Blanks")).address).toBe("S!A3");
    expect((await sheet.getRange("A1:B3").getSpecialCells("Formulas")).address).toBe("S!B2");
    expect(refusal(() => sheet.getRange("A1:A2").getSpecialCells("Formulas")).code).toBe("ItemNotFound");
  });
});
