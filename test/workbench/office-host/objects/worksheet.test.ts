import { openModel, properties } from "../model";
import { refusal } from "../refusal";

describe("names of sheets", () => {
  test.each([
    ["", "is empty"],
    ["a".repeat(32), "has 32 characters, the limit is 31"],
    ["Q1/Q2", "has one of the characters : \\ / ? * [ ]"],
    ["'Plan", "begins or ends with an apostrophe"],
    ["history", "is reserved by Excel"],
  ])("%j is refused", (name, problem) => {
    const { workbook } = openModel();
    expect(refusal(() => workbook.worksheets.add(name))).toEqual({ code: "InvalidArgument", message: `The worksheet name "${name}" ${problem}.` });
  });

  test("are unique whatever the case", () => {
    const { workbook, sheet } = openModel("Data");
    expect(refusal(() => workbook.worksheets.add("DATA"))).toEqual({ code: "ItemAlreadyExists", message: 'A worksheet named "Data" already exists.' });
    sheet.name = "DATA";
    expect(sheet.name).toBe("DATA");
    expect(workbook.worksheets.add().name).toBe("Sheet1");
  });
});

describe("the collection", () => {
  test("finds sheets by name and by id, and says what it did not find", () => {
    const { workbook } = openModel("One", "Two");
    const two = workbook.worksheets.getItem("two");
    expect(workbook.worksheets.getItem(two.id).name).toBe("Two");
    expect(workbook.worksheets.getItemOrNullObject("Three")).toBeNull();
    expect(refusal(() => workbook.worksheets.getItem("Three"))).toEqual({ code: "ItemNotFound", message: 'There is no worksheet "Three".' });
  });

  test("counts and walks visible sheets only when asked", () => {
    const { workbook } = openModel("A", "B", "C");
    workbook.worksheets.getItem("B").visibility = "Hidden";
    expect([workbook.worksheets.getCount(), workbook.worksheets.getCount(true)]).toEqual([3, 2]);
    expect(workbook.worksheets.getItem("A").getNext(true).name).toBe("C");
    expect(workbook.worksheets.getItem("A").getNext().name).toBe("B");
    expect(workbook.worksheets.getItem("A").getPreviousOrNullObject()).toBeNull();
  });
});

describe("hiding and deleting", () => {
  test("very hidden is kept", () => {
    const { workbook, grid } = openModel("A", "B");
    const b = workbook.worksheets.getItem("B");
    b.visibility = "VeryHidden";
    expect(b.visibility).toBe("VeryHidden");
    expect(grid.sheets()[1]?.hidden).toBe(true);
    b.visibility = "Visible";
    expect(b.visibility).toBe("Visible");
  });

  test("the last visible sheet can neither be hidden nor deleted", () => {
    const { workbook, sheet } = openModel("A", "B");
    workbook.worksheets.getItem("B").visibility = "Hidden";
    expect(refusal(() => sheet.delete())).toEqual({ code: "InvalidOperation", message: "The last visible worksheet cannot be deleted." });
    expect(refusal(() => (sheet.visibility = "Hidden"))).toEqual({ code: "InvalidOperation", message: "A workbook must keep at least one visible worksheet." });
  });

  test("deleting the active sheet activates another and raises both events", () => {
    const { workbook, sheet, raised } = openModel("A", "B");
    const id = sheet.id;
    sheet.delete();
    expect(workbook.worksheets.getActiveWorksheet().name).toBe("B");
    expect(raised.map((event) => [event.type, event.args.worksheetId])).toContainEqual([15, id]);
  });

  test("a hidden sheet cannot be activated", () => {
    const { workbook } = openModel("A", "B");
    workbook.worksheets.getItem("B").visibility = "Hidden";
    expect(refusal(() => workbook.worksheets.getItem("B").activate())).toEqual({
      code: "InvalidOperation",
      message: "The worksheet B is hidden and cannot be activated.",
    });
  });

  test("a protected workbook keeps its sheets", () => {
    const { workbook, sheet } = openModel("A", "B");
    workbook.protection.protect("secret");
    for (const work of [() => workbook.worksheets.add(), () => sheet.delete(), () => (sheet.name = "C"), () => sheet.copy()]) {
      expect(refusal(work)).toEqual({ code: "AccessDenied", message: "The structure of the workbook is protected. Unprotect the workbook first." });
    }
    expect(refusal(() => workbook.protection.unprotect("wrong"))).toEqual({ code: "AccessDenied", message: "The password is wrong." });
    workbook.protection.unprotect("secret");
    sheet.name = "C";
    expect(workbook.worksheets.items.map((one) => one.name)).toEqual(["C", "B"]);
  });
});

