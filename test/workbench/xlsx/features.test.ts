import type { ConditionalFormatState, ValidationState } from "../../../src/workbench/office-host/objects/workbookState";
import { emptyTable } from "../../../src/workbench/office-host/objects/workbookState";
import { area, newBook, reopened, savedParts, type TestBook } from "./savedParts";

const region = (row: number, column: number, rowCount = 1, columnCount = 1) => ({ row, column, rowCount, columnCount });

describe("sheets", () => {
  test("order, visibility, tab colour, gridlines, headings and frozen panes", async () => {
    const { grid, book, first, sheet } = newBook("Plan & Co's");
    grid.setSheetLook(first, { tabColor: "#0F6CBD", showGridlines: false, zoom: 85, frozen: { rows: 2, columns: 1 } });
    sheet.showHeadings = false;
    const hidden = grid.addSheet("Lists");
    grid.setSheetLook(hidden, { hidden: true });
    const veryHidden = grid.addSheet("Secret");
    book.sheetState(veryHidden).veryHidden = true;
    grid.setSheetLook(veryHidden, { hidden: true });
    const active = grid.addSheet("Last");
    grid.activateSheet(active);
    const { part, bytes } = await savedParts(book);
    expect(part("xl/workbook.xml")).toMatch(/name="Lists"[^>]*state="hidden".*name="Secret"[^>]*state="veryHidden"/);
    const again = await reopened(bytes);
    expect(again.grid.sheets()).toMatchObject([
      { name: "Plan & Co's", hidden: false, tabColor: "#0F6CBD", showGridlines: false, zoom: 85, frozen: { rows: 2, columns: 1 } },
      { name: "Lists", hidden: true },
      { name: "Secret", hidden: true },
      { name: "Last", hidden: false, showGridlines: true, tabColor: "" },
    ]);
    expect(again.sheet.showHeadings).toBe(false);
    expect(again.grid.sheets().map(({ id }) => again.book.sheetState(id).veryHidden)).toEqual([false, false, true, false]);
    expect(again.grid.activeSheet()).toBe(again.grid.sheets()[3]?.id);
  });

  test("column widths, row heights, hidden lines and outlines, also of rows without cells", async () => {
    const { grid, book, first, sheet } = newBook();
    grid.write(area(first, 0, 0), [[{ value: 1 }]]);
    grid.setColumnWidth(first, 1, 2, 99.75);
    grid.setRowHeight(first, 3, 1, 31.5);
    grid.setRowsHidden(first, 5, 2, true);
    grid.setColumnsHidden(first, 4, 1, true);
    sheet.rowGroups = [{ start: 5, count: 2, hidden: true }, { start: 4, count: 4, hidden: false }];
    const { part, bytes } = await savedParts(book);
    expect(part("xl/worksheets/sheet1.xml")).toContain('outlineLevelRow="2"');
    const again = await reopened(bytes);
    expect(again.grid.columnWidths(again.first, 0, 4)).toEqual([48, 99.75, 99.75, 48]);
    expect(again.grid.rowHeights(again.first, 2, 3)).toEqual([15, 31.5, 15]);
    expect(again.grid.rowsHidden(again.first, 4, 4)).toEqual([false, true, true, false]);
    expect(again.grid.columnsHidden(again.first, 3, 3)).toEqual([false, true, false]);
    expect(again.sheet.rowGroups).toEqual([{ start: 4, count: 4, hidden: false }, { start: 5, count: 2, hidden: true }]);
  });

  test("merged cells", async () => {
    const { grid, book, first } = newBook();
    grid.merge(area(first, 1, 1, 2, 3));
    const again = await reopened((await savedParts(book)).bytes);
    expect(again.grid.merges(again.first)).toEqual([area(again.first, 1, 1, 2, 3)]);
  });
});

