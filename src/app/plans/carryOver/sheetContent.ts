import type { Area } from "../../../sheets/a1";
import type { CellValue } from "../../../sheets/cellValue";

/** A formula with what it shows. */
export interface FormulaContent {
  /** With its `=`. */
  readonly formula: string;
  readonly value: CellValue;
}

/** What a cell holds; "" is an empty cell. */
export type Content = CellValue | FormulaContent;

/** All cells of a plan from A1 to its last used one, and the places of its own names. */
export interface SheetContent {
  readonly cells: readonly (readonly Content[])[];
  /** Number formats of the same cells, where they matter to the reader. */
  readonly formats?: readonly (readonly string[])[];
  readonly names: ReadonlyMap<string, Area>;
}

export const isFormula = (content: Content): content is FormulaContent => typeof content === "object";
export const isEmpty = (content: Content): content is "" => content === "";

export const contentAt = (sheet: SheetContent, row: number, column: number): Content => sheet.cells[row]?.[column] ?? "";

/** Excel's two views of a block as one: a text that begins with `=` shows itself, a formula shows something else. */
export function joinContent(formulas: readonly (readonly CellValue[])[], values: readonly (readonly CellValue[])[]): Content[][] {
  return formulas.map((row, r) =>
    row.map((cell, c) => {
      const value = values[r]?.[c] ?? "";
      return typeof cell === "string" && cell.startsWith("=") && cell !== value ? { formula: cell, value } : value;
    }),
  );
}

/** Equal constants have equal texts; a number and the text of its digits do not. */
export const constantKey = (constant: CellValue): string => `${typeof constant}:${String(constant)}`;

/** A formula without its row numbers, so that it reads the same in every row, after rows were inserted and with a longer list. */
export const formulaPattern = (formula: string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/(\$?[A-Z]{1,3}\$?)\d+(?![\w(])/g, "$1")))
    .join("");

/** Applies a change to the parts of a formula that are neither text nor the name of a sheet nor a column of a table. */
export function outsideQuotes(formula: string, change: (part: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}_][\p{L}\p{N}_.]*)!\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?|\[(?:'.|[^\]'])*\])/u)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join("");
}
