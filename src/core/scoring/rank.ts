import { ascendingOrder } from "../numbers/ascendingOrder";
import type { Column } from "../numbers/matrix";

export const TIE_RULES = ["competition", "dense", "average"] as const;
export type TieRule = (typeof TIE_RULES)[number];

/**
 * Ranks, 1 = highest. Equal scores share a rank: `competition` 1 2 2 4, `dense` 1 2 2 3, `average` 1 2.5 2.5 4.
 * A missing score has no rank (NaN).
 */
export function rank(scores: Column, ties: TieRule): Column {
  const ranks = new Float64Array(scores.length).fill(NaN);
  const order = ascendingOrder(scores);
  let distinct = 0;
  for (let end = order.length; end > 0; ) {
    const score = scores[order[end - 1]];
    let start = end - 1;
    while (start > 0 && scores[order[start - 1]] === score) start--;
    distinct += 1;
    // The group takes the positions from `first` to `last`, counted from the highest.
    const first = order.length - end + 1;
    const last = order.length - start;
    const shared = ties === "competition" ? first : ties === "dense" ? distinct : (first + last) / 2;
    for (let i = start; i < end; i++) ranks[order[i]] = shared;
    end = start;
  }
  return ranks;
}
