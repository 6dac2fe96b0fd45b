/** A criterion as it competes for an account's strongest and weakest. */
export interface StandingCriterion {
  /** A text in quotes or a cell. */
  readonly name: string;
  readonly weight: string;
  /** The account's figure: the criterion competes only where it is a number. */
  readonly figure: string;
  /** The share 0..1 of that figure: its formula, or `shareOfPoints`. */
  readonly share: string;
}

/** A criterion's share from the points it adds to the score. */
export const shareOfPoints = (pointCell: string, counted: string, weight: string): string => `${pointCell}*${counted}/(100*${weight})`;

/**
 * The name of the criterion in which the account stands best (worst): the highest (lowest) share, whatever it weighs. Among
 * equal shares the heavier criterion is named, then the first listed; "" where none competes. As KAM.SCORECARD.
 * @param weights the range of all weights, to know the heavier one
 */
export const strongest = (criteria: readonly StandingCriterion[], weights: string): string => named(criteria, weights, "MAX", "+");
export const weakest = (criteria: readonly StandingCriterion[], weights: string): string => named(criteria, weights, "MIN", "-");

function named(criteria: readonly StandingCriterion[], weights: string, pick: "MAX" | "MIN", better: "+" | "-"): string {
  // Shares are equal to 12 decimals; the number of lighter criteria breaks ties in the two decimals below.
  const keys = criteria.map(
    ({ weight, figure, share }) => `IF(AND(ISNUMBER(${figure}),${weight}>0),ROUND(${share},12)${better}COUNTIF(${weights},"<"&${weight})*1E-14,"")`,
  );
  const places = `{${criteria.map((_, index) => index + 1).join(",")}}`;
  const list = (items: readonly string[]) => (items.length === 1 ? `${items[0]}` : `CHOOSE(${places},${items.join(",")})`);
  const names = criteria.map(({ name }) => name).join(",");
  return `IFERROR(CHOOSE(MATCH(${pick}(${list(keys)}),${list(keys)},0),${names}),"")`;
}
