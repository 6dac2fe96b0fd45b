import type { Book } from "../../office-host/objects/book";
import type { OutlineGroup } from "../../office-host/objects/workbookState";
import type { FileColumn, FileRow } from "../library";
import { DEFAULT_COLUMN_POINTS, DEFAULT_ROW_POINTS, fileWidth } from "../sizes";

/** Beyond the used cells people set some widths more; further out nobody looks. */
const EXTRA_COLUMNS = 20;
const EXTRA_ROWS = 100;

function level(groups: readonly OutlineGroup[], line: number): number {
  return groups.filter(({ start, count }) => line >= start && line < start + count).length;
}

function isCollapsed(groups: readonly OutlineGroup[], line: number): boolean {
  // The sign to open a group stands on the line after it.
  return groups.some(({ start, count, hidden }) => hidden && line === start + count);
}

export function writeColumns(book: Book, sheetId: string, used: number): FileColumn[] {
  const count = used + EXTRA_COLUMNS;
  const widths = book.grid.columnWidths(sheetId, 0, count);
  const hidden = book.grid.columnsHidden(sheetId, 0, count);
  const { columnGroups } = book.sheetState(sheetId);
  const columns = widths.map((points, column): FileColumn => {
    const depth = level(columnGroups, column);
    return {
      ...(points !== DEFAULT_COLUMN_POINTS && points > 0 ? { width: fileWidth(points) } : {}),
      ...(hidden[column] ? { hidden: true } : {}),
      ...(depth > 0 ? { outlineLevel: depth } : {}),
      ...(isCollapsed(columnGroups, column) ? { collapsed: true } : {}),
    };
  });
  while (columns.length > 0 && Object.keys(columns[columns.length - 1] ?? {}).length === 0) columns.pop();
  return columns;
}

export function writeRows(book: Book, sheetId: string, used: number): Map<number, FileRow> {
  const count = used + EXTRA_ROWS;
  const heights = book.grid.rowHeights(sheetId, 0, count);
  const hidden = book.grid.rowsHidden(sheetId, 0, count);
  const { rowGroups } = book.sheetState(sheetId);
  const rows = new Map<number, FileRow>();
  heights.forEach((points, row) => {
    const depth = rowGroups.length > 0 ? level(rowGroups, row) : 0;
    const settings: FileRow = {
      ...(Math.abs(points - DEFAULT_ROW_POINTS) > 0.01 && points > 0 ? { height: points } : {}),
      ...(hidden[row] ? { hidden: true } : {}),
      ...(depth > 0 ? { outlineLevel: depth } : {}),
      ...(isCollapsed(rowGroups, row) ? { collapsed: true } : {}),
    };
    if (Object.keys(settings).length > 0) rows.set(row, settings);
  });
  return rows;
}
