import fc from "fast-check";
import { normalDistribution } from "../../../src/core/numbers/normalDistribution";

// Reference: erfc(-z / √2) / 2 of the C library, 16 digits.
test.each([
  [0, 0.5],
  [0.0001, 0.5000398942279737],
  [0.5, 0.6914624612740131],
  [1, 0.8413447460685429],
  [1.96, 0.9750021048517795],
  [5, 0.9999997133484281],
  [-3, 0.0013498980316300957],
  [-6, 9.865876450377012e-10],
])("normalDistribution(%d) is %d", (z, expected) => {
  expect(Math.abs(normalDistribution(z) - expected)).toBeLessThan(1e-14);
});

test("is 0 and 1 far out", () => {
  expect(normalDistribution(-40)).toBe(0);
  expect(normalDistribution(1e100)).toBe(1);
});

test("never falls, stays in 0..1 and mirrors", () => {
  const z = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(z, z, (a, b) => {
      const [low, high] = a <= b ? [a, b] : [b, a];
      const probability = normalDistribution(low);
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
      expect(normalDistribution(high)).toBeGreaterThanOrEqual(probability - 1e-15);
      expect(probability + normalDistribution(-low)).toBeCloseTo(1, 14);
    }),
  );
});
