import fc from "fast-check";
import { discountFactors } from "../../../src/core/payback/discountFactors";
import { endlessPayback } from "../../../src/core/payback/endlessPayback";
import { seriesPayback } from "../../../src/core/payback/seriesPayback";
import type { Timing } from "../../../src/core/payback/timing";

describe("by hand", () => {
  test("undiscounted it is outlay / benefit", () => {
    expect(endlessPayback(100, 40, 0, "end")).toEqual({ kind: "paid", periods: 2.5 });
  });

  test("100 against 20 at 10 % is 7.2821, linear within the eighth period", () => {
    // Seven periods are worth 20 × (1 - 1.1^-7) / 0.1 = 97.3684; the eighth brings 20 / 1.1^8 = 9.3301: 7 + 2.6316 / 9.3301.
    const seven = (20 * (1 - 1.1 ** -7)) / 0.1;
    const result = endlessPayback(100, 20, 0.1, "end");
    expect(result.kind === "paid" && result.periods).toBeCloseTo(7 + (100 - seven) / (20 / 1.1 ** 8), 10);
    expect(result.kind === "paid" && result.periods).toBeCloseTo(7.2821, 4);
  });

  test("at the start of the period the first benefit counts in full", () => {
    // 20, 18.1818.., 16.5289..: 50 is 2 + 11.8182 / 16.5289.
    const result = endlessPayback(50, 20, 0.1, "start");
    expect(result.kind === "paid" && result.periods).toBeCloseTo(2 + (50 - 20 - 20 / 1.1) / (20 / 1.21), 10);
  });

  test("never where all benefits together stay below the outlay", () => {
    // 20 / 0.1 = 200 at the end of the period, 220 at its start.
    expect(endlessPayback(250, 20, 0.1, "end")).toEqual({ kind: "neverWithoutEnd", shortfall: 50 });
    const start = endlessPayback(250, 20, 0.1, "start");
    expect(start.kind === "neverWithoutEnd" && start.shortfall).toBeCloseTo(30, 10);
  });

  test.each([
    [200, 20, 0.1],
    [300, 30, 0.1],
    [70, 7, 0.1],
  ])("never where %d is exactly what %d at rate %d comes close to", (investment, benefit, rate) => {
    const result = endlessPayback(investment, benefit, rate, "end");
    expect(result.kind === "neverWithoutEnd" && result.shortfall).toBeCloseTo(0, 9);
  });

  test("no benefit, a loss, a blank", () => {
    expect(endlessPayback(80, 0, 0.1, "end")).toEqual({ kind: "neverWithoutEnd", shortfall: 80 });
    expect(endlessPayback(80, -5, 0, "end")).toEqual({ kind: "losesWithoutEnd", lossPerPeriod: 5 });
    expect(endlessPayback(0, -5, 0, "end")).toEqual({ kind: "losesWithoutEnd", lossPerPeriod: 5 });
    expect(endlessPayback(80, NaN, 0, "end")).toEqual({ kind: "noBenefits" });
  });

  test("an outlay of zero is paid at once", () => {
    expect(endlessPayback(0, 10, 0.1, "mid")).toEqual({ kind: "paid", periods: 0 });
    expect(endlessPayback(0, 0, 0, "end")).toEqual({ kind: "paid", periods: 0 });
    expect(endlessPayback(0, NaN, 0, "end")).toEqual({ kind: "paid", periods: 0 });
  });

  test("a payback beyond the range of numbers is named", () => {
    expect(endlessPayback(1e100, 1e-300, 0, "end")).toEqual({ kind: "tooLarge" });
  });
});

test("it is the payback of the same benefit written out", () => {
  const rates = fc.constantFrom(-0.2, -0.01, 1e-9, 0.001, 0.05, 0.3);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      rates,
      fc.constantFrom<Timing>("end", "mid", "start"),
      (investment, benefit, rate, timing) => {
        const endless = endlessPayback(investment, benefit, rate, timing);
        const length = endless.kind === "paid" ? Math.ceil(endless.periods) + 1 : 400;
        const written = seriesPayback(investment, new Float64Array(length).fill(benefit), discountFactors(rate, length, timing));
        if (endless.kind === "paid") expect(written.kind === "paid" && written.periods).toBeCloseTo(endless.periods, 5);
        else expect(written.kind).toBe("never");
      },
    ),
    { numRuns: 60 },
  );
});
