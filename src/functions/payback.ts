import { CalculationError } from "../core/errors";
import { accountPaybacks, investmentError } from "../core/payback/accountPayback";
import { accountCount, readBenefits } from "../core/payback/benefits";
import { rateError } from "../core/payback/discountFactors";
import { paybackSchedule } from "../core/payback/paybackSchedule";
import { COMPOUNDINGS, programPaybacks } from "../core/payback/programPayback";
import { TIMINGS } from "../core/payback/timing";
import { RowErrors } from "../core/rowErrors";
import { readColumn, readColumns } from "./arguments/readColumns";
import { readRowByRow } from "./arguments/readMatrix";
import { readNumber, readWord } from "./arguments/readOption";
import { readVector } from "./arguments/readVector";
import { isOmitted, rowsOf } from "./arguments/rowsOf";
import { calculate } from "./results/excelError";
import { spillNumbers, spillTable } from "./results/spill";

/**
 * When in its period a benefit counts for discounting.
 * @customenum {string}
 */
export enum BenefitTiming {
  /** At the end of its period */
  end = "end",
  /** In the middle of its period */
  mid = "mid",
  /** At the start of its period */
  start = "start",
}

/**
 * How growth runs on from year to year.
 * @customenum {string}
 */
export enum GrowthCompounding {
  /** Growth on the grown sales: (1 + growth)^t - 1 */
  compound = "compound",
  /** The same amount more each year: growth × t */
  simple = "simple",
}

const SCHEDULE_HEADER = ["Period", "Benefit", "Discounted", "Cumulative", "Status"];

/**
 * Periods until benefits pay back an investment for good, discounted if a rate is given.
 * @customfunction PAYBACK PAYBACK
 * @helpurl https://localhost:3000/help/payback.html
 * @param investment Outlay now as a positive amount, one per account
 * @param benefits One number: the same benefit every period without end. Otherwise a row per account, a column per period
 * @param [rate] Discount rate per period, 10 % is 0.1 (default 0)
 * @param [timing] When benefits count for discounting: end (default), mid or start of their period
 * @returns Periods per account
 * @remarks One number as benefit runs on without end. A block is a row per account and a column per period. One
 *   investment beside one column of benefits is one account with its periods down the rows; several investments beside
 *   one column have that benefit every period without end.
 * @remarks The payback lies where the running result turns to zero or above for the last time, linear within that
 *   period. Exactly zero counts as paid; so does a remainder of a millionth of a millionth of the money put in, because
 *   cents have no exact binary form. Losses after an early recovery move the payback to the later turn.
 * @remarks Discounting divides the benefit of period t by (1 + rate)^t; mid counts it half a period earlier, start one
 *   earlier. Blank periods at the end shorten the row. An investment of 0 is paid back at once unless losses undo it.
 * @example =KAM.PAYBACK(50, {10,13,16,19,22}) → 3.5789
 *   After three periods 11 are still open; the fourth brings 19: 3 + 11 / 19.
 * @example =KAM.PAYBACK(100, 20, 0.1) → 7.2821
 *   20 every period at 10 %: seven periods are worth 97.37, the eighth brings 9.33.
 * @example =KAM.PAYBACK({100;60}, {50,50;40,40}) → {2;1.5}
 * @example =KAM.PAYBACK(100, {10,20}) → #N/A never pays back: 70 short after 2 periods
 * @throws #N/A It never pays back, or is lost again by the end. The message names the shortfall: lower the investment,
 *   raise the benefits or add periods.
 * @throws #N/A A benefit before the last one is blank. Enter it, or 0 if there is none.
 * @throws #VALUE! The investment is negative. Enter the outlay as a positive amount.
 * @throws #VALUE! The rate is -1 or below. 10 % is 0.1.
 * @see Payback period and discounted payback period, any textbook of corporate finance, such as Brealey, Myers and
 *   Allen, Principles of Corporate Finance, chapter on investment criteria.
 */
export function payback(investment: unknown[][], benefits: unknown[][], rate?: unknown[][], timing?: BenefitTiming): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const when = readWord(timing, "timing", TIMINGS, "end");
    const investmentRows = rowsOf(investment, "investment");
    const benefitRows = rowsOf(benefits, "benefits");
    const shape = { rowCount: benefitRows.length, columnCount: benefitRows[0].length };
    const count = accountCount(investmentRows.length, shape);
    const investments = readColumn(investment, "investment", errors, count);
    const rates = isOmitted(rate) ? new Float64Array(count) : readColumn(rate, "rate", errors, count);
    // A bad cell is its row's error only where the rows of the benefits are the accounts.
    const gains = readRowByRow(benefits, "benefits", shape.rowCount === count ? errors : undefined);
    return spillNumbers(accountPaybacks(investments, readBenefits(count, gains), rates, when, errors), errors);
  });
}

