import { HostObject } from "../hostObject";
import { checkOneOf } from "./arguments";
import type { Book } from "./book";
import { readSortFields, sortCells } from "./rangeSort";
import { existingTable } from "./table";
import { bodyRegion, tableState } from "./tableModel";

export class TableSort extends HostObject {
  readonly #book: Book;
  readonly #tableId: string;

  constructor(book: Book, tableId: string) {
    super();
    this.#book = book;
    this.#tableId = tableId;
  }
  get fields(): unknown {
    return this.#state().sort?.fields ?? [];
  }
  get matchCase(): boolean {
    return this.#state().sort?.matchCase ?? false;
  }
  get method(): string {
    return this.#state().sort?.method ?? "PinYin";
  }
  apply(fields: unknown, matchCase?: unknown, method?: unknown): void | Promise<void> {
    const table = existingTable(this.#book, this.#tableId);
    readSortFields(fields, table.area.columnCount);
    this.#state().sort = {
      fields: structuredClone(fields) as Record<string, unknown>[],
      matchCase: matchCase === true,
      method: method === undefined ? "PinYin" : checkOneOf("method", method, ["PinYin", "StrokeCount"]),
    };
    return this.reapply();
  }
  /** Forgets the order; the rows stay as they are. */
  clear(): void {
    this.#state().sort = undefined;
  }
  reapply(): void | Promise<void> {
    const { sort } = this.#state();
    if (!sort) return undefined;
    const table = existingTable(this.#book, this.#tableId);
    return this.#book.whenCalculated(() => sortCells(this.#book, { ...bodyRegion(table), sheetId: table.area.sheetId }, readSortFields(sort.fields, table.area.columnCount), sort.matchCase));
  }
  #state() {
    return tableState(this.#book, existingTable(this.#book, this.#tableId));
  }
}
