import { HostError } from "../hostObject";
import type { Area, TableInfo } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { type ChangeType, raiseChanged } from "./changeEvents";
import { moveChartSources } from "./chartSources";
import { pushConditionalFormats } from "./conditionalRules";
import { formatRegion } from "./address";
import { afterChange, COLUMNS, contains, intersection, isWholeColumns, isWholeRows, lastColumn, lastRow, type Region, regionOf, ROWS, sameRegion, type StructureChange } from "./region";
import { tableState, tablesTouching, wholeRegion } from "./tableModel";
import { pushValidations } from "./validationRules";
import { moveSheetState } from "./moveSheetState";

/** Inserts cells at an area; what was there moves down or right. */
export function insertCells(book: Book, area: Area, shift: "Down" | "Right"): void {
  const region = regionOf(area);
  checkTables(book, area.sheetId, region, shift);
  checkEdge(book, area.sheetId, region, shift);
  apply(book, area.sheetId, { kind: "insert", region, shift }, () => book.grid.insertCells({ sheetId: area.sheetId, ...region }, shift));
}

/** Deletes cells; what is below or to the right moves in. */
export function deleteCells(book: Book, area: Area, shift: "Up" | "Left"): void {
  const region = regionOf(area);
  checkTables(book, area.sheetId, region, shift);
  apply(book, area.sheetId, { kind: "delete", region, shift }, () => book.grid.deleteCells({ sheetId: area.sheetId, ...region }, shift));
}

function apply(book: Book, sheetId: string, change: StructureChange, work: () => void): void {
  const before = book.grid.tables().filter((table) => table.area.sheetId === sheetId);
  book.grid.batch(work);
  followChange(book, sheetId, change, before);
  raiseChanged(book, sheetId, change.region, changeTypeOf(change));
}

/** Moves all that the host keeps along with a change the grid has already made. */
export function followChange(book: Book, sheetId: string, change: StructureChange, tablesBefore: readonly TableInfo[]): void {
  book.recordChange(sheetId, change);
  const sheet = book.sheetState(sheetId);
  moveSheetState(sheet, change);
  moveChartSources(book, sheetId, change);
  if (sheet.conditionalFormats.length > 0) pushConditionalFormats(book, sheetId);
  if (sheet.validations.length > 0) pushValidations(book, sheetId);
  for (const table of tablesBefore) {
    const expected = afterChange(table.area, change);
    const now = book.grid.tables().find((one) => one.id === table.id);
    if (!expected) {
      if (now) book.grid.deleteTable(table.id);
      delete book.state.tables[table.id];
    } else if (now && !sameRegion(now.area, expected)) book.grid.setTable(table.id, { area: { sheetId, ...expected } });
    if (expected) followColumns(book, table, change);
  }
}

/** Keeps the ids of a table's columns with them. */
function followColumns(book: Book, table: TableInfo, change: StructureChange): void {
  const state = book.state.tables[table.id];
  if (!state || (change.shift !== "Right" && change.shift !== "Left") || !(change.region.row <= table.area.row)) return;
  const at = change.region.column - table.area.column;
  if (change.kind === "insert" && at > 0 && at < table.area.columnCount) {
    const next = Math.max(0, ...state.columnIds) + 1;
    state.columnIds.splice(at, 0, ...Array.from({ length: change.region.columnCount }, (_, index) => next + index));
  } else if (change.kind === "delete") {
    const from = Math.max(0, at);
    const to = Math.min(table.area.columnCount, at + change.region.columnCount);
    if (to > from) state.columnIds.splice(from, to - from);
  }
}

function changeTypeOf({ kind, region }: StructureChange): ChangeType {
  const lines = isWholeRows(region) ? "Row" : isWholeColumns(region) ? "Column" : "Cell";
  return `${lines}${kind === "insert" ? "Inserted" : "Deleted"}`;
}

/** Cells cannot be shifted through only a part of a table. */
function checkTables(book: Book, sheetId: string, region: Region, shift: "Down" | "Right" | "Up" | "Left"): void {
  const vertical = shift === "Down" || shift === "Up";
  const path: Region = vertical ? { ...region, rowCount: ROWS - region.row } : { ...region, columnCount: COLUMNS - region.column };
  for (const table of tablesTouching(book, sheetId, path)) {
    const all = wholeRegion(book, table);
    const fits = vertical
      ? region.column <= all.column && lastColumn(region) >= lastColumn(all)
      : region.row <= all.row && lastRow(region) >= lastRow(all);
    if (!fits) {
      throw new HostError("InsertDeleteConflict", `${formatRegion(region)} cannot be shifted: it would move only a part of the table ${table.name}.`);
    }
    const { showHeaders } = tableState(book, table);
    if (shift === "Up" && showHeaders && fits && intersection(region, { ...all, rowCount: 1 }) && !contains(region, all)) {
      throw new HostError("InsertDeleteConflict", `The header row of the table ${table.name} cannot be deleted alone.`);
    }
  }
}

/** Nothing may be pushed off the sheet. */
function checkEdge(book: Book, sheetId: string, region: Region, shift: "Down" | "Right"): void {
  const used = book.grid.usedArea(sheetId, true);
  const touched = used && intersection(used, shift === "Down" ? { ...region, rowCount: ROWS - region.row } : { ...region, columnCount: COLUMNS - region.column });
  if (!touched) return;
  const over = shift === "Down" ? lastRow(touched) + region.rowCount >= ROWS : lastColumn(touched) + region.columnCount >= COLUMNS;
  if (over) throw new HostError("NonBlankCellOffSheet", "Cells with content would be pushed off the worksheet.");
}
