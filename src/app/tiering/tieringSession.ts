import { rank } from "../../core/scoring/rank";
import { RowErrors } from "../../core/rowErrors";
import { boundsFromCutoffs } from "../../core/tiering/cutoffTiers";
import { nextTiers, waysToNextTier, type NextTier, type NextTierScoring } from "../../core/tiering/nextTier";
import { DEFAULT_DRAWS, DEFAULT_SEED, DEFAULT_SPREAD, stabilityJob } from "../../core/tiering/stability";
import { keptShares, StabilityDraws } from "../../core/tiering/stabilityDraws";
import type { Matrix } from "../../core/numbers/matrix";
import type { Model } from "../../sheets/model/model";
import { aimedFigure, answerFor, type AccountAnswer } from "./accountAnswer";
import { detailSteps, gateSteps, scoreSteps, tierSteps, type GateOutcome, type Scores, type TieringResult } from "./computeTiering";
import type { Steps } from "./steps";
import { movements, newWeightsSteps, oldModelSteps, type TiersBefore } from "./movements";
import type { PortfolioData } from "./portfolioData";
import { summarise, type Preview } from "./preview";
import { readRule, type TieringRule } from "./tieringRule";

/** What stays the same while weights and cut-offs are tried out. */
export interface SessionData {
  readonly data: PortfolioData;
  readonly before?: TiersBefore;
  readonly revenue?: Float64Array;
}

/** Columns that are computed only on wish. */
export interface Wishes {
  readonly stability: boolean;
  readonly next: boolean;
}

/** Everything that is written, in blocks that can be posted; one entry per account. */
export interface ResultColumns {
  readonly labels: readonly string[];
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
  readonly places: Int32Array;
  readonly gates: readonly string[];
  /** Places of criteria, -1 without any. */
  readonly strongest: Int32Array;
  readonly weakest: Int32Array;
  /** NaN where the account has no value for the criterion. */
  readonly shares: Matrix;
  readonly points: Matrix;
  /** Scores at which the tiers but the last begin, best first; Infinity where nobody is in a tier. */
  readonly bounds: Float64Array;
  /** Why accounts have no score: their 0-based place and the reason. */
  readonly errors: readonly (readonly [number, string])[];
  /** Share of random changes of the weights in which the account keeps its tier; NaN without a score. */
  readonly stability: Float64Array | undefined;
  readonly next: readonly string[] | undefined;
}

/** Draws and searches between which something else may be done. */
const DRAW_STEPS = 8;

/** Computes one portfolio with many models and keeps what two of them have in common. */
export class TieringSession {
  private scored: { readonly criteria: string; readonly scores: Scores } | undefined;
  private readonly gates = new Map<string, GateOutcome>();
  private byOldModel: { readonly labels: string; readonly places: Int32Array | undefined } | undefined;

  constructor(private readonly session: SessionData) {}

  *preview(model: Model): Steps<Preview> {
    const { data, before, revenue } = this.session;
    const rule = readRule(model, data);
    const scored = yield* this.scoresOf(model, rule);
    const tiers = yield* tierSteps(rule, scored.scores, before?.tiers, yield* this.gatesOf(model, rule));
    yield;
    const ranks = rank(scored.scores, "competition");
    yield;
    const moved = before && movements(before, rule.labels, tiers.places, yield* this.oldPlaces(before, rule), yield* newWeightsSteps(before, data, scored, rule.labels, this.gatesOf));
    yield;
    return summarise({ ...scored, ...tiers, labels: rule.labels }, model, ranks, revenue, moved, before?.tiers);
  }

  *columns(model: Model, wishes: Wishes): Steps<ResultColumns> {
    const { data, before } = this.session;
    const rule = readRule(model, data);
    const scored = yield* this.scoresOf(model, rule);
    const tiers = yield* tierSteps(rule, scored.scores, before?.tiers, yield* this.gatesOf(model, rule));
    const result = yield* detailSteps(rule, scored, tiers);
    return {
      labels: result.labels,
      scores: result.scores,
      ranks: result.ranks,
      places: result.places,
      gates: result.brokenGates,
      strongest: result.strongest,
      weakest: result.weakest,
      shares: result.shares,
      points: result.points,
      bounds: boundsOf(rule, result),
      errors: [...scored.errors].map(([account, { message }]) => [account, message] as const),
      stability: wishes.stability ? yield* stabilitySteps(result, rule) : undefined,
      next: wishes.next ? yield* nextSteps(result, rule) : undefined,
    };
  }

  /** One account in full: why it is in its tier and what would move it. */
  *explain(model: Model, account: number): Steps<AccountAnswer> {
    const { data, before } = this.session;
    const rule = readRule(model, data);
    const scored = yield* this.scoresOf(model, rule);
    const tiers = yield* tierSteps(rule, scored.scores, before?.tiers, yield* this.gatesOf(model, rule));
    yield;
    const rankOf = rank(scored.scores, "competition")[account] as number;
    const result = { ...scored, ...tiers, labels: rule.labels };
    const bounds = boundsOf(rule, result);
    yield;
    const minMax = minMaxScoring(rule, result);
    const ways = minMax ? waysToNextTier(minMax.figures, minMax.scoring, bounds, account, new RowErrors()) : undefined;
    return answerFor(result, model, rule, { account, rank: rankOf, bounds, ways });
  }

