import type { CellValue } from "../../spreadsheet/spreadsheet";
import { dateSerial } from "./typedText";

export type FillKind =
  | "FillDefault" | "FillCopy" | "FillSeries" | "FillFormats" | "FillValues" | "FillDays" | "FillWeekdays" | "FillMonths" | "FillYears" | "LinearTrend" | "GrowthTrend";

const LISTS = [
  ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
];

/** Value `step` places after the first of the cells; undefined when they are simply repeated. */
export function continueSeries(cells: readonly CellValue[], step: number, kind: FillKind): CellValue | undefined {
  if (kind === "FillCopy" || kind === "FillFormats") return undefined;
  if (cells.every((cell): cell is number => typeof cell === "number")) return numbers(cells, step, kind);
  if (cells.every((cell): cell is string => typeof cell === "string")) return fromList(cells, step) ?? numberedText(cells, step);
  return undefined;
}

function numbers(cells: readonly number[], step: number, kind: FillKind): number | undefined {
  const [first = 0] = cells;
  switch (kind) {
    case "FillDays":
      return first + step;
    case "FillWeekdays":
      return weekday(first, step);
    case "FillMonths":
      return addMonths(first, step);
    case "FillYears":
      return addMonths(first, 12 * step);
    case "GrowthTrend":
      return growth(cells, step);
    default: {
      // One number alone is repeated by default, counted up when a series is asked for.
      if (cells.length === 1) return kind === "FillSeries" || kind === "LinearTrend" ? first + step : undefined;
      return trend(cells, step);
    }
  }
}

/** Least squares line through the cells, which is the common difference when there is one. */
function trend(cells: readonly number[], step: number): number {
  const n = cells.length;
  const meanX = (n - 1) / 2;
  const meanY = cells.reduce((sum, y) => sum + y, 0) / n;
  const slope = cells.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0) / cells.reduce((sum, _y, x) => sum + (x - meanX) ** 2, 0);
  return Number((meanY + slope * (step - meanX)).toPrecision(15));
}

function growth(cells: readonly number[], step: number): number {
  const [first = 0, second = first] = cells;
  return first === 0 ? 0 : Number((first * (second / first) ** step).toPrecision(15));
}

function dayOf(serial: number): Date {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
}

function weekday(serial: number, step: number): number {
  let day = serial;
  for (let left = Math.abs(step); left > 0; ) {
    day += Math.sign(step);
    const name = dayOf(day).getUTCDay();
    if (name !== 0 && name !== 6) left--;
  }
  return day;
}

function addMonths(serial: number, months: number): number {
  const day = dayOf(serial);
  const month = day.getUTCMonth() + months;
  const last = new Date(Date.UTC(day.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const year = day.getUTCFullYear() + Math.floor(month / 12);
  return (dateSerial(year, (((month % 12) + 12) % 12) + 1, Math.min(day.getUTCDate(), last)) ?? serial) + (serial - Math.floor(serial));
}

function fromList(cells: readonly string[], step: number): string | undefined {
  for (const list of LISTS) {
    const places = cells.map((cell) => list.findIndex((entry) => entry.toLowerCase() === cell.toLowerCase()));
    if (places.some((place) => place < 0)) continue;
    const [first = 0, second = first + 1] = places;
    const index = first + (cells.length > 1 ? second - first : 1) * step;
    return list[((index % list.length) + list.length) % list.length];
  }
  return undefined;
}

/** `Item 1` goes on as `Item 2`. */
function numberedText(cells: readonly string[], step: number): string | undefined {
  const parts = cells.map((cell) => /^(.*?)(\d+)$/.exec(cell));
  const [first, second] = parts;
  if (!first || parts.some((part) => !part || part[1] !== first[1])) return undefined;
  const by = second ? Number(second[2]) - Number(first[2]) : 1;
  const number = Math.abs(Number(first[2]) + by * step);
  return `${first[1] as string}${String(number).padStart((first[2] as string).length, "0")}`;
}
