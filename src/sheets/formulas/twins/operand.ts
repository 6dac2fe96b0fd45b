import { type Area, areaAddress, columnLetters, readArea, sheetReference } from "../../a1";
import { textConstant } from "../rules/figure";
import { type Token, tokensOf } from "../tokens";
import { NoTwin } from "./noTwin";

/** Rows and columns of a block. */
export interface Shape {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** An area with its sheet; "" is the sheet of the formula. */
export interface SheetArea extends Area {
  readonly sheetName: string;
}

/** What an argument of a call is, as texts for formulas. */
export interface Operand extends Shape {
  /** `cell`: a cell or a single expression; `block`: a range or array constant; `computed`: known only cell by cell. */
  readonly kind: "number" | "text" | "cell" | "block" | "computed";
  /** The value of a constant. */
  readonly constant?: number | string;
  /** One element, rows and columns from 0: a cell, a constant, or an expression in brackets. */
  at(row: number, column: number): string;
  /** As `at`, with an address that stays when the formula is filled down or across. */
  fixed(row: number, column: number): string;
  /** All of it as one range or array constant, for functions that look at every element. */
  whole(): string;
  /** A part of it, as one range or array constant. */
  part(row: number, column: number, rowCount: number, columnCount: number): string;
}

/** Finds the area that a text stands for which only the workbook knows: a table's column, a name, a spill (`G1#`). */
export type AreaFinder = (reference: string) => SheetArea | undefined;

/** More cells than this in one argument make a formula per account slower than anybody waits. */
const MAX_CELLS = 1_000_000;

/** A constant number without an expression's brackets. */
function numberOperand(text: string, constant: number): Operand {
  return scalar("number", text, constant);
}

function scalar(kind: Operand["kind"], text: string, constant?: number | string): Operand {
  return { kind, rowCount: 1, columnCount: 1, at: () => text, fixed: () => text, whole: () => text, part: () => text, ...(constant === undefined ? {} : { constant }) };
}

/** A block whose elements are formulas of their own, such as the result of an inner call. */
export function computedOperand(shape: Shape, at: (row: number, column: number) => string): Operand {
  const refuse = (): string => {
    throw new NoTwin("an argument is computed by another KAM function; put that function into cells of its own");
  };
  return { kind: "computed", ...shape, at, fixed: at, whole: refuse, part: refuse };
}

/** Reads the text of an argument; "" (left out) is undefined. */
export function operandOf(text: string, areaOf: AreaFinder): Operand | undefined {
  if (text === "") return undefined;
  return constantOf(text) ?? arrayConstant(text) ?? areaOperand(text, areaOf) ?? expression(text);
}

function constantOf(text: string): Operand | undefined {
  if (/^[-+]?(\d+\.?\d*|\.\d+)(E[-+]?\d+)?%?$/i.test(text)) {
    const value = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
    return numberOperand(value < 0 ? `(${value})` : String(value), value);
  }
  if (/^"(?:[^"]|"")*"$/.test(text)) return scalar("text", text, text.slice(1, -1).replace(/""/g, '"'));
  if (/^(TRUE|FALSE)$/i.test(text)) return numberOperand(text.toUpperCase() === "TRUE" ? "1" : "0", text.toUpperCase() === "TRUE" ? 1 : 0);
  return undefined;
}

function arrayConstant(text: string): Operand | undefined {
  if (!/^\{[^{}]*\}$/.test(text)) return undefined;
  const rows: string[][] = [[""]];
  for (const token of text.slice(1, -1).match(/"(?:[^"]|"")*"|[^",;]+|[,;]/g) ?? []) {
    const row = rows[rows.length - 1] as string[];
    if (token === ";") rows.push([""]);
    else if (token === ",") row.push("");
    else row[row.length - 1] += token.trim();
  }
  const columnCount = (rows[0] as string[]).length;
  const items = rows.map((row) => row.map((item) => constantOf(item) ?? scalar("text", '""', "")));
  const block = (part: readonly (readonly Operand[])[]) =>
    `{${part.map((row) => row.map(({ constant }) => (typeof constant === "number" ? String(constant) : textConstant(constant ?? ""))).join(",")).join(";")}}`;
  const item = (row: number, column: number) => (items[row]?.[column] as Operand).at(0, 0);
  return {
    kind: "block",
    rowCount: rows.length,
    columnCount,
    at: item,
    fixed: item,
    whole: () => block(items),
    part: (row, column, rowCount, count) => block(items.slice(row, row + rowCount).map((line) => line.slice(column, column + count))),
  };
}

