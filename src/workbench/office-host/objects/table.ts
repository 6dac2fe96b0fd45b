import type { TableInfo } from "../../spreadsheet/spreadsheet";
import { HostObject } from "../hostObject";
import { AutoFilter } from "./autoFilter";
import { checkBoolean, checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";
import type { Region } from "./region";
import { removeTable, resizeTable, setTotals } from "./tableActions";
import { TableColumnCollection } from "./tableColumns";
import { bodyRegion, headerRegion, tableState, totalsRegion, wholeRegion } from "./tableModel";
import { checkTableName } from "./tableNames";
import { TableRowCollection } from "./tableRows";
import { TableSort } from "./tableSort";
import { Worksheet } from "./worksheet";
import type { TableState } from "./workbookState";

type Flag = "highlightFirstColumn" | "highlightLastColumn" | "showBandedColumns" | "showBandedRows" | "showFilterButton" | "showHeaders";

export class Table extends HostObject {
  readonly #book: Book;
  readonly #id: string;

  constructor(book: Book, id: string) {
    super();
    this.#book = book;
    this.#id = id;
  }
  override identity() {
    return { Id: this.#id };
  }
  get autoFilter(): AutoFilter {
    return AutoFilter.ofTable(this.#book, this.#id);
  }
  get columns(): TableColumnCollection {
    return new TableColumnCollection(this.#book, this.#id);
  }
  get rows(): TableRowCollection {
    return new TableRowCollection(this.#book, this.#id);
  }
  get sort(): TableSort {
    return new TableSort(this.#book, this.#id);
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.#book, this.#table().area.sheetId);
  }

  get id(): string {
    return this.#id;
  }
  get legacyId(): string {
    return String(this.#book.grid.tables().findIndex((table) => table.id === this.#id) + 1);
  }
  get name(): string {
    return this.#table().name;
  }
  set name(value: unknown) {
    const name = checkTableName(this.#book, checkString("name", value), this.#id);
    this.#book.grid.setTable(this.#id, { name });
  }
  get style(): string {
    return this.#state().style;
  }
  /** Built-in styles are TableStyleLight1-21, Medium1-28, Dark1-11; "" or null is none. */
  set style(value: unknown) {
    const style = value === null ? "" : checkString("style", value);
    const [, kind = "", number = "0"] = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(style) ?? [];
    const most = { Light: 21, Medium: 28, Dark: 11 }[kind] ?? 0;
    if (style !== "" && !(Number(number) >= 1 && Number(number) <= most)) throw invalid(`There is no table style "${style}".`);
    this.#state().style = style;
  }
  get showTotals(): boolean {
    return this.#state().showTotals;
  }
  set showTotals(value: unknown) {
    setTotals(this.#book, this.#table(), checkBoolean("showTotals", value));
  }
  get showHeaders(): boolean {
    return this.#state().showHeaders;
  }
  set showHeaders(value: unknown) {
    this.#flag("showHeaders", value);
  }
  get showFilterButton(): boolean {
    return this.#state().showFilterButton;
  }
  set showFilterButton(value: unknown) {
    this.#flag("showFilterButton", value);
  }
  get showBandedRows(): boolean {
    return this.#state().showBandedRows;
  }
  set showBandedRows(value: unknown) {
    this.#flag("showBandedRows", value);
  }
  get showBandedColumns(): boolean {
    return this.#state().showBandedColumns;
  }
  set showBandedColumns(value: unknown) {
    this.#flag("showBandedColumns", value);
  }
  get highlightFirstColumn(): boolean {
    return this.#state().highlightFirstColumn;
  }
  set highlightFirstColumn(value: unknown) {
    this.#flag("highlightFirstColumn", value);
  }
  get highlightLastColumn(): boolean {
    return this.#state().highlightLastColumn;
  }
  set highlightLastColumn(value: unknown) {
    this.#flag("highlightLastColumn", value);
  }

  getRange(): Range {
    return this.#range(wholeRegion(this.#book, this.#table()));
  }
  getHeaderRowRange(): Range {
    if (!this.#state().showHeaders) throw notFound(`The table ${this.name} shows no header row.`);
    return this.#range(headerRegion(this.#table()));
  }
  getDataBodyRange(): Range {
    return this.#range(bodyRegion(this.#table()));
  }
  getTotalRowRange(): Range {
    if (!this.#state().showTotals) throw notFound(`The table ${this.name} shows no totals row.`);
    return this.#range(totalsRegion(this.#table()));
  }
  resize(newRange: unknown): void {
    resizeTable(this.#book, this.#table(), newRange);
  }
  clearFilters(): void {
    this.autoFilter.clearCriteria();
  }
  reapplyFilters(): void {
    this.autoFilter.reapply();
  }
  convertToRange(): Range {
    const table = this.#table();
    const region = wholeRegion(this.#book, table);
    removeTable(this.#book, table, false);
    return rangeAt(this.#book, table.area.sheetId, region);
  }
  delete(): void {
    removeTable(this.#book, this.#table(), true);
  }

  #table(): TableInfo {
    return existingTable(this.#book, this.#id);
  }
  #state(): TableState {
    return tableState(this.#book, this.#table());
  }
  #flag(flag: Flag, value: unknown): void {
    this.#state()[flag] = checkBoolean(flag, value);
  }
  #range(region: Region): Range {
    return rangeAt(this.#book, this.#table().area.sheetId, region);
  }
}

export function existingTable(book: Book, id: string): TableInfo {
  const table = book.grid.tables().find((one) => one.id === id);
  if (!table) throw notFound("The table was deleted.");
  return table;
}
