import { CalculationError } from "../../core/errors";
import type { BantReply } from "../../core/relationships/bant";
import type { RowErrors } from "../../core/rowErrors";
import { cited, isBlank, plainValue } from "./cell";
import { checkRowCount } from "./readColumns";
import { placeOf, rowsOf } from "./rowsOf";

const YES = ["yes", "y", "true", "1"];
const NO = ["no", "n", "false", "0"];

/**
 * One reply per account: TRUE, 1, y and yes are a yes, FALSE, 0, n and no a no, blank and ? are unknown. Anything else
 * is its row's error. A scalar stands for the same reply in every row.
 */
export function readReplies(argument: unknown, name: string, errors: RowErrors, rowCount: number): BantReply[] {
  const rows = rowsOf(argument, name);
  const columnCount = rows[0].length;
  if (columnCount !== 1) {
    throw new CalculationError("shape", `${name} must be one column, received ${rows.length} rows × ${columnCount} columns`);
  }
  const scalar = rows.length === 1;
  if (!scalar) checkRowCount(rows.length, name, rowCount);
  return Array.from({ length: rowCount }, (_, row) => {
    const place = scalar ? 0 : row;
    const cell = rows[place][0];
    const reply = replyIn(cell);
    if (reply !== null) return reply;
    errors.add(row, "unknownWord", `${placeOf(name, place, 0)}: ${cited(cell)} is not yes, no or ? (unknown)`);
    return "unknown";
  });
}

function replyIn(cell: unknown): BantReply | null {
  const value = plainValue(cell);
  if (isBlank(value)) return "unknown";
  const word = String(value).trim().toLowerCase();
  if (word === "?") return "unknown";
  if (YES.includes(word)) return "yes";
  return NO.includes(word) ? "no" : null;
}
