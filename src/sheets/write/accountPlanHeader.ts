import { cellAddress } from "../a1";
import { lookUp, placeInList } from "../formulas/lookup";
import { setting } from "../formulas/settings";
import type { AccountList, ListColumn } from "../read/accountList";
import { CELLS, FIRST, GRID_WIDTH, LAST, ROWS } from "./accountPlanLayout";
import { reviewDates } from "./accountPlanForms";
import { area, type SheetDraft } from "./sheetDraft";

/** The seven steps of a key account plan. The number in front orders them for the formulas of the strip. */
export const STEPS = ["1 Analysis", "2 Segmentation", "3 Decision unit", "4 Diagnosis", "5 Objectives", "6 Tactics", "7 Monitoring"] as const;

/** First column and width of each step on the twelve columns. */
const STEP_PLACES: readonly (readonly [number, number])[] = [[1, 2], [3, 2], [5, 2], [7, 1], [8, 2], [10, 1], [11, 2]];

/** Names of a best tier in use; it alone gets the gold badge. */
const TOP_TIERS = ["A", "1", "Gold", "Platinum", "Strategic"];

/** Who, which tier, how sure, who owns it, when next. */
export function writeHeader(draft: SheetDraft, list: AccountList, key: string | number): void {
  const value = (column: ListColumn) => lookUp(CELLS.place, list, column);
  writeBand(draft, list, value);
  writeLegend(draft, list);
  writeStrip(draft, list, key, value);
  writeSteps(draft);
}

function writeBand(draft: SheetDraft, list: AccountList, value: (column: ListColumn) => string): void {
  draft.height(ROWS.title, 34);
  draft.height(ROWS.subtitle, 20);
  draft.style(area(ROWS.title, FIRST, GRID_WIDTH, 2), "band");
  const name = list.name ? `${value(list.name)}&""` : `${CELLS.key}&""`;
  draft.formula(ROWS.title, 1, `IF(${CELLS.place}="",${CELLS.key}&" is not in the list any more",IF(${name}="",${CELLS.key}&"",${name}))`, "title", "spaced");
  const facts = [list.fields.industry, list.fields.place].flatMap((column) => (column ? [`IF(${value(column)}="",""," · "&${value(column)})`] : []));
  draft.formula(ROWS.subtitle, 1, [`"Account plan · "&${CELLS.key}`, ...facts].join("&"), "bandNote", "spaced");

  const { tier, score, rank } = list.fields;
  if (tier) {
    const badge = area(ROWS.title, 9, 2);
    draft.formula(ROWS.title, 9, `IF(${value(tier)}="","","TIER "&${value(tier)})`, "badge");
    draft.style(badge, "badge");
    const tops = TOP_TIERS.map((word) => `${cellAddress(ROWS.title, 9, true)}="TIER ${word}"`).join(",");
    draft.highlight("badgePlain", `=NOT(OR(${tops}))`, badge);
  }
  if (score) draft.formula(ROWS.title, 11, value(score), "score", "bandFigure");
  if (score) draft.label(ROWS.subtitle, 11, "score", "bandNote", "figure");
  if (rank) draft.formula(ROWS.title, 12, value(rank), "whole", "bandFigure", "spaced");
  if (rank) draft.label(ROWS.subtitle, 12, "rank", "bandNote", "figure", "spaced");
}

function writeLegend(draft: SheetDraft, list: AccountList): void {
  draft.height(ROWS.legend, 16);
  draft.label(ROWS.legend, 1, "type here", "input", "label", "centered");
  const source = list.tableName === undefined ? `sheet ${list.sheetName}` : `table ${list.tableName}`;
  draft.text(ROWS.legend, 2, `White cells are live formulas over the ${source} and the sheet KAM Model. No add-in needed.`, "note", "spaced");
  draft.label(ROWS.legend, 11, "Row in list", "label", "figure");
  draft.formula(ROWS.legend, 12, placeInList(CELLS.key, list), "whole", "label", "figure");
}

function writeStrip(draft: SheetDraft, list: AccountList, key: string | number, value: (column: ListColumn) => string): void {
  draft.style(area(ROWS.stripLabels, FIRST, GRID_WIDTH, 2), "strip");
  draft.height(ROWS.strip, 18);
  const caption = (column: number, words: string) => draft.label(ROWS.stripLabels, column, words, "label", "spaced");
  const typed = (column: number) => {
    draft.style(area(ROWS.strip, column, 2), "input");
    draft.style(area(ROWS.strip, column), "stepEdge");
  };
  const liveOrTyped = (column: number, source: ListColumn | undefined) => {
    if (source) draft.formula(ROWS.strip, column, value(source), "strong", "left", "spaced");
    else {
      typed(column);
      draft.style(area(ROWS.strip, column), "strong", "left", "spaced");
    }
  };
  caption(1, "Account ID");
  if (typeof key === "string") draft.text(ROWS.strip, 1, key, "text", "strong", "spaced");
  else draft.number(ROWS.strip, 1, key, "strong", "left", "spaced");
  caption(3, "Owner");
  liveOrTyped(3, list.fields.owner);
  caption(5, "Reviewer, not the owner");
  liveOrTyped(5, list.fields.reviewer);
  caption(7, "Step we are at");
  typed(7);
  draft.label(ROWS.strip, 7, STEPS[0], "strong", "left", "spaced");
  draft.validations.push({ areas: [area(ROWS.strip, 7)], rule: { kind: "list", words: STEPS }, prompt: "The step the plan is at; it colours the strip below." });

  caption(9, "Last review");
  draft.formula(ROWS.strip, 9, `IF(COUNT(${reviewDates})=0,"none yet",MAX(${reviewDates}))`, "date", "strong", "spaced");
  caption(11, "Next review");
  draft.formula(ROWS.strip, 11, `IF(COUNT(${reviewDates})=0,"after the first",EDATE(MAX(${reviewDates}),${setting("reviewMonths")}))`, "date", "strong", "spaced");
  draft.highlight("attention", `=AND(ISNUMBER(${CELLS.nextReview}),N(${CELLS.nextReview})<TODAY())`, area(ROWS.strip, 11));
}

function writeSteps(draft: SheetDraft): void {
  draft.height(ROWS.steps - 1, 5);
  draft.height(ROWS.steps, 20);
  STEPS.forEach((step, i) => {
    const [column, width] = STEP_PLACES[i] as readonly [number, number];
    const number = step.charAt(0);
    const place = area(ROWS.steps, column, width);
    draft.style(place, "step");
    if (i > 0) draft.style(area(ROWS.steps, column), "stepEdge");
    draft.formula(ROWS.steps, column, `IF(LEFT(${CELLS.step},1)>"${number}","✓ ","")&"${step.slice(2)}"`);
  });
  const firsts = STEP_PLACES.map(([column]) => area(ROWS.steps, column));
  const seconds = STEP_PLACES.filter(([, width]) => width === 2).map(([column]) => area(ROWS.steps, column + 1));
  const word = cellAddress(ROWS.steps, FIRST);
  draft.highlight("stepNow", `=MID(${CELLS.step},3,30)=${word}`, ...firsts);
  draft.highlight("stepNow", `=MID(${CELLS.step},3,30)=${word}`, ...seconds);
  draft.highlight("stepDone", `=LEFT(${word},1)="✓"`, area(ROWS.steps, FIRST, GRID_WIDTH));
  draft.height(ROWS.steps + 1, 7);
  draft.style(area(ROWS.steps + 1, LAST), "sheet");
}
