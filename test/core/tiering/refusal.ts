import { CalculationError } from "../../../src/core/errors";

/** Code and message of the calculation error that `calculate` throws; anything else fails the test. */
export function refusal(calculate: () => unknown): [string, string] {
  try {
    calculate();
  } catch (error) {
    if (error instanceof CalculationError) return [error.code, error.message];
    throw error;
  }
  throw new Error("nothing was refused");
}
