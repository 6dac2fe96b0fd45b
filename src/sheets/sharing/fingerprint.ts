import type { CellValue } from "../cellValue";
import { relativeForm, shapeOf } from "../formulas/references";

/** Characters of one cell's print; a line of the log joins those of its cells. */
export const PRINT_LENGTH = 7;

/** Cells one line of the log can answer for: their prints have to fit into a cell, which holds 32,767 characters. */
export const MAX_CELLS_PER_LINE = 4000;

/** FNV-1a, 32 bits: tells an edited cell from an untouched one; nothing here has to withstand an attacker. */
function print(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36).padStart(PRINT_LENGTH, "0");
}

const isFormula = (content: CellValue): content is string => typeof content === "string" && content.startsWith("=");

/** Print of what a cell holds, the same wherever the cell is moved together with what its formula refers to. */
export const cellPrint = (content: CellValue, row: number, column: number): string =>
  print(isFormula(content) ? `f${relativeForm(content, row, column)}` : `${typeof content} ${String(content)}`);

type Block = readonly (readonly CellValue[])[];

/** The prints of a block's cells, row by row, one behind the other. */
export const blockPrint = (cells: Block, row: number, column: number): string => cells.map((line, r) => line.map((content, c) => cellPrint(content, row + r, column + c)).join("")).join("");

/** One print of a block that looks away from references: it also stays when rows are inserted between the cells and what they refer to. */
export const blockShape = (cells: Block): string => print(cells.map((line) => line.map((content) => (isFormula(content) ? shapeOf(content) : String(content))).join("\u0000")).join("\u0001"));

/** `abc…` → the prints of single cells. */
export const printsOf = (prints: string): string[] => prints.match(new RegExp(`.{${PRINT_LENGTH}}`, "g")) ?? [];
