import type { Matrix } from "../../core/numbers/matrix";
import type { RowErrors } from "../../core/rowErrors";
import type { GateValue } from "../../core/scoring/gate";
import { isBlank, numberIn, plainValue, textIn } from "./cell";
import { readGateRow } from "./readGates";
import type { TierGates } from "./readPortfolioTables";
import { findColumn, readTable, type Table } from "./readTable";

/** Headers of a column that holds the account's name, the better one first. */
const NAME_HEADERS = ["Account", "Name", "Customer", "Company"] as const;

/** An account list as it stands in the sheet: the first column is the key. */
export interface Accounts {
  readonly table: Table;
  /** As they stand in the sheet: numbers stay numbers. */
  readonly keys: readonly (string | number)[];
  readonly names: readonly string[];
  /** A line without any content. */
  isEmpty(row: number): boolean;
  /** The numbers of some columns; a cell that is none is its row's error and spoils the row's figures. */
  figures(columns: readonly number[], errors: RowErrors): Matrix;
  gateValues(gates: TierGates, errors: RowErrors): GateValue[][];
}

export function readAccounts(argument: unknown): Accounts {
  const table = readTable(argument, "accounts");
  const { rows } = table;
  const nameColumn = nameColumnOf(table);
  return {
    table,
    keys: rows.map((row) => keyIn(row[0])),
    names: rows.map((row) => (nameColumn === undefined ? "" : textIn(row[nameColumn]))),
    isEmpty: (row) => rows[row].every(isBlank),
    figures: (columns, errors) => readFiguresOf(table, columns, errors),
    gateValues: ({ gates, columns }, errors) =>
      rows.map((row, r) =>
        readGateRow(
          columns.map((column) => row[column]),
          gates.map(({ gate }) => gate),
          (place, complaint) => errors.add(r, "notANumber", `${placeIn(table, r, columns[place])}: ${complaint}`),
        ),
      ),
  };
}

/** A column beside the key if there is one; a key that is itself called Account or the like names the account too. */
function nameColumnOf(table: Table): number | undefined {
  const places = NAME_HEADERS.map((header) => findColumn(table, header)).filter((place) => place !== undefined);
  return places.find((place) => place > 0) ?? places[0];
}

function keyIn(cell: unknown): string | number {
  const value = plainValue(cell);
  return typeof value === "number" && Number.isFinite(value) ? value : textIn(cell);
}

/** Rows are counted from the header, which is row 1 of the argument. */
function placeIn(table: Table, row: number, column: number): string {
  return `${table.name}, row ${row + 2}, ${table.headers[column]}`;
}

function readFiguresOf(table: Table, columns: readonly number[], errors: RowErrors): Matrix {
  const values = new Float64Array(table.rows.length * columns.length);
  table.rows.forEach((cells, row) => {
    const start = row * columns.length;
    for (const [place, column] of columns.entries()) {
      const number = numberIn(cells[column]);
      if (typeof number === "string") {
        errors.add(row, "notANumber", `${placeIn(table, row, column)}: ${number}`);
        values.fill(NaN, start, start + columns.length);
        return;
      }
      values[start + place] = number;
    }
  });
  return { rowCount: table.rows.length, columnCount: columns.length, values };
}
