import { NO_TIER } from "../../core/tiering/tierBounds";
import type { Model } from "../../sheets/model/model";
import { placesOf, scoreSteps, tierSteps, type GateOutcome, type Scores } from "./computeTiering";
import type { Steps } from "./steps";
import type { PortfolioData } from "./portfolioData";
import { readRule, type TieringRule } from "./tieringRule";

/** What made an account change its tier. `other`: its tier was not the one last written, somebody set it by hand. */
export const MOVE_CAUSES = ["data", "weights", "cutoffs", "other"] as const;
export type MoveCause = (typeof MOVE_CAUSES)[number];

/** The tiers before, one entry per account of the list. */
export interface TiersBefore {
  /** "" where the account had none. */
  readonly tiers: readonly string[];
  /** The model the tiers were written by; absent when that is not known. */
  readonly model?: Model;
  /** Whether the account's tier is what was written by that model. */
  readonly written?: readonly boolean[];
}

export interface Movement {
  /** 0-based place of the account. */
  readonly account: number;
  readonly from: string;
  readonly to: string;
  readonly isUp: boolean;
  readonly cause: MoveCause;
}

/**
 * Which accounts change their tier, and why. The way from the old tier to the new one goes in three steps: today's data
 * by the old model, then the new criteria and weights, then the new tiers and gates; the cause is the step that moves the
 * account furthest in the direction it goes in the end, the first of equals.
 * @param places tiers by the model as it is now
 * @param byOldModel tiers of today's data by the old model (see `oldModelSteps`)
 * @param byNewWeights the same with the new criteria
 */
export function movements(before: TiersBefore, labels: readonly string[], places: Int32Array, byOldModel?: Int32Array, byNewWeights?: Int32Array): Movement[] {
  const old = placesOf(before.tiers, labels);
  const moved: Movement[] = [];
  for (let account = 0; account < places.length; account++) {
    const from = old[account] as number;
    const to = places[account] as number;
    if (from === to || from === NO_TIER || to === NO_TIER) continue;
    const isUp = to < from;
    moved.push({ account, from: labels[from] as string, to: labels[to] as string, isUp, cause: causeOf(account, from, to, before, byOldModel, byNewWeights) });
  }
  return moved;
}

function causeOf(account: number, from: number, to: number, before: TiersBefore, byOldModel?: Int32Array, byNewWeights?: Int32Array): MoveCause {
  if (!byOldModel || !byNewWeights || before.written?.[account] === false) return "other";
  const afterData = byOldModel[account] as number;
  const afterWeights = byNewWeights[account] as number;
  const direction = Math.sign(from - to);
  const steps = [from - afterData, afterData - afterWeights, afterWeights - to].map((step) => step * direction);
  return MOVE_CAUSES[steps.indexOf(Math.max(...steps))] as MoveCause;
}

/** Finds what a model's gates say, remembered or computed. */
export type GatesOf = (model: Model, rule: TieringRule) => Steps<GateOutcome>;

/** Tiers of today's data by the old model, as places in the labels of the new one. undefined when it does not fit the list any more. */
export function* oldModelSteps(before: TiersBefore, data: PortfolioData, labels: readonly string[], gatesOf: GatesOf): Steps<Int32Array | undefined> {
  if (!before.model) return undefined;
  const rule = readRuleOf(before.model, data);
  if (!rule) return undefined;
  const { scores } = yield* scoreSteps(rule, data);
  const tiers = yield* tierSteps(rule, scores, before.tiers, yield* gatesOf(before.model, rule));
  return relabelled(tiers.places, rule.labels, labels);
}

/** The new scores by the old tiers and gates. */
export function* newWeightsSteps(before: TiersBefore, data: PortfolioData, scored: Scores, labels: readonly string[], gatesOf: GatesOf): Steps<Int32Array | undefined> {
  if (!before.model) return undefined;
  const rule = readRuleOf(before.model, data);
  if (!rule) return undefined;
  const tiers = yield* tierSteps(rule, scored.scores, before.tiers, yield* gatesOf(before.model, rule));
  return relabelled(tiers.places, rule.labels, labels);
}

/** An old model may name columns the list has lost since; then nothing can be said about causes. */
function readRuleOf(model: Model, data: PortfolioData): TieringRule | undefined {
  try {
    return readRule(model, data);
  } catch {
    return undefined;
  }
}

function relabelled(places: Int32Array, from: readonly string[], to: readonly string[]): Int32Array {
  const map = placesOf(from, to);
  return places.map((place) => (place === NO_TIER ? NO_TIER : (map[place] as number)));
}
