import type { Area } from "../../spreadsheet/spreadsheet";
import { HostCollection, HostObject } from "../hostObject";
import { checkInteger, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { writeCells } from "./cellWriting";
import { isFormula } from "./cellReading";
import { raiseChanged } from "./changeEvents";
import { shiftFormula } from "./formulaText";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";
import { lastRow } from "./region";
import { deleteCells, insertCells } from "./structure";
import { existingTable } from "./table";
import { bodyRegion, tableState } from "./tableModel";

export class TableRowCollection extends HostCollection<TableRow> {
  readonly #book: Book;
  readonly #tableId: string;

  constructor(book: Book, tableId: string) {
    super();
    this.#book = book;
    this.#tableId = tableId;
  }
  get items(): readonly TableRow[] {
    return Array.from({ length: this.count }, (_, index) => new TableRow(this.#book, this.#tableId, index));
  }
  get count(): number {
    return bodyRegion(existingTable(this.#book, this.#tableId)).rowCount;
  }
  /** Adds one or more rows at an index, at the end without one. Columns that hold one formula throughout go on with it. */
  add(index?: unknown, values?: unknown, _alwaysInsert?: unknown): TableRow {
    const table = existingTable(this.#book, this.#tableId);
    const { count } = this;
    const rows = rowValues(table.area.columnCount, values);
    const place = index === undefined || index === -1 ? count : checkInteger("index", index, 0, count);
    if (count === 1 && this.#isBlank()) return this.#fillBlank(rows);
    const formulas = this.#columnFormulas();
    const atEnd = place === count;
    const target = this.#makeRoom(place, rows.length);
    if (atEnd && count > 0) this.#goOn(target, formulas);
    if (rows.some((row) => row.some((value) => value !== null))) writeCells(this.#book, target, rows);
    raiseChanged(this.#book, target.sheetId, target, "RowInserted");
    return new TableRow(this.#book, this.#tableId, place);
  }
  getCount(): number {
    return this.count;
  }
  getItem(index: unknown): TableRow {
    return this.getItemAt(Number(index));
  }
  override getItemAt(index: number): TableRow {
    checkInteger("index", index, 0);
    if (index >= this.count) throw invalid(`The table has ${this.count} rows, there is no row ${index}.`);
    return new TableRow(this.#book, this.#tableId, index);
  }
  deleteRows(rows: unknown): void {
    if (!Array.isArray(rows)) throw invalid("rows must be an array of row indexes or rows.");
    const indexes = rows.map((row: unknown) => (row instanceof TableRow ? row.index : checkInteger("rows", row, 0, this.count - 1)));
    for (const index of [...new Set(indexes)].sort((a, b) => b - a)) deleteTableRows(this.#book, this.#tableId, index, 1);
  }
  deleteRowsAt(index: unknown, count?: unknown): void {
    const from = checkInteger("index", index, 0, this.count - 1);
    deleteTableRows(this.#book, this.#tableId, from, count === undefined ? 1 : checkInteger("count", count, 1, this.count - from));
  }

  /** Blank rows at a place of the body; what is below moves unless there is room. */
  #makeRoom(place: number, rowCount: number): Area {
    const table = existingTable(this.#book, this.#tableId);
    const target = { ...table.area, row: table.area.row + 1 + place, rowCount };
    const atEnd = target.row > lastRow(table.area);
    const free = atEnd && !tableState(this.#book, table).showTotals && this.#book.grid.values(target).every((row) => row.every((value) => value === ""));
    if (!free) insertCells(this.#book, target, "Down");
    const wanted = table.area.rowCount + rowCount;
    if (existingTable(this.#book, this.#tableId).area.rowCount !== wanted) this.#book.grid.setTable(table.id, { area: { ...table.area, rowCount: wanted } });
    return target;
  }

  /** A table made of headers alone has one blank row that waits for the first entry. */
  #isBlank(): boolean {
    const table = existingTable(this.#book, this.#tableId);
    return this.#book.grid.formulas({ ...bodyRegion(table), sheetId: table.area.sheetId }).every((row) => row.every((value) => value === ""));
  }
  #fillBlank(rows: unknown[][]): TableRow {
    const table = existingTable(this.#book, this.#tableId);
    const body = { ...bodyRegion(table), sheetId: table.area.sheetId };
    if (rows.length > 1) this.#makeRoom(1, rows.length - 1);
    const target = { ...body, rowCount: rows.length };
    if (rows.some((row) => row.some((value) => value !== null))) writeCells(this.#book, target, rows);
    raiseChanged(this.#book, target.sheetId, target, "RowInserted");
    return new TableRow(this.#book, this.#tableId, 0);
  }

  /** The formula of the last row in columns that are calculated by one formula. */
  #columnFormulas(): (string | undefined)[] {
    const table = existingTable(this.#book, this.#tableId);
    const formulas = this.#book.grid.formulas({ ...bodyRegion(table), sheetId: table.area.sheetId });
    const last = formulas.length - 1;
    return table.columns.map((_name, column) => {
      const formula = formulas[last]?.[column];
      if (!isFormula(formula)) return undefined;
      const same = formulas.every((row, r) => isFormula(row[column]) && shiftFormula(row[column], last - r, 0) === formula);
      return same ? formula : undefined;
    });
  }
  #goOn(target: Area, formulas: readonly (string | undefined)[]): void {
    const { grid } = this.#book;
    const above = { ...target, row: target.row - 1, rowCount: 1 };
    const styles = grid.styles(above)[0] ?? [];
    styles.forEach((style, column) => {
      if (Object.keys(style).length > 0) grid.applyStyle({ ...target, column: target.column + column, columnCount: 1 }, style);
    });
    if (formulas.every((formula) => formula === undefined)) return;
    const cells = Array.from({ length: target.rowCount }, (_row, r) => formulas.map((formula) => (formula === undefined ? undefined : { formula: shiftFormula(formula, r + 1, 0) })));
    grid.write(target, cells);
  }
}

function rowValues(columnCount: number, values: unknown): unknown[][] {
  if (values === undefined || values === null) return [Array.from({ length: columnCount }, () => null)];
  if (!Array.isArray(values)) return [Array.from({ length: columnCount }, () => values)];
  const rows = (Array.isArray(values[0]) ? values : [values]) as unknown[][];
  if (rows.length === 0 || rows.some((row) => row.length !== columnCount)) {
    throw invalid(`Each row must have ${columnCount} values, one for each column of the table; got ${rows.map((row) => row.length).join(", ")}.`);
  }
  return rows;
}

/** A table keeps at least one row: deleting the last one empties it. */
function deleteTableRows(book: Book, tableId: string, index: number, count: number): void {
  const table = existingTable(book, tableId);
  const body = bodyRegion(table);
  const keep = count >= body.rowCount ? 1 : 0;
  const area = { ...body, sheetId: table.area.sheetId, row: body.row + index, rowCount: count };
  if (keep === 1) book.grid.clear({ ...area, rowCount: 1 }, "Contents");
  if (count - keep > 0) deleteCells(book, { ...area, row: area.row + keep, rowCount: count - keep }, "Up");
  else raiseChanged(book, area.sheetId, area, "RowDeleted");
}

export class TableRow extends HostObject {
  readonly #book: Book;
  readonly #tableId: string;
  readonly #index: number;

  constructor(book: Book, tableId: string, index: number) {
    super();
    this.#book = book;
    this.#tableId = tableId;
    this.#index = index;
  }
  get index(): number {
    return this.#index;
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
    const table = existingTable(this.#book, this.#tableId);
    const body = bodyRegion(table);
    if (this.#index >= body.rowCount) throw notFound("The row of the table was deleted.");
    return rangeAt(this.#book, table.area.sheetId, { ...body, row: body.row + this.#index, rowCount: 1 });
  }
  delete(): void {
    deleteTableRows(this.#book, this.#tableId, this.#index, 1);
  }
}
