import { CalculationError } from "../errors";
import type { Column } from "../numbers/matrix";
import { NO_TIER, tierOfScore, tiersByBounds, type TierBounds, type TierPlaces } from "./tierBounds";

/**
 * A score that shows the cut-off in 15 digits is on it: a weighted mean of exactly 50 may come out of double precision as
 * 49.99999999999999, and Excel would still show 50.
 */
const CUTOFF_TOLERANCE = 1e-14;

/** Cut-offs given in any order, as bounds from the best tier down, each less the rounding of double precision. */
export function boundsFromCutoffs(cutoffs: Float64Array): TierBounds {
  if (cutoffs.length === 0) throw new CalculationError("shape", "cutoffs: at least one is needed, but there is none");
  cutoffs.forEach((cutoff, place) => {
    if (Number.isNaN(cutoff)) throw new CalculationError("outOfRange", `cutoff ${place + 1} is blank; give the lowest score of the tier`);
  });
  return cutoffs.map(lessRounding).sort().reverse();
}

function lessRounding(cutoff: number): number {
  return cutoff - Math.abs(cutoff) * CUTOFF_TOLERANCE;
}

/** The tier each account had before and how far past a cut-off a score must be to change it. */
export interface Hysteresis {
  /** 0-based place per account; `NO_TIER` when there was none. */
  readonly previous: TierPlaces;
  /** In score points, zero or more. */
  readonly buffer: number;
}

export function checkBuffer(buffer: number): number {
  if (!(buffer >= 0)) throw new CalculationError("outOfRange", `buffer is ${buffer}; it must be zero or more score points`);
  return buffer;
}

/**
 * The tier of each account by fixed cut-offs. With a hysteresis an account moves up only at cut-off + buffer or above
 * and down only below cut-off - buffer: the previous tier stands as long as it lies between the tier that the raised
 * cut-offs give and the one that the lowered cut-offs give. So an account that jumps over two cut-offs but clears only
 * the first by the buffer moves one tier.
 */
export function cutoffTiers(scores: Column, bounds: TierBounds, hysteresis: Hysteresis | null): TierPlaces {
  if (hysteresis === null || hysteresis.buffer === 0) return tiersByBounds(scores, bounds);
  const raised = bounds.map((bound) => bound + hysteresis.buffer);
  const lowered = bounds.map((bound) => bound - hysteresis.buffer);
  const places = new Int32Array(scores.length);
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row];
    const before = hysteresis.previous[row];
    if (Number.isNaN(score)) places[row] = NO_TIER;
    else if (before === NO_TIER) places[row] = tierOfScore(score, bounds);
    else places[row] = Math.min(Math.max(before, tierOfScore(score, lowered)), tierOfScore(score, raised));
  }
  return places;
}
