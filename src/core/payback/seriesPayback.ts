import { isShort, type Payback } from "./payback";

/**
 * Payback of an outlay now from the benefits of a row of periods, each multiplied by its discount factor.
 *
 * The cumulative result starts at minus the outlay. The payback lies where it turns to zero or above for the last time,
 * linear within that period: 50 against 10, 13, 16, 19 stands at -11 after three periods, so 3 + 11 / 19 = 3.58.
 * Losses after an early recovery therefore move the payback to the later turn, or leave none. An outlay of 0 is paid at
 * once unless later losses undo it. Blank (NaN) periods at the end shorten the row; a blank before a figure is unknown.
 *
 * @param investment outlay now, zero or positive
 * @param benefits numbers of one or many accounts, row by row
 * @param from place of the account's first period in `benefits`
 * @param rowLength periods in the account's row, blanks at the end included
 * @param factors discount factors, at least `rowLength` of them
 */
export function seriesPayback(
  investment: number,
  benefits: Float64Array,
  from: number,
  rowLength: number,
  factors: Float64Array,
): Payback {
  let periodCount = rowLength;
  while (periodCount > 0 && Number.isNaN(benefits[from + periodCount - 1])) periodCount--;

  let cumulative = -investment;
  let putIn = investment;
  let short = isShort(cumulative, putIn);
  let paidAfter = 0;
  let firstPaidAfter = Number.NaN;
  for (let period = 1; period <= periodCount; period++) {
    const benefit = (benefits[from + period - 1] as number) * (factors[period - 1] as number);
    const before = cumulative;
    cumulative += benefit;
    if (benefit < 0) putIn -= benefit;
    const shortNow = isShort(cumulative, putIn);
    if (short && !shortNow) paidAfter = period - 1 + Math.min(1, -before / benefit);
    if (benefit > 0 && !shortNow && Number.isNaN(firstPaidAfter)) firstPaidAfter = paidAfter;
    short = shortNow;
  }

  if (!Number.isFinite(cumulative)) return withoutSum(benefits, from, periodCount);
  if (!short) return { kind: "paid", periods: paidAfter };
  if (periodCount === 0) return { kind: "noBenefits" };
  if (Number.isNaN(firstPaidAfter)) return { kind: "never", shortfall: -cumulative, afterPeriods: periodCount };
  return { kind: "lostAgain", firstPaidAfter, shortfall: -cumulative, afterPeriods: periodCount };
}

/** A sum that is not a number has a blank among its terms, or overflowed. */
function withoutSum(benefits: Float64Array, from: number, periodCount: number): Payback {
  for (let period = 1; period <= periodCount; period++) {
    if (Number.isNaN(benefits[from + period - 1])) return { kind: "unknownBenefit", period };
  }
  return { kind: "tooLarge" };
}
