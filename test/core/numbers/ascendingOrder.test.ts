import fc from "fast-check";
import { ascendingOrder } from "../../../src/core/numbers/ascendingOrder";

/** The plain way: keep what is there, sort by number, then by place. */
function expectedOrder(numbers: readonly number[]): number[] {
  return numbers
    .map((_, place) => place)
    .filter((place) => !Number.isNaN(numbers[place]))
    .sort((a, b) => numbers[a] - numbers[b] || a - b);
}

function expectSorted(numbers: readonly number[]): void {
  expect([...ascendingOrder(Float64Array.from(numbers))]).toEqual(expectedOrder(numbers));
}

test("puts the smallest first, leaves equal ones in place and missing ones out", () => {
  expect([...ascendingOrder(Float64Array.of(3, NaN, 1, 3, -2, NaN))]).toEqual([4, 2, 0, 3]);
  expect([...ascendingOrder(new Float64Array())]).toEqual([]);
});

const number = fc.oneof(fc.double({ min: -1e100, max: 1e100 }), fc.integer({ min: -5, max: 5 }), fc.constantFrom(NaN, -0, 0, 1e-300, -1e-300, 1 + 2 ** -52));

test.each([
  ["few numbers", 0, 50],
  ["enough for the radix sort", 700, 1500],
])("agrees with a plain sort: %s", (_, minLength, maxLength) => {
  fc.assert(
    fc.property(fc.array(number, { minLength, maxLength }), (numbers) => expectSorted(numbers)),
    { numRuns: 40 },
  );
});

test("orders long runs of numbers that differ only in their last digits", () => {
  const close = Array.from({ length: 5000 }, (_, i) => 1 + ((i * 2_654_435_761) % 4999) * 2 ** -50);
  expectSorted(close);
  expectSorted([...close].sort((a, b) => b - a));
});

test("leaves a full column of one value alone", () => {
  expectSorted(new Array<number>(100_000).fill(7));
});
