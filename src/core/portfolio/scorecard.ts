import type { Column, Matrix } from "../numbers/matrix";
import type { RowErrors } from "../rowErrors";
import { brokenGates, checkGate, type Gate, type GateValue } from "../scoring/gate";
import { rank } from "../scoring/rank";
import type { Direction, Scale } from "../scoring/scaling";
import { score, standInsFor } from "../scoring/score";
import { toShares } from "../scoring/toShares";
import { checkWeights, type MissingRule } from "../scoring/weighting";
import { NO_TIER, type TierPlaces } from "../tiering/tierBounds";
import { tiersByRule, type TierRule } from "./tierRule";

/** Shares this close are equal: 0.2 and 1 - 0.8 differ only by the rounding of double precision. */
const SAME_SHARE = 1e-12;

/** One line of the criteria table. */
export interface Criterion {
  readonly name: string;
  readonly weight: number;
  readonly direction: Direction;
  readonly scale: Scale;
  /** NaN = the smallest (largest) present value. */
  readonly floor: number;
  readonly ceiling: number;
  readonly missing: MissingRule;
}

/** A gate that keeps accounts out of the best tiers. */
export interface TierGate {
  readonly gate: Gate;
  /** 0-based place of the best tier an account gets that breaks the gate. */
  readonly bestTier: number;
}

/** A whole portfolio as typed input. */
export interface Portfolio {
  /** A row per account, a column per criterion. */
  readonly figures: Matrix;
  readonly criteria: readonly Criterion[];
  readonly tiers: TierRule;
  readonly gates: readonly TierGate[];
  /** Per account one value per gate. */
  readonly gateValues: readonly (readonly GateValue[])[];
}

/** What the scorecard says about each account; one entry per account. */
export interface Scorecard {
  /** 0 to 100; NaN where the account's row has an error. */
  readonly scores: Column;
  readonly ranks: Column;
  readonly tiers: TierPlaces;
  /** Broken gates as text, "" when none is. */
  readonly brokenGates: readonly string[];
  /** The criterion with the highest share 0..1, "" without any. */
  readonly strongest: readonly string[];
  readonly weakest: readonly string[];
  /** Names of the criteria the account has no value for. */
  readonly missing: readonly (readonly string[])[];
}

/**
 * Scores, ranks and tiers a portfolio. Every criterion has its own scale and its own rule for missing values. An
 * account that breaks a gate keeps its score and rank, but gets at most the gate's best tier; with quotas its place in
 * the better tier stays empty.
 *
 * Strongest and weakest go by contribution relative to weight, which is the criterion's share 0..1: where the account
 * stands best and worst, whatever the criterion weighs. Among equal shares the heavier criterion is named, then the
 * first listed. Criteria without weight or without a value do not compete.
 */
export function scorecard(portfolio: Portfolio, errors: RowErrors): Scorecard {
  const { figures, criteria, tiers, gates, gateValues } = portfolio;
  gates.forEach(({ gate }) => checkGate(gate));
  const weights = Float64Array.from(criteria, (criterion) => criterion.weight);
  checkWeights(weights, figures.columnCount);
  const shares = sharesByCriterion(figures, criteria);
  const scores = score(withStandIns(shares, criteria, errors), { weights, missing: "skip" }, errors);
  const broken = gateValues.map((values) => brokenGates(values, gates.map(({ gate }) => gate)));
  return {
    scores,
    ranks: rank(scores, "competition"),
    tiers: cappedByGates(tiersByRule(scores, tiers), gates, gateValues),
    brokenGates: broken,
    ...extremeNames(shares, criteria),
    missing: missingNames(shares, criteria),
  };
}

/** Each criterion on its own 0..1 scale. */
function sharesByCriterion({ rowCount, columnCount, values }: Matrix, criteria: readonly Criterion[]): Matrix {
  const shares = new Float64Array(values.length);
  criteria.forEach((criterion, column) => {
    const own = Float64Array.from({ length: rowCount }, (_, row) => values[row * columnCount + column]);
    criterionShares(own, criterion).forEach((share, row) => (shares[row * columnCount + column] = share));
  });
  return { rowCount, columnCount, values: shares };
}

