import fc from "fast-check";
import { discountFactors } from "../../../src/core/payback/discountFactors";
import type { Payback } from "../../../src/core/payback/payback";
import { seriesPayback } from "../../../src/core/payback/seriesPayback";
import type { Timing } from "../../../src/core/payback/timing";

function payback(investment: number, benefits: readonly number[], rate = 0, timing: Timing = "end"): Payback {
  const series = Float64Array.from(benefits);
  return seriesPayback(investment, series, discountFactors(rate, series.length, timing));
}

function periods(investment: number, benefits: readonly number[], rate = 0, timing: Timing = "end"): number {
  const result = payback(investment, benefits, rate, timing);
  if (result.kind !== "paid") throw new Error(`expected a payback, received ${JSON.stringify(result)}`);
  return result.periods;
}

describe("by hand", () => {
  test("linear within the period", () => {
    // -50 + 10 + 13 + 16 = -11; the fourth period brings 19: 3 + 11 / 19.
    expect(periods(50, [10, 13, 16, 19, 22])).toBeCloseTo(3 + 11 / 19, 14);
  });

  test("discounted at the end, in the middle and at the start of the period", () => {
    // 100 against 60 and 60 at 10 %. end: 60 / 1.1 = 54.545.., 60 / 1.21 = 49.586..: 1 + 45.4545.. / 49.5867.. = 1.916666..
    expect(periods(100, [60, 60], 0.1)).toBeCloseTo(1 + (100 - 60 / 1.1) / (60 / 1.21), 14);
    expect(periods(100, [60, 60], 0.1)).toBeCloseTo(1.9166666666667, 12);
    // mid: 60 / 1.1^0.5 and 60 / 1.1^1.5.
    expect(periods(100, [60, 60], 0.1, "mid")).toBeCloseTo(1 + (100 - 60 / 1.1 ** 0.5) / (60 / 1.1 ** 1.5), 14);
    // start: 60 undiscounted, then 60 / 1.1 = 54.5454..: 1 + 40 / 54.5454.. = 1.7333..
    expect(periods(100, [60, 60], 0.1, "start")).toBeCloseTo(1 + 40 / (60 / 1.1), 14);
  });

  test("timing changes nothing without a rate", () => {
    expect(periods(100, [60, 60], 0, "start")).toBe(periods(100, [60, 60], 0, "end"));
  });

  test("exactly zero counts as paid", () => {
    expect(periods(100, [50, 30, 20, 10])).toBe(3);
  });

  test.each([
    [0.7, 7],
    [0.3, 3],
    [1.1, 11],
  ])("%d against tenths is paid after %d periods, whatever binary makes of cents", (investment, whole) => {
    expect(periods(investment, new Array<number>(whole + 2).fill(0.1))).toBeCloseTo(whole, 12);
    expect(payback(investment, new Array<number>(whole).fill(0.1)).kind).toBe("paid");
  });

  test("a cent short on a hundred million is short", () => {
    expect(payback(100_000_000, [99_999_999.99])).toMatchObject({ kind: "never", afterPeriods: 1 });
  });

  test("a later loss moves the payback to the last turn", () => {
    // -100, 50, -50, 30: turns in period 1, is lost in 2, turns for good in 3: 2 + 50 / 80.
    expect(periods(100, [150, -100, 80])).toBeCloseTo(2.625, 14);
  });

  test("a later loss that leaves zero or more changes nothing", () => {
    expect(periods(100, [150, -50])).toBeCloseTo(100 / 150, 14);
  });

  test("a loss before the payback is earned back first", () => {
    // -100, -120, 0 (80 + 120 - 200).
    expect(periods(100, [-20, 120])).toBe(2);
  });

  test("lost again by the end", () => {
    // -100, 50, -30.
    expect(payback(100, [150, -80])).toEqual({ kind: "lostAgain", firstPaidAfter: 100 / 150, shortfall: 30, afterPeriods: 2 });
  });

  test("never", () => {
    expect(payback(100, [10, 20])).toEqual({ kind: "never", shortfall: 70, afterPeriods: 2 });
  });

  test("an outlay of zero is paid at once unless losses undo it", () => {
    expect(periods(0, [5, 5])).toBe(0);
    expect(periods(0, [])).toBe(0);
    // 0, -5, 5: turns in period 2 after half of its 10.
    expect(periods(0, [-5, 10])).toBe(1.5);
    expect(payback(0, [-5, 3])).toEqual({ kind: "never", shortfall: 2, afterPeriods: 2 });
    expect(payback(0, [5, -8])).toEqual({ kind: "lostAgain", firstPaidAfter: 0, shortfall: 3, afterPeriods: 2 });
  });

  test("blank periods at the end shorten the row, a blank before a figure is unknown", () => {
    expect(payback(100, [10, 20, NaN, NaN])).toEqual({ kind: "never", shortfall: 70, afterPeriods: 2 });
    expect(payback(100, [NaN, 200])).toEqual({ kind: "unknownBenefit", period: 1 });
    expect(payback(100, [200, NaN, 10])).toEqual({ kind: "unknownBenefit", period: 2 });
    expect(payback(100, [NaN, NaN])).toEqual({ kind: "noBenefits" });
  });

  test("a negative rate that outgrows double precision is named, not infinite", () => {
    expect(payback(1, [...new Array<number>(60).fill(1), -1], -0.999999999).kind).toBe("tooLarge");
  });
});

const money = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100);
const outlay = fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100);
const rows = fc.array(money, { minLength: 1, maxLength: 30 });
const rates = fc.constantFrom(-0.05, 0, 0.01, 0.1, 0.5);
const timings = fc.constantFrom<Timing>("end", "mid", "start");

describe("laws", () => {
  test("scaling money keeps the payback", () => {
    fc.assert(
      fc.property(outlay, rows, rates, timings, fc.constantFrom(0.5, 4, 1024), (investment, benefits, rate, timing, factor) => {
        const plain = payback(investment, benefits, rate, timing);
        const scaled = payback(investment * factor, benefits.map((b) => b * factor), rate, timing);
        if (plain.kind === "paid") expect(scaled).toEqual(plain);
        else expect(scaled.kind).toBe(plain.kind);
      }),
    );
  });

  test("undiscounted, it is the last period whose running total in whole cents turns to zero or above", () => {
    fc.assert(
      fc.property(outlay, rows, (investment, benefits) => {
        let cents = -Math.round(investment * 100);
        const totals = [cents, ...benefits.map((b) => (cents += Math.round(b * 100)))];
        const result = payback(investment, benefits);
        if (totals[totals.length - 1]! < 0) {
          expect(["never", "lostAgain"]).toContain(result.kind);
          expect("shortfall" in result && result.shortfall).toBeCloseTo(-totals[totals.length - 1]! / 100, 6);
          return;
        }
        const lastShort = totals.map((total) => total < 0).lastIndexOf(true);
        const expected = lastShort < 0 ? 0 : lastShort - totals[lastShort]! / (totals[lastShort + 1]! - totals[lastShort]!);
        expect(result.kind === "paid" && result.periods).toBeCloseTo(expected, 6);
      }),
    );
  });

  test("a higher rate never pays back sooner while benefits are positive", () => {
    fc.assert(
      fc.property(outlay, fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 20 }), (investment, benefits) => {
        const cheap = payback(investment, benefits, 0.02);
        const dear = payback(investment, benefits, 0.2);
        if (dear.kind !== "paid") return;
        expect(cheap.kind === "paid" && cheap.periods).toBeLessThanOrEqual(dear.periods + 1e-9);
      }),
    );
  });
});
