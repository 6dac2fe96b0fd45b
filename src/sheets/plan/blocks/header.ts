import { cellAddress } from "../../a1";
import { setting } from "../../formulas/settings";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { cells, fig, type PlanDraft } from "../planDraft";
import { FIRST, GAP_POINTS, GRID_WIDTH, LAST, RIGHT } from "../planGrid";
import type { PlanVariant } from "../planSources";

const SEVEN_STEPS = ["1 Analysis", "2 Segmentation", "3 Decision unit", "4 Diagnosis", "5 Objectives", "6 Tactics", "7 Monitoring"] as const;
/** The seven steps of a key account plan, and the five of the shorter form. The number in front orders them. */
export const STEPS: Readonly<Record<PlanVariant, readonly string[]>> = {
  full: SEVEN_STEPS,
  compact: SEVEN_STEPS,
  fiveStep: ["1 Profile", "2 Decision group", "3 Target return", "4 Action plan", "5 Execution"],
};

const SEVEN_PLACES = [[2, 2], [4, 2], [6, 2], [8, 2], [10, 1], [11, 2], [13, 2]] as const;
/** First column and width of each step's place in the strip. */
const STEP_PLACES: Readonly<Record<PlanVariant, readonly (readonly [number, number])[]>> = {
  full: SEVEN_PLACES,
  compact: SEVEN_PLACES,
  fiveStep: [[2, 2], [4, 3], [7, 2], [9, 2], [11, 3]],
};
/** Behind the strip. */
const STEP_NOTE = 15;

export const STAGES = ["Pre-sales", "Contract negotiation", "Implementation", "Review", "Exploitation"] as const;

/** Three cells make the badge of the tier. */
const BADGE = RIGHT.first;

/** Names of a best tier in use; it alone gets the gold badge. */
const TOP_TIERS = ["A", "1", "Gold", "Platinum", "Strategic"];

/** Who, which tier, how sure, who owns it, when next. */
export function writeHeader({ draft, look, variant, key }: PlanContext): void {
  const top = draft.row;
  writeBand(draft, look, top);
  writeLegend(draft, look, top + 2);
  writeStrip(draft, look, top + 3, key);
  writeSteps(draft, variant, top + 6);
  draft.height(top + 7, GAP_POINTS);
  draft.row = top + 8;
}

function writeBand(draft: PlanDraft, look: PlanContext["look"], top: number): void {
  const { list } = look.sources;
  draft.height(top, 27);
  draft.height(top + 1, 15);
  draft.style(area(top, FIRST, GRID_WIDTH, 2), "band");
  const name = list.name ? `${look.listed(list.name)}&""` : `${cells("key")}&""`;
  draft.figure("Account", top, FIRST, `IF(${fig("ListRow")}="",${cells("key")}&" is not in the list any more",IF(${name}="",${cells("key")}&"",${name}))`, "title", "spaced");
  const facts = [list.fields.industry, list.fields.place].flatMap((column) => (column ? [`IF(${look.listed(column)}="",""," · "&${look.listed(column)})`] : []));
  draft.formula(top + 1, FIRST, [`"Account plan · "&${cells("key")}`, ...facts].join("&"), "bandNote", "spaced");

  // The word stands beside the tier, so that the tier alone is a figure others can read.
  const badge = area(top, BADGE, 3);
  draft.style(badge, "badge");
  draft.label(top, BADGE, "TIER", "figure");
  draft.figure("Tier", top, BADGE + 1, `${look.score("tier")}&""`, "after");
  const tops = TOP_TIERS.map((word) => `${fig("Tier")}="${word}"`).join(",");
  draft.highlight("badgeNone", `=${fig("Tier")}=""`, badge);
  draft.highlight("badgePlain", `=NOT(OR(${tops}))`, badge);
  draft.figure("Score", top, LAST, look.score("score"), "points", "bandFigure", "spaced");
  draft.formula(top + 1, BADGE, `IF(${fig("Tier")}="","not scored yet",${look.stability()})`, "bandNote", "after");
  draft.figure("Rank", top + 1, LAST, look.score("rank"), "rank", "bandNote", "spaced");
}

