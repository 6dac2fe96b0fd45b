import { areaAddress, cellAddress, sheetReference } from "../a1";
import { area } from "../write/sheetDraft";

/** Columns of the criteria block, from column B. */
export const CRITERIA_COLUMNS = ["criterion", "column", "weight", "part", "direction", "scale", "missing", "givenFloor", "givenCeiling", "floor", "ceiling", "flat", "mean", "deviation", "count", "average", "lighter", "line"] as const;
export type CriteriaColumn = (typeof CRITERIA_COLUMNS)[number];
export const TIER_COLUMNS = ["tier", "from", "end", "bound", "accounts", "hoursEach", "hours", "promise"] as const;
export type TierColumn = (typeof TIER_COLUMNS)[number];
export const GATE_COLUMNS = ["column", "test", "limit", "best", "line"] as const;
export type GateColumn = (typeof GATE_COLUMNS)[number];

export const FIRST_COLUMN = 1;
const CRITERIA_HEAD = 6;
/** Rows of a title, a header and a gap between two blocks. */
const BETWEEN = 3;

/** Where everything stands on the sheet of scales, so that the scorecard's formulas can name its cells. */
export interface ScalesLayout {
  readonly criteriaHead: number;
  readonly tiersHead: number;
  readonly gatesHead: number;
  readonly lastRow: number;
  criteriaCell(criterion: number, column: CriteriaColumn, withSheet?: boolean): string;
  criteriaRange(column: CriteriaColumn, withSheet?: boolean): string;
  tierCell(tier: number, column: TierColumn, withSheet?: boolean): string;
  /** All tiers, or all but the last. */
  tierRange(column: TierColumn, withoutLast?: boolean): string;
  gateCell(gate: number, column: GateColumn, withSheet?: boolean): string;
}

export function scalesLayout(sheetName: string, criteriaCount: number, tierCount: number, gateCount: number): ScalesLayout {
  const tiersHead = CRITERIA_HEAD + criteriaCount + BETWEEN;
  // The tiers end with a line of totals.
  const gatesHead = tiersHead + tierCount + 1 + BETWEEN;
  const sheet = sheetReference(sheetName);
  const cell = (row: number, column: number, withSheet: boolean) => (withSheet ? sheet : "") + cellAddress(row, FIRST_COLUMN + column, true);
  const range = (row: number, column: number, rowCount: number, withSheet: boolean) => (withSheet ? sheet : "") + areaAddress(area(row, FIRST_COLUMN + column, 1, rowCount), true);
  return {
    criteriaHead: CRITERIA_HEAD,
    tiersHead,
    gatesHead,
    lastRow: gatesHead + gateCount,
    criteriaCell: (criterion, column, withSheet = true) => cell(CRITERIA_HEAD + 1 + criterion, CRITERIA_COLUMNS.indexOf(column), withSheet),
    criteriaRange: (column, withSheet = true) => range(CRITERIA_HEAD + 1, CRITERIA_COLUMNS.indexOf(column), criteriaCount, withSheet),
    tierCell: (tier, column, withSheet = true) => cell(tiersHead + 1 + tier, TIER_COLUMNS.indexOf(column), withSheet),
    tierRange: (column, withoutLast = false) => range(tiersHead + 1, TIER_COLUMNS.indexOf(column), withoutLast ? Math.max(1, tierCount - 1) : tierCount, true),
    gateCell: (gate, column, withSheet = true) => cell(gatesHead + 1 + gate, GATE_COLUMNS.indexOf(column), withSheet),
  };
}
