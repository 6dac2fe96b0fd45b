import fc from "fast-check";
import { rate, type RateMethod } from "../../../src/core/scoring/rate";
import { thrownBy } from "../thrownBy";

const BREAKPOINTS = Float64Array.of(0, 10, 20);
const POINTS = Float64Array.of(1, 3, 5);
const rated = (values: readonly number[], method: RateMethod, breakpoints = BREAKPOINTS, points = POINTS) => [
  ...rate(Float64Array.from(values), { breakpoints, points, method }),
];

test("step gives the points of the highest breakpoint not above the value", () => {
  expect(rated([-5, 0, 9.99, 10, 15, 20, 99, NaN], "step")).toEqual([1, 1, 1, 3, 3, 5, 5, NaN]);
});

test("linear interpolates and is flat outside", () => {
  // 15 lies halfway from 10 to 20: 3 + 0.5 × 2 = 4
  expect(rated([-5, 0, 2.5, 10, 15, 20, 99, NaN], "linear")).toEqual([1, 1, 1.5, 3, 4, 5, 5, NaN]);
});

test("points may fall and one breakpoint is enough", () => {
  expect(rated([4, 6], "step", Float64Array.of(5), Float64Array.of(2))).toEqual([2, 2]);
  expect(rated([5], "linear", Float64Array.of(0, 10), Float64Array.of(5, 1))).toEqual([3]);
});

test("refuses breakpoints that do not ascend, and gaps", () => {
  expect(thrownBy(() => rated([1], "step", Float64Array.of(0, 10, 10)))).toEqual(["outOfRange", "breakpoint 3 is 10, not above breakpoint 2, which is 10"]);
  expect(thrownBy(() => rated([1], "step", Float64Array.of(0, NaN, 10)))).toEqual(["notANumber", "breakpoint 2 is missing"]);
  expect(thrownBy(() => rated([1], "step", BREAKPOINTS, Float64Array.of(1, NaN, 3)))).toEqual(["notANumber", "points 2 is missing"]);
  expect(thrownBy(() => rated([1], "step", BREAKPOINTS, Float64Array.of(1, 2)))).toEqual([
    "shape",
    "points has 2 values, breakpoints has 3: one number of points per breakpoint",
  ]);
});

test("stays between the lowest and highest points and never falls when points rise", () => {
  const value = fc.double({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(value, value, fc.constantFrom<RateMethod>("step", "linear"), (a, b, method) => {
      const [low, high] = rated([Math.min(a, b), Math.max(a, b)], method);
      expect(low).toBeGreaterThanOrEqual(1);
      expect(high).toBeLessThanOrEqual(5);
      expect(high).toBeGreaterThanOrEqual(low);
    }),
  );
});
