import type { CellStyle } from "../../spreadsheet/spreadsheet";
import { checkAllowed } from "./cellAccess";
import { uniformStyle } from "./cellReading";
import { raiseFormatChanged } from "./changeEvents";
import { formatValues, layFormat } from "./formatLayers";
import type { RangeRef } from "./rangeRef";
import type { CellFormat } from "./workbookState";

/** Reading and setting looks of one or more areas; null where their cells differ. */
type Refs = readonly RangeRef[];

/** Lays looks over the cells of all areas and reports it. */
export function applyStyle(refs: Refs, style: CellStyle): void {
  for (const { book, area } of refs) {
    checkAllowed(book, area.sheetId, "allowFormatCells");
    book.grid.applyStyle(area, style);
    raiseFormatChanged(book, area.sheetId, area);
  }
}

export function readStyle<T>(refs: Refs, read: (style: CellStyle) => T): T | null {
  const [first] = refs;
  return first ? uniformStyle(first.book, refs.map((ref) => ref.area), read) : null;
}

/** Looks the grid does not draw. */
export function applyFormat(refs: Refs, format: CellFormat): void {
  for (const { book, area } of refs) {
    checkAllowed(book, area.sheetId, "allowFormatCells");
    layFormat(book.sheetState(area.sheetId), area, format);
    raiseFormatChanged(book, area.sheetId, area);
  }
}

export function readFormat<K extends keyof CellFormat>(refs: Refs, key: K, otherwise: NonNullable<CellFormat[K]>): NonNullable<CellFormat[K]> | null {
  const values = new Set(refs.flatMap(({ book, area }) => formatValues(book.sheetState(area.sheetId), area, key, otherwise)));
  return values.size === 1 ? ([...values][0] ?? null) : null;
}
