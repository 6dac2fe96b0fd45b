import { sum } from "simple-statistics";
import { CalculationError } from "../errors";
import { figureText } from "../numbers/answerColumn";
import type { Column } from "../numbers/matrix";

/**
 * A total shared out in proportion to drivers such as hours, visits or orders: 200,000 over ten equal drivers is
 * 20,000 each.
 *
 * Every share is rounded to double precision, so the plain shares may miss the total by a last digit. That remainder
 * goes to the largest share; the sum of all shares then rounds to the total. A blank (NaN) driver has no share.
 *
 * @throws CalculationError `outOfRange` for a negative driver, or when no driver is above zero
 */
export function allocation(total: number, drivers: Column): Column {
  const largest = largestDriver(drivers);
  // Sums with a running correction (Kahan-Babuska): a million plain additions would lose the last digits.
  const driverSum = sum(present(drivers));
  const shares = drivers.map((driver) => (total * driver) / driverSum);
  const remainder = sum([total, ...present(shares).map((share) => -share)]);
  shares[largest] = (shares[largest] as number) + remainder;
  return shares;
}

function present(column: Column): number[] {
  return Array.from(column).filter((value) => !Number.isNaN(value));
}

function largestDriver(drivers: Column): number {
  let largest = -1;
  for (let row = 0; row < drivers.length; row++) {
    const driver = drivers[row] as number;
    if (driver < 0) {
      throw new CalculationError("outOfRange", `drivers, row ${row + 1} is ${figureText(driver)}, a driver cannot be negative`);
    }
    if (driver > 0 && (largest < 0 || driver > (drivers[largest] as number))) largest = row;
  }
  if (largest < 0) throw new CalculationError("outOfRange", "no driver is above zero, so there is nothing to share the total by");
  return largest;
}
