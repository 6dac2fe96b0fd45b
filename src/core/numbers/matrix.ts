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

/** One number per account; NaN marks a missing value. */
export type Column = Float64Array;
