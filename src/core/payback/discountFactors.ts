import { refusedFigure } from "../numbers/answerColumn";
import type { RowError } from "../rowErrors";
import { periodsEarlier, type Timing } from "./timing";

/** A rate of -100 % or less has no discount factor: the error to show, or null when the rate is usable. */
export function rateError(ratePerPeriod: number): RowError | null {
  return ratePerPeriod > -1 ? null : refusedFigure("rate", ratePerPeriod, "it must be above -1 (10 % is 0.1)");
}

/**
 * Present value of 1 in period t: (1 + rate)^-t, half a period sooner for `mid`, one sooner for `start`.
 * At 10 % the first benefit counts 0.909 at the end of its period and 1 at the start.
 */
export function discountFactor(ratePerPeriod: number, period: number, timing: Timing): number {
  return ratePerPeriod === 0 ? 1 : Math.pow(1 + ratePerPeriod, periodsEarlier(timing) - period);
}

/** Factors of periods 1 to `periodCount`; the factor of period t stands at t - 1. */
export function discountFactors(ratePerPeriod: number, periodCount: number, timing: Timing): Float64Array {
  const factors = new Float64Array(periodCount);
  for (let period = 1; period <= periodCount; period++) factors[period - 1] = discountFactor(ratePerPeriod, period, timing);
  return factors;
}
