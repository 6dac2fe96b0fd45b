import { HostError } from "../hostObject";
import { checkAddressLength, parseRegion, splitAreas, splitSheet } from "./address";
import { invalid } from "./arguments";
import type { Book } from "./book";
import { RangeRef } from "./rangeRef";
import { COLUMNS, ROWS } from "./region";
import { structuredRegion } from "./tableModel";

/** Finds the cells behind an address, a defined name, a spill (`G1#`) or a part of a table. */
export function resolveAddress(book: Book, sheetId: string | undefined, address: string): RangeRef {
  checkAddressLength(address);
  const found = tryResolve(book, sheetId, address.trim().replace(/^=/, ""));
  if (!found) throw invalid(`"${address}" is no address, name or table of this workbook.`);
  return found;
}

/** Areas of an address list such as `A1:B2, D4`. */
export function resolveAreas(book: Book, sheetId: string | undefined, address: string): RangeRef[] {
  const areas = splitAreas(address).map((part) => resolveAddress(book, sheetId, part));
  if (areas.length === 0) throw invalid("The address is empty.");
  return areas;
}

export function wholeSheet(book: Book, sheetId: string): RangeRef {
  return new RangeRef(book, sheetId, { row: 0, column: 0, rowCount: ROWS, columnCount: COLUMNS });
}

export function tryResolve(book: Book, sheetId: string | undefined, address: string): RangeRef | undefined {
  const { sheetName, local } = splitSheet(address);
  const sheet = sheetName === undefined ? sheetId : book.findSheet(sheetName)?.id;
  if (sheet === undefined && sheetName !== undefined) return undefined;
  const at = sheet ?? book.grid.activeSheet();
  const spilled = local.endsWith("#") ? parseRegion(local.slice(0, -1)) : undefined;
  if (spilled) return new RangeRef(book, at, book.grid.spillArea(at, spilled.row, spilled.column) ?? spilled);
  const region = parseRegion(local.replace(/\s*:\s*/g, ":"));
  if (region) return new RangeRef(book, at, region);
  return named(book, sheet, local) ?? fromTable(book, local);
}

function named(book: Book, sheetId: string | undefined, name: string): RangeRef | undefined {
  const own = sheetId === undefined ? undefined : book.grid.findName(name, sheetId);
  const found = own ?? book.grid.findName(name, undefined);
  if (!found) return undefined;
  const formula = found.formula.replace(/^=/, "");
  // A name that refers to itself would never end.
  if (formula.toLowerCase() === name.toLowerCase()) throw new HostError("InvalidReference", `The name ${name} refers to itself.`);
  return tryResolve(book, found.sheetId, formula);
}

function fromTable(book: Book, reference: string): RangeRef | undefined {
  const found = structuredRegion(book, reference);
  return found && new RangeRef(book, found.table.area.sheetId, found.region);
}
