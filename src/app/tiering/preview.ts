import type { Model } from "../../sheets/model/model";
import { NO_TIER } from "../../core/tiering/tierBounds";
import { explainTier, type Explained } from "./explainTier";
import { MOVE_CAUSES, type MoveCause, type Movement } from "./movements";
import { hoursAvailable } from "./tieringRule";

/** One tier and what it holds. */
export interface TierSummary {
  readonly label: string;
  readonly count: number;
  /** Of the list's last year; undefined when the list has no revenue. */
  readonly revenue: number | undefined;
  /** Lowest score in the tier; undefined when nobody is in it. */
  readonly lowestScore: number | undefined;
  /** Hours promised to all its accounts; undefined when the model does not say. */
  readonly hours: number | undefined;
}

/** An account with the reason for its tier. */
export interface ExplainedAccount {
  /** 0-based place of the account. */
  readonly account: number;
  /** "" without a score. */
  readonly tier: string;
  readonly score: number;
  readonly reason: string;
}

export interface ExplainedMove extends Movement {
  readonly reason: string;
}

export interface MovementSummary {
  /** Accounts that have a tier now and had one before. */
  readonly compared: number;
  readonly up: number;
  readonly down: number;
  readonly byCause: Readonly<Record<MoveCause, number>>;
  /** The largest moves first, at most `MOST_MOVES`. */
  readonly moves: readonly ExplainedMove[];
}

/** What comes out before anything is written. */
export interface Preview {
  readonly accountCount: number;
  readonly unscored: number;
  readonly tiers: readonly TierSummary[];
  /** Accounts a gate keeps out of a better tier. */
  readonly gated: number;
  readonly hoursPromised: number | undefined;
  readonly hoursAvailable: number | undefined;
  readonly top: readonly ExplainedAccount[];
  readonly bottom: readonly ExplainedAccount[];
  /** undefined when no tier is known from before. */
  readonly movement: MovementSummary | undefined;
}

/** Accounts shown at each end. */
export const SHOWN_ACCOUNTS = 10;
/** More are a list to read in the sheet. */
export const MOST_MOVES = 100;

export function summarise(
  result: Explained,
  model: Model,
  ranks: Float64Array,
  revenue: Float64Array | undefined,
  moved: readonly Movement[] | undefined,
  tiersBefore: readonly string[] | undefined,
): Preview {
  const tiers = model.tiers.map(({ tier, hoursPerAccount }, place) => tierSummary(result, place, tier, hoursPerAccount, revenue));
  const hoursKnown = tiers.every(({ hours }) => hours !== undefined);
  const available = hoursAvailable(model);
  let unscored = 0;
  let gated = 0;
  for (let account = 0; account < result.places.length; account++) {
    if (result.places[account] === NO_TIER) unscored++;
    else if (result.places[account] !== result.ungated[account]) gated++;
  }
  const explained = (account: number): ExplainedAccount => ({
    account,
    tier: result.labels[result.places[account] as number] ?? "",
    score: result.scores[account] as number,
    reason: explainTier(result, model, account),
  });
  return {
    accountCount: result.places.length,
    unscored,
    tiers,
    gated,
    hoursPromised: hoursKnown ? tiers.reduce((sum, { hours }) => sum + (hours ?? 0), 0) : undefined,
    hoursAvailable: Number.isNaN(available) ? undefined : available,
    top: bestRanked(ranks, 1).map(explained),
    bottom: bestRanked(ranks, -1).map(explained),
    movement: moved && tiersBefore ? movementSummary(result, model, moved, tiersBefore) : undefined,
  };
}

function tierSummary({ places, scores }: Explained, place: number, label: string, hoursPerAccount: number | undefined, revenue: Float64Array | undefined): TierSummary {
  let count = 0;
  let sum = 0;
  let lowestScore = Infinity;
  for (let account = 0; account < places.length; account++) {
    if (places[account] !== place) continue;
    count++;
    const own = revenue?.[account] ?? NaN;
    if (!Number.isNaN(own)) sum += own;
    lowestScore = Math.min(lowestScore, scores[account] as number);
  }
  return {
    label,
    count,
    revenue: revenue ? sum : undefined,
    lowestScore: count > 0 ? lowestScore : undefined,
    hours: hoursPerAccount === undefined ? undefined : count * hoursPerAccount,
  };
}

/** The accounts at one end of the ranking, the outermost first: found in one pass, without sorting all. */
function bestRanked(ranks: Float64Array, sign: 1 | -1): number[] {
  const found: number[] = [];
  const comesBefore = (a: number, b: number) => sign * ((ranks[a] as number) - (ranks[b] as number)) || a - b;
  for (let account = 0; account < ranks.length; account++) {
    if (Number.isNaN(ranks[account])) continue;
    if (found.length === SHOWN_ACCOUNTS && comesBefore(account, found.at(-1) as number) >= 0) continue;
    const at = found.findIndex((other) => comesBefore(account, other) < 0);
    found.splice(at < 0 ? found.length : at, 0, account);
    if (found.length > SHOWN_ACCOUNTS) found.pop();
  }
  return found;
}

function movementSummary(result: Explained, model: Model, moved: readonly Movement[], tiersBefore: readonly string[]): MovementSummary {
  const byCause = Object.fromEntries(MOVE_CAUSES.map((cause) => [cause, 0])) as Record<MoveCause, number>;
  for (const { cause } of moved) byCause[cause]++;
  const place = new Map(result.labels.map((label, i) => [label, i]));
  const distance = ({ from, to }: Movement) => Math.abs((place.get(from) as number) - (place.get(to) as number));
  const largest = [...moved].sort((a, b) => distance(b) - distance(a) || (result.scores[b.account] as number) - (result.scores[a.account] as number)).slice(0, MOST_MOVES);
  const known = new Set(result.labels.map((label) => label.trim().toLowerCase()));
  return {
    compared: tiersBefore.reduce((sum, tier, account) => sum + (known.has(tier.trim().toLowerCase()) && result.places[account] !== NO_TIER ? 1 : 0), 0),
    up: moved.filter(({ isUp }) => isUp).length,
    down: moved.filter(({ isUp }) => !isUp).length,
    byCause,
    moves: largest.map((move) => ({ ...move, reason: explainTier(result, model, move.account) })),
  };
}
