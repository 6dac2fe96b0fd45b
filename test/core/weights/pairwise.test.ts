import fc from "fast-check";
import { consistencyRatio, pairwiseWeights } from "../../../src/core/weights/pairwise";
import { matrixOf } from "../matrixOf";
import { thrownBy } from "../thrownBy";

test("finds the weights behind consistent comparisons", () => {
  const comparisons = matrixOf([
    [1, 2, 6],
    [1 / 2, 1, 3],
    [1 / 6, 1 / 3, 1],
  ]);
  expect([...pairwiseWeights(comparisons)]).toEqual([expect.closeTo(0.6, 14), expect.closeTo(0.3, 14), expect.closeTo(0.1, 14)]);
  expect(consistencyRatio(comparisons)).toBeCloseTo(0, 12);
});

test("settles on comparisons that go round in a circle", () => {
  const K = 1e6;
  const circle = matrixOf([
    [1, K, 1 / K],
    [1 / K, 1, K],
    [K, 1 / K, 1],
  ]);
  expect([...pairwiseWeights(circle)]).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12)]);
  // The eigenvalue is 1 + K + 1/K: (K - 2 + …) / 2 / 0.58
  expect(consistencyRatio(circle) / ((1 + K + 1 / K - 3) / 2 / 0.58)).toBeCloseTo(1, 9);
});

test("one or two criteria cannot contradict themselves", () => {
  expect(consistencyRatio(matrixOf([[1]]))).toBe(0);
  expect(consistencyRatio(matrixOf([[1, 9], [1 / 9, 1]]))).toBe(0);
});

test("takes 0.33 for a third", () => {
  expect([...pairwiseWeights(matrixOf([[1, 3], [0.33, 1]]))][0]).toBeCloseTo(0.75, 2);
});

test.each([
  ["shape", "pairwise comparisons must be square, received 1 rows × 2 columns", [[1, 2]]],
  ["outOfRange", "row 1, column 2 is 0, comparisons are above 0", [[1, 0], [1, 1]]],
  ["outOfRange", "row 2, column 1 is missing, comparisons are above 0", [[1, 2], [null, 1]]],
  ["outOfRange", "row 2, column 2 is 2, a criterion compared with itself is 1", [[1, 2], [0.5, 2]]],
  ["outOfRange", "row 2, column 1 is 0.6, its mirror row 1, column 2 is 2: one must be 1 divided by the other", [[1, 2], [0.6, 1]]],
])("refuses: %s %s", (code, message, rows) => {
  expect(thrownBy(() => pairwiseWeights(matrixOf(rows)))).toEqual([code, message]);
  expect(thrownBy(() => consistencyRatio(matrixOf(rows)))).toEqual([code, message]);
});

test("refuses the ratio of more than 15 criteria, but weighs them", () => {
  const equal = matrixOf(Array.from({ length: 16 }, () => new Array<number>(16).fill(1)));
  expect(thrownBy(() => consistencyRatio(equal))).toEqual(["outOfRange", "pairwise has 16 criteria, the random index is known for up to 15"]);
  expect([...pairwiseWeights(equal)][0]).toBeCloseTo(1 / 16, 14);
});

test("comparing by any weights gives these weights back, without contradiction", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 8 }), (importance) => {
      const total = importance.reduce((sum, one) => sum + one, 0);
      const comparisons = matrixOf(importance.map((row) => importance.map((column) => row / column)));
      pairwiseWeights(comparisons).forEach((weight, i) => expect(weight).toBeCloseTo(importance[i] / total, 10));
      expect(consistencyRatio(comparisons)).toBeCloseTo(0, 9);
    }),
  );
});
