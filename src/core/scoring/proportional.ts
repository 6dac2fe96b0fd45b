import { CalculationError } from "../errors";
import { columnExtremes } from "../numbers/columnExtremes";
import type { Matrix } from "../numbers/matrix";
import type { RowErrors } from "../rowErrors";
import type { Direction } from "./scaling";

export type ProportionalScale = "max" | "sum" | "vector";

/**
 * Scales that keep ratios, one criterion at a time:
 * `max` x / largest (lower is better: 1 - that), `sum` x / Σx (lower: (1/x) / Σ(1/x)), `vector` x / √Σx² (lower: 1 - that).
 *
 * `max` and `sum` need a largest value or total above 0. Where lower is better, `sum` needs every value above 0; a row
 * that breaks this gets an error and takes no part in the total.
 */
export function proportional(figures: Matrix, scale: ProportionalScale, directions: readonly Direction[], errors: RowErrors): Matrix {
  const { rowCount, columnCount } = figures;
  const values = figures.values.slice();
  if (scale === "sum") turnLowerIntoReciprocals({ rowCount, columnCount, values }, directions, errors);
  const totals = divisors({ rowCount, columnCount, values }, scale);
  for (let r = 0, i = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++, i++) {
      const share = values[i] / totals[c];
      values[i] = directions[c] === -1 && scale !== "sum" ? 1 - share : share;
    }
  }
  return { rowCount, columnCount, values };
}

/** Replaces x by smallest / x where lower is better: same shares as 1 / x, without overflow for tiny numbers. */
function turnLowerIntoReciprocals(figures: Matrix, directions: readonly Direction[], errors: RowErrors): void {
  const { rowCount, columnCount, values } = figures;
  for (let r = 0, start = 0; r < rowCount; r++, start += columnCount) {
    const column = directions.findIndex((direction, c) => direction === -1 && values[start + c] <= 0);
    if (column < 0) continue;
    const value = values[start + column];
    errors.add(r, "outOfRange", `values, row ${r + 1}, column ${column + 1} is ${value}: the scale sum needs numbers above 0 where lower is better`);
    values.fill(NaN, start, start + columnCount);
  }
  const { lowest } = columnExtremes(figures);
  for (let i = 0; i < values.length; i++) {
    const column = i % columnCount;
    if (directions[column] === -1) values[i] = lowest[column] / values[i];
  }
}

/** What each column is divided by; 1 where all its values are 0 and the scale is `vector`, so that they stay 0. */
function divisors(figures: Matrix, scale: ProportionalScale): Float64Array {
  if (scale === "vector") return vectorLengths(figures).map((length) => (length === 0 ? 1 : length));
  const totals = scale === "max" ? columnExtremes(figures).highest : columnSums(figures);
  totals.forEach((total, c) => {
    if (total > 0 || total === -Infinity) return;
    const what = scale === "max" ? "largest value" : "total";
    throw new CalculationError("outOfRange", `values, column ${c + 1} has the ${what} ${total}: the scale ${scale} needs one above 0`);
  });
  return totals;
}

/** √Σx² of each column's present values; 0 where it has none. */
export function vectorLengths({ rowCount, columnCount, values }: Matrix): Float64Array {
  const squares = new Float64Array(columnCount);
  for (let r = 0, i = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++, i++) {
      const value = values[i];
      if (!Number.isNaN(value)) squares[c] += value * value;
    }
  }
  return squares.map(Math.sqrt);
}

/** Sum of each column's present values; -Infinity where it has none. */
function columnSums({ columnCount, values }: Matrix): Float64Array {
  const sums = new Float64Array(columnCount).fill(-Infinity);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value)) continue;
    const column = i % columnCount;
    sums[column] = sums[column] === -Infinity ? value : sums[column] + value;
  }
  return sums;
}
