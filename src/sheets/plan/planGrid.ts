/**
 * Column A is a narrow margin. B to K carry everything: a wide column for what a row is about, seven equal ones for figures,
 * dates and marks, and two wide ones for words at the end. So every text has a column of its own in which it wraps, no
 * cell has to be merged, and five tiles of nearly the same width stand above them.
 */
export const MARGIN_POINTS = 9;
export const FIRST = 1;
/** C to I. */
export const NARROW = 2;
export const NARROW_COUNT = 7;
/** J and K. */
export const WORDS = 9;
export const LAST = 10;
export const GRID_WIDTH = LAST - FIRST + 1;

/** 714 points fit a page in landscape on A4 as on Letter paper, and a laptop's window beside the pane at full size. */
export const COLUMN_POINTS: readonly number[] = [MARGIN_POINTS, 140, ...Array<number>(NARROW_COUNT).fill(48), 112, 126];

/** First column and width of the five tiles. */
export const FIFTHS: readonly (readonly [column: number, width: number])[] = [[1, 1], [2, 3], [5, 3], [8, 2], [10, 1]];

export const ROW_POINTS = 13.5;
export const GAP_POINTS = 6;
