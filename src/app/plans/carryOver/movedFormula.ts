import { columnLetters, readArea } from "../../../sheets/a1";
import { outsideQuotes } from "./sheetContent";

/** Where a cell of the former sheet is on the new one. */
export type CellMove = (row: number, column: number) => { readonly row: number; readonly column: number } | undefined;

const REFERENCE = /(?<![\w.!])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(])/g;
/** Whole columns and rows: what they held is spread over the new sheet. */
const WHOLE_LINES = /(?<![\w.!$])(?:\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+)(?![\w(])/;

/** `$B5` where it is now, with its dollar signs. */
export function movedCell(cell: string, move: CellMove): string | undefined {
  const [, columnFixed = "", letters = "", rowFixed = "", digits = ""] = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(cell) ?? [];
  const { row, column } = readArea(letters + digits);
  const place = move(row, column);
  return place && `${columnFixed}${columnLetters(place.column)}${rowFixed}${place.row + 1}`;
}

/**
 * A person's own formula with its references to the same sheet led to the new places of their cells.
 * @returns undefined when one of them has no new place
 */
export function movedFormula(formula: string, move: CellMove): string | undefined {
  let lost = false;
  const moved = outsideQuotes(formula, (part) => {
    if (WHOLE_LINES.test(part)) lost = true;
    return part.replace(REFERENCE, (cell) => {
      const moved = movedCell(cell, move);
      if (moved === undefined) lost = true;
      return moved ?? cell;
    });
  });
  return lost ? undefined : moved;
}