describe("copying", () => {
  test("takes cells, tables, rules and page layout along, but not the custom properties", () => {
    const { workbook, sheet, grid } = openModel("Plan", "Other");
    sheet.getRange("A1:A2").values = [["Item"], ["x"]];
    sheet.tables.add("A1:A2", true);
    sheet.customProperties.add("account", "ACME");
    properties(sheet.pageLayout).orientation = "Landscape";
    const format = sheet.getRange("A2").conditionalFormats.add("Custom");
    format.custom!.rule.formula = "=A2>1";
    sheet.visibility = "Visible";
    const copy = sheet.copy("After", sheet);
    expect(workbook.worksheets.items.map((one) => one.name)).toEqual(["Plan", "Plan (2)", "Other"]);
    expect(copy.getRange("A1:A2").values).toEqual([["Item"], ["x"]]);
    expect(copy.tables.items.map((table) => table.name)).toEqual(["Table12"]);
    expect(properties(copy.pageLayout).orientation).toBe("Landscape");
    expect(copy.getRange("A2").conditionalFormats.getCount()).toBe(1);
    expect(grid.conditional.get(copy.id)).toHaveLength(1);
    expect(copy.customProperties.getCount()).toBe(0);
    expect(sheet.customProperties.getItem("ACCOUNT").value).toBe("ACME");
  });
});

describe("used range", () => {
  test("an empty sheet answers A1, a range on it throws", () => {
    const { sheet } = openModel("S");
    expect(sheet.getUsedRange().address).toBe("S!A1");
    expect(sheet.getUsedRangeOrNullObject()).toBeNull();
    expect(refusal(() => sheet.getRange("A1:B2").getUsedRange())).toEqual({ code: "ItemNotFound", message: "There are no used cells in the range." });
  });

  test("formats count unless only values are asked for", () => {
    const { sheet } = openModel("S");
    sheet.getRange("B2").values = [[1]];
    sheet.getRange("D4").format.fill.color = "#FF0000";
    expect(sheet.getUsedRange().address).toBe("S!B2:D4");
    expect(sheet.getUsedRange(true).address).toBe("S!B2");
  });
});

describe("protection", () => {
  test("locked cells answer AccessDenied, unlocked ones can be written", () => {
    const { sheet } = openModel("Plan");
    sheet.getRange("B1:B3").format.protection.locked = false;
    sheet.protection.protect();
    sheet.getRange("B1:B3").values = 1;
    expect(refusal(() => (sheet.getRange("A1:B1").values = 1))).toEqual({
      code: "AccessDenied",
      message: "The worksheet Plan is protected: cells of A1:B1 are locked. Unprotect it or allow this first.",
    });
    expect(refusal(() => (sheet.getRange("B1").format.fill.color = "red")).code).toBe("AccessDenied");
    expect(refusal(() => sheet.getRange("2:2").insert("Down")).code).toBe("AccessDenied");
  });

  test("options allow what they name", () => {
    const { sheet } = openModel("Plan");
    sheet.protection.protect({ allowFormatCells: true, allowInsertRows: true }, "pw");
    sheet.getRange("A1").format.fill.color = "red";
    sheet.getRange("2:2").insert("Down");
    expect(sheet.protection.options).toMatchObject({ allowFormatCells: true, allowSort: false, selectionMode: "Normal" });
    expect(refusal(() => sheet.protection.unprotect())).toEqual({ code: "AccessDenied", message: "The password is wrong." });
    expect(refusal(() => sheet.protection.protect()).code).toBe("AccessDenied");
    sheet.protection.unprotect("pw");
    expect(sheet.protection.protected).toBe(false);
  });

  test("locks move with inserted rows", () => {
    const { sheet } = openModel();
    sheet.getRange("B2").format.protection.locked = false;
    sheet.getRange("1:1").insert("Down");
    expect([sheet.getRange("B2").format.protection.locked, sheet.getRange("B3").format.protection.locked]).toEqual([true, false]);
    expect(sheet.getRange("B2:B3").format.protection.locked).toBeNull();
  });
});

