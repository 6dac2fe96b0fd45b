import { HostObject } from "../hostObject";
import { invalid } from "./arguments";
import type { Lines } from "./hiddenLines";
import { rangeOf } from "./rangeFactory";
import type { Range } from "./range";
import type { RangeRef } from "./rangeRef";
import { columnName, quoteSheetName } from "./address";
import { checkCellCount } from "./cellAccess";

/** Reading and setting many properties of cells, rows or columns in one call, as objects shaped like the typings. */
type Plain = Readonly<Record<string, unknown>>;

/** Borders are called by side in these objects, by index on the collection. */
const BORDERS: Readonly<Record<string, string>> = {
  top: "EdgeTop",
  bottom: "EdgeBottom",
  left: "EdgeLeft",
  right: "EdgeRight",
  horizontal: "InsideHorizontal",
  vertical: "InsideVertical",
  diagonalDown: "DiagonalDown",
  diagonalUp: "DiagonalUp",
};

export function getCellProperties(ref: RangeRef, options: unknown): unknown {
  const { region } = ref;
  checkCellCount(region);
  return Array.from({ length: region.rowCount }, (_row, r) =>
    Array.from({ length: region.columnCount }, (_cell, c) =>
      pick(rangeOf(ref.at({ row: region.row + r, column: region.column + c, rowCount: 1, columnCount: 1 })), options),
    ),
  );
}

export function setCellProperties(ref: RangeRef, data: unknown): void {
  const { region } = ref;
  const rows = data as readonly (readonly unknown[])[];
  if (!Array.isArray(data) || rows.length !== region.rowCount || rows.some((row) => !Array.isArray(row) || row.length !== region.columnCount)) {
    throw invalid(`cellPropertiesData must have ${region.rowCount} rows and ${region.columnCount} columns, as the range.`);
  }
  ref.book.grid.batch(() =>
    rows.forEach((row, r) => row.forEach((wanted, c) => put(rangeOf(ref.at({ row: region.row + r, column: region.column + c, rowCount: 1, columnCount: 1 })), wanted))),
  );
}

function lineRanges(ref: RangeRef, lines: Lines): Range[] {
  const { region } = ref;
  return lines === "rows"
    ? Array.from({ length: region.rowCount }, (_, index) => rangeOf(ref.at({ ...region, row: region.row + index, rowCount: 1 })))
    : Array.from({ length: region.columnCount }, (_, index) => rangeOf(ref.at({ ...region, column: region.column + index, columnCount: 1 })));
}

export function getLineProperties(ref: RangeRef, lines: Lines, options: unknown): unknown {
  const sheet = quoteSheetName(ref.book.sheet(ref.sheetId).name);
  return lineRanges(ref, lines).map((range) => {
    const found = pick(range, options) as Record<string, unknown>;
    const name = lines === "rows" ? String(range.rowIndex + 1) : columnName(range.columnIndex);
    for (const key of ["address", "addressLocal"]) if (key in found) found[key] = `${sheet}!${name}:${name}`;
    return found;
  });
}

export function setLineProperties(ref: RangeRef, lines: Lines, data: unknown): void {
  const ranges = lineRanges(ref, lines);
  if (!Array.isArray(data) || data.length !== ranges.length) throw invalid(`The array must have ${ranges.length} entries, one for each of the ${lines}.`);
  ref.book.grid.batch(() => ranges.forEach((range, index) => put(range, (data as unknown[])[index])));
}

function child(object: HostObject, key: string): unknown {
  if (key in BORDERS && "getItem" in object) return (object as unknown as { getItem(index: unknown): HostObject }).getItem(BORDERS[key]);
  return (object as unknown as Plain)[key];
}

/** The wanted members of an object; `true` takes a property, an object goes one level down. */
function pick(object: HostObject, options: unknown): Record<string, unknown> {
  if (typeof options !== "object" || options === null) throw invalid("The load options must be an object such as { format: { fill: { color: true } } }.");
  const result: Record<string, unknown> = {};
  for (const [key, wanted] of Object.entries(options)) {
    if (!wanted) continue;
    const value = child(object, key);
    if (value instanceof HostObject) result[key] = wanted === true ? scalars(value) : pick(value, wanted);
    else if (typeof wanted === "object" && !Array.isArray(wanted) && value === undefined) throw invalid(`${key} is no property that can be loaded.`);
    else result[key] = value ?? null;
  }
  return result;
}

function scalars(object: HostObject): Record<string, unknown> {
  const names = Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object) as object)).filter(([, descriptor]) => descriptor.get).map(([name]) => name);
  return Object.fromEntries(names.map((name) => [name, (object as unknown as Plain)[name]]).filter(([, value]) => !(value instanceof HostObject)));
}

function put(object: HostObject, wanted: unknown): void {
  if (wanted === null || wanted === undefined) return;
  for (const [key, value] of Object.entries(wanted as Plain)) {
    if (value === null || value === undefined) continue;
    const current = key in BORDERS || key === "format" || key === "borders" || key === "fill" || key === "font" || key === "protection" ? child(object, key) : undefined;
    if (current instanceof HostObject) put(current, value);
    else if (key in object) (object as unknown as Record<string, unknown>)[key] = value;
    else throw invalid(`${key} is no property that can be set here.`);
  }
}
