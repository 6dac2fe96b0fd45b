import { CalculationError } from "../errors";
import { discountFactors } from "./discountFactors";
import { endlessPayback } from "./endlessPayback";
import { isShort, ZERO_SHARE, type Payback } from "./payback";
import { paybackAnswer } from "./paybackAnswer";
import { seriesPayback } from "./seriesPayback";
import type { Timing } from "./timing";

/** How an account stands at the end of a period. */
export type PaybackStatus = "open" | "paid back" | "in profit" | "in profit for now" | "lost again" | "never paid back";

/** One line of the calculation. Period 0 is the outlay; it has no benefit (NaN). */
export interface SchedulePeriod {
  readonly period: number;
  readonly benefit: number;
  readonly discounted: number;
  readonly cumulative: number;
  readonly status: PaybackStatus;
}

/** A benefit without end is listed until it has paid back, but no further than this: nobody reads more. */
export const LONGEST_ENDLESS_SCHEDULE = 100;

/**
 * The running table behind a payback: what each period earns, its present value and the cumulative result.
 *
 * The period marked `paid back` is the one the payback lies in: the periods before it plus the share
 * (minus the cumulative before it) / (its discounted benefit).
 *
 * @param investment outlay now, zero or positive
 * @param benefits one number for the same benefit without end, else the account's periods; blanks at the end shorten it
 * @throws CalculationError `noAnswer` for a blank period before a figure or no figure at all, `outOfRange` for sums
 *   that outgrow double precision
 */
export function paybackSchedule(investment: number, benefits: Float64Array, ratePerPeriod: number, timing: Timing): SchedulePeriod[] {
  const endless = benefits.length === 1;
  const listed = endless ? new Float64Array(LONGEST_ENDLESS_SCHEDULE).fill(benefits[0] as number) : benefits;
  const factors = discountFactors(ratePerPeriod, listed.length, timing);
  const payback = endless
    ? endlessPayback(investment, benefits[0] as number, ratePerPeriod, timing)
    : seriesPayback(investment, benefits, factors);
  checkKnown(payback);

  const lines: Omit<SchedulePeriod, "status">[] = [{ period: 0, benefit: Number.NaN, discounted: Number.NaN, cumulative: 0 - investment }];
  const shorts = [isShort(-investment, investment)];
  let cumulative = 0 - investment;
  let putIn = investment;
  for (let period = 1; period <= listed.length && !Number.isNaN(listed[period - 1]); period++) {
    const benefit = listed[period - 1] as number;
    const discounted = benefit * (factors[period - 1] as number);
    cumulative += discounted;
    if (discounted < 0) putIn -= discounted;
    if (!Number.isFinite(cumulative)) checkKnown({ kind: "tooLarge" });
    const short = isShort(cumulative, putIn);
    // A remainder that counts as zero is shown as zero, not as 1E-17.
    lines.push({ period, benefit, discounted, cumulative: Math.abs(cumulative) <= putIn * ZERO_SHARE ? 0 : cumulative });
    shorts.push(short);
    if (endless && !short) break;
  }
  const statuses = statusesOf(shorts, payback.kind === "paid");
  return lines.map((line, place) => ({ ...line, status: statuses[place] as PaybackStatus }));
}

/** @throws CalculationError when a blank or an overflow leaves nothing to list */
function checkKnown(payback: Payback): void {
  if (payback.kind !== "noBenefits" && payback.kind !== "unknownBenefit" && payback.kind !== "tooLarge") return;
  const reason = paybackAnswer(payback, "period");
  if (typeof reason !== "number") throw new CalculationError(reason.code, reason.message);
}

/** What each period's line says, from whether the cumulative result is short in it and whether it ever pays back. */
function statusesOf(shorts: readonly boolean[], paysBack: boolean): PaybackStatus[] {
  const last = shorts.length - 1;
  const turn = shorts[last] ? Number.POSITIVE_INFINITY : shorts.lastIndexOf(true) + 1;
  const firstAhead = shorts.indexOf(false, 1);
  return shorts.map((short, place) => {
    if (place === turn) return "paid back";
    if (place === 0) return "open";
    if (!short) return place < turn ? "in profit for now" : "in profit";
    if (firstAhead >= 0 && firstAhead < place) return "lost again";
    return place === last && !paysBack ? "never paid back" : "open";
  });
}
