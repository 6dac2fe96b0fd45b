/**
 * Two halves side by side, so that a whole plan fits on two printed pages. Column A is a narrow margin. The left half, B to
 * I, is for forms: a wide column for what a row is about, five narrow ones, two wide ones for words at the end. The right
 * half, K to S, is for figures and grids: a wide column, seven narrow ones, a wide one. Every text has a column of its own
 * in which it wraps, so that data rows need no merged cells.
 */
export interface Slot {
  readonly first: number;
  readonly last: number;
}
export const LEFT: Slot = { first: 1, last: 8 };
export const RIGHT: Slot = { first: 10, last: 18 };
export const WHOLE: Slot = { first: LEFT.first, last: RIGHT.last };

export const MARGIN_POINTS = 9;
export const FIRST = WHOLE.first;
export const LAST = WHOLE.last;
export const GRID_WIDTH = LAST - FIRST + 1;

const [WIDE, NARROW] = [120, 42] as const;
/** Wide enough for the longest word of a list, `Decision maker` in two lines. */
const ROLE = 52;
/** `Our contact`, and a name with its initial. */
const NAME = 54;
const WORDS = 90;

/** About a thousand points: a laptop's window at full size, and at seven tenths of it the width of A4 and Letter paper. */
export const COLUMN_POINTS: readonly number[] = [MARGIN_POINTS, WIDE - 6, ROLE, NARROW, NARROW, NAME, NARROW, WORDS, WORDS, 8, WIDE, ...Array<number>(7).fill(NARROW), 95];

/** First columns of the five tiles; each reaches to the next one. */
export const TILE_COLUMNS = [1, 4, 8, 11, 16] as const;

export const ROW_POINTS = 12.75;
export const GAP_POINTS = 5;
