import fc from "fast-check";
import { naturalBounds } from "../../../src/core/tiering/naturalTiers";
import { NO_TIER, tiersByBounds } from "../../../src/core/tiering/tierBounds";
import { thrownBy } from "../thrownBy";

const tiers = (scores: number[], count: number): number[] => {
  const column = Float64Array.from(scores);
  return Array.from(tiersByBounds(column, naturalBounds(column, count)));
};

const squaredDistance = (list: number[]): number => {
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  return list.reduce((sum, v) => sum + (v - mean) ** 2, 0);
};

/** The smallest within-class sum of squares over every way to cut the sorted scores. */
function leastByTrying(sorted: number[], count: number): number {
  if (count === 1) return squaredDistance(sorted);
  let least = Infinity;
  for (let first = 1; first <= sorted.length - count + 1; first++) {
    least = Math.min(least, squaredDistance(sorted.slice(0, first)) + leastByTrying(sorted.slice(first), count - 1));
  }
  return least;
}

describe("natural tiers", () => {
  test("scores fall into the groups one sees", () => {
    expect(tiers([11, 90, 10, 50, 52, 91, 12], 3)).toEqual([2, 0, 2, 1, 1, 0, 2]);
  });

  test("one tier, as many tiers as different scores, one account, blanks", () => {
    expect(tiers([3, 1, 2], 1)).toEqual([0, 0, 0]);
    expect(tiers([3, 1, 2, 3], 3)).toEqual([0, 2, 1, 0]);
    expect(tiers([7], 1)).toEqual([0]);
    expect(tiers([NaN, 5, 1], 2)).toEqual([NO_TIER, 0, 1]);
    expect(tiers([NaN, NaN], 3)).toEqual([NO_TIER, NO_TIER]);
  });

  test("an outlier a hundred million times larger does not blur the groups in the middle", () => {
    expect(tiers([-1e9, 1, 2, 3, 10, 11, 12], 3)).toEqual([2, 1, 1, 1, 0, 0, 0]);
    expect(tiers([1e9, 1, 2, 3, 10, 11, 12], 3)).toEqual([0, 2, 2, 2, 1, 1, 1]);
  });

  test("more tiers than different scores, and what is no number of tiers, is refused", () => {
    expect(thrownBy(() => tiers([1, 1, 2], 3))).toEqual(["outOfRange", "tiers is 3, but there are only 2 different scores; ask for fewer tiers"]);
    expect(thrownBy(() => tiers([1, 2], 1.5))).toEqual(["outOfRange", "tiers is 1.5; it must be a whole number from 1 to 100"]);
    expect(thrownBy(() => tiers([1, 2], 0))).toEqual(["outOfRange", "tiers is 0; it must be a whole number from 1 to 100"]);
  });

  test("law: no other way to cut the scores has a smaller sum of squares", () => {
    const score = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.double({ min: -100, max: 100, noNaN: true }));
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 10 }), fc.integer({ min: 1, max: 5 }), (scores, count) => {
        fc.pre(count <= new Set(scores.map((s) => s + 0)).size);
        const places = tiers(scores, count);
        const classes = Array.from({ length: count }, (_, place) => scores.filter((_, i) => places[i] === place));
        expect(classes.every((list) => list.length > 0)).toBe(true);
        const found = classes.reduce((sum, list) => sum + squaredDistance(list), 0);
        const sorted = [...scores].sort((a, b) => a - b);
        expect(found).toBeCloseTo(leastByTrying(sorted, count), 7);
        scores.forEach((a, i) => scores.forEach((b, j) => a >= b && expect(places[i]).toBeLessThanOrEqual(places[j])));
      }),
      { numRuns: 300 },
    );
  });
});
