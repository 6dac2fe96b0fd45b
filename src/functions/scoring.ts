import { RowErrors } from "../core/rowErrors";
import { normalize, NORMALIZATIONS } from "../core/scoring/normalize";
import { rank, TIE_RULES } from "../core/scoring/rank";
import { rate, RATE_METHODS } from "../core/scoring/rate";
import { contributions, score } from "../core/scoring/score";
import { toShares } from "../core/scoring/toShares";
import { topsis, TOPSIS_NORMALIZATIONS } from "../core/scoring/topsis";
import { MISSING_RULES } from "../core/scoring/weighting";
import { readAnchors, readDirections, readFigures } from "./arguments/readFigures";
import { readColumn } from "./arguments/readColumns";
import { readMatrix } from "./arguments/readMatrix";
import { readWord } from "./arguments/readOption";
import { readVector } from "./arguments/readVector";
import { calculate } from "./results/excelError";
import { spillMatrix, spillNumbers } from "./results/spill";

/** @customenum {string} */
export enum ScoreScale {
  /** From the smallest to the largest value, or from floor to ceiling (default) */
  minmax = "minmax",
  /** By rank among the accounts */
  percentile = "percentile",
  /** By distance from the mean, as a normal probability */
  zscore = "zscore",
}

/** @customenum {string} */
export enum MissingValues {
  /** The account's other weights are rescaled (default) */
  skip = "skip",
  /** Counts 0 */
  worst = "worst",
  /** Counts the criterion's average */
  average = "average",
  /** The account gets an error */
  error = "error",
}

/** @customenum {string} */
export enum NormalizationScale {
  /** From the smallest (0) to the largest value (1), or from floor to ceiling (default) */
  minmax = "minmax",
  /** By rank, 0 to 1 */
  percentile = "percentile",
  /** Standard deviations from the mean */
  zscore = "zscore",
  /** Share of the largest value */
  max = "max",
  /** Share of the total */
  sum = "sum",
  /** Divided by the root of the sum of squares */
  vector = "vector",
}

/** @customenum {string} */
export enum TopsisScale {
  /** Divided by the root of the sum of squares (default) */
  vector = "vector",
  /** From the smallest (0) to the largest value (1) */
  minmax = "minmax",
  /** Values as they are */
  none = "none",
}

/** @customenum {string} */
export enum RatingMethod {
  /** The points of the highest breakpoint that is not above the value (default) */
  step = "step",
  /** Interpolated between the breakpoints, flat outside them */
  linear = "linear",
}

/** @customenum {string} */
export enum Ties {
  /** Equal scores share the better rank: 1 2 2 4 (default) */
  competition = "competition",
  /** No rank is left out: 1 2 2 3 */
  dense = "dense",
  /** Equal scores share the mean rank: 1 2.5 2.5 4 */
  average = "average",
}

/**
 * Scores accounts from 0 to 100: the weighted mean of their criteria, each brought to a common scale.
 * @customfunction SCORE SCORE
 * @helpurl https://localhost:3000/help/score.html
 * @param values Figures, one row per account and one column per criterion
 * @param weights One weight per criterion; only their ratio counts
 * @param [directions] One per criterion: 1 or higher (default), -1 or lower is better
 * @param [scale] How figures become comparable: minmax (default), percentile or zscore
 * @param [missing] What a missing figure does: skip (default), worst, average or error
 * @param [floors] Value of each criterion that counts 0 with minmax; blank = the smallest
 * @param [ceilings] Value of each criterion that counts 1 with minmax; blank = the largest
 * @returns The score of each account
 * @remarks Each criterion is brought to 0..1 and, where lower is better, turned round; the weighted mean times 100 is the score.
 *   With fixed floors and ceilings an account's score does not depend on the others and stays comparable over time; figures
 *   beyond them count as 0 or 1. A criterion on which all accounts are equal counts 0.5.
 * @example =KAM.SCORE({10,2;20,4;30,3}, {3,1}) → {0;62.5;87.5}
 *   Second account: (3 × 0.5 + 1 × 1) / 4.
 * @example =KAM.SCORE({60,10}, {2,1}, {1,-1}, "minmax", "skip", {0,0}, {100,40}) → 65
 *   60 of 100 and 10 of 40 days late, less is better: (2 × 0.6 + 1 × 0.75) / 3.
 * @throws #N/A The account has no figure at all, or a missing one with missing set to error. Enter a figure.
 * @throws #VALUE! A weight is negative, all are zero, their number is not that of the columns, or a floor is not below its ceiling.
 * @see Weighted sum model: Fishburn, Additive Utilities with Incomplete Product Sets (1967).
 */
