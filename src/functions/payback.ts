import { CalculationError } from "../core/errors";
import { accountPaybacks, investmentError } from "../core/payback/accountPayback";
import { accountCount, readBenefits } from "../core/payback/benefits";
import { rateError } from "../core/payback/discountFactors";
import { paybackSchedule } from "../core/payback/paybackSchedule";
import { COMPOUNDINGS, programPaybacks } from "../core/payback/programPayback";
import { TIMINGS } from "../core/payback/timing";
import { RowErrors } from "../core/rowErrors";
import { readColumn, readColumns } from "./arguments/readColumns";
import { readMatrix } from "./arguments/readMatrix";
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
    const gains = readMatrix(benefits, "benefits", shape.rowCount === count ? errors : undefined);
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
