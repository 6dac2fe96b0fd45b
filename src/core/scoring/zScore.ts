import { columnExtremes } from "../numbers/columnExtremes";
import { columnMeans } from "../numbers/columnMeans";
import type { Matrix } from "../numbers/matrix";
import { normalDistribution } from "../numbers/normalDistribution";
import type { Direction } from "./scaling";

/**
 * How many population standard deviations each value lies above its criterion's mean; negated where lower is better. 0
 * where all present values are equal.
 *
 * @param target where the result goes; may be the values themselves
 */
export function zScore(figures: Matrix, directions: readonly Direction[], target: Float64Array = new Float64Array(figures.values.length)): Matrix {
  const { rowCount, columnCount, values } = figures;
  const means = columnMeans(figures);
  const deviations = columnDeviations(figures, means);
  for (let r = 0, i = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++, i++) {
      const value = values[i];
      const deviation = deviations[c];
      if (Number.isNaN(value)) target[i] = NaN;
      else target[i] = deviation === 0 ? 0 : (directions[c] * (value - means[c])) / deviation;
    }
  }
  return { rowCount, columnCount, values: target };
}

/** z turned into a share between 0 and 1 by the standard normal distribution function. */
export function zScoreShare(figures: Matrix, directions: readonly Direction[], target?: Float64Array): Matrix {
  const scaled = zScore(figures, directions, target);
  const { values } = scaled;
  for (let i = 0; i < values.length; i++) {
    const z = values[i];
    if (!Number.isNaN(z)) values[i] = normalDistribution(z);
  }
  return scaled;
}

/** Population standard deviation of each column's present values; exactly 0 where they are all equal. */
export function columnDeviations(figures: Matrix, means = columnMeans(figures)): Float64Array {
  const { rowCount, columnCount, values } = figures;
  const squares = new Float64Array(columnCount);
  const counts = new Float64Array(columnCount);
  for (let r = 0, i = 0; r < rowCount; r++) {
    for (let c = 0; c < columnCount; c++, i++) {
      const distance = values[i] - means[c];
      if (Number.isNaN(distance)) continue;
      squares[c] += distance * distance;
      counts[c] += 1;
    }
  }
  // The mean of equal numbers can be off by a rounding error, so equality is seen from the extremes.
  const { lowest, highest } = columnExtremes(figures);
  return squares.map((sum, c) => (lowest[c] === highest[c] ? 0 : Math.sqrt(sum / counts[c])));
}
