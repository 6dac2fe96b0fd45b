import { generateRandomId } from "@univerjs/core";
import { hasWord, mayHold, pointToSheet, replaceWords } from "../formulaWords";
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
  const namesSheet = mayHold([before.replace(/'/g, "''")]);
  // Names of one sheet begin alike in the engine.
  const mayUse = mayHold(new Set([...read].map((name) => /^_L\d+_/.exec(name)?.[0] ?? name)));
  for (const sheet of grid.workbook.getSheets()) {
    const id = sheet.getSheetId();
    forEachFormula(grid.cells(id), (row, column, cell, text) => {
      const formula = namesSheet(text) ? point(text) : text;
      if (formula !== text) cell.f = formula;
      else if (!mayUse(formula) || !hasWord(formula, read)) return;
      calculation.markFormula(id, row, column);
    });
  }
  resolveNames(parts, sheetId);
}

/** Formulas elsewhere may have named the sheet's names before there was such a sheet. */
function resolveNames({ grid, names, formulaText, calculation }: Parts, sheetId: string): void {
  // What is remembered of formulas calls sheets by the names they had.
  formulaText.forget();
  const own = new Set(names.ofSheet(sheetId));
  if (own.size === 0) return;
  const namesSheet = mayHold([grid.worksheet(sheetId).getName().replace(/'/g, "''")]);
  for (const sheet of grid.workbook.getSheets()) {
    const id = sheet.getSheetId();
    forEachFormula(grid.cells(id), (row, column, cell, text) => {
      if (!text.includes("!") || !namesSheet(text) || !hasWord(text, own)) return;
      const formula = formulaText.toEngine(formulaText.toTyped(text, id, row, column), id, row, column);
      if (formula === text) return;
      cell.f = formula;
      calculation.markFormula(id, row, column);
    });
  }
}
