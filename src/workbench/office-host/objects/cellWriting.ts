import type { Area, CellInput, CellStyle, CellValue } from "../../spreadsheet/spreadsheet";
import { invalid } from "./arguments";
import type { Book } from "./book";
import { checkCellCount, checkUnlocked } from "./cellAccess";
import { type EditedCell, raiseChanged, raiseFormatChanged, raiseFormulaChanged } from "./changeEvents";
import { formatRegion } from "./address";
import { checkFormula, nameOwnColumns, fromR1C1, shiftFormula } from "./formulaText";
import { isUnbounded, type Region } from "./region";
import { tableAt, tablesTouching } from "./tableModel";
import { afterTableWrite } from "./tableGrowth";
import { typedValue } from "./typedText";
import { isErrorText } from "./valueTypes";

/** Excel's limit for the text of a cell. */
const MAX_TEXT = 32_767;

/** Which notation formulas come in. */
export type Notation = "A1" | "R1C1";

/**
 * The entry for each cell: a matrix of the range's size, or one value for all. `undefined` leaves a cell as it is, as
 * does null inside a matrix.
 */
export function entriesFor(area: Region, input: unknown): (row: number, column: number) => unknown {
  if (isUnbounded(area)) {
    throw invalid(`${formatRegion(area)} is unbounded: cells of whole columns or rows cannot be set at once. Use a bounded range.`);
  }
  checkCellCount(area);
  if (!Array.isArray(input)) return () => input;
  const rows = input as readonly unknown[];
  const fits = rows.length === area.rowCount && rows.every((row) => Array.isArray(row) && row.length === area.columnCount);
  if (fits) return (row, column) => (rows[row] as readonly unknown[])[column];
  const [only] = rows;
  // A matrix of one cell stands for all, as in Microsoft's samples of numberFormat.
  if (rows.length === 1 && Array.isArray(only) && only.length === 1) return () => only[0] as unknown;
  const size = `${rows.length} rows and ${Array.isArray(only) ? only.length : 1} columns`;
  throw invalid(
    `The number of rows or columns in the input array doesn't match the size or dimensions of the range: the array has ${size}, ` +
      `${formatRegion(area)} has ${area.rowCount} rows and ${area.columnCount} columns.`,
  );
}

interface ParsedFormat {
  readonly row: number;
  readonly column: number;
  readonly numberFormat: string;
}

/** Writes values or formulas as if they were typed: text that reads as a number becomes one, `=` starts a formula. */
export function writeCells(book: Book, area: Area, input: unknown, notation: Notation = "A1"): void {
  const entry = entriesFor(area, input);
  const isOne = !Array.isArray(input);
  checkUnlocked(book, area);
  const inTable = tablesTouching(book, area.sheetId, area).length > 0;
  const formats: ParsedFormat[] = [];
  const today = new Date();
  let styles: CellStyle[][] | undefined;
  const formatOf = (r: number, c: number) => (styles ??= book.grid.styles(area))[r]?.[c]?.numberFormat ?? "General";
  const cells = matrix(area, (r, c): CellInput | undefined => {
    const value = entry(r, c);
    if (value === null || value === undefined) return undefined;
    if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return { value };
    if (typeof value !== "string") throw invalid(`${JSON.stringify(value)} cannot be the value of a cell: use text, a number, true, false or null.`);
    if (value.length > MAX_TEXT && !value.startsWith("=")) throw invalid(`A text has ${value.length} characters, a cell holds at most ${MAX_TEXT}.`);
    if (value === "") return { value };
    const typed = readTyped(value, today, () => formatOf(r, c));
    if (typed === "text") return { text: value.startsWith("'") ? value.slice(1) : value };
    if (typeof typed === "string") {
      const [row, column] = [area.row + r, area.column + c];
      const a1 = notation === "R1C1" ? fromR1C1(typed, row, column) : isOne ? shiftFormula(typed, r, c) : typed;
      return { formula: nameOwnColumns(a1, inTable ? tableAt(book, area.sheetId, row, column)?.name : undefined) };
    }
    if (typed.numberFormat !== undefined && formatOf(r, c) === "General") formats.push({ row: r, column: c, numberFormat: typed.numberFormat });
    return { value: typed.value };
  });
  writeInputs(book, area, cells, formats);
}

interface Typed {
  readonly value: CellValue;
  readonly numberFormat?: string;
}

