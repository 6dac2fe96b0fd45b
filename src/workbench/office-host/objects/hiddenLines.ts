import { checkAllowed } from "./cellAccess";
import { usedOrFirst } from "./lineSizes";
import type { RangeRef } from "./rangeRef";
import { EVENT, raiseSheetEvent } from "./changeEvents";
import { formatRegion } from "./address";
import { COLUMNS } from "./region";

export type Lines = "rows" | "columns";

/** true, false, or null when only some of the rows (columns) are hidden. */
export function hiddenLines(ref: RangeRef, lines: Lines): boolean | null {
  const { book, area } = ref;
  const { from, count } = usedOrFirst(book, area, lines);
  const hidden = lines === "rows" ? book.grid.rowsHidden(area.sheetId, from, count) : book.grid.columnsHidden(area.sheetId, from, count);
  const some = hidden.includes(true);
  return some && hidden.includes(false) ? null : some;
}

export function setLinesHidden(ref: RangeRef, lines: Lines, hidden: boolean): void {
  const { book, area } = ref;
  checkAllowed(book, area.sheetId, lines === "rows" ? "allowFormatRows" : "allowFormatColumns");
  if (lines === "columns") {
    book.grid.setColumnsHidden(area.sheetId, area.column, area.columnCount, hidden);
    return;
  }
  book.grid.setRowsHidden(area.sheetId, area.row, area.rowCount, hidden);
  raiseSheetEvent(book, EVENT.rowHidden, area.sheetId, {
    address: formatRegion({ ...area, column: 0, columnCount: COLUMNS }),
    changeType: hidden ? "Hidden" : "Unhidden",
  });
}
