/** The cells the schedule of an account's programme is computed from, as addresses. */
export interface ProgramCells {
  readonly sales: string;
  readonly margin: string;
  readonly growth: string;
  readonly annualCost: string;
  readonly setupCost: string;
  readonly rate: string;
  readonly horizon: string;
}

/** Whether everything is known that the programme needs; a formula that is TRUE or FALSE. */
export const programIsKnown = (cells: ProgramCells): string =>
  `COUNT(${[cells.sales, cells.margin, cells.growth, cells.annualCost, cells.setupCost, cells.rate, cells.horizon].join(",")})=7`;

/** Margin on the sales above today's in that year: margin × sales × ((1 + growth)^year - 1). */
export const extraMarginOfYear = (cells: ProgramCells, yearCell: string): string =>
  `${cells.margin}*${cells.sales}*((1+${cells.growth})^${yearCell}-1)`;

/**
 * Years until the cumulative result turns to zero or above for the last time within the horizon, linear within the year;
 * the same as KAM.PAYBACK.PROGRAM. Both start at year 0 and may be rows or columns.
 * @returns a number, or "never" when the result is below zero at the horizon
 */
export function programPayback(years: string, cumulative: string, horizonCell: string): string {
  const lastShort = lastShortYear(years, cumulative, horizonCell);
  const at = (place: string) => `INDEX(${cumulative},${place})`;
  return `IF(${lastShort}<0,0,IF(${lastShort}>=${horizonCell},"never",${lastShort}-${at(`${lastShort}+1`)}/(${at(`${lastShort}+2`)}-${at(`${lastShort}+1`)})))`;
}

/** The last year within the horizon whose cumulative result is below zero (beyond rounding); -1 when there is none. */
export const lastShortYear = (years: string, cumulative: string, horizonCell: string): string =>
  `(SUMPRODUCT(MAX((ROUND(${cumulative},6)<0)*(${years}<=${horizonCell})*(${years}+1)))-1)`;
