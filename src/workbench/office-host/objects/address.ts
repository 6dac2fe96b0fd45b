import { HostError } from "../hostObject";
import { COLUMNS, fromCorners, isInGrid, isWholeColumns, isWholeRows, lastColumn, lastRow, type Region, ROWS } from "./region";

export { quoteSheetName } from "../../spreadsheet/formulaWords";

/** `Range.getRange` and the like take at most this many characters (Excel's limit of a text argument). */
const MAX_ADDRESS = 8192;

export interface SheetAddress {
  /** Absent when the address names no sheet. */
  readonly sheetName?: string;
  /** The part after the sheet name. */
  readonly local: string;
}

export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

export function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A1 form without sheet: `B2`, `B2:C9`, `A:C`, `3:4`. */
export function formatRegion(region: Region): string {
  if (isWholeColumns(region) && isWholeRows(region)) return `1:${ROWS}`;
  if (isWholeColumns(region)) return `${columnName(region.column)}:${columnName(lastColumn(region))}`;
  if (isWholeRows(region)) return `${region.row + 1}:${lastRow(region) + 1}`;
  const first = `${columnName(region.column)}${region.row + 1}`;
  return region.rowCount === 1 && region.columnCount === 1 ? first : `${first}:${columnName(lastColumn(region))}${lastRow(region) + 1}`;
}

/** With dollar signs, as in formulas of names and print areas. */
export function formatAbsolute(region: Region): string {
  return formatRegion(region).replace(/([A-Z]+)?(\d+)?/g, (_all, letters?: string, digits?: string) => (letters ? `$${letters}` : "") + (digits ? `$${digits}` : ""));
}

export function splitSheet(address: string): SheetAddress {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(address.trim());
  if (!match) return { local: address.trim() };
  return { sheetName: match[1] === undefined ? match[2] : match[1].replace(/''/g, "'"), local: match[3] ?? "" };
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;
const COLUMN_PART = /^\$?([A-Za-z]{1,3})$/;
const ROW_PART = /^\$?([1-9]\d{0,6})$/;

/** Reads `B2`, `$B$2:C9`, `A:C`, `3:4`; undefined when it is no such address (then it may be a name). */
export function parseRegion(text: string): Region | undefined {
  const parts = text.split(":");
  if (parts.length > 2) return undefined;
  const [first = "", second = first] = parts.map((part) => part.trim());
  const region = corners(first, second, parts.length === 2);
  return region && isInGrid(region) ? region : undefined;
}

function corners(first: string, second: string, two: boolean): Region | undefined {
  const [a, b] = [CELL.exec(first), CELL.exec(second)];
  if (a && b) return ordered(Number(a[2]) - 1, columnIndex(a[1] as string), Number(b[2]) - 1, columnIndex(b[1] as string));
  if (!two) return undefined;
  const [c, d] = [COLUMN_PART.exec(first), COLUMN_PART.exec(second)];
  if (c && d) return ordered(0, columnIndex(c[1] as string), ROWS - 1, columnIndex(d[1] as string));
  const [e, f] = [ROW_PART.exec(first), ROW_PART.exec(second)];
  return e && f ? ordered(Number(e[1]) - 1, 0, Number(f[1]) - 1, COLUMNS - 1) : undefined;
}

function ordered(row: number, column: number, toRow: number, toColumn: number): Region {
  return fromCorners(Math.min(row, toRow), Math.min(column, toColumn), Math.max(row, toRow), Math.max(column, toColumn));
}

/** Splits a list of areas at commas outside apostrophes. */
export function splitAreas(address: string): string[] {
  checkAddressLength(address);
  return (address.match(/(?:'[^']*'|[^,'])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== "");
}

export function checkAddressLength(address: string): void {
  if (address.length > MAX_ADDRESS) {
    throw new HostError("InvalidArgument", `The address has ${address.length} characters, the limit is ${MAX_ADDRESS}. Use fewer areas at a time.`);
  }
}
