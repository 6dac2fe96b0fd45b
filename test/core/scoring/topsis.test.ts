import fc from "fast-check";
import { RowErrors } from "../../../src/core/rowErrors";
import type { Direction } from "../../../src/core/scoring/scaling";
import { topsis, TOPSIS_NORMALIZATIONS, type TopsisNormalization } from "../../../src/core/scoring/topsis";
import { matrixOf } from "../matrixOf";
import { thrownBy } from "../thrownBy";

function closeness(
  rows: readonly (readonly (number | null)[])[],
  weights: readonly number[],
  directions: readonly Direction[] = rows[0].map(() => 1),
  normalization: TopsisNormalization = "vector",
  errors = new RowErrors(),
): number[] {
  return [...topsis(matrixOf(rows), Float64Array.from(weights), directions, normalization, errors)];
}

test("is the share of the distance to the worst", () => {
  // Taken as they are, weights 1 and 1: best (3, 4), worst (0, 0). (3, 0) is 4 from the best and 3 from the worst: 3/7.
  expect(closeness([[3, 0], [0, 4], [3, 4], [0, 0]], [1, 1], [1, 1], "none")).toEqual([3 / 7, 4 / 7, 1, 0]);
  // With the second criterion turned: best (3, 0), worst (0, 4).
  expect(closeness([[3, 0], [0, 4]], [1, 1], [1, -1], "none")).toEqual([1, 0]);
});

test("leaves a missing criterion out of both distances", () => {
  expect(closeness([[3, null], [0, 4], [3, 0]], [1, 1], [1, 1], "none")).toEqual([1, 4 / 7, 3 / 7]);
});

test("is 0.5 where no criterion differs", () => {
  for (const normalization of TOPSIS_NORMALIZATIONS) expect(closeness([[0, 5], [0, 5]], [1, 1], [1, -1], normalization)).toEqual([0.5, 0.5]);
});

test("an account without a weighted value has no answer", () => {
  const errors = new RowErrors();
  expect(closeness([[null, 1], [1, 2]], [1, 0], [1, 1], "vector", errors)).toEqual([NaN, 0.5]);
  expect([...errors]).toEqual([[0, { code: "noAnswer", message: "this account has no value in a criterion that has weight" }]]);
});

test("refuses a wrong number of weights", () => {
  expect(thrownBy(() => closeness([[1, 2]], [1]))).toEqual(["shape", "weights has 1 value, values has 2 columns: one weight per column"]);
});

test("lies in 0..1 and only the ratio of the weights counts", () => {
  const figure = fc.oneof(fc.double({ min: -1e100, max: 1e100, noNaN: true }), fc.integer({ min: -9, max: 9 }));
  const rows = fc.array(fc.tuple(fc.option(figure), fc.option(figure)), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(rows, fc.constantFrom(...TOPSIS_NORMALIZATIONS), (figures, normalization) => {
      const once = closeness(figures, [2, 1], [1, -1], normalization);
      const scaled = closeness(figures, [2e50, 1e50], [1, -1], normalization);
      once.forEach((one, r) => {
        if (Number.isNaN(one)) return expect(figures[r]).toEqual([null, null]);
        expect(one >= 0 && one <= 1).toBe(true);
        expect(scaled[r]).toBeCloseTo(one, 12);
      });
    }),
  );
});
