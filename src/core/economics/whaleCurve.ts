import { CalculationError } from "../errors";
import type { Column } from "../numbers/matrix";

/** The accounts up to a rank, the most profitable first. */
export interface WhalePoint {
  readonly rank: number;
  /** rank / number of accounts. */
  readonly shareOfAccounts: number;
  readonly cumulativeProfit: number;
  /** Cumulative profit / total profit; NaN where the total is not positive and a share would mislead. */
  readonly shareOfTotal: number;
}

/**
 * Cumulative profit of the accounts from the most to the least profitable. The curve rises above the total and falls
 * back to it where accounts lose money: profits 60, 50, -10 run 60, 110, 100, and the first two hold 110 % of the total.
 *
 * Accounts of unknown profit (NaN) are left out.
 *
 * @throws CalculationError `noAnswer` when no account has a profit
 */
export function whaleCurve(profits: Column): WhalePoint[] {
  const sorted = profits.filter((profit) => !Number.isNaN(profit)).sort().reverse();
  if (sorted.length === 0) throw new CalculationError("noAnswer", "no account has a profit; enter at least one figure");
  const cumulative = new Float64Array(sorted.length);
  let total = 0;
  for (let place = 0; place < sorted.length; place++) {
    total += sorted[place] as number;
    cumulative[place] = total;
  }
  return Array.from(cumulative, (profit, place) => ({
    rank: place + 1,
    shareOfAccounts: (place + 1) / sorted.length,
    cumulativeProfit: profit,
    shareOfTotal: total > 0 ? profit / total : Number.NaN,
  }));
}
