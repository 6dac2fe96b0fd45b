import { byFigure, countOf } from "./figure";

export type TieRule = "competition" | "dense" | "average";

/**
 * The rank of a score, 1 = highest, as KAM.RANK; "" for a blank score, which does not count for the others either.
 * Compares every digit, and an error among the scores becomes every account's error.
 * @param score the account's cell
 * @param scores all cells: a range of one column
 */
export function rank(score: string, scores: string, ties: TieRule = "competition"): string {
  return byFigure(score, rankAmong(score, scores, ties), '""');
}

function rankAmong(score: string, scores: string, ties: TieRule): string {
  switch (ties) {
    case "competition":
      return `1+${countOf(scores, `${scores}>${score}`)}`;
    case "average":
      return `0.5+${countOf(scores, `(${scores}>${score})+(${scores}=${score})/2`)}`;
    case "dense":
      // Each distinct score above counts once: every account with it adds 1 divided by their number.
      return `1+SUMPRODUCT(ISNUMBER(${scores})*(${scores}>${score})/(COUNTIF(${scores},${scores})+NOT(ISNUMBER(${scores}))))`;
  }
}

/**
 * The competition rank among scores that are rounded to at most 13 digits, as `scoreOfPoints` rounds them. Faster on long
 * lists, and accounts whose score is an error do not disturb the others; but the conversion to text inside COUNTIF would
 * lose the last digits of unrounded numbers.
 */
export const rankOfRounded = (score: string, scores: string): string => byFigure(score, `1+COUNTIF(${scores},">"&${score})`, '""');
