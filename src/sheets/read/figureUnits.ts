import { cellAddress } from "../a1";
import type { CellValue } from "../cellValue";
import type { ListColumn } from "./accountList";

/** How the figures of a column are meant: 0.12, 12 or an amount of money. */
export type FigureUnit = "share" | "percent" | "amount";

/** Read with its column's other figures, because one figure alone cannot tell 0.8 % from 80 %. */
export interface UnitReading {
  readonly unit: FigureUnit;
  /** Said to the user when the unit had to be concluded from the figures. */
  readonly remark?: string;
}

/** A growth above 300 % a year is not planned for a whole list: such figures are percents. */
const LARGEST_GROWTH_SHARE = 3;
/** Margins are below revenue, so a share is at most 1 and a percent at most 100; beyond that it must be money. */
const LARGEST_MARGIN_SHARE = 1;
const LARGEST_MARGIN_PERCENT = 100;

const largest = (values: readonly CellValue[]) => values.reduce<number>((most, v) => (typeof v === "number" ? Math.max(most, Math.abs(v)) : most), 0);

const concluded = (column: ListColumn, headerRow: number, unit: FigureUnit, words: string): UnitReading => ({
  unit,
  remark: `"${column.header}" (${cellAddress(headerRow, column.column)}) is read as ${words}.`,
});

export function readMarginUnit(column: ListColumn, headerRow: number, values: readonly CellValue[]): UnitReading {
  const most = largest(values);
  if (most <= LARGEST_MARGIN_SHARE) return { unit: "share" };
  if (column.isShare) return concluded(column, headerRow, "percent", "percent: 12 means 12 %");
  if (most <= LARGEST_MARGIN_PERCENT) return concluded(column, headerRow, "percent", "percent, because no figure is above 100: 12 means 12 %");
  return { unit: "amount" };
}

export function readGrowthUnit(column: ListColumn, headerRow: number, values: readonly CellValue[]): UnitReading {
  if (largest(values) <= LARGEST_GROWTH_SHARE) return { unit: "share" };
  return concluded(column, headerRow, "percent", "percent: 12 means 12 %");
}
