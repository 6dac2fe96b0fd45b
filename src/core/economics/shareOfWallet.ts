import { figureText, missingFigure, noAnswer, type Answer } from "../numbers/answerColumn";

/**
 * Our share of what the customer spends on what we could sell: ours / spend. Above 1 is answered as it is: it says
 * that the estimate of the spend is too low.
 */
export function shareOfWallet(ours: number, spend: number): Answer {
  if (Number.isNaN(ours)) return missingFigure("ours");
  if (Number.isNaN(spend)) return missingFigure("spend");
  return spend > 0 ? ours / spend : noAnswer(`spend is ${figureText(spend)}; a share needs a spend above zero`);
}