  private readonly gatesOf = function* (this: TieringSession, model: Model, rule: TieringRule): Steps<GateOutcome> {
    const key = JSON.stringify([model.gates, rule.labels]);
    const known = this.gates.get(key) ?? (yield* gateSteps(rule, this.session.data));
    // The gates of now and those of before are asked for in turn; more are not worth their memory.
    if (this.gates.size >= 4) this.gates.clear();
    this.gates.set(key, known);
    return known;
  }.bind(this);

  /** Moving a cut-off leaves the scores as they are. */
  private *scoresOf(model: Model, rule: TieringRule): Steps<Scores> {
    const criteria = JSON.stringify([model.criteria, model.gates.map(({ column, test, limit }) => [column, test === "filled" || typeof limit === "string"])]);
    if (this.scored?.criteria !== criteria) this.scored = { criteria, scores: yield* scoreSteps(rule, this.session.data) };
    return this.scored.scores;
  }

  private *oldPlaces(before: TiersBefore, rule: TieringRule): Steps<Int32Array | undefined> {
    const labels = JSON.stringify(rule.labels);
    if (this.byOldModel?.labels !== labels) this.byOldModel = { labels, places: yield* oldModelSteps(before, this.session.data, rule.labels, this.gatesOf) };
    return this.byOldModel.places;
  }
}

const weightsOf = (rule: TieringRule) => Float64Array.from(rule.criteria, ({ weight }) => weight);

/**
 * The scores at which tiers begin, for stability and the next tier. Cut-offs are known; for all other methods the lowest
 * score in each tier stands for them, as the tiers are now.
 */
function boundsOf({ rule, buffer }: TieringRule, { scores, ungated, labels }: Pick<TieringResult, "scores" | "ungated" | "labels">): Float64Array {
  if (rule?.method === "cutoff" && rule.limits.length > 0 && buffer === 0) return boundsFromCutoffs(rule.limits);
  const bounds = new Float64Array(labels.length - 1).fill(Infinity);
  for (let account = 0; account < scores.length; account++) {
    const place = ungated[account] as number;
    if (place >= 0 && place < bounds.length) bounds[place] = Math.min(bounds[place] as number, scores[account] as number);
  }
  for (let place = 1; place < bounds.length; place++) bounds[place] = Math.min(bounds[place] as number, bounds[place - 1] as number);
  return bounds;
}

/** As KAM.TIER.STABILITY with its usual spread, draws and seed, before gates. */
function* stabilitySteps(result: TieringResult, rule: TieringRule): Steps<Float64Array> {
  const shaking = { spread: DEFAULT_SPREAD, drawCount: DEFAULT_DRAWS, seed: DEFAULT_SEED };
  const job = stabilityJob(result.counted, { weights: weightsOf(rule), missing: "skip" }, boundsOf(rule, result), shaking, new RowErrors());
  yield;
  const draws = new StabilityDraws(job);
  for (let step = 1; !draws.step(); step++) if (step % DRAW_STEPS === 0) yield;
  const kept = keptShares(result.scores.length, job.tests, draws.failures, job.drawCount);
  return kept.map((share, account) => (Number.isNaN(result.scores[account]) ? NaN : share));
}

/**
 * As KAM.TIER.NEXT: the smallest change of one criterion that lifts an account, with the gate in its way. Only criteria on
 * the scale minmax have a figure to aim at; with others in the model the text names the points that are missing.
 */
function* nextSteps(result: TieringResult, rule: TieringRule): Steps<string[]> {
  const { criteria, columns, labels } = rule;
  const bounds = boundsOf(rule, result);
  const minMax = minMaxScoring(rule, result);
  let next: readonly NextTier[] | undefined;
  if (minMax) {
    next = nextTiers(minMax.figures, minMax.scoring, bounds, new RowErrors());
    yield;
  }
  return Array.from(result.scores, (points, account) => {
    if (Number.isNaN(points)) return "";
    const ungated = result.ungated[account] as number;
    const place = result.places[account] as number;
    if (place > ungated) return `${labels[ungated]} once the gate is met: ${result.brokenGates[account]}`;
    if (ungated === 0) return "";
    const found = next?.[account];
    if (found?.kind === "reach") {
      const { name, direction } = criteria[found.criterion] as TieringRule["criteria"][number];
      return `${labels[found.tier]} with ${name} ${aimedFigure(found.value, columns[found.criterion]?.numbers[account] ?? NaN, direction)}`;
    }
    const gap = (bounds[ungated - 1] as number) - points;
    if (!Number.isFinite(gap)) return "";
    return found?.kind === "none" ? `${labels[ungated - 1]}: ${gap.toFixed(1)} points away, no single criterion suffices` : `${labels[ungated - 1]}: ${gap.toFixed(1)} points away`;
  });
}

/** What the search for figures to aim at needs; only the scale minmax has them. */
function minMaxScoring(rule: TieringRule, { scores, errors }: Pick<TieringResult, "scores" | "errors">): { readonly figures: Matrix; readonly scoring: NextTierScoring } | undefined {
  const { criteria, columns } = rule;
  if (!criteria.every(({ scale, missing }) => scale === "minmax" && missing !== "worst" && missing !== "average")) return undefined;
  const values = new Float64Array(scores.length * criteria.length);
  columns.forEach(({ numbers }, c) => numbers.forEach((number, account) => (values[account * criteria.length + c] = errors.has(account) ? NaN : number)));
  const floors = Float64Array.from(criteria, ({ floor }) => floor);
  const ceilings = Float64Array.from(criteria, ({ ceiling }) => ceiling);
  return { figures: { rowCount: scores.length, columnCount: criteria.length, values }, scoring: { weights: weightsOf(rule), directions: criteria.map(({ direction }) => direction), floors, ceilings } };
}
