import type { CellValue } from "../../spreadsheet/spreadsheet";
import type { RangeRef } from "./rangeRef";
import { tryResolve } from "./resolveAddress";
import { typedValue } from "./typedText";
import type { ValidationState } from "./workbookState";

/** Whether a value satisfies a rule. Rules whose bound is a formula this cannot read (custom ones) count as satisfied. */
export function isValid(ref: RangeRef, { rule, ignoreBlanks }: ValidationState, value: CellValue): boolean {
  if (value === "" && ignoreBlanks) return true;
  const [entry] = Object.entries(rule);
  if (!entry) return true;
  const [kind, details] = entry;
  if (kind === "custom") return true;
  if (kind === "list") return listOf(ref, String(details.source)).some((one) => String(one).toLowerCase() === String(value).toLowerCase());
  const measured = kind === "textLength" ? String(value).length : value;
  if (typeof measured !== "number" || (kind === "wholeNumber" && !Number.isInteger(measured))) return false;
  const [low, high] = [bound(ref, details.formula1), bound(ref, details.formula2)];
  return low === undefined ? true : compare(String(details.operator), measured, low, high ?? low);
}

function listOf(ref: RangeRef, source: string): readonly CellValue[] {
  if (!source.startsWith("=")) return source.split(",").map((one) => one.trim());
  const target = tryResolve(ref.book, ref.sheetId, source.slice(1));
  return target ? target.book.grid.values(target.area).flat() : [];
}

function bound(ref: RangeRef, formula: unknown): number | undefined {
  if (formula === undefined) return undefined;
  const text = String(formula).replace(/^=/, "");
  const typed = typedValue(text, new Date());
  if (typed) return Number(typed.value);
  const target = tryResolve(ref.book, ref.sheetId, text);
  const value = target?.book.grid.values({ ...target.area, rowCount: 1, columnCount: 1 })[0]?.[0];
  return typeof value === "number" ? value : undefined;
}

function compare(operator: string, value: number, low: number, high: number): boolean {
  switch (operator) {
    case "Between":
      return value >= low && value <= high;
    case "NotBetween":
      return value < low || value > high;
    case "EqualTo":
      return value === low;
    case "NotEqualTo":
      return value !== low;
    case "GreaterThan":
      return value > low;
    case "LessThan":
      return value < low;
    case "GreaterThanOrEqualTo":
      return value >= low;
    default:
      return value <= low;
  }
}
