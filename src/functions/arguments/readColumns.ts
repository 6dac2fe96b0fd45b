import { CalculationError } from "../../core/errors";
import type { Column } from "../../core/numbers/matrix";
import type { RowErrors } from "../../core/rowErrors";
import { readMatrix } from "./readMatrix";
import { rowsOf } from "./rowsOf";

/**
 * Columns that belong together, one row per account, all of the same length. A scalar stands for a column of equal
 * values. `rowCount` fixes the length when another argument decides it; otherwise the longest column does.
 */
export function readColumns<K extends string>(
  columns: Readonly<Record<K, unknown>>,
  errors?: RowErrors,
  rowCount?: number,
): Record<K, Column> {
  const entries = Object.entries(columns) as [K, unknown][];
  const count = rowCount ?? Math.max(...entries.map(([name, argument]) => rowsOf(argument, name).length));
  return Object.fromEntries(entries.map(([name, argument]) => [name, readColumn(argument, name, errors, count)])) as Record<K, Column>;
}

/** One column of numbers, one row per account; a scalar is repeated `rowCount` times when that is given. */
export function readColumn(argument: unknown, name: string, errors?: RowErrors, rowCount?: number): Column {
  const rows = rowsOf(argument, name);
  if (rows[0].length !== 1) {
    throw new CalculationError("shape", `${name} must be one column, received ${rows.length} rows × ${rows[0].length} columns`);
  }
  if (rowCount !== undefined && rows.length === 1 && rowCount !== 1) {
    return new Float64Array(rowCount).fill(readMatrix(argument, name).values[0]);
  }
  checkRowCount(rows.length, name, rowCount);
  return readMatrix(argument, name, errors).values;
}

/** Refuses a column whose length is not that of the other arguments. */
export function checkRowCount(received: number, name: string, expected: number | undefined): void {
  if (expected !== undefined && received !== expected) {
    throw new CalculationError("shape", `${name} has ${received} rows, ${expected} are needed: one per account`);
  }
}
