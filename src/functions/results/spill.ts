import type { Column, Matrix } from "../../core/numbers/matrix";
import { RowErrors } from "../../core/rowErrors";
import { excelError } from "./excelError";

/** What may stand in one cell of a spilled result. */
export type ResultCell = number | string | boolean | CustomFunctions.Error;
export type ResultRows = ResultCell[][];

const TOO_LARGE = { code: "outOfRange", message: "the result is too large to calculate" } as const;
const BLANK = "";

/** One number per account as a column; NaN shows blank, a row with an error shows the error. */
export function spillNumbers(column: Column, errors: RowErrors = new RowErrors()): ResultRows {
  const rows = new Array<ResultCell[]>(column.length);
  const blankRow: ResultCell[] = [BLANK];
  for (let r = 0; r < column.length; r++) {
    const value = column[r];
    // value - value is 0 for every finite number and NaN for the others.
    rows[r] = value - value === 0 ? [value] : Number.isNaN(value) ? blankRow : [numberCell(value)];
  }
  return withErrors(rows, errors, 1);
}

/** A number as a cell: NaN shows blank, infinity must not get out. */
function numberCell(value: number): ResultCell {
  if (Number.isFinite(value)) return value;
  return Number.isNaN(value) ? BLANK : excelError(TOO_LARGE);
}

/** A matrix of numbers, same rules as a column. */
export function spillMatrix(matrix: Matrix, errors: RowErrors = new RowErrors()): ResultRows {
  const { rowCount, columnCount, values } = matrix;
  const rows = new Array<ResultCell[]>(rowCount);
  // Copies of a row of numbers stay unboxed, which takes a third of the memory; blanks are put into the few rows that have any.
  const numberRow = new Array<ResultCell>(columnCount).fill(0.5);
  for (let r = 0; r < rowCount; r++) {
    const row = numberRow.slice();
    const start = r * columnCount;
    let finite = true;
    for (let c = 0; c < columnCount; c++) {
      const value = values[start + c];
      if (value - value === 0) row[c] = value;
      else finite = false;
    }
    rows[r] = finite ? row : Array.from(values.subarray(start, start + columnCount), numberCell);
  }
  return withErrors(rows, errors, columnCount);
}

/**
 * One label per account as a column, from its place in `labels`; a negative place shows blank. All rows of a label
 * share one row object: a million of them cost next to nothing.
 */
export function spillLabels(places: Int8Array | Int16Array | Int32Array, labels: readonly string[], errors: RowErrors = new RowErrors()): ResultRows {
  const blankRow: ResultCell[] = [BLANK];
  const labelRows = labels.map((label): ResultCell[] => [label]);
  const rows = new Array<ResultCell[]>(places.length);
  for (let r = 0; r < places.length; r++) rows[r] = labelRows[places[r]] ?? blankRow;
  return withErrors(rows, errors, 1);
}

/** One text per account as a column. */
export function spillTexts(texts: readonly string[], errors: RowErrors = new RowErrors()): ResultRows {
  return withErrors(
    texts.map((text) => [text]),
    errors,
    1,
  );
}

/** A table under its header row; NaN shows blank. */
export function spillTable(header: readonly string[], rows: readonly (readonly (number | string)[])[]): ResultRows {
  const cell = (value: number | string): ResultCell => (typeof value === "string" ? value : numberCell(value));
  return [[...header], ...rows.map((row) => row.map(cell))];
}

/** Replaces every cell of a row that has an error by that error. Equal errors share one row object. */
export function withErrors(rows: ResultRows, errors: RowErrors, columnCount: number): ResultRows {
  const shared = new Map<string, ResultCell[]>();
  for (const [row, error] of errors) {
    const key = `${error.code} ${error.message}`;
    let errorRow = shared.get(key);
    if (errorRow === undefined) {
      errorRow = new Array<ResultCell>(columnCount).fill(excelError(error));
      shared.set(key, errorRow);
    }
    rows[row] = errorRow;
  }
  return rows;
}
