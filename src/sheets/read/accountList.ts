import type { Area } from "../a1";
import { cellAddress } from "../a1";
import type { CellBlock, CellValue } from "../cellValue";
import { isBlank } from "../cellValue";
import { recogniseHeader, type Field } from "./headers";

/** A column of the list that a plan can use. */
export interface ListColumn {
  readonly field: Field;
  readonly year?: number;
  readonly isShare: boolean;
  /** As written in the sheet. */
  readonly header: string;
  readonly column: number;
}

/** Where the accounts stand and what their columns mean. */
export interface AccountList {
  readonly sheetName: string;
  /** Set when the list is an Excel table: its formulas can then name columns instead of cells. */
  readonly tableName?: string;
  readonly headerRow: number;
  /** The header row's cells as texts, one for each column of the body. */
  readonly headers: readonly string[];
  /** The rows of accounts, in all columns of the list. */
  readonly body: Area;
  readonly key: ListColumn;
  readonly name?: ListColumn;
  /** Yearly figures, oldest first. */
  readonly revenues: readonly ListColumn[];
  /** All other recognised columns, one per field. */
  readonly fields: Partial<Readonly<Record<Field, ListColumn>>>;
  readonly remarks: readonly string[];
}

export interface ListPlace {
  readonly sheetName: string;
  readonly tableName?: string;
  /** Header row included. */
  readonly used: Area;
}

/** A row that names the list's columns: those that are recognised, and all of them as texts. */
export interface HeaderRow {
  readonly row: number;
  readonly columns: readonly ListColumn[];
  readonly texts: readonly string[];
}

/** Revenue columns a plan has room for. */
export const MAX_YEARS = 5;

function readColumns(cells: readonly CellValue[], firstColumn: number): ListColumn[] {
  return cells.flatMap((cell, i) => {
    if (typeof cell !== "string" || isBlank(cell)) return [];
    const recognised = recogniseHeader(cell);
    return recognised ? [{ ...recognised, header: cell, column: firstColumn + i }] : [];
  });
}

/**
 * Finds the header among the rows above the accounts: the row with most known headers, the lowest one of equals, because
 * what stands nearer to the data is its header.
 * @param top the rows from the top of the used cells, or just the header row of a table
 * @returns undefined when no row names an account or its key
 */
export function findHeader(top: CellBlock): HeaderRow | undefined {
  let best: HeaderRow | undefined;
  top.values.forEach((cells, i) => {
    const columns = readColumns(cells, top.column);
    const namesAccounts = columns.some((c) => c.field === "key" || c.field === "name");
    // A lone "Account" above the list is a title; a one-column list is still one when nothing else is found.
    if (namesAccounts && columns.length >= (best?.columns.length ?? 1)) best = { row: top.row + i, columns, texts: cells.map(String) };
  });
  return best;
}

/**
 * Gives every field one column. When several columns claim a field the first is used and a remark says so, except the
 * yearly revenue columns, which are all used.
 */
export function readAccountList(place: ListPlace, header: HeaderRow): AccountList {
  const remarks: string[] = [];
  const fields: Partial<Record<Field, ListColumn>> = {};
  const years = new Map<number | undefined, ListColumn>();
  const at = (column: ListColumn) => `"${column.header}" (${cellAddress(header.row, column.column)})`;
  for (const column of header.columns) {
    const rival = column.field === "revenue" ? years.get(column.year) : preferred(fields, column);
    if (rival) {
      remarks.push(`${at(rival)} and ${at(column)} both look like ${FIELD_WORDS[column.field]}; the first is used.`);
    } else if (column.field === "revenue") {
      years.set(column.year, column);
    } else {
      fields[column.field] = newest(fields[column.field], column);
    }
  }
  const dated = [...years.values()].filter((c) => c.year !== undefined).sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const undated = years.get(undefined);
  const revenues = dated.length > 0 ? dated.slice(-MAX_YEARS) : undated ? [undated] : [];
  if (undated && dated.length > 0) remarks.push(`${at(undated)} has no year; the revenue columns with a year are used.`);
  const { key, name, ...others } = fields;
  const account = key ?? name;
  if (!account) throw new Error("a header row without an account column cannot be read"); // findHeader never returns one
  return {
    sheetName: place.sheetName,
    ...(place.tableName === undefined ? {} : { tableName: place.tableName }),
    headerRow: header.row,
    headers: header.texts,
    body: { row: header.row + 1, column: place.used.column, rowCount: place.used.row + place.used.rowCount - header.row - 1, columnCount: place.used.columnCount },
    key: account,
    ...(name === undefined ? {} : { name }),
    revenues,
    fields: others,
    remarks,
  };
}

/** The column already used for a field, unless the new one is the same figure of another year. */
function preferred(fields: Partial<Record<Field, ListColumn>>, column: ListColumn): ListColumn | undefined {
  const present = fields[column.field];
  return present && present.year === column.year ? present : undefined;
}

const newest = (a: ListColumn | undefined, b: ListColumn) => (a && (a.year ?? Infinity) > (b.year ?? Infinity) ? a : b);

/** What a field is called in messages. */
export const FIELD_WORDS: Readonly<Record<Field, string>> = {
  key: "the account's key",
  name: "the account's name",
  revenue: "revenue",
  margin: "margin",
  costToServe: "cost to serve",
  growth: "growth",
  wallet: "what the customer spends in all",
  daysLate: "days late",
  access: "access to objectives",
  openness: "openness to new ideas",
  relationship: "the relationship",
  interest: "mutual interest",
  fit: "how they value the offer",
  owner: "the owner",
  reviewer: "the reviewer",
  place: "country or region",
  industry: "industry",
  tier: "the tier",
  score: "the score",
  rank: "the rank",
};
