import { capacityBounds, eligibilityBounds } from "../core/tiering/capacityTiers";
import { boundsFromCutoffs, checkBuffer, cutoffTiers } from "../core/tiering/cutoffTiers";
import { checkTierCount, naturalBounds } from "../core/tiering/naturalTiers";
import { DEFAULT_PARETO_SHARES, PARETO_BOUNDARIES, paretoTiers } from "../core/tiering/paretoTiers";
import { quotaBounds } from "../core/tiering/quotaTiers";
import { NO_TIER, tiersByBounds, type TierPlaces } from "../core/tiering/tierBounds";
import { RowErrors } from "../core/rowErrors";
import { readColumn } from "./arguments/readColumns";
import { readNumber, readWord } from "./arguments/readOption";
import { readLabels, readTextColumn } from "./arguments/readTexts";
import { readVector } from "./arguments/readVector";
import { isOmitted } from "./arguments/rowsOf";
import { calculate } from "./results/excelError";
import { spillLabels } from "./results/spill";

/**
 * Where the account belongs that crosses a cumulative share.
 * @customenum {string}
 */
export enum ShareBoundary {
  /** To the better class: an account belongs to the first class whose share is not yet reached before it */
  before = "before",
  /** To the next class: an account belongs to the first class that still holds the share including it */
  after = "after",
}

/** The places of tiers that people wrote down: in any case, and none where the text is no label. */
function placesOfLabels(texts: readonly string[], labels: readonly string[]): TierPlaces {
  const places = new Map(labels.map((label, place) => [label.toLowerCase(), place]));
  return Int32Array.from(texts, (text) => places.get(text.toLowerCase()) ?? NO_TIER);
}

/**
 * Gives each score the first tier whose cutoff it reaches; a buffer keeps accounts near a cutoff in the tier they had.
 * @customfunction TIER TIER
 * @helpurl https://localhost:3000/help/tier.html
 * @param scores Scores, one per account
 * @param cutoffs Lowest score of every tier but the last, in any order
 * @param [labels] Names of the tiers, best first, one more than cutoffs; A, B, C, … when left out
 * @param [previous] Tier each account had before; blank or unknown is ignored
 * @param [buffer] Score points past a cutoff at which a previous tier changes; 0 when left out
 * @returns The tier of each account, blank where the score is blank
 * @remarks A score on a cutoff is in. With previous tiers and a buffer an account moves up only at cutoff + buffer or above and
 *   down only below cutoff - buffer, so that tiers do not flap from year to year.
 * @example =KAM.TIER({92;75;40}, {80,50}) → {"A";"B";"C"}
 * @example =KAM.TIER(79, {80,50}, {"A","B","C"}, "A", 3) → "A"
 *   79 is below 80, but not below 77: the account keeps its tier.
 * @throws #VALUE! There is not one label more than cutoffs, two labels are equal, or the buffer is negative.
 * @see Hysteresis (a dead band around a limit), as used in control engineering.
 */
export function tier(scores: unknown[][], cutoffs: unknown[][], labels?: unknown[][], previous?: unknown[][], buffer?: unknown): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const column = readColumn(scores, "scores", errors);
    const bounds = boundsFromCutoffs(readVector(cutoffs, "cutoffs"));
    const names = readLabels(labels, bounds.length + 1);
    const points = checkBuffer(readNumber(buffer, "buffer", 0));
    const hysteresis = isOmitted(previous)
      ? null
      : { previous: placesOfLabels(readTextColumn(previous, "previous", column.length), names), buffer: points };
    return spillLabels(cutoffTiers(column, bounds, hysteresis), names, errors);
  });
}

/**
 * Fills the tiers from the best score down, each with at most its quota of accounts; equal scores are never split.
 * @customfunction TIER.QUOTA TIER.QUOTA
 * @helpurl https://localhost:3000/help/tier.quota.html
 * @param scores Scores, one per account
 * @param quotas Size of every tier but the last, best first: a number of accounts, or below 1 a share of them
 * @param [labels] Names of the tiers, best first, one more than quotas; A, B, C, … when left out
 * @returns The tier of each account, blank where the score is blank
 * @remarks Equal scores that do not fit go down together, so a quota is never exceeded. A share is rounded half up to whole
 *   accounts.
 * @example =KAM.TIER.QUOTA({90;80;80;70}, {2}) → {"A";"B";"B";"B"}
 *   The two accounts with 80 do not both fit, so neither is in A.
 * @throws #VALUE! A quota is negative or not a whole number from 1 on, or there is not one label more than quotas.
 * @see Ranking and cutting by quota; equal scores are never split.
 */
export function tierByQuota(scores: unknown[][], quotas: unknown[][], labels?: unknown[][]): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const column = readColumn(scores, "scores", errors);
    const sizes = readVector(quotas, "quotas");
    const names = readLabels(labels, sizes.length + 1);
    return spillLabels(tiersByBounds(column, quotaBounds(column, sizes)), names, errors);
  });
}

