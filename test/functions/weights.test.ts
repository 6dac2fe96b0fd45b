import { errorOf } from "./customFunctionsStub";
import { consistency, criteriaWeights, WeightingMethod } from "../../src/functions/weights";

const PAIRWISE = [[1, 2], [0.5, 1]];

test("answers one row that sums to 1", () => {
  expect(criteriaWeights([[3], [1]], WeightingMethod.points)).toEqual([[0.75, 0.25]]);
  expect(criteriaWeights([[2, 1]], WeightingMethod.ranksum)).toEqual([[1 / 3, 2 / 3]]);
  expect(criteriaWeights(PAIRWISE, "AHP" as WeightingMethod)).toEqual([[expect.closeTo(2 / 3, 14), expect.closeTo(1 / 3, 14)]]);
  expect(criteriaWeights([[0, 5], [8, 5]], WeightingMethod.entropy)).toEqual([[1, 0]]);
  expect(criteriaWeights([[0, 0], [1, 2]], WeightingMethod.critic, [[1, -1]])).toEqual([[0.5, 0.5]]);
  expect(criteriaWeights([[0, 0], [1, 2]], WeightingMethod.deviation)).toEqual([[0.5, 0.5]]);
});

test.each<[unknown[][], string | null, string, string]>([
  [[[1, -3]], "points", "#VALUE!", "point value 2 is -3, it cannot be negative"],
  [[[0, 0]], "points", "#VALUE!", "every point value is 0, at least one must be above 0"],
  [[[1, "x"], [2, 3]], "entropy", "#VALUE!", 'data, row 1, column 2: "x" is not a number'],
  [[[1, 1], [1, 1]], "entropy", "#N/A", "entropy finds nothing in the figures that tells the criteria apart"],
  [[[1]], null, "#VALUE!", "method must be one of points, centroid, ranksum, reciprocal, ahp, entropy, critic, deviation; it is blank"],
])("refuses %j by %s", (data, method, code, message) => {
  expect(errorOf(() => criteriaWeights(data, method as WeightingMethod))).toEqual({ code, message });
});

test("CONSISTENCY answers one number", () => {
  expect(consistency(PAIRWISE)).toBe(0);
  expect(errorOf(() => consistency([[1, 2]]))).toEqual({ code: "#VALUE!", message: "pairwise comparisons must be square, received 1 rows × 2 columns" });
});
