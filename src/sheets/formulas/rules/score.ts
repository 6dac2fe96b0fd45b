import { chosen, type Choice } from "./choice";
import { byFigure, isMissing } from "./figure";
import { share, type CriterionCells } from "./share";

/** A criterion of one account's row. */
export interface ScoredCriterion extends CriterionCells {
  /** The account's figure: one cell. */
  readonly figure: string;
  /** A cell or a number, 0 or more. */
  readonly weight: string;
  readonly missing: Choice<"skip" | "worst" | "average" | "error">;
  /** A cell with the formula of `averageShare`; needed where missing figures may count the average. */
  readonly averageShare?: string;
}

/** Decimals a score is rounded to: far finer than anyone reads, coarser than the noise of double precision. */
export const SCORE_DECIMALS = 10;

/**
 * The weight that an account's score is divided by: the weights of all criteria but the skipped ones. Worth a column of
 * its own where points are shown, because each criterion's points need it.
 */
export function countedWeight(criteria: readonly ScoredCriterion[]): string {
  const weights = criteria.map((criterion) => {
    const { figure, weight, missing } = criterion;
    const ifPresent = `${weight}*ISNUMBER(${figure})`;
    return chosen(missing, "skip", { skip: ifPresent, error: ifPresent, worst: weight, average: `${weight}*(${hasFigures(criterion)})` });
  });
  return `(${weights.join("+")})`;
}

/** Whether any account has a figure: a criterion without one has no average either and is skipped. */
const hasFigures = ({ figures, yardsticks }: CriterionCells): string => `${yardsticks?.count ?? `COUNT(${figures})`}>0`;

/**
 * Weight × share of one criterion; a missing figure counts as the criterion's rule says. `skipped` is what a missing figure
 * gives by the rule skip: 0 inside a sum, `""` in a cell that shows the points.
 */
function weighted(criterion: ScoredCriterion, skipped: string): string {
  const { figure, weight, missing } = criterion;
  const average = `IF(${hasFigures(criterion)},${weight}*${criterion.averageShare ?? "#VALUE!"},${skipped})`;
  const standIn = chosen(missing, "skip", { skip: skipped, worst: "0", average, error: "#VALUE!" });
  return byFigure(figure, `${weight}*${share(figure, criterion)}`, standIn);
}

/**
 * The points a criterion adds to its account's score, 0 to 100 × its part of the weight; the same as KAM.CONTRIBUTIONS. ""
 * where the figure is missing and skipped, #VALUE! where it is missing and may not be.
 * @param counted the account's `countedWeight`, best a cell; 0 (no figure in any criterion with weight) gives #N/A
 */
export function points(criterion: ScoredCriterion, counted: string): string {
  const { figure, weight, missing } = criterion;
  const average = `IF(${hasFigures(criterion)},100*${weight}*${criterion.averageShare ?? "#VALUE!"}/${counted},"")`;
  const standIn = chosen(missing, "skip", { skip: '""', worst: "0", average, error: "#VALUE!" });
  return `IF(${counted}=0,NA(),${byFigure(figure, `100*${weight}*${share(figure, criterion)}/${counted}`, standIn)})`;
}

/** Whether the account has no figure in any criterion, so that nothing can be said about it. */
export const hasNoFigure = (figures: readonly string[]): string => `COUNT(${figures.join(",")})=0`;

/**
 * The score from the cells of its points. Rounded, so that accounts that deserve the same score get the same and a score on
 * a cut-off is on it.
 * @param pointCells the cells of the points, or one range: `KAM_Scorecard[@[Sales points]:[Margin points]]`
 * @param figures the account's cells of all criteria
 * @param noScore what an account without any figure gets
 */
export function scoreOfPoints(pointCells: readonly string[], figures: readonly string[], noScore = "NA()"): string {
  return `IF(${hasNoFigure(figures)},${noScore},ROUND(SUM(${pointCells.join(",")}),${SCORE_DECIMALS}))`;
}

/** The score in one formula, 0 to 100, as KAM.SCORE. #N/A without any figure, or with none in a criterion that has weight. */
export function score(criteria: readonly ScoredCriterion[]): string {
  const sum = criteria.map((criterion) => weighted(criterion, "0")).join("+");
  const counted = countedWeight(criteria);
  return `IF(${hasNoFigure(criteria.map(({ figure }) => figure))},NA(),IF(${counted}=0,NA(),100*((${sum})/${counted})))`;
}

/** The names of the criteria an account has no figure for, joined by `, `; "" when none is missing. */
export function missingNames(criteria: readonly { readonly name: string; readonly figure: string }[]): string {
  return `MID(${criteria.map(({ name, figure }) => `IF(${isMissing(figure)},", "&${name},"")`).join("&")},3,32767)`;
}
