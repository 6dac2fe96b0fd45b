import { answerColumn, missingFigure, refusedFigure } from "../numbers/answerColumn";
import type { Column, MatrixRows } from "../numbers/matrix";
import type { RowError, RowErrors } from "../rowErrors";
import type { Benefits } from "./benefits";
import { discountFactors, rateError } from "./discountFactors";
import { endlessPayback } from "./endlessPayback";
import { paybackAnswer } from "./paybackAnswer";
import { newWalkEnd, paybackAt, seriesPeriods } from "./seriesPayback";
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
  if (benefits.kind === "periods") return seriesPaybacks(investments, benefits.rows, rates, timing, errors);
  const { perPeriod } = benefits;
  return answerColumn(investments.length, errors, (row) => {
    const investment = investments[row] as number;
    const rate = (rates[row] as number) || 0;
    const refused = termsError(investment, rate);
    return refused ?? paybackAnswer(endlessPayback(investment, perPeriod[row] as number, rate, timing), "period");
  });
}

/**
 * Rows of periods. A plain loop over numbers, because an object per account costs as much as the sums on a full sheet;
 * only an account without a payback is looked at again, for the reason.
 */
function seriesPaybacks(investments: Column, benefits: MatrixRows, rates: Column, timing: Timing, errors: RowErrors): Column {
  const paybacks = new Float64Array(investments.length);
  const end = newWalkEnd();
  let factorRate = 0;
  let factors = discountFactors(factorRate, benefits.columnCount, timing);
  for (let row = 0; row < paybacks.length; row++) {
    const investment = investments[row] as number;
    const rate = (rates[row] as number) || 0;
    const periods = benefits.row(row);
    if (rate !== factorRate && rate > -1) {
      factors = discountFactors(rate, benefits.columnCount, timing);
      factorRate = rate;
    }
    const payback = seriesPeriods(investment, periods, factors, end);
    if (!Number.isNaN(payback) && investment >= 0 && rate > -1) {
      paybacks[row] = payback;
      continue;
    }
    paybacks[row] = Number.NaN;
    const reason = termsError(investment, rate) ?? paybackAnswer(paybackAt(payback, end, periods), "period");
    if (typeof reason !== "number") errors.add(row, reason.code, reason.message);
  }
  return paybacks;
}

function termsError(investment: number, ratePerPeriod: number): RowError | null {
  return investmentError(investment) ?? rateError(ratePerPeriod);
}
