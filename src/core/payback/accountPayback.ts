import { answerColumn, missingFigure, refusedFigure, type Answer } from "../numbers/answerColumn";
import type { Column } from "../numbers/matrix";
import type { RowError, RowErrors } from "../rowErrors";
import type { Benefits } from "./benefits";
import { discountFactors, rateError } from "./discountFactors";
import { endlessPayback } from "./endlessPayback";
import { paybackAnswer } from "./paybackAnswer";
import { seriesPayback } from "./seriesPayback";
import type { Timing } from "./timing";

/** An outlay is a positive amount; a negative one is most often a cash flow with its sign. */
export function investmentError(investment: number): RowError | null {
  if (investment >= 0) return null;
  if (Number.isNaN(investment)) return missingFigure("investment");
  return refusedFigure("investment", investment, "enter the outlay as a positive amount");
}

/**
 * Payback of each account, in periods.
 *
 * @param investments outlay now, one per account
 * @param rates rate per period, one per account; blank (NaN) is 0
 */
export function accountPaybacks(investments: Column, benefits: Benefits, rates: Column, timing: Timing, errors: RowErrors): Column {
  const payback = paybackOf(benefits, timing);
  return answerColumn(investments.length, errors, (row) => {
    const investment = investments[row] as number;
    const rate = (rates[row] as number) || 0;
    return investmentError(investment) ?? rateError(rate) ?? payback(row, investment, rate);
  });
}

/** The payback of one row; the table of discount factors is made anew only when the rate changes. */
function paybackOf(benefits: Benefits, timing: Timing): (row: number, investment: number, rate: number) => Answer {
  if (benefits.kind === "endless") {
    const { perPeriod } = benefits;
    return (row, investment, rate) => paybackAnswer(endlessPayback(investment, perPeriod[row] as number, rate, timing), "period");
  }
  const { values, columnCount } = benefits.rows;
  let factorRate = 0;
  let factors = discountFactors(factorRate, columnCount, timing);
  return (row, investment, rate) => {
    if (rate !== factorRate) {
      factors = discountFactors(rate, columnCount, timing);
      factorRate = rate;
    }
    return paybackAnswer(seriesPayback(investment, values, row * columnCount, columnCount, factors), "period");
  };
}
