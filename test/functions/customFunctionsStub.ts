/**
 * Stands in for the `CustomFunctions` global of Excel's runtime. Import it before calling a public function.
 */
class StubError {
  constructor(
    readonly code: string,
    readonly message = "",
  ) {}
}

const ErrorCode = {
  invalidValue: "#VALUE!",
  notAvailable: "#N/A",
  divisionByZero: "#DIV/0!",
  invalidNumber: "#NUM!",
  nullReference: "#NULL!",
  invalidName: "#NAME?",
  invalidReference: "#REF!",
};

Object.assign(globalThis, { CustomFunctions: { Error: StubError, ErrorCode, associate: () => undefined } });

/** What a public function throws or puts in a cell. */
export interface ExcelErrorValue {
  readonly code: string;
  readonly message: string;
}

export function isExcelError(value: unknown): value is ExcelErrorValue {
  return value instanceof StubError;
}

/** The Excel error a call throws; fails the test when it throws something else or nothing. */
export function errorOf(call: () => unknown): ExcelErrorValue {
  try {
    call();
  } catch (thrown) {
    if (isExcelError(thrown)) return { code: thrown.code, message: thrown.message };
    throw thrown;
  }
  throw new Error("the call did not throw");
}
