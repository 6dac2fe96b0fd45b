import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { fig } from "../planDraft";
import type { PlanBlock } from "../planNames";
import { actionCounts } from "./actions";
import { contactCounts } from "./decisionUnit";
import { objectiveCounts } from "./objectives";
import { reviewCounts } from "./reviews";

interface Gap {
  /** The block it is about; a plan without that block has no such gap. */
  readonly block: PlanBlock;
  readonly when: string;
  readonly words: string;
}

const FEWEST_CONTACTS = 3;

/** What a plan needs before it can be worked with. */
const GAPS: readonly Gap[] = [
  { block: "Header", when: `${fig("Owner")}=""`, words: "an owner" },
  { block: "Reviews", when: `${fig("Reviewer")}=""`, words: "a reviewer" },
  { block: "Reviews", when: `AND(${fig("Reviewer")}<>"",${fig("Reviewer")}=${fig("Owner")})`, words: "a reviewer who is not the owner" },
  { block: "DecisionUnit", when: `${fig("Contacts")}<${FEWEST_CONTACTS}`, words: "three contacts" },
  { block: "DecisionUnit", when: `${fig("NextSteps")}=0`, words: "a next step" },
  { block: "Objectives", when: `${fig("ShortObjectives")}=0`, words: "a short-term objective" },
  { block: "Objectives", when: `${fig("LongObjectives")}=0`, words: "a long-term objective" },
  { block: "Actions", when: `${fig("OpenActions")}=0`, words: "an open action" },
  { block: "Reviews", when: `NOT(ISNUMBER(${fig("LastReview")}))`, words: "a review" },
];

/** What the plan holds at a glance; the index of all plans reads these cells. */
export function writeHealth(context: PlanContext): void {
  const { draft, blocks } = context;
  const gaps = GAPS.filter(({ block }) => blocks.includes(block));
  draft.highlight("attention", `=N(${fig("Gaps")})>0`, area(draft.row, draft.last));
  const row = draft.row + 1;
  const words = gaps.map(({ when, words: gap }) => `IFERROR(IF(${when},", ${gap}",""),"")`).join("&");
  draft.title(context.titleOf("Health"), `IF(${fig("Gaps")}=0,"nothing is missing","missing: "&MID(${words},3,300))`, "Missing");
  const first = draft.first;
  draft.heads([[first, "Gaps"], ...COUNTS.map(({ head }, i) => [first + 1 + i, head, "figure"] as const)]);
  draft.style(area(row + 1, first, draft.width), "row");
  draft.height(row + 1, 16);
  const counted = (when: string) => `IFERROR(IF(${when},1,0),0)`;
  draft.figure("Gaps", row + 1, first, gaps.map(({ when }) => counted(when)).join("+"), "gapCount", "strong");
  COUNTS.forEach(({ figure, block, formula, style }, i) => {
    draft.figure(figure, row + 1, first + 1 + i, blocks.includes(block) ? `IFERROR(${formula},"–")` : '"–"', style, "strong", "figure");
  });
  draft.highlight("attention", `=N(${fig("Gaps")})>0`, area(row + 1, first));
  draft.highlight("attention", `=N(${fig("Contacts")})<${FEWEST_CONTACTS}`, area(row + 1, first + 1));
  draft.highlight("attention", `=N(${fig("OverdueActions")})>0`, area(row + 1, first + 7));
  draft.highlight("attention", `=N(${fig("UnansweredComments")})>0`, area(row + 1, first + 8));
  draft.row = row + 2;
}

const COUNTS = [
  { figure: "Contacts", block: "DecisionUnit", head: "Contacts", formula: contactCounts.named, style: "whole" },
  { figure: "Coverage", block: "DecisionUnit", head: "Coverage", formula: contactCounts.coverage, style: "wholePercent" },
  { figure: "NextSteps", block: "DecisionUnit", head: "Next", formula: contactCounts.nextSteps, style: "whole" },
  { figure: "ShortObjectives", block: "Objectives", head: "Short", formula: objectiveCounts.short, style: "whole" },
  { figure: "LongObjectives", block: "Objectives", head: "Long", formula: objectiveCounts.long, style: "whole" },
  { figure: "OpenActions", block: "Actions", head: "Actions", formula: actionCounts.open, style: "whole" },
  { figure: "OverdueActions", block: "Actions", head: "Overdue", formula: actionCounts.overdue, style: "whole" },
  { figure: "UnansweredComments", block: "Reviews", head: "Comments to answer", formula: reviewCounts.unanswered, style: "whole" },
] as const;
