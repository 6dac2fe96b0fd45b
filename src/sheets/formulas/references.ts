import { areaAddress, columnLetters, MAX_COLUMNS, MAX_ROWS, readArea, sheetReference, type Area } from "../a1";

/** One place in a formula that names cells. */
export interface Reference {
  /** The whole text, `'My list'!$B$2:B9`, `Accounts[Margin]`, `K11#` or `#REF!`. */
  readonly text: string;
  readonly start: number;
  /** `'My list'!`, as it is written; empty for cells of the formula's own sheet. */
  readonly prefix: string;
  /** What stands behind the prefix, without a closing `#`. */
  readonly body: string;
  readonly kind: "cells" | "lines" | "table" | "lost";
  /** `K11#` means all cells the formula in K11 fills. */
  readonly isSpill: boolean;
}

const NAME = String.raw`[\p{L}_\\][\p{L}\p{N}_.\\?]*`;
const PREFIX = String.raw`(?:'(?:[^']|'')+'!|(?:\[[^\[\]]+\])?${NAME}(?::${NAME})?!|\[\d+\]!)`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const TOKENS = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`(?<![\p{L}\p{N}_.$\\])(?<prefix>${PREFIX})?(?:` +
      [
        String.raw`(?<lost>#REF!)`,
        String.raw`(?<cells>${CELL}(?::${CELL})?)(?<spill>#)?(?![\p{L}\p{N}_.(!\[])`,
        String.raw`(?<lines>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\p{L}\p{N}_.(!\[])`,
        // A part of a table; brackets nest once, and an apostrophe takes a bracket's meaning away.
        String.raw`(?<table>(?:${NAME})?\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\])(?![\p{L}\p{N}_'.\-]*!)`,
      ].join("|") +
      ")",
    // Sheet names before a name or a function, so that nothing inside them is taken for cells.
    PREFIX,
  ].join("|"),
  "gu",
);

/** The references of a formula in their order. Texts in quotes are no references, whatever they hold. */
export function referencesIn(formula: string): Reference[] {
  if (!formula.startsWith("=")) return [];
  return [...formula.matchAll(TOKENS)].flatMap((match) => {
    const { prefix = "", lost, cells, lines, table, spill } = match.groups ?? {};
    const body = cells ?? lines ?? table ?? lost;
    if (body === undefined) return [];
    const kind = cells !== undefined ? "cells" : lines !== undefined ? "lines" : table !== undefined ? "table" : "lost";
    return [{ text: match[0], start: match.index, prefix, body, kind, isSpill: spill !== undefined }];
  });
}

/** The formula with some of its references written anew; `undefined` leaves one as it is. */
export function replaceReferences(formula: string, rewrite: (reference: Reference, index: number) => string | undefined): string {
  let result = "";
  let end = 0;
  referencesIn(formula).forEach((reference, index) => {
    result += formula.slice(end, reference.start) + (rewrite(reference, index) ?? reference.text);
    end = reference.start + reference.text.length;
  });
  return result + formula.slice(end);
}

/** `'My list'!` → `My list`; undefined without a sheet and for other workbooks. */
export function sheetOfPrefix(prefix: string): string | undefined {
  if (prefix === "" || prefix.includes("[")) return undefined;
  return prefix.startsWith("'") ? prefix.slice(1, -2).replace(/''/g, "'") : prefix.slice(0, -1);
}

/** The cells a reference means, without its sheet; whole columns and rows reach to the sheet's end. */
export function areaOfReference({ kind, body }: Reference): Area | undefined {
  const plain = body.replace(/\$/g, "").toUpperCase();
  if (kind === "cells") {
    const [first = "", last = first] = plain.split(":");
    const [a, b] = [readArea(first), readArea(last)];
    const [row, column] = [Math.min(a.row, b.row), Math.min(a.column, b.column)];
    return { row, column, rowCount: Math.abs(a.row - b.row) + 1, columnCount: Math.abs(a.column - b.column) + 1 };
  }
  if (kind !== "lines") return undefined;
  const [from = "", to = from] = plain.split(":");
  if (/\d/.test(from)) return { row: Number(from) - 1, column: 0, rowCount: Number(to) - Number(from) + 1, columnCount: MAX_COLUMNS };
  const [first, last] = [readArea(`${from}1`), readArea(`${to}1`)];
  return { row: 0, column: first.column, rowCount: MAX_ROWS, columnCount: last.column - first.column + 1 };
}

/** As Excel writes a formula that is filled so many rows down and columns to the right: references without $ move along. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return replaceReferences(formula, ({ kind, prefix, body, isSpill }) => {
    if (kind !== "cells" && kind !== "lines") return undefined;
    const moved = body.split(":").map((end) => shiftedEnd(end, rows, columns));
    return moved.includes(undefined) ? `${prefix}#REF!` : prefix + moved.join(":") + (isSpill ? "#" : "");
  });
}

const END = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/;

function shiftedEnd(end: string, rows: number, columns: number): string | undefined {
  const { columnFixed, letters, rowFixed, digits } = partsOf(end);
  const column = letters === "" || columnFixed ? letters : columnLettersOrNone(columnNumber(letters) + columns);
  const row = digits === "" || rowFixed ? Number(digits) : Number(digits) + rows;
  if (column === undefined || (digits !== "" && (row < 1 || row > MAX_ROWS))) return undefined;
  return `${columnFixed ? "$" : ""}${column}${rowFixed ? "$" : ""}${digits === "" ? "" : row}`;
}

/** In `$5` and `5` of whole rows the first $ belongs to the row. */
function partsOf(end: string) {
  const [, first = "", letters = "", second = "", digits = ""] = END.exec(end) ?? [];
  const ofRow = letters === "" ? first : second;
  return { columnFixed: letters !== "" && first === "$", letters, rowFixed: ofRow === "$", digits };
}

const columnNumber = (letters: string): number => readArea(`${letters.toUpperCase()}1`).column;
const columnLettersOrNone = (column: number): string | undefined => (column < 0 || column >= MAX_COLUMNS ? undefined : columnLetters(column));

/**
 * The formula as seen from its cell: equal for cells that were filled from one another, whatever their place.
 * Only for comparing; Excel does not read it.
 */
export function relativeForm(formula: string, row: number, column: number): string {
  return replaceReferences(formula, ({ kind, prefix, body, isSpill }) => {
    if (kind !== "cells" && kind !== "lines") return undefined;
    const ends = body.split(":").map((end) => {
      const { columnFixed, letters, rowFixed, digits } = partsOf(end);
      const c = letters === "" ? "" : columnFixed ? `C${letters.toUpperCase()}` : `C[${columnNumber(letters) - column}]`;
      const r = digits === "" ? "" : rowFixed ? `R${digits}` : `R[${Number(digits) - 1 - row}]`;
      return r + c;
    });
    return prefix + ends.join(":") + (isSpill ? "#" : "");
  });
}

/** The formula without its references: unchanged when cells it names are moved or sheets renamed. */
export const shapeOf = (formula: string): string => replaceReferences(formula, () => "¤");

/** `'Scores'!$K$11:$K$250`, right for every sheet name. */
export const fixedReference = (sheetName: string, area: Area): string => sheetReference(sheetName) + areaAddress(area, true);
