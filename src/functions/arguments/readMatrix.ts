import { CalculationError } from "../../core/errors";
import type { Matrix, MatrixRows } from "../../core/numbers/matrix";
import type { RowErrors } from "../../core/rowErrors";
import { LARGEST_NUMBER, numberIn } from "./cell";
import { placeOf, rowsOf } from "./rowsOf";

/**
 * A matrix of numbers, a row per account. Blank cells become NaN.
 *
 * With `errors`, a cell that is no number is its row's error and the whole row becomes missing, so that it takes no part
 * in observed minima, means and the like. Without, the first such cell is thrown.
 */
export function readMatrix(argument: unknown, name: string, errors?: RowErrors): Matrix {
  const rows = rowsOf(argument, name);
  const rowCount = rows.length;
  const columnCount = rows[0].length;
  const values = new Float64Array(rowCount * columnCount);
  for (let r = 0, start = 0; r < rowCount; r++, start += columnCount) {
    const bad = readRow(rows[r], values, start);
    if (bad < 0) continue;
    refuse(rows[r][bad], placeOf(name, r, bad), r, errors);
    values.fill(NaN, start, start + columnCount);
  }
  return { rowCount, columnCount, values };
}

/** The same numbers row by row, each read when it is asked for: a full sheet is not held twice. */
export function readRowByRow(argument: unknown, name: string, errors?: RowErrors): MatrixRows {
  const rows = rowsOf(argument, name);
  const numbers = new Float64Array(rows[0].length);
  const row = (r: number): Float64Array => {
    const bad = readRow(rows[r], numbers, 0);
    if (bad >= 0) {
      refuse(rows[r][bad], placeOf(name, r, bad), r, errors);
      numbers.fill(NaN);
    }
    return numbers;
  };
  return { rowCount: rows.length, columnCount: numbers.length, row };
}

function refuse(cell: unknown, place: string, row: number, errors: RowErrors | undefined): void {
  const message = `${place}: ${numberIn(cell)}`;
  if (errors === undefined) throw new CalculationError("notANumber", message);
  errors.add(row, "notANumber", message);
}

/**
 * What rows were found to hold besides numbers and "". Only ever moves on; changes the speed of reading, never its result.
 */
let met: "nothing else" | "blanks and truth values" | "anything" = "nothing else";

/**
 * Fills one row; answers the column of the first cell that is no number, or -1.
 *
 * Several ways on purpose. V8 keeps rows of plain numbers unboxed, and a place in the code that reads such rows and others
 * converts every unboxed row it meets, which costs as much as parsing the whole call. So each kind is read at its own
 * place. `includes` tells them apart: it answers at once for an unboxed row, but a tenth of all the work is asking for
 * each of "", null, TRUE and FALSE. So only "" is asked for until one of the others is met by reading it, which spoils
 * that place for rows of numbers; they are read at the next one then. A text cannot be asked for: once one was met, rows
 * are read with `at`, slower but without conversion.
 */
function readRow(row: readonly unknown[], values: Float64Array, start: number): number {
  if (row.includes("")) return readMixedRow(row, values, start);
  if (met === "nothing else") return readNumberRow(row, values, start);
  if (row.includes(null) || row.includes(true) || row.includes(false)) return readMixedRow(row, values, start);
  return met === "anything" ? readAnyRow(row, values, start) : readNumberRowAmongOthers(row, values, start);
}

function readNumberRow(row: readonly unknown[], values: Float64Array, start: number): number {
  for (let c = 0; c < row.length; c++) {
    const cell = row[c];
    if (typeof cell !== "number") {
      met = cell === null || typeof cell === "boolean" ? "blanks and truth values" : "anything";
      return readAnyRow(row, values, start);
    }
    if (!(Math.abs(cell) <= LARGEST_NUMBER)) return c;
    values[start + c] = cell;
  }
  return -1;
}

/** The same once more: what counts is that the rows come by another place. */
function readNumberRowAmongOthers(row: readonly unknown[], values: Float64Array, start: number): number {
  for (let c = 0; c < row.length; c++) {
    const cell = row[c];
    if (typeof cell !== "number") {
      met = "anything";
      return readAnyRow(row, values, start);
    }
    if (!(Math.abs(cell) <= LARGEST_NUMBER)) return c;
    values[start + c] = cell;
  }
  return -1;
}

function readMixedRow(row: readonly unknown[], values: Float64Array, start: number): number {
  for (let c = 0; c < row.length; c++) {
    const number = numberIn(row[c]);
    if (typeof number === "string") return c;
    values[start + c] = number;
  }
  return -1;
}

function readAnyRow(row: readonly unknown[], values: Float64Array, start: number): number {
  for (let c = 0; c < row.length; c++) {
    const number = numberIn(row.at(c));
    if (typeof number === "string") return c;
    values[start + c] = number;
  }
  return -1;
}
