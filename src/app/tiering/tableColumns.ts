import type { ScorecardColumn } from "../../sheets/scorecard/scorecardColumns";
import type { Area } from "../../sheets/a1";
import { GONE } from "./planRows";
import type { Entry, LookOfCells } from "./scorecardStore";
import { bodyOf, checkGoingOn, enterRows, runsOf } from "./tableWriting";
import type { Writing } from "./writing";

/** A column of the results at its place in a table. */
export interface PlacedColumn {
  readonly column: ScorecardColumn;
  /** 0-based place in the table. */
  readonly place: number;
  /** The formula of every row, without `=`; absent where values are written. */
  readonly formula: string | undefined;
}

/** The rows of a table: who stands where. */
export interface TableRows {
  /** Place in the portfolio, or `GONE`. */
  readonly accounts: readonly number[];
  readonly keyOfGone: (row: number) => Entry;
}

/** Enters everything that is written as values, columns that stand side by side together. */
export async function enterValues(writing: Writing, sheetName: string, area: Area, columns: readonly PlacedColumn[], { accounts, keyOfGone }: TableRows, onRows: (rows: number) => void): Promise<void> {
  const valued = new Map(columns.filter(({ formula }) => formula === undefined).map(({ column, place }) => [place, column]));
  for (const { first, count } of runsOf([...valued.keys()])) {
    const run = Array.from({ length: count }, (_, i) => valued.get(first + i) as ScorecardColumn);
    const entriesOf = (row: number): Entry[] => {
      const account = accounts[row] as number;
      const key = account === GONE ? keyOfGone(row) : "";
      return run.map((column) => writing.values.entry(column, account, key));
    };
    await enterRows(writing.store, sheetName, bodyOf({ area }, first, count, accounts.length), entriesOf, writing.signal, onRows);
  }
}

/** Fills in the formulas, all columns at once: each depends on others. */
export async function fillFormulas({ store }: Writing, sheetName: string, area: Area, columns: readonly PlacedColumn[], rowCount: number): Promise<void> {
  const formulas = columns.flatMap(({ formula, place }) => (formula === undefined ? [] : [{ area: bodyOf({ area }, place, 1, rowCount), formula: `=${formula}` }]));
  if (formulas.length > 0) await store.fill(sheetName, formulas);
}

/** The formula of a single row that differs from its column's. */
export interface ExceptionalFormula {
  readonly row: number;
  readonly place: number;
  readonly formula: string;
}

/** A request counts its calls, not only its cells. */
const EXCEPTIONS_PER_REQUEST = 500;

export async function fillExceptions({ store, signal }: Writing, sheetName: string, area: Area, exceptions: readonly ExceptionalFormula[]): Promise<void> {
  for (let from = 0; from < exceptions.length; from += EXCEPTIONS_PER_REQUEST) {
    checkGoingOn(signal);
    const part = exceptions.slice(from, from + EXCEPTIONS_PER_REQUEST);
    await store.fill(sheetName, part.map(({ row, place, formula }) => ({ area: { ...bodyOf({ area }, place, 1, 1), row: area.row + 1 + row }, formula: `=${formula}` })));
  }
}

/** How the columns look in some rows of the table. */
export const looksOf = (area: Area, columns: readonly PlacedColumn[], rowCount: number, fromRow = 0): LookOfCells[] =>
  columns.flatMap(({ column, place }) => {
    const cells = { ...bodyOf({ area }, place, 1, rowCount - fromRow), row: area.row + 1 + fromRow };
    return cells.rowCount > 0 ? [{ area: cells, style: "sheet" } as const, { area: cells, style: column.style } as const] : [];
  });
