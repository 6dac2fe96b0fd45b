import type { ModelTable } from "../model/model";
import type { Paper } from "../paper";
import type { AccountList } from "../read/accountList";
import type { FigureUnit } from "../read/figureUnits";

/**
 * Where a plan's figures come from. Formulas name tables, and a table that is not there would make them invalid, so the
 * caller says which exist. Columns named `KAM …` in the account list need no word: plans look for them when calculated.
 */
export interface PlanSources {
  readonly list: AccountList;
  readonly marginUnit: FigureUnit;
  readonly growthUnit: FigureUnit;
  /** Tables of the model the workbook has. `settings` must be among them: every plan reads its assumptions there. */
  readonly modelTables: ReadonlySet<ModelTable>;
  /** How many criteria the model has: a full plan shows as many, up to ten. Absent: six rows. */
  readonly criteriaCount?: number;
  /** Headers of the table KAM_Scorecard where the workbook has it. */
  readonly scorecardHeaders?: readonly string[];
}

/** `compact`: one page; `fiveStep`: profile, decision group, target, action plan, execution on two; `full`: every block. */
export const PLAN_VARIANTS = ["full", "compact", "fiveStep"] as const;
export type PlanVariant = (typeof PLAN_VARIANTS)[number];

export interface PlanTemplateInput {
  readonly sheetName: string;
  readonly variant: PlanVariant;
  readonly sources: PlanSources;
  /** The account the template shows; each copy gets its own. */
  readonly key: string | number;
  readonly paper: Paper;
  /** Locks figures and leaves the inputs free, without a password. */
  readonly locked: boolean;
}
