import { CalculationError } from "../errors";

/** Non-negative numbers as shares that sum to 1. When all are 0 the method found nothing that tells the criteria apart. */
export function sharesOf(numbers: Float64Array, method: string): Float64Array {
  const total = numbers.reduce((sum, number) => sum + number, 0);
  if (total === 0) throw new CalculationError("noAnswer", `${method} finds nothing in the figures that tells the criteria apart`);
  return numbers.map((number) => number / total);
}
