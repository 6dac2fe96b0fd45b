import type { Matrix } from "../numbers/matrix";
import { minMax } from "./minMax";
import { percentile } from "./percentile";
import type { Scaling } from "./scaling";
import { zScoreShare } from "./zScore";

/**
 * Every figure on a scale from 0 (worst) to 1 (best), so that criteria in different units can be added. Missing stays
 * missing.
 *
 * @param target where the result goes; may be the values themselves, which saves a copy of a full sheet
 */
export function toShares(figures: Matrix, scaling: Scaling, target?: Float64Array): Matrix {
  switch (scaling.scale) {
    case "minmax":
      return minMax(figures, scaling, target);
    case "percentile":
      return percentile(figures, scaling.directions, target);
    case "zscore":
      return zScoreShare(figures, scaling.directions, target);
  }
}
