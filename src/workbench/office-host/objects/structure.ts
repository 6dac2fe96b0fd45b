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
  const deleted = change.kind === "delete" ? linePoints(book, sheetId, change) : undefined;
  book.grid.batch(work);
  followChange(book, sheetId, change, { tables: before, points: deleted ?? linePoints(book, sheetId, change) });
}

/** Height of the rows or width of the columns of a change; 0 where single cells are shifted. */
function linePoints({ grid }: Book, sheetId: string, { region, shift }: StructureChange): number {
  const rows = shift === "Down" || shift === "Up";
  if (rows ? !isWholeRows(region) : !isWholeColumns(region)) return 0;
  const sizes = rows ? grid.rowHeights(sheetId, region.row, region.rowCount) : grid.columnWidths(sheetId, region.column, region.columnCount);
  return sum(sizes);
}

/** Tables as they were before a change, and how far it moved what lies behind it. */
export interface BeforeChange {
  readonly tables: readonly TableInfo[];
  readonly points: number;
}

/** Moves all that the host keeps along with a change the grid has already made, and reports it. */
export function followChange(book: Book, sheetId: string, change: StructureChange, before: BeforeChange): void {
  book.recordChange(sheetId, change);
  const sheet = book.sheetState(sheetId);
  moveSheetState(sheet, change);
  moveCharts(book, sheetId, change, before.points);
  moveChartSources(book, sheetId, change);
  if (sheet.conditionalFormats.length > 0) pushConditionalFormats(book, sheetId);
  if (sheet.validations.length > 0) pushValidations(book, sheetId);
  for (const table of before.tables.filter((one) => one.area.sheetId === sheetId)) {
    const expected = afterChange(table.area, change);
    const now = book.grid.tables().find((one) => one.id === table.id);
    if (!expected) {
      if (now) book.grid.deleteTable(table.id);
      delete book.state.tables[table.id];
    } else if (now && !sameRegion(now.area, expected)) book.grid.setTable(table.id, { area: { sheetId, ...expected } });
    if (expected) followColumns(book, table, change);
  }
  raiseChanged(book, sheetId, change.region, changeTypeOf(change), undefined, change.shift);
}

/** Charts lie on cells: those behind inserted or deleted lines move with them, those across grow or shrink. */
function moveCharts(book: Book, sheetId: string, change: StructureChange, points: number): void {
  if (points === 0) return;
  const rows = change.shift === "Down" || change.shift === "Up";
  const [start, size] = rows ? (["top", "height"] as const) : (["left", "width"] as const);
  const at = rows ? sum(book.grid.rowHeights(sheetId, 0, change.region.row)) : sum(book.grid.columnWidths(sheetId, 0, change.region.column));
  for (const chart of book.sheetState(sheetId).charts) {
    const end = chart[start] + chart[size];
    const after = (edge: number) => (change.kind === "insert" ? (edge < at ? edge : edge + points) : edge <= at ? edge : Math.max(at, edge - points));
    const [moved, movedEnd] = [after(chart[start]), after(end)];
    chart[start] = moved;
    chart[size] = Math.max(0, movedEnd - moved);
  }
  book.chartsChanged(sheetId);
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
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
