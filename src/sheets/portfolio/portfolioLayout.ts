/** The printed columns: narrow ones of equal width, so that tables of any shape share one grid. */
export const FIRST = 1;
export const GRID_WIDTH = 12;
export const LAST = FIRST + GRID_WIDTH - 1;
/** Behind the print area: helper cells, then the table with a row per account. */
export const HELPER = LAST + 2;
export const TABLE_PLACE = { row: 7, column: HELPER + 3 } as const;

/** Tiers by revenue and by profit stand against each other in columns of the grid, behind two for their names. */
export const MOST_TIERS = GRID_WIDTH - 2;
export const TOP_ACCOUNTS = 10;
export const MISMATCHES = 8;

/** Where things stand on a sheet for so many tiers. */
export interface PortfolioLayout {
  readonly tierRows: number;
  /** The first row of each part. */
  readonly rows: { readonly tiles: number; readonly tiers: number; readonly whale: number; readonly mismatch: number; readonly matrix: number; readonly growth: number; readonly end: number };
  /** Cells other parts refer to: tier names, how many accounts each has, and the first rank that belongs to it. */
  readonly tiers: { readonly row: number; readonly name: string; readonly count: string; readonly start: string };
  /** The list of criteria with their axes. */
  readonly axes: { readonly first: number; readonly column: number };
}

/** Rows beside the chart of the tiers: fewer would make it too flat to read. */
const CHART_ROWS = 6;

/** @param tierCount tiers of the model; more than `MOST_TIERS` have no room */
export function portfolioLayout(tierCount: number): PortfolioLayout {
  const tierRows = Math.min(MOST_TIERS, Math.max(1, tierCount));
  const tiers = 7;
  const row = tiers + 2;
  const whale = row + Math.max(CHART_ROWS, tierRows) + 3;
  const mismatch = whale + 19;
  const matrix = mismatch + tierRows + 15;
  const growth = matrix + 22;
  const cells = (column: string) => `$${column}$${row + 1}:$${column}$${row + tierRows}`;
  return {
    tierRows,
    rows: { tiles: 3, tiers, whale, mismatch, matrix, growth, end: growth + 27 },
    tiers: { row, name: cells("B"), count: cells("C"), start: cells("O") },
    axes: { first: matrix + 8, column: FIRST },
  };
}

/** The height of the chart of the tiers, and of what stands beside it. */
export const tiersHeight = ({ tierRows }: PortfolioLayout): number => Math.max(CHART_ROWS, tierRows) + 3;
