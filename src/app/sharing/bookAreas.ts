import type { Area } from "../../sheets/a1";
import { areaOfReference, referencesIn, sheetOfPrefix } from "../../sheets/formulas/references";
import { sheetNameKey } from "../../sheets/limits";
import type { KamCell } from "./findings";
import type { BookName, BookSheet, BookTable, SharingBook, SheetCell } from "./sharingBook";

export interface NamedArea extends Area {
  /** "" is the sheet of the formula. */
  readonly sheetName: string;
}

/** Finds the cells behind texts of a formula that only the workbook knows. */
export interface BookAreas {
  /** `Accounts[Margin]`, `[@Margin]`, `Rates` or `K11#` as they are written in a cell; undefined when they stand for no cells. */
  find(reference: string, cell: SheetCell): NamedArea | undefined;
}

/** Reads what the workbook's tables, names and spills cover. */
export async function readBookAreas(book: SharingBook, sheets: readonly BookSheet[], cells: readonly KamCell[]): Promise<BookAreas> {
  const nameOf = (id: string) => sheets.find((sheet) => sheet.id === id)?.name ?? "";
  const idOf = (name: string) => sheets.find((sheet) => sheetNameKey(sheet.name) === sheetNameKey(name))?.id;
  const spills = await readSpills(book, cells, idOf);
  const tables = await book.tables();
  const names = await book.names();

  const find = (text: string, cell: SheetCell): NamedArea | undefined => {
    const [reference] = referencesIn(`=${text}`);
    if (!reference) return namedArea(text, cell.sheetId, names);
    if (reference.text !== text) return undefined;
    if (reference.kind === "table") return tableArea(reference.body, cell, tables, nameOf);
    const sheetName = sheetOfPrefix(reference.prefix);
    if (reference.prefix !== "" && sheetName === undefined) return undefined;
    const area = areaOfReference(reference);
    if (!area || !reference.isSpill) return area && { sheetName: sheetName ?? "", ...area };
    const sheetId = sheetName === undefined ? cell.sheetId : idOf(sheetName);
    const spill = spills.get(`${sheetId} ${area.row} ${area.column}`);
    return spill && { sheetName: sheetName ?? "", ...spill };
  };
  return { find };
}

/** What the formulas behind `K11#` fill. */
async function readSpills(book: SharingBook, cells: readonly KamCell[], idOf: (sheetName: string) => string | undefined): Promise<Map<string, Area>> {
  const asked = new Map<string, SheetCell>();
  for (const { sheetId, formula } of cells) {
    for (const reference of referencesIn(formula)) {
      const area = reference.isSpill ? areaOfReference(reference) : undefined;
      const sheetName = sheetOfPrefix(reference.prefix);
      const of = reference.prefix === "" ? sheetId : sheetName === undefined ? undefined : idOf(sheetName);
      if (area && of !== undefined) asked.set(`${of} ${area.row} ${area.column}`, { sheetId: of, row: area.row, column: area.column });
    }
  }
  const places = [...asked.values()];
  const areas = places.length === 0 ? [] : await book.spills(places);
  return new Map([...asked.keys()].flatMap((key, i) => (areas[i] ? [[key, areas[i]] as const] : [])));
}

/** The cells of a name; one of the formula's own sheet goes before one of the workbook. */
function namedArea(name: string, sheetId: string, names: readonly BookName[]): NamedArea | undefined {
  const candidates = names.filter((one) => one.name.toLowerCase() === name.toLowerCase());
  const found = candidates.find((one) => one.sheetId === sheetId) ?? candidates.find((one) => one.sheetId === undefined);
  const [reference, another] = found ? referencesIn(found.formula) : [];
  const sheetName = reference && sheetOfPrefix(reference.prefix);
  if (!reference || another || sheetName === undefined || `=${reference.text}` !== found?.formula) return undefined;
  const area = areaOfReference(reference);
  return area && { sheetName, ...area };
}

/** `Accounts[Margin]`, `Accounts[[First]:[Last]]`, `Accounts[@Margin]`, `[@Margin]`, `Accounts[#Data]`; other parts of tables have no cells here. */
function tableArea(text: string, cell: SheetCell, tables: readonly BookTable[], nameOf: (sheetId: string) => string): NamedArea | undefined {
  const [, name = "", inner = ""] = /^([^[]*)\[([\s\S]*)\]$/.exec(text) ?? [];
  const table = name === "" ? tables.find(({ sheetId, body }) => sheetId === cell.sheetId && contains(body, cell)) : tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!table) return undefined;
  const isRow = inner.startsWith("@") || /^\[#This Row\],/i.test(inner);
  const columns = columnsIn(inner.replace(/^@|^\[#This Row\],/i, ""), table);
  if (!columns || (isRow && (table.sheetId !== cell.sheetId || !contains({ ...table.body, column: cell.column, columnCount: 1 }, cell)))) return undefined;
  const rows = isRow ? { row: cell.row, rowCount: 1 } : { row: table.body.row, rowCount: table.body.rowCount };
  return { sheetName: table.sheetId === cell.sheetId ? "" : nameOf(table.sheetId), ...rows, column: table.body.column + columns.first, columnCount: columns.last - columns.first + 1 };
}

const contains = (area: Area, { row, column }: SheetCell): boolean => row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount;

/** In brackets an apostrophe stands before characters that mean something. */
const plain = (header: string): string => header.replace(/'(.)/gs, "$1");

function columnsIn(inner: string, { headers }: BookTable): { first: number; last: number } | undefined {
  if (inner === "" || /^#Data$/i.test(inner)) return { first: 0, last: headers.length - 1 };
  const [, from, to = from] = /^\[((?:[^[\]']|'.)*)\](?::\[((?:[^[\]']|'.)*)\])?$/s.exec(inner) ?? /^()((?!#)(?:[^[\]']|'.)*)$/s.exec(inner)?.slice(1) ?? [];
  const [first, last] = from === undefined ? [-1, -1] : [from, to].map((header) => headers.findIndex((one) => one.toLowerCase() === plain(String(header)).toLowerCase()));
  return first === undefined || last === undefined || first < 0 || last < first ? undefined : { first, last };
}
