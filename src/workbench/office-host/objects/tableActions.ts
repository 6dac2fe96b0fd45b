import { HostError } from "../hostObject";
import type { Area, TableInfo } from "../../spreadsheet/spreadsheet";
import { checkBoolean, invalid } from "./arguments";
import { isFormula } from "./cellReading";
import type { Book } from "./book";
import { checkAllowed, checkUnlocked, isProtected } from "./cellAccess";
import { EVENT, WORKBOOK } from "./changeEvents";
import { formatRegion } from "./address";
import { surroundingRegion } from "./dataEdges";
import { refOfArgument } from "./rangeCore";
import { intersection, isOneCell, isUnbounded, lastRow, type Region, regionOf } from "./region";
import { deleteCells, insertCells } from "./structure";
import { fixHeaders } from "./tableGrowth";
import { tableState, tablesTouching, totalsRegion, wholeRegion } from "./tableModel";
import { freeTableName } from "./tableNames";
import { emptyTable } from "./workbookState";

export function addTable(book: Book, sheetId: string | undefined, address: unknown, hasHeaders: unknown): string {
  const ref = refOfArgument(book, sheetId, address);
  if (sheetId !== undefined && ref.sheetId !== sheetId) throw invalid("The range of the table must be on this worksheet.");
  const withHeaders = checkBoolean("hasHeaders", hasHeaders);
  if (isProtected(book, ref.sheetId)) throw new HostError("AccessDenied", `The worksheet ${book.sheet(ref.sheetId).name} is protected: tables cannot be added.`);
  // One cell stands for the block of data around it.
  const region = isOneCell(ref.region) ? surroundingRegion(book, ref.area) : ref.region;
  if (isUnbounded(region)) throw invalid(`${formatRegion(region)} is unbounded. Give the table a bounded range.`);
  checkPlace(book, ref.sheetId, region);
  if (!withHeaders) insertCells(book, { sheetId: ref.sheetId, ...region, rowCount: 1 }, "Down");
  const rowCount = withHeaders ? Math.max(2, region.rowCount) : region.rowCount + 1;
  const area: Area = { sheetId: ref.sheetId, ...regionOf(region), rowCount };
  checkPlace(book, ref.sheetId, area);
  const name = freeTableName(book);
  const id = book.grid.batch(() => {
    settleHeaders(book, area);
    return book.grid.addTable(name, area);
  });
  book.state.tables[id] = emptyTable(area.columnCount);
  const args = { source: "Local", tableId: id, worksheetId: ref.sheetId, tableName: name };
  book.events.raise(EVENT.tableAdded, [ref.sheetId, WORKBOOK], args);
  return id;
}

/** Header cells hold unique text before the grid takes them as names of columns; formulas in them become their results. */
function settleHeaders(book: Book, area: Area): void {
  const header = { ...area, rowCount: 1 };
  const formulas = book.grid.formulas(header)[0] ?? [];
  const values = book.grid.values(header)[0] ?? [];
  if (formulas.some(isFormula)) book.grid.write(header, [values.map((value) => ({ value }))]);
  fixHeaders(book, area);
}

/** A table may not overlap another, nor merged cells. */
export function checkPlace(book: Book, sheetId: string, region: Region, ownId?: string): void {
  const other = tablesTouching(book, sheetId, region).find((table) => table.id !== ownId);
  if (other) throw invalid(`A table cannot overlap another: ${formatRegion(region)} touches ${other.name}.`);
  if (book.grid.merges(sheetId).some((merge) => intersection(merge, region))) throw new HostError("MergedRangeConflict", `A table cannot hold merged cells (${formatRegion(region)}).`);
  const spilling = spillAnchor(book, sheetId, region);
  if (spilling !== undefined) throw invalid(`A table cannot hold a formula that spills (${spilling}).`);
}

function spillAnchor(book: Book, sheetId: string, region: Region): string | undefined {
  const formulas = book.grid.formulas({ sheetId, ...region });
  for (const [r, row] of formulas.entries()) {
    for (const [c, formula] of row.entries()) {
      if (isFormula(formula) && book.grid.spillArea(sheetId, region.row + r, region.column + c)) {
        return formatRegion({ row: region.row + r, column: region.column + c, rowCount: 1, columnCount: 1 });
      }
    }
  }
  return undefined;
}

export function resizeTable(book: Book, table: TableInfo, newRange: unknown): void {
  const ref = refOfArgument(book, table.area.sheetId, newRange);
  const { region } = ref;
  if (ref.sheetId !== table.area.sheetId || region.row !== table.area.row || !intersection(region, table.area)) {
    throw invalid("The new range must overlap the table and its header must stay in the same row.");
  }
  if (region.rowCount < 2) throw invalid("A table needs at least one row below its header.");
  checkAllowed(book, ref.sheetId, "allowFormatCells");
  checkPlace(book, ref.sheetId, region, table.id);
  const area = { sheetId: ref.sheetId, ...regionOf(region) };
  book.grid.setTable(table.id, { area });
  fixHeaders(book, area, table.id);
}

/** Removes the table and keeps its cells, or deletes its cells too. */
export function removeTable(book: Book, table: TableInfo, withCells: boolean): void {
  checkUnlocked(book, table.area);
  const region = wholeRegion(book, table);
  book.grid.setTableFilter(table.id, undefined);
  book.grid.deleteTable(table.id);
  delete book.state.tables[table.id];
  if (withCells) deleteCells(book, { sheetId: table.area.sheetId, ...region }, "Up");
  const args = { source: "Local", tableId: table.id, worksheetId: table.area.sheetId, tableName: table.name };
  book.events.raise(EVENT.tableDeleted, [table.area.sheetId, WORKBOOK], args);
}

/** Shows or takes away the row of totals below the body; what stands below moves. */
export function setTotals(book: Book, table: TableInfo, show: boolean): void {
  const state = tableState(book, table);
  if (state.showTotals === show) return;
  const area = { sheetId: table.area.sheetId, ...totalsRegion(table) };
  if (!show) {
    state.showTotals = false;
    book.grid.setTable(table.id, { totals: false });
    deleteCells(book, area, "Up");
    return;
  }
  insertCells(book, area, "Down");
  state.showTotals = true;
  book.grid.setTable(table.id, { totals: true });
  const last = table.columns.at(-1) ?? "";
  const values = book.grid.values({ ...table.area, row: table.area.row + 1, rowCount: table.area.rowCount - 1 }).map((row) => row.at(-1) ?? "");
  const fn = values.every((value) => value === "" || typeof value === "number") ? 109 : 103;
  const cells = table.columns.map((_column, index) => {
    if (index === table.columns.length - 1) return { formula: `=SUBTOTAL(${fn},${table.name}[${last.replace(/(['#[\]])/g, "'$1")}])` };
    return index === 0 ? { text: "Total" } : { value: "" };
  });
  book.grid.write({ ...area, row: lastRow(table.area) + 1 }, [cells]);
}
