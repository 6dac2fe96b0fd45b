import { cappedByGates, criterionShares, strongestAndWeakest, withStandIns, type ExtremePlaces } from "../../core/portfolio/scorecard";
import { tiersByRule } from "../../core/portfolio/tierRule";
import type { Matrix } from "../../core/numbers/matrix";
import { RowErrors } from "../../core/rowErrors";
import { brokenGates, checkGate, type GateValue } from "../../core/scoring/gate";
import { rank } from "../../core/scoring/rank";
import { contributions, score } from "../../core/scoring/score";
import { checkWeights } from "../../core/scoring/weighting";
import { capacityBounds, eligibilityBounds } from "../../core/tiering/capacityTiers";
import { boundsFromCutoffs, cutoffTiers } from "../../core/tiering/cutoffTiers";
import { NO_TIER, tiersByBounds, type TierPlaces } from "../../core/tiering/tierBounds";
import type { Model } from "../../sheets/model/model";
import type { PortfolioData } from "./portfolioData";
import type { Steps } from "./steps";
import { gateValuesOf, readRule, type TieringRule } from "./tieringRule";

/** Scores of a portfolio by its criteria; one entry per account. */
export interface Scores {
  /** 0..1 per criterion, NaN where the account has no value. */
  readonly shares: Matrix;
  /** As `shares`, with what stands in for missing values. */
  readonly counted: Matrix;
  /** 0 to 100, NaN where the account has none. */
  readonly scores: Float64Array;
  /** Why accounts have no score, by their 0-based place. */
  readonly errors: RowErrors;
}

export interface TierResult {
  /** Places in the model's tiers, best first; -1 without a score. */
  readonly places: Int32Array;
  /** Places before the gates. */
  readonly ungated: Int32Array;
  /** Per account what is broken, "" when nothing is. */
  readonly brokenGates: readonly string[];
}

export interface TieringResult extends Scores, TierResult, ExtremePlaces {
  readonly labels: readonly string[];
  readonly ranks: Float64Array;
  /** Points each criterion adds to the score; NaN where it is skipped. */
  readonly points: Matrix;
}

/** Accounts looked at in one step. */
const SLICE = 5000;

/** The scores alone: they depend on the criteria, and not on tiers and gates. */
export function* scoreSteps(rule: TieringRule, data: PortfolioData): Steps<Scores> {
  const { criteria, columns } = rule;
  const { rowCount } = data;
  const weights = Float64Array.from(criteria, ({ weight }) => weight);
  checkWeights(weights, criteria.length);
  const errors = new RowErrors();
  for (const column of new Set(columns)) {
    for (const account of column.refused) errors.add(account, "notANumber", `${column.header} is not a number`);
  }
  const values = new Float64Array(rowCount * criteria.length);
  for (const [c, criterion] of criteria.entries()) {
    const figures = Float64Array.from((columns[c] as (typeof columns)[number]).numbers);
    // As in KAM.SCORECARD a row with a bad cell takes no part in any scale.
    for (const [account] of errors) figures[account] = NaN;
    const shares = criterionShares(figures, criterion);
    for (let row = 0, at = c; row < rowCount; row++, at += criteria.length) values[at] = shares[row] as number;
    yield;
  }
  // A bad cell of a gate spoils its own row, but the row's figures are sound and count in the scales.
  rule.gateColumns.forEach((column, i) => {
    const comparesTexts = rule.gates[i]?.gate.test === "filled" || typeof rule.gates[i]?.gate.limit === "string";
    if (!comparesTexts) for (const account of column.refused) errors.add(account, "notANumber", `${column.header} is not a number`);
  });
  const shares: Matrix = { rowCount, columnCount: criteria.length, values };
  const counted = withStandIns(shares, criteria, errors);
  yield;
  return { shares, counted, scores: score(counted, { weights, missing: "skip" }, errors), errors };
}

/** What the gates say about each account, whatever its score. */
export interface GateOutcome {
  /** What is broken, "" when nothing is. */
  readonly brokenGates: readonly string[];
  /** Place of the best tier the account may be in. */
  readonly bestPlaces: Int32Array;
}