test("names: constants, sheet scope, hidden ones, comments and functions", async () => {
  const { grid, book, first } = newBook();
  grid.setName({ name: "Rate", formula: "=0.25", visible: true });
  grid.setName({ name: "Area", formula: "=Sheet1!$A$1:$B$2", visible: true, sheetId: first });
  grid.setName({ name: "Secret", formula: '="x"', visible: false });
  grid.setName({ name: "Kam.Double", formula: "=LAMBDA(amount,amount*2)", visible: true });
  book.state.nameComments["!rate"] = "Yearly rate";
  grid.results.set("=Kam.Double(2)", 4);
  grid.write(area(first, 0, 0), [[{ formula: "=Kam.Double(2)" }]]);
  const { part, bytes } = await savedParts(book);
  const workbook = part("xl/workbook.xml");
  expect(workbook).toContain('<definedName name="Rate" comment="Yearly rate">0.25</definedName>');
  expect(workbook).toContain('<definedName name="Area" localSheetId="0">Sheet1!$A$1:$B$2</definedName>');
  expect(workbook).toContain('<definedName name="Secret" hidden="1">"x"</definedName>'.replaceAll('"x"', "&quot;x&quot;"));
  expect(workbook).toContain("_xlfn.LAMBDA(_xlpm.amount,_xlpm.amount*2)");
  expect(part("xl/worksheets/sheet1.xml")).toContain(">Kam.Double(2)</f>");
  const again = await reopened(bytes);
  expect(again.grid.names()).toEqual([
    { name: "Rate", formula: "=0.25", visible: true },
    { name: "Area", formula: "=Sheet1!$A$1:$B$2", visible: true, sheetId: again.first },
    { name: "Secret", formula: '="x"', visible: false },
    { name: "Kam.Double", formula: "=LAMBDA(amount,amount*2)", visible: true },
  ]);
  expect(again.book.state.nameComments).toEqual({ "!rate": "Yearly rate" });
});

describe("tables", () => {
  function withTable(): TestBook & { readonly id: string } {
    const test = newBook();
    const { grid, first, book } = test;
    grid.results.set("=[@Price]*2", 20);
    grid.write(area(first, 1, 1, 4, 2), [
      [{ text: "Price" }, { text: "Twice the price" }],
      [{ value: 10 }, { formula: "=[@Price]*2" }],
      [{ value: 10 }, { formula: "=[@Price]*2" }],
      [{ text: "Total" }, { formula: "=SUBTOTAL(109,[Twice the price])" }],
    ]);
    const id = grid.addTable("Sales", area(first, 1, 1, 3, 2));
    book.state.tables[id] = { ...emptyTable(2), style: "TableStyleLight9", showTotals: true, highlightFirstColumn: true, showBandedRows: false, filters: { 0: { filterOn: "Custom", criterion1: ">=5" } } };
    return { ...test, id };
  }

  test("parts as Excel writes them: calculated column, totals, long references", async () => {
    const { part } = await savedParts(withTable().book);
    const table = part("xl/tables/table1.xml");
    expect(table).toContain('ref="B2:C5" totalsRowCount="1"');
    expect(table).toContain('<autoFilter ref="B2:C4"><filterColumn colId="0"><customFilters><customFilter operator="greaterThanOrEqual" val="5"/></customFilters></filterColumn></autoFilter>');
    expect(table).toContain('<tableColumn id="1" name="Price" totalsRowLabel="Total"/>');
    expect(table).toContain('<tableColumn id="2" name="Twice the price" totalsRowFunction="sum"><calculatedColumnFormula>Sales[[#This Row],[Price]]*2</calculatedColumnFormula></tableColumn>');
    expect(table).toContain('<tableStyleInfo name="TableStyleLight9" showFirstColumn="1" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/>');
    expect(part("xl/worksheets/sheet1.xml")).toContain("<f>Sales[[#This Row],[Price]]*2</f><v>20</v>");
  });

  test("come back with style, totals row and filter", async () => {
    const again = await reopened((await savedParts(withTable().book)).bytes);
    const [table] = again.grid.tables();
    expect(table).toMatchObject({ name: "Sales", columns: ["Price", "Twice the price"], area: area(again.first, 1, 1, 3, 2) });
    expect(again.book.state.tables[table?.id ?? ""]).toMatchObject({ style: "TableStyleLight9", showTotals: true, highlightFirstColumn: true, showBandedRows: false, filters: { 0: { filterOn: "Custom", criterion1: ">=5" } } });
  });

  test("two columns of one name are told apart, as Excel does", async () => {
    const { grid, book, first } = newBook();
    grid.write(area(first, 0, 0, 2, 3), [[{ text: "A" }, { text: "a" }, { text: "" }], [{ value: 1 }, { value: 2 }, { value: 3 }]]);
    grid.addTable("T", area(first, 0, 0, 2, 3));
    expect((await savedParts(book)).part("xl/tables/table1.xml")).toMatch(/name="A".*name="a2".*name="Column3"/);
  });
});

