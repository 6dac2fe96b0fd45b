import type { CellValue } from "../../spreadsheet/spreadsheet";
import { HostError } from "../hostObject";
import { invalid } from "./arguments";
import type { PivotDataState, PivotFieldState, PivotState } from "./drawnState";

/** The rows of a PivotTable's source and what is made of them: items of a field, filters, sums. */

export type PivotRow = readonly CellValue[];

export const BLANK = "(blank)";

export function labelOf(value: CellValue | undefined): string {
  return value === undefined || value === "" ? BLANK : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** Numbers before texts, each in order, blanks last. */
function compare(a: CellValue, b: CellValue): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "number" || typeof b === "number") return typeof a === "number" ? -1 : 1;
  return String(a).localeCompare(String(b), "en", { sensitivity: "base" });
}

export function fieldState(pivot: PivotState, field: string): PivotFieldState {
  return (pivot.fields[field] ??= { filters: {}, hidden: [], settings: {} });
}

export function columnOf(pivot: PivotState, field: string): number {
  return pivot.cache.titles.indexOf(field);
}

/** Items of a field in rows, in the order they are shown. */
export function itemsOf(pivot: PivotState, field: string, rows: readonly PivotRow[] = pivot.cache.rows): CellValue[] {
  const column = columnOf(pivot, field);
  const items = new Map<string, CellValue>();
  for (const row of rows) items.set(labelOf(row[column]), row[column] ?? "");
  const state = pivot.fields[field];
  const sorted = [...items.values()].sort(compare);
  const data = pivot.data.find((one) => dataName(pivot, one) === state?.sortedBy);
  if (data) {
    const sums = new Map(sorted.map((item) => [item, Number(summary(pivot, data, rows.filter((row) => row[column] === item)))]));
    sorted.sort((a, b) => (sums.get(a) ?? 0) - (sums.get(b) ?? 0));
  }
  return state?.descending === true ? sorted.reverse() : sorted;
}

const STEMS: Readonly<Record<string, string>> = {
  CountNumbers: "Count",
  StandardDeviation: "StdDev",
  StandardDeviationP: "StdDevp",
  Variance: "Var",
  VarianceP: "Varp",
};

/** `Sum of Sales` until it is given another name. */
export function dataName(pivot: PivotState, data: PivotDataState): string {
  if (data.name !== undefined) return data.name;
  const kind = functionOf(pivot, data);
  return `${STEMS[kind] ?? kind} of ${data.field}`;
}

/** Numbers are added, columns with texts or blanks counted, unless told otherwise. */
export function functionOf(pivot: PivotState, { summarizeBy, field }: PivotDataState): string {
  if (summarizeBy !== "Automatic") return summarizeBy;
  const column = columnOf(pivot, field);
  return pivot.cache.rows.some((row) => typeof row[column] !== "number" && row[column] !== "") ? "Count" : "Sum";
}

