import fc from "fast-check";
import { RowErrors } from "../../../src/core/rowErrors";
import { contributions, score } from "../../../src/core/scoring/score";
import { MISSING_RULES, type MissingRule } from "../../../src/core/scoring/weighting";
import { matrixOf, rowsIn } from "../matrixOf";
import { thrownBy } from "../thrownBy";

type Rows = readonly (readonly (number | null)[])[];

function scores(rows: Rows, weights: readonly number[], missing: MissingRule = "skip", errors = new RowErrors()): number[] {
  return [...score(matrixOf(rows), { weights: Float64Array.from(weights), missing }, errors)];
}

function points(rows: Rows, weights: readonly number[], missing: MissingRule = "skip", errors = new RowErrors()): (number | null)[][] {
  return rowsIn(contributions(matrixOf(rows), { weights: Float64Array.from(weights), missing }, errors));
}

test("is the weighted mean of the shares times 100", () => {
  // (3 × 0.5 + 1 × 1) / 4 = 0.625
  expect(scores([[0.5, 1], [0, 0], [1, 1]], [3, 1])).toEqual([62.5, 0, 100]);
  expect(points([[0.5, 1]], [3, 1])).toEqual([[37.5, 25]]);
});

test("gives exactly 100 for the best in everything, whatever the weights", () => {
  expect(scores([[1, 1, 1]], [0.1, 0.2, 0.7])).toEqual([100]);
});

describe("a missing share", () => {
  // The second criterion's present shares are 1 and 0.5, mean 0.75.
  const rows: Rows = [[0.5, null], [0, 1], [1, 0.5]];

  test.each([
    ["skip", 50, [50, null]], // 3 × 0.5 / 3
    ["worst", 37.5, [37.5, 0]], // (3 × 0.5 + 0) / 4
    ["average", 56.25, [37.5, 18.75]], // (3 × 0.5 + 0.75) / 4
  ] as const)("%s", (missing, expected, expectedPoints) => {
    expect(scores(rows, [3, 1], missing)[0]).toBe(expected);
    expect(points(rows, [3, 1], missing)[0]).toEqual(expectedPoints);
  });

  test("error", () => {
    for (const calculated of [scores, points]) {
      const errors = new RowErrors();
      calculated(rows, [3, 1], "error", errors);
      expect([...errors]).toEqual([[0, { code: "notANumber", message: "values, row 1, column 2 is missing" }]]);
    }
  });
});

test("an account without any value has no answer, under every rule", () => {
  for (const missing of MISSING_RULES) {
    const errors = new RowErrors();
    expect(scores([[null, null], [1, 0]], [1, 1], missing, errors)).toEqual([NaN, 50]);
    expect([...errors]).toEqual([[0, { code: "noAnswer", message: "this account has no value in any criterion" }]]);
  }
});

test("an account with values only where the weight is 0 has no answer when they are skipped", () => {
  const errors = new RowErrors();
  expect(scores([[null, 1]], [1, 0], "skip", errors)).toEqual([NaN]);
  expect([...errors]).toEqual([[0, { code: "noAnswer", message: "this account has no value in a criterion that has weight" }]]);
  expect(scores([[null, 1]], [1, 0], "worst")).toEqual([0]);
});

test("average leaves out a criterion nobody has a value for", () => {
  expect(points([[0.5, null]], [1, 1], "average")).toEqual([[50, null]]);
});

test("refuses weights that cannot be shared", () => {
  expect(thrownBy(() => scores([[1, 1]], [1]))).toEqual(["shape", "weights has 1 value, values has 2 columns: one weight per column"]);
  expect(thrownBy(() => scores([[1]], [1, 2]))).toEqual(["shape", "weights has 2 values, values has 1 column: one weight per column"]);
  expect(thrownBy(() => scores([[1, 1, 1]], [1, 1, -2]))).toEqual(["outOfRange", "weight 3 is -2, it cannot be negative"]);
  expect(thrownBy(() => scores([[1, 1]], [1, NaN]))).toEqual(["notANumber", "weight 2 is missing, enter 0 to leave it out"]);
  expect(thrownBy(() => scores([[1, 1]], [0, 0]))).toEqual(["outOfRange", "every weight is 0, at least one must be above 0"]);
});

const share = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { freq: 5 });
const scorings = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.record({
    rows: fc.array(fc.array(share, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 8 }),
    weights: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: count, maxLength: count }).filter((weights) => weights.some((weight) => weight > 0)),
    missing: fc.constantFrom(...MISSING_RULES),
  }),
);

test("contributions add up to the score, which lies in 0..100", () => {
  fc.assert(
    fc.property(scorings, ({ rows, weights, missing }) => {
      const rowScores = scores(rows, weights, missing);
      points(rows, weights, missing).forEach((row, r) => {
        if (Number.isNaN(rowScores[r])) return expect(row.every((cell) => cell === null)).toBe(true);
        expect(rowScores[r] >= 0 && rowScores[r] <= 100 + 1e-12).toBe(true);
        expect(row.reduce<number>((sum, cell) => sum + (cell ?? 0), 0)).toBeCloseTo(rowScores[r], 10);
      });
    }),
  );
});

test("only the ratio of the weights counts", () => {
  fc.assert(
    fc.property(scorings, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), ({ rows, weights, missing }, factor) => {
      const scaled = scores(rows, weights.map((weight) => weight * factor), missing);
      scores(rows, weights, missing).forEach((one, r) => {
        if (Number.isNaN(one)) expect(scaled[r]).toBeNaN();
        else expect(scaled[r]).toBeCloseTo(one, 10);
      });
    }),
  );
});
