import { NO_TIER } from "../../core/tiering/tierBounds";
import type { WayUp } from "../../core/tiering/nextTier";
import type { Model } from "../../sheets/model/model";
import { explainTier, partsOf, type Explained } from "./explainTier";
import type { TieringRule } from "./tieringRule";

/** One criterion of an account, as it can be read beside the list. */
export interface AnsweredCriterion {
  readonly criterion: string;
  readonly column: string;
  /** The figure in the list; undefined where there is none. */
  readonly figure: number | undefined;
  /** Points it gives and could give at most; undefined where the criterion does not count for the account. */
  readonly got: number | undefined;
  readonly most: number | undefined;
}

/** Why an account is in its tier, and what would move it. */
export interface AccountAnswer {
  /** 0-based place of the account. */
  readonly account: number;
  /** "" without a score. */
  readonly tier: string;
  readonly score: number;
  readonly rank: number;
  readonly reason: string;
  readonly criteria: readonly AnsweredCriterion[];
  /** What it takes to rise, in words; empty in the best tier and without a score. */
  readonly up: string;
  /** Single changes that would do, the smallest first, in words. */
  readonly ways: readonly string[];
  /** How far it is from falling, in words; empty in the last tier and without a score. */
  readonly down: string;
}

interface Found {
  readonly account: number;
  readonly rank: number;
  /** Scores at which the tiers but the last begin, best first. */
  readonly bounds: Float64Array;
  /** undefined where figures to aim at cannot be told. */
  readonly ways: readonly WayUp[] | undefined;
}

/** Digits of a figure to aim at. */
const DIGITS = 6;

/**
 * A figure to aim at, short enough to be read: rounded towards the better side, so that it still suffices.
 * @param now the account's figure, whose size says what is worth showing
 */
export function aimedFigure(value: number, now: number, direction: 1 | -1): string {
  const size = Math.max(Math.abs(value), Math.abs(now));
  const decimals = size > 0 ? Math.min(15, DIGITS - 1 - Math.floor(Math.log10(size))) : 0;
  const factor = 10 ** decimals;
  // What is a hair beside a round figure comes from the arithmetic.
  const scaled = value * factor;
  const near = Math.round(scaled);
  const rounded = Math.abs(scaled - near) < 1e-6 ? near : direction === 1 ? Math.ceil(scaled) : Math.floor(scaled);
  return String(Number((rounded / factor).toPrecision(DIGITS + 1)) + 0);
}

const points = (value: number) => (value < 0.05 ? value.toPrecision(1) : value.toFixed(1));

export function answerFor(result: Explained, model: Model, rule: TieringRule, { account, rank, bounds, ways }: Found): AccountAnswer {
  const place = result.places[account] as number;
  const score = result.scores[account] as number;
  const base = { account, tier: result.labels[place] ?? "", score, rank, reason: explainTier(result, model, account), criteria: criteriaOf(result, model, rule, account) };
  if (place === NO_TIER || Number.isNaN(score)) return { ...base, up: "", ways: [], down: "" };
  const ungated = result.ungated[account] as number;
  const own = bounds[ungated] ?? -Infinity;
  const down = ungated < result.labels.length - 1 && Number.isFinite(own) ? `Stays above ${result.labels[ungated + 1]} as long as it keeps ${points(own)} points (${points(score - own)} to spare).` : "";
  if (place > ungated) return { ...base, up: `Is ${result.labels[ungated]} once the gate is met: ${result.brokenGates[account]}.`, ways: [], down: "" };
  const above = bounds[ungated - 1];
  if (above === undefined || !Number.isFinite(above)) return { ...base, up: "", ways: [], down };
  const none = ways?.length === 0 ? "; no single criterion suffices" : "";
  return {
    ...base,
    up: `${result.labels[ungated - 1]} begins at ${points(above)} points: ${points(above - score)} more${none}.`,
    ways: (ways ?? []).map(({ criterion, value }) => {
      const { name, direction } = rule.criteria[criterion] as TieringRule["criteria"][number];
      const now = rule.columns[criterion]?.numbers[account] ?? NaN;
      return `${name} ${aimedFigure(value, now, direction)} instead of ${Number(now.toPrecision(DIGITS + 1))}`;
    }),
    down,
  };
}

function criteriaOf(result: Explained, model: Model, { columns }: TieringRule, account: number): AnsweredCriterion[] {
  const parts = new Map(result.errors.get(account) ? [] : partsOf(result, model, account).map((part) => [part.criterion, part]));
  return model.criteria.map(({ criterion, column }, c) => {
    const figure = columns[c]?.numbers[account] ?? NaN;
    const part = parts.get(criterion);
    return { criterion, column, figure: Number.isNaN(figure) ? undefined : figure, got: part?.got, most: part?.most };
  });
}
