import { CalculationError } from "../errors";
import { ascendingOrder } from "../numbers/ascendingOrder";
import { sharesOf } from "./sharesOf";

export type RankMethod = "centroid" | "ranksum" | "reciprocal";

/**
 * Weights from importance ranks, 1 = most important, that sum to 1. Of n criteria the one in position p gets
 * `centroid` (1/n) Σ 1/i for i = p..n (Barron & Barrett, Management Science 42(11), 1996), `ranksum` n + 1 - p,
 * `reciprocal` 1 / p (Stillwell, Seaver & Edwards, 1981).
 *
 * Only the order of the ranks counts. Tied ranks take the average of the positions they occupy: 1 2 2 4 → 1 2.5 2.5 4;
 * between two positions `centroid` is halfway.
 */
export function rankWeights(ranks: Float64Array, method: RankMethod): Float64Array {
  ranks.forEach((rank, i) => {
    if (!(rank > 0)) throw new CalculationError("outOfRange", `rank ${i + 1} is ${Number.isNaN(rank) ? "missing" : rank}, ranks are above 0 and 1 is the most important`);
  });
  return sharesOf(positions(ranks).map((position) => weightOf(position, ranks.length, method)), method);
}

function positions(ranks: Float64Array): Float64Array {
  const order = ascendingOrder(ranks);
  const result = new Float64Array(ranks.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && ranks[order[end]] === ranks[order[start]]) end++;
    for (let i = start; i < end; i++) result[order[i]] = (start + 1 + end) / 2;
    start = end;
  }
  return result;
}

function weightOf(position: number, count: number, method: RankMethod): number {
  switch (method) {
    case "ranksum":
      return count + 1 - position;
    case "reciprocal":
      return 1 / position;
    case "centroid":
      return (centroid(Math.floor(position), count) + centroid(Math.ceil(position), count)) / 2;
  }
}

function centroid(position: number, count: number): number {
  let sum = 0;
  for (let i = count; i >= position; i--) sum += 1 / i;
  return sum / count;
}
