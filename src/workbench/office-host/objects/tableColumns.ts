import type { TableInfo } from "../../spreadsheet/spreadsheet";
import { HostCollection, HostError, HostObject } from "../hostObject";
import { checkInteger, checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { writeCells } from "./cellWriting";
import { raiseChanged } from "./changeEvents";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";
import { lastColumn, type Region } from "./region";
import { deleteCells, insertCells } from "./structure";
import { existingTable } from "./table";
import { checkPlace } from "./tableActions";
import { Filter } from "./tableFilter";
import { fixHeaders } from "./tableGrowth";
import { bodyRegion, columnNamed, headerRegion, tableState, totalsRegion, wholeRegion } from "./tableModel";

export class TableColumnCollection extends HostCollection<TableColumn> {
  readonly #book: Book;
  readonly #tableId: string;

  constructor(book: Book, tableId: string) {
    super();
    this.#book = book;
    this.#tableId = tableId;
  }
  get items(): readonly TableColumn[] {
    return this.#ids().map((id) => new TableColumn(this.#book, this.#tableId, id));
  }
  get count(): number {
    return this.#ids().length;
  }
  /** `values` has a cell for the header and each row of the body; one value is put into all of the body. */
  add(index?: unknown, values?: unknown, name?: unknown): TableColumn {
    const table = existingTable(this.#book, this.#tableId);
    const columnIds = [...this.#ids()];
    const place = index === undefined || index === -1 ? columnIds.length : checkInteger("index", index, 0, columnIds.length);
    const rows = columnValues(table, values, name);
    const whole = wholeRegion(this.#book, table);
    const id = Math.max(0, ...columnIds) + 1;
    if (place < columnIds.length) insertCells(this.#book, { sheetId: table.area.sheetId, ...whole, column: table.area.column + place, columnCount: 1 }, "Right");
    else {
      const next = { ...whole, column: lastColumn(table.area) + 1, columnCount: 1 };
      if (this.#book.grid.values({ sheetId: table.area.sheetId, ...next }).some((row) => row[0] !== "")) insertCells(this.#book, { sheetId: table.area.sheetId, ...next }, "Right");
    }
    // The grid widens a table by itself only when cells are inserted inside it.
    const area = { ...table.area, columnCount: columnIds.length + 1 };
    checkPlace(this.#book, area.sheetId, area, table.id);
    this.#book.grid.setTable(table.id, { area });
    tableState(this.#book, { ...table, area }).columnIds = [...columnIds.slice(0, place), id, ...columnIds.slice(place)];
    const column: Region = { ...area, column: area.column + place, columnCount: 1 };
    if (rows) writeCells(this.#book, { ...column, sheetId: area.sheetId }, rows);
    else fixHeaders(this.#book, area, table.id);
    raiseChanged(this.#book, area.sheetId, column, "ColumnInserted");
    return new TableColumn(this.#book, this.#tableId, id);
  }
  getCount(): number {
    return this.count;
  }
  /** By id or by the text of the header. */
  getItem(key: unknown): TableColumn {
    const found = this.getItemOrNullObject(key);
    if (!found) throw notFound(`The table ${existingTable(this.#book, this.#tableId).name} has no column "${String(key)}".`);
    return found;
  }
  getItemOrNullObject(key: unknown): TableColumn | null {
    const table = existingTable(this.#book, this.#tableId);
    const ids = this.#ids();
    const id = typeof key === "number" ? ids.find((one) => one === key) : ids[columnNamed(table, String(key))];
    return id === undefined ? null : new TableColumn(this.#book, this.#tableId, id);
  }
  #ids(): readonly number[] {
    return tableState(this.#book, existingTable(this.#book, this.#tableId)).columnIds;
  }
}

function columnValues(table: TableInfo, values: unknown, name: unknown): unknown[][] | undefined {
  const { rowCount } = table.area;
  const header = name === undefined ? undefined : checkString("name", name);
  if (values === undefined || values === null) return header === undefined ? undefined : [[header], ...Array.from({ length: rowCount - 1 }, () => [null])];
  if (!Array.isArray(values)) return [[header ?? null], ...Array.from({ length: rowCount - 1 }, () => [values])];
  const rows = values as unknown[][];
  if (rows.some((row) => !Array.isArray(row) || row.length !== 1) || (rows.length !== rowCount && rows.length !== rowCount - 1)) {
    throw invalid(`values must have ${rowCount} rows (the header and each row of the table) of one value, it has ${rows.length}.`);
  }
  if (rows.length === rowCount - 1) return [[header ?? null], ...rows];
  return header === undefined ? rows : [[header], ...rows.slice(1)];
}

export class TableColumn extends HostObject {
  readonly #book: Book;
  readonly #tableId: string;
  readonly #id: number;

  constructor(book: Book, tableId: string, id: number) {
    super();
    this.#book = book;
    this.#tableId = tableId;
    this.#id = id;
  }
  override identity() {
    return { Id: this.#id };
  }
  get filter(): Filter {
    return new Filter(this.#book, this.#tableId, this.#id);
  }
  get id(): number {
    return this.#id;
  }
  get index(): number {
    return columnPlace(this.#book, this.#tableId, this.#id);
  }
  get name(): string {
    return this.#table().columns[this.index] ?? "";
  }
  set name(value: unknown) {
    const name = checkString("name", value);
    const table = this.#table();
    const other = columnNamed(table, name);
    if (other >= 0 && other !== this.index) throw invalid(`The table ${table.name} already has a column "${name}".`);
    this.#book.grid.write({ ...this.#column(headerRegion(table)), sheetId: table.area.sheetId }, [[{ text: name }]]);
    fixHeaders(this.#book, table.area, table.id);
  }
  get values(): unknown {
    return this.getRange().values;
  }
  set values(input: unknown) {
    this.getRange().values = input;
  }
  get valuesAsJson(): unknown {
    return this.getRange().valuesAsJson;
  }
  set valuesAsJson(input: unknown) {
    this.getRange().valuesAsJson = input;
  }
  get valuesAsJsonLocal(): unknown {
    return this.valuesAsJson;
  }
  set valuesAsJsonLocal(input: unknown) {
    this.valuesAsJson = input;
  }
  getRange(): Range {
    return this.#range(wholeRegion(this.#book, this.#table()));
  }
  getHeaderRowRange(): Range {
    return this.#range(headerRegion(this.#table()));
  }
  getDataBodyRange(): Range {
    return this.#range(bodyRegion(this.#table()));
  }
  getTotalRowRange(): Range {
    if (!tableState(this.#book, this.#table()).showTotals) throw notFound(`The table ${this.#table().name} shows no totals row.`);
    return this.#range(totalsRegion(this.#table()));
  }
  delete(): void {
    const table = this.#table();
    if (table.area.columnCount === 1) throw new HostError("InvalidOperation", `${this.name} is the last column of the table ${table.name}. Delete the table instead.`);
    deleteCells(this.#book, { sheetId: table.area.sheetId, ...this.#column(wholeRegion(this.#book, table)) }, "Left");
  }

  #table(): TableInfo {
    return existingTable(this.#book, this.#tableId);
  }
  #column(region: Region): Region {
    return { ...region, column: region.column + this.index, columnCount: 1 };
  }
  #range(region: Region): Range {
    return rangeAt(this.#book, this.#table().area.sheetId, this.#column(region));
  }
}

/** Index of the column with an id. */
export function columnPlace(book: Book, tableId: string, id: number): number {
  const index = tableState(book, existingTable(book, tableId)).columnIds.indexOf(id);
  if (index < 0) throw notFound("The column of the table was deleted.");
  return index;
}
