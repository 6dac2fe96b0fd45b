import { missingFigure, noAnswer, figureText, refusedFigure, type Answer } from "../numbers/answerColumn";
import type { RowError } from "../rowErrors";

/**
 * Extra sales that pay for a cost: cost / margin. A cost of 20,000 at 10 % net margin needs 200,000 more sales.
 *
 * @param cost cost of looking after the account, a positive amount
 * @param margin net margin on the extra sales as a share, 0.1 for 10 %
 */
export function breakevenSales(cost: number, margin: number): Answer {
  return costError(cost) ?? marginError(margin) ?? cost / margin;
}

/**
 * Growth the account must exceed before its cost is earned: cost / margin / sales. At 2,000,000 sales, 20,000 cost and
 * 10 % margin that is 10 %.
 *
 * @param sales sales of the account today
 */
export function breakevenGrowth(cost: number, margin: number, sales: number): Answer {
  const refused = costError(cost) ?? marginError(margin);
  if (refused !== null) return refused;
  if (Number.isNaN(sales)) return missingFigure("sales");
  if (sales <= 0) return noAnswer(`sales is ${figureText(sales)}; growth needs positive sales to start from`);
  return cost / margin / sales;
}

function costError(cost: number): RowError | null {
  if (Number.isNaN(cost)) return missingFigure("cost");
  return cost < 0 ? refusedFigure("cost", cost, "enter costs as positive amounts") : null;
}

function marginError(margin: number): RowError | null {
  if (Number.isNaN(margin)) return missingFigure("margin");
  return margin > 0 ? null : noAnswer(`margin is ${figureText(margin)}; no sales pay for the cost unless the margin is positive`);
}
