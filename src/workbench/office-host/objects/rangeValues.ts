import { formatRegion } from "./address";
import { invalid } from "./arguments";
import { readFormulas, readFormulasR1C1, readMatrix, readNumberFormats, readValues } from "./cellReading";
import { writeCells, writeNumberFormats } from "./cellWriting";
import { numberFormatCategory } from "./numberFormatCategory";
import { RangeCore, refOf } from "./rangeCore";
import { inputOfJson, valueAsJson, valueTypeOf } from "./valueTypes";
import { cellCount, isWholeColumns, isWholeRows } from "./region";

type Matrix = unknown[][] | null;

/** Where a range is and what its cells hold. */
export abstract class RangeValues extends RangeCore {
  get address(): string {
    return refOf(this).address;
  }
  get addressLocal(): string {
    return refOf(this).address;
  }
  get rowIndex(): number {
    return refOf(this).region.row;
  }
  get columnIndex(): number {
    return refOf(this).region.column;
  }
  get rowCount(): number {
    return refOf(this).region.rowCount;
  }
  get columnCount(): number {
    return refOf(this).region.columnCount;
  }
  /** -1 when there are more than 2^31-1 cells, as Excel answers. */
  get cellCount(): number {
    const count = cellCount(refOf(this).region);
    return count > 2_147_483_647 ? -1 : count;
  }
  get isEntireRow(): boolean {
    return isWholeRows(refOf(this).region);
  }
  get isEntireColumn(): boolean {
    return isWholeColumns(refOf(this).region);
  }

  get values(): Matrix {
    const { book, area } = refOf(this);
    return readValues(book, area);
  }
  set values(input: unknown) {
    const { book, area } = refOf(this);
    writeCells(book, area, input);
  }
  get formulas(): Matrix {
    const { book, area } = refOf(this);
    return readFormulas(book, area);
  }
  set formulas(input: unknown) {
    const { book, area } = refOf(this);
    writeCells(book, area, input);
  }
  get formulasLocal(): Matrix {
    return this.formulas;
  }
  set formulasLocal(input: unknown) {
    this.formulas = input;
  }
  get formulasR1C1(): Matrix {
    const { book, area } = refOf(this);
    return readFormulasR1C1(book, area);
  }
  set formulasR1C1(input: unknown) {
    const { book, area } = refOf(this);
    writeCells(book, area, input, "R1C1");
  }
  get text(): Matrix {
    const { book, area } = refOf(this);
    return readMatrix(area, (all) => book.grid.texts(all));
  }
  get valueTypes(): Matrix {
    return mapped(this.values, (value) => valueTypeOf(value as string | number | boolean));
  }
  get valuesAsJson(): Matrix {
    const { book, area } = refOf(this);
    const formats = readNumberFormats(book, area);
    return mapped(this.values, (value, row, column) => valueAsJson(value as string | number | boolean, formats?.[row]?.[column] ?? "General"));
  }
  set valuesAsJson(input: unknown) {
    const { book, area } = refOf(this);
    const entry = (json: unknown) => {
      if (json === null || json === undefined) return null;
      const found = inputOfJson(json);
      if (!found) throw invalid(`This host keeps no ${String((json as { type?: unknown }).type)} in cells of ${formatRegion(area)}.`);
      return found;
    };
    const entries = Array.isArray(input) ? (input as unknown[][]).map((row) => row.map(entry)) : [[entry(input)]];
    writeCells(book, area, entries.map((row) => row.map((one) => (one ? one.value : null))));
    if (entries.some((row) => row.some((one) => one?.numberFormat))) {
      writeNumberFormats(book, area, entries.map((row) => row.map((one) => one?.numberFormat ?? null)));
    }
  }
  get valuesAsJsonLocal(): Matrix {
    return this.valuesAsJson;
  }
  set valuesAsJsonLocal(input: unknown) {
    this.valuesAsJson = input;
  }
  get numberFormat(): Matrix {
    const { book, area } = refOf(this);
    return readNumberFormats(book, area);
  }
  set numberFormat(input: unknown) {
    const { book, area } = refOf(this);
    writeNumberFormats(book, area, input);
  }
  get numberFormatLocal(): Matrix {
    return this.numberFormat;
  }
  set numberFormatLocal(input: unknown) {
    this.numberFormat = input;
  }
  get numberFormatCategories(): Matrix {
    return mapped(this.numberFormat, (format) => numberFormatCategory(String(format)));
  }
}

function mapped(matrix: Matrix, map: (value: unknown, row: number, column: number) => unknown): Matrix {
  return matrix && matrix.map((row, r) => row.map((value, c) => map(value, r, c)));
}
