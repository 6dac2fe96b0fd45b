/** Why a calculation could not answer. Test on the code, never on the message. */
export type CalculationErrorCode =
  /** Text, a date text or an error value stands where a number is needed. */
  | "notANumber"
  /** Rows, columns or lengths that do not fit together, or an empty argument. */
  | "shape"
  /** A number outside what the rule allows (negative weight, floor above ceiling …). */
  | "outOfRange"
  /** An enumerated argument holds a word that is not in its list. */
  | "unknownWord"
  /** The input is sound but has no answer: never pays back, no data for this account. */
  | "noAnswer";

/**
 * The one error the core throws or puts in a result row. Its message says what is wrong, where (1-based places inside
 * the argument) and what was received. In Excel `noAnswer` becomes #N/A, every other code #VALUE!.
 */
export class CalculationError extends Error {
  constructor(
    readonly code: CalculationErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "CalculationError";
  }
}
