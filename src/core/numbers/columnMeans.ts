import type { Matrix } from "./matrix";

/** Mean of each column's present values; NaN where a column has none. */
export function columnMeans({ rowCount, columnCount, values }: Matrix): Float64Array {
  const sums = new Float64Array(columnCount);
  const counts = new Float64Array(columnCount);
  for (let r = 0, i = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++, i++) {
      const value = values[i];
      if (Number.isNaN(value)) continue;
      sums[c] += value;
      counts[c] += 1;
    }
  }
  return sums.map((sum, c) => sum / counts[c]);
}
