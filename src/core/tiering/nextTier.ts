import { columnExtremes } from "../numbers/columnExtremes";
import type { Matrix } from "../numbers/matrix";
import type { RowErrors } from "../rowErrors";
import { checkAnchors, type Direction } from "../scoring/scaling";
import { minMax } from "../scoring/minMax";
import { score } from "../scoring/score";
import { tierOfScore, type TierBounds } from "./tierBounds";

/** What would lift an account into the next better tier. Places are 0-based. */
export type NextTier =
  | { readonly kind: "unscored" }
  | { readonly kind: "best" }
  /** No criterion can do it alone, even at its best value. */
  | { readonly kind: "none"; readonly tier: number }
  | { readonly kind: "reach"; readonly tier: number; readonly criterion: number; readonly value: number };

/** How the accounts are scored: min-max shares, missing criteria skipped. One entry per criterion. */
export interface NextTierScoring {
  readonly weights: Float64Array;
  readonly directions: readonly Direction[];
  /** NaN = the smallest (largest) present value, held fixed while the account changes. */
  readonly floors: Float64Array;
  readonly ceilings: Float64Array;
}

/** Doublings of the last digit after which a figure that still misses the cut-off is given up. */
const MOST_NUDGES = 50;

/**
 * For each account the next better tier and the one criterion that gets there with the smallest change on its 0..1
 * scale. Since the score is a weighted mean, the change needed is the gap in weighted points divided by the criterion's
 * weight: the heaviest criterion with enough room is the answer, the first listed among equals. A criterion the account
 * has no value for cannot be changed, only filled in, and is not proposed.
 *
 * Example: weights 3 and 1, shares 0.5 and 0.2, score 42.5; for a cut-off of 50 the first needs 0.075 × 4 / 3 = 0.1 more.
 */
export function nextTiers(figures: Matrix, scoring: NextTierScoring, bounds: TierBounds, errors: RowErrors): NextTier[] {
  checkAnchors(scoring);
  const shares = minMax(figures, { ...scoring });
  const scores = score(shares, { weights: scoring.weights, missing: "skip" }, errors);
  const search = new NextTierSearch(figures, shares, scoring, bounds);
  return Array.from(scores, (points, row) => (Number.isNaN(points) ? { kind: "unscored" } : search.next(row, points)));
}

/** One criterion and the figure at which it alone lifts an account into the next better tier. */
export interface WayUp {
  readonly criterion: number;
  readonly value: number;
}

/**
 * All criteria that could each alone lift one account into the next better tier, the smallest change on the 0..1 scale
 * first; `nextTiers` gives the first of them for every account.
 * @param row 0-based place of the account
 * @returns empty for an account without a score, in the best tier, or that no single criterion can lift
 */
export function waysToNextTier(figures: Matrix, scoring: NextTierScoring, bounds: TierBounds, row: number, errors: RowErrors): WayUp[] {
  checkAnchors(scoring);
  const shares = minMax(figures, { ...scoring });
  const points = score(shares, { weights: scoring.weights, missing: "skip" }, errors)[row] as number;
  return Number.isNaN(points) ? [] : [...new NextTierSearch(figures, shares, scoring, bounds).ways(row, points)];
}

class NextTierSearch {
  private readonly floors: Float64Array;
  private readonly ceilings: Float64Array;
  /** Criteria that can be changed at all, heaviest first. */
  private readonly candidates: readonly number[];

  constructor(
    private readonly figures: Matrix,
    private readonly shares: Matrix,
    private readonly scoring: NextTierScoring,
    private readonly bounds: TierBounds,
  ) {
    const { lowest, highest } = columnExtremes(figures);
    this.floors = scoring.floors.map((floor, column) => (Number.isNaN(floor) ? lowest[column] : floor));
    this.ceilings = scoring.ceilings.map((ceiling, column) => (Number.isNaN(ceiling) ? highest[column] : ceiling));
    this.candidates = Array.from(scoring.weights.keys())
      .filter((column) => scoring.weights[column] > 0 && this.ceilings[column] > this.floors[column])
      .sort((a, b) => scoring.weights[b] - scoring.weights[a] || a - b);
  }

  next(row: number, points: number): NextTier {
    const place = tierOfScore(points, this.bounds);
    if (place === 0) return { kind: "best" };
    const target = this.bounds[place - 1];
    // Two equal cut-offs leave a tier empty: reaching them leads past it.
    const tier = tierOfScore(target, this.bounds);
    const [first] = this.ways(row, points);
    return first ? { kind: "reach", tier, ...first } : { kind: "none", tier };
  }

  *ways(row: number, points: number): Generator<WayUp, void, void> {
    const place = tierOfScore(points, this.bounds);
    if (place === 0) return;
    const target = this.bounds[place - 1];
    const weight = this.weightOf(row);
    for (const criterion of this.candidates) {
      const share = this.shares.values[row * this.shares.columnCount + criterion];
      if (Number.isNaN(share)) continue;
      const needed = share + ((target - points) / 100) * (weight / this.scoring.weights[criterion]);
      const value = needed <= 1 + 1e-9 ? this.valueReaching(row, criterion, Math.min(1, needed), target) : null;
      if (value !== null) yield { criterion, value };
    }
  }

  /** The figure of a share, made good for rounding until the score computed with it reaches the target. */
  private valueReaching(row: number, criterion: number, share: number, target: number): number | null {
    const floor = this.floors[criterion];
    const ceiling = this.ceilings[criterion];
    const range = ceiling - floor;
    const better = this.scoring.directions[criterion];
    const best = better === 1 ? ceiling : floor;
    const exact = better === 1 ? floor + range * share : ceiling - range * share;
    // Twelve digits read better than seventeen and are nearly always enough.
    const readable = Number(exact.toPrecision(12));
    if (this.scoreWith(row, criterion, readable) >= target) return readable;
    let step = better * Math.max(Number.EPSILON * Math.abs(exact), Number.EPSILON * range);
    for (let nudge = 0, value = exact; nudge < MOST_NUDGES; nudge++, value = exact + step, step *= 2) {
      const inside = better * (value - best) < 0 ? value : best;
      if (this.scoreWith(row, criterion, inside) >= target) return inside;
      if (inside === best) return null;
    }
    return null;
  }

  /** The account's score with one figure replaced, by the same steps as min-max shares and scores are computed. */
  private scoreWith(row: number, criterion: number, value: number): number {
    const share = (value - this.floors[criterion]) / (this.ceilings[criterion] - this.floors[criterion]);
    const clamped = share < 0 ? 0 : share > 1 ? 1 : share;
    const better = this.scoring.directions[criterion];
    return this.scoreOf(row, criterion, better === 1 ? clamped : 1 - clamped);
  }

  private scoreOf(row: number, replaced: number, replacement: number): number {
    const { columnCount, values } = this.shares;
    let points = 0;
    let weight = 0;
    for (let column = 0; column < columnCount; column++) {
      const share = column === replaced ? replacement : values[row * columnCount + column];
      if (Number.isNaN(share)) continue;
      points += this.scoring.weights[column] * share;
      weight += this.scoring.weights[column];
    }
    return 100 * (points / weight);
  }

  private weightOf(row: number): number {
    const { columnCount, values } = this.figures;
    let weight = 0;
    for (let column = 0; column < columnCount; column++) {
      if (!Number.isNaN(values[row * columnCount + column])) weight += this.scoring.weights[column];
    }
    return weight;
  }
}
