import type { PlanBlock } from "./planNames";
import type { PlanVariant } from "./planSources";

/** What a kind of plan is made of. */
interface Variant {
  /** In their order on the printed pages. */
  readonly blocks: readonly PlanBlock[];
  /** Below the printed area: cells the printed figures are computed from. */
  readonly unprinted: readonly PlanBlock[];
  /** A page starts above each of these. */
  readonly breaksAbove: readonly PlanBlock[];
  readonly titles: Readonly<Partial<Record<PlanBlock, string>>>;
  /** Rows of each block; its own number where none is given. No rows of `Why` leave its criteria out. */
  readonly rows: Readonly<Partial<Record<PlanBlock, number>>>;
  readonly onePage: boolean;
}

const TITLES: Variant["titles"] = {
  Health: "Plan health",
  Why: "Why this tier",
  Figures: "Figures",
  Payback: "Does it pay?",
  DecisionUnit: "Decision unit",
  Relations: "Who knows whom",
  Objectives: "Objectives, theirs and ours",
  Diagnosis: "Diagnosis",
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

export const VARIANTS: Readonly<Record<PlanVariant, Variant>> = {
  full: {
    blocks: ["Header", "Tiles", "Health", "Why", "Figures", "Agreed", "Payback", "Objectives", "Diagnosis", "WhiteSpace", "DecisionUnit", "Relations", "Opportunities", "Solution", "Promise", "Actions", "Risks", "Team", "Reviews"],
    unprinted: [],
    breaksAbove: ["Payback", "DecisionUnit", "Actions"],
    titles: TITLES,
    rows: {},
    onePage: false,
  },
  compact: {
    blocks: ["Header", "Tiles", "Why", "Objectives", "DecisionUnit", "Actions", "Reviews", "Agreed"],
    unprinted: ["Health", "Figures", "Payback"],
    breaksAbove: [],
    titles: TITLES,
    rows: { Why: 0, Objectives: 3, DecisionUnit: 4, Actions: 4, Reviews: 2 },
    onePage: true,
  },
  fiveStep: {
    blocks: ["Header", "Tiles", "Figures", "Agreed", "Payback", "DecisionUnit", "Objectives", "Opportunities", "Actions", "Reviews", "Health"],
    unprinted: [],
    breaksAbove: ["DecisionUnit"],
    titles: { ...TITLES, Figures: "1  Profile", DecisionUnit: "2  Decision group", Objectives: "3  Target: what we want to reach", Opportunities: "3  Target: where time pays most", Actions: "4  Action plan", Reviews: "5  Execution: reviews", Health: "5  Execution: what is missing" },
    rows: { DecisionUnit: 5, Objectives: 3, Opportunities: 3, Actions: 5, Reviews: 2 },
    onePage: false,
  },
};
