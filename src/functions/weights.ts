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
 * @remarks points divides by the total. centroid, ranksum and reciprocal take importance ranks, 1 for the most important; equal
 *   ranks share the average place. ahp takes a square of pairwise comparisons. entropy, critic and deviation take the accounts'
 *   figures and give more weight to criteria that tell the accounts apart.
 * @example =KAM.WEIGHTS({5,3,2}, "points") → {0.5,0.3,0.2}
 * @example =KAM.WEIGHTS({1,2,3}, "centroid") → {0.6111,0.2778,0.1111}
 *   (1 + 1/2 + 1/3) / 3, (1/2 + 1/3) / 3, (1/3) / 3.
 * @throws #VALUE! The data do not fit the method, such as a negative point, a comparison without its reciprocal, or a missing rank.
 * @see Saaty, The Analytic Hierarchy Process (1980); Barron and Barrett (1996) for rank weights; Diakoulaki and others (1995)
 *   for critic; Shannon's entropy as in Hwang and Yoon (1981).
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
 * @remarks (largest eigenvalue - n) / (n - 1), divided by Saaty's random index 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49,
 *   1.51, 1.48, 1.56, 1.57, 1.59 for 1 to 15 criteria. One or two criteria are always consistent: 0.
 * @example =KAM.CONSISTENCY({1,2,4;0.5,1,2;0.25,0.5,1}) → 0
 *   Twice twice as important is four times as important: no contradiction.
 * @throws #VALUE! The comparisons are not square, positive and reciprocal within 1 %, or there are more than 15 criteria.
 * @see Saaty, The Analytic Hierarchy Process (1980).
 */
export function consistency(pairwise: unknown[][]): number {
  return calculate(() => consistencyRatio(readMatrix(pairwise, "pairwise")));
}
