import type { Area } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { isWholeColumns, isWholeRows, lastColumn, lastRow } from "./region";

/** Sizes of rows and columns in points, without asking the grid for a million of them. */

const ASK_AT_MOST = 20_000;

/** Rows (columns) of an area that can differ: of whole columns only as many rows as are used. */
export function usedOrFirst(book: Book, area: Area, lines: "rows" | "columns"): { readonly from: number; readonly count: number } {
  const used = book.grid.usedArea(area.sheetId, false);
  if (lines === "rows") {
    const count = isWholeColumns(area) ? Math.max(1, used ? lastRow(used) + 1 : 1) : area.rowCount;
    return { from: area.row, count: Math.min(count, area.rowCount) };
  }
  const count = isWholeRows(area) ? Math.max(1, used ? lastColumn(used) + 1 : 1) : area.columnCount;
  return { from: area.column, count: Math.min(count, area.columnCount) };
}

export function rowsHeight(book: Book, sheetId: string, from: number, count: number): number {
  const asked = Math.min(count, ASK_AT_MOST);
  if (asked === 0) return 0;
  const heights = book.grid.rowHeights(sheetId, from, asked);
  const hidden = book.grid.rowsHidden(sheetId, from, asked);
  const last = heights.at(-1) ?? 0;
  return sumVisible(heights, hidden) + (count - asked) * last;
}

export function columnsWidth(book: Book, sheetId: string, from: number, count: number): number {
  if (count === 0) return 0;
  return sumVisible(book.grid.columnWidths(sheetId, from, count), book.grid.columnsHidden(sheetId, from, count));
}

function sumVisible(sizes: readonly number[], hidden: readonly boolean[]): number {
  return sizes.reduce((sum, size, index) => (hidden[index] ? sum : sum + size), 0);
}
