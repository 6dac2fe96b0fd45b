import type { RowError, RowErrors } from "../rowErrors";
import type { Column } from "./matrix";

/** What one account gets: its figure, or the reason why it has none. */
export type Answer = number | RowError;

/**
 * Asks `answer` for each row. The reason a row has no figure goes to `errors` and leaves NaN in the column; a row whose
 * arguments were already refused is not asked.
 */
export function answerColumn(rowCount: number, errors: RowErrors, answer: (row: number) => Answer): Column {
  const column = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    if (errors.size > 0 && errors.has(row)) {
      column[row] = Number.NaN;
      continue;
    }
    const figure = answer(row);
    if (typeof figure === "number") {
      column[row] = figure;
    } else {
      column[row] = Number.NaN;
      errors.add(row, figure.code, figure.message);
    }
  }
  return column;
}

/** There is no figure, and why. */
export function noAnswer(message: string): RowError {
  return { code: "noAnswer", message };
}

/** A figure the calculation cannot do without is blank. Blank is never taken for zero. */
export function missingFigure(name: string): RowError {
  return noAnswer(`${name} is blank; enter a figure, or 0 if there is none`);
}

/** A figure is outside what its rule allows. `rule` says what to do, for example "enter costs as positive amounts". */
export function refusedFigure(name: string, received: number, rule: string): RowError {
  return { code: "outOfRange", message: `${name} is ${figureText(received)}; ${rule}` };
}

/** Below this a figure keeps 12 digits in a message, above it two decimals: nobody needs more of a shortfall. */
const SHOWN_IN_CENTS_FROM = 1000;

/** A figure as a message shows it, without the noise of binary fractions: 0.1 + 0.2 reads 0.3, 119187.90368 reads 119187.9. */
export function figureText(value: number): string {
  // Rounding to cents is several times faster than toPrecision, and a full sheet may hold 100,000 shortfalls.
  if (Number.isInteger(value)) return String(value);
  if (Math.abs(value) >= SHOWN_IN_CENTS_FROM) return String(Math.round(value * 100) / 100);
  return String(Number(value.toPrecision(12)));
}
