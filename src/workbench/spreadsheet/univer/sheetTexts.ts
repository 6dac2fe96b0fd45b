import { generateRandomId } from "@univerjs/core";
import { hasWord, pointToSheet, replaceWords } from "../formulaWords";
import { forEachFormula } from "./cells";
import type { Parts } from "./parts";
import { tableWords } from "./tables";

/** Copies a sheet; formulas of the copy that name the sheet, its tables or its names point to those of the copy. */
export function copySheet(parts: Parts, sheetId: string, name: string, position: number): string {
  const { grid, sheets, tables, names, cells, calculation } = parts;
  const id = generateRandomId(10);
  const before = grid.worksheet(sheetId).getName();
  const point = (formula: string) => pointToSheet(formula, before, name);
  const tableNames = tables.copyNames(sheetId);
  const copies = names.copiesFor(sheetId, id, point);
  const words = new Map([...copies.words, ...[...tableNames].flatMap(([from, to]) => tableWords(from, to))]);
  sheets.copy(sheetId, id, name, position, { tables: tableNames, rewrite: (formula) => replaceWords(point(formula), words) });
  tables.announceCopies(tableNames);
  copies.add();
  const filled = cells.usedArea(id, true);
  if (filled) calculation.markArea(filled);
  resolveNames(parts, id);
  return id;
}

/** Renames a sheet; formulas and names that refer to it follow. The component would read every formula of the workbook. */
export function renameSheet(parts: Parts, sheetId: string, name: string): void {
  const { grid, sheets, names, calculation } = parts;
  const before = grid.worksheet(sheetId).getName();
  sheets.rename(sheetId, name);
  const point = (formula: string) => pointToSheet(formula, before, name);
  const read = names.rewrite(point);
  for (const sheet of grid.workbook.getSheets()) {
    const id = sheet.getSheetId();
    forEachFormula(grid.cells(id), (row, column, cell, text) => {
      const formula = point(text);
      if (formula !== text) cell.f = formula;
      else if (read.size === 0 || !hasWord(formula, read)) return;
      calculation.markFormula(id, row, column);
    });
  }
  resolveNames(parts, sheetId);
}

/** Formulas elsewhere may have named the sheet's names before there was such a sheet. */
function resolveNames({ grid, names, formulaText, calculation }: Parts, sheetId: string): void {
  // What is remembered of formulas calls sheets by the names they had.
  formulaText.forget();
  const own = names.localNames().filter((name) => name.sheetId === sheetId).map(({ name }) => `!${name.toUpperCase()}`);
  if (own.length === 0) return;
  for (const sheet of grid.workbook.getSheets()) {
    const id = sheet.getSheetId();
    forEachFormula(grid.cells(id), (row, column, cell, text) => {
      if (!text.includes("!")) return;
      const upper = text.toUpperCase();
      if (!own.some((name) => upper.includes(name))) return;
      const formula = formulaText.toEngine(formulaText.toTyped(text, id, row, column), id, row, column);
      if (formula === text) return;
      cell.f = formula;
      calculation.markFormula(id, row, column);
    });
  }
}
