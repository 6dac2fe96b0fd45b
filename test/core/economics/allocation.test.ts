import fc from "fast-check";
import { allocation } from "../../../src/core/economics/allocation";
import { CalculationError } from "../../../src/core/errors";

const shares = (total: number, drivers: readonly number[]) => Array.from(allocation(total, Float64Array.from(drivers)));

/** The sum of doubles without any rounding: every double is a whole number of 2^-1074. */
function exactSum(values: readonly number[]): bigint {
  return values.reduce((sum, value) => sum + exact(value), 0n);
}

function exact(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const high = bits.getUint32(0);
  const exponent = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(bits.getUint32(4));
  const magnitude = exponent === 0 ? fraction : (fraction | (1n << 52n)) << BigInt(exponent - 1);
  return high >>> 31 ? -magnitude : magnitude;
}

test("ten equal drivers share 200,000 as 20,000 each", () => {
  expect(shares(200_000, new Array<number>(10).fill(1))).toEqual(new Array(10).fill(20_000));
});

test("in proportion: 900 by 1, 2, 6 hours", () => {
  // 900 / 9 = 100 an hour.
  expect(shares(900, [1, 2, 6])).toEqual([100, 200, 600]);
});

test("a driver of zero gets nothing, a blank one takes no part", () => {
  expect(shares(100, [1, 0, NaN, 1])).toEqual([50, 0, NaN, 50]);
});

test("a negative total, a credit, is shared too", () => {
  expect(shares(-100, [1, 3])).toEqual([-25, -75]);
});

test.each([
  [[1, -2], "drivers, row 2 is -2, a driver cannot be negative"],
  [[0, 0], "no driver is above zero, so there is nothing to share the total by"],
  [[NaN, NaN], "no driver is above zero, so there is nothing to share the total by"],
])("drivers %j are refused", (drivers, message) => {
  const call = () => shares(100, drivers);
  expect(call).toThrow(CalculationError);
  expect(call).toThrow(message);
});

test("the exact sum of the shares is the total to the last digit", () => {
  const total = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const drivers = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(total, drivers, (amount, given) => {
      fc.pre(given.some((driver) => driver > 1e-3) && Math.abs(amount) > 1e-3);
      const missing = exactSum([...shares(amount, given), -amount]);
      // Half the distance between the total and the next number: nothing closer exists. The thousandth more is for
      // shares so small that they vanish beside it.
      const lastDigit = exact(2 ** (Math.floor(Math.log2(Math.abs(amount))) - 52));
      expect(2000n * (missing < 0n ? -missing : missing) <= 1001n * lastDigit).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("no share is negative and a bigger driver never gets less", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 40 }), (drivers) => {
      fc.pre(drivers.some((driver) => driver > 0));
      const received = shares(1234.56, drivers);
      const order = drivers.map((_, i) => i).sort((a, b) => drivers[a]! - drivers[b]!);
      order.forEach((row, place) => {
        expect(received[row]).toBeGreaterThanOrEqual(0);
        if (place > 0) expect(received[row]! - received[order[place - 1]!]!).toBeGreaterThanOrEqual(-1e-9);
      });
    }),
  );
});
