import { CalculationError } from "../errors";
import type { Column, Matrix } from "../numbers/matrix";
import type { RowErrors } from "../rowErrors";
import { score, standInsFor } from "../scoring/score";
import type { Weighting } from "../scoring/weighting";
import type { StabilityJob } from "./stabilityDraws";
import { contestedTests } from "./stabilityTests";
import { tiersByBounds, type TierBounds } from "./tierBounds";

export const DEFAULT_SPREAD = 0.2;
export const DEFAULT_DRAWS = 1000;
export const DEFAULT_SEED = 1;

/** A share of 100,000 draws is already exact to 0.2 percentage points; more only costs time. */
const MOST_DRAWS = 100_000;

/** How the weights are shaken. */
export interface Shaking {
  /** Every weight is multiplied by its own uniform factor between 1 - spread and 1 + spread. */
  readonly spread: number;
  readonly drawCount: number;
  /** The same seed gives the same draws. */
  readonly seed: number;
}

export function checkShaking({ spread, drawCount, seed }: Shaking): void {
  if (!(spread >= 0 && spread <= 1)) {
    throw new CalculationError("outOfRange", `spread is ${spread}; it must be from 0 to 1 (0.2 = each weight 20 % up or down)`);
  }
  if (!Number.isInteger(drawCount) || drawCount < 1 || drawCount > MOST_DRAWS) {
    throw new CalculationError("outOfRange", `draws is ${drawCount}; it must be a whole number from 1 to ${MOST_DRAWS}`);
  }
  if (!Number.isInteger(seed) || Math.abs(seed) > 0x7fffffff) {
    throw new CalculationError("outOfRange", `seed is ${seed}; it must be a whole number from -2147483647 to 2147483647`);
  }
}

/**
 * The simulation that tells in what share of draws each account keeps its tier. Accounts without a score are left out
 * and get their row's error.
 *
 * @param shares criteria values 0..1; their scale does not depend on the weights, so it is the same in every draw
 * @param bounds tier bounds in scores of 0 to 100
 */
export function stabilityJob(shares: Matrix, weighting: Weighting, bounds: TierBounds, shaking: Shaking, errors: RowErrors): StabilityJob {
  checkShaking(shaking);
  const scores = score(shares, weighting, errors);
  const total = weighting.weights.reduce((sum, weight) => sum + weight, 0);
  const weights = weighting.weights.map((weight) => weight / total);
  const places = tiersByBounds(scores, bounds);
  const counted = withStandIns(shares, standInsFor(shares, weighting.missing));
  return { tests: contestedTests(counted, weights, bounds.map((bound) => bound / 100), places, shaking.spread), weights, ...shaking };
}

/** The shares as they are scored: what stands in for a missing one filled in, NaN where the criterion is skipped. */
function withStandIns({ rowCount, columnCount, values }: Matrix, standIns: Column): Matrix {
  const counted = Float64Array.from(values);
  for (let place = 0; place < counted.length; place++) {
    if (Number.isNaN(counted[place])) counted[place] = standIns[place % columnCount];
  }
  return { rowCount, columnCount, values: counted };
}
