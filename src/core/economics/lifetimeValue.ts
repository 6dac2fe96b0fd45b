import { figureText, missingFigure, noAnswer, refusedFigure, type Answer } from "../numbers/answerColumn";

/** Whether the first margin comes after one period, if the account is kept, or now. */
export type FirstMargin = "end" | "start";

export const FIRST_MARGINS: readonly FirstMargin[] = ["end", "start"];

/**
 * Value of an account that brings the same margin every period for as long as it is kept, as a multiple of the margin
 * (Gupta and Lehmann): r / (1 + i - r) when the first margin comes at the end of the first period, (1 + i) / (1 + i - r)
 * when it comes now. 1,000 at 80 % retention and 10 % discount is 1,000 × 0.8 / 0.3 = 2,666.67.
 *
 * @param margin margin per period
 * @param retention share of accounts kept from one period to the next, 0 to 1
 * @param discount rate per period, above -1; NaN is 0
 */
export function lifetimeValue(margin: number, retention: number, discount: number, firstMargin: FirstMargin): Answer {
  if (Number.isNaN(margin)) return missingFigure("margin");
  if (Number.isNaN(retention)) return missingFigure("retention");
  const rate = discount || 0;
  if (retention < 0 || retention > 1) return refusedFigure("retention", retention, "it must be a share from 0 to 1 (80 % is 0.8)");
  if (rate <= -1) return refusedFigure("discount", rate, "it must be above -1 (10 % is 0.1)");
  if (retention >= 1 + rate) {
    return noAnswer(
      `the value has no limit: retention ${figureText(retention)} is not below 1 + discount ${figureText(1 + rate)}; ` +
        "enter a higher discount or a lower retention",
    );
  }
  return (margin * (firstMargin === "end" ? retention : 1 + rate)) / (1 + rate - retention);
}
