import type { Matrix } from "./matrix";

/** Smallest and largest present value of each column; Infinity and -Infinity where a column has none. */
export interface ColumnExtremes {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

export function columnExtremes({ rowCount, columnCount, values }: Matrix): ColumnExtremes {
  const lowest = new Float64Array(columnCount).fill(Infinity);
  const highest = new Float64Array(columnCount).fill(-Infinity);
  for (let r = 0, i = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++, i++) {
      const value = values[i];
      // A missing value is NaN and fails both comparisons.
      if (value < lowest[c]) lowest[c] = value;
      if (value > highest[c]) highest[c] = value;
    }
  }
  return { lowest, highest };
}
