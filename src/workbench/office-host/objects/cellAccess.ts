import { HostError } from "../hostObject";
import type { Area } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { formatRegion } from "./address";
import { formatValues } from "./formatLayers";
import { isWholeColumns, isWholeRows, type Region } from "./region";

/** Most cells one call may read or write (Excel's limit on all platforms). */
const MAX_CELLS = 5_000_000;

export function checkCellCount(region: Region): void {
  const count = region.rowCount * region.columnCount;
  if (count > MAX_CELLS) {
    throw new HostError("RangeExceedsLimit", `The range ${formatRegion(region)} has ${count} cells, the limit is ${MAX_CELLS}. Read or write it in parts.`);
  }
}

/** Options of worksheet protection that allow something although the sheet is protected. */
type Permission =
  | "allowFormatCells"
  | "allowFormatColumns"
  | "allowFormatRows"
  | "allowInsertHyperlinks"
  | "allowSort"
  | "allowAutoFilter"
  | "allowEditObjects"
  | "allowPivotTables";

export function isProtected(book: Book, sheetId: string): boolean {
  const protection = book.state.sheets[sheetId]?.protection;
  return protection !== undefined && !protection.paused;
}

function refused(book: Book, sheetId: string, what: string): HostError {
  return new HostError("AccessDenied", `The worksheet ${book.sheet(sheetId).name} is protected: ${what}. Unprotect it or allow this first.`);
}

/** Refuses when a person could not do it either: the sheet is protected and the option is off. */
export function checkAllowed(book: Book, sheetId: string, permission: Permission): void {
  if (!isProtected(book, sheetId)) return;
  if (book.sheetState(sheetId).protection?.options[permission] === true) return;
  throw refused(book, sheetId, `${permission} is off`);
}

/** Refuses to change what is in locked cells of a protected sheet; all cells are locked unless told otherwise. */
export function checkUnlocked(book: Book, area: Area): void {
  if (!isUnlocked(book, area)) throw refused(book, area.sheetId, `cells of ${formatRegion(area)} are locked`);
}

export function isUnlocked(book: Book, area: Area): boolean {
  if (!isProtected(book, area.sheetId)) return true;
  const locked = formatValues(book.sheetState(area.sheetId), area, "locked", true);
  return locked.length === 1 && locked[0] === false;
}

/** Only whole rows or columns can be inserted or deleted on a protected sheet, where its options allow it. */
export function checkStructure(book: Book, area: Area, kind: "Insert" | "Delete"): void {
  if (!isProtected(book, area.sheetId)) return;
  const lines = isWholeRows(area) ? "Rows" : isWholeColumns(area) ? "Columns" : undefined;
  const options = book.sheetState(area.sheetId).protection?.options;
  if (!lines || options?.[`allow${kind}${lines}`] !== true) throw refused(book, area.sheetId, `cells cannot be ${kind === "Insert" ? "inserted" : "deleted"}`);
  if (kind === "Delete") checkUnlocked(book, area);
}

/** Adding, deleting, renaming, moving and hiding sheets is refused while the workbook's structure is protected. */
export function checkWorkbookStructure(book: Book): void {
  if (book.state.structureProtection) {
    throw new HostError("AccessDenied", "The structure of the workbook is protected. Unprotect the workbook first.");
  }
}
