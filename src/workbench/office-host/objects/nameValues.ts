import type { Book } from "./book";
import { parseRegion, splitSheet } from "./address";
import { RangeRef } from "./rangeRef";
import { typedValue } from "./typedText";
import { isErrorText } from "./valueTypes";

export type NameValue =
  | { readonly type: "String" | "Integer" | "Double" | "Boolean" | "Error"; readonly value: string | number | boolean }
  | { readonly type: "Array"; readonly value: (string | number | boolean)[][] };

/** The cells a formula is nothing but the address of. */
export function isPlainReference(book: Book, sheetId: string | undefined, formula: string): RangeRef | undefined {
  const { sheetName, local } = splitSheet(formula.slice(1));
  const region = parseRegion(local);
  const sheet = sheetName === undefined ? (sheetId ?? book.grid.activeSheet()) : book.findSheet(sheetName)?.id;
  return region && sheet !== undefined ? new RangeRef(book, sheet, region) : undefined;
}

/** Value of a name that is a constant; undefined when it has to be calculated. */
export function constantOf(formula: string): NameValue | undefined {
  const text = formula.slice(1).trim();
  if (/^\{.*\}$/s.test(text)) {
    const rows = splitOutsideQuotes(text.slice(1, -1), ";").map((row) => splitOutsideQuotes(row, ",").map((cell) => scalar(cell.trim())?.value ?? cell.trim()));
    return { type: "Array", value: rows };
  }
  return scalar(text);
}

function scalar(text: string): Exclude<NameValue, { type: "Array" }> | undefined {
  const quoted = /^"((?:[^"]|"")*)"$/s.exec(text);
  if (quoted) return { type: "String", value: (quoted[1] as string).replace(/""/g, '"') };
  if (isErrorText(text)) return { type: "Error", value: text };
  if (/^(true|false)$/i.test(text)) return { type: "Boolean", value: /^t/i.test(text) };
  if (!/^[-+]?[\d.]+(?:e[-+]?\d+)?%?$/i.test(text)) return undefined;
  const typed = typedValue(text, new Date());
  if (typeof typed?.value !== "number") return undefined;
  return { type: Number.isInteger(typed.value) ? "Integer" : "Double", value: typed.value };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts = [""];
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (character === separator && !quoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
