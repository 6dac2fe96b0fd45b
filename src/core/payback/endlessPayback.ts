import { ZERO_SHARE, type Payback } from "./payback";
import { discountFactor } from "./discountFactors";
import { periodsEarlier, type Timing } from "./timing";

/**
 * Payback of an outlay now from the same benefit in every period without end, linear within the period.
 *
 * Undiscounted it is outlay / benefit. Discounted, n whole periods are worth
 * benefit × (1 + r)^early × (1 - (1 + r)^-n) / r, with early = 0, 0.5 or 1 by timing; that solved for n gives the whole
 * periods, the rest is a share of the next one: 100 against 20 at 10 % is 7 + 2.6316 / 9.3301 = 7.2821.
 * The sum of all periods is benefit × (1 + r)^early / r; an outlay that reaches this bound is never paid back.
 *
 * @param investment outlay now, zero or positive
 * @param benefit benefit of each period
 * @param ratePerPeriod above -1
 */
export function endlessPayback(investment: number, benefit: number, ratePerPeriod: number, timing: Timing): Payback {
  if (Number.isNaN(benefit)) return investment === 0 ? { kind: "paid", periods: 0 } : { kind: "noBenefits" };
  if (investment === 0 && benefit >= 0) return { kind: "paid", periods: 0 };
  if (benefit < 0) return { kind: "losesWithoutEnd", lossPerPeriod: -benefit };
  if (benefit === 0) return { kind: "neverWithoutEnd", shortfall: investment };
  if (ratePerPeriod === 0) return paidAfter(investment / benefit);

  const worth = benefit * Math.pow(1 + ratePerPeriod, periodsEarlier(timing));
  const shareOfBound = (investment / worth) * ratePerPeriod;
  if (shareOfBound >= 1 - ZERO_SHARE) return { kind: "neverWithoutEnd", shortfall: Math.max(0, investment - worth / ratePerPeriod) };

  // log1p and expm1 keep their digits where the rate is close to zero.
  const growth = Math.log1p(ratePerPeriod);
  const wholePeriods = Math.floor(-Math.log1p(-shareOfBound) / growth);
  const earned = (worth * -Math.expm1(-wholePeriods * growth)) / ratePerPeriod;
  const next = benefit * discountFactor(ratePerPeriod, wholePeriods + 1, timing);
  return paidAfter(wholePeriods + Math.min(1, Math.max(0, (investment - earned) / next)));
}

function paidAfter(periods: number): Payback {
  return Number.isFinite(periods) ? { kind: "paid", periods } : { kind: "tooLarge" };
}