describe("what the grid cannot show is kept", () => {
  test("page layout, headers, print area and titles, page breaks", () => {
    const { sheet } = openModel("S");
    const page = sheet.pageLayout;
    const shown = properties(page);
    const footer = properties(page.headersFooters.defaultForAllPages);
    expect([shown.orientation, shown.paperSize, shown.leftMargin, shown.centerHorizontally]).toEqual(["Portrait", "Letter", 50.4, false]);
    page.setPrintArea("A1:D20");
    page.setPrintTitleRows("$1:$2");
    page.setPrintMargins("Inches", { top: 1, left: 0.5 });
    page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    footer.centerFooter = "Page &P of &N";
    sheet.horizontalPageBreaks.add("A11:E11");
    sheet.getRange("1:1").insert("Down");
    expect(page.getPrintArea().address).toBe("S!A2:D21");
    expect(page.getPrintTitleRows().address).toBe("S!2:3");
    expect([shown.topMargin, shown.leftMargin]).toEqual([72, 36]);
    expect(page.zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 0 });
    expect(properties(page.headersFooters.defaultForAllPages).centerFooter).toBe("Page &P of &N");
    expect(sheet.horizontalPageBreaks.getItem(0).getCellAfterBreak().address).toBe("S!A12");
    expect(refusal(() => (page.zoom = { scale: 50, horizontalFitToPages: 1 })).code).toBe("InvalidArgument");
    expect(refusal(() => (shown.orientation = "Sideways"))).toEqual({
      code: "InvalidArgument",
      message: 'orientation is "Sideways", it must be one of Portrait, Landscape.',
    });
  });

  test("frozen panes, tab colour, grid lines", () => {
    const { sheet, grid } = openModel("S");
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
    sheet.tabColor = "#FF8800";
    sheet.showGridlines = false;
    expect(grid.sheets()[0]).toMatchObject({ frozen: { rows: 3, columns: 2 }, tabColor: "#FF8800", showGridlines: false });
    expect(sheet.freezePanes.getLocationOrNullObject()?.address).toBe("S!A1:B3");
    sheet.freezePanes.unfreeze();
    expect(sheet.freezePanes.getLocationOrNullObject()).toBeNull();
  });

  test("ungrouping takes each row out of its innermost group, whatever was selected", () => {
    const { sheet } = openModel();
    sheet.getRange("2:7").group("ByRows");
    sheet.getRange("2:3").group("ByRows");
    sheet.getRange("5:6").group("ByRows");
    sheet.showOutlineLevels(2, 0);
    expect(sheet.getRange("2:3").rowHidden).toBe(true);
    // Rows 2, 3, 5 and 6 leave the inner groups, rows 4 and 7 the outer one; row 1 is in none.
    sheet.getRange("A1:C7").ungroup("ByRows");
    expect(sheet.getRange("1:7").rowHidden).toBe(false);
    sheet.showOutlineLevels(1, 0);
    expect(["2:3", "4:4", "5:6", "7:7"].map((rows) => sheet.getRange(rows).rowHidden)).toEqual([true, false, true, false]);
    sheet.getRange("A1:C7").ungroup("ByRows");
    expect(sheet.getRange("1:7").rowHidden).toBe(false);
    expect(refusal(() => sheet.getRange("A1:C7").ungroup("ByRows"))).toEqual({ code: "ItemNotFound", message: "These rows or columns are not in a group." });
  });

  test("outline groups hide and show their rows", () => {
    const { sheet } = openModel();
    sheet.getRange("2:4").group("ByRows");
    sheet.getRange("2:4").hideGroupDetails("ByRows");
    expect(sheet.getRange("1:5").rowHidden).toBeNull();
    expect(sheet.getRange("2:4").rowHidden).toBe(true);
    sheet.showOutlineLevels(8, 0);
    expect(sheet.getRange("2:4").rowHidden).toBe(false);
  });
});
