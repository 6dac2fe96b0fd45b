import { CalculationError } from "../errors";
import type { Column } from "../numbers/matrix";
import { presentValues, smallestBetween, takeBest } from "./bestFirst";
import type { TierBounds } from "./tierBounds";

/** Shares such as 0.145 of 100 are 14.499999999999998 in doubles and must still round up. */
const ROUNDING_TOLERANCE = 1e-9;

/** Each quota must be a whole number of accounts, or a share below 1; zero keeps a tier empty. */
export function checkQuotas(quotas: Float64Array): Float64Array {
  if (quotas.length === 0) throw new CalculationError("shape", "quotas: at least one is needed, but there is none");
  quotas.forEach((quota, place) => {
    if (Number.isNaN(quota)) throw new CalculationError("outOfRange", `quota ${place + 1} is blank; give a number of accounts or a share below 1`);
    if (quota < 0) throw new CalculationError("outOfRange", `quota ${place + 1} is ${quota}; quotas cannot be negative`);
    if (quota > 1 && !Number.isInteger(quota)) {
      throw new CalculationError("outOfRange", `quota ${place + 1} is ${quota}; it must be a whole number of accounts or a share below 1`);
    }
  });
  return quotas;
}

/** How many accounts a quota allows: a share is of all scored accounts, rounded half up. */
export function quotaSize(quota: number, accountCount: number): number {
  return quota < 1 ? Math.floor(quota * accountCount + 0.5 + ROUNDING_TOLERANCE) : quota;
}

/**
 * The bounds that fill the tiers from the best score down, each with at most its quota; the last tier takes the rest.
 * A group of equal scores that does not fit goes down together, so no quota is ever exceeded.
 */
export function quotaBounds(scores: Column, quotas: Float64Array): TierBounds {
  checkQuotas(quotas);
  const ordered = presentValues(scores);
  let taken = 0;
  let bound = Infinity;
  return quotas.map((quota) => {
    const end = takeBest(ordered, taken, quotaSize(quota, ordered.length));
    bound = smallestBetween(ordered, taken, end, bound);
    taken = end;
    return bound;
  });
}
