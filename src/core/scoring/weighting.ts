import { CalculationError } from "../errors";

/** What a missing figure does to its account's score. */
export const MISSING_RULES = ["skip", "worst", "average", "error"] as const;
export type MissingRule = (typeof MISSING_RULES)[number];

/** How the criteria's shares become one score. */
export interface Weighting {
  /** Any non-negative numbers, not all zero; only their ratio counts. */
  readonly weights: Float64Array;
  readonly missing: MissingRule;
}

export function checkWeights(weights: Float64Array, criterionCount: number): void {
  if (weights.length !== criterionCount) {
    throw new CalculationError("shape", `weights has ${weights.length} value${weights.length === 1 ? "" : "s"}, values has ${criterionCount} column${criterionCount === 1 ? "" : "s"}: one weight per column`);
  }
  checkNonNegative(weights, "weight");
}

/** Numbers that are shared in proportion: all there, none negative, not all zero. `noun` is one of them in messages. */
export function checkNonNegative(numbers: Float64Array, noun: string): void {
  numbers.forEach((number, i) => {
    if (Number.isNaN(number)) throw new CalculationError("notANumber", `${noun} ${i + 1} is missing, enter 0 to leave it out`);
    if (number < 0) throw new CalculationError("outOfRange", `${noun} ${i + 1} is ${number}, it cannot be negative`);
  });
  if (!numbers.some((number) => number > 0)) throw new CalculationError("outOfRange", `every ${noun} is 0, at least one must be above 0`);
}
