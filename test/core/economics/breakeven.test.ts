import fc from "fast-check";
import { breakevenGrowth, breakevenSales } from "../../../src/core/economics/breakeven";

test("a manager of 200,000 for 10 accounts: 200,000 extra sales at 10 %, 10 % growth of 2 million", () => {
  // 200,000 / 10 = 20,000 each; / 0.10 = 200,000; / 2,000,000 = 0.10 (worked in "9 Habits of key account management").
  expect(breakevenSales(20_000, 0.1)).toBe(200_000);
  expect(breakevenGrowth(20_000, 0.1, 2_000_000)).toBe(0.1);
});

test("no cost needs no sales", () => {
  expect(breakevenSales(0, 0.1)).toBe(0);
  expect(breakevenGrowth(0, 0.1, 100)).toBe(0);
});

test.each([
  [NaN, 0.1, "noAnswer", "cost is blank; enter a figure, or 0 if there is none"],
  [100, NaN, "noAnswer", "margin is blank; enter a figure, or 0 if there is none"],
  [-100, 0.1, "outOfRange", "cost is -100; enter costs as positive amounts"],
  [100, 0, "noAnswer", "margin is 0; no sales pay for the cost unless the margin is positive"],
  [100, -0.1, "noAnswer", "margin is -0.1; no sales pay for the cost unless the margin is positive"],
])("cost %d at margin %d has no break-even", (cost, margin, code, message) => {
  expect(breakevenSales(cost, margin)).toEqual({ code, message });
  expect(breakevenGrowth(cost, margin, 1000)).toEqual({ code, message });
});

test.each([
  [NaN, "sales is blank; enter a figure, or 0 if there is none"],
  [0, "sales is 0; growth needs positive sales to start from"],
  [-10, "sales is -10; growth needs positive sales to start from"],
])("growth from sales of %d has no answer", (sales, message) => {
  expect(breakevenGrowth(100, 0.1, sales)).toEqual({ code: "noAnswer", message });
});

test("the margin on the break-even sales is the cost", () => {
  const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(positive, positive, positive, (cost, margin, sales) => {
      expect(((breakevenSales(cost, margin) as number) * margin) / cost).toBeCloseTo(1, 12);
      expect(((breakevenGrowth(cost, margin, sales) as number) * sales * margin) / cost).toBeCloseTo(1, 12);
    }),
  );
});
