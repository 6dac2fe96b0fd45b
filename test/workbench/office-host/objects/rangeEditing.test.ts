import { openModel } from "../model";
import { refusal } from "../refusal";

describe("editing", () => {
  test("copyFrom moves relative references, repeats the source and can take values only", () => {
    const { sheet } = openModel();
    sheet.getRange("A1:B1").values = [[2, "=A1*10"]];
    sheet.getRange("A2:B4").copyFrom("A1:B1");
    expect(sheet.getRange("A2:B4").formulas).toEqual([
      [2, "=A2*10"],
      [2, "=A3*10"],
      [2, "=A4*10"],
    ]);
    sheet.getRange("D1").copyFrom("A1:B1", "Values", false, true);
    expect(sheet.getRange("D1:D2").formulas).toEqual([[2], [20]]);
  });

  test("transposed formulas keep what they point to across the diagonal", () => {
    const { sheet } = openModel();
    sheet.getRange("A1:C1").values = [[2, 3, "=A1*B1"]];
    sheet.getRange("E1").copyFrom("A1:C1", "All", false, true);
    expect(sheet.getRange("E1:E3").formulas).toEqual([[2], [3], ["=E1*E2"]]);
  });

  test("several areas are copied with their places to each other", () => {
    const { sheet } = openModel();
    sheet.getRange("A1:C1").values = [[1, 2, 3]];
    sheet.getRange("A3").copyFrom(sheet.getRanges("A1,C1"));
    expect(sheet.getRange("A3:C3").values).toEqual([[1, "", 3]]);
  });

  test("skipBlanks keeps what is below empty source cells", () => {
    const { sheet } = openModel();
    sheet.getRange("A1:B2").values = [
      [1, ""],
      [8, 9],
    ];
    sheet.getRange("A2").copyFrom("A1:B1", "All", true);
    expect(sheet.getRange("A2:B2").values).toEqual([[1, 9]]);
  });

  test("changes tell who made them and which way cells moved", () => {
    const { sheet, book, raised } = openModel("S");
    sheet.getRange("B2").values = [[1]];
    sheet.getRange("B2").insert("Right");
    book.personActs = true;
    sheet.getRange("B3:C3").delete("Up");
    const changes = raised.filter(({ type }) => type === 10).map(({ args }) => [args["address"], args["triggerSource"], args["shiftDirection"]]);
    expect(changes).toEqual([
      ["B2", "ThisLocalAddin", undefined],
      ["B2", "ThisLocalAddin", "ShiftCellRight"],
      ["B3:C3", "Unknown", "ShiftCellUp"],
    ]);
  });

  test("handlers of a sort are told of the rows and columns that moved", () => {
    const { sheet, raised } = openModel("S");
    const range = sheet.getRange("A1:C4");
    range.values = [
      ["Fruit", "Q1", "Q2"],
      ["Fig", 1, 9],
      ["Pear", 7, 8],
      ["Plum", 3, 7],
    ];
    void range.sort.apply([{ key: 1 }], false, true);
    void range.sort.apply([{ key: 1 }], false, true);
    void range.sort.apply([{ key: 1, ascending: false }], false, true, "Columns");
    const sorts = raised.filter(({ type }) => type === 19 || type === 20);
    expect(sorts.map(({ type, args }) => [type, args["address"]])).toEqual([
      [19, "A3:C4"],
      [19, ""],
      [20, "B1:C4"],
    ]);
  });

  test("what is found through results waits for the formulas written just before", async () => {
    const { sheet, grid } = openModel("S");
    sheet.getRange("A1").values = [["late"]];
    let computed = () => {};
    grid.isPending = () => true;
    grid.recalculate = () => new Promise((resolve) => (computed = resolve));
    const waiting = [sheet.getRange("A1").getSpillingToRange(), sheet.getRange("A1").getSpillParent(), sheet.findAll("late", {}), sheet.getRange("A1").format.autofitColumns()];
    expect(waiting.every((answer) => answer instanceof Promise)).toBe(true);
    computed();
    grid.isPending = () => false;
    expect(await sheet.findAll("late", {})).toMatchObject({ address: "S!A1" });
  });

  test("find and replace know wildcards, case and whole cells", async () => {
    const { sheet } = openModel("S");
    sheet.getRange("A1:A3").values = [["Apple pie"], ["apple"], ["Pear"]];
    const range = sheet.getRange("A1:A3");
    expect((await range.find("apple", { completeMatch: true })).address).toBe("S!A2");
    expect((await range.find("P*r", { matchCase: true })).address).toBe("S!A3");
    expect((await range.find("apple", { searchDirection: "Backwards" })).address).toBe("S!A2");
    expect(range.replaceAll("apple", "Plum", { matchCase: false })).toBe(2);
    expect(range.values).toEqual([["Plum pie"], ["Plum"], ["Pear"]]);
    expect(refusal(() => range.find("fig", {}))).toEqual({ code: "ItemNotFound", message: '"fig" is not in the range.' });
  });

  test("removeDuplicates keeps the first of each and counts", async () => {
    const { sheet } = openModel();
    const range = sheet.getRange("A1:B5");
    range.values = [
      ["Name", "N"],
      ["a", 1],
      ["A", 2],
      ["b", 3],
      ["a", 4],
    ];
    const result = await range.removeDuplicates([0], true);
    expect([result.removed, result.uniqueRemaining]).toEqual([2, 2]);
    expect(range.values).toEqual([["Name", "N"], ["a", 1], ["b", 3], ["", ""], ["", ""]]);
  });

  test("sort puts numbers before text and blanks last, and keeps the header", () => {
    const { sheet } = openModel();
    const range = sheet.getRange("A1:A6");
    range.values = [["Head"], ["pear"], [3], [""], ["Apple"], [1]];
    range.sort.apply([{ key: 0, ascending: true }], false, true);
    expect(range.values).toEqual([["Head"], [1], [3], ["Apple"], ["pear"], [""]]);
    range.sort.apply([{ key: 0, ascending: false }], false, true);
    expect(range.values).toEqual([["Head"], ["pear"], ["Apple"], [3], [1], [""]]);
  });

  test("autoFill continues series and formulas", () => {
    const { sheet } = openModel();
    sheet.getRange("A1:D2").values = [
      [1, "Mon", "Item 1", "=A1"],
      [3, "Tue", "Item 2", "=A2"],
    ];
    sheet.getRange("A1:D2").autoFill("A1:D4", "FillDefault");
    expect(sheet.getRange("A3:D4").formulas).toEqual([
      [5, "Wed", "Item 3", "=A3"],
      [7, "Thu", "Item 4", "=A4"],
    ]);
  });

  test("insert answers the blank cells, what was there moves", () => {
    const { sheet } = openModel("S");
    sheet.getRange("A1:A2").values = [[1], [2]];
    const blank = sheet.getRange("A1").insert("Down");
    expect(blank.address).toBe("S!A1");
    expect(sheet.getRange("A1:A3").values).toEqual([[""], [1], [2]]);
  });

  test("merged areas are found and undone", () => {
    const { sheet } = openModel("S");
    sheet.getRange("A1:C2").merge(true);
    expect(sheet.getRange("A1:C2").getMergedAreasOrNullObject()?.address).toBe("S!A1:C1,S!A2:C2");
    sheet.getRange("A1:C2").unmerge();
    expect(sheet.getRange("A1:C2").getMergedAreasOrNullObject()).toBeNull();
  });

  test("a hyperlink shows its text, looks like one and can be removed", () => {
    const { sheet } = openModel();
    const cell = sheet.getRange("A1");
    cell.hyperlink = { address: "https://example.org", textToDisplay: "Example", screenTip: "go" };
    expect(cell.values).toEqual([["Example"]]);
    expect(cell.hyperlink).toEqual({ address: "https://example.org", screenTip: "go", textToDisplay: "Example" });
    expect(cell.format.font.underline).toBe("Single");
    cell.clear("RemoveHyperlinks");
    expect(cell.hyperlink).toBeNull();
  });

  test("onChanged is raised with the address and, for one cell, the value before and after", () => {
    const { sheet, raised } = openModel("S");
    sheet.getRange("B2").values = [[5]];
    sheet.getRange("B2").values = [[6]];
    const { targets, args } = raised.filter((event) => event.type === 10)[1] ?? { targets: [], args: {} };
    expect(targets).toEqual([sheet.id, "Workbook"]);
    expect(args).toMatchObject({ address: "B2", changeType: "RangeEdited", valueBefore: 5, valueAfter: 6, worksheetId: sheet.id });
  });
});

