import type { Area } from "../../spreadsheet/spreadsheet";
import { HostCollection, HostObject } from "../hostObject";
import { columnName } from "./address";
import { invalid } from "./arguments";
import { readFormulas, readFormulasR1C1, readNumberFormats, readValues, usedPart } from "./cellReading";
import { writeCells, writeNumberFormats } from "./cellWriting";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";
import type { RangeRef } from "./rangeRef";
import { isUnbounded } from "./region";
import { inputOfJson, valueAsJson, valueTypeOf } from "./valueTypes";

type Matrix = unknown[][] | null;

/** The cells of a range that a filter or hiding leaves to be seen, closed up. */
export class RangeView extends HostObject {
  readonly #ref: RangeRef;
  /** Set for one row of a view: its place among the visible rows. */
  readonly #row: number | undefined;

  constructor(ref: RangeRef, row?: number) {
    super();
    this.#ref = ref;
    this.#row = row;
  }
  get rows(): RangeViewCollection {
    return new RangeViewCollection(this.#ref, this.#row === undefined ? this.#lines().rows.map((_row, index) => index) : [this.#row]);
  }
  get index(): number {
    return this.#row ?? 0;
  }
  get rowCount(): number {
    return this.#lines().rows.length;
  }
  get columnCount(): number {
    return this.#lines().columns.length;
  }
  get cellAddresses(): unknown {
    const { rows, columns } = this.#lines();
    return rows.map((row) => columns.map((column) => `${columnName(this.#ref.region.column + column)}${this.#ref.region.row + row + 1}`));
  }
  get values(): Matrix {
    return this.#pick(readValues(this.#ref.book, this.#area()));
  }
  set values(input: unknown) {
    this.#write(input, (area, value) => writeCells(this.#ref.book, area, value));
  }
  get formulas(): Matrix {
    return this.#pick(readFormulas(this.#ref.book, this.#area()));
  }
  set formulas(input: unknown) {
    this.values = input;
  }
  get formulasLocal(): Matrix {
    return this.formulas;
  }
  set formulasLocal(input: unknown) {
    this.values = input;
  }
  get formulasR1C1(): Matrix {
    return this.#pick(readFormulasR1C1(this.#ref.book, this.#area()));
  }
  set formulasR1C1(input: unknown) {
    this.#write(input, (area, value) => writeCells(this.#ref.book, area, value, "R1C1"));
  }
  get numberFormat(): Matrix {
    return this.#pick(readNumberFormats(this.#ref.book, this.#area()));
  }
  set numberFormat(input: unknown) {
    this.#write(input, (area, value) => writeNumberFormats(this.#ref.book, area, value));
  }
  get text(): Matrix {
    return this.#pick(this.#ref.book.grid.texts(this.#area()));
  }
  get valueTypes(): Matrix {
    return this.values?.map((row) => row.map((value) => valueTypeOf(value as string | number | boolean))) ?? null;
  }
  get valuesAsJson(): Matrix {
    const formats = this.numberFormat;
    return this.values?.map((row, r) => row.map((value, c) => valueAsJson(value as string | number | boolean, String(formats?.[r]?.[c] ?? "General")))) ?? null;
  }
  set valuesAsJson(input: unknown) {
    this.values = Array.isArray(input) ? (input as unknown[][]).map((row) => row.map((json) => inputOfJson(json)?.value)) : inputOfJson(input)?.value;
  }
  get valuesAsJsonLocal(): Matrix {
    return this.valuesAsJson;
  }
  set valuesAsJsonLocal(input: unknown) {
    this.valuesAsJson = input;
  }
  /** The block the view was taken from. */
  getRange(): Range {
    const { book, sheetId } = this.#ref;
    const area = this.#area();
    const row = this.#row === undefined ? undefined : this.#lines().rows[0];
    return rangeAt(book, sheetId, row === undefined ? area : { ...area, row: area.row + row, rowCount: 1 });
  }

  #area(): Area {
    const { book, area } = this.#ref;
    if (!isUnbounded(area)) return area;
    const used = usedPart(book, area, false);
    return used ? { sheetId: area.sheetId, ...used } : { ...area, rowCount: 1, columnCount: 1 };
  }
  #lines(): { readonly rows: number[]; readonly columns: number[] } {
    const { grid } = this.#ref.book;
    const area = this.#area();
    const visible = (hidden: readonly boolean[]) => [...hidden.keys()].filter((index) => hidden[index] !== true);
    const rows = visible(grid.rowsHidden(area.sheetId, area.row, area.rowCount));
    return {
      rows: this.#row === undefined ? rows : rows.slice(this.#row, this.#row + 1),
      columns: visible(grid.columnsHidden(area.sheetId, area.column, area.columnCount)),
    };
  }
  #pick(matrix: readonly (readonly unknown[])[] | null): Matrix {
    const { rows, columns } = this.#lines();
    return matrix && rows.map((row) => columns.map((column) => matrix[row]?.[column] ?? ""));
  }
  #write(input: unknown, write: (area: Area, value: unknown) => void): void {
    const { rows, columns } = this.#lines();
    const area = this.#area();
    const value = (r: number, c: number): unknown => (Array.isArray(input) ? (input as unknown[][])[r]?.[c] : input);
    if (Array.isArray(input) && (input.length !== rows.length || (input as unknown[][]).some((row) => row.length !== columns.length))) {
      throw invalid(`The array must have ${rows.length} rows and ${columns.length} columns, as many as are visible.`);
    }
    rows.forEach((row, r) => columns.forEach((column, c) => write({ ...area, row: area.row + row, column: area.column + column, rowCount: 1, columnCount: 1 }, value(r, c))));
  }
}

export class RangeViewCollection extends HostCollection<RangeView> {
  readonly #ref: RangeRef;
  readonly #rows: readonly number[];

  constructor(ref: RangeRef, rows: readonly number[]) {
    super();
    this.#ref = ref;
    this.#rows = rows;
  }
  get items(): readonly RangeView[] {
    return this.#rows.map((row) => new RangeView(this.#ref, row));
  }
  getItem(index: string | number): RangeView {
    return this.getItemAt(Number(index));
  }
  getCount(): number {
    return this.#rows.length;
  }
}
