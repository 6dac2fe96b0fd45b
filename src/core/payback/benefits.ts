import { CalculationError } from "../errors";
import type { Column, MatrixRows } from "../numbers/matrix";

/** What the accounts get back for their outlay: the same every period without end, or a row of periods each. */
export type Benefits =
  | { readonly kind: "endless"; readonly perPeriod: Column }
  | { readonly kind: "periods"; readonly rows: MatrixRows };

/** How many rows and columns an argument has. */
export interface Shape {
  readonly rowCount: number;
  readonly columnCount: number;
}

/**
 * How many accounts an outlay and its benefits are for. One investment beside a block of benefits holds for each of its
 * rows; beside a single column it is one account, whose periods run down the rows.
 */
export function accountCount(investmentCount: number, benefits: Shape): number {
  return investmentCount === 1 && benefits.columnCount > 1 ? benefits.rowCount : investmentCount;
}

/**
 * Reads the meaning of the benefits from their shape.
 *
 * One number is the same benefit every period without end, and a column beside several investments is one such number
 * per account, so that one call for a column gives what the same call filled down its rows gives. A block is a row per
 * account and a column per period. One investment with one column has its periods down the rows.
 *
 * @throws CalculationError `shape` when the rows are not those of the accounts
 */
export function readBenefits(accounts: number, benefits: MatrixRows): Benefits {
  const { rowCount, columnCount } = benefits;
  if (rowCount === 1 && columnCount === 1) {
    return { kind: "endless", perPeriod: new Float64Array(accounts).fill(benefits.row(0)[0] as number) };
  }
  if (accounts === 1 && columnCount === 1) {
    const periods = onlyColumn(benefits);
    return { kind: "periods", rows: { rowCount: 1, columnCount: rowCount, row: () => periods } };
  }
  if (rowCount !== accounts) {
    throw new CalculationError(
      "shape",
      `benefits has ${rowCount} ${rowCount === 1 ? "row" : "rows"} and investment has ${accounts}; give a row of benefits for each investment`,
    );
  }
  return columnCount === 1 ? { kind: "endless", perPeriod: onlyColumn(benefits) } : { kind: "periods", rows: benefits };
}

function onlyColumn({ rowCount, row }: MatrixRows): Column {
  const column = new Float64Array(rowCount);
  for (let r = 0; r < rowCount; r++) column[r] = row(r)[0] as number;
  return column;
}
