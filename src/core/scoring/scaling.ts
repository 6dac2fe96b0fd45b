import { CalculationError } from "../errors";

/** 1 = higher is better, -1 = lower is better. */
export type Direction = 1 | -1;

/** Scales that make every criterion comparable between 0 (worst) and 1 (best). */
export const SCALES = ["minmax", "percentile", "zscore"] as const;
export type Scale = (typeof SCALES)[number];

/** How figures in different units become comparable. One entry per criterion. */
export interface Scaling {
  readonly scale: Scale;
  readonly directions: readonly Direction[];
  /** Value that counts 0 with `minmax` (1 when lower is better); NaN = the smallest present value. */
  readonly floors: Float64Array;
  /** Value that counts 1 with `minmax` (0 when lower is better); NaN = the largest present value. */
  readonly ceilings: Float64Array;
}

/** Fixed anchors must leave a range between them. */
export function checkAnchors({ floors, ceilings }: Pick<Scaling, "floors" | "ceilings">): void {
  floors.forEach((floor, c) => {
    if (floor >= ceilings[c]) {
      throw new CalculationError("outOfRange", `floor ${c + 1} is ${floor}, it must be below ceiling ${c + 1}, which is ${ceilings[c]}`);
    }
  });
}