/** One function over the rows of one cell; "" where there is nothing to summarize. */
export function summary(pivot: PivotState, data: PivotDataState, rows: readonly PivotRow[]): CellValue {
  const column = columnOf(pivot, data.field);
  const filled = rows.map((row) => row[column] ?? "").filter((value) => value !== "");
  const numbers = filled.filter((value): value is number => typeof value === "number");
  const kind = functionOf(pivot, data);
  if (rows.length === 0) return "";
  if (kind === "Count") return filled.length;
  if (kind === "CountNumbers") return numbers.length;
  const error = filled.find((value) => typeof value === "string" && /^#[A-Z/0]+[!?]?$/.test(value));
  if (error !== undefined) return error;
  if (filled.length === 0) return "";
  const sum = numbers.reduce((total, value) => total + value, 0);
  const squares = () => numbers.reduce((total, value) => total + (value - sum / numbers.length) ** 2, 0);
  const spread = (freedom: number) => (freedom > 0 ? squares() / freedom : "#DIV/0!");
  const root = (value: CellValue) => (typeof value === "number" ? Math.sqrt(value) : value);
  switch (kind) {
    case "Sum":
      return sum;
    case "Average":
      return numbers.length === 0 ? "#DIV/0!" : sum / numbers.length;
    case "Max":
      return numbers.length === 0 ? 0 : Math.max(...numbers);
    case "Min":
      return numbers.length === 0 ? 0 : Math.min(...numbers);
    case "Product":
      return numbers.reduce((product, value) => product * value, 1);
    case "StandardDeviation":
      return root(spread(numbers.length - 1));
    case "StandardDeviationP":
      return root(spread(numbers.length));
    case "Variance":
      return spread(numbers.length - 1);
    case "VarianceP":
      return spread(numbers.length);
    default:
      throw new HostError("NotImplemented", `The aggregation ${kind} is not implemented by this host.`);
  }
}

/** Rows that pass the filters of every field that is used; filters on values are asked last, of what is left. */
export function filteredRows(pivot: PivotState): PivotRow[] {
  const used = [...new Set([...pivot.filters, ...pivot.rows, ...pivot.columns])].filter((field) => pivot.fields[field]);
  let rows: PivotRow[] = pivot.cache.rows;
  // Slicers also work on fields that stand nowhere.
  for (const [field, { slicer }] of Object.entries(pivot.fields)) {
    const column = columnOf(pivot, field);
    if (slicer) rows = rows.filter((row) => slicer.includes(labelOf(row[column])));
  }
  for (const field of used) {
    const column = columnOf(pivot, field);
    const { filters, hidden } = fieldState(pivot, field);
    rows = rows.filter((row) => !hidden.includes(labelOf(row[column])) && passes(row[column] ?? "", filters));
  }
  for (const field of used) {
    const { valueFilter } = fieldState(pivot, field).filters;
    if (valueFilter) rows = byValue(pivot, field, valueFilter, rows);
  }
  return rows;
}

type Filter = Readonly<Record<string, unknown>>;

function passes(value: CellValue, { manualFilter, labelFilter, dateFilter }: PivotFieldState["filters"]): boolean {
  const label = labelOf(value);
  if (Array.isArray(manualFilter?.selectedItems) && !manualFilter.selectedItems.some((item) => String(item) === label)) return false;
  if (labelFilter && !matchesLabel(label, value, labelFilter)) return false;
  return !dateFilter || (typeof value === "number" && matchesDate(value, dateFilter));
}

function matchesLabel(label: string, value: CellValue, filter: Filter): boolean {
  const text = label.toLowerCase();
  const part = String(filter.substring ?? filter.comparator ?? "").toLowerCase();
  const order = (other: unknown) => (typeof value === "number" && Number.isFinite(Number(other)) ? value - Number(other) : label.localeCompare(String(other ?? ""), "en", { sensitivity: "base" }));
  const found = ((): boolean => {
    switch (filter.condition) {
      case "Equals":
        return text === part;
      case "BeginsWith":
        return text.startsWith(part);
      case "EndsWith":
        return text.endsWith(part);
      case "Contains":
        return text.includes(part);
      default:
        return compared(String(filter.condition), order(filter.comparator), order(filter.lowerBound), order(filter.upperBound));
    }
  })();
  return filter.exclusive === true ? !found : found;
}

function compared(condition: string, one: number, low: number, high: number): boolean {
  switch (condition) {
    case "Equals":
      return one === 0;
    case "GreaterThan":
      return one > 0;
    case "GreaterThanOrEqualTo":
      return one >= 0;
    case "LessThan":
      return one < 0;
    case "LessThanOrEqualTo":
      return one <= 0;
    case "Between":
      return low >= 0 && high <= 0;
    default:
      throw new HostError("NotImplemented", `The filter condition ${condition} is not implemented by this host.`);
  }
}

const DAY = 86_400_000;
/** Serial number of 1970-01-01. */
const EPOCH = 25_569;

/** First and last day a date means with its specificity. */
function span(comparator: unknown): { readonly from: number; readonly to: number } {
  const { date, specificity } = (comparator ?? {}) as { date?: string; specificity?: string };
  const time = Date.parse(`${String(date).slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(time)) throw invalid(`The date "${String(date)}" of the filter cannot be read: use a form like 2020-08-01.`);
  const at = new Date(time);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const from = Date.UTC(year, specificity === "Year" ? 0 : month, specificity === "Year" || specificity === "Month" ? 1 : day);
  const to = specificity === "Year" ? Date.UTC(year + 1, 0, 1) : specificity === "Month" ? Date.UTC(year, month + 1, 1) : from + DAY;
  return { from: from / DAY + EPOCH, to: to / DAY + EPOCH };
}

function matchesDate(value: number, filter: Filter): boolean {
  const found = ((): boolean => {
    switch (filter.condition) {
      case "Equals": {
        const { from, to } = span(filter.comparator);
        return value >= from && value < to;
      }
      case "Before":
        return value < span(filter.comparator).from;
      case "BeforeOrEqualTo":
        return value < span(filter.comparator).to;
      case "After":
        return value >= span(filter.comparator).to;
      case "AfterOrEqualTo":
        return value >= span(filter.comparator).from;
      case "Between":
        return value >= span(filter.lowerBound).from && value < span(filter.upperBound).to;
      default:
        throw new HostError("NotImplemented", `The date filter ${String(filter.condition)} is not implemented by this host.`);
    }
  })();
  return filter.exclusive === true ? !found : found;
}

function byValue(pivot: PivotState, field: string, filter: Filter, rows: readonly PivotRow[]): PivotRow[] {
  const data = pivot.data.find((one) => dataName(pivot, one) === filter.value);
  if (!data) throw invalid(`The value filter names "${String(filter.value)}", there is no such data hierarchy.`);
  const column = columnOf(pivot, field);
  const kept = new Set<string>();
  const sums = itemsOf(pivot, field, rows).map((item) => ({ label: labelOf(item), sum: Number(summary(pivot, data, rows.filter((row) => row[column] === item))) }));
  if (filter.selectionType !== undefined || filter.threshold !== undefined) {
    if (filter.selectionType !== undefined && filter.selectionType !== "Items") throw new HostError("NotImplemented", "PivotTopBottomFilter by sum or percent is not implemented by this host.");
    const ordered = [...sums].sort((a, b) => (filter.condition === "BottomN" ? a.sum - b.sum : b.sum - a.sum));
    for (const { label } of ordered.slice(0, Number(filter.threshold ?? 10))) kept.add(label);
  } else {
    for (const { label, sum } of sums) {
      const found = compared(String(filter.condition), sum - Number(filter.comparator), sum - Number(filter.lowerBound), sum - Number(filter.upperBound));
      if (found !== (filter.exclusive === true)) kept.add(label);
    }
  }
  return rows.filter((row) => kept.has(labelOf(row[column])));
}
