import type { Area } from "../../spreadsheet/spreadsheet";
import { checkColor, checkNumber, checkOneOf, checkString, invalid } from "./arguments";
import type { Book } from "./book";
import { currentDay } from "./dynamicDates";
import { dynamicDate } from "./dynamicDates";
import { typedValue } from "./typedText";
import type { FilterState } from "./workbookState";

const FILTER_ON = ["BottomItems", "BottomPercent", "CellColor", "Dynamic", "FontColor", "Values", "TopItems", "TopPercent", "Icon", "Custom"] as const;

/** Reads `FilterCriteria`. */
export function readCriteria(input: unknown): FilterState {
  if (typeof input !== "object" || input === null) throw invalid("criteria must be an object with filterOn.");
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined));
  const filterOn = checkOneOf("filterOn", given.filterOn, FILTER_ON);
  if (filterOn === "Values" && !Array.isArray(given.values)) throw invalid("criteria.values must be an array of the values to show.");
  if (filterOn === "Custom") checkString("criterion1", given.criterion1);
  if (filterOn === "CellColor" || filterOn === "FontColor") checkColor("color", given.color);
  if (/^(Top|Bottom)/.test(filterOn)) checkNumber("criterion1", Number(given.criterion1), 1, filterOn.endsWith("Percent") ? 100 : 500);
  if (filterOn === "Icon") throw invalid("This host cannot filter by icon: it does not compute which icon a cell shows.");
  return { ...given, filterOn };
}

/** Which rows of a column of data a filter shows. */
export function visibleRows(book: Book, column: Area, filter: FilterState): boolean[] {
  const values = book.grid.values(column).map((row) => row[0] ?? "");
  const numbers = values.filter((value): value is number => typeof value === "number");
  switch (filter.filterOn) {
    case "Values": {
      const texts = book.grid.texts(column).map((row) => (row[0] ?? "").toLowerCase());
      const wanted = (filter.values as readonly unknown[]).map((value) => (typeof value === "object" && value !== null ? value : String(value).toLowerCase()));
      return texts.map((text, index) => wanted.some((want) => (typeof want === "string" ? want === text : inPeriod(values[index], want as FilterDate))));
    }
    case "Custom": {
      const [first, second] = [filter.criterion1, filter.criterion2].map((one) => (typeof one === "string" && one !== "" ? criterion(one) : undefined));
      return values.map((value) => {
        const results = [first, second].flatMap((test) => (test ? [test(value)] : []));
        return filter.operator === "Or" ? results.some(Boolean) : results.every(Boolean);
      });
    }
    case "CellColor":
    case "FontColor": {
      const color = checkColor("color", filter.color);
      const styles = book.grid.styles(column);
      return styles.map(([style]) => (filter.filterOn === "CellColor" ? style?.fillColor || "#FFFFFF" : (style?.fontColor ?? "#000000")) === color);
    }
    case "Dynamic":
      return dynamic(values, numbers, String(filter.dynamicCriteria));
    default: {
      const count = Number(filter.criterion1);
      const top = filter.filterOn.startsWith("Top");
      const kept = filter.filterOn.endsWith("Percent") ? Math.max(1, Math.floor((numbers.length * count) / 100)) : count;
      const sorted = [...numbers].sort((a, b) => (top ? b - a : a - b));
      const bound = sorted[Math.min(kept, sorted.length) - 1];
      return values.map((value) => typeof value === "number" && bound !== undefined && (top ? value >= bound : value <= bound));
    }
  }
}

interface FilterDate {
  readonly date: string;
  readonly specificity: string;
}

const PARTS: Readonly<Record<string, number>> = { Year: 4, Month: 7, Day: 10, Hour: 13, Minute: 16, Second: 19 };

function inPeriod(value: unknown, { date, specificity }: FilterDate): boolean {
  if (typeof value !== "number") return false;
  const shown = new Date(Date.UTC(1899, 11, 30) + Math.round(value * 86_400) * 1000).toISOString();
  const length = PARTS[specificity] ?? 10;
  return shown.slice(0, length) === date.slice(0, length);
}

function dynamic(values: readonly unknown[], numbers: readonly number[], rule: string): boolean[] {
  const average = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  if (rule === "AboveAverage") return values.map((value) => typeof value === "number" && value > average);
  if (rule === "BelowAverage") return values.map((value) => typeof value === "number" && value < average);
  const today = currentDay();
  return values.map((value) => typeof value === "number" && dynamicDate(value, rule, today));
}

/** A test such as `>=100`, `<>*west*` or `North`. */
function criterion(text: string): (value: unknown) => boolean {
  const [, operator = "=", operand = ""] = /^(>=|<=|<>|>|<|=)?(.*)$/s.exec(text) ?? [];
  const number = typedValue(operand, new Date())?.value;
  if (typeof number === "number") {
    return (value) => {
      if (typeof value !== "number") return operator === "<>";
      const order = value - number;
      return { ">=": order >= 0, "<=": order <= 0, "<>": order !== 0, ">": order > 0, "<": order < 0 }[operator] ?? order === 0;
    };
  }
  const pattern = new RegExp(`^${operand.replace(/~([*?~])|[*?]|[\\^$.|+()[\]{}]/g, (found, literal?: string) => (literal ? `\\${literal}` : found === "*" ? ".*" : found === "?" ? "." : `\\${found}`)).replace(/\\~/g, "~")}$`, "is");
  return (value) => {
    if (operator === "=" || operator === "<>") return (operand === "" ? value === "" : pattern.test(String(value))) === (operator === "=");
    const order = String(value).localeCompare(operand, "en", { sensitivity: "accent" });
    return typeof value === "string" && value !== "" && ({ ">=": order >= 0, "<=": order <= 0, ">": order > 0 }[operator] ?? order < 0);
  };
}
