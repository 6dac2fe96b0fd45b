import { HostError } from "../hostObject";
import { columnIndex, columnName } from "./address";
import { invalid } from "./arguments";
import { COLUMNS, ROWS } from "./region";

/** Excel's limit for the text of a formula. */
const MAX_FORMULA = 8192;

/** One relative or absolute row or column of a reference. */
interface Coordinate {
  readonly index: number;
  readonly absolute: boolean;
}
export interface Reference {
  /** Absent in a reference to whole columns or rows respectively. */
  readonly row?: Coordinate;
  readonly column?: Coordinate;
}

const TOKENS = new RegExp(
  [
    '"(?:[^"]|"")*"',
    "'(?:[^']|'')*'!?",
    "\\[(?:[^\\[\\]]|\\[(?:[^\\[\\]']|'.)*\\])*\\]",
    "(?<![\\w.$\\\\])(?<cell>\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6})(?![\\w.(!])",
    "(?<![\\w.$\\\\])(?<columns>\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3})(?![\\w.(!])",
    "(?<![\\w.$\\\\])(?<rows>\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6})(?![\\w.(!])",
  ].join("|"),
  "g",
);

/** Rewrites every reference of a formula in A1 style; text, sheet names and structured references stay. */
export function mapReferences(formula: string, rewrite: (reference: Reference) => string): string {
  return formula.replace(TOKENS, (token, ...rest) => {
    const groups = rest[rest.length - 1] as { cell?: string; columns?: string; rows?: string };
    if (groups.cell !== undefined) return rewrite(readCell(token) ?? {}) || token;
    if (groups.columns !== undefined || groups.rows !== undefined) {
      return token
        .split(":")
        .map((part) => rewrite(/\d/.test(part) ? { row: rowOf(part) } : { column: columnOf(part) }) || part)
        .join(":");
    }
    return token;
  });
}

function readCell(text: string): Reference | undefined {
  const match = /^(\$?[A-Za-z]{1,3})(\$?\d+)$/.exec(text);
  if (!match) return undefined;
  const [row, column] = [rowOf(match[2] as string), columnOf(match[1] as string)];
  return row.index < ROWS && column.index < COLUMNS ? { row, column } : undefined;
}

function rowOf(text: string): Coordinate {
  return { index: Number(text.replace("$", "")) - 1, absolute: text.startsWith("$") };
}

function columnOf(text: string): Coordinate {
  return { index: columnIndex(text.replace("$", "")), absolute: text.startsWith("$") };
}

function a1Part(coordinate: Coordinate | undefined, name: (index: number) => string, limit: number): string {
  if (!coordinate) return "";
  if (coordinate.index < 0 || coordinate.index >= limit) return "#REF!";
  return (coordinate.absolute ? "$" : "") + name(coordinate.index);
}

function a1({ row, column }: Reference): string {
  const text = a1Part(column, columnName, COLUMNS) + a1Part(row, (index) => String(index + 1), ROWS);
  return text.includes("#REF!") ? "#REF!" : text;
}

/** The formula as it reads after being copied by so many rows and columns: relative references move along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const moved = (coordinate: Coordinate | undefined, by: number) =>
    coordinate && (coordinate.absolute ? coordinate : { ...coordinate, index: coordinate.index + by });
  return mapReferences(formula, ({ row, column }) => a1({ row: moved(row, rows), column: moved(column, columns) }));
}

interface At {
  readonly row: number;
  readonly column: number;
}

/** The formula as it reads after being copied with rows and columns swapped: so are the ways to what it refers to. */
export function transposeFormula(formula: string, from: At, to: At): string {
  return mapReferences(formula, ({ row, column }) => {
    if (!row || !column) return "";
    return a1({
      row: row.absolute ? row : { index: to.row + (column.index - from.column), absolute: false },
      column: column.absolute ? column : { index: to.column + (row.index - from.row), absolute: false },
    });
  });
}

/** A1 → R1C1 for the formula of a cell. */
export function toR1C1(formula: string, atRow: number, atColumn: number): string {
  const part = (letter: string, coordinate: Coordinate | undefined, at: number) => {
    if (!coordinate) return "";
    if (coordinate.absolute) return `${letter}${coordinate.index + 1}`;
    return coordinate.index === at ? letter : `${letter}[${coordinate.index - at}]`;
  };
  return mapReferences(formula, ({ row, column }) => part("R", row, atRow) + part("C", column, atColumn));
}

const R1C1_TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|(?<![\w.\\])(?:(R)(\[-?\d+\]|\d+)?)?(?:(C)(\[-?\d+\]|\d+)?)?(?![\w.(!])/gi;

/** R1C1 → A1 for the formula of a cell. */
export function fromR1C1(formula: string, atRow: number, atColumn: number): string {
  return formula.replace(R1C1_TOKENS, (token: string, r?: string, rowPart?: string, c?: string, columnPart?: string) => {
    if (r === undefined && c === undefined) return token;
    const part = (text: string | undefined, at: number): Coordinate =>
      text === undefined ? { index: at, absolute: false } : text.startsWith("[") ? { index: at + Number(text.slice(1, -1)), absolute: false } : { index: Number(text) - 1, absolute: true };
    const row = r === undefined ? undefined : part(rowPart, atRow);
    const column = c === undefined ? undefined : part(columnPart, atColumn);
    if (row && column) return a1({ row, column });
    const line = a1({ row, column });
    return `${line}:${line}`;
  });
}

/** Refuses what Excel's formula bar would refuse: too long, nothing after the sign, quotes or brackets left open. */
export function checkFormula(formula: string): void {
  if (formula.length > MAX_FORMULA) {
    throw new HostError("FormulaLengthExceedsLimit", `The formula has ${formula.length} characters, the limit is ${MAX_FORMULA}.`);
  }
  const body = formula.slice(1).trim();
  const problem = body === "" ? "there is nothing after =" : (openBracket(body) ?? (/[-+*/^&=<>,(]$/.test(body) ? `it ends with ${body.slice(-1)}` : undefined));
  if (problem) throw invalid(`The formula ${formula.length > 80 ? `${formula.slice(0, 80)}…` : formula} cannot be read: ${problem}.`);
}

const CLOSED_BY: Readonly<Record<string, string>> = { "(": ")", "{": "}", "[": "]" };

function openBracket(body: string): string | undefined {
  const open: string[] = [];
  const text = body.replace(/"(?:[^"]|"")*"/g, "").replace(/'(?:[^']|'')*'!/g, "");
  if (text.includes('"')) return "a quotation mark is not closed";
  for (const character of text.replace(/'./g, "")) {
    if (character in CLOSED_BY) open.push(CLOSED_BY[character] as string);
    else if (")}]".includes(character) && open.pop() !== character) return `a ${character} closes nothing`;
  }
  return open.length > 0 ? `a ${open.pop() as string} is missing` : undefined;
}

const OWN_COLUMN = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|(?<![\p{L}\p{N}_.[\],:@])(?<columns>\[(?:[^[\]'@#]|'.)+\])(?![\p{L}\p{N}_'.]*!)/gu;

/** `=SUM([Price])` inside the table Sales means `=SUM(Sales[Price])`. References to the row (`[@Price]`) stay. */
export function nameOwnColumns(formula: string, ownTable: string | undefined): string {
  if (ownTable === undefined || !formula.includes("[")) return formula;
  return formula.replace(OWN_COLUMN, (token, ...rest) => {
    const { columns } = rest[rest.length - 1] as { columns?: string };
    return columns === undefined ? token : ownTable + columns;
  });
}
