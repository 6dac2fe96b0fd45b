import { CalculationError } from "../../core/errors";
import type { Matrix } from "../../core/numbers/matrix";
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
  for (let r = 0; r < rowCount; r++) {
    const row = rows[r];
    const start = r * columnCount;
    const bad = readRow(row, values, start);
    if (bad < 0) continue;
    const message = `${placeOf(name, r, bad)}: ${numberIn(row[bad])}`;
    if (errors === undefined) throw new CalculationError("notANumber", message);
    errors.add(r, "notANumber", message);
    values.fill(NaN, start, start + columnCount);
  }
  return { rowCount, columnCount, values };
}

/**
 * Whether a row of numbers ever turned out to hold a text. Changes the speed of reading, never its result.
 */
let textSeen = false;

/**
 * Fills one row; answers the column of the first cell that is no number, or -1.
 *
 * Three ways on purpose. V8 keeps rows of plain numbers unboxed, and a place in the code that reads such rows and others
 * converts every unboxed row it meets, which costs as much as parsing the whole call. So each kind is read at its own
 * place. `includes` tells them apart for the cells Excel sends most: it answers at once for an unboxed row. A text among
 * numbers is only noticed by reading it; from then on rows are read with `at`, slower but without conversion.
 */
function readRow(row: readonly unknown[], values: Float64Array, start: number): number {
  if (row.includes("") || row.includes(null) || row.includes(true) || row.includes(false)) return readMixedRow(row, values, start);
  return textSeen ? readAnyRow(row, values, start) : readNumberRow(row, values, start);
}

function readNumberRow(row: readonly unknown[], values: Float64Array, start: number): number {
  for (let c = 0; c < row.length; c++) {
    const cell = row[c];
    if (typeof cell !== "number") {
      textSeen = true;
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