/** Whether every element is a constant, and which. */
export function constantsOf(operand: Operand): (number | string)[] | undefined {
  if (operand.constant !== undefined) return [operand.constant];
  if (operand.kind !== "block" || !operand.whole().startsWith("{")) return undefined;
  const items: (number | string)[] = [];
  for (let row = 0; row < operand.rowCount; row++) {
    for (let column = 0; column < operand.columnCount; column++) items.push(constantOf(operand.at(row, column).replace(/^\((.*)\)$/, "$1"))?.constant ?? "");
  }
  return items;
}

const CELL = /^\$?[A-Z]{1,3}\$?[1-9]\d{0,6}$/i;

function areaOperand(text: string, areaOf: AreaFinder): Operand | undefined {
  const known = plainArea(text) ?? areaOf(text);
  if (known === undefined) return undefined;
  if (known.rowCount * known.columnCount > MAX_CELLS) throw new NoTwin(`${text} has ${known.rowCount} rows; a formula per account would take too long`);
  const sheet = known.sheetName === "" ? "" : sheetReference(known.sheetName);
  const { row: top, column: left, rowCount, columnCount } = known;
  // A table's column stays one, so that it grows with the table; a spill becomes its cells, because it may not remain one.
  const isPlain = plainArea(text) !== undefined;
  const whole = isPlain || text.endsWith("#") ? `${sheet}${areaAddress(known, true)}` : text;
  return {
    kind: rowCount === 1 && columnCount === 1 ? "cell" : "block",
    rowCount,
    columnCount,
    // The row stays relative, so that the formulas of a column are the same when filled down.
    at: (row, column) => (rowCount === 1 ? `${sheet}$${columnLetters(left + column)}$${top + row + 1}` : `${sheet}$${columnLetters(left + column)}${top + row + 1}`),
    fixed: (row, column) => `${sheet}$${columnLetters(left + column)}$${top + row + 1}`,
    whole: () => whole,
    part: (row, column, rows, columns) =>
      rows === rowCount && columns === columnCount ? whole : `${sheet}${areaAddress({ row: top + row, column: left + column, rowCount: rows, columnCount: columns }, true)}`,
  };
}

/** The area of an address such as `$B$2:D9` or `'My list'!B2`, undefined for any other text. */
function plainArea(text: string): SheetArea | undefined {
  const tokens = tokensOf(text);
  const sheet = tokens[0]?.kind === "sheet" ? (tokens[0] as Token).text : "";
  const address = text.slice(sheet.length).toUpperCase();
  const corners = address.split(":");
  if (corners.length > 2 || !corners.every((corner) => CELL.test(corner))) return undefined;
  const { row, column, rowCount, columnCount } = readArea(address);
  if (rowCount < 1 || columnCount < 1) return undefined;
  const sheetName = sheet.replace(/!$/, "").replace(/^'(.*)'$/, "$1").replace(/''/g, "'");
  return { row, column, rowCount, columnCount, sheetName };
}

/** Functions whose result is one value whatever their arguments are. */
const GIVES_ONE = /^(SUM|SUMIFS?|SUMPRODUCT|SUMSQ|AVERAGE|AVERAGEIFS?|COUNT|COUNTA|COUNTBLANK|MAX|MAXIFS|MIN|MINIFS|MEDIAN|LARGE|SMALL|PRODUCT|STDEV\.[PS]|VAR\.[PS]|ROWS|COLUMNS|NPV|IRR|MATCH|VLOOKUP|HLOOKUP|INDEX)$/i;

/** Anything else is taken for one value, but only where its text proves that it is one. */
function expression(text: string): Operand {
  const tokens = tokensOf(text).filter((token) => token.text.trim() !== "");
  const isOneCall = tokens[0]?.kind === "function" && GIVES_ONE.test(tokens[0].text) && isWrapped(tokens);
  const hasBlock = tokens.some(({ kind, text: part }) => kind === "array" || part === ":" || part === "#" || (kind === "brackets" && !/^\[(@|\[#This Row\])/i.test(part)) || isName(kind, part));
  const callsOthers = tokens.some(({ kind, text: part }) => kind === "function" && /^(FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|RANDARRAY|XLOOKUP|TRANSPOSE|MMULT|CHOOSE|OFFSET|INDIRECT|LET|LAMBDA|VSTACK|HSTACK|TAKE|DROP|TOCOL|TOROW)$|\./i.test(part) && !GIVES_ONE.test(part));
  if (!isOneCall && (hasBlock || callsOthers)) throw new NoTwin(`the argument ${shortened(text)} is computed; put it into cells of its own`);
  return scalar("cell", `(${text})`);
}

const isName = (kind: Token["kind"], text: string) => kind === "word" && !CELL.test(text) && !/^[\d.]|^(TRUE|FALSE)$/i.test(text);
const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Whether the bracket of the first call is the last token. */
function isWrapped(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.every(({ text }, place) => {
    if (text === "(") depth++;
    if (text === ")") depth--;
    return depth > 0 || place === 0 || place === tokens.length - 1;
  });
}
