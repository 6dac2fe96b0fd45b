/**
 * Numbers of n accounts × m columns in one block, row by row. NaN marks a missing value, so missing and zero can never
 * be confused, and a kernel's inner loop reads one typed array without looking at cell types again.
 */
export interface Matrix {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Value of row r, column c at `r * columnCount + c`. */
  readonly values: Float64Array;
}

/** The same numbers for calculations that look at one account after the other and never at two at once. */
export interface MatrixRows {
  readonly rowCount: number;
  readonly columnCount: number;
  /** The numbers of row r, valid until the next row is asked for. */
  row(r: number): Float64Array;
}

/** One number per account; NaN marks a missing value. */
export type Column = Float64Array;

/** A copy of one column of a matrix. */
export function columnOf({ rowCount, columnCount, values }: Matrix, column: number): Column {
  const copy = new Float64Array(rowCount);
  for (let r = 0; r < rowCount; r++) copy[r] = values[r * columnCount + column];
  return copy;
}
