import { figureText, missingFigure, noAnswer, type Answer } from "../numbers/answerColumn";

/** Return on time invested, in money per hour: (benefit - cost) / hours. 9,000 less 5,570 over 56 hours is 61.25. */
export function returnOnTime(benefit: number, cost: number, hours: number): Answer {
  if (Number.isNaN(benefit)) return missingFigure("benefit");
  if (Number.isNaN(cost)) return missingFigure("cost");
  if (Number.isNaN(hours)) return missingFigure("hours");
  return hours > 0 ? (benefit - cost) / hours : noAnswer(`hours is ${figureText(hours)}; a return per hour needs hours above zero`);
}
