import fc from "fast-check";
import { lifetimeValue } from "../../../src/core/economics/lifetimeValue";

test("the margin multiple at 80 % retention and 10 % discount is 2.67", () => {
  // 0.8 / (1 + 0.1 - 0.8) = 2.6667, the multiple tabulated by Gupta and Lehmann, Managing Customers as Investments (2005).
  expect(lifetimeValue(1000, 0.8, 0.1, "end")).toBeCloseTo(2666.6667, 4);
  // (1 + 0.1) / 0.3 = 3.6667: the same plus the margin now.
  expect(lifetimeValue(1000, 0.8, 0.1, "start")).toBeCloseTo(3666.6667, 4);
});

test("a blank discount is none", () => {
  // 0.8 / 0.2 = 4.
  expect(lifetimeValue(100, 0.8, NaN, "end")).toBeCloseTo(400, 10);
});

test("never kept: nothing, or the margin now", () => {
  expect(lifetimeValue(100, 0, 0.1, "end")).toBe(0);
  expect(lifetimeValue(100, 0, 0.1, "start")).toBe(100);
});

test("always kept is a perpetuity", () => {
  // 1 / (1.25 - 1) = 4.
  expect(lifetimeValue(100, 1, 0.25, "end")).toBe(400);
});

test.each([
  [NaN, 0.8, 0.1, "noAnswer", "margin is blank; enter a figure, or 0 if there is none"],
  [100, NaN, 0.1, "noAnswer", "retention is blank; enter a figure, or 0 if there is none"],
  [100, 80, 0.1, "outOfRange", "retention is 80; it must be a share from 0 to 1 (80 % is 0.8)"],
  [100, -0.1, 0.1, "outOfRange", "retention is -0.1; it must be a share from 0 to 1 (80 % is 0.8)"],
  [100, 0.8, -1, "outOfRange", "discount is -1; it must be above -1 (10 % is 0.1)"],
  [100, 1, 0, "noAnswer", "the value has no limit: retention 1 is not below 1 + discount 1; enter a higher discount or a lower retention"],
  [100, 0.9, -0.1, "noAnswer", "the value has no limit: retention 0.9 is not below 1 + discount 0.9; enter a higher discount or a lower retention"],
] as const)("margin %d, retention %d, discount %d has no value", (margin, retention, discount, code, message) => {
  expect(lifetimeValue(margin, retention, discount, "end")).toEqual({ code, message });
});

test("it is the sum of the discounted margins", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 40 }), (kept, discounted) => {
      const [retention, discount] = [kept / 100, discounted / 100];
      let sum = 0;
      for (let period = 1; period <= 2000; period++) sum += (retention / (1 + discount)) ** period;
      expect(lifetimeValue(1, retention, discount, "end")).toBeCloseTo(sum, 9);
      expect(lifetimeValue(1, retention, discount, "start")).toBeCloseTo(sum + 1, 9);
    }),
  );
});
