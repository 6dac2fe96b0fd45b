import type { Area } from "../../sheets/a1";
import { type CellValue } from "../../sheets/cellValue";
import { kamNamesIn, otherWorkbooksIn } from "../../sheets/formulas/kamNames";
import { referencesIn } from "../../sheets/formulas/references";
import { Problem } from "../problems";
import type { ExternalLink, Findings, KamCell, KamElsewhere } from "./findings";
import type { BookSheet, SharingBook, SheetArea, SheetCell } from "./sharingBook";

export interface SharingProgress {
  readonly done: number;
  readonly total: number;
  /** What is being worked on, in words. */
  readonly words: string;
}

/** What a formula of an add-in shows that Excel could not connect with its add-in. */
const UNKNOWN_NAME = "#NAME?";

/** Asked by its user to stop. Nothing was changed, or everything has been put back. */
export const cancelled = (): Problem => new Problem("cancelled", "Cancelled.", "Nothing has been changed.");

export function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

/**
 * Looks through everything that can hold a formula: cells of all sheets, hidden ones too, names, rules for entry and rules
 * for formats. Changes nothing.
 */
export async function scanWorkbook(book: SharingBook, signal: AbortSignal, onProgress: (progress: SharingProgress) => void): Promise<Findings> {
  const sheets = await book.sheets();
  const nameOf = new Map(sheets.map(({ id, name }) => [id, name]));
  onProgress({ done: 0, total: sheets.length, words: "" });
  const links = new Map<string, ExternalLink & { count: number }>();
  const found: FoundCell[] = [];
  const spillReaders: (SheetCell & { readonly formula: string })[] = [];
  let cellCount = 0;
  const done = new Set<string>();
  await book.readFormulas(usedAreas(sheets), signal, (area, cells) => {
    cellCount += area.rowCount * area.columnCount;
    lookThrough(area, cells, found, spillReaders, links);
    done.add(area.sheetId);
    onProgress({ done: done.size, total: sheets.length, words: nameOf.get(area.sheetId) ?? "" });
  });
  stopIfAborted(signal);
  const cells = await withResults(book, found, signal);
  stopIfAborted(signal);
  const elsewhere = await formulasElsewhere(book, sheets);
  const personal = await book.personalData();
  return { sheets, cells, elsewhere, spillReaders, externalLinks: [...links.values()], personal, cellCount };
}

export const usedAreas = (sheets: readonly BookSheet[]): SheetArea[] => sheets.flatMap(({ id, used }) => (used ? [{ sheetId: id, ...used }] : []));

interface FoundCell extends SheetCell {
  readonly formula: string;
  readonly functions: readonly string[];
}

function lookThrough(area: SheetArea, cells: readonly (readonly CellValue[])[], found: FoundCell[], spillReaders: (SheetCell & { readonly formula: string })[], links: Map<string, ExternalLink & { count: number }>): void {
  cells.forEach((line, r) =>
    line.forEach((formula, c) => {
      if (typeof formula !== "string" || !formula.startsWith("=")) return;
      const [row, column] = [area.row + r, area.column + c];
      const functions = functionsIn(formula);
      if (functions.length > 0) found.push({ sheetId: area.sheetId, row, column, formula, functions });
      else if (formula.includes("#") && referencesIn(formula).some(({ isSpill }) => isSpill)) spillReaders.push({ sheetId: area.sheetId, row, column, formula });
      for (const file of otherWorkbooksIn(formula)) {
        const known = links.get(file);
        if (known) known.count++;
        else links.set(file, { file, count: 1, sheetId: area.sheetId, row, column });
      }
    }),
  );
}

export const functionsIn = (formula: string): string[] => [...new Set(kamNamesIn(formula).map(({ name }) => name))];

/** Adds what the cells show and fill, and drops texts that only look like formulas: those show themselves. */
async function withResults(book: SharingBook, found: readonly FoundCell[], signal: AbortSignal): Promise<KamCell[]> {
  if (found.length === 0) return [];
  const values = await valuesOf(book, found, signal);
  const formulas = found.flatMap((cell, i) => (values[i] === cell.formula ? [] : [{ ...cell, value: values[i] ?? "" }]));
  const spills = await book.spills(formulas);
  const filling = formulas.flatMap((cell, i) => (spills[i] ? [{ cell, area: spills[i] }] : []));
  const isFilled = (cell: SheetCell) => filling.some((other) => other.cell.sheetId === cell.sheetId && contains(other.area, cell) && !isSameCell(other.cell, cell));
  return formulas.flatMap((cell, i) => {
    // A cell that another one fills may be given with that one's formula.
    if (isFilled(cell)) return [];
    return [{ ...cell, spill: spills[i], isStuck: cell.value === UNKNOWN_NAME && !spills[i] }];
  });
}

const isSameCell = (a: SheetCell, b: SheetCell): boolean => a.row === b.row && a.column === b.column;
const contains = (area: Area, { row, column }: SheetCell): boolean =>
  row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount;

/** Results of single cells, read as runs down their columns. */
async function valuesOf(book: SharingBook, cells: readonly SheetCell[], signal: AbortSignal): Promise<CellValue[]> {
  const at = ({ sheetId, row, column }: SheetCell) => `${sheetId} ${row} ${column}`;
  const values = new Map<string, CellValue>();
  await book.readValues(runsOf(cells), signal, (area, block) =>
    block.forEach((line, r) => line.forEach((value, c) => values.set(at({ sheetId: area.sheetId, row: area.row + r, column: area.column + c }), value))),
  );
  stopIfAborted(signal);
  return cells.map((cell) => values.get(at(cell)) ?? "");
}

/** Covers cells with rectangles one column wide. */
export function runsOf(cells: readonly SheetCell[]): SheetArea[] {
  const sorted = [...cells].sort((a, b) => (a.sheetId < b.sheetId ? -1 : a.sheetId > b.sheetId ? 1 : a.column - b.column || a.row - b.row));
  const runs: (SheetArea & { rowCount: number })[] = [];
  for (const { sheetId, row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.sheetId === sheetId && last.column === column && last.row + last.rowCount === row) last.rowCount++;
    else runs.push({ sheetId, row, column, rowCount: 1, columnCount: 1 });
  }
  return runs;
}

async function formulasElsewhere(book: SharingBook, sheets: readonly BookSheet[]): Promise<KamElsewhere[]> {
  const names = (await book.names()).map(({ name, sheetId, formula }) => ({ kind: "name" as const, sheetId, place: name, formula }));
  const rules = (await book.rules(sheets.map(({ id }) => id))).map(({ kind, sheetId, address, formula }) => ({ kind, sheetId, place: address, formula }));
  return [...names, ...rules].flatMap((one) => {
    const functions = functionsIn(one.formula);
    return functions.length > 0 ? [{ ...one, functions }] : [];
  });
}