/** "text", a formula, or the value the text stands for. */
function readTyped(text: string, today: Date, numberFormat: () => string): "text" | Typed | `=${string}` {
  if (text.startsWith("'")) return "text";
  if (isErrorText(text)) return { value: text };
  const signed = /^[-+]/.test(text);
  if (!text.startsWith("=") && !signed) {
    const typed = typedValue(text, today);
    return typed && numberFormat() !== "@" ? typed : "text";
  }
  if (numberFormat() === "@" || text.length === 1) return "text";
  const typed = signed ? typedValue(text, today) : undefined;
  if (typed) return typed;
  const formula = text.startsWith("=") ? text : `=${text}`;
  checkFormula(formula);
  return formula as `=${string}`;
}

function matrix<T>(area: Region, make: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rowCount }, (_row, r) => Array.from({ length: area.columnCount }, (_cell, c) => make(r, c)));
}

/** Puts prepared entries into cells and reports the change; what was typed as a date or amount gets its format. */
export function writeInputs(book: Book, area: Area, cells: (CellInput | undefined)[][], formats: readonly ParsedFormat[] = []): void {
  const single = area.rowCount === 1 && area.columnCount === 1;
  const before = single ? book.grid.values(area)[0]?.[0] : undefined;
  const formulas = cells.some((row) => row.some((input) => input && "formula" in input)) ? book.grid.formulas(area) : undefined;
  book.grid.batch(() => {
    book.grid.write(area, cells);
    for (const run of columnRuns(formats)) {
      book.grid.applyStyle({ ...area, row: area.row + run.row, column: area.column + run.column, rowCount: run.count, columnCount: 1 }, { numberFormat: run.numberFormat });
    }
    afterTableWrite(book, area, cells);
  });
  const cell: EditedCell | undefined = single ? { before: before ?? "", after: book.grid.values(area)[0]?.[0] ?? "" } : undefined;
  raiseChanged(book, area.sheetId, area, "RangeEdited", cell);
  if (formulas) raiseFormulaChanged(book, area.sheetId, changedFormulas(area, formulas, cells));
}

function changedFormulas(area: Area, before: readonly (readonly CellValue[])[], cells: readonly (readonly (CellInput | undefined)[])[]) {
  return cells.flatMap((row, r) =>
    row.flatMap((input, c) => {
      const previous = String(before[r]?.[c] ?? "");
      if (!input || !("formula" in input) || input.formula === previous) return [];
      const cellAddress = formatRegion({ row: area.row + r, column: area.column + c, rowCount: 1, columnCount: 1 });
      return [{ cellAddress, previousFormula: previous.startsWith("=") ? previous : "" }];
    }),
  );
}

function columnRuns(formats: readonly ParsedFormat[]): { row: number; column: number; count: number; numberFormat: string }[] {
  const runs: { row: number; column: number; count: number; numberFormat: string }[] = [];
  for (const { row, column, numberFormat } of [...formats].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last && last.column === column && last.numberFormat === numberFormat && last.row + last.count === row) last.count++;
    else runs.push({ row, column, count: 1, numberFormat });
  }
  return runs;
}

/** Sets number formats from a matrix or one format for all; a null leaves a cell's format. */
export function writeNumberFormats(book: Book, area: Area, input: unknown): void {
  const entry = entriesFor(area, input);
  const format = (value: unknown): string => {
    if (typeof value !== "string" || value.length > 255) throw invalid(`${JSON.stringify(value)} is no number format: use a code such as 0.00 or General.`);
    return value === "" ? "General" : value;
  };
  book.grid.batch(() => {
    const first = entry(0, 0);
    const same = !Array.isArray(input) || everyEntry(area, (r, c) => entry(r, c) === first);
    if (same) {
      if (first !== null && first !== undefined) book.grid.applyStyle(area, { numberFormat: format(first) });
      return;
    }
    const formats: ParsedFormat[] = [];
    everyEntry(area, (row, column) => {
      const value = entry(row, column);
      if (value !== null && value !== undefined) formats.push({ row, column, numberFormat: format(value) });
      return true;
    });
    for (const run of columnRuns(formats)) {
      book.grid.applyStyle({ ...area, row: area.row + run.row, column: area.column + run.column, rowCount: run.count, columnCount: 1 }, { numberFormat: run.numberFormat });
    }
  });
  raiseFormatChanged(book, area.sheetId, area);
}

function everyEntry(area: Region, check: (row: number, column: number) => boolean): boolean {
  for (let row = 0; row < area.rowCount; row++) for (let column = 0; column < area.columnCount; column++) if (!check(row, column)) return false;
  return true;
}
