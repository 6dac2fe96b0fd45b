/** Pixels of the widest digit of Calibri 11, Excel's unit of column widths, and the padding it adds. */
const DIGIT = 7;
const PADDING = 5;
const POINTS_PER_PIXEL = 0.75;

/** Width in characters, as `standardWidth` counts, → points, as `columnWidth` counts. */
export function charactersToPoints(characters: number): number {
  const pixels = characters < 1 ? Math.round(characters * (DIGIT + PADDING)) : Math.round(characters * DIGIT) + PADDING;
  return pixels * POINTS_PER_PIXEL;
}
