import type { PlanBlock } from "./planNames";
import type { PlanVariant } from "./planSources";

/** Blocks below each other in the left and the right half; without right ones the left ones have the whole width. */
export interface Band {
  readonly left: readonly PlanBlock[];
  readonly right: readonly PlanBlock[];
}

/** What a kind of plan is made of. */
interface Variant {
  /** Printed pages, each from its top. */
  readonly pages: readonly (readonly Band[])[];
  /** Below the printed area: cells the printed figures are computed from. */
  readonly unprinted: readonly Band[];
  readonly titles: Readonly<Partial<Record<PlanBlock, string>>>;
  /** Rows of each block; its own number where none is given. No rows of `Diagnosis` leave its questions out. */
  readonly rows: Readonly<Partial<Record<PlanBlock, number>>>;
  readonly onePage: boolean;
}

const band = (left: readonly PlanBlock[], right: readonly PlanBlock[] = []): Band => ({ left, right });

/** The blocks of a kind of plan, in their order. */
export const blocksOf = (bands: readonly Band[]): PlanBlock[] => bands.flatMap(({ left, right }) => [...left, ...right]);

const TITLES: Variant["titles"] = {
  Health: "Plan health",
  Why: "Why this tier",
  Figures: "Figures",
  Payback: "Does it pay?",
  DecisionUnit: "Decision unit",
  Relations: "Who knows whom",
  Objectives: "Objectives, theirs and ours",
  Diagnosis: "Overview and diagnosis",
  WhiteSpace: "White space",
  Opportunities: "Opportunities",
  Solution: "Solution and value",
  Actions: "Action plan",
  Risks: "Change and risks",
  Team: "Account team",
  Promise: "What the tier promises",
  Reviews: "Review log",
  Agreed: "Agreed, and moved since",
};

/**
 * Forms stand left, where they can be filled in beside the pane, what is computed stands right. Blocks side by side that
 * grow have as many rows as each other, so that a row inserted for one is one more for the other.
 */
export const VARIANTS: Readonly<Record<PlanVariant, Variant>> = {
  full: {
    pages: [
      [band(["Header", "Tiles"]), band(["Diagnosis"], ["Why", "Health"]), band(["Figures"], ["Payback"]), band(["Risks", "Solution"], ["Team", "Promise"])],
      [band(["Objectives"], ["Opportunities"]), band(["DecisionUnit"], ["Relations"]), band(["Actions"], ["WhiteSpace"]), band(["Reviews"], ["Agreed"])],
    ],
    unprinted: [],
    titles: TITLES,
    rows: {},
    onePage: false,
  },
  compact: {
    pages: [
      [
        band(["Header", "Tiles"]),
        band(["Figures"], ["Why"]),
        band(["Objectives"], ["Diagnosis", "Health"]),
        band(["DecisionUnit"], ["Agreed"]),
        band(["Actions", "Reviews"], ["Opportunities"]),
      ],
    ],
    unprinted: [band([], ["Payback"])],
    titles: { ...TITLES, Diagnosis: "Overview" },
    rows: { Diagnosis: 0, Objectives: 4, DecisionUnit: 4, Actions: 5, Reviews: 2, Opportunities: 5 },
    onePage: true,
  },
  fiveStep: {
    pages: [
      [band(["Header", "Tiles"]), band(["Figures"], ["Payback"]), band(["DecisionUnit"], ["Agreed"])],
      [band(["Objectives"], ["Opportunities"]), band(["Actions", "Reviews"], ["Health"])],
    ],
    unprinted: [],
    titles: { ...TITLES, Figures: "1  Profile", DecisionUnit: "2  Decision group", Objectives: "3  Target: what we want to reach", Opportunities: "3  Target: where time pays most", Actions: "4  Action plan", Reviews: "5  Execution: reviews", Health: "5  Execution: what is missing" },
    rows: { DecisionUnit: 5, Objectives: 4, Opportunities: 4, Actions: 6, Reviews: 3 },
    onePage: false,
  },
};
