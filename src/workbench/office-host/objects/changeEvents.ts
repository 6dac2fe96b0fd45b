import type { CellValue } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { formatRegion } from "./address";
import type { Region } from "./region";
import { intersection } from "./region";
import { valueTypeOf } from "./valueTypes";

/** Event numbers of the Rich API; see the event classes of Microsoft's typings for their fields. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  columnSorted: 20,
  rowHidden: 22,
  formulaChanged: 23,
  protection: 24,
  renamed: 25,
  visibility: 26,
  moved: 27,
  chartAdded: 50,
  chartActivated: 51,
  chartDeactivated: 52,
  chartDeleted: 53,
  tableSelection: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
} as const;

export const WORKBOOK = "Workbook";

export type ChangeType = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";

/** Value of a single edited cell before and after, where one cell was edited. */
export interface EditedCell {
  readonly before: CellValue;
  readonly after: CellValue;
}

/** Reports a change of cells to handlers of the sheet, the workbook and every table it touches. */
export function raiseChanged(book: Book, sheetId: string, region: Region, changeType: ChangeType, cell?: EditedCell, shift?: "Down" | "Right" | "Up" | "Left"): void {
  const details = cell
    ? { valueBefore: cell.before, valueAfter: cell.after, valueTypeBefore: valueTypeOf(cell.before), valueTypeAfter: valueTypeOf(cell.after) }
    : undefined;
  const args = {
    changeType,
    source: "Local",
    worksheetId: sheetId,
    address: formatRegion(region),
    referenceId: book.keepEventRange(sheetId, region),
    triggerSource: book.personActs ? "Unknown" : "ThisLocalAddin",
    // Left out where nothing moved: office.js then gives handlers directions without a value, "None" no directions at all.
    ...(shift ? { shiftDirection: `ShiftCell${shift}` } : {}),
    ...(details ? { details, ...details } : {}),
  };
  book.events.raise(EVENT.changed, [sheetId, WORKBOOK], args);
  for (const table of book.grid.tables()) {
    if (table.area.sheetId === sheetId && intersection(table.area, region)) {
      book.events.raise(EVENT.tableChanged, [table.id, sheetId, WORKBOOK], { ...args, tableId: table.id });
    }
  }
}

/** Cells whose formula became another; handlers get the formulas as they were. */
export function raiseFormulaChanged(book: Book, sheetId: string, cells: readonly { readonly cellAddress: string; readonly previousFormula: string }[]): void {
  if (cells.length > 0) book.events.raise(EVENT.formulaChanged, [sheetId, WORKBOOK], { formulaDetails: cells, source: "Local", worksheetId: sheetId });
}

export function raiseFormatChanged(book: Book, sheetId: string, region: Region): void {
  book.events.raise(EVENT.formatChanged, [sheetId, WORKBOOK], {
    source: "Local",
    address: formatRegion(region),
    worksheetId: sheetId,
    referenceId: book.keepEventRange(sheetId, region),
  });
}

/** An event of a sheet that carries nothing but the sheet and some fields of its own. */
export function raiseSheetEvent(book: Book, event: number, sheetId: string, args: Readonly<Record<string, unknown>> = {}): void {
  book.events.raise(event, [sheetId, WORKBOOK], { source: "Local", worksheetId: sheetId, ...args });
}