/** The figures of one criterion on its own 0..1 scale. */
export function criterionShares(figures: Column, { scale, direction, floor, ceiling }: Criterion): Column {
  const scaling = { scale, directions: [direction], floors: Float64Array.of(floor), ceilings: Float64Array.of(ceiling) };
  return toShares({ rowCount: figures.length, columnCount: 1, values: figures }, scaling).values;
}

/** The shares with each criterion's rule for missing values applied; rows without any value stay as they are. */
export function withStandIns({ rowCount, columnCount, values }: Matrix, criteria: readonly Criterion[], errors: RowErrors): Matrix {
  const filled = Float64Array.from(values);
  criteria.forEach(({ name, missing }, column) => {
    const own = Float64Array.from({ length: rowCount }, (_, row) => values[row * columnCount + column]);
    const standIn = standInsFor({ rowCount, columnCount: 1, values: own }, missing)[0];
    for (let row = 0; row < rowCount; row++) {
      const place = row * columnCount + column;
      if (!Number.isNaN(own[row]) || values.subarray(row * columnCount, (row + 1) * columnCount).every(Number.isNaN)) continue;
      filled[place] = standIn;
      if (missing === "error") errors.add(row, "notANumber", `${name} is missing, and the criteria table asks for an error then`);
    }
  });
  for (const [row] of errors) filled.fill(NaN, row * columnCount, (row + 1) * columnCount);
  return { rowCount, columnCount, values: filled };
}

/** An account that breaks a gate gets at most the gate's best tier. */
export function cappedByGates(places: TierPlaces, gates: readonly TierGate[], gateValues: readonly (readonly GateValue[])[]): TierPlaces {
  return places.map((place, row) => {
    if (place === NO_TIER) return place;
    return gates.reduce(
      (capped, { gate, bestTier }, column) => (brokenGates([gateValues[row][column]], [gate]) === "" ? capped : Math.max(capped, bestTier)),
      place,
    );
  });
}

/** 0-based places of the criteria each account stands best and worst in, -1 without any. */
export interface ExtremePlaces {
  readonly strongest: Int32Array;
  readonly weakest: Int32Array;
}

export function strongestAndWeakest({ rowCount, columnCount, values }: Matrix, criteria: readonly Criterion[]): ExtremePlaces {
  const heaviestFirst = [...criteria.keys()].filter((c) => criteria[c].weight > 0).sort((a, b) => criteria[b].weight - criteria[a].weight || a - b);
  const pick = (row: number, sign: 1 | -1): number => {
    let place = -1;
    let top = -Infinity;
    for (const column of heaviestFirst) {
      const share = sign * values[row * columnCount + column];
      if (share > top + SAME_SHARE) {
        top = share;
        place = column;
      }
    }
    return place;
  };
  return {
    strongest: Int32Array.from({ length: rowCount }, (_, row) => pick(row, 1)),
    weakest: Int32Array.from({ length: rowCount }, (_, row) => pick(row, -1)),
  };
}

function extremeNames(shares: Matrix, criteria: readonly Criterion[]): Pick<Scorecard, "strongest" | "weakest"> {
  const { strongest, weakest } = strongestAndWeakest(shares, criteria);
  const names = (places: Int32Array) => Array.from(places, (place) => criteria[place]?.name ?? "");
  return { strongest: names(strongest), weakest: names(weakest) };
}

function missingNames({ rowCount, columnCount, values }: Matrix, criteria: readonly Criterion[]): string[][] {
  return Array.from({ length: rowCount }, (_, row) =>
    criteria.filter((_, column) => Number.isNaN(values[row * columnCount + column])).map((criterion) => criterion.name),
  );
}
