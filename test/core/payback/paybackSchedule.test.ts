import fc from "fast-check";
import { CalculationError } from "../../../src/core/errors";
import { discountFactors } from "../../../src/core/payback/discountFactors";
import { endlessPayback } from "../../../src/core/payback/endlessPayback";
import { LONGEST_ENDLESS_SCHEDULE, paybackSchedule, type SchedulePeriod } from "../../../src/core/payback/paybackSchedule";
import { seriesPayback } from "../../../src/core/payback/seriesPayback";

const schedule = (investment: number, benefits: readonly number[], rate = 0) =>
  paybackSchedule(investment, Float64Array.from(benefits), rate, "end");
const statuses = (lines: readonly SchedulePeriod[]) => lines.map((line) => line.status);

test("period by period", () => {
  const lines = schedule(100, [60, 60, 10], 0.1);
  expect(lines.map((line) => line.period)).toEqual([0, 1, 2, 3]);
  expect(lines.map((line) => line.benefit)).toEqual([NaN, 60, 60, 10]);
  expect(lines[1]?.discounted).toBeCloseTo(54.5454545454, 9);
  expect(lines[2]?.discounted).toBeCloseTo(49.5867768595, 9);
  // -100 + 54.5455 = -45.4545; + 49.5868 = 4.1322; + 7.5131 = 11.6454.
  expect(lines.map((line) => Number(line.cumulative.toFixed(4)))).toEqual([-100, -45.4545, 4.1322, 11.6454]);
  expect(statuses(lines)).toEqual(["open", "open", "paid back", "in profit"]);
});

test("says when profit is lost again and when it is won back", () => {
  expect(statuses(schedule(100, [150, -100, 80]))).toEqual(["open", "in profit for now", "lost again", "paid back"]);
  expect(statuses(schedule(100, [150, -80, 5]))).toEqual(["open", "in profit for now", "lost again", "lost again"]);
});

test("the last period says never", () => {
  expect(statuses(schedule(100, [10, 20]))).toEqual(["open", "open", "never paid back"]);
});

test("an outlay of zero is paid back in period 0", () => {
  expect(statuses(schedule(0, [5, 5]))).toEqual(["paid back", "in profit", "in profit"]);
  expect(statuses(schedule(0, [-5, 10]))).toEqual(["open", "open", "paid back"]);
  expect(statuses(schedule(0, [5, -8]))).toEqual(["open", "in profit for now", "lost again"]);
  expect(Object.is(schedule(0, [5, 5])[0]?.cumulative, 0)).toBe(true);
});

test("a remainder that counts as zero is shown as zero", () => {
  const lines = schedule(0.7, new Array<number>(7).fill(0.1));
  expect(lines[7]).toMatchObject({ cumulative: 0, status: "paid back" });
});

test("blank periods at the end are not listed", () => {
  expect(schedule(100, [60, 60, NaN, NaN])).toHaveLength(3);
});

test("one benefit runs without end: until paid back", () => {
  // 100 against 20 at 10 % pays back in the eighth period.
  const lines = schedule(100, [20], 0.1);
  expect(lines).toHaveLength(9);
  expect(lines[8]?.status).toBe("paid back");
});

test("one benefit that never or hardly pays back is listed for a hundred periods", () => {
  const never = schedule(250, [20], 0.1);
  expect(never).toHaveLength(LONGEST_ENDLESS_SCHEDULE + 1);
  expect(never[100]?.status).toBe("never paid back");
  const later = schedule(1000, [1]);
  expect(later).toHaveLength(LONGEST_ENDLESS_SCHEDULE + 1);
  expect(later[100]?.status).toBe("open");
});

test.each([
  [[NaN, 10], "noAnswer", "the benefit of period 1 is blank; enter it, or 0 if there is none"],
  [[NaN, NaN], "noAnswer", "there are no benefits; enter at least one"],
  [[NaN], "noAnswer", "there are no benefits; enter at least one"],
])("refuses %j", (benefits, code, message) => {
  expect(() => schedule(10, benefits)).toThrow(new CalculationError(code as "noAnswer", message));
});

test("sums beyond the range of numbers are refused", () => {
  const call = () => schedule(10, [0], -0.999999999);
  expect(call).toThrow(CalculationError);
  expect(call).toThrow("the discounted benefits are too large to add up; check the rate and the units");
});

test("agrees with the payback", () => {
  const benefit = fc.integer({ min: -500, max: 2000 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), fc.array(benefit, { minLength: 2, maxLength: 15 }), fc.constantFrom(0, 0.1), (investment, benefits, rate) => {
      const lines = schedule(investment, benefits, rate);
      const result = seriesPayback(investment, Float64Array.from(benefits), discountFactors(rate, benefits.length, "end"));
      const paidBack = lines.filter((line) => line.status === "paid back");
      if (result.kind !== "paid") {
        expect(paidBack).toEqual([]);
        expect("shortfall" in result && result.shortfall).toBe(-lines[lines.length - 1]!.cumulative);
        return;
      }
      expect(paidBack).toHaveLength(1);
      const { period, discounted } = paidBack[0]!;
      const recomputed = period === 0 ? 0 : period - 1 - lines[period - 1]!.cumulative / discounted;
      expect(recomputed).toBeCloseTo(result.periods, 9);
    }),
  );
});

test("agrees with the payback of one benefit without end", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 10, max: 100 }), fc.constantFrom(0, 0.01), (investment, benefit, rate) => {
      const result = endlessPayback(investment, benefit, rate, "end");
      const lines = schedule(investment, [benefit], rate);
      const { period, discounted, status } = lines[lines.length - 1]!;
      expect(status).toBe("paid back");
      expect(period - 1 - lines[period - 1]!.cumulative / discounted).toBeCloseTo(result.kind === "paid" ? result.periods : NaN, 9);
    }),
  );
});
