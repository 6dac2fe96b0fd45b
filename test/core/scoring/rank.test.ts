import fc from "fast-check";
import { rank, TIE_RULES } from "../../../src/core/scoring/rank";

const ranks = (scores: readonly number[], ties: (typeof TIE_RULES)[number]) => [...rank(Float64Array.from(scores), ties)];

test("shares ranks among equal scores by the chosen rule", () => {
  expect(ranks([90, 80, 80, 70], "competition")).toEqual([1, 2, 2, 4]);
  expect(ranks([90, 80, 80, 70], "dense")).toEqual([1, 2, 2, 3]);
  expect(ranks([90, 80, 80, 70], "average")).toEqual([1, 2.5, 2.5, 4]);
});

test("gives no rank to a missing score and does not count it", () => {
  expect(ranks([NaN, 5, NaN, 9], "competition")).toEqual([NaN, 2, NaN, 1]);
  expect(ranks([NaN], "dense")).toEqual([NaN]);
});

test("takes -0 for 0", () => {
  expect(ranks([0, -0, 1], "competition")).toEqual([2, 2, 1]);
});

test("counts the better scores, at every size", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 1, maxLength: 1200 }), (scores) => {
      const competition = ranks(scores, "competition");
      const average = ranks(scores, "average");
      const probe = scores.length >> 1;
      expect(competition[probe]).toBe(1 + scores.filter((score) => score > scores[probe]).length);
      expect(average.reduce((sum, one) => sum + one, 0)).toBeCloseTo((scores.length * (scores.length + 1)) / 2, 6);
      expect(Math.max(...ranks(scores, "dense"))).toBe(new Set(scores.map((score) => score + 0)).size);
    }),
    { numRuns: 60 },
  );
});