export function scoreAccounts(
  values: unknown[][],
  weights: unknown[][],
  directions?: unknown[][],
  scale?: ScoreScale,
  missing?: MissingValues,
  floors?: unknown[][],
  ceilings?: unknown[][],
): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const { figures, scaling } = readFigures({ values, directions, scale, floors, ceilings }, errors);
    const weighting = { weights: readVector(weights, "weights"), missing: readWord(missing, "missing", MISSING_RULES, "skip") };
    // The figures were read for this call only, so their shares may take their place.
    const shares = toShares(figures, scaling, figures.values);
    return spillNumbers(score(shares, weighting, errors), errors);
  });
}

/**
 * Shows the points that each criterion adds to an account's score; a row adds up to SCORE.
 * @customfunction CONTRIBUTIONS CONTRIBUTIONS
 * @helpurl https://localhost:3000/help/contributions.html
 * @param values Figures, one row per account and one column per criterion
 * @param weights One weight per criterion; only their ratio counts
 * @param [directions] One per criterion: 1 or higher (default), -1 or lower is better
 * @param [scale] How figures become comparable: minmax (default), percentile or zscore
 * @param [missing] What a missing figure does: skip (default), worst, average or error
 * @param [floors] Value of each criterion that counts 0 with minmax; blank = the smallest
 * @param [ceilings] Value of each criterion that counts 1 with minmax; blank = the largest
 * @returns The points, one row per account and one column per criterion
 * @remarks A criterion skipped for an account shows blank; the account's other weights are rescaled.
 * @example =KAM.CONTRIBUTIONS({10,2;20,4;30,3}, {3,1}) → {0,0;37.5,25;75,12.5}
 *   The second row adds up to 62.5, the account's score.
 * @throws #N/A The account has no figure at all, or a missing one with missing set to error. Enter a figure.
 * @throws #VALUE! A weight is negative, all are zero, their number is not that of the columns, or a floor is not below its ceiling.
 * @see As for KAM.SCORE.
 */
export function scoreContributions(
  values: unknown[][],
  weights: unknown[][],
  directions?: unknown[][],
  scale?: ScoreScale,
  missing?: MissingValues,
  floors?: unknown[][],
  ceilings?: unknown[][],
): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const { figures, scaling } = readFigures({ values, directions, scale, floors, ceilings }, errors);
    const weighting = { weights: readVector(weights, "weights"), missing: readWord(missing, "missing", MISSING_RULES, "skip") };
    const shares = toShares(figures, scaling, figures.values);
    return spillMatrix(contributions(shares, weighting, errors), errors);
  });
}

/**
 * Brings figures in different units to a common scale, each criterion by itself.
 * @customfunction NORMALIZE NORMALIZE
 * @helpurl https://localhost:3000/help/normalize.html
 * @param values Figures, one row per account and one column per criterion
 * @param [directions] One per criterion: 1 or higher (default), -1 or lower is better
 * @param [scale] The common scale: minmax (default), percentile, zscore, max, sum or vector
 * @param [floors] Value of each criterion that becomes 0 with minmax; blank = the smallest
 * @param [ceilings] Value of each criterion that becomes 1 with minmax; blank = the largest
 * @returns The scaled figures, in the shape of the values
 * @remarks Where lower is better, minmax, percentile, max and vector give 1 minus the value, sum takes the shares of 1 / x, and
 *   zscore changes its sign. Blank stays blank.
 * @example =KAM.NORMALIZE({10,2;20,4;30,3}) → {0,0;0.5,1;1,0.5}
 * @example =KAM.NORMALIZE({1,2,3;4,5,6}, , "max") → {0.25,0.4,0.5;1,1,1}
 * @throws #VALUE! A floor is not below its ceiling, or the figures do not allow the scale, such as sum with a total of zero.
 * @see Hwang and Yoon, Multiple Attribute Decision Making (1981), chapter on normalisation.
 */
