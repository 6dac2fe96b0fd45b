import { CalculationError } from "../errors";
import type { Column } from "../numbers/matrix";
import { partitionDescending, pivotBetween } from "./bestFirst";
import { NO_TIER, type TierPlaces } from "./tierBounds";

/** Whether the account that crosses a share still belongs to the better class (`before`) or no longer (`after`). */
export const PARETO_BOUNDARIES = ["before", "after"] as const;
export type ParetoBoundary = (typeof PARETO_BOUNDARIES)[number];

/** 80 % of the value is class A, 95 % is A and B: the usual ABC analysis. */
export const DEFAULT_PARETO_SHARES: readonly number[] = [0.8, 0.95];

/** Sums of money are equal when they differ by less than this share of the total. */
const SHARE_TOLERANCE = 1e-9;

export function checkShares(shares: Float64Array): Float64Array {
  if (shares.length === 0) throw new CalculationError("shape", "shares: at least one is needed, but there is none");
  shares.forEach((share, place) => {
    if (Number.isNaN(share)) throw new CalculationError("outOfRange", `share ${place + 1} is blank; give a cumulative share such as 0.8`);
    if (!(share > 0 && share <= 1)) {
      throw new CalculationError("outOfRange", `share ${place + 1} is ${share}; shares must be above 0 and at most 1 (0.8 = 80 %)`);
    }
    if (place > 0 && share < shares[place - 1]) {
      throw new CalculationError("outOfRange", `share ${place + 1} is ${share}, below share ${place} (${shares[place - 1]}); shares are cumulative`);
    }
  });
  return shares;
}

/** The value at which a sum from the largest down reaches an amount, and the sum of all larger values. */
interface Crossing {
  readonly value: number;
  readonly sumAbove: number;
}

/** Where the sum of `positive`, taken from the largest down, first reaches `amount`; null when it never does. */
function findCrossing(positive: Float64Array, amount: number): Crossing | null {
  let low = 0;
  let high = positive.length;
  let sumAbove = 0;
  while (low < high) {
    const pivot = pivotBetween(positive, low, high);
    const { greaterEnd, equalEnd } = partitionDescending(positive, low, high, pivot);
    let sumGreater = sumAbove;
    for (let place = low; place < greaterEnd; place++) sumGreater += positive[place];
    const sumEqual = sumGreater + (equalEnd - greaterEnd) * pivot;
    if (sumGreater >= amount) {
      high = greaterEnd;
    } else if (sumEqual >= amount) {
      return { value: pivot, sumAbove: sumGreater };
    } else {
      low = equalEnd;
      sumAbove = sumEqual;
    }
  }
  return null;
}

/** The end of one class: values above `value` are in, and the first `tiesIn` of those equal to it, in row order. */
interface ClassEnd {
  readonly value: number;
  readonly tiesIn: number;
}

const EVERYTHING: ClassEnd = { value: 0, tiesIn: 0 };

function classEnd(positive: Float64Array, total: number, share: number, boundary: ParetoBoundary): ClassEnd {
  const slack = SHARE_TOLERANCE * total;
  if (boundary === "before") {
    // The group that reaches the share still starts below it, so it is in as a whole.
    const crossing = findCrossing(positive, Math.max(share * total - slack, Number.MIN_VALUE));
    return crossing === null ? EVERYTHING : { value: crossing.value, tiesIn: Infinity };
  }
  const crossing = findCrossing(positive, share * total + slack);
  if (crossing === null) return EVERYTHING;
  return { value: crossing.value, tiesIn: Math.floor((share * total + slack - crossing.sumAbove) / crossing.value) };
}

/**
 * ABC classes by cumulative share of the total, from the largest value down. With `before` an account belongs to the
 * first class whose share is not yet reached before it, so the largest is always in the first class and equal values
 * stay together. With `after` it belongs to the first class that still holds the cumulative share including it; equal
 * values are then taken in row order. Values of zero or less add nothing and take the last class.
 *
 * Finds the ends of the classes by selection instead of a sort: linear in the number of accounts.
 */
export function paretoTiers(values: Column, shares: Float64Array, boundary: ParetoBoundary): TierPlaces {
  checkShares(shares);
  const positive = new Float64Array(values.length);
  let count = 0;
  let total = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value > 0) {
      positive[count++] = value;
      total += value;
    }
  }
  const ends = Array.from(shares, (share) => classEnd(positive.subarray(0, count), total, share, boundary));
  return placesByEnds(values, ends);
}

function placesByEnds(values: Column, ends: readonly ClassEnd[]): TierPlaces {
  const last = ends.length;
  const bounds = Float64Array.from(ends, (end) => end.value);
  const tiesSeen = new Float64Array(last);
  const places = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row];
    if (value !== value) {
      places[row] = NO_TIER;
      continue;
    }
    let place = value > 0 ? 0 : last;
    while (place < last && value < bounds[place]) place++;
    if (place < last && value === bounds[place]) {
      const earlierTies = tiesSeen[place]++;
      while (place < last && value === bounds[place] && earlierTies >= ends[place].tiesIn) place++;
    }
    places[row] = place;
  }
  return places;
}
