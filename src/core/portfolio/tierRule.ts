import { CalculationError } from "../errors";
import type { Column } from "../numbers/matrix";
import { boundsFromCutoffs } from "../tiering/cutoffTiers";
import { naturalBounds } from "../tiering/naturalTiers";
import { checkShares, paretoTiers } from "../tiering/paretoTiers";
import { checkQuotas, quotaBounds } from "../tiering/quotaTiers";
import { tiersByBounds, type TierPlaces } from "../tiering/tierBounds";

/** How a tier table is read: its From column holds cut-offs, quotas, cumulative shares, or nothing that counts. */
export const TIER_METHODS = ["cutoff", "quota", "pareto", "natural"] as const;
export type TierMethod = (typeof TIER_METHODS)[number];

/** One line of a tier table, `from` NaN when blank. */
export interface TierLine {
  readonly label: string;
  readonly from: number;
}

/** A tier table made sense of: labels best first, and one number for every tier but the last. */
export interface TierRule {
  readonly method: TierMethod;
  readonly labels: readonly string[];
  readonly limits: Float64Array;
}

/**
 * Reads the lines of a tier table by the method. Tiers are listed best first; cut-offs may also be listed from the
 * lowest up. The last tier takes the rest, so its From does not count and may be blank.
 */
export function tierRule(method: TierMethod, lines: readonly TierLine[]): TierRule {
  checkNames(lines);
  const ordered = method === "cutoff" ? fallingCutoffs(lines) : lines;
  const labels = ordered.map((line) => line.label);
  const limits = Float64Array.from(ordered.slice(0, -1), (line) => line.from);
  if (method === "quota" && limits.length > 0) checkQuotas(limits);
  if (method === "pareto" && limits.length > 0) checkShares(limits);
  return { method, labels, limits };
}

export function tiersByRule(scores: Column, { method, labels, limits }: TierRule): TierPlaces {
  if (labels.length === 1) return tiersByBounds(scores, limits);
  switch (method) {
    case "cutoff":
      return tiersByBounds(scores, boundsFromCutoffs(limits));
    case "quota":
      return tiersByBounds(scores, quotaBounds(scores, limits));
    case "pareto":
      return paretoTiers(scores, limits, "before");
    case "natural":
      return tiersByBounds(scores, naturalBounds(scores, labels.length));
  }
}

function checkNames(lines: readonly TierLine[]): void {
  if (lines.length === 0) throw new CalculationError("shape", "tiers: at least one tier is needed, but there is none");
  lines.forEach(({ label }, place) => {
    if (label === "") throw new CalculationError("shape", `tiers: tier ${place + 1} has no name`);
    const first = lines.findIndex((other) => other.label.toLowerCase() === label.toLowerCase());
    if (first < place) throw new CalculationError("outOfRange", `tiers: tier ${first + 1} and tier ${place + 1} are both named "${label}"`);
  });
}

/** The lines from the highest cut-off down; a blank one is the lowest tier. Neither order means a slip of the hand. */
function fallingCutoffs(lines: readonly TierLine[]): readonly TierLine[] {
  const froms = lines.map(({ from }) => (Number.isNaN(from) ? -Infinity : from));
  const rising = lines.length > 1 && froms.every((from, place) => place === 0 || from > froms[place - 1]);
  if (rising) return [...lines].reverse();
  froms.forEach((from, place) => {
    if (place === 0 || from < froms[place - 1]) return;
    const shown = ([label, bound]: readonly [string, number]) => `${label} from ${bound === -Infinity ? "blank" : bound}`;
    const above = shown([lines[place - 1].label, froms[place - 1]]);
    throw new CalculationError("outOfRange", `tiers: ${shown([lines[place].label, from])} follows ${above}; list the tiers best first, with falling cutoffs`);
  });
  return lines;
}