export function normalizeFigures(
  values: unknown[][],
  directions?: unknown[][],
  scale?: NormalizationScale,
  floors?: unknown[][],
  ceilings?: unknown[][],
): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const figures = readMatrix(values, "values", errors);
    const scaling = {
      directions: readDirections(directions, figures.columnCount),
      floors: readAnchors(floors, "floors", figures.columnCount),
      ceilings: readAnchors(ceilings, "ceilings", figures.columnCount),
    };
    return spillMatrix(normalize(figures, readWord(scale, "scale", NORMALIZATIONS, "minmax"), scaling, errors), errors);
  });
}

/**
 * Scores accounts by TOPSIS: closeness to the ideal account, from 0 (worst in everything) to 1 (best in everything).
 * @customfunction TOPSIS TOPSIS
 * @helpurl https://localhost:3000/help/topsis.html
 * @param values Figures, one row per account and one column per criterion
 * @param weights One weight per criterion; only their ratio counts
 * @param [directions] One per criterion: 1 or higher (default), -1 or lower is better
 * @param [normalization] The common scale: vector (default), minmax or none
 * @returns The closeness of each account
 * @remarks The ideal account has the best, the anti-ideal the worst figure of every criterion; the answer is the distance to the
 *   anti-ideal as a share of both distances.
 * @example =KAM.TOPSIS({5,8,4;7,6,8;8,8,6;7,4,6}, {0.3,0.4,0.3}) → {0.5037;0.6581;0.7482;0.334}
 * @throws #N/A A figure of the account is missing. Enter it.
 * @throws #VALUE! A weight is negative, all are zero, or their number is not that of the columns.
 * @see Hwang and Yoon, Multiple Attribute Decision Making (1981); the example is from Tzeng and Huang (2011).
 */
export function topsisCloseness(
  values: unknown[][],
  weights: unknown[][],
  directions?: unknown[][],
  normalization?: TopsisScale,
): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const figures = readMatrix(values, "values", errors);
    const closeness = topsis(
      figures,
      readVector(weights, "weights"),
      readDirections(directions, figures.columnCount),
      readWord(normalization, "normalization", TOPSIS_NORMALIZATIONS, "vector"),
      errors,
    );
    return spillNumbers(closeness, errors);
  });
}

/**
 * Turns figures into rubric points, such as 1 to 5, by ascending breakpoints.
 * @customfunction RATE RATE
 * @helpurl https://localhost:3000/help/rate.html
 * @param values Figures to rate, one row per account
 * @param breakpoints Lower bounds in ascending order, as a row or a column
 * @param points Points of each breakpoint
 * @param [method] How to rate between breakpoints: step (default) or linear
 * @returns The points, in the shape of the values
 * @remarks step gives the points of the highest breakpoint not above the figure, and the first points below the first
 *   breakpoint. Blank stays blank.
 * @example =KAM.RATE({0.5;12;30}, {0,10,20,30}, {1,2,3,4}) → {1;2;4}
 * @example =KAM.RATE(15, {10,20}, {1,2}, "linear") → 1.5
 * @throws #VALUE! The breakpoints do not ascend, or there is not one number of points for each.
 * @see Anchored rating scales, any textbook of survey design.
 */
export function rateFigures(values: unknown[][], breakpoints: unknown[][], points: unknown[][], method?: RatingMethod): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const figures = readMatrix(values, "values", errors);
    const rubric = {
      breakpoints: readVector(breakpoints, "breakpoints"),
      points: readVector(points, "points"),
      method: readWord(method, "method", RATE_METHODS, "step"),
    };
    return spillMatrix({ ...figures, values: rate(figures.values, rubric) }, errors);
  });
}

/**
 * Ranks scores, 1 for the highest; blank scores stay blank.
 * @customfunction RANK RANK
 * @helpurl https://localhost:3000/help/rank.html
 * @param scores One score per account
 * @param [ties] Rank of equal scores: competition (default), dense or average
 * @returns The rank of each account
 * @remarks A blank score stays blank and does not count.
 * @example =KAM.RANK({80;95;80;60}) → {2;1;2;4}
 * @example =KAM.RANK({80;95;80;60}, "average") → {2.5;1;2.5;4}
 * @throws #VALUE! A score is not a number; the error stands in its own row.
 * @see Standard competition, dense and fractional ranking.
 */
export function rankScores(scores: unknown[][], ties?: Ties): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const column = readColumn(scores, "scores", errors);
    return spillNumbers(rank(column, readWord(ties, "ties", TIE_RULES, "competition")), errors);
  });
}
