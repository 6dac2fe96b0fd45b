import { criticWeights, entropyWeights } from "../../core/weights/dataWeights";
import { consistencyRatio, pairwiseWeights } from "../../core/weights/pairwise";
import { rankWeights } from "../../core/weights/rankWeights";
import { CalculationError } from "../../core/errors";
import type { ModelLine } from "../../sheets/model/modelCells";
import { Problem } from "../problems";
import type { AccountListStore, ListPlace } from "./accountListStore";
import { columnsNamed } from "./findAccountList";
import { cellChanges } from "./lineChanges";
import type { ModelChange } from "./modelStore";

/** Accounts the data-driven weights look at, spread over the list: more change no digit anybody would see, but take seconds. */
const MOST_ACCOUNTS = 5000;

/** Up to this many criteria the random index of the consistency ratio is known. */
export const MOST_COMPARED = 15;

/** Weights that sum to 100, with one decimal: what a person would type. The largest takes what rounding leaves. */
export function roundedWeights(shares: ArrayLike<number>): number[] {
  const total = Array.from(shares).reduce((sum, share) => sum + share, 0);
  const rounded = Array.from(shares, (share) => Math.round((1000 * share) / total));
  const largest = rounded.indexOf(Math.max(...rounded));
  rounded[largest] = (rounded[largest] ?? 0) + 1000 - rounded.reduce((sum, tenths) => sum + tenths, 0);
  return rounded.map((tenths) => tenths / 10);
}

/** Rank order centroid: `order` holds the places of the criteria, most important first. */
export function weightsByRank(order: readonly number[]): number[] {
  const ranks = new Float64Array(order.length);
  order.forEach((criterion, position) => (ranks[criterion] = position + 1));
  return roundedWeights(rankWeights(ranks, "centroid"));
}

export interface PairwiseResult {
  readonly weights: readonly number[];
  /** Below 0.1 is commonly accepted. */
  readonly consistencyRatio: number;
  /** The comparison that agrees least with the others. */
  readonly worst: { readonly first: number; readonly second: number } | undefined;
}

/** How many times as important the first criterion of each pair is as the second, row by row of the upper triangle. */
export function weightsByComparison(count: number, comparisons: readonly number[]): PairwiseResult {
  const values = new Float64Array(count * count).fill(1);
  const pairs = pairsOf(count);
  pairs.forEach(([a, b], i) => {
    values[a * count + b] = comparisons[i] ?? 1;
    values[b * count + a] = 1 / (comparisons[i] ?? 1);
  });
  const matrix = { rowCount: count, columnCount: count, values };
  const weights = pairwiseWeights(matrix);
  const misfit = ([a, b]: readonly [number, number], i: number) => Math.abs(Math.log(((comparisons[i] ?? 1) * (weights[b] as number)) / (weights[a] as number)));
  const misfits = pairs.map(misfit);
  const worst = pairs[misfits.indexOf(Math.max(...misfits))];
  return { weights: roundedWeights(weights), consistencyRatio: consistencyRatio(matrix), worst: worst && { first: worst[0], second: worst[1] } };
}

/** All pairs of so many things, in reading order. */
export const pairsOf = (count: number): readonly (readonly [number, number])[] =>
  Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (_, b) => [a, a + b + 1] as const)).flat();

/** Weights from the list's own figures: what tells accounts apart weighs more. Says nothing about what is important. */
export async function weightsByData(store: AccountListStore, place: ListPlace, criteria: readonly ModelLine[], method: "entropy" | "critic"): Promise<number[]> {
  const columns = criteria.map((line) => {
    const header = line.text("Column") || line.text("Criterion");
    const [column] = columnsNamed(place, header);
    if (column === undefined) throw new Problem("modelFaulty", `The account list has no column "${header}".`, "Choose another column for the criterion.");
    return column;
  });
  const step = Math.max(1, Math.ceil(place.body.rowCount / MOST_ACCOUNTS));
  const rows = Math.ceil(place.body.rowCount / step);
  const values = new Float64Array(rows * columns.length).fill(NaN);
  for (const [c, column] of columns.entries()) {
    const { values: cells } = await store.values(place.sheetName, { ...place.body, column, columnCount: 1 });
    for (let r = 0; r < rows; r++) {
      const cell = cells[r * step]?.[0];
      if (typeof cell === "number") values[r * columns.length + c] = cell;
    }
  }
  const figures = { rowCount: rows, columnCount: columns.length, values };
  const directions = criteria.map((line) => (line.text("Direction").toLowerCase() === "lower" ? -1 : 1));
  try {
    return roundedWeights(method === "entropy" ? entropyWeights(figures) : criticWeights(figures, directions));
  } catch (thrown) {
    if (!(thrown instanceof CalculationError)) throw thrown;
    const hint = method === "entropy" ? "Entropy needs figures of 0 or more in every criterion; CRITIC takes negative ones as well." : "Check the figures of the criteria in the list.";
    throw new Problem("noCriteria", `The figures give no weights: ${thrown.message}.`, hint);
  }
}

/** Writes weights to the criteria, one for each line. */
export const weightChanges = (criteria: readonly ModelLine[], weights: readonly number[]): ModelChange[] => criteria.flatMap((line, i) => cellChanges(line, { Weight: weights[i] ?? 0 }));