describe("looks", () => {
  test("are null where cells differ", () => {
    const { sheet } = openModel();
    sheet.getRange("A1").format.fill.color = "yellow";
    expect(sheet.getRange("A1").format.fill.color).toBe("#FFFF00");
    expect(sheet.getRange("A1:B1").format.fill.color).toBeNull();
    expect(sheet.getRange("B1").format.fill.color).toBe("#FFFFFF");
  });

  test("one number format in a matrix stands for all cells", () => {
    const { sheet } = openModel();
    sheet.getRange("A1:A2").numberFormat = [["$0.00"]];
    expect(sheet.getRange("A1:A2").numberFormat).toEqual([["$0.00"], ["$0.00"]]);
  });

  test("inside borders are between the cells only", () => {
    const { sheet, grid } = openModel();
    sheet.getRange("A1:B2").format.borders.getItem("InsideHorizontal").style = "Double";
    const [[top], [bottom]] = grid.styles({ sheetId: sheet.id, row: 0, column: 0, rowCount: 2, columnCount: 1 }) as [[object], [object]];
    expect(top).toEqual({ borders: { bottom: { style: "Double", weight: "Thin", color: "#000000" } } });
    expect(bottom).toEqual({ borders: { top: { style: "Double", weight: "Thin", color: "#000000" } } });
  });

  test("cell properties are set and read in one call", () => {
    const { sheet } = openModel("S");
    const range = sheet.getRange("A1:B1");
    range.setCellProperties([[{ format: { fill: { color: "#112233" }, font: { bold: true } } }, {}]]);
    expect(range.getCellProperties({ address: true, format: { fill: { color: true }, font: { bold: true } } })).toEqual([
      [
        { address: "S!A1", format: { fill: { color: "#112233" }, font: { bold: true } } },
        { address: "S!B1", format: { fill: { color: "#FFFFFF" }, font: { bold: false } } },
      ],
    ]);
  });

  test("an unknown colour is refused", () => {
    const { sheet } = openModel();
    expect(refusal(() => (sheet.getRange("A1").format.fill.color = "blurple"))).toEqual({
      code: "InvalidArgument",
      message: 'color is "blurple", it must be like #4472C4 or the HTML name of a colour.',
    });
  });
});
