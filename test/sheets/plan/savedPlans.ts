import { areaAddress, cellAddress, type Area, sheetReference } from "../../../src/sheets/a1";
import type { CellValue } from "../../../src/sheets/cellValue";
import type { CellContent, PlannedValidation, SheetPlan } from "../../../src/sheets/sheetPlan";
import { CHART_LINE, STYLES, type Look } from "../../../src/sheets/styles";
import { emptySheet, emptyTable, type ConditionalFormatState, type ValidationState } from "../../../src/workbench/office-host/objects/workbookState";
import type { CellInput, CellStyle } from "../../../src/workbench/spreadsheet/spreadsheet";
import { pack, unpack } from "../../../src/workbench/xlsx/package/zip";
import { newBook, savedParts, type TestBook } from "../../workbench/xlsx/savedParts";

/** A sheet of plain values, as a table where it has a name. */
export interface ListSheet {
  readonly name: string;
  readonly values: readonly (readonly CellValue[])[];
  readonly tableName?: string;
}

/** Values typed over a planned sheet: address → value. */
export type Typed = Readonly<Record<string, CellValue>>;

/** A file with lists and planned sheets, as Excel would hold them after `applySheetPlan`; formulas have no results yet. */
export async function savedWorkbook(lists: readonly ListSheet[], plans: readonly { readonly plan: SheetPlan; readonly typed?: Typed }[]): Promise<Uint8Array> {
  const made = newBook(lists[0]?.name ?? "Accounts");
  lists.forEach((list, i) => putList(made, i === 0 ? made.first : made.grid.addSheet(list.name), list));
  plans.forEach(({ plan, typed }) => putPlan(made, made.grid.addSheet(plan.name), plan, typed ?? {}));
  return withoutResults((await savedParts(made.book)).bytes);
}

/** Results left out of the file have to be computed by whoever opens it. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unpack(bytes);
  for (const [path, part] of parts) {
    if (!path.startsWith("xl/worksheets/sheet")) continue;
    const sheet = new TextDecoder().decode(part).replace(/<\/f><v>[^<]*<\/v>/g, "</f>");
    parts.set(path, new TextEncoder().encode(sheet.replace(/ t="(?:str|e|b)"(?=[^>]*><f)/g, "")));
  }
  return pack(parts);
}

const asInput = (value: CellValue): CellInput => (typeof value === "string" ? { text: value } : { value });

function putList({ grid, book }: TestBook, sheetId: string, { values, tableName }: ListSheet): void {
  const area = { sheetId, row: 0, column: 0, rowCount: values.length, columnCount: values[0]?.length ?? 0 };
  book.state.sheets[sheetId] ??= emptySheet();
  grid.write(area, values.map((row) => row.map((value) => (value === "" ? undefined : asInput(value)))));
  if (tableName !== undefined) addTable({ grid, book }, sheetId, tableName, area);
}

function addTable({ grid, book }: Pick<TestBook, "grid" | "book">, sheetId: string, name: string, area: Area): void {
  book.state.tables[grid.addTable(name, { sheetId, ...area })] = emptyTable(area.columnCount);
}

function written(content: CellContent): CellInput {
  switch (content.kind) {
    case "label":
      return { text: content.label };
    case "text":
      return { text: content.text };
    case "number":
      return { value: content.number };
    case "formula":
      return { formula: content.formula };
  }
}

function cellStyle(look: Look): CellStyle {
  const side = (line: Look["bottom"] | Look["left"]) => line && { style: "Continuous" as const, weight: line.weight, color: line.color };
  const borders = { ...(look.bottom ? { bottom: side(look.bottom) } : {}), ...(look.left ? { left: side(look.left) } : {}) };
  return {
    ...(look.format === undefined ? {} : { numberFormat: look.format }),
    ...(look.size === undefined ? {} : { fontSize: look.size }),
    ...(look.bold === undefined ? {} : { bold: look.bold }),
    ...(look.italic === undefined ? {} : { italic: look.italic }),
    ...(look.color === undefined ? {} : { fontColor: look.color }),
    ...(look.fill === undefined ? {} : { fillColor: look.fill }),
    ...(look.align === undefined ? {} : { horizontalAlignment: look.align }),
    ...(look.valign === undefined ? {} : { verticalAlignment: look.valign }),
    ...(look.indent === undefined ? {} : { indentLevel: look.indent }),
    ...(look.wrap === undefined ? {} : { wrapText: look.wrap }),
    ...(Object.keys(borders).length > 0 ? { borders } : {}),
  } as CellStyle;
}

function putPlan({ grid, book }: TestBook, sheetId: string, plan: SheetPlan, typed: Typed): void {
  const state = (book.state.sheets[sheetId] = emptySheet());
  grid.setSheetLook(sheetId, { tabColor: plan.tabColor, showGridlines: false, frozen: { rows: plan.frozenRows, columns: 0 } });
  plan.columnWidths.forEach((width, column) => grid.setColumnWidth(sheetId, column, 1, width));
  const heights = plan.rowHeights.map((height, row) => (height === "auto" ? grownHeight(plan, row, typed) : height));
  heights.forEach((height, row) => grid.setRowHeight(sheetId, row, 1, height));
  putLooks(grid, state, sheetId, plan);
  for (const { row, column, content } of plan.cells) grid.write({ sheetId, row, column, rowCount: 1, columnCount: 1 }, [[written(content)]]);
  for (const [address, value] of Object.entries(typed)) {
    const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    grid.write({ sheetId, row: Number(row) - 1, column: letters.charCodeAt(0) - 65, rowCount: 1, columnCount: 1 }, [[asInput(value)]]);
  }
  for (const area of plan.merged ?? []) grid.merge({ sheetId, ...area });
  for (const { name, area } of plan.tables) addTable({ grid, book }, sheetId, name, area);
  for (const { name, area } of plan.names) grid.setName({ name, formula: `=${sheetReference(plan.name)}${areaAddress(area, true)}`, visible: true, sheetId });
  state.conditionalFormats = plan.highlights.map(conditionOf);
  state.validations = plan.validations.map(validationOf);
  putPage(state, plan);
  const [left, top] = [(column: number) => sum(plan.columnWidths.slice(0, column)), (row: number) => sum(heights.slice(0, row))];
  state.charts = plan.charts.map((chart, i) => ({
    id: `chart${i}`,
    name: chart.name,
    type: "LineMarkers",
    plotBy: "Columns",
    left: left(chart.place.column) + 4,
    top: top(chart.place.row) + 2,
    width: left(chart.place.column + chart.place.columnCount) - left(chart.place.column) - 4,
    height: top(chart.place.row + chart.place.rowCount) - top(chart.place.row) - 4,
    settings: { title: { text: chart.title, format: { font: { size: 9 } } }, legend: { visible: false } },
    series: [
      { name: chart.title, nameSource: undefined, values: { sheetId, region: chart.values }, categories: { sheetId, region: chart.categories }, bubbleSizes: undefined, settings: { format: { line: { color: CHART_LINE } } } },
    ],
  }));
  if (plan.lockFigures) state.protection = { password: "", options: {}, paused: false };
}

/** About what Excel gives a row it may size: as many lines as its longest wrapped text needs, a letter of 9 points being 3.85 wide. */
function grownHeight(plan: SheetPlan, row: number, typed: Typed): number {
  const lines = plan.columnWidths.map((width, column) => {
    const text = String(typed[cellAddress(row, column)] ?? "");
    const own = plan.merged?.find((area) => row === area.row && column === area.column);
    if (own) return 1;
    let [count, room] = [1, (width - 4) / 3.85];
    for (const word of text.split(" ")) {
      if (word.length > room) [count, room] = [count + 1, (width - 4) / 3.85];
      room -= word.length + 1;
    }
    return width < 45 ? 1 : count;
  });
  return Math.max(15, 1 + 12 * Math.max(...lines));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** Laid over each other first and written once a cell, because the grid keeps a style for each cell. */
function putLooks(grid: TestBook["grid"], state: ReturnType<typeof emptySheet>, sheetId: string, plan: SheetPlan): void {
  const looks = new Map<string, Look>();
  for (const { area, style } of plan.styles) {
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      for (let column = area.column; column < area.column + area.columnCount; column++) {
        const key = `${row},${column}`;
        looks.set(key, { ...looks.get(key), ...STYLES[style] });
      }
    }
  }
  for (const [key, look] of looks) {
    const [row, column] = key.split(",").map(Number) as [number, number];
    const region = { row, column, rowCount: 1, columnCount: 1 };
    grid.applyStyle({ sheetId, ...region }, cellStyle(look));
    if (look.locked === false) state.formats.push({ region, format: { locked: false } });
  }
}

