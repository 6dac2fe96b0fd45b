import { CalculationError } from "../errors";

export const RATE_METHODS = ["step", "linear"] as const;
export type RateMethod = (typeof RATE_METHODS)[number];

/**
 * A rubric: figures turned into points by ascending breakpoints, one number of points each.
 *
 * `step` gives the points of the highest breakpoint that is not above the value, and the first points below the first
 * breakpoint. `linear` interpolates between breakpoints and is flat outside them.
 * Example: breakpoints 0, 10, 20 with points 1, 3, 5 rate 15 as 3 by step and as 4 linearly.
 */
export interface Rubric {
  readonly breakpoints: Float64Array;
  readonly points: Float64Array;
  readonly method: RateMethod;
}

export function checkRubric({ breakpoints, points }: Rubric): void {
  if (points.length !== breakpoints.length) {
    throw new CalculationError("shape", `points has ${points.length} values, breakpoints has ${breakpoints.length}: one number of points per breakpoint`);
  }
  breakpoints.forEach((breakpoint, i) => {
    if (!Number.isFinite(breakpoint)) throw new CalculationError("notANumber", `breakpoint ${i + 1} is missing`);
    if (!Number.isFinite(points[i])) throw new CalculationError("notANumber", `points ${i + 1} is missing`);
    if (i > 0 && breakpoint <= breakpoints[i - 1]) {
      throw new CalculationError("outOfRange", `breakpoint ${i + 1} is ${breakpoint}, not above breakpoint ${i}, which is ${breakpoints[i - 1]}`);
    }
  });
}

/** The points of every value, NaN for a missing one. */
export function rate(values: Float64Array, rubric: Rubric): Float64Array {
  checkRubric(rubric);
  return values.map((value) => (Number.isNaN(value) ? NaN : pointsOf(value, rubric)));
}

function pointsOf(value: number, { breakpoints, points, method }: Rubric): number {
  const above = countNotAbove(breakpoints, value);
  if (above === 0) return points[0];
  const below = above - 1;
  if (method === "step" || above === breakpoints.length) return points[below];
  const share = (value - breakpoints[below]) / (breakpoints[above] - breakpoints[below]);
  return points[below] + share * (points[above] - points[below]);
}

/** How many of the ascending numbers are not above the value. */
function countNotAbove(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
