import type { Matrix } from "../../src/core/numbers/matrix";

/** A matrix from rows; null = missing. */
export function matrixOf(rows: readonly (readonly (number | null)[])[]): Matrix {
  return { rowCount: rows.length, columnCount: rows[0].length, values: Float64Array.from(rows.flat(), (value) => value ?? NaN) };
}

/** The rows of a matrix; missing values as null. */
export function rowsIn({ rowCount, columnCount, values }: Matrix): (number | null)[][] {
  return Array.from({ length: rowCount }, (_, r) =>
    [...values.subarray(r * columnCount, (r + 1) * columnCount)].map((value) => (Number.isNaN(value) ? null : value)),
  );
}
