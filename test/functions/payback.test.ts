import "./customFunctionsStub";
import { payback, paybackScheduleTable, programPayback } from "../../src/functions/payback";
import { errorOf } from "./customFunctionsStub";

const NA = "#N/A";
const VALUE = "#VALUE!";
const error = (code: string, message: string) => expect.objectContaining({ code, message }) as unknown;

describe("PAYBACK", () => {
  test("one account: an endless benefit, a row of periods, a column of periods", () => {
    expect(payback([[100]], [[40]])).toEqual([[2.5]]);
    expect(payback([[100]], [[60, 60, 60]])).toEqual([[1 + 40 / 60]]);
    expect(payback([[100]], [[60], [60], [60]])).toEqual([[1 + 40 / 60]]);
  });

  test("many accounts: a row of periods each, a benefit without end each, one investment for all", () => {
    expect(payback([[100], [60]], [[50, 50], [40, 40]])).toEqual([[2], [1.5]]);
    expect(payback([[100], [60]], [[50], [40]])).toEqual([[2], [1.5]]);
    expect(payback([[100], [60]], [[20]])).toEqual([[5], [3]]);
    expect(payback([[100]], [[50, 50], [100, 0]])).toEqual([[2], [1]]);
  });

  test("a scalar as Excel sends it counts as one cell", () => {
    expect(payback(100 as never, 40 as never)).toEqual([[2.5]]);
  });

  test("a rate for all or for each account", () => {
    const [[dear], [cheap]] = payback([[100], [100]], [[60, 60], [60, 60]], [[0.1], [0]]) as [[number], [number]];
    expect(dear).toBeCloseTo(1.9166666666667, 10);
    expect(cheap).toBeCloseTo(1.6666666666667, 10);
    expect(payback([[100], [100]], [[60, 60], [60, 60]], [[0.1]])).toEqual([[dear], [dear]]);
    expect(payback([[100]], [[60, 60]], [[""]])).toEqual([[cheap]]);
  });

  test("timing in any case", () => {
    expect(payback([[100]], [[60, 60]], [[0.1]], "START" as never)[0]![0]).toBeCloseTo(1 + 40 / (60 / 1.1), 12);
  });

  test("a bad account does not blank the others", () => {
    expect(payback([[-5], [100], [""], ["n/a"], [10]], [[1, 1], [60, 60], [1, 1], [1, 1], [1, "x"]])).toEqual([
      [error(VALUE, "investment is -5; enter the outlay as a positive amount")],
      [1 + 40 / 60],
      [error(NA, "investment is blank; enter a figure, or 0 if there is none")],
      [error(VALUE, 'investment, row 4, column 1: "n/a" is not a number')],
      [error(VALUE, 'benefits, row 5, column 2: "x" is not a number')],
    ]);
  });

  test("never and lost again name the shortfall", () => {
    expect(payback([[100], [100]], [[10, 20], [150, -80]])).toEqual([
      [error(NA, "never pays back: 70 short after 2 periods")],
      [error(NA, "paid back after 0.67 periods, but lost again: 30 short after 2 periods")],
    ]);
  });

  test.each([
    [[[[1], [2]], [[1, 2, 3]]], "benefits has 1 row and investment has 2; give a row of benefits for each investment"],
    [[[[1], [2]], [[1, 2], [3, 4]], [[0.1], [0.1], [0.1]]], "rate has 3 rows, 2 are needed: one per account"],
    [[[[100]], [[1], ["x"], [2]]], 'benefits, row 2, column 1: "x" is not a number'],
    [[[[100]], [[1, 2]], null, "later"], 'timing must be one of end, mid, start; received "later"'],
    [[null, [[1, 2]]], "investment is missing"],
  ])("refuses %j as a whole", (args, message) => {
    const call = () => (payback as (...given: unknown[]) => unknown)(...args);
    expect(errorOf(call)).toEqual({ code: VALUE, message });
  });

  test("a rate of -100 % or less is the account's error", () => {
    expect(payback([[100]], [[1, 2]], [[-1]])).toEqual([[error(VALUE, "rate is -1; it must be above -1 (10 % is 0.1)")]]);
  });
});

describe("PAYBACK.SCHEDULE", () => {
  test("a table with a header row", () => {
    expect(paybackScheduleTable([[100]], [[60, 60]])).toEqual([
      ["Period", "Benefit", "Discounted", "Cumulative", "Status"],
      [0, "", "", -100, "open"],
      [1, 60, 60, -40, "open"],
      [2, 60, 60, 20, "paid back"],
    ]);
  });

  test("takes the periods down the rows as well", () => {
    expect(paybackScheduleTable(100, [[60], [60]])).toEqual(paybackScheduleTable(100, [[60, 60]]));
  });

  test.each([
    [[[[100], [200]], [[1, 2]]], VALUE, "investment must be a single value, received 2 rows × 1 columns"],
    [[100, [[1, 2], [3, 4]]], VALUE, "benefits must be one row or one column, received 2 rows × 2 columns"],
    [["", [[1, 2]]], NA, "investment is blank; enter a figure, or 0 if there is none"],
    [[-1, [[1, 2]]], VALUE, "investment is -1; enter the outlay as a positive amount"],
    [[100, [["", 2]]], NA, "the benefit of period 1 is blank; enter it, or 0 if there is none"],
    [[100, [[1, 2]], -2], VALUE, "rate is -2; it must be above -1 (10 % is 0.1)"],
  ])("refuses %j", (args, code, message) => {
    const call = () => (paybackScheduleTable as (...given: unknown[]) => unknown)(...args);
    expect(errorOf(call)).toEqual({ code, message });
  });
});

describe("PAYBACK.PROGRAM", () => {
  test("a column of accounts, scalars stand for all", () => {
    // 1,000,000: -10,000 then 14,000. 2,000,000: 40,000 - 30,000 in the first year, at once.
    expect(programPayback([[1_000_000], [2_000_000]], [[0.1]], [[0.2]], [[30_000]])).toEqual([[expect.closeTo(1 + 10 / 14, 10)], [0]]);
  });

  test("simple growth and another horizon", () => {
    const simple = programPayback([[1_000_000]], [[0.1]], [[0.2]], [[30_000]], null as never, null as never, null, "simple" as never);
    expect(simple).toEqual([[expect.closeTo(2, 10)]]);
    expect(programPayback([[1_000_000]], [[0.1]], [[0.2]], [[30_000]], null as never, null as never, 1)).toEqual([
      [error(NA, "never pays back: 10000 short after 1 year")],
    ]);
  });

  test("refuses a horizon as a whole, a bad account on its own row", () => {
    const call = () => programPayback([[1]], [[0.1]], [[0.2]], [[1]], null as never, null as never, 0.5);
    expect(errorOf(call)).toEqual({ code: VALUE, message: "horizon is 0.5, it must be a whole number of years from 1 to 100" });
    expect(programPayback([[""], [2_000_000]], [[0.1]], [[0.2]], [[30_000]])).toEqual([
      [error(NA, "sales is blank; enter a figure, or 0 if there is none")],
      [0],
    ]);
  });
});
