import { PAPER_HEIGHT, type Paper } from "../paper";

/** Fits the paper's width, also where another font makes columns a twentieth wider; 9 points are then 6.3 on A4, 6.1 on Letter. */
export const PRINT_PERCENT: Readonly<Record<Paper, number>> = { A4: 70, Letter: 68 };
/** Below this 9 points are smaller than 4.5: nobody reads that on paper. */
export const LEAST_PERCENT = 50;

/** The rows of a plan as they are printed at full size. */
export interface PrintedRows {
  readonly paper: Paper;
  readonly topMargin: number;
  readonly bottomMargin: number;
  /** Points of each row of the print area from its first one; rows that are hidden have none. */
  readonly heights: readonly number[];
  /** A page begins at each of these rows, counted from the first one. */
  readonly breaks: readonly number[];
  /** Rows at the top that every further page repeats. */
  readonly titleRows: number;
}

/** Programs round the height of a row each in their own way. */
const SLACK = 0.99;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * The largest scale, in whole percent and not above the usual one, at which what stands between two page breaks is one
 * page. Wrapped texts make rows higher, so a plan full of words needs a smaller one than an empty plan.
 */
export function fittingPercent({ paper, topMargin, bottomMargin, heights, breaks, titleRows }: PrintedRows): number {
  const starts = [0, ...breaks.filter((row) => row > 0 && row < heights.length).sort((a, b) => a - b)];
  const titles = sum(heights.slice(0, titleRows));
  const tallest = Math.max(...starts.map((start, page) => sum(heights.slice(start, starts[page + 1])) + (page > 0 ? titles : 0)));
  return Math.min(PRINT_PERCENT[paper], Math.floor((100 * SLACK * (PAPER_HEIGHT[paper] - topMargin - bottomMargin)) / Math.max(1, tallest)));
}
