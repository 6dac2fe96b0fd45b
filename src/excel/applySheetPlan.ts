import { areaAddress, cellAddress, type Area } from "../sheets/a1";
import { enteredText } from "../sheets/cellValue";
import { addressTexts, lookGroups } from "../sheets/lookGroups";
import type { CellContent, PlannedChart, PlannedHighlight, PlannedValidation, SheetPart, SheetPlan } from "../sheets/sheetPlan";
import { MARGIN_POINTS } from "../sheets/paper";
import { CHART_COLORS, CHART_LINE, CHART_TEXT, STYLES, type Look } from "../sheets/styles";
import { applyLook, applyNumberFormats, cellsAt, cellsOf } from "./applyLooks";

/**
 * Queues everything a planned sheet holds; the number of calls depends on how many different looks and rules it has, not
 * on its cells. The caller syncs.
 */
export function applySheetPlan(sheet: Excel.Worksheet, plan: SheetPlan): void {
  sheet.tabColor = plan.tabColor;
  sheet.showGridlines = false;
  setSizes(sheet, plan);
  for (const area of plan.merged ?? []) sheet.getRange(areaAddress(area)).merge();
  applySheetPart(sheet, plan);
  if (plan.frozenRows > 0) sheet.freezePanes.freezeRows(plan.frozenRows);
  setPage(sheet, plan);
  // Last, because nothing can be changed afterwards. People may still widen, format and add rows.
  if (plan.lockFigures) sheet.protection.protect({ allowFormatCells: true, allowFormatColumns: true, allowFormatRows: true, allowInsertRows: true });
}

/** Queues cells and what belongs to them; empty cells between the first and the last planned one are emptied. */
export function applySheetPart(sheet: Excel.Worksheet, plan: SheetPart): void {
  const groups = lookGroups(plan.styles);
  for (const group of groups) applyLook(sheet, group);
  applyNumberFormats(sheet, groups);
  writeCells(sheet, plan);
  for (const table of plan.tables) addTable(sheet, table);
  writeTableFormulas(sheet, plan);
  for (const name of plan.names) sheet.names.add(name.name, sheet.getRange(areaAddress(name.area)));
  for (const validation of plan.validations) addValidation(sheet, validation);
  // Excel puts the newest rule first, so the ones that win come last.
  for (const highlight of [...plan.highlights].reverse()) addHighlight(sheet, highlight);
  for (const chart of plan.charts) addChart(sheet, chart);
}

/**
 * How a cell's content is handed to Excel. A leading apostrophe makes any text a text, also `=1+1` and `007`; the text
 * format is not used as well, because then the apostrophe would be part of the text.
 */
function written(content: CellContent): string | number {
  switch (content.kind) {
    case "label":
      return content.label;
    case "text":
      return enteredText(content.text);
    case "number":
      return content.number;
    case "formula":
      return content.formula;
  }
}

/** One call for all cells; `""` leaves a cell of a new sheet empty. */
function writeCells(sheet: Excel.Worksheet, plan: SheetPart): void {
  if (plan.cells.length === 0) return;
  const row = Math.min(...plan.cells.map((cell) => cell.row));
  const rowCount = Math.max(...plan.cells.map((cell) => cell.row)) + 1 - row;
  const columnCount = Math.max(...plan.cells.map((cell) => cell.column)) + 1;
  const contents = Array.from({ length: rowCount }, () => Array<string | number>(columnCount).fill(""));
  for (const cell of plan.cells) {
    if (!namesOwnTable(cell.content, plan)) (contents[cell.row - row] as (string | number)[])[cell.column] = written(cell.content);
  }
  sheet.getRange(areaAddress({ row, column: 0, rowCount, columnCount })).formulas = contents;
}

/** Excel refuses a formula that names a table before the table is there. */
function namesOwnTable(content: CellContent, plan: SheetPart): boolean {
  return content.kind === "formula" && plan.tables.some(({ name }) => content.formula.includes(`${name}[`));
}

function writeTableFormulas(sheet: Excel.Worksheet, plan: SheetPart): void {
  for (const { row, column, content } of plan.cells) {
    if (namesOwnTable(content, plan)) sheet.getRange(cellAddress(row, column)).formulas = [[written(content)]];
  }
}

function setSizes(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const [width, columns] of runsBySize(plan.columnWidths)) {
    for (const address of addressTexts(columns.map(([first, count]) => ({ row: 0, column: first, rowCount: 1, columnCount: count })))) {
      cellsAt(sheet, address).format.columnWidth = width;
    }
  }
  for (const [height, rows] of runsBySize(plan.rowHeights)) {
    // Rows of a new sheet grow with their text until somebody sets a height.
    if (height === "auto") continue;
    for (const address of addressTexts(rows.map(([first, count]) => ({ row: first, column: 0, rowCount: count, columnCount: 1 })))) {
      cellsAt(sheet, address).format.rowHeight = height;
    }
  }
}

function runsBySize<Size>(sizes: readonly Size[]): Map<Size, [number, number][]> {
  const runs = new Map<Size, [number, number][]>();
  sizes.forEach((size, i) => {
    const same = runs.get(size) ?? [];
    const last = same.at(-1);
    if (last && last[0] + last[1] === i) last[1]++;
    else same.push([i, 1]);
    runs.set(size, same);
  });
  return runs;
}

function addTable(sheet: Excel.Worksheet, planned: { readonly name: string; readonly area: Area }): void {
  const table = sheet.tables.add(areaAddress(planned.area), true);
  table.name = planned.name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  table.showFilterButton = false;
}

