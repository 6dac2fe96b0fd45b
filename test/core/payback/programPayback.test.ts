import fc from "fast-check";
import { CalculationError } from "../../../src/core/errors";
import { programPaybacks, type AccountProgram, type Compounding } from "../../../src/core/payback/programPayback";
import { RowErrors } from "../../../src/core/rowErrors";

const TYPICAL: AccountProgram = { sales: 1_000_000, margin: 0.1, growth: 0.2, annualCost: 30_000, setupCost: 0, rate: 0 };

function payback(change: Partial<AccountProgram>, horizon = 10, compounding: Compounding = "compound") {
  const errors = new RowErrors();
  const program = { ...TYPICAL, ...change };
  const columns = Object.fromEntries(Object.entries(program).map(([name, value]) => [name, Float64Array.of(value)]));
  const years = programPaybacks(columns as Record<keyof AccountProgram, Float64Array>, horizon, compounding, errors);
  return { years: years[0], error: errors.get(0) };
}

describe("by hand", () => {
  test("compound growth", () => {
    // 100,000 × (1.2 - 1) - 30,000 = -10,000; 100,000 × (1.44 - 1) - 30,000 = 14,000: 1 + 10,000 / 14,000.
    expect(payback({}).years).toBeCloseTo(1 + 10 / 14, 12);
  });

  test("simple growth", () => {
    // -10,000, then 100,000 × 0.4 - 30,000 = 10,000: exactly zero after two years.
    expect(payback({}, 10, "simple").years).toBeCloseTo(2, 12);
  });

  test("set-up cost and discounting", () => {
    // -20,000; -10,000 / 1.1 = -9,090.91; 14,000 / 1.21 = 11,570.25; 42,800 / 1.331 = 32,156.27:
    // -20,000 - 9,090.91 + 11,570.25 = -17,520.66; 2 + 17,520.66 / 32,156.27.
    expect(payback({ setupCost: 20_000, rate: 0.1 }).years).toBeCloseTo(2 + (20_000 + 10_000 / 1.1 - 14_000 / 1.21) / (42_800 / 1.331), 10);
  });

  test("earning from the first year without a set-up cost pays back at once", () => {
    // 100,000 × 0.2 - 20,000 = 0 in the first year.
    expect(payback({ annualCost: 20_000 }).years).toBe(0);
    expect(payback({ annualCost: 0, growth: 0 }).years).toBe(0);
  });

  test("blank set-up cost and rate are none", () => {
    expect(payback({ setupCost: NaN, rate: NaN }).years).toBe(payback({}).years);
  });
});

test("not within the horizon: the shortfall is named", () => {
  // Growth 10 %: 10,000 - 30,000 = -20,000; 21,000 - 30,000 = -9,000; together 29,000.
  expect(payback({ growth: 0.1 }, 2).error).toEqual({
    code: "noAnswer",
    message: "never pays back: 29000 short after 2 years",
  });
  expect(payback({ growth: 0, setupCost: 5_000 }, 1).error).toEqual({ code: "noAnswer", message: "never pays back: 35000 short after 1 year" });
});

test.each([
  [{ sales: NaN }, "noAnswer", "sales is blank; enter a figure, or 0 if there is none"],
  [{ margin: NaN }, "noAnswer", "margin is blank; enter a figure, or 0 if there is none"],
  [{ growth: NaN }, "noAnswer", "growth is blank; enter a figure, or 0 if there is none"],
  [{ annualCost: NaN }, "noAnswer", "annualCost is blank; enter a figure, or 0 if there is none"],
  [{ sales: -1 }, "outOfRange", "sales is -1; sales cannot be negative"],
  [{ growth: -1.5 }, "outOfRange", "growth is -1.5; sales cannot shrink by more than all (-1)"],
  [{ annualCost: -5 }, "outOfRange", "annualCost is -5; enter costs as positive amounts"],
  [{ setupCost: -5 }, "outOfRange", "setupCost is -5; enter costs as positive amounts"],
  [{ rate: -1 }, "outOfRange", "rate is -1; it must be above -1 (10 % is 0.1)"],
  [{ sales: 1e100, growth: 1e50 }, "outOfRange", "the discounted benefits are too large to add up; check the rate and the units"],
] as const)("%j is its row's error", (change, code, message) => {
  const { years, error } = payback(change);
  expect(years).toBeNaN();
  expect(error).toEqual({ code, message });
});

test.each([0, 101, 2.5, -3])("a horizon of %d years is refused", (horizon) => {
  const call = () => payback({}, horizon);
  expect(call).toThrow(CalculationError);
  expect(call).toThrow(`horizon is ${horizon}, it must be a whole number of years from 1 to 100`);
});

describe("laws", () => {
  const program = fc.record({
    sales: fc.integer({ min: 0, max: 1_000_000 }),
    margin: fc.integer({ min: 1, max: 50 }).map((percent) => percent / 100),
    growth: fc.integer({ min: 0, max: 60 }).map((percent) => percent / 100),
    annualCost: fc.integer({ min: 0, max: 100_000 }),
    setupCost: fc.integer({ min: 0, max: 100_000 }),
    rate: fc.constantFrom(0, 0.08),
  });

  test("compound growth pays back no later than simple growth", () => {
    fc.assert(
      fc.property(program, (given) => {
        const simple = payback(given, 10, "simple").years as number;
        if (!Number.isNaN(simple)) expect(payback(given).years).toBeLessThanOrEqual(simple + 1e-9);
      }),
    );
  });

  test("scaling money keeps the payback", () => {
    fc.assert(
      fc.property(program, (given) => {
        const scaled = { ...given, sales: given.sales * 8, annualCost: given.annualCost * 8, setupCost: given.setupCost * 8 };
        expect(payback(scaled).years).toBe(payback(given).years);
      }),
    );
  });
});
