import fc from "fast-check";
import { PAPER_HEIGHT } from "../../../src/sheets/paper";
import { fittingPercent, PRINT_PERCENT, type PrintedRows } from "../../../src/sheets/plan/printFit";

const printed = (change: Partial<PrintedRows> = {}): PrintedRows => ({ paper: "A4", topMargin: 22, bottomMargin: 32, heights: [27, ...Array<number>(39).fill(15)], breaks: [20], titleRows: 1, ...change });

test("a plan with room on its pages keeps the usual scale", () => {
  expect(fittingPercent(printed())).toBe(70);
  expect(fittingPercent(printed({ paper: "Letter" }))).toBe(68);
});

test("the fullest page decides, with the rows every further page repeats", () => {
  // 595 - 22 - 32 = 541 points of paper; page 2 has 27 + 60 * 15 = 927 points: 541 * 0.99 / 927.
  expect(fittingPercent(printed({ heights: [27, ...Array<number>(79).fill(15)] }))).toBe(57);
  // Without repeated rows it has 900.
  expect(fittingPercent(printed({ heights: [27, ...Array<number>(79).fill(15)], titleRows: 0 }))).toBe(59);
});

test("rows that are hidden take no room, a sheet without rows keeps the usual scale", () => {
  expect(fittingPercent(printed({ heights: [27, ...Array<number>(79).fill(15), ...Array<number>(500).fill(0)] }))).toBe(57);
  expect(fittingPercent(printed({ heights: [], breaks: [] }))).toBe(70);
});

const rows = fc.record({
  paper: fc.constantFrom("A4" as const, "Letter" as const),
  topMargin: fc.integer({ min: 0, max: 80 }),
  bottomMargin: fc.integer({ min: 0, max: 80 }),
  heights: fc.array(fc.double({ min: 0, max: 409, noNaN: true }), { minLength: 1, maxLength: 120 }),
  breaks: fc.array(fc.integer({ min: -3, max: 130 }), { maxLength: 4 }),
  titleRows: fc.integer({ min: 0, max: 2 }),
});

test("at the scale found every page fits its paper, and one percent more would not, unless it is the usual one", () => {
  fc.assert(
    fc.property(rows, (plan) => {
      const percent = fittingPercent(plan);
      const starts = [0, ...[...new Set(plan.breaks)].filter((row) => row > 0 && row < plan.heights.length).sort((a, b) => a - b)];
      const titles = plan.heights.slice(0, plan.titleRows).reduce((a, b) => a + b, 0);
      const pages = starts.map((start, i) => plan.heights.slice(start, starts[i + 1]).reduce((a, b) => a + b, i > 0 ? titles : 0));
      const paper = PAPER_HEIGHT[plan.paper] - plan.topMargin - plan.bottomMargin;
      expect(Math.max(...pages) * percent).toBeLessThanOrEqual(100 * paper);
      expect(percent).toBeLessThanOrEqual(PRINT_PERCENT[plan.paper]);
      if (percent < PRINT_PERCENT[plan.paper]) expect(Math.max(...pages) * (percent + 1)).toBeGreaterThan(98 * paper);
    }),
  );
});
