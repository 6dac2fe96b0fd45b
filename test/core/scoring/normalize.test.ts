import fc from "fast-check";
import { RowErrors } from "../../../src/core/rowErrors";
import { normalize, NORMALIZATIONS, type Normalization } from "../../../src/core/scoring/normalize";
import type { Direction } from "../../../src/core/scoring/scaling";
import { matrixOf, rowsIn } from "../matrixOf";
import { thrownBy } from "../thrownBy";

function normalized(figures: readonly (number | null)[], normalization: Normalization, direction: Direction = 1, errors = new RowErrors()): (number | null)[] {
  const none = Float64Array.of(NaN);
  const matrix = matrixOf(figures.map((figure) => [figure]));
  return rowsIn(normalize(matrix, normalization, { directions: [direction], floors: none, ceilings: none }, errors)).map(([value]) => value);
}

test("max is the share of the largest", () => {
  expect(normalized([2, null, 8], "max")).toEqual([0.25, null, 1]);
  expect(normalized([2, null, 8], "max", -1)).toEqual([0.75, null, 0]);
});

test("sum is the share of the total, of reciprocals where lower is better", () => {
  expect(normalized([2, null, 6], "sum")).toEqual([0.25, null, 0.75]);
  // 1/2 and 1/6 of 1/2 + 1/6 = 4/6: 0.75 and 0.25
  expect(normalized([2, null, 6], "sum", -1)).toEqual([0.75, null, 0.25]);
});

test("vector divides by the root of the sum of squares", () => {
  // √(9 + 16) = 5
  expect(normalized([3, null, 4], "vector")).toEqual([0.6, null, 0.8]);
  expect(normalized([3, null, 4], "vector", -1)).toEqual([0.4, null, expect.closeTo(0.2, 15)]);
  expect(normalized([0, 0], "vector")).toEqual([0, 0]);
});

test("zscore stays in population deviations", () => {
  const deviation = Math.sqrt(2 / 3);
  expect(normalized([1, 2, 3], "zscore")).toEqual([-1 / deviation, 0, 1 / deviation]);
  expect(normalized([1, 2, 3], "zscore", -1)[0]).toBe(1 / deviation);
});

test("does not change the figures it is given", () => {
  const figures = matrixOf([[1], [3]]);
  const none = Float64Array.of(NaN);
  normalize(figures, "sum", { directions: [-1], floors: none, ceilings: none }, new RowErrors());
  expect(rowsIn(figures)).toEqual([[1], [3]]);
});

test("refuses a largest value or a total that is not above 0", () => {
  expect(thrownBy(() => normalized([-1, 0], "max"))).toEqual(["outOfRange", "values, column 1 has the largest value 0: the scale max needs one above 0"]);
  expect(thrownBy(() => normalized([-3, 1], "sum"))).toEqual(["outOfRange", "values, column 1 has the total -2: the scale sum needs one above 0"]);
});

test("a figure that has no reciprocal is its own row's error", () => {
  const errors = new RowErrors();
  expect(normalized([2, 0, 6], "sum", -1, errors)).toEqual([0.75, null, 0.25]);
  expect([...errors]).toEqual([[1, { code: "outOfRange", message: "values, row 2, column 1 is 0: the scale sum needs numbers above 0 where lower is better" }]]);
});

test("a column without values stays blank", () => {
  for (const normalization of NORMALIZATIONS) expect(normalized([null, null], normalization)).toEqual([null, null]);
});

test("shares of positive figures stay in 0..1, and sum adds up to 1", () => {
  const positive = fc.double({ min: 1e-300, max: 1e100, noNaN: true });
  fc.assert(
    fc.property(fc.array(positive, { minLength: 1, maxLength: 20 }), fc.constantFrom<Normalization>("max", "sum", "vector"), fc.constantFrom<Direction>(1, -1), (figures, normalization, direction) => {
      const result = normalized(figures, normalization, direction) as number[];
      for (const share of result) expect(share >= 0 && share <= 1 + 1e-15).toBe(true);
      if (normalization === "sum") expect(result.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
    }),
  );
});
