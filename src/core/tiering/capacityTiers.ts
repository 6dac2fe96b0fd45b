import { CalculationError } from "../errors";
import type { Column } from "../numbers/matrix";
import { presentValues, smallestBetween, takeBest } from "./bestFirst";
import { boundsFromCutoffs } from "./cutoffTiers";
import type { TierBounds } from "./tierBounds";

/** Hours such as 0.1 do not add up exactly in doubles; this share of the capacity never counts as too much. */
const HOURS_TOLERANCE = 1e-9;

/** What the team promises and has. */
export interface Capacity {
  /** Promised hours per account and year of each tier, best first. */
  readonly hours: Float64Array;
  /** Hours the team has per year. */
  readonly available: number;
  /** The lowest score eligible for each tier but the last, best first; null when every score is. */
  readonly eligibility: TierBounds | null;
}

export function checkHours(hours: Float64Array): Float64Array {
  if (hours.length === 0) throw new CalculationError("shape", "hours: at least one tier is needed, but there is none");
  hours.forEach((value, place) => {
    if (Number.isNaN(value)) throw new CalculationError("outOfRange", `hours ${place + 1} is blank; give the hours per account and year of that tier`);
    if (value < 0) throw new CalculationError("outOfRange", `hours ${place + 1} is ${value}; hours cannot be negative`);
    if (place > 0 && value > hours[place - 1]) {
      throw new CalculationError(
        "outOfRange",
        `hours ${place + 1} is ${value}, more than hours ${place} (${hours[place - 1]}); list the tiers best first, with falling hours`,
      );
    }
  });
  return hours;
}

export function checkCapacity(available: number): number {
  if (Number.isNaN(available)) throw new CalculationError("outOfRange", "capacity is blank; give the hours the team has");
  if (available < 0) throw new CalculationError("outOfRange", `capacity is ${available}; hours cannot be negative`);
  return available;
}

/** Cut-offs that say who is eligible for each tier but the last. */
export function eligibilityBounds(cutoffs: Float64Array, tierCount: number): TierBounds {
  if (cutoffs.length !== tierCount - 1) {
    throw new CalculationError(
      "shape",
      `cutoffs: ${tierCount} tiers need ${tierCount - 1} cutoffs, one for every tier but the last, but there are ${cutoffs.length}`,
    );
  }
  return cutoffs.length === 0 ? cutoffs : boundsFromCutoffs(cutoffs);
}

/**
 * The bounds that spend the team's hours from the best score down: the most accounts in the first tier such that all
 * others can still have the last tier's hours, then the second tier from what is left, and so on. Equal scores are
 * never split; a group that does not fit goes down together.
 */
export function capacityBounds(scores: Column, { hours, available, eligibility }: Capacity): TierBounds {
  checkHours(hours);
  checkCapacity(available);
  const ordered = presentValues(scores);
  const tolerance = available * HOURS_TOLERANCE;
  const lastHours = hours[hours.length - 1];
  const leastNeeded = lastHours * ordered.length;
  if (leastNeeded > available + tolerance) {
    const short = Number((leastNeeded - available).toPrecision(12));
    throw new CalculationError(
      "noAnswer",
      `short by ${short} hours: ${ordered.length} accounts at ${lastHours} hours of the last tier need ${Number(leastNeeded.toPrecision(12))}, capacity is ${available}`,
    );
  }
  let left = available - leastNeeded;
  let taken = 0;
  let bound = Infinity;
  return hours.slice(0, -1).map((tierHours, tier) => {
    const extra = tierHours - lastHours;
    const affordable = extra > 0 ? Math.floor((left + tolerance) / extra) : ordered.length - taken;
    const threshold = eligibility === null ? -Infinity : eligibility[tier];
    const end = takeBest(ordered, taken, Math.min(affordable, countAtLeast(ordered, taken, threshold)));
    left = Math.max(0, left - (end - taken) * extra);
    bound = smallestBetween(ordered, taken, end, bound);
    taken = end;
    return bound;
  });
}

function countAtLeast(values: Float64Array, from: number, threshold: number): number {
  let count = 0;
  for (let place = from; place < values.length; place++) if (values[place] >= threshold) count++;
  return count;
}
