import type { ReferredList } from "../formulas/lookup";
import type { Model, ModelMethod } from "../model/model";
import type { ScalesLayout } from "./scalesLayout";

/** A column of the account list a formula looks at. */
export interface ScoredColumn {
  readonly header: string;
  readonly column: number;
}

/** Everything the scorecard's formulas are made from. */
export interface ScorecardInput {
  readonly model: Model;
  readonly method: ModelMethod;
  readonly list: ReferredList & { readonly key: ScoredColumn; readonly name: ScoredColumn };
  /** The list's column of each criterion and of each gate. */
  readonly criteriaColumns: readonly ScoredColumn[];
  readonly gateColumns: readonly ScoredColumn[];
  readonly layout: ScalesLayout;
  /** Name of the table the formulas stand in: the scorecard, or the account list itself. */
  readonly table: string;
  /** Whether the results are columns of the account list: then their headers carry a prefix and figures are beside them. */
  readonly inList: boolean;
  /** Places of criteria whose shares are values. */
  readonly valueShares: ReadonlySet<number>;
  /** Bounds of the tiers as values, one for each tier but the last; absent where formulas find them. */
  readonly valueBounds?: readonly number[];
  readonly valueRanks: boolean;
  readonly buffer: boolean;
  /** `25 Nov 2026, 14:05`, in the words that stand on the sheets. */
  readonly stamp: string;
}
