import { CalculationError } from "../errors";
import { columnOf, type Column, type Matrix } from "../numbers/matrix";
import { minMax } from "../scoring/minMax";
import type { Direction } from "../scoring/scaling";
import { columnDeviations } from "../scoring/zScore";
import { sharesOf } from "./sharesOf";

/**
 * Weights from the spread of the figures by Shannon's entropy: the more a criterion's shares x / Σx differ between
 * accounts, the more it weighs. 1 - E with E = -Σ p ln p / ln n over the n present values, scaled to sum 1; 0 · ln 0 = 0.
 * Figures must not be negative.
 */
export function entropyWeights(figures: Matrix): Float64Array {
  checkSeveralRows(figures, "entropy");
  return sharesOf(
    Float64Array.from({ length: figures.columnCount }, (_, c) => {
      const column = columnOf(figures, c).filter((value) => !Number.isNaN(value));
      const negative = column.find((value) => value < 0);
      if (negative !== undefined) throw new CalculationError("outOfRange", `values, column ${c + 1} holds ${negative}: entropy needs numbers of 0 or more`);
      return 1 - entropy(column);
    }),
    "entropy",
  );
}

/** Entropy of the shares, 0..1; 1 where nothing differs. */
function entropy(column: Float64Array): number {
  if (column.length < 2 || column.every((value) => value === column[0])) return 1;
  const total = column.reduce((sum, value) => sum + value, 0);
  const sum = column.reduce((entropySum, value) => {
    const share = value / total;
    return share > 0 ? entropySum - share * Math.log(share) : entropySum;
  }, 0);
  return Math.min(1, sum / Math.log(column.length));
}

/** A correlation closer to 1 than this is 1: the rest is rounding, and weights must not be made of it. */
const ROUNDING = 1e-12;

/** Weights in proportion to the population standard deviation of the min-max scaled figures. */
export function deviationWeights(figures: Matrix, directions: readonly Direction[]): Float64Array {
  checkSeveralRows(figures, "deviation");
  return sharesOf(columnDeviations(scaled(figures, directions)), "deviation");
}

/**
 * CRITIC weights: a criterion counts for its spread and for what the others do not already say, σ Σ (1 - r), with the
 * population deviation σ and Pearson correlations r of the min-max scaled figures. Diakoulaki, Mavrotas &
 * Papayannakis, Computers & Operations Research 22(7), 1995. Correlations use the accounts that have both figures; a
 * criterion that does not vary correlates with none.
 */
export function criticWeights(figures: Matrix, directions: readonly Direction[]): Float64Array {
  checkSeveralRows(figures, "critic");
  if (figures.columnCount === 1) return Float64Array.of(1);
  const shares = scaled(figures, directions);
  const columns = Array.from({ length: figures.columnCount }, (_, c) => columnOf(shares, c));
  const conflicts = columns.map((column) =>
    columns.filter((other) => other !== column).reduce((sum, other) => sum + 1 - correlation(column, other), 0),
  );
  return sharesOf(
    columnDeviations(shares).map((deviation, c) => deviation * conflicts[c]),
    "critic",
  );
}

function scaled(figures: Matrix, directions: readonly Direction[]): Matrix {
  const observed = new Float64Array(figures.columnCount).fill(NaN);
  return minMax(figures, { directions, floors: observed, ceilings: observed });
}

/** Pearson correlation over the rows that have both figures; 0 where one of them does not vary. */
function correlation(first: Column, second: Column): number {
  const [firstMean, secondMean] = [meanWhereBoth(first, second), meanWhereBoth(second, first)];
  let both = 0;
  let firstSquares = 0;
  let secondSquares = 0;
  for (let r = 0; r < first.length; r++) {
    const x = first[r] - firstMean;
    const y = second[r] - secondMean;
    if (Number.isNaN(x + y)) continue;
    both += x * y;
    firstSquares += x * x;
    secondSquares += y * y;
  }
  const product = Math.sqrt(firstSquares) * Math.sqrt(secondSquares);
  if (product === 0) return 0;
  const correlated = both / product;
  return Math.abs(correlated) > 1 - ROUNDING ? Math.sign(correlated) : correlated;
}

function meanWhereBoth(column: Column, other: Column): number {
  let sum = 0;
  let count = 0;
  for (let r = 0; r < column.length; r++) {
    if (Number.isNaN(column[r] + other[r])) continue;
    sum += column[r];
    count++;
  }
  return sum / count;
}

function checkSeveralRows({ rowCount }: Matrix, method: string): void {
  if (rowCount < 2) throw new CalculationError("shape", `${method} compares accounts and needs at least two rows, received ${rowCount}`);
}
