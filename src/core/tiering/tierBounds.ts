import type { Column } from "../numbers/matrix";

/**
 * The lower bounds of all tiers but the last, best first and never rising. A score belongs to the first tier whose
 * bound it reaches; the last tier takes the rest. Every way of tiering but one ends in such bounds, so that equal
 * scores always share a tier. A tier nobody reaches repeats the bound before it, or is Infinity.
 */
export type TierBounds = Float64Array;

/** The tier of each account as a place in the list of tiers, 0 = best; `NO_TIER` for a blank score. */
export type TierPlaces = Int32Array;

export const NO_TIER = -1;

/** The first place whose bound the score reaches, or the last tier. */
export function tierOfScore(score: number, bounds: TierBounds): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (score >= bounds[middle]) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tier of every score; a score on a bound is in. */
export function tiersByBounds(scores: Column, bounds: TierBounds): TierPlaces {
  const places = new Int32Array(scores.length);
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row];
    places[row] = score === score ? tierOfScore(score, bounds) : NO_TIER;
  }
  return places;
}
