import type { TableInfo } from "../../spreadsheet/spreadsheet";
import { HostCollection } from "../hostObject";
import { notFound } from "./arguments";
import type { Book } from "./book";
import { Table } from "./table";
import { addTable } from "./tableActions";
import { findTable } from "./tableModel";

/** Tables of the workbook or of one sheet, in the order they were made. */
export class TableCollection extends HostCollection<Table> {
  readonly #book: Book;
  readonly #sheetId: string | undefined;

  constructor(book: Book, sheetId?: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  get items(): readonly Table[] {
    return this.#tables().map((table) => new Table(this.#book, table.id));
  }
  get count(): number {
    return this.#tables().length;
  }
  add(address: unknown, hasHeaders: unknown): Table {
    return new Table(this.#book, addTable(this.#book, this.#sheetId, address, hasHeaders));
  }
  getCount(): number {
    return this.#tables().length;
  }
  getItem(key: unknown): Table {
    const found = this.getItemOrNullObject(key);
    if (!found) throw notFound(`There is no table "${String(key)}".`);
    return found;
  }
  getItemOrNullObject(key: unknown): Table | null {
    const table = findTable(this.#book, String(key));
    return table && (this.#sheetId === undefined || table.area.sheetId === this.#sheetId) ? new Table(this.#book, table.id) : null;
  }
  #tables(): TableInfo[] {
    return this.#book.grid.tables().filter((table) => this.#sheetId === undefined || table.area.sheetId === this.#sheetId);
  }
}

/** Tables found by a range. */
export class TableScopedCollection extends HostCollection<Table> {
  readonly #book: Book;
  readonly #ids: readonly string[];

  constructor(book: Book, ids: readonly string[]) {
    super();
    this.#book = book;
    this.#ids = ids;
  }
  get items(): readonly Table[] {
    return this.#ids.map((id) => new Table(this.#book, id));
  }
  getCount(): number {
    return this.#ids.length;
  }
  getFirst(): Table {
    return this.getItemAt(0);
  }
  getItem(key: unknown): Table {
    const found = this.getItemOrNullObject(key);
    if (!found) throw notFound(`There is no table "${String(key)}" here.`);
    return found;
  }
  getItemOrNullObject(key: unknown): Table | null {
    const table = findTable(this.#book, String(key));
    return table && this.#ids.includes(table.id) ? new Table(this.#book, table.id) : null;
  }
}

export function scopedTables(book: Book, ids: readonly string[]): TableScopedCollection {
  return new TableScopedCollection(book, ids);
}
