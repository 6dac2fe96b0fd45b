import { HostObject } from "../hostObject";
import { checkInteger, checkNumber, checkString } from "./arguments";
import type { Book } from "./book";
import { checkAllowed } from "./cellAccess";
import { readCriteria, visibleRows } from "./filterRules";
import { existingTable } from "./table";
import { columnPlace } from "./tableColumns";
import { bodyRegion, tableState } from "./tableModel";
import type { FilterState } from "./workbookState";

/** Shows the rows of a table that pass the filters of all its columns. */
export function applyTableFilters(book: Book, tableId: string): void {
  const table = existingTable(book, tableId);
  const body = { ...bodyRegion(table), sheetId: table.area.sheetId };
  const columns = Object.entries(tableState(book, table).filters).map(([index, filter]) =>
    visibleRows(book, { ...body, column: body.column + Number(index), columnCount: 1 }, filter),
  );
  const visible = columns.length === 0 ? undefined : Array.from({ length: body.rowCount }, (_, row) => columns.every((column) => column[row]));
  book.grid.setTableFilter(tableId, visible);
}

/** Filter of one column of a table. */
export class Filter extends HostObject {
  readonly #book: Book;
  readonly #tableId: string;
  readonly #columnId: number;

  constructor(book: Book, tableId: string, columnId: number) {
    super();
    this.#book = book;
    this.#tableId = tableId;
    this.#columnId = columnId;
  }
  get criteria(): unknown {
    return this.#filters()[this.#index()] ?? null;
  }
  apply(criteria: unknown): void {
    this.#set(readCriteria(criteria));
  }
  applyBottomItemsFilter(count: unknown): void {
    this.#set({ filterOn: "BottomItems", criterion1: String(checkInteger("count", count, 1, 500)) });
  }
  applyBottomPercentFilter(percent: unknown): void {
    this.#set({ filterOn: "BottomPercent", criterion1: String(checkNumber("percent", percent, 1, 100)) });
  }
  applyTopItemsFilter(count: unknown): void {
    this.#set({ filterOn: "TopItems", criterion1: String(checkInteger("count", count, 1, 500)) });
  }
  applyTopPercentFilter(percent: unknown): void {
    this.#set({ filterOn: "TopPercent", criterion1: String(checkNumber("percent", percent, 1, 100)) });
  }
  applyCellColorFilter(color: unknown): void {
    this.#set(readCriteria({ filterOn: "CellColor", color }));
  }
  applyFontColorFilter(color: unknown): void {
    this.#set(readCriteria({ filterOn: "FontColor", color }));
  }
  applyCustomFilter(criteria1: unknown, criteria2?: unknown, oper?: unknown): void {
    this.#set(readCriteria({ filterOn: "Custom", criterion1: criteria1, criterion2: criteria2, operator: oper ?? (criteria2 === undefined ? undefined : "And") }));
  }
  applyDynamicFilter(criteria: unknown): void {
    this.#set(readCriteria({ filterOn: "Dynamic", dynamicCriteria: checkString("criteria", criteria) }));
  }
  applyIconFilter(icon: unknown): void {
    this.#set(readCriteria({ filterOn: "Icon", icon }));
  }
  applyValuesFilter(values: unknown): void {
    this.#set(readCriteria({ filterOn: "Values", values }));
  }
  clear(): void {
    this.#set(undefined);
  }

  #index(): number {
    return columnPlace(this.#book, this.#tableId, this.#columnId);
  }
  #filters(): Record<number, FilterState> {
    return tableState(this.#book, existingTable(this.#book, this.#tableId)).filters;
  }
  #set(filter: FilterState | undefined): void {
    checkAllowed(this.#book, existingTable(this.#book, this.#tableId).area.sheetId, "allowAutoFilter");
    if (filter) this.#filters()[this.#index()] = filter;
    else delete this.#filters()[this.#index()];
    applyTableFilters(this.#book, this.#tableId);
  }
}
