import type { OutlineGroup, SheetState } from "../../office-host/objects/workbookState";
import type { Spreadsheet } from "../../spreadsheet/spreadsheet";
import { child, children, flag, number, type XmlElement } from "../package/xml";
import type { Losses } from "../losses";
import { DEFAULT_COLUMN_POINTS, DEFAULT_ROW_POINTS, widthInPoints } from "../sizes";
import type { SheetSource } from "./workbookFile";

/** Files often set "all further columns" up to XFD; the grid gets them as far as somebody may look. */
const COLUMNS_TO_SET = 200;

interface Span {
  readonly start: number;
  readonly count: number;
}

/** Sizes, hidden rows and columns, and their outline. */
export function fillLines(grid: Spreadsheet, sheetId: string, sheet: SheetSource, state: SheetState, losses: Losses): void {
  fillColumns(grid, sheetId, sheet, state, losses);
  fillRows(grid, sheetId, sheet, state);
}

function fillColumns(grid: Spreadsheet, sheetId: string, { head, library }: SheetSource, state: SheetState, losses: Losses): void {
  const format = child(head, "sheetFormatPr");
  const used = library.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const end = Math.max(COLUMNS_TO_SET, used);
  const standard = number(format, "defaultColWidth");
  if (standard !== undefined) {
    // The state counts characters without the padding of 5 pixels.
    state.standardWidth = Math.round(((widthInPoints(standard) / 0.75 - 5) / 7) * 100) / 100;
    if (widthInPoints(standard) !== DEFAULT_COLUMN_POINTS) grid.setColumnWidth(sheetId, 0, end, widthInPoints(standard));
  }
  const levels: number[] = [];
  for (const column of children(child(head, "cols"), "col")) {
    const start = (number(column, "min") ?? 1) - 1;
    const count = Math.min(number(column, "max") ?? start + 1, end) - start;
    if (count <= 0) continue;
    const width = number(column, "width");
    if (width !== undefined) grid.setColumnWidth(sheetId, start, count, widthInPoints(width));
    if (flag(column, "hidden")) grid.setColumnsHidden(sheetId, start, count, true);
    levels.fill(0, levels.length, start);
    for (let at = start; at < start + count; at++) levels[at] = number(column, "outlineLevel") ?? 0;
    if (hasOwnStyle(column)) losses.add("The format of whole columns is kept in their used cells only");
  }
  state.columnGroups = groups(levels, grid.columnsHidden(sheetId, 0, levels.length));
}

function hasOwnStyle(column: XmlElement): boolean {
  // Excel writes a style on a column for one with a locked flag or a fill alike; 0 is the workbook's default.
  return (number(column, "style") ?? 0) > 0;
}

function fillRows(grid: Spreadsheet, sheetId: string, { head, rows, library }: SheetSource, state: SheetState): void {
  const standard = number(child(head, "sheetFormatPr"), "defaultRowHeight") ?? DEFAULT_ROW_POINTS;
  const last = [...rows.keys()].reduce((most, row) => Math.max(most, row), library.rows.length - 1);
  const heights = Array.from({ length: last + 1 }, (_, row) => rows.get(row)?.height ?? standard);
  for (const { start, count } of runs(heights)) {
    const height = heights[start] as number;
    if (Math.abs(height - DEFAULT_ROW_POINTS) > 0.01 && height > 0) grid.setRowHeight(sheetId, start, count, height);
  }
  const hidden = heights.map((height, row) => height === 0 || (rows.get(row)?.hidden ?? false));
  for (const { start, count } of runs(hidden)) {
    if (hidden[start]) grid.setRowsHidden(sheetId, start, count, true);
  }
  state.rowGroups = groups(
    heights.map((_, row) => rows.get(row)?.outlineLevel ?? 0),
    hidden,
  );
}

/** Neighbours with the same value. */
function runs<T>(values: readonly T[]): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < values.length; ) {
    let end = start + 1;
    while (end < values.length && values[end] === values[start]) end++;
    spans.push({ start, count: end - start });
    start = end;
  }
  return spans;
}

/** A file gives each line its depth; a group is a run of lines at least that deep. */
function groups(levels: readonly number[], hidden: readonly boolean[]): OutlineGroup[] {
  const deepest = levels.reduce((most, level) => Math.max(most, level), 0);
  return Array.from({ length: deepest }, (_, depth) => runs(levels.map((level) => level > depth)).filter(({ start }) => (levels[start] ?? 0) > depth))
    .flat()
    .map(({ start, count }) => ({ start, count, hidden: hidden.slice(start, start + count).every(Boolean) }));
}
