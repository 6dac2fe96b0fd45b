import type { Direction } from "../core/scoring/scaling";
import { checkNonNegative } from "../core/scoring/weighting";
import { criticWeights, deviationWeights, entropyWeights } from "../core/weights/dataWeights";
import { consistencyRatio, pairwiseWeights } from "../core/weights/pairwise";
import { rankWeights } from "../core/weights/rankWeights";
import { sharesOf } from "../core/weights/sharesOf";
import { readDirections } from "./arguments/readFigures";
import { readMatrix } from "./arguments/readMatrix";
import { readWord } from "./arguments/readOption";
import { readVector } from "./arguments/readVector";
import { calculate } from "./results/excelError";
import { spillMatrix } from "./results/spill";

const METHODS = ["points", "centroid", "ranksum", "reciprocal", "ahp", "entropy", "critic", "deviation"] as const;
type Method = (typeof METHODS)[number];

/** @customenum {string} */
export enum WeightingMethod {
  /** Data are points of importance */
  points = "points",
  /** Data are importance ranks: rank order centroid */
  centroid = "centroid",
  /** Data are importance ranks: linear */
  ranksum = "ranksum",
  /** Data are importance ranks: 1 divided by the rank */
  reciprocal = "reciprocal",
  /** Data are pairwise comparisons */
  ahp = "ahp",
  /** Data are the accounts' figures: weight by entropy */
  entropy = "entropy",
  /** Data are the accounts' figures: weight by spread and conflict */
  critic = "critic",
  /** Data are the accounts' figures: weight by standard deviation */
  deviation = "deviation",
}

/**
 * Finds criteria weights from points, importance ranks, pairwise comparisons or the accounts' figures.
 * @customfunction WEIGHTS WEIGHTS
 * @helpurl https://localhost:3000/help/weights.html
 * @param data Points or ranks (a row or column), a square of pairwise comparisons, or figures (a column per criterion)
 * @param method What the data are: points, centroid, ranksum, reciprocal, ahp, entropy, critic or deviation
 * @param [directions] One per criterion, for critic and deviation: 1 or higher (default), -1 or lower is better
 * @returns The weights in a row; they add up to 1
 */
export function criteriaWeights(data: unknown[][], method: WeightingMethod, directions?: unknown[][]): unknown[][] {
  return calculate(() => {
    const weights = weightsBy(readWord(method, "method", METHODS), data, directions);
    return spillMatrix({ rowCount: 1, columnCount: weights.length, values: weights });
  });
}

function weightsBy(method: Method, data: unknown, directions: unknown): Float64Array {
  switch (method) {
    case "points": {
      const points = readVector(data, "data");
      checkNonNegative(points, "point value");
      return sharesOf(points, method);
    }
    case "centroid":
    case "ranksum":
    case "reciprocal":
      return rankWeights(readVector(data, "data"), method);
    case "ahp":
      return pairwiseWeights(readMatrix(data, "data"));
    case "entropy":
      return entropyWeights(readMatrix(data, "data"));
    case "critic":
    case "deviation": {
      const figures = readMatrix(data, "data");
      const turned: readonly Direction[] = readDirections(directions, figures.columnCount);
      return method === "critic" ? criticWeights(figures, turned) : deviationWeights(figures, turned);
    }
  }
}

/**
 * Measures how contradictory pairwise comparisons are (AHP consistency ratio); below 0.1 is commonly accepted.
 * @customfunction CONSISTENCY CONSISTENCY
 * @helpurl https://localhost:3000/help/consistency.html
 * @param pairwise Square of comparisons: how many times as important the row's criterion is as the column's
 * @returns The consistency ratio
 */
export function consistency(pairwise: unknown[][]): number {
  return calculate(() => consistencyRatio(readMatrix(pairwise, "pairwise")));
}
