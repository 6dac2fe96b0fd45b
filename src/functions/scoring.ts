import { RowErrors } from "../core/rowErrors";
import { rate, RATE_METHODS } from "../core/scoring/rate";
import { readMatrix } from "./arguments/readMatrix";
import { readWord } from "./arguments/readOption";
import { readVector } from "./arguments/readVector";
import { calculate } from "./results/excelError";
import { spillMatrix } from "./results/spill";

/**
 * How a value between two breakpoints is rated.
 * @customenum {string}
 */
export enum RatingMethod {
  /** The points of the highest breakpoint that is not above the value */
  step = "step",
  /** Interpolated between the breakpoints, flat outside them */
  linear = "linear",
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
 */
export function rateValues(values: unknown[][], breakpoints: unknown[][], points: unknown[][], method?: RatingMethod): unknown[][] {
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