function writeLegend(draft: PlanDraft, look: PlanContext["look"], row: number): void {
  const { list } = look.sources;
  draft.height(row, 13);
  draft.label(row, FIRST, "type in cells like this", "input", "legend", "centered");
  const source = list.tableName === undefined ? `sheet ${list.sheetName}` : `table ${list.tableName}`;
  draft.text(row, FIRST + 1, `White cells are live formulas over the ${source} and the model. No add-in needed.`, "note", "spaced");
  const scoreRow = look.scoreRow();
  const place = scoreRow === undefined ? LAST : RIGHT.first;
  draft.figure("ListRow", row, place, look.listRow(), "listRow");
  if (scoreRow === undefined) return;
  draft.mark("scoreRow", area(row, LAST));
  draft.formula(row, LAST, scoreRow, "scoreRow");
}

function writeStrip(draft: PlanDraft, look: PlanContext["look"], row: number, key: string | number): void {
  const { list } = look.sources;
  draft.style(area(row, FIRST, GRID_WIDTH, 2), "strip");
  draft.height(row, 12);
  draft.height(row + 1, 15);
  const caption = (column: number, words: string) => draft.label(row, column, words, "label", "spaced");
  caption(FIRST, "Account ID");
  if (typeof key === "string") draft.text(row + 1, FIRST, key, "strong", "left", "spaced");
  else draft.number(row + 1, FIRST, key, "strong", "left", "spaced");
  draft.mark("key", area(row + 1, FIRST));
  const person = (figure: "Owner" | "Reviewer", column: number, words: string) => {
    caption(column, words);
    const listed = list.fields[figure === "Owner" ? "owner" : "reviewer"];
    if (!listed) draft.input(figure, area(row + 1, column, 3));
    draft.figure(figure, row + 1, column, listed ? look.listed(listed) : undefined, "strong", "left", "spaced");
  };
  person("Owner", 2, "Owner");
  person("Reviewer", 5, "Reviewer, not the owner");

  const [NEXT, STAGE] = [10, 11] as const;
  const dates = cells("reviewDates");
  caption(8, "Last review");
  draft.figure("LastReview", row + 1, 8, `IF(COUNT(${dates})=0,"none yet",MAX(${dates}))`, "planDate", "strong", "spaced");
  caption(NEXT, "Next review");
  draft.figure("NextReview", row + 1, NEXT, `IF(COUNT(${dates})=0,"after the first",EDATE(MAX(${dates}),${setting("reviewMonths")}))`, "planDate", "strong", "spaced");
  draft.highlight("attention", `=AND(ISNUMBER(${fig("NextReview")}),N(${fig("NextReview")})<TODAY())`, area(row + 1, NEXT));
  caption(STAGE, "Stage");
  draft.input("Stage", area(row + 1, STAGE, 3));
  draft.figure("Stage", row + 1, STAGE, undefined, "strong", "left", "spaced");
  draft.validations.push({ areas: [area(row + 1, STAGE)], rule: { kind: "list", words: STAGES }, prompt: "Where the relation stands now." });
}

function writeSteps(draft: PlanDraft, variant: PlanVariant, row: number): void {
  const steps = STEPS[variant];
  draft.height(row - 1, 4);
  draft.height(row, 16);
  draft.input("Step", area(row, FIRST));
  draft.figure("Step", row, FIRST, undefined, "strong", "left", "spaced");
  draft.label(row, FIRST, steps[0] as string);
  draft.validations.push({ areas: [area(row, FIRST)], rule: { kind: "list", words: steps }, prompt: "The step the plan is at; it colours the strip beside it." });
  const places = STEP_PLACES[variant];
  places.forEach(([column, width], i) => {
    const step = steps[i] as string;
    draft.style(area(row, column, width), "step", ...(width === 1 ? (["centered"] as const) : []));
    draft.style(area(row, column), "stepEdge");
    draft.formula(row, column, `IF(LEFT(${fig("Step")},1)>"${step.charAt(0)}","✓ ","")&"${step.slice(2)}"`);
  });
  places.forEach(([column, width], i) => draft.highlight("stepNow", `=LEFT(${fig("Step")},1)="${i + 1}"`, area(row, column, width)));
  const first = places[0]?.[0] ?? FIRST;
  draft.highlight("stepDone", `=LEFT(${cellAddress(row, first)},1)="✓"`, area(row, first, STEP_NOTE - first));
  draft.formula(row, STEP_NOTE, `IFERROR("step "&LEFT(${fig("Step")},1)&" of ${steps.length}"&IF(${fig("Gaps")}=0,"",", "&${fig("Gaps")}&IF(${fig("Gaps")}=1," gap"," gaps")),"")`, "stepNote", "spaced");
  draft.highlight("attention", `=N(${fig("Gaps")})>0`, area(row, STEP_NOTE));
}
