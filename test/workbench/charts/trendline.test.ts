import { trendAt } from "../../../src/workbench/charts/trendline";

const trend = (type: string, more: { polynomialOrder?: number; movingAveragePeriod?: number; intercept?: number } = {}) => ({ type, polynomialOrder: 2, movingAveragePeriod: 2, intercept: undefined, ...more });

test("a straight line by least squares", () => {
  // By hand: mean x 2.5, mean y 5.5, slope 9/5 = 1.8, at x = 1: 5.5 - 1.5 * 1.8 = 2.8.
  expect(trendAt(trend("Linear"), [1, 2, 3, 4], [3, 4, 7, 8])).toEqual([2.8, 4.6, 6.4, 8.2].map((value) => expect.closeTo(value, 9)));
});

test("gaps count for nothing; an intercept is kept", () => {
  expect(trendAt(trend("Linear"), [1, 2, 3], [2, null, 6])).toEqual([2, 4, 6].map((value) => expect.closeTo(value, 9)));
  // Through (0, 1): slope = sum x(y - 1) / sum x² = (1 + 2 * 4) / 5.
  expect(trendAt(trend("Linear", { intercept: 1 }), [1, 2], [2, 5])).toEqual([2.8, 4.6].map((value) => expect.closeTo(value, 9)));
});

test.each([
  ["Exponential", (x: number) => 3 * Math.exp(0.5 * x)],
  ["Logarithmic", (x: number) => 2 * Math.log(x) + 1],
  ["Power", (x: number) => 4 * x ** 1.5],
  ["Polynomial", (x: number) => x ** 2 - 3 * x + 2],
])("%s goes through points that lie on such a curve", (type, curve) => {
  const x = [1, 2, 3, 5, 8];
  expect(trendAt(trend(type), x, x.map(curve))).toEqual(x.map((value) => expect.closeTo(curve(value), 6)));
});

test("a moving average begins when its period is full", () => {
  expect(trendAt(trend("MovingAverage", { movingAveragePeriod: 3 }), [1, 2, 3, 4], [3, 6, 9, 0])).toEqual([null, null, 6, 5]);
});

test("no trend where there is none: one point, or a logarithm of what is not above zero", () => {
  expect(trendAt(trend("Linear"), [1], [4])).toBeUndefined();
  expect(trendAt(trend("Exponential"), [1, 2], [4, -1])).toBeUndefined();
});
