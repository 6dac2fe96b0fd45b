import { CalculationError } from "../../core/errors";
import { textIn } from "./cell";
import { rowsOf, type Rows } from "./rowsOf";

/** A range whose first row names its columns. */
export interface Table {
  readonly name: string;
  readonly headers: readonly string[];
  /** The rows below the header, as Excel sent them. */
  readonly rows: Rows;
}

/** Reads a table with a header row and at least one row below it. */
export function readTable(argument: unknown, name: string): Table {
  const [header, ...rows] = rowsOf(argument, name);
  if (rows.length === 0) throw new CalculationError("shape", `${name} needs a header row and at least one row below it`);
  return { name, headers: header!.map(textIn), rows };
}

/** Place of the column with this header (any case), or undefined. Two columns of the same name are refused. */
export function findColumn(table: Table, header: string): number | undefined {
  const places = table.headers.flatMap((candidate, i) => (candidate.toLowerCase() === header.trim().toLowerCase() ? [i] : []));
  if (places.length > 1) {
    throw new CalculationError("shape", `${table.name} has ${places.length} columns named "${header}"`);
  }
  return places[0];
}

/** As `findColumn`, but a table without that column is refused, listing the columns it has. */
export function columnNamed(table: Table, header: string): number {
  const place = findColumn(table, header);
  if (place !== undefined) return place;
  const known = table.headers.filter((name) => name !== "").join(", ");
  throw new CalculationError("shape", `${table.name} has no column named "${header}"; it has: ${known}`);
}
