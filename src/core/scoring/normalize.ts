import type { Matrix } from "../numbers/matrix";
import type { RowErrors } from "../rowErrors";
import { minMax } from "./minMax";
import { percentile } from "./percentile";
import { proportional, type ProportionalScale } from "./proportional";
import type { Scale, Scaling } from "./scaling";
import { zScore } from "./zScore";

/** The scales of `toShares` and those that keep ratios; `zscore` stays in deviations here instead of becoming a share. */
export const NORMALIZATIONS = ["minmax", "percentile", "zscore", "max", "sum", "vector"] as const;
export type Normalization = Scale | ProportionalScale;

/** The figures on the chosen scale, each criterion by itself; missing stays missing. */
export function normalize(figures: Matrix, normalization: Normalization, scaling: Omit<Scaling, "scale">, errors: RowErrors): Matrix {
  switch (normalization) {
    case "minmax":
      return minMax(figures, scaling);
    case "percentile":
      return percentile(figures, scaling.directions);
    case "zscore":
      return zScore(figures, scaling.directions);
    default:
      return proportional(figures, normalization, scaling.directions, errors);
  }
}
