import { HostError, HostObject } from "../hostObject";
import { checkInteger } from "./arguments";
import type { Book } from "./book";
import { checkAllowed } from "./cellAccess";
import { surroundingRegion } from "./dataEdges";
import { readCriteria, visibleRows } from "./filterRules";
import { refOfArgument } from "./rangeCore";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";
import { isOneCell, type Region, regionOf } from "./region";
import { existingTable } from "./table";
import { applyTableFilters } from "./tableFilter";
import { tableState } from "./tableModel";
import type { FilterState } from "./workbookState";

/** Where the filters of a sheet or a table are kept and how they take effect. */
interface Filters {
  region(): Region | undefined;
  criteria(): Record<number, FilterState>;
  show(): void;
}

/** Filter buttons over a range of a sheet, or those of a table. */
export class AutoFilter extends HostObject {
  readonly #book: Book;
  readonly #sheetId: string;
  readonly #filters: Filters;
  readonly #tableId: string | undefined;

  constructor(book: Book, sheetId: string, filters: Filters, tableId?: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
    this.#filters = filters;
    this.#tableId = tableId;
  }
  static ofSheet(book: Book, sheetId: string): AutoFilter {
    return new AutoFilter(book, sheetId, {
      region: () => book.sheetState(sheetId).autoFilter?.region,
      criteria: () => book.sheetState(sheetId).autoFilter?.criteria ?? {},
      show: () => showSheetFilter(book, sheetId),
    });
  }
  static ofTable(book: Book, tableId: string): AutoFilter {
    const filters: Filters = {
      region: () => regionOf(existingTable(book, tableId).area),
      criteria: () => tableState(book, existingTable(book, tableId)).filters,
      show: () => applyTableFilters(book, tableId),
    };
    return new AutoFilter(book, existingTable(book, tableId).area.sheetId, filters, tableId);
  }

  get criteria(): unknown {
    const criteria = this.#filters.criteria();
    const count = this.#filters.region()?.columnCount ?? 0;
    return Array.from({ length: count }, (_, index) => criteria[index] ?? null);
  }
  get enabled(): boolean {
    return this.#tableId === undefined ? this.#filters.region() !== undefined : tableState(this.#book, existingTable(this.#book, this.#tableId)).showFilterButton;
  }
  get isDataFiltered(): boolean {
    return Object.keys(this.#filters.criteria()).length > 0;
  }
  apply(range: unknown, columnIndex?: unknown, criteria?: unknown): void {
    checkAllowed(this.#book, this.#sheetId, "allowAutoFilter");
    if (this.#tableId === undefined) {
      const ref = refOfArgument(this.#book, this.#sheetId, range);
      const region = isOneCell(ref.region) ? surroundingRegion(this.#book, ref.area) : regionOf(ref.region);
      const sheet = this.#book.sheetState(this.#sheetId);
      const same = sheet.autoFilter && JSON.stringify(sheet.autoFilter.region) === JSON.stringify(region);
      if (!same) {
        this.remove();
        sheet.autoFilter = { region, criteria: {} };
      }
    }
    if (columnIndex === undefined) return;
    const count = this.#filters.region()?.columnCount ?? 0;
    const index = checkInteger("columnIndex", columnIndex, 0, count - 1);
    if (criteria === undefined) delete this.#filters.criteria()[index];
    else this.#filters.criteria()[index] = readCriteria(criteria);
    this.#filters.show();
  }
  clearColumnCriteria(columnIndex: unknown): void {
    delete this.#filters.criteria()[checkInteger("columnIndex", columnIndex, 0)];
    this.#filters.show();
  }
  clearCriteria(): void {
    const criteria = this.#filters.criteria();
    for (const index of Object.keys(criteria)) delete criteria[Number(index)];
    this.#filters.show();
  }
  reapply(): void {
    this.#filters.show();
  }
  remove(): void {
    if (this.#tableId !== undefined) throw new HostError("InvalidOperation", "The filter of a table is removed with showFilterButton = false.");
    if (!this.#filters.region()) return;
    this.clearCriteria();
    this.#book.sheetState(this.#sheetId).autoFilter = undefined;
  }
  getRange(): Range | null {
    return this.getRangeOrNullObject();
  }
  getRangeOrNullObject(): Range | null {
    const region = this.#filters.region();
    return region ? rangeAt(this.#book, this.#sheetId, region) : null;
  }
}

/** Hides the rows of a sheet's filter that do not pass; all are shown again without criteria. */
function showSheetFilter(book: Book, sheetId: string): void {
  const filter = book.sheetState(sheetId).autoFilter;
  if (!filter || filter.region.rowCount < 2) return;
  const { region, criteria } = filter;
  const body = { ...region, sheetId, row: region.row + 1, rowCount: region.rowCount - 1 };
  const columns = Object.entries(criteria).map(([index, one]) => visibleRows(book, { ...body, column: body.column + Number(index), columnCount: 1 }, one));
  book.grid.setRowsHidden(sheetId, body.row, body.rowCount, false);
  if (columns.length === 0) return;
  for (let row = 0; row < body.rowCount; row++) {
    if (!columns.every((column) => column[row])) book.grid.setRowsHidden(sheetId, body.row + row, 1, true);
  }
}