describe("conditional formats", () => {
  const kinds: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ["Custom", { formula: "=$B2>KAM.SCORE($A$1:$B$3)" }, "_xldudf_KAM_SCORE"],
    ["CellValue", { formula1: "=5", formula2: "=10", operator: "Between" }, 'type="cellIs" operator="between"'],
    ["ContainsText", { operator: "BeginsWith", text: 'A "quoted"' }, "LEFT(A2,LEN("],
    ["TopBottom", { rank: 3, type: "BottomPercent" }, 'rank="3" bottom="1" percent="1"'],
    ["PresetCriteria", { criterion: "Blanks" }, "LEN(TRIM(A2))=0"],
    ["PresetCriteria", { criterion: "DuplicateValues" }, 'type="duplicateValues"'],
    ["PresetCriteria", { criterion: "TwoStdDevBelowAverage" }, 'aboveAverage="0" stdDev="2"'],
    ["PresetCriteria", { criterion: "EqualOrAboveAverage" }, 'equalAverage="1"'],
    ["PresetCriteria", { criterion: "LastSevenDays" }, 'timePeriod="last7Days"'],
    ["ColorScale", { minimum: { type: "LowestValue", formula: null, color: "#F8696B" }, midpoint: { type: "Percentile", formula: "50", color: "#FFEB84" }, maximum: { type: "HighestValue", formula: null, color: "#63BE7B" } }, "FFF8696B"],
    ["IconSet", { style: "FourArrows", reverseIconOrder: true, showIconOnly: true, criteria: [{}, ...["=1", "=2", "=3"].map((formula) => ({ type: "Number", operator: "GreaterThan", formula }))] }, 'iconSet="4Arrows" reverse="1" showValue="0"'],
  ];
  test.each(kinds)("%s %j", async (type, rule, xml) => {
    const { book, sheet } = newBook();
    const format: ConditionalFormatState = { id: "1", regions: [region(1, 0, 9, 2), region(1, 5, 9)], type, stopIfTrue: true, rule, format: type === "ColorScale" || type === "IconSet" ? {} : { fillColor: "#FFC7CE", fontColor: "#9C0006", bold: true, numberFormat: "0.0" } };
    sheet.conditionalFormats = [format];
    const { part, bytes, losses } = await savedParts(book);
    expect(part("xl/worksheets/sheet1.xml")).toContain(xml);
    expect(part("xl/worksheets/sheet1.xml")).toContain('<conditionalFormatting sqref="A2:B10 F2:F10">');
    const again = await reopened(bytes, ["KAM.SCORE"]);
    expect(again.sheet.conditionalFormats).toEqual([{ ...format, id: expect.any(String) as string }]);
    expect(again.grid.sheet(again.first).conditions).toHaveLength(1);
    expect([...losses, ...again.losses]).toEqual([]);
  });

  test("a data bar keeps colour and bounds; order is priority", async () => {
    const { book, sheet } = newBook();
    const bar = { positiveFormat: { fillColor: "#00B050" }, lowerBoundRule: { type: "Number", formula: "0" }, upperBoundRule: { type: "HighestValue" }, showDataBarOnly: true };
    sheet.conditionalFormats = [
      { id: "1", regions: [region(0, 0, 5)], type: "DataBar", stopIfTrue: false, rule: bar, format: {} },
      { id: "2", regions: [region(0, 0, 5)], type: "TopBottom", stopIfTrue: false, rule: { rank: 1, type: "TopItems" }, format: { bold: true } },
    ];
    const again = await reopened((await savedParts(book)).bytes);
    expect(again.sheet.conditionalFormats).toMatchObject([
      { type: "DataBar", rule: { showDataBarOnly: true, lowerBoundRule: { type: "Number", formula: "0" }, upperBoundRule: { type: "HighestValue" }, positiveFormat: { fillColor: "#00B050" } } },
      { type: "TopBottom", format: { bold: true } },
    ]);
  });
});

