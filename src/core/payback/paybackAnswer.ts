import { figureText, noAnswer, type Answer } from "../numbers/answerColumn";
import type { Payback } from "./payback";

export type PeriodUnit = "period" | "year";

/** The payback as a cell shows it: the number of periods, or why there is none, naming the shortfall. */
export function paybackAnswer(payback: Payback, unit: PeriodUnit): Answer {
  switch (payback.kind) {
    case "paid":
      return payback.periods;
    case "tooLarge":
      return { code: "outOfRange", message: "the discounted benefits are too large to add up; check the rate and the units" };
    default:
      return noAnswer(whyNot(payback, unit));
  }
}

function whyNot(payback: Exclude<Payback, { kind: "paid" | "tooLarge" }>, unit: PeriodUnit): string {
  switch (payback.kind) {
    case "never":
      return `never pays back: ${figureText(payback.shortfall)} short after ${count(payback.afterPeriods, unit)}`;
    case "lostAgain":
      return (
        `paid back after ${count(payback.firstPaidAfter, unit)}, but lost again: ` +
        `${figureText(payback.shortfall)} short after ${count(payback.afterPeriods, unit)}`
      );
    case "neverWithoutEnd":
      return payback.shortfall > 0
        ? `never pays back: all benefits without end stay ${figureText(payback.shortfall)} short`
        : "never pays back: the discounted benefits come ever closer to the investment, but never reach it (0 short)";
    case "losesWithoutEnd":
      return `never pays back: every ${unit} loses ${figureText(payback.lossPerPeriod)}, so the shortfall only grows`;
    case "unknownBenefit":
      return `the benefit of ${unit} ${payback.period} is blank; enter it, or 0 if there is none`;
    case "noBenefits":
      return "there are no benefits; enter at least one";
  }
}

function count(periods: number, unit: PeriodUnit): string {
  const shown = Math.round(periods * 100) / 100;
  return `${shown} ${unit}${shown === 1 ? "" : "s"}`;
}