const addValidation = (sheet: Excel.Worksheet, planned: PlannedValidation): void => setValidation(cellsOf(sheet, planned.areas).dataValidation, planned);

/** What may be typed into cells, with its words. */
export function setValidation(validation: Excel.DataValidation, planned: Omit<PlannedValidation, "areas">): void {
  const { rule } = planned;
  if (rule.kind === "list") validation.rule = { list: { inCellDropDown: true, source: rule.words.join(",") } };
  else if (rule.kind === "listFrom") validation.rule = { list: { inCellDropDown: true, source: rule.reference } };
  else if (rule.kind === "date") validation.rule = { date: { formula1: "1990-01-01", operator: "GreaterThan" } };
  else validation.rule = { [rule.kind]: { formula1: rule.least, formula2: rule.most, operator: "Between" } };
  validation.errorAlert = { message: allowedBy(rule), showAlert: true, style: rule.kind === "listFrom" ? "Warning" : "Stop", title: "KAM Planner" };
  if (planned.prompt) validation.prompt = { message: planned.prompt, showPrompt: true, title: "KAM Planner" };
}

function allowedBy(rule: PlannedValidation["rule"]): string {
  switch (rule.kind) {
    case "list":
      return rule.words.length > 8 ? "Choose one of the words of the list." : `Choose one of: ${rule.words.join(", ")}.`;
    case "listFrom":
      return "This is none of the choices of the list.";
    case "date":
      return "Type a date.";
    default:
      return `Type a number from ${rule.least} to ${rule.most}.`;
  }
}

function addHighlight(sheet: Excel.Worksheet, planned: PlannedHighlight): void {
  const { when } = planned;
  const formats = cellsOf(sheet, planned.areas).conditionalFormats;
  const look: Look = STYLES[planned.style];
  let format: Excel.ConditionalRangeFormat;
  if (when.kind === "formula") {
    const { custom } = formats.add("Custom");
    custom.rule.formula = when.formula;
    format = custom.format;
  } else {
    const { cellValue } = formats.add("CellValue");
    cellValue.rule = when.kind === "below" ? { formula1: String(when.bound), operator: "LessThan" } : { formula1: `="${when.word}"`, operator: "EqualTo" };
    format = cellValue.format;
  }
  if (look.color) format.font.color = look.color;
  if (look.bold) format.font.bold = true;
  if (look.fill) format.fill.color = look.fill;
}

const CHART_TYPES = { line: "LineMarkers", columns: "ColumnClustered", scatter: "XYScatter" } as const;

function addChart(sheet: Excel.Worksheet, planned: PlannedChart): void {
  const { kind = "line", series: several = [] } = planned;
  const chart = sheet.charts.add(CHART_TYPES[kind], sheet.getRange(areaAddress(planned.values)), planned.values.rowCount === 1 ? "Rows" : "Columns");
  chart.name = planned.name;
  chart.title.text = planned.title;
  chart.title.format.font.size = 9;
  chart.title.format.font.color = CHART_TEXT;
  chart.legend.visible = several.length > 0;
  if (several.length > 0) chart.legend.position = "Bottom";
  chart.format.border.lineStyle = "None";
  const last = { row: planned.place.row + planned.place.rowCount - 1, column: planned.place.column + planned.place.columnCount - 1 };
  chart.setPosition(cellAddress(planned.place.row, planned.place.column), cellAddress(last.row, last.column));
  const categories = sheet.getRange(areaAddress(planned.categories));
  const first = chart.series.getItemAt(0);
  first.setXAxisValues(categories);
  if (kind === "line") first.format.line.color = CHART_LINE;
  if (kind !== "columns") {
    first.markerBackgroundColor = CHART_LINE;
    first.markerForegroundColor = CHART_LINE;
  }
  several.forEach(({ name, values, color }, i) => {
    const series = i === 0 ? first : chart.series.add(name);
    if (i === 0) series.name = name;
    else {
      series.setValues(sheet.getRange(areaAddress(values)));
      series.setXAxisValues(categories);
    }
    series.format.fill.setSolidColor(CHART_COLORS[color]);
  });
  for (const axis of [chart.axes.valueAxis, chart.axes.categoryAxis]) {
    axis.format.font.size = 8;
    axis.format.font.color = CHART_TEXT;
  }
  if (kind !== "scatter") chart.axes.categoryAxis.tickLabelPosition = "Low";
}

function setPage(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const { page } = plan;
  const layout = sheet.pageLayout;
  layout.orientation = "Landscape";
  layout.paperSize = page.paper ?? "A4";
  // Excel leaves page breaks out when it fits a sheet to pages, so sheets with breaks say their scale.
  layout.zoom = page.onePage ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : page.percent ? { scale: page.percent } : { horizontalFitToPages: 1 };
  layout.leftMargin = MARGIN_POINTS.left;
  layout.rightMargin = MARGIN_POINTS.right;
  layout.topMargin = MARGIN_POINTS.top;
  layout.bottomMargin = MARGIN_POINTS.bottom;
  layout.footerMargin = MARGIN_POINTS.footer;
  layout.centerHorizontally = true;
  layout.setPrintArea(areaAddress(page.printArea));
  layout.setPrintTitleRows(`$${page.titleRows.row + 1}:$${page.titleRows.row + page.titleRows.rowCount}`);
  const footer = layout.headersFooters.defaultForAllPages;
  footer.leftFooter = page.footer.left;
  footer.centerFooter = page.footer.center;
  footer.rightFooter = page.footer.right;
  for (const row of page.breaksAbove) sheet.horizontalPageBreaks.add(cellAddress(row, 0));
}
