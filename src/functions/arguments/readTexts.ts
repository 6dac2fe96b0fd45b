import { CalculationError } from "../../core/errors";
import { textIn } from "./cell";
import { checkRowCount } from "./readColumns";
import { checkCount } from "./readVector";
import { cellsOf, isOmitted, rowsOf } from "./rowsOf";

/** Texts given as a row or a column, trimmed; "" where blank. */
export function readTexts(argument: unknown, name: string, count?: number): string[] {
  const texts = cellsOf(argument, name).map(({ cell }) => textIn(cell));
  checkCount(texts.length, name, count);
  return texts;
}

/** One text per account, trimmed; "" where blank. A scalar stands for the same text in every row. */
export function readTextColumn(argument: unknown, name: string, rowCount?: number): string[] {
  const rows = rowsOf(argument, name);
  if (rows[0].length !== 1) {
    throw new CalculationError("shape", `${name} must be one column, received ${rows.length} rows × ${rows[0].length} columns`);
  }
  if (rowCount !== undefined && rows.length === 1) return new Array<string>(rowCount).fill(textIn(rows[0][0]));
  checkRowCount(rows.length, name, rowCount);
  return rows.map((row) => textIn(row[0]));
}

/** Tier labels, best first, none blank and no two alike; A, B, C, … when omitted. */
export function readLabels(argument: unknown, count: number): string[] {
  if (isOmitted(argument)) return Array.from({ length: count }, (_, i) => letters(i));
  const labels = readTexts(argument, "labels", count);
  labels.forEach((label, i) => {
    if (label === "") throw new CalculationError("outOfRange", `label ${i + 1} is blank`);
    const first = labels.findIndex((other) => other.toLowerCase() === label.toLowerCase());
    if (first < i) throw new CalculationError("outOfRange", `labels ${first + 1} and ${i + 1} are both "${label}"`);
  });
  return labels;
}

/** 0 → A, 25 → Z, 26 → AA, as spreadsheet columns are named. */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
