import fc from "fast-check";
import { trends, type TrendMeasure } from "../../../src/core/economics/trend";
import { RowErrors } from "../../../src/core/rowErrors";

function trend(history: readonly number[], measure: TrendMeasure) {
  const errors = new RowErrors();
  const values = trends({ rowCount: 1, columnCount: history.length, values: Float64Array.from(history) }, measure, errors);
  return errors.get(0) ?? values[0];
}

describe("compound growth", () => {
  test("100 to 121 in two periods is 10 %", () => {
    expect(trend([100, 105, 121], "cagr")).toBeCloseTo(0.1, 12);
  });

  test("counts the true number of periods between the first and the last present figure", () => {
    expect(trend([100, NaN, 121], "cagr")).toBeCloseTo(0.1, 12);
    expect(trend([NaN, 100, 110, NaN], "cagr")).toBeCloseTo(0.1, 12);
  });

  test("down to nothing is -100 %", () => {
    expect(trend([50, 0], "cagr")).toBe(-1);
  });

  test.each([
    [[0, 10], 'the first figure is 0; growth needs a start above zero, try "slope" or "rising"'],
    [[-5, 10], 'the first figure is -5; growth needs a start above zero, try "slope" or "rising"'],
    [[5, -10], 'the last figure is -10; growth cannot end below zero, try "slope" or "rising"'],
  ])("%j has none", (history, message) => {
    expect(trend(history, "cagr")).toEqual({ code: "noAnswer", message });
  });
});

describe("share of rising periods", () => {
  test("two of four changes rise, an equal one does not", () => {
    expect(trend([10, 12, 12, 9, 14], "rising")).toBe(0.5);
  });

  test("a missing period is skipped over", () => {
    // 10 to 12 rises, 12 to 9 does not.
    expect(trend([10, NaN, 12, 9], "rising")).toBe(0.5);
  });
});

describe("slope as a share of the mean", () => {
  test("10, 12, 14 rise by 2 on a mean of 12", () => {
    expect(trend([10, 12, 14], "slope")).toBeCloseTo(1 / 6, 12);
  });

  test("least squares, by hand", () => {
    // Periods 0 to 3 around 1.5, values 1, 3, 2, 6 around 3: Σ = 1.5×2 + 0.5×0 - 0.5×1 + 1.5×3 = 7; Σ² = 5; 7 / 5 / 3.
    expect(trend([1, 3, 2, 6], "slope")).toBeCloseTo(7 / 15, 12);
  });

  test("a missing period keeps its place in time", () => {
    expect(trend([10, NaN, 14], "slope")).toBeCloseTo(1 / 6, 12);
  });

  test.each([[[-5, 5]], [[-10, -2]]])("a mean of zero or below has none: %j", (history) => {
    expect(trend(history, "slope")).toMatchObject({
      code: "noAnswer",
      message: expect.stringMatching(/^the mean is -?\d+; a slope as a share of it needs a mean above zero, try "rising"$/),
    });
  });
});

test.each([
  [[NaN, NaN], "a trend needs two periods with figures, there are none"],
  [[NaN, 5], "a trend needs two periods with figures, there is 1"],
  [[5], "a trend needs two periods with figures, there is 1"],
])("%j is too short", (history, message) => {
  for (const measure of ["cagr", "rising", "slope"] as const) expect(trend(history, measure)).toEqual({ code: "noAnswer", message });
});

test("one account's trouble leaves the others alone", () => {
  const errors = new RowErrors();
  const values = trends({ rowCount: 2, columnCount: 2, values: Float64Array.of(NaN, 5, 10, 20) }, "cagr", errors);
  expect(Array.from(values)).toEqual([NaN, 1]);
  expect([...errors].map(([row]) => row)).toEqual([0]);
});

test("scaling the figures changes no measure", () => {
  const figures = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 10 });
  fc.assert(
    fc.property(figures, fc.constantFrom<TrendMeasure>("cagr", "rising", "slope"), (history, measure) => {
      const scaled = trend(history.map((value) => value * 64), measure);
      expect(scaled).toBeCloseTo(trend(history, measure) as number, 10);
    }),
  );
});
