import { boundsFromCutoffs } from "../core/tiering/cutoffTiers";
import { nextTiers, type NextTier } from "../core/tiering/nextTier";
import { DEFAULT_DRAWS, DEFAULT_SEED, DEFAULT_SPREAD, stabilityJob } from "../core/tiering/stability";
import { keptShares } from "../core/tiering/stabilityDraws";
import { RowErrors } from "../core/rowErrors";
import { toShares } from "../core/scoring/toShares";
import { MISSING_RULES } from "../core/scoring/weighting";
import { readFigures } from "./arguments/readFigures";
import { readNumber, readWord } from "./arguments/readOption";
import { readLabels, readTexts } from "./arguments/readTexts";
import { readVector } from "./arguments/readVector";
import { isOmitted } from "./arguments/rowsOf";
import { countFailures } from "./background/countFailures";
import { calculate, excelErrorOf } from "./results/excelError";
import { spillNumbers, withErrors, type ResultCell } from "./results/spill";

/** @customenum {string} */
export enum StabilityScale {
  /** From the smallest to the largest value, or from floor to ceiling (default) */
  minmax = "minmax",
  /** By rank among the accounts */
  percentile = "percentile",
  /** By distance from the mean, as a normal probability */
  zscore = "zscore",
}

/** @customenum {string} */
export enum StabilityMissing {
  /** The account's other weights are rescaled (default) */
  skip = "skip",
  /** Counts 0 */
  worst = "worst",
  /** Counts the criterion's average */
  average = "average",
  /** The account gets an error */
  error = "error",
}

/**
 * Tells how firmly each account sits in its tier: the share of random changes of the weights in which it keeps the tier.
 * @customfunction TIER.STABILITY TIER.STABILITY
 * @helpurl https://localhost:3000/help/tier.stability.html
 * @param values Figures, one row per account and one column per criterion
 * @param weights One weight per criterion; only their ratio counts
 * @param cutoffs Lowest score of every tier but the last, in any order
 * @param [directions] One per criterion: 1 or higher (default), -1 or lower is better
 * @param [scale] How figures become comparable: minmax (default), percentile or zscore
 * @param [missing] What a missing figure does: skip (default), worst, average or error
 * @param [floors] Value of each criterion that counts 0 with minmax; blank = the smallest
 * @param [ceilings] Value of each criterion that counts 1 with minmax; blank = the largest
 * @param [spread] How far each weight may move, 0 to 1; 0.2 (20 % up or down) when left out
 * @param [draws] Number of random draws; 1,000 when left out
 * @param [seed] Whole number that fixes the draws; 1 when left out
 * @param invocation Tells when the calculation is canceled
 * @cancelable
 * @returns Share of draws from 0 to 1 in which the account keeps its tier
 * @remarks Every weight is multiplied by its own random factor from 1 - spread to 1 + spread, as often as there are draws. 1 means
 *   that no draw moves the account. The draws are fixed by the seed, so the answer does not change on recalculation.
 * @example =KAM.TIER.STABILITY({10,0;7,7;0,10}, {2,1}, {60,30}) → {0.958;1;0.805}
 *   The second account has 70 of 100 whatever the weights are; the others sit close to a cutoff.
 * @throws #N/A The account has no figure at all. Enter one.
 * @throws #VALUE! The spread is outside 0 to 1, draws or seed are not whole numbers, or the weights do not fit the columns.
 * @see Monte Carlo sensitivity analysis of weights: Butler, Jia and Dyer (1997).
 */