/**
 * The running table behind the payback of one account, period by period.
 * @customfunction PAYBACK.SCHEDULE PAYBACK.SCHEDULE
 * @helpurl https://localhost:3000/help/payback.schedule.html
 * @param investment Outlay now as a positive amount
 * @param benefits One number: the same benefit every period without end. Otherwise one benefit per period, as a row or a column
 * @param [rate] Discount rate per period, 10 % is 0.1 (default 0)
 * @param [timing] When benefits count for discounting: end (default), mid or start of their period
 * @returns A table: Period, Benefit, Discounted, Cumulative, Status
 * @remarks Period 0 is the outlay. The period marked paid back is the one the payback lies in: take the periods before
 *   it and add the share (minus the cumulative before it) / (its discounted benefit).
 * @remarks One number as benefit runs on without end and is listed until it has paid back, at most 100 periods. Status is
 *   open while money is missing, paid back in the period of the payback, in profit after it, in profit for now where later
 *   losses undo it, lost again after them, and never paid back in the last line if it never does.
 * @example =KAM.PAYBACK.SCHEDULE(100, {60,60}, 0.1) → {"Period","Benefit","Discounted","Cumulative","Status";0,"","",-100,"open";1,60,54.55,-45.45,"open";2,60,49.59,4.13,"paid back"}
 *   The payback is 1 + 45.45 / 49.59 = 1.92 periods.
 * @throws #N/A There is no benefit, or one before the last is blank. Enter it, or 0 if there is none.
 * @throws #VALUE! The investment is negative. Enter the outlay as a positive amount.
 * @throws #VALUE! The rate is -1 or below. 10 % is 0.1.
 * @see As for KAM.PAYBACK.
 */
export function paybackScheduleTable(investment: unknown, benefits: unknown[][], rate?: unknown, timing?: BenefitTiming): unknown[][] {
  return calculate(() => {
    const when = readWord(timing, "timing", TIMINGS, "end");
    const outlay = readNumber(investment, "investment", Number.NaN);
    const ratePerPeriod = readNumber(rate, "rate", 0);
    const refused = investmentError(outlay) ?? rateError(ratePerPeriod);
    if (refused !== null) throw new CalculationError(refused.code, refused.message);
    const lines = paybackSchedule(outlay, readVector(benefits, "benefits"), ratePerPeriod, when);
    return spillTable(
      SCHEDULE_HEADER,
      lines.map((line) => [line.period, line.benefit, line.discounted, line.cumulative, line.status]),
    );
  });
}

/**
 * Years until an account's place in the key account programme pays for itself.
 * @customfunction PAYBACK.PROGRAM PAYBACK.PROGRAM
 * @helpurl https://localhost:3000/help/payback.program.html
 * @param sales Yearly sales of the account today, one per account
 * @param margin Net margin on the extra sales, 10 % is 0.1
 * @param growth Yearly growth the programme adds, 10 % is 0.1
 * @param annualCost Cost of a year in the programme, as a positive amount
 * @param [setupCost] Cost now of taking the account in, as a positive amount (default 0)
 * @param [rate] Discount rate per year, 10 % is 0.1 (default 0)
 * @param [horizon] Whole years to look ahead, 1 to 100 (default 10)
 * @param [compounding] How growth runs on: compound (default) on the grown sales, or simple, the same amount each year
 * @returns Years per account
 * @remarks Year t earns margin × sales × ((1 + growth)^t - 1), the margin on the sales above today's, less the annual cost.
 *   With simple growth it earns margin × sales × growth × t. The set-up cost is paid now; with a rate, years count at their
 *   end.
 * @remarks A year that loses money is earned back before the programme counts as paid back. With no set-up cost and a profit
 *   from the first year on the answer is 0.
 * @example =KAM.PAYBACK.PROGRAM(1000000, 0.1, 0.2, 30000) → 1.7143
 *   Year 1: 20,000 - 30,000 = -10,000. Year 2: 44,000 - 30,000 = 14,000. So 1 + 10 / 14.
 * @example =KAM.PAYBACK.PROGRAM(1000000, 0.1, 0.02, 30000, 0, 0, 2) → #N/A never pays back: 53960 short after 2 years
 *   At 2 % growth the margin on the extra sales is 2,000 and 4,040, the cost 60,000.
 * @throws #N/A It does not pay back within the horizon. The message names the shortfall: lower the cost, or look further
 *   ahead.
 * @throws #N/A Sales, margin, growth or annual cost is blank. Enter the figure.
 * @throws #VALUE! A cost or the sales are negative, growth is below -1, or the rate is -1 or below. Enter costs as positive
 *   amounts and 10 % as 0.1.
 * @throws #VALUE! The horizon is not a whole number of years from 1 to 100.
 * @see Break-even growth of a key account programme as in "9 Habits of key account management", carried over several years.
 */
export function programPayback(
  sales: unknown[][],
  margin: unknown[][],
  growth: unknown[][],
  annualCost: unknown[][],
  setupCost?: unknown[][],
  rate?: unknown[][],
  horizon?: unknown,
  compounding?: GrowthCompounding,
): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const growing = readWord(compounding, "compounding", COMPOUNDINGS, "compound");
    const years = readNumber(horizon, "horizon", 10);
    const programs = readColumns({ sales, margin, growth, annualCost, setupCost: setupCost ?? [[0]], rate: rate ?? [[0]] }, errors);
    return spillNumbers(programPaybacks(programs, years, growing, errors), errors);
  });
}
