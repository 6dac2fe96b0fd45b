import fc from "fast-check";
import { rankWeights, type RankMethod } from "../../../src/core/weights/rankWeights";
import { thrownBy } from "../thrownBy";

const weights = (ranks: readonly number[], method: RankMethod) => [...rankWeights(Float64Array.from(ranks), method)];
const close = (numbers: readonly number[]) => numbers.map((number) => expect.closeTo(number, 12) as number);

test("turns ranks into weights", () => {
  // centroid of 3: (1 + 1/2 + 1/3)/3, (1/2 + 1/3)/3, (1/3)/3
  expect(weights([1, 2, 3], "centroid")).toEqual(close([11 / 18, 5 / 18, 2 / 18]));
  expect(weights([1, 2, 3], "ranksum")).toEqual(close([3 / 6, 2 / 6, 1 / 6]));
  // 1, 1/2, 1/3 of 11/6
  expect(weights([3, 1, 2], "reciprocal")).toEqual(close([2 / 11, 6 / 11, 3 / 11]));
});

test("tied ranks take the average of their positions", () => {
  // 1 2 2 4 → positions 1, 2.5, 2.5, 4
  expect(weights([1, 2, 2, 4], "ranksum")).toEqual(close([0.4, 0.25, 0.25, 0.1]));
  const total = 1 + 0.4 + 0.4 + 0.25;
  expect(weights([1, 2, 2, 4], "reciprocal")).toEqual(close([1 / total, 0.4 / total, 0.4 / total, 0.25 / total]));
  // Halfway between the second and third of four: (13/48 + 7/48)/2
  expect(weights([1, 2, 2, 4], "centroid")).toEqual(close([25 / 48, 10 / 48, 10 / 48, 3 / 48]));
});

test("refuses ranks that are missing or not above 0", () => {
  expect(thrownBy(() => weights([1, NaN], "centroid"))).toEqual(["outOfRange", "rank 2 is missing, ranks are above 0 and 1 is the most important"]);
  expect(thrownBy(() => weights([0, 1], "ranksum"))).toEqual(["outOfRange", "rank 1 is 0, ranks are above 0 and 1 is the most important"]);
});

test("sum to 1, and a better rank never weighs less", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 15 }), fc.constantFrom<RankMethod>("centroid", "ranksum", "reciprocal"), (ranks, method) => {
      const result = weights(ranks, method);
      expect(result.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      ranks.forEach((rank, i) => ranks.forEach((other, j) => rank < other && expect(result[i]).toBeGreaterThan(result[j])));
    }),
  );
});
