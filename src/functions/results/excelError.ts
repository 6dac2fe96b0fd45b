import { CalculationError } from "../../core/errors";
import type { RowError } from "../../core/rowErrors";

/** Excel shows a custom message only with #VALUE! and #N/A, so only these two are used. */
export function excelError(error: RowError): CustomFunctions.Error {
  const code = error.code === "noAnswer" ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue;
  return new CustomFunctions.Error(code, error.message);
}

/** What any exception becomes in the cell that called the function. */
export function excelErrorOf(thrown: unknown): CustomFunctions.Error {
  if (thrown instanceof CalculationError) return excelError(thrown);
  if (thrown instanceof CustomFunctions.Error) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, `the calculation failed: ${detail}`);
}

/** Runs the body of a custom function; whatever it throws reaches Excel as an error with a message. */
export function calculate<T>(body: () => T): T {
  try {
    return body();
  } catch (thrown) {
    throw excelErrorOf(thrown);
  }
}