/**
 * ABC classes: the largest values that together make up the given shares of the total.
 * @customfunction TIER.PARETO TIER.PARETO
 * @helpurl https://localhost:3000/help/tier.pareto.html
 * @param values Values that add up, such as revenue, one per account
 * @param [shares] Cumulative shares of every class but the last; 0.8 and 0.95 when left out
 * @param [labels] Names of the classes, best first, one more than shares; A, B, C, … when left out
 * @param [boundary] Where the account belongs that crosses a share: before (default) or after
 * @returns The class of each account, blank where the value is blank
 * @remarks before: an account belongs to the first class whose share is not yet reached before it, so the largest is always in
 *   the first class. Values of zero and below add nothing and take the last label.
 * @example =KAM.TIER.PARETO({600;250;100;50}) → {"A";"A";"B";"C"}
 *   Before the second account 60 % are reached, before the third 85 %, before the fourth 95 %.
 * @throws #VALUE! The shares do not ascend between 0 and 1, or there is not one label more than shares.
 * @see ABC analysis: Dickie, ABC Inventory Analysis Shoots for Dollars (1951).
 */
export function tierByPareto(values: unknown[][], shares?: unknown[][], labels?: unknown[][], boundary?: ShareBoundary): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const column = readColumn(values, "values", errors);
    const ends = isOmitted(shares) ? Float64Array.from(DEFAULT_PARETO_SHARES) : readVector(shares, "shares");
    const names = readLabels(labels, ends.length + 1);
    const rule = readWord(boundary, "boundary", PARETO_BOUNDARIES, "before");
    return spillLabels(paretoTiers(column, ends, rule), names, errors);
  });
}

/**
 * Cuts the scores where they lie furthest apart: the tiers with the smallest sum of squares within them.
 * @customfunction TIER.NATURAL TIER.NATURAL
 * @helpurl https://localhost:3000/help/tier.natural.html
 * @param scores Scores, one per account
 * @param tiers Number of tiers, at most the number of different scores
 * @param [labels] Names of the tiers, best first; A, B, C, … when left out
 * @returns The tier of each account, blank where the score is blank
 * @remarks Exact for one column of scores: no other cut has a smaller sum of squared distances to the tiers' means.
 * @example =KAM.TIER.NATURAL({95;92;60;58;20}, 3) → {"A";"A";"B";"B";"C"}
 * @throws #VALUE! There are more tiers than different scores, or not one label per tier.
 * @see Fisher, On Grouping for Maximum Homogeneity (1958); Wang and Song, Ckmeans.1d.dp (2011).
 */
export function tierByNaturalBreaks(scores: unknown[][], tiers: unknown, labels?: unknown[][]): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const column = readColumn(scores, "scores", errors);
    const count = checkTierCount(readNumber(tiers, "tiers"));
    const names = readLabels(labels, count);
    return spillLabels(tiersByBounds(column, naturalBounds(column, count)), names, errors);
  });
}

/**
 * Spends the hours of the team from the best score down, such that every account still gets the hours of the last tier.
 * @customfunction TIER.CAPACITY TIER.CAPACITY
 * @helpurl https://localhost:3000/help/tier.capacity.html
 * @param scores Scores, one per account
 * @param hours Promised hours per account and year of each tier, best first
 * @param capacity Hours per year the team has
 * @param [labels] Names of the tiers, best first; A, B, C, … when left out
 * @param [cutoffs] Lowest score eligible for each tier but the last, in any order
 * @returns The tier of each account, blank where the score is blank
 * @remarks The first tier takes the most accounts such that all others can still have the last tier's hours; then the second from
 *   what is left, and so on. Equal scores are never split.
 * @example =KAM.TIER.CAPACITY({90;70;50}, {100,20}, 160) → {"A";"B";"B"}
 *   One account at 100 and two at 20 take 140 hours; two at 100 and one at 20 would take 220.
 * @throws #N/A Even the last tier's hours for everyone exceed the capacity. The message says how many hours are short.
 * @throws #VALUE! Hours or capacity are negative, or there is not one label per tier.
 * @see Greedy allocation from the best score down.
 */
export function tierByCapacity(
  scores: unknown[][],
  hours: unknown[][],
  capacity: unknown,
  labels?: unknown[][],
  cutoffs?: unknown[][],
): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const column = readColumn(scores, "scores", errors);
    const promised = readVector(hours, "hours");
    const names = readLabels(labels, promised.length);
    const eligibility = isOmitted(cutoffs) ? null : eligibilityBounds(readVector(cutoffs, "cutoffs"), promised.length);
    const bounds = capacityBounds(column, { hours: promised, available: readNumber(capacity, "capacity"), eligibility });
    return spillLabels(tiersByBounds(column, bounds), names, errors);
  });
}
