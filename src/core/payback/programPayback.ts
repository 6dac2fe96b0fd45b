import { CalculationError } from "../errors";
import { answerColumn, missingFigure, refusedFigure, type Answer } from "../numbers/answerColumn";
import type { Column } from "../numbers/matrix";
import type { RowError, RowErrors } from "../rowErrors";
import { discountFactors, rateError } from "./discountFactors";
import { paybackAnswer } from "./paybackAnswer";
import { seriesPayback } from "./seriesPayback";

/** How growth runs on: on the grown sales (`compound`) or by the same amount each year (`simple`). */
export type Compounding = "compound" | "simple";

export const COMPOUNDINGS: readonly Compounding[] = ["compound", "simple"];

/** Nobody plans an account further ahead, and a horizon typed by mistake must not keep the sheet waiting. */
export const LONGEST_HORIZON = 100;

/** What an account costs and brings once it is in the programme. Margins, growth and rates are shares: 10 % is 0.1. */
export interface AccountProgram {
  /** Sales of a year today. */
  readonly sales: number;
  /** Net margin on the extra sales. */
  readonly margin: number;
  /** Yearly growth the programme adds. */
  readonly growth: number;
  /** Cost of a year in the programme, as a positive amount. */
  readonly annualCost: number;
  /** Outlay now; NaN is 0. */
  readonly setupCost: number;
  /** Discount rate per year; NaN is 0. */
  readonly rate: number;
}

/** The programmes of n accounts, a column per figure. */
export type AccountPrograms = { readonly [K in keyof AccountProgram]: Column };

/** @throws CalculationError `outOfRange` unless the horizon is a whole number of years from 1 to 100 */
export function checkHorizon(years: number): void {
  if (Number.isInteger(years) && years >= 1 && years <= LONGEST_HORIZON) return;
  throw new CalculationError("outOfRange", `horizon is ${years}, it must be a whole number of years from 1 to ${LONGEST_HORIZON}`);
}

/**
 * What the programme earns in year t before its cost: margin × sales × ((1 + growth)^t - 1), the margin on the sales
 * above today's, or margin × sales × growth × t when growth does not compound.
 */
export function programBenefit(program: AccountProgram, year: number, compounding: Compounding): number {
  // expm1 and log1p keep the digits of a small growth, which (1 + growth)^t - 1 would lose.
  const growthSoFar = compounding === "simple" ? program.growth * year : Math.expm1(year * Math.log1p(program.growth));
  return program.margin * program.sales * growthSoFar;
}

/**
 * Payback of an account's place in the programme, in years: set-up cost now, each year the extra margin less the annual
 * cost, counted at the end of the year when discounted. With 1,000,000 sales, 10 % margin, 20 % growth, 30,000 a year
 * and nothing now, the years bring -10,000, 14,000, …: paid back after 1 + 10,000 / 14,000 = 1.71 years.
 */
export function programPaybacks(
  programs: AccountPrograms,
  horizon: number,
  compounding: Compounding,
  errors: RowErrors,
): Column {
  checkHorizon(horizon);
  const results = new Float64Array(horizon);
  let factorRate = 0;
  let factors = discountFactors(factorRate, horizon, "end");
  return answerColumn(programs.sales.length, errors, (row): Answer => {
    const program = programAt(programs, row);
    const refused = programError(program);
    if (refused !== null) return refused;
    if (program.rate !== factorRate) {
      factors = discountFactors(program.rate, horizon, "end");
      factorRate = program.rate;
    }
    for (let year = 1; year <= horizon; year++) results[year - 1] = programBenefit(program, year, compounding) - program.annualCost;
    return paybackAnswer(seriesPayback(program.setupCost, results, factors), "year");
  });
}

function programAt(programs: AccountPrograms, row: number): AccountProgram {
  return {
    sales: programs.sales[row] as number,
    margin: programs.margin[row] as number,
    growth: programs.growth[row] as number,
    annualCost: programs.annualCost[row] as number,
    setupCost: (programs.setupCost[row] as number) || 0,
    rate: (programs.rate[row] as number) || 0,
  };
}

function programError({ sales, margin, growth, annualCost, setupCost, rate }: AccountProgram): RowError | null {
  if (Number.isNaN(sales)) return missingFigure("sales");
  if (Number.isNaN(margin)) return missingFigure("margin");
  if (Number.isNaN(growth)) return missingFigure("growth");
  if (Number.isNaN(annualCost)) return missingFigure("annualCost");
  if (sales < 0) return refusedFigure("sales", sales, "sales cannot be negative");
  if (growth < -1) return refusedFigure("growth", growth, "sales cannot shrink by more than all (-1)");
  if (annualCost < 0) return refusedFigure("annualCost", annualCost, "enter costs as positive amounts");
  if (setupCost < 0) return refusedFigure("setupCost", setupCost, "enter costs as positive amounts");
  return rateError(rate);
}
