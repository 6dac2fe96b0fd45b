import { costToServe } from "../../../src/core/economics/costToServe";
import { CalculationError } from "../../../src/core/errors";

const column = (...values: number[]) => Float64Array.from(values);
const activities = { rowCount: 2, columnCount: 2, values: column(4, 10, 0, 2) };

test("revenue less direct cost less activities at their rates", () => {
  // 1,000 - 600 - 4 × 50 - 10 × 5 = 150; 300 - 250 - 0 - 2 × 5 = 40.
  expect(Array.from(costToServe(column(1000, 300), column(600, 250), activities, column(50, 5)))).toEqual([150, 40]);
});

test("what is unknown makes the profit unknown, not zero", () => {
  expect(Array.from(costToServe(column(NaN, 300), column(600, NaN), activities, column(50, 5)))).toEqual([NaN, NaN]);
  const gap = { ...activities, values: column(NaN, 10, 0, 2) };
  expect(Array.from(costToServe(column(1000, 300), column(600, 250), gap, column(50, 5)))).toEqual([NaN, 40]);
});

test("a loss is a negative profit", () => {
  expect(Array.from(costToServe(column(100, 0), column(100, 0), activities, column(1, 0)))).toEqual([-4, 0]);
});

test.each([
  [column(50), "rates has 1 value and activities has 2 columns; give one rate per activity"],
  [column(50, 5, 1), "rates has 3 values and activities has 2 columns; give one rate per activity"],
  [column(50, NaN), "rate 2 is blank; enter the cost of one unit of that activity"],
])("rates %j are refused", (rates, message) => {
  const call = () => costToServe(column(1, 1), column(1, 1), activities, rates);
  expect(call).toThrow(CalculationError);
  expect(call).toThrow(message);
});