describe("validation", () => {
  const rules: readonly (readonly [string, ValidationState["rule"]])[] = [
    ["typed list", { list: { inCellDropDown: true, source: "A,B,C" } }],
    ["list of cells, without drop-down", { list: { inCellDropDown: false, source: "=Lists!$A$1:$A$3" } }],
    ["whole number", { wholeNumber: { formula1: "1", formula2: "10", operator: "NotBetween" } }],
    ["decimal by formula", { decimal: { formula1: "=$B$1*2", operator: "GreaterThanOrEqualTo" } }],
    ["length", { textLength: { formula1: "31", operator: "LessThan" } }],
    ["own formula", { custom: { formula: "=SUM($A$1:$A$5)=100" } }],
  ];
  test.each(rules)("%s", async (_name, rule) => {
    const { book, sheet } = newBook();
    const state: ValidationState = {
      regions: [region(0, 0, 5), region(0, 3, 5)],
      rule,
      errorAlert: { message: "No & never", showAlert: true, style: "Warning", title: "Wrong" },
      prompt: { message: "Pick one", showPrompt: true, title: "Tier" },
      ignoreBlanks: true,
    };
    sheet.validations = [state];
    const again = await reopened((await savedParts(book)).bytes);
    expect(again.sheet.validations).toEqual([state]);
    expect(again.grid.sheet(again.first).validations).toHaveLength(1);
  });
});

test("protection of sheets and of the workbook", async () => {
  const { book, sheet } = newBook();
  sheet.protection = { password: "", paused: false, options: { allowAutoFilter: true, allowFormatCells: false, allowEditObjects: true, allowEditScenarios: false, selectionMode: "Unlocked" } };
  book.state.structureProtection = { password: "" };
  const { part, bytes } = await savedParts(book);
  const element = /<sheetProtection[^>]*>/.exec(part("xl/worksheets/sheet1.xml"))?.[0] ?? "";
  expect(element).toMatch(/ sheet="1"/);
  expect(element).toMatch(/ autoFilter="0"/);
  expect(element).toMatch(/ formatCells="1"/);
  expect(element).toMatch(/ selectLockedCells="1"/);
  expect(element).not.toMatch(/ objects="1"/);
  const again = await reopened(bytes);
  expect(again.sheet.protection).toMatchObject({ options: { allowAutoFilter: true, allowFormatCells: false, allowSort: false, allowEditObjects: true, allowEditScenarios: false, selectionMode: "Unlocked" } });
  expect(again.book.state.structureProtection).toEqual({ password: "" });
  expect(again.losses).toEqual([]);
});

test("a password is not readable: the sheet stays protected and the loss is said", async () => {
  const { book, sheet } = newBook();
  sheet.protection = { password: "geheim", paused: false, options: {} };
  const again = await reopened((await savedParts(book)).bytes);
  expect(again.sheet.protection).toBeDefined();
  expect(again.losses).toEqual(["The password of 1 protected sheet cannot be read: it stays protected, but without a password"]);
});

test("links to addresses, places and both, over several cells", async () => {
  const { grid, book, first, sheet } = newBook();
  grid.write(area(first, 0, 0), [[{ text: "Home" }]]);
  sheet.hyperlinks = [
    { region: region(0, 0), address: "https://example.com/?a=1&b=2", screenTip: "To the site" },
    { region: region(1, 0, 2, 2), documentReference: "Sheet1!A1" },
    { region: region(4, 0), address: "https://example.com/doc", documentReference: "part" },
  ];
  const again = await reopened((await savedParts(book)).bytes);
  expect(again.sheet.hyperlinks).toEqual(sheet.hyperlinks);
  expect(again.grid.sheet(again.first).links).toEqual(new Map([["0,0", "https://example.com/?a=1&b=2"]]));
});

test("notes; a thread of comments is saved as a note and said so", async () => {
  const { book, sheet } = newBook();
  const entry = { contentType: "Plain", mentions: [], resolved: false, authorEmail: "", creationDate: "" };
  sheet.notes = [{ region: region(0, 0), content: "Ask <Kim>", authorName: "Ola", width: 108, height: 59.25, visible: false }];
  sheet.comments = [{ ...entry, id: "c", region: region(2, 1), content: "Right?", authorName: "Kim", replies: [{ ...entry, id: "r", content: "Yes", authorName: "Ola" }] }];
  const { bytes, losses } = await savedParts(book);
  expect(losses).toEqual(["1 comment with replies is saved as a note"]);
  const again = await reopened(bytes);
  expect(again.sheet.notes).toMatchObject([{ region: region(0, 0), content: "Ask <Kim>", authorName: "Ola" }, { region: region(2, 1), content: "Kim: Right?\nOla: Yes" }]);
  expect(again.grid.sheet(again.first).notes.get("0,0")).toBe("Ask <Kim>");
});