export async function tierStability(
  values: unknown[][],
  weights: unknown[][],
  cutoffs: unknown[][],
  directions: unknown[][],
  scale: StabilityScale,
  missing: StabilityMissing,
  floors: unknown[][],
  ceilings: unknown[][],
  spread: unknown,
  draws: unknown,
  seed: unknown,
  invocation: CustomFunctions.CancelableInvocation,
): Promise<unknown[][]> {
  try {
    const errors = new RowErrors();
    const { figures, scaling } = readFigures({ values, directions, scale, floors, ceilings }, errors);
    const bounds = boundsFromCutoffs(readVector(cutoffs, "cutoffs"));
    const weighting = { weights: readVector(weights, "weights"), missing: readWord(missing, "missing", MISSING_RULES, "skip") };
    const shaking = {
      spread: readNumber(spread, "spread", DEFAULT_SPREAD),
      drawCount: readNumber(draws, "draws", DEFAULT_DRAWS),
      seed: readNumber(seed, "seed", DEFAULT_SEED),
    };
    const job = stabilityJob(toShares(figures, scaling, figures.values), weighting, bounds, shaking, errors);
    const count = countFailures(job);
    // Only Excel passes an invocation; other callers may leave it out.
    if (!isOmitted(invocation)) invocation.onCanceled = () => count.cancel();
    return spillNumbers(keptShares(figures.rowCount, job.tests, await count.result, job.drawCount), errors);
  } catch (thrown) {
    throw excelErrorOf(thrown);
  }
}

/**
 * Shows what lifts each account into the next better tier: the tier, the one criterion with the least change, its value.
 * @customfunction TIER.NEXT TIER.NEXT
 * @helpurl https://localhost:3000/help/tier.next.html
 * @param values Figures, one row per account and one column per criterion
 * @param weights One weight per criterion; only their ratio counts
 * @param cutoffs Lowest score of every tier but the last, in any order
 * @param [directions] One per criterion: 1 or higher (default), -1 or lower is better
 * @param [floors] Value of each criterion that counts 0; blank = the smallest, held fixed
 * @param [ceilings] Value of each criterion that counts 1; blank = the largest, held fixed
 * @param [labels] Names of the tiers, best first, one more than cutoffs; A, B, C, … when left out
 * @param [names] Names of the criteria; column 1, column 2, … when left out
 * @returns Three columns: the next better tier, the criterion to change, and the value it needs
 * @remarks The change is measured on the criterion's 0 to 1 scale, so that figures in different units compare. Observed floors and
 *   ceilings are held where they are.
 * @example =KAM.TIER.NEXT({90,4;60,3.5}, {3,1}, {70}, {1,1}, {0,0}, {100,5}, {"A","B"}, {"Sales","Service"}) → {"already in the best tier","","";"A","Sales",70}
 *   The second account scores 62.5; Sales of 70 lift it to 70, Service would have to rise by three times as much.
 * @throws #VALUE! The weights, cutoffs, labels or names do not fit, as for KAM.SCORE and KAM.TIER.
 * @see One-at-a-time sensitivity analysis of the weighted sum.
 */
export function nextTier(
  values: unknown[][],
  weights: unknown[][],
  cutoffs: unknown[][],
  directions?: unknown[][],
  floors?: unknown[][],
  ceilings?: unknown[][],
  labels?: unknown[][],
  names?: unknown[][],
): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const { figures, scaling } = readFigures({ values, directions, floors, ceilings }, errors);
    const bounds = boundsFromCutoffs(readVector(cutoffs, "cutoffs"));
    const tiers = readLabels(labels, bounds.length + 1);
    const given = isOmitted(names) ? [] : readTexts(names, "names", figures.columnCount);
    const criteria = Array.from({ length: figures.columnCount }, (_, column) => given[column] || `column ${column + 1}`);
    const scoring = { ...scaling, weights: readVector(weights, "weights") };
    const rows = nextTiers(figures, scoring, bounds, errors).map((next) => nextTierRow(next, tiers, criteria));
    return withErrors(rows, errors, 3);
  });
}

function nextTierRow(next: NextTier, tiers: readonly string[], criteria: readonly string[]): ResultCell[] {
  switch (next.kind) {
    case "unscored":
      return ["", "", ""];
    case "best":
      return ["already in the best tier", "", ""];
    case "none":
      return [tiers[next.tier], "no single criterion suffices", ""];
    case "reach":
      return [tiers[next.tier], criteria[next.criterion], next.value];
  }
}