function conditionOf({ areas, when, style }: SheetPlan["highlights"][number], i: number): ConditionalFormatState {
  const look: Look = STYLES[style];
  const format = { ...(look.color ? { fontColor: look.color } : {}), ...(look.bold ? { bold: true } : {}), ...(look.fill ? { fillColor: look.fill } : {}) };
  const rule =
    when.kind === "formula"
      ? { formula: when.formula }
      : when.kind === "below"
        ? { operator: "LessThan", formula1: String(when.bound) }
        : { operator: "EqualTo", formula1: `="${when.word}"` };
  return { id: `condition${i}`, regions: [...areas], type: when.kind === "formula" ? "Custom" : "CellValue", stopIfTrue: false, rule, format };
}

function validationOf({ areas, rule, prompt }: PlannedValidation): ValidationState {
  const rules: Record<PlannedValidation["rule"]["kind"], () => Record<string, Record<string, unknown>>> = {
    list: () => ({ list: { inCellDropDown: true, source: rule.kind === "list" ? rule.words.join(",") : "" } }),
    listFrom: () => ({ list: { inCellDropDown: true, source: rule.kind === "listFrom" ? rule.reference : "" } }),
    date: () => ({ date: { formula1: "32874", operator: "GreaterThan" } }),
    decimal: () => ({ decimal: "least" in rule ? { formula1: rule.least, formula2: rule.most, operator: "Between" } : {} }),
    wholeNumber: () => ({ wholeNumber: "least" in rule ? { formula1: rule.least, formula2: rule.most, operator: "Between" } : {} }),
  };
  return { regions: [...areas], rule: rules[rule.kind](), errorAlert: { message: "", showAlert: true, style: "Stop", title: "" }, prompt: { message: prompt, showPrompt: prompt !== "", title: "KAM Planner" }, ignoreBlanks: true };
}

function putPage(state: ReturnType<typeof emptySheet>, { page }: SheetPlan): void {
  Object.assign(state.pageLayout.settings, {
    orientation: "Landscape",
    paperSize: page.paper ?? "A4",
    zoom: page.onePage ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : page.percent ? { scale: page.percent } : { horizontalFitToPages: 1 },
    leftMargin: 18,
    rightMargin: 18,
    topMargin: 22,
    bottomMargin: 32,
    footerMargin: 14,
    centerHorizontally: true,
  });
  state.pageLayout.printArea = [page.printArea];
  state.pageLayout.printTitleRows = { row: page.titleRows.row, rowCount: page.titleRows.rowCount, column: 0, columnCount: 16_384 };
  Object.assign(state.pageLayout.headersFooters.pages.defaultForAllPages, { leftFooter: page.footer.left, centerFooter: page.footer.center, rightFooter: page.footer.right });
  state.rowBreaks = [...page.breaksAbove];
}