/** The gates alone: they depend on the list and on nothing that is tried out with sliders. */
export function* gateSteps(rule: TieringRule, data: PortfolioData): Steps<GateOutcome> {
  const bestPlaces = new Int32Array(data.rowCount);
  rule.gates.forEach(({ gate }) => checkGate(gate));
  if (rule.gates.length === 0) return { brokenGates: Array<string>(data.rowCount).fill(""), bestPlaces };
  const gates = rule.gates.map(({ gate }) => gate);
  const broken: string[] = [];
  for (let from = 0; from < data.rowCount; from += SLICE) {
    const to = Math.min(data.rowCount, from + SLICE);
    const values: GateValue[][] = [];
    for (let account = from; account < to; account++) {
      const own = gateValuesOf(rule, account);
      values.push(own);
      broken.push(brokenGates(own, gates));
    }
    bestPlaces.set(cappedByGates(bestPlaces.slice(from, to), rule.gates, values), from);
    yield;
  }
  return { brokenGates: broken, bestPlaces };
}

/** The tiers of scores: they depend on tiers, gates, method and, with a buffer, on the tiers before. */
export function* tierSteps(rule: TieringRule, scores: Float64Array, before: readonly string[] | undefined, { brokenGates: broken, bestPlaces }: GateOutcome): Steps<TierResult> {
  const ungated = ungatedPlaces(rule, scores, before);
  yield;
  const places = ungated.map((place, account) => (place === NO_TIER ? NO_TIER : Math.max(place, bestPlaces[account] as number)));
  return { places, ungated, brokenGates: broken };
}

function ungatedPlaces({ rule, labels, capacity, buffer }: TieringRule, scores: Float64Array, before: readonly string[] | undefined): TierPlaces {
  if (!rule) {
    const eligibility = capacity.eligibility ? eligibilityBounds(capacity.eligibility, labels.length) : null;
    return tiersByBounds(scores, capacityBounds(scores, { hours: capacity.hours, available: capacity.available, eligibility }));
  }
  if (buffer > 0 && before && rule.limits.length > 0) {
    return cutoffTiers(scores, boundsFromCutoffs(rule.limits), { previous: placesOf(before, labels), buffer });
  }
  return tiersByRule(scores, rule);
}

/** Places of tiers that people wrote down: in any case, and none where the text is no tier of this model. */
export function placesOf(texts: readonly string[], labels: readonly string[]): Int32Array {
  const places = new Map(labels.map((label, place) => [label.trim().toLowerCase(), place]));
  return Int32Array.from(texts, (text) => places.get(text.trim().toLowerCase()) ?? NO_TIER);
}

/**
 * A whole portfolio: scores, ranks, tiers and what explains them, the same as KAM.SCORECARD and, for what that does not
 * know, KAM.CONTRIBUTIONS, KAM.TIER with previous tiers, and KAM.TIER.CAPACITY.
 * @param before the tier each account had, which a buffer needs
 * @throws Problem or CalculationError when the model cannot be applied to the list
 */
export function* tieringSteps(model: Model, data: PortfolioData, before?: readonly string[]): Steps<TieringResult> {
  const rule = readRule(model, data);
  const scored = yield* scoreSteps(rule, data);
  const tiers = yield* tierSteps(rule, scored.scores, before, yield* gateSteps(rule, data));
  return yield* detailSteps(rule, scored, tiers);
}

export function* detailSteps(rule: TieringRule, scored: Scores, tiers: TierResult): Steps<TieringResult> {
  const weights = Float64Array.from(rule.criteria, ({ weight }) => weight);
  const ranks = rank(scored.scores, "competition");
  yield;
  // Errors are known already; points of accounts without a score are simply missing.
  const points = contributions(scored.counted, { weights, missing: "skip" }, new RowErrors());
  yield;
  const extremes = strongestAndWeakest(scored.shares, rule.criteria);
  return { ...scored, ...tiers, ...extremes, labels: rule.labels, ranks, points };
}
