import type { Area } from "../a1";
import { COLUMN_POINTS } from "./planGrid";

/** Width of a letter of 9 points on the average, and the height of a line; Excel's rows end at 409 points. */
const [LETTER_POINTS, LINE_POINTS, MOST_POINTS] = [4.65, 12, 400] as const;

/**
 * What each row of a text in several cells that are one has to be high, in points, because Excel does not size such rows.
 * @returns undefined when the text needs no more lines than there are rows
 */
export function wideTextPoints(text: string, { column, columnCount, rowCount }: Area): number | undefined {
  const letters = COLUMN_POINTS.slice(column, column + columnCount).reduce((sum, points) => sum + points, 0) / LETTER_POINTS;
  const lines = text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
  return lines > rowCount ? Math.min(MOST_POINTS, Math.ceil((LINE_POINTS * lines) / rowCount) + 1) : undefined;
}
