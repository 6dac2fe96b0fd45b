import fc from "fast-check";
import { whaleCurve } from "../../../src/core/economics/whaleCurve";
import { CalculationError } from "../../../src/core/errors";

test("rises above the total and falls back to it", () => {
  // 60, 110, 100 of 100.
  expect(whaleCurve(Float64Array.of(-10, 60, NaN, 50))).toEqual([
    { rank: 1, shareOfAccounts: 1 / 3, cumulativeProfit: 60, shareOfTotal: 0.6 },
    { rank: 2, shareOfAccounts: 2 / 3, cumulativeProfit: 110, shareOfTotal: 1.1 },
    { rank: 3, shareOfAccounts: 1, cumulativeProfit: 100, shareOfTotal: 1 },
  ]);
});

test.each([[[10, -10]], [[5, -10]]])("a total of zero or below has no shares: %j", (profits) => {
  expect(whaleCurve(Float64Array.from(profits)).map((point) => point.shareOfTotal)).toEqual([NaN, NaN]);
});

test("no profit known", () => {
  const call = () => whaleCurve(Float64Array.of(NaN, NaN));
  expect(call).toThrow(CalculationError);
  expect(call).toThrow("no account has a profit; enter at least one figure");
});

test("the curve rises to its peak, then falls, and ends at the total", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (profits) => {
      const curve = whaleCurve(Float64Array.from(profits)).map((point) => point.cumulativeProfit);
      const peak = curve.indexOf(Math.max(...curve));
      curve.forEach((value, i) => {
        if (i > 0 && i <= peak) expect(value).toBeGreaterThanOrEqual(curve[i - 1]!);
        if (i > peak) expect(value).toBeLessThanOrEqual(curve[i - 1]!);
      });
      expect(curve[curve.length - 1]).toBe(profits.reduce((a, b) => a + b, 0));
    }),
  );
});
