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
    // Two read sites on purpose. V8 keeps rows of numbers unboxed, and one site that meets both kinds of rows converts
    // every such row on its first read, which costs as much as parsing the call. `includes("")` tells the kinds apart
    // without reading: it answers at once for an unboxed row.
    const bad = row.includes("") ? readMixedRow(row, values, start) : readNumberRow(row, values, start);
    if (bad < 0) continue;
    const message = `${placeOf(name, r, bad)}: ${numberIn(row[bad])}`;
    if (errors === undefined) throw new CalculationError("notANumber", message);
    errors.add(r, "notANumber", message);
    values.fill(NaN, start, start + columnCount);
  }
  return { rowCount, columnCount, values };
}

/** Fills one row; answers the column of the first cell that is no number, or -1. */
function readNumberRow(row: readonly unknown[], values: Float64Array, start: number): number {
  for (let c = 0; c < row.length; c++) {
    const cell = row[c];
    if (typeof cell !== "number" || !(Math.abs(cell) <= LARGEST_NUMBER)) return readMixedRow(row, values, start);
    values[start + c] = cell;
  }
  return -1;
}

/** As above, for rows that hold more than plain numbers. */
function readMixedRow(row: readonly unknown[], values: Float64Array, start: number): number {
  for (let c = 0; c < row.length; c++) {
    const number = numberIn(row[c]);
    if (typeof number === "string") return c;
    values[start + c] = number;
  }
  return -1;
}
