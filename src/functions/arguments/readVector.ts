import { CalculationError } from "../../core/errors";
import { numberIn } from "./cell";
import { cellsOf } from "./rowsOf";

/**
 * One number per criterion, given as a row or a column; NaN where blank. Any cell that is no number is thrown, because
 * it spoils every row.
 *
 * @param count how many numbers are needed, when that is known
 */
export function readVector(argument: unknown, name: string, count?: number): Float64Array {
  const numbers = cellsOf(argument, name).map(({ cell, place }) => {
    const number = numberIn(cell);
    if (typeof number === "string") throw new CalculationError("notANumber", `${place}: ${number}`);
    return number;
  });
  checkCount(numbers.length, name, count);
  return Float64Array.from(numbers);
}

/** Refuses a vector of the wrong length. */
export function checkCount(received: number, name: string, needed: number | undefined): void {
  if (needed !== undefined && received !== needed) {
    throw new CalculationError("shape", `${name} has ${received} value${received === 1 ? "" : "s"}, ${needed} ${needed === 1 ? "is" : "are"} needed`);
  }
}
