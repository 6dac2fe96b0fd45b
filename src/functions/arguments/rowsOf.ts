import { CalculationError } from "../../core/errors";

export type Rows = readonly (readonly unknown[])[];

/** Left out in the formula: Excel sends null. */
export function isOmitted(argument: unknown): argument is null | undefined {
  return argument === null || argument === undefined;
}

/**
 * The rows of an argument. Excel sends a range or array as rows of cells; a scalar is one row with one cell. Rows are
 * checked to be equally long.
 */
export function rowsOf(argument: unknown, name: string): Rows {
  if (isOmitted(argument)) throw new CalculationError("shape", `${name} is missing`);
  const rows: readonly unknown[] = Array.isArray(argument) ? argument : [[argument]];
  const first: unknown = rows[0];
  if (!Array.isArray(first) || first.length === 0) throw new CalculationError("shape", `${name} is empty`);
  const columnCount = first.length;
  for (let r = 1; r < rows.length; r++) {
    const row: unknown = rows[r];
    const length = Array.isArray(row) ? row.length : 0;
    if (length !== columnCount) {
      throw new CalculationError("shape", `${name}, row ${r + 1} has ${length} columns, row 1 has ${columnCount}`);
    }
  }
  return rows as Rows;
}

/** The place of a cell inside its argument as messages give it (1-based), from 0-based row and column. */
export function placeOf(name: string, row: number, column: number): string {
  return `${name}, row ${row + 1}, column ${column + 1}`;
}

/** The cells of a vector, given as one row or one column. */
export function cellsOf(argument: unknown, name: string): readonly { readonly cell: unknown; readonly place: string }[] {
  const rows = rowsOf(argument, name);
  if (rows.length > 1 && rows[0].length > 1) {
    throw new CalculationError("shape", `${name} must be one row or one column, received ${rows.length} rows × ${rows[0].length} columns`);
  }
  return rows.flatMap((row, r) => row.map((cell, c) => ({ cell, place: placeOf(name, r, c) })));
}

/** The only cell of an argument that must be a single value. */
export function cellOf(argument: unknown, name: string): unknown {
  const rows = rowsOf(argument, name);
  if (rows.length !== 1 || rows[0].length !== 1) {
    throw new CalculationError("shape", `${name} must be a single value, received ${rows.length} rows × ${rows[0].length} columns`);
  }
  return rows[0][0];
}
