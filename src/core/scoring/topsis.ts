import { columnExtremes } from "../numbers/columnExtremes";
import type { Column, Matrix } from "../numbers/matrix";
import type { RowErrors } from "../rowErrors";
import { minMax } from "./minMax";
import { vectorLengths } from "./proportional";
import type { Direction } from "./scaling";
import { checkWeights } from "./weighting";

export const TOPSIS_NORMALIZATIONS = ["vector", "minmax", "none"] as const;
export type TopsisNormalization = (typeof TOPSIS_NORMALIZATIONS)[number];

/**
 * Closeness to the ideal account, 0..1: d⁻ / (d⁺ + d⁻), with the Euclidean distances to the best (d⁺) and worst (d⁻)
 * weighted value of every criterion. Method: Hwang & Yoon, Multiple Attribute Decision Making, 1981.
 *
 * `vector` divides each criterion by √Σx² first, `minmax` scales it to 0..1 with 1 the best, `none` takes it as it is.
 * A criterion an account has no value for is left out of both its distances; an account without any value in a
 * criterion that has weight has no answer. Where best and worst are the same for every criterion: 0.5.
 */
export function topsis(
  figures: Matrix,
  weights: Float64Array,
  directions: readonly Direction[],
  normalization: TopsisNormalization,
  errors: RowErrors,
): Column {
  checkWeights(weights, figures.columnCount);
  const turned = normalization === "minmax";
  const scaled = turned ? minMax(figures, observedScale(directions)) : figures;
  const factors = weightFactors(scaled, weights, normalization);
  const { lowest, highest } = columnExtremes(scaled);
  const best = lowest.map((low, c) => (turned || directions[c] === 1 ? highest[c] : low));
  const worst = lowest.map((low, c) => (turned || directions[c] === 1 ? low : highest[c]));

  const { rowCount, columnCount, values } = scaled;
  const closeness = new Float64Array(rowCount);
  for (let r = 0, i = 0; r < rowCount; r++) {
    let toBest = 0;
    let toWorst = 0;
    let weight = 0;
    for (let c = 0; c < columnCount; c++, i++) {
      const value = values[i];
      if (Number.isNaN(value)) continue;
      const fromBest = factors[c] * (value - best[c]);
      const fromWorst = factors[c] * (value - worst[c]);
      toBest += fromBest * fromBest;
      toWorst += fromWorst * fromWorst;
      weight += weights[c];
    }
    closeness[r] = weight > 0 ? share(Math.sqrt(toWorst), Math.sqrt(toBest)) : NaN;
    if (weight === 0) errors.add(r, "noAnswer", "this account has no value in a criterion that has weight");
  }
  return closeness;
}

function share(toWorst: number, toBest: number): number {
  return toWorst + toBest === 0 ? 0.5 : toWorst / (toWorst + toBest);
}

function observedScale(directions: readonly Direction[]) {
  const none = new Float64Array(directions.length).fill(NaN);
  return { directions, floors: none, ceilings: none };
}

/** What a difference in each criterion is multiplied by: its weight over its length. Weights are shares of the largest, so that only their ratio counts. */
function weightFactors(figures: Matrix, weights: Float64Array, normalization: TopsisNormalization): Float64Array {
  const largest = Math.max(...weights);
  const lengths = normalization === "vector" ? vectorLengths(figures) : null;
  return weights.map((weight, c) => weight / largest / (lengths?.[c] || 1));
}
