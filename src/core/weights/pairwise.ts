import { CalculationError } from "../errors";
import type { Matrix } from "../numbers/matrix";

/** How far the product of two mirrored comparisons may be from 1: people type 0.33 for a third, which is just within. */
const RECIPROCAL_TOLERANCE = 0.01 + 1e-9;

/** Saaty's random index for 1 to 15 criteria: the mean consistency index of random comparisons. */
const RANDOM_INDEX = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

const MOST_ITERATIONS = 10_000;

/**
 * Weights from pairwise comparisons (AHP): the principal eigenvector, scaled to sum 1. Row r, column c says how many
 * times as important criterion r is as criterion c. Method: T. L. Saaty, The Analytic Hierarchy Process, 1980.
 *
 * Power iteration, written here: a positive matrix always has one largest eigenvalue, so ten lines do what a general
 * eigenvalue library needs a hundred kilobytes for.
 */
export function pairwiseWeights(comparisons: Matrix): Float64Array {
  checkPairwise(comparisons);
  const size = comparisons.rowCount;
  let weights = new Float64Array(size).fill(1 / size);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const product = multiplied(comparisons, weights);
    const growth = product.reduce((sum, entry) => sum + entry, 0);
    // Adding growth × weights leaves the eigenvector alone and damps the other ones, which may be complex.
    const next = product.map((entry, i) => (entry / growth + weights[i]) / 2);
    const change = next.reduce((largest, weight, i) => Math.max(largest, Math.abs(weight - weights[i]) / weight), 0);
    weights = next;
    if (change < 1e-15) break;
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * How contradictory the comparisons are: consistency index (λ - n) / (n - 1) over Saaty's random index; below 0.1 is
 * commonly accepted. 0 for one or two criteria, which cannot contradict themselves.
 */
export function consistencyRatio(comparisons: Matrix): number {
  const size = comparisons.rowCount;
  if (size > RANDOM_INDEX.length) {
    throw new CalculationError("outOfRange", `pairwise has ${size} criteria, the random index is known for up to ${RANDOM_INDEX.length}`);
  }
  const weights = pairwiseWeights(comparisons);
  if (size < 3) return 0;
  const eigenvalue = multiplied(comparisons, weights).reduce((sum, entry, i) => sum + entry / weights[i], 0) / size;
  return Math.max(0, (eigenvalue - size) / (size - 1) / RANDOM_INDEX[size - 1]);
}

function multiplied({ columnCount, values }: Matrix, weights: Float64Array): Float64Array {
  return weights.map((_, r) => weights.reduce((sum, weight, c) => sum + values[r * columnCount + c] * weight, 0));
}

/** Refuses what is no table of pairwise comparisons, naming the first wrong place. */
function checkPairwise({ rowCount, columnCount, values }: Matrix): void {
  if (rowCount !== columnCount) {
    throw new CalculationError("shape", `pairwise comparisons must be square, received ${rowCount} rows × ${columnCount} columns`);
  }
  for (let r = 0; r < rowCount; r++) {
    for (let c = 0; c < rowCount; c++) {
      const value = values[r * rowCount + c];
      const place = `row ${r + 1}, column ${c + 1}`;
      if (!(value > 0)) throw new CalculationError("outOfRange", `${place} is ${Number.isNaN(value) ? "missing" : value}, comparisons are above 0`);
      const mirrored = values[c * rowCount + r];
      if (c > r || !(Math.abs(value * mirrored - 1) > RECIPROCAL_TOLERANCE)) continue;
      if (c === r) throw new CalculationError("outOfRange", `${place} is ${value}, a criterion compared with itself is 1`);
      throw new CalculationError("outOfRange", `${place} is ${value}, its mirror row ${c + 1}, column ${r + 1} is ${mirrored}: one must be 1 divided by the other`);
    }
  }
}
