import { ascendingOrder } from "../numbers/ascendingOrder";
import { columnOf, type Matrix } from "../numbers/matrix";
import type { Direction } from "./scaling";

/**
 * Percentile scale: (average rank - 1) / (n - 1) among a criterion's n present values, equal values share their average
 * rank; 1 minus that where lower is better. A single value gets 0.5.
 *
 * @param target where the result goes; may be the values themselves
 */
export function percentile(figures: Matrix, directions: readonly Direction[], target: Float64Array = new Float64Array(figures.values.length)): Matrix {
  const { rowCount, columnCount } = figures;
  for (let c = 0; c < columnCount; c++) {
    const column = columnOf(figures, c);
    const order = ascendingOrder(column);
    for (let r = 0; r < rowCount; r++) target[r * columnCount + c] = NaN;
    for (let start = 0; start < order.length; ) {
      const value = column[order[start]];
      let end = start + 1;
      while (end < order.length && column[order[end]] === value) end++;
      const share = order.length === 1 ? 0.5 : (start + end - 1) / 2 / (order.length - 1);
      for (let i = start; i < end; i++) target[order[i] * columnCount + c] = directions[c] === 1 ? share : 1 - share;
      start = end;
    }
  }
  return { rowCount, columnCount, values: target };
}
