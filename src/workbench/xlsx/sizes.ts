/** Width of a digit of Calibri 11 in pixels at 96 dpi: files count column widths in such digits. */
const DIGIT = 7;
const POINTS_PER_PIXEL = 0.75;

/** Excel's own sizes where a file names none: 64 pixels wide, 20 pixels high. */
export const DEFAULT_COLUMN_POINTS = 48;
export const DEFAULT_ROW_POINTS = 15;
/** 8.43 characters and the padding Excel adds. */
export const DEFAULT_FILE_WIDTH = 9.140625;

/** Points of a column as wide as `width` in a file (ECMA-376 part 1, 18.3.1.13). */
export function widthInPoints(width: number): number {
  return Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT) * POINTS_PER_PIXEL;
}

export function fileWidth(points: number): number {
  return Math.trunc((Math.round(points / POINTS_PER_PIXEL) / DIGIT) * 256) / 256;
}

/** English Metric Units, in which drawings are placed. */
export const EMU_PER_POINT = 12_700;
export const POINTS_PER_INCH = 72;
