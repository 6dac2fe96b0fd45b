import type { Model, ModelMethod } from "../../sheets/model/model";
import { methodOf } from "./tieringRule";

/**
 * Up to how many accounts a rule gets a formula in every row. Each of these formulas reads a whole column, so their time
 * grows with the square of the accounts; beyond the limit values are written and marked.
 *
 * Measured in LibreOffice 7.4, processor seconds for opening and calculating one such column, 0.5 s for an empty sheet taken off:
 * percentile 0.8 at 2,000 accounts, 3.5 at 4,000, 14.6 at 8,000; pareto 0.5, 2.5, 10.5; ranks
 * 0.7 at 5,000, 3.1 at 10,000, 12.5 at 20,000; finding each account by its key 0.3, 1.5, 6.0. A model has several criteria, and
 * each change of a weight calculates all of them again, so that a sheet should take a few seconds.
 */
export const FORMULA_LIMITS = {
  /** Finding each account in the list. */
  lookups: 20_000,
  rank: 10_000,
  percentile: 2_000,
  pareto: 4_000,
} as const;

/** What of a scorecard with formulas is written as values, and why, in words for the pane and the sheet. */
export interface StaticParts {
  /** Places of criteria whose shares are values. */
  readonly shares: ReadonlySet<number>;
  readonly bounds: boolean;
  readonly ranks: boolean;
  readonly words: readonly string[];
}

const counted = (limit: number) => limit.toLocaleString("en");

export function staticParts(model: Model, accountCount: number, wishes: { readonly stability: boolean; readonly next: boolean }): StaticParts {
  const words: string[] = [];
  const percentiles = model.criteria.flatMap(({ scale }, i) => (scale === "percentile" ? [i] : []));
  const shares = new Set(accountCount > FORMULA_LIMITS.percentile ? percentiles : []);
  if (shares.size > 0) words.push(`shares of criteria on the scale percentile (above ${counted(FORMULA_LIMITS.percentile)} accounts)`);
  const method: ModelMethod = methodOf(model);
  const bounds = method === "natural" || method === "capacity" || (method === "pareto" && accountCount > FORMULA_LIMITS.pareto);
  if (bounds) words.push(method === "pareto" ? `scores at which the tiers begin (pareto above ${counted(FORMULA_LIMITS.pareto)} accounts)` : `scores at which the tiers begin (${method} has no formula)`);
  const ranks = accountCount > FORMULA_LIMITS.rank;
  if (ranks) words.push(`ranks (above ${counted(FORMULA_LIMITS.rank)} accounts)`);
  if (wishes.stability) words.push("stability");
  if (wishes.next) words.push("next tier");
  return { shares, bounds, ranks, words };
}
