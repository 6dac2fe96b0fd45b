import { isShort, type Payback } from "./payback";

/** What a walk through the periods leaves besides its answer, for saying why there is no payback. */
export interface WalkEnd {
  /** Result after the last period with a figure; NaN or infinite where there is no sum. */
  cumulative: number;
  /** Where the cumulative result first was above zero or turned to it; NaN when it never did. */
  firstPaidAfter: number;
  /** Periods in the row up to the last figure. */
  periodCount: number;
}

/**
 * Payback of an outlay now from the benefits of a row of periods, each multiplied by its discount factor.
 *
 * The cumulative result starts at minus the outlay. The payback lies where it turns to zero or above for the last time,
 * linear within that period: 50 against 10, 13, 16, 19 stands at -11 after three periods, so 3 + 11 / 19 = 3.58.
 * Losses after an early recovery therefore move the payback to the later turn, or leave none. An outlay of 0 is paid at
 * once unless later losses undo it. Blank (NaN) periods at the end shorten the row; a blank before a figure is unknown.
 *
 * @param investment outlay now, zero or positive
 * @param benefits the account's periods
 * @param factors discount factors, at least one for each period
 * @param end receives where the walk ended; handed in so that a million rows share one
 * @returns the payback in periods, NaN when there is none: {@link paybackAt} then says why
 */
export function seriesPeriods(
  investment: number,
  benefits: Float64Array,
  factors: Float64Array,
  end: WalkEnd,
): number {
  let periodCount = benefits.length;
  while (periodCount > 0 && Number.isNaN(benefits[periodCount - 1])) periodCount--;

  let cumulative = 0 - investment;
  let putIn = investment;
  let short = isShort(cumulative, putIn);
  let paidAfter = 0;
  let firstPaidAfter = Number.NaN;
  for (let period = 1; period <= periodCount; period++) {
    const benefit = (benefits[period - 1] as number) * (factors[period - 1] as number);
    const before = cumulative;
    cumulative += benefit;
    if (benefit < 0) putIn -= benefit;
    const shortNow = isShort(cumulative, putIn);
    if (short && !shortNow) paidAfter = period - 1 + Math.min(1, -before / benefit);
    if (benefit > 0 && !shortNow && Number.isNaN(firstPaidAfter)) firstPaidAfter = paidAfter;
    short = shortNow;
  }
  end.cumulative = cumulative;
  end.firstPaidAfter = firstPaidAfter;
  end.periodCount = periodCount;
  return short || !Number.isFinite(cumulative) ? Number.NaN : paidAfter;
}

/** The outcome of a walk by {@link seriesPeriods}: what it answered and where it ended. */
export function paybackAt(periods: number, end: WalkEnd, benefits: Float64Array): Payback {
  const { cumulative, firstPaidAfter, periodCount } = end;
  if (!Number.isNaN(periods)) return { kind: "paid", periods };
  if (!Number.isFinite(cumulative)) return withoutSum(benefits, periodCount);
  if (periodCount === 0) return { kind: "noBenefits" };
  if (Number.isNaN(firstPaidAfter)) return { kind: "never", shortfall: -cumulative, afterPeriods: periodCount };
  return { kind: "lostAgain", firstPaidAfter, shortfall: -cumulative, afterPeriods: periodCount };
}

/** Payback of one row of periods, see {@link seriesPeriods}. */
export function seriesPayback(investment: number, benefits: Float64Array, factors: Float64Array): Payback {
  const end = newWalkEnd();
  return paybackAt(seriesPeriods(investment, benefits, factors, end), end, benefits);
}

export function newWalkEnd(): WalkEnd {
  return { cumulative: Number.NaN, firstPaidAfter: Number.NaN, periodCount: 0 };
}

/** A sum that is not a number has a blank among its terms, or overflowed. */
function withoutSum(benefits: Float64Array, periodCount: number): Payback {
  for (let period = 1; period <= periodCount; period++) {
    if (Number.isNaN(benefits[period - 1])) return { kind: "unknownBenefit", period };
  }
  return { kind: "tooLarge" };
}
