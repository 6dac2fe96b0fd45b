import { errorOf } from "../customFunctionsStub";
import { CalculationError } from "../../../src/core/errors";
import { calculate } from "../../../src/functions/results/excelError";

test("answers what the body answers", () => {
  expect(calculate(() => 42)).toBe(42);
});

test.each([
  [new CalculationError("noAnswer", "never pays back"), "#N/A", "never pays back"],
  [new CalculationError("shape", "weights has 1 value"), "#VALUE!", "weights has 1 value"],
  [new RangeError("Invalid array length"), "#VALUE!", "the calculation failed: Invalid array length"],
  ["odd", "#VALUE!", "the calculation failed: odd"],
])("%p becomes an Excel error", (thrown, code, message) => {
  const fail = () => {
    throw thrown;
  };
  expect(errorOf(() => calculate(fail))).toEqual({ code, message });
});
