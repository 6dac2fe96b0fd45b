/** The printed columns: narrow ones of equal width, so that tables of any shape share one grid. */
export const FIRST = 1;
export const GRID_WIDTH = 12;
export const LAST = FIRST + GRID_WIDTH - 1;
/** Behind the print area: helper cells, then the table with a row per account. */
export const HELPER = LAST + 2;
export const TABLE_PLACE = { row: 7, column: HELPER + 3 } as const;

/** Tiers the tables have room for. */
export const TIER_ROWS = 6;
export const TOP_ACCOUNTS = 10;
export const MISMATCHES = 8;

/** The first row of each part. */
export const ROWS = { tiles: 3, tiers: 7, whale: 18, mismatch: 37, matrix: 58, growth: 80, end: 107 } as const;

const tierRow = ROWS.tiers + 2;
/** Cells other parts refer to: tier names, how many accounts each has, and the first rank that belongs to it. */
export const TIER_CELLS = {
  row: tierRow,
  name: `$B$${tierRow + 1}:$B$${tierRow + TIER_ROWS}`,
  count: `$C$${tierRow + 1}:$C$${tierRow + TIER_ROWS}`,
  start: `$O$${tierRow + 1}:$O$${tierRow + TIER_ROWS}`,
} as const;

/** The list of criteria with their axes. */
export const AXIS_ROWS = { first: ROWS.matrix + 8, column: FIRST } as const;
