import type { TableInfo } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { contains, intersection, lastRow, type Region } from "./region";
import { emptyTable, type TableState } from "./workbookState";

/** Rows of a table. The grid's area holds header and body; the totals row is the host's, right below. */

export function tableState(book: Book, table: TableInfo): TableState {
  const state = (book.state.tables[table.id] ??= emptyTable(table.area.columnCount));
  while (state.columnIds.length < table.area.columnCount) state.columnIds.push(Math.max(0, ...state.columnIds) + 1);
  state.columnIds.length = table.area.columnCount;
  return state;
}

export function headerRegion(table: TableInfo): Region {
  return { ...table.area, rowCount: 1 };
}

export function bodyRegion(table: TableInfo): Region {
  return { ...table.area, row: table.area.row + 1, rowCount: table.area.rowCount - 1 };
}

export function totalsRegion(table: TableInfo): Region {
  return { ...table.area, row: lastRow(table.area) + 1, rowCount: 1 };
}

/** All of the table that shows: without a hidden header, with the totals row. */
export function wholeRegion(book: Book, table: TableInfo): Region {
  const { showHeaders, showTotals } = tableState(book, table);
  const top = showHeaders ? table.area.row : table.area.row + 1;
  return { ...table.area, row: top, rowCount: lastRow(table.area) - top + 1 + (showTotals ? 1 : 0) };
}

export function tableAt(book: Book, sheetId: string, row: number, column: number): TableInfo | undefined {
  const cell = { row, column, rowCount: 1, columnCount: 1 };
  return book.grid.tables().find((table) => table.area.sheetId === sheetId && contains(wholeRegion(book, table), cell));
}

export function tablesTouching(book: Book, sheetId: string, region: Region): TableInfo[] {
  return book.grid.tables().filter((table) => table.area.sheetId === sheetId && intersection(wholeRegion(book, table), region));
}

export function findTable(book: Book, key: string): TableInfo | undefined {
  const tables = book.grid.tables();
  return tables.find((table) => table.id === key) ?? tables.find((table) => table.name.toLowerCase() === key.toLowerCase());
}

const PARTS = ["#All", "#Data", "#Headers", "#Totals"];

/** Region of `Sales`, `Sales[Price]`, `Sales[[Price]:[Cost]]`, `Sales[#Headers]`, `Sales[[#All],[Price]]`; undefined when it is none. */
export function structuredRegion(book: Book, reference: string): { readonly table: TableInfo; readonly region: Region } | undefined {
  const match = /^([\p{L}_\\][\p{L}\p{N}_.]*)(?:\[(.*)\])?$/u.exec(reference.trim());
  const table = match && book.grid.tables().find((one) => one.name.toLowerCase() === (match[1] as string).toLowerCase());
  if (!match || !table) return undefined;
  const inside = (match[2] ?? "").trim();
  const items = inside.startsWith("[") ? [...inside.matchAll(/\[((?:[^[\]']|'.)*)\]/g)].map((item) => (item[1] as string).trim()) : inside === "" ? [] : [inside];
  const part = items.find((item) => PARTS.some((name) => name.toLowerCase() === item.toLowerCase()))?.toLowerCase() ?? "#data";
  const columns = items.filter((item) => !item.startsWith("#")).map((item) => columnNamed(table, item.replace(/'(.)/g, "$1")));
  if (columns.some((column) => column < 0)) return undefined;
  const rows = part === "#all" ? wholeRegion(book, table) : part === "#headers" ? headerRegion(table) : part === "#totals" ? totalsRegion(table) : bodyRegion(table);
  if (part === "#totals" && !tableState(book, table).showTotals) return undefined;
  if (columns.length === 0) return { table, region: rows };
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  return { table, region: { ...rows, column: table.area.column + first, columnCount: last - first + 1 } };
}

export function columnNamed(table: TableInfo, name: string): number {
  return table.columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
}
