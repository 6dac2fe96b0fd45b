import type { CellValue } from "../../../sheets/cellValue";
import { holds, inputsOf } from "./inputs";
import { constantKey, formulaPattern, isEmpty, isFormula, type SheetContent } from "./sheetContent";

/** What templates have held so far: tells the wording of an older template from what people typed. */
export interface KnownContents {
  /** How often a template held this constant in this column at most. */
  constantCount(constant: CellValue, column: number): number;
  /** Whether a template held this formula; `isInput` says that it stands where people type. */
  hasFormula(formula: string, isInput: boolean): boolean;
}

/** As it is kept in the workbook: short hashes, with counts. */
export type StoredContents = Readonly<Record<string, number>>;

/** 53 bits of a text (cyrb53 by bryc, public domain): short, and no two texts of a plan share one. */
function contentHash(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

const formulaKey = (formula: string): string => contentHash(`f ${formulaPattern(formula)}`);
const constantInColumn = (constant: CellValue, column: number): string => contentHash(`c ${column} ${constantKey(constant)}`);

/**
 * Adds a template's wording and formulas to those remembered; undefined when all of them are remembered already. What
 * inputs begin with is no wording: the same word elsewhere has been typed.
 */
export function remember(stored: StoredContents, template: SheetContent): StoredContents | undefined {
  const inputs = inputsOf(template);
  const counts = new Map<string, number>();
  template.cells.forEach((line, row) => {
    line.forEach((content, column) => {
      if (isEmpty(content) || (!isFormula(content) && holds(inputs, row, column))) return;
      const key = isFormula(content) ? formulaKey(content.formula) : constantInColumn(content, column);
      counts.set(key, isFormula(content) ? 1 : (counts.get(key) ?? 0) + 1);
    });
  });
  const news = [...counts].filter(([key, count]) => (stored[key] ?? 0) < count);
  return news.length === 0 ? undefined : { ...stored, ...Object.fromEntries(news) };
}

export function knownContents(stored: StoredContents): KnownContents {
  return {
    constantCount: (constant, column) => stored[constantInColumn(constant, column)] ?? 0,
    hasFormula: (formula) => (stored[formulaKey(formula)] ?? 0) > 0,
  };
}
