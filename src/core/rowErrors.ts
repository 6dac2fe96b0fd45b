import type { CalculationErrorCode } from "./errors";

/** Why one row has no result. Plain data, not an Error: a stack for each of a million rows would cost seconds. */
export interface RowError {
  readonly code: CalculationErrorCode;
  readonly message: string;
}

/**
 * The errors that belong to single rows (0-based), so that one bad account does not blank the rest. Readers and kernels
 * of one call add to the same collection; the first error of a row stays, because it is nearest to the cause.
 */
export class RowErrors {
  private readonly byRow = new Map<number, RowError>();

  add(row: number, code: CalculationErrorCode, message: string): void {
    if (!this.byRow.has(row)) this.byRow.set(row, { code, message });
  }

  get(row: number): RowError | undefined {
    return this.byRow.get(row);
  }

  has(row: number): boolean {
    return this.byRow.has(row);
  }

  get size(): number {
    return this.byRow.size;
  }

  [Symbol.iterator](): IterableIterator<[number, RowError]> {
    return this.byRow.entries();
  }
}
