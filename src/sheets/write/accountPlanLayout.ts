import { cellAddress } from "../a1";

/** Column A is a narrow margin; the grid's twelve equal columns are 1 (B) to 12 (M). */
export const FIRST = 1;
export const LAST = 12;
export const GRID_WIDTH = LAST - FIRST + 1;
export const MARGIN_POINTS = 9;
/** Twelve of them fill an A4 page in landscape between its margins at full size. */
export const COLUMN_POINTS = 62;
export const ROW_POINTS = 15;

/** First rows of the blocks, counted from 0. The first page ends above `objectives`. */
export const ROWS = {
  title: 0,
  subtitle: 1,
  legend: 2,
  stripLabels: 3,
  strip: 4,
  steps: 6,
  tileCaptions: 8,
  tileFigures: 9,
  tileNotes: 10,
  figures: 12,
  pays: 21,
  schedule: 30,
  objectives: 36,
  contacts: 43,
  actions: 51,
  reviews: 60,
  end: 67,
} as const;

export const YEAR_COUNT = 11;
/** Year 0 stands in column 2 (C). */
export const YEAR_ZERO = 2;

const figuresRow = ROWS.figures + 2;
const paysRow = ROWS.pays + 1;

const fixed = (row: number, column: number) => cellAddress(row, column, true);

/** Cells that formulas of other blocks refer to. */
export const CELLS = {
  place: fixed(ROWS.legend, LAST),
  key: fixed(ROWS.strip, 1),
  owner: fixed(ROWS.strip, 3),
  reviewer: fixed(ROWS.strip, 5),
  step: fixed(ROWS.strip, 7),
  lastReview: fixed(ROWS.strip, 9),
  nextReview: fixed(ROWS.strip, 11),
  revenue: fixed(figuresRow, 8),
  revenueBefore: fixed(figuresRow, 7),
  change: fixed(figuresRow + 1, 8),
  averageGrowth: fixed(figuresRow + 2, 8),
  marginAmount: fixed(figuresRow, 11),
  marginShare: fixed(figuresRow, 12),
  costToServe: fixed(figuresRow + 1, 11),
  costToServeShare: fixed(figuresRow + 1, 12),
  afterCost: fixed(figuresRow + 2, 11),
  spend: fixed(figuresRow + 3, 11),
  walletShare: fixed(figuresRow + 3, 12),
  headroom: fixed(figuresRow + 4, 11),
  programCost: fixed(paysRow, 3),
  accountsPerManager: fixed(paysRow + 1, 3),
  accountCost: fixed(paysRow + 2, 3),
  extraMargin: fixed(paysRow + 3, 3),
  extraSales: fixed(paysRow + 4, 3),
  growthToExceed: fixed(paysRow + 5, 3),
  plannedGrowth: fixed(paysRow, 6),
  setupCost: fixed(paysRow + 1, 6),
  discountRate: fixed(paysRow + 2, 6),
  horizon: fixed(paysRow + 3, 6),
  payback: fixed(paysRow + 4, 6),
  atHorizon: fixed(paysRow + 5, 6),
} as const;
