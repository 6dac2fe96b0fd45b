import { NO_TIER } from "../../core/tiering/tierBounds";
import type { Model } from "../../sheets/model/model";
import type { TieringResult } from "./computeTiering";

/** What an explanation looks at: less than a whole result, so that a preview need not compute the rest. */
export type Explained = Pick<TieringResult, "scores" | "shares" | "counted" | "places" | "ungated" | "brokenGates" | "errors" | "labels">;

/** Named before the rest: more than two strengths or weaknesses are not read in ten seconds. */
const NAMED = 2;

const points = (value: number): string => value.toFixed(1);

/**
 * Why an account is in its tier, in words that can be read out in ten seconds: `78.4 points. Strong: Relationship (14.0 of
 * 15), Revenue (22.1 of 25). Loses most on Days late (2.0 of 15).` A gate is named first, because nothing else mattered.
 */
export function explainTier(result: Explained, model: Model, account: number): string {
  const error = result.errors.get(account);
  if (error) return `No score: ${error.message}.`;
  const place = result.places[account] as number;
  if (place === NO_TIER) return "No score.";
  const words: string[] = [];
  const ungated = result.ungated[account] as number;
  if (ungated !== place) words.push(`Would be ${result.labels[ungated]}, but ${result.brokenGates[account]}.`);
  words.push(`${points(result.scores[account] as number)} points.`);
  const parts = partsOf(result, model, account);
  const strong = [...parts].sort((a, b) => b.share - a.share || b.most - a.most).filter(({ share }) => share >= 0.5).slice(0, NAMED);
  if (strong.length > 0) words.push(`Strong: ${strong.map(named).join(", ")}.`);
  const [worst] = [...parts].sort((a, b) => b.most - b.got - (a.most - a.got));
  if (worst && worst.share < 0.5) words.push(`Loses most on ${named(worst)}.`);
  const missing = model.criteria.filter((_, c) => Number.isNaN(result.shares.values[account * result.shares.columnCount + c]));
  if (missing.length > 0) words.push(`Not known: ${missing.map(({ criterion }) => criterion).join(", ")}.`);
  return words.join(" ");
}

const partOf = (criterion: string, most: number, share: number): Part => ({ criterion, got: most * share, most, share });

/** What one criterion gives an account. */
export interface Part {
  readonly criterion: string;
  readonly got: number;
  /** What the criterion gives at most, with the account's own weights (missing criteria skipped). */
  readonly most: number;
  readonly share: number;
}

const named = ({ criterion, got, most }: Part): string => `${criterion} (${points(got)} of ${points(most)})`;

/** The criteria that count for an account, in the order of the model. */
export function partsOf({ counted }: Explained, model: Model, account: number): Part[] {
  const from = account * counted.columnCount;
  const isCounted = (c: number) => !Number.isNaN(counted.values[from + c]);
  const total = model.criteria.reduce((sum, { weight }, c) => sum + (isCounted(c) ? weight : 0), 0);
  return model.criteria.flatMap(({ criterion, weight }, c) =>
    weight > 0 && isCounted(c) ? [partOf(criterion, (100 * weight) / total, counted.values[from + c] as number)] : [],
  );
}
