import type { Payback } from "../../../src/core/payback/payback";
import { paybackAnswer } from "../../../src/core/payback/paybackAnswer";

test("paid is the number of periods", () => {
  expect(paybackAnswer({ kind: "paid", periods: 2.5 }, "period")).toBe(2.5);
});

test.each<[Payback, string, string]>([
  [{ kind: "never", shortfall: 12.5, afterPeriods: 5 }, "noAnswer", "never pays back: 12.5 short after 5 periods"],
  [{ kind: "never", shortfall: 0.1 + 0.2, afterPeriods: 1 }, "noAnswer", "never pays back: 0.3 short after 1 period"],
  [
    { kind: "lostAgain", firstPaidAfter: 2 / 3, shortfall: 30, afterPeriods: 2 },
    "noAnswer",
    "paid back after 0.67 periods, but lost again: 30 short after 2 periods",
  ],
  [{ kind: "neverWithoutEnd", shortfall: 50 }, "noAnswer", "never pays back: all benefits without end stay 50 short"],
  [
    { kind: "neverWithoutEnd", shortfall: 0 },
    "noAnswer",
    "never pays back: the discounted benefits come ever closer to the investment, but never reach it (0 short)",
  ],
  [{ kind: "losesWithoutEnd", lossPerPeriod: 5 }, "noAnswer", "never pays back: every period loses 5, so the shortfall only grows"],
  [{ kind: "unknownBenefit", period: 3 }, "noAnswer", "the benefit of period 3 is blank; enter it, or 0 if there is none"],
  [{ kind: "noBenefits" }, "noAnswer", "there are no benefits; enter at least one"],
  [{ kind: "tooLarge" }, "outOfRange", "the discounted benefits are too large to add up; check the rate and the units"],
])("%j says why there is none", (payback, code, message) => {
  expect(paybackAnswer(payback, "period")).toEqual({ code, message });
});

test("names years where periods are years", () => {
  expect(paybackAnswer({ kind: "never", shortfall: 5, afterPeriods: 10 }, "year")).toMatchObject({
    message: "never pays back: 5 short after 10 years",
  });
});
