import { columnLetters, MAX_COLUMNS, MAX_ROWS } from "../../../sheets/a1";

const LIMITS = { row: MAX_ROWS, column: MAX_COLUMNS } as const;

/** `R[-1]`, `R`, `R5` → row counted from 0; undefined outside of the sheet. */
function place(text: string | undefined, kind: "row" | "column", own: number): number | undefined {
  const step = /^\[(-?\d+)\]$/.exec(text ?? "");
  const index = text === undefined || text === "" ? own : step ? own + Number(step[1]) : Number(text) - 1;
  return Number.isInteger(index) && index >= 0 && index < LIMITS[kind] ? index : undefined;
}

/** One corner, a whole row or a whole column. */
function corner(text: string, row: number, column: number): string | undefined {
  const parts = /^(?:R(\[-?\d+\]|\d*))?(?:C(\[-?\d+\]|\d*))?$/i.exec(text);
  if (!parts || text === "") return undefined;
  const [r, c] = [place(parts[1], "row", row), place(parts[2], "column", column)];
  if (r === undefined || c === undefined) return undefined;
  if (!/C/i.test(text)) return `${r + 1}:${r + 1}`;
  return /^C/i.test(text) ? `${columnLetters(c)}:${columnLetters(c)}` : `${columnLetters(c)}${r + 1}`;
}

/**
 * A reference in row-and-column form as a cell at this place means it, in the form with letters: at C5 `RC[-1]` is `B5`.
 * undefined for what is no such reference, or leads out of the sheet.
 */
export function fromRowColumnText(text: string, row: number, column: number): string | undefined {
  const [, sheet = "", body = ""] = /^(.*!)?(.*)$/s.exec(text.trim()) ?? [];
  const corners = body.split(":").map((part) => corner(part, row, column));
  if (corners.length > 2 || corners.some((one) => one === undefined)) return undefined;
  const [first, last] = corners as [string, string?];
  if (last === undefined) return sheet + first;
  return `${sheet}${first.split(":")[0]}:${last.split(":").at(-1)}`;
}
