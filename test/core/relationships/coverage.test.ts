import fc from "fast-check";
import { CalculationError } from "../../../src/core/errors";
import { coverage } from "../../../src/core/relationships/coverage";

const of = (influence: readonly number[], strength: readonly number[], maximum = 5) =>
  coverage(Float64Array.from(influence), Float64Array.from(strength), maximum);

test("influence weighs the strength of each relationship", () => {
  // (3×5 + 1×1) / (4×5) = 0.8.
  expect(of([3, 1], [5, 1])).toBe(0.8);
});

test("an opponent counts against, but not below nothing", () => {
  // (3×5 - 1×5) / 20 = 0.5.
  expect(of([3, 1], [5, -5])).toBe(0.5);
  expect(of([1, 3], [5, -5])).toBe(0);
});

test("a contact of unknown influence or strength is left out", () => {
  expect(of([3, 1, NaN, 9], [5, 1, 5, NaN])).toBe(0.8);
});

test("another scale", () => {
  expect(of([1, 1], [10, 0], 10)).toBe(0.5);
});

test.each([
  [[1], [6], 5, "outOfRange", "strength, contact 1 is 6; it must be from -5 to 5"],
  [[1, 1], [1, -6], 5, "outOfRange", "strength, contact 2 is -6; it must be from -5 to 5"],
  [[-1], [1], 5, "outOfRange", "influence, contact 1 is -1; it cannot be negative; an opponent has a negative strength"],
  [[1], [0], 0, "outOfRange", "maximum is 0, it must be above zero"],
  [[0, NaN], [3, 3], 5, "noAnswer", "no contact has both an influence above zero and a strength"],
])("influence %j with strength %j of %d is refused", (influence, strength, maximum, code, message) => {
  expect(() => of(influence, strength, maximum)).toThrow(expect.objectContaining({ name: "CalculationError", code, message }) as CalculationError);
});

test("always from 0 to 1, and full strength everywhere is 1", () => {
  const contacts = fc.array(fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: -5, max: 5 })), { minLength: 1 });
  fc.assert(
    fc.property(contacts, (pairs) => {
      const influence = pairs.map(([weight]) => weight);
      const result = of(influence, pairs.map(([, bond]) => bond));
      expect(result).toBeGreaterThanOrEqual(0);
      expect(result).toBeLessThanOrEqual(1);
      expect(of(influence, pairs.map(() => 5))).toBe(1);
    }),
  );
});
