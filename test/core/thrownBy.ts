import { CalculationError } from "../../src/core/errors";

/** Code and message of the error a calculation throws; fails the test when it throws another kind or nothing. */
export function thrownBy(calculation: () => unknown): [code: string, message: string] {
  try {
    calculation();
  } catch (thrown) {
    if (thrown instanceof CalculationError) return [thrown.code, thrown.message];
    throw thrown;
  }
  throw new Error("nothing was thrown");
}
