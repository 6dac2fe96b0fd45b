import type { FigureUnit } from "../read/figureUnits";
import type { ReferredColumn, ReferredList } from "../formulas/lookup";
import type { PortfolioLayout } from "./portfolioLayout";

export const PORTFOLIO_SHEET = "KAM Portfolio";
/** A row per account with what the sheet's figures are made of. */
export const PORTFOLIO_TABLE = "KAM_Portfolio";

/** What the portfolio sheet is made from: the account list, the model and the scorecard are referred to, not copied. */
export interface PortfolioInput {
  readonly sheetName: string;
  readonly list: ReferredList & { readonly key: ReferredColumn };
  readonly revenue: ReferredColumn;
  /** Absent: the profit of every account is unknown. */
  readonly margin?: ReferredColumn;
  readonly marginUnit: FigureUnit;
  readonly costToServe?: ReferredColumn;
  readonly growth?: ReferredColumn;
  readonly growthUnit: FigureUnit;
  /** Criteria of the scorecard with the axis each belongs to. */
  readonly axes: readonly CriterionAxis[];
  readonly accountCount: number;
  /** Whether the scorecard says in which row of the list an account stands, which tells rows with one key apart. */
  readonly scorecardHasPlaces: boolean;
  readonly layout: PortfolioLayout;
}

export const AXES = ["Attractiveness", "Strength", "neither"] as const;
export type Axis = (typeof AXES)[number];

export interface CriterionAxis {
  readonly criterion: string;
  readonly axis: Axis;
}

/** How well we stand with an account, as the criteria of the field call it; all else is about the account itself. */
const STRENGTH_WORDS = /relation|strength|access|open|loyal|partner|trust|mutual|wallet share|share of wallet|satisf|nps|pay|days late|overdue|contact|engage|fit\b/i;

/** Where a criterion belongs unless the person has said otherwise. */
export const likelyAxis = (criterion: string): Axis => (STRENGTH_WORDS.test(criterion) ? "Strength" : "Attractiveness");

/** Criteria the sheet has room for. */
export const MAX_CRITERIA = 14;
