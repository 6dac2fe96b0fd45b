/** Where the results of tiering stand when they get a sheet of their own. */
export const SCORECARD_SHEET = "KAM Scorecard";
export const SCORECARD_TABLE = "KAM_Scorecard";

/**
 * Columns of the scorecard table, in this order; behind them one column of points for each criterion (`pointsHeader`).
 * As columns of the account list itself they carry the prefix `KAM ` (`KAM Score`), and the first two are left out.
 */
export const SCORECARD_HEADERS = {
  key: "Account ID",
  account: "Account",
  score: "Score",
  rank: "Rank",
  tier: "Tier",
  gate: "Gate",
  strongest: "Strongest",
  weakest: "Weakest",
  missing: "Missing",
} as const;

/** Columns that are written on wish, behind the points. */
export const OPTIONAL_SCORECARD_HEADERS = { stability: "Stability", next: "Next tier" } as const;

/** Header of the points a criterion adds to the score. */
export const pointsHeader = (criterion: string): string => `${criterion} points`;

/** Header of a result written into the account list. */
export const listHeader = (header: string): string => `KAM ${header}`;
