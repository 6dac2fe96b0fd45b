import { CalculationError } from "../errors";
import type { Column, Matrix } from "../numbers/matrix";

/**
 * Profit after what it costs to serve the account: revenue - direct cost - Σ activity × rate. Revenue 1,000, direct
 * cost 600, 4 visits at 50 and 10 orders at 5 leave 1,000 - 600 - 200 - 50 = 150.
 *
 * A blank (NaN) revenue, direct cost or activity makes the profit unknown (NaN): it is not zero.
 *
 * @param activities a row per account, a column per activity
 * @param rates cost of one unit of each activity
 * @throws CalculationError `shape` unless there is a rate for each activity, `outOfRange` for a blank rate
 */
export function costToServe(revenue: Column, directCost: Column, activities: Matrix, rates: Column): Column {
  const { rowCount, columnCount, values } = activities;
  checkRates(rates, columnCount);
  const profits = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    let profit = (revenue[row] as number) - (directCost[row] as number);
    for (let column = 0; column < columnCount; column++) {
      profit -= (values[row * columnCount + column] as number) * (rates[column] as number);
    }
    profits[row] = profit;
  }
  return profits;
}

function checkRates(rates: Column, activityCount: number): void {
  if (rates.length !== activityCount) {
    throw new CalculationError("shape", `rates has ${counted(rates.length, "value")} and activities has ${counted(activityCount, "column")}; give one rate per activity`);
  }
  const blank = rates.findIndex(Number.isNaN);
  if (blank >= 0) throw new CalculationError("outOfRange", `rate ${blank + 1} is blank; enter the cost of one unit of that activity`);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
