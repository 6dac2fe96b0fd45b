import type { PlanDraft } from "./planDraft";
import type { PlanLookups } from "./planLookups";
import type { PlanBlock } from "./planNames";
import type { PlanVariant } from "./planSources";

/** What every block is written from. */
export interface PlanContext {
  readonly draft: PlanDraft;
  readonly look: PlanLookups;
  readonly variant: PlanVariant;
  readonly key: string | number;
  /** Blocks of this kind of plan. */
  readonly blocks: readonly PlanBlock[];
  /** Section titles, which the five-step plan numbers. */
  readonly titleOf: (block: PlanBlock) => string;
  /** Rows of each block to type in. */
  readonly rows: Readonly<Partial<Record<PlanBlock, number>>>;
}