describe("pages", () => {
  test("setup, headers and footers, breaks, print area and titles", async () => {
    const { book, sheet } = newBook("Plan of Kim's");
    const page = sheet.pageLayout;
    Object.assign(page.settings, {
      orientation: "Landscape",
      paperSize: "A4",
      leftMargin: 36,
      topMargin: 72,
      zoom: { horizontalFitToPages: 1 },
      centerHorizontally: true,
      printGridlines: true,
      printOrder: "OverThenDown",
      printErrors: "Dash",
      firstPageNumber: 3,
      blackAndWhite: true,
    });
    page.headersFooters.state = "FirstAndDefault";
    Object.assign(page.headersFooters.pages.defaultForAllPages, { leftHeader: "Plan && notes", centerHeader: "&A", rightFooter: "&P of &N" });
    Object.assign(page.headersFooters.pages.firstPage, { centerFooter: "First" });
    sheet.rowBreaks = [20];
    sheet.columnBreaks = [5];
    page.printArea = [region(0, 0, 40, 8)];
    page.printTitleRows = region(0, 0, 2, 16384);
    page.printTitleColumns = region(0, 0, 1048576, 1);
    const { part, bytes } = await savedParts(book);
    expect(part("xl/worksheets/sheet1.xml")).toMatch(/<pageSetUpPr fitToPage="1"\/>.*<printOptions horizontalCentered="1" gridLines="1"\/><pageMargins.*<pageSetup paperSize="9" firstPageNumber="3" fitToWidth="1" fitToHeight="0" pageOrder="overThenDown" orientation="landscape"/);
    expect(part("xl/worksheets/sheet1.xml")).toContain('<brk id="20"');
    expect(part("xl/workbook.xml")).toContain("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">'Plan of Kim''s'!$A:$A,'Plan of Kim''s'!$1:$2</definedName>");
    const again = await reopened(bytes);
    expect(again.sheet.pageLayout).toMatchObject({
      settings: page.settings,
      headersFooters: { state: "FirstAndDefault", pages: { defaultForAllPages: { leftHeader: "Plan && notes", centerHeader: "&A", rightFooter: "&P of &N" }, firstPage: { centerFooter: "First" } } },
      printArea: page.printArea,
      printTitleRows: page.printTitleRows,
      printTitleColumns: page.printTitleColumns,
    });
    expect([again.sheet.rowBreaks, again.sheet.columnBreaks]).toEqual([[20], [5]]);
    expect(again.grid.names()).toEqual([]);
  });

  test("scale and portrait", async () => {
    const { book, sheet } = newBook();
    Object.assign(sheet.pageLayout.settings, { orientation: "Portrait", zoom: { scale: 85 } });
    const again = await reopened((await savedParts(book)).bytes);
    expect(again.sheet.pageLayout.settings).toMatchObject({ orientation: "Portrait", zoom: { scale: 85 } });
  });
});

test("a filter of the sheet with its criteria", async () => {
  const { grid, book, first, sheet } = newBook();
  grid.write(area(first, 0, 0, 3, 2), [[{ text: "A" }, { text: "B" }], [{ text: "x" }, { value: 1 }], [{ text: "y" }, { value: 2 }]]);
  grid.setRowsHidden(first, 2, 1, true);
  sheet.autoFilter = { region: region(0, 0, 3, 2), criteria: { 0: { filterOn: "Values", values: ["x"] }, 1: { filterOn: "TopPercent", criterion1: "20" } } };
  const { part, bytes } = await savedParts(book);
  expect(part("xl/workbook.xml")).toContain('<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">Sheet1!$A$1:$B$3</definedName>');
  const again = await reopened(bytes);
  expect(again.sheet.autoFilter).toEqual(sheet.autoFilter);
  expect(again.grid.rowsHidden(again.first, 0, 3)).toEqual([false, false, true]);
});

test("properties of the document and how it calculates", async () => {
  const { book } = newBook();
  Object.assign(book.state.properties, { title: "Plans", author: "Kim", company: "Ours", comments: "Draft <1>", category: "KAM", manager: "Ola", keywords: "a, b", subject: "s" });
  book.state.customProperties.push({ key: "Version", value: 3, type: "Number" }, { key: "Final", value: false, type: "Boolean" }, { key: "Owner", value: "Kim", type: "String" });
  book.state.calculationMode = "Manual";
  Object.assign(book.state.iterativeCalculation, { enabled: true, maxIteration: 7, maxChange: 0.5 });
  const again = await reopened((await savedParts(book)).bytes);
  expect(again.book.state.properties).toMatchObject(book.state.properties);
  expect(again.book.state.customProperties).toEqual(book.state.customProperties);
  expect(again.book.state).toMatchObject({ calculationMode: "Manual", iterativeCalculation: { enabled: true, maxIteration: 7, maxChange: 0.5 } });
});

test("charts: type, place, series with references, titles, axes, legend and alternative text", async () => {
  const { grid, book, first, sheet } = newBook("Data");
  grid.write(area(first, 0, 0, 3, 2), [[{ text: "Year" }, { text: "Sales" }], [{ value: 2024 }, { value: 5 }], [{ value: 2025 }, { value: 7 }]]);
  const source = (sheetId: string) => (row: number, column: number, rowCount = 1) => ({ sheetId, region: region(row, column, rowCount) });
  const cells = source(first);
  const settings = {
    title: { visible: true, text: "Sales & growth" },
    legend: { visible: true, position: "Bottom" },
    axes: { ValuePrimary: { title: { visible: true, text: "kEUR" }, numberFormat: "#,##0", minimum: 0 }, CategoryPrimary: { title: { visible: false } } },
    altText: "Sales grow from 5 to 7",
  };
  sheet.charts = [
    {
      id: "c1",
      name: "Sales chart",
      type: "BarStacked",
      plotBy: "Columns",
      left: 100,
      top: 40,
      width: 300,
      height: 200,
      settings,
      series: [{ name: undefined, nameSource: cells(0, 1), values: cells(1, 1, 2), categories: cells(1, 0, 2), bubbleSizes: undefined, settings: { format: { fill: { color: "#0F6CBD" } } } }],
    },
  ];
  const { part, bytes, losses } = await savedParts(book);
  expect(part("xl/charts/chart1.xml")).toContain("<c:tx><c:strRef><c:f>Data!$B$1</c:f>");
  expect(part("xl/drawings/drawing1.xml")).toContain('name="Sales chart"');
  const again = await reopened(bytes);
  const there = source(again.first);
  expect(again.sheet.charts).toMatchObject([
    {
      name: "Sales chart",
      type: "BarStacked",
      left: 100,
      top: 40,
      width: 300,
      height: 200,
      series: [{ nameSource: there(0, 1), values: there(1, 1, 2), categories: there(1, 0, 2), settings: { format: { fill: { color: "#0F6CBD" } } } }],
      settings,
    },
  ]);
  expect([...losses, ...again.losses]).toEqual([]);
});

test("what a file cannot hold is said in numbers", async () => {
  const { book, sheet } = newBook();
  sheet.customProperties = [{ key: "a", value: "1" }, { key: "b", value: "2" }];
  sheet.conditionalFormats = [
    { id: "1", regions: [region(0, 0, 5)], type: "DataBar", stopIfTrue: false, rule: { positiveFormat: { fillColor: "#00B050", gradientFill: false } }, format: {} },
    { id: "2", regions: [region(0, 1, 5)], type: "IconSet", stopIfTrue: false, rule: { style: "ThreeStars" }, format: {} },
    { id: "3", regions: [region(0, 2, 5)], type: "Custom", stopIfTrue: false, rule: {}, format: {} },
  ];
  sheet.formats = [{ region: region(0, 3, 1048576), format: { locked: false } }];
  book.state.styles["Mine"] = {};
  const { losses } = await savedParts(book);
  expect([...losses].sort()).toEqual([
    "1 conditional format without a rule is left out",
    "1 data bar is saved with a colour gradient, its axis and direction are left out",
    "1 icon set is saved as traffic lights",
    "2 custom properties of sheets are left out",
    "Locks and other formats of whole rows and columns are saved for their used cells only",
    "The name of 1 cell style is left out, the looks of its cells are kept",
  ]);
});
