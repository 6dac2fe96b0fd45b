import { areaAddress, cellAddress } from "../../a1";
import { MODEL_SETTINGS } from "../../model/model";
import { plainText } from "../../formulas/lookup";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { fig, type PlanDraft } from "../planDraft";
import { FIRST, GRID_WIDTH, LAST, NARROW, WORDS } from "../planGrid";
import { modelColumn, type PlanLookups } from "../planLookups";

const VALUE = NARROW;
const ZERO = NARROW + 1;
const FULL = NARROW + 2;
const WEIGHT = NARROW + 3;
const POINTS = NARROW + 4;
const MEAN = NARROW + 5;
const NEEDED = NARROW + 6;
const MOST_CRITERIA = 10;
const shownCriteria = (look: PlanLookups) => Math.min(MOST_CRITERIA, look.sources.criteriaCount ?? 6);

/** Lines for what the account is about, in words. */
const ABOUT_LINES = 2;

/** What the account is about, and criterion by criterion why it has its tier and what would move it up. */
export function writeWhy(context: PlanContext): void {
  const { draft, look, titleOf, rows } = context;
  const criteria = look.has("criteria") ? (rows.Why ?? shownCriteria(look)) : 0;
  const top = draft.row;
  draft.title(titleOf("Why"), sentence(look, criteria > 0 ? cellAddress(top + 2 + ABOUT_LINES + criteria, NEEDED, true) : undefined));
  const about = area(top + 1, NARROW, LAST - NARROW + 1, ABOUT_LINES);
  draft.label(top + 1, FIRST, "What it is about", "strong");
  draft.style({ ...about, column: FIRST, columnCount: GRID_WIDTH }, "row");
  draft.input("Overview", about);
  draft.row = top + 1 + ABOUT_LINES;
  if (rows.Why === 0) return writeGate(draft, look);
  if (criteria === 0) {
    draft.label(draft.row, FIRST, "The model has no criteria yet. Set them up in the pane under Tiers, then update the plan: value, points and what is needed for the next tier appear here.", "note");
    draft.row++;
  } else writeCriteria(draft, look, criteria);
  writeGate(draft, look);
}

function writeGate(draft: PlanDraft, look: PlanLookups): void {
  draft.label(draft.row, FIRST, "Gates", "strong");
  draft.style(area(draft.row, FIRST, GRID_WIDTH), "row");
  draft.figure("Gate", draft.row, NARROW, look.score("gate"), "left", "spaced");
  draft.formula(draft.row, LAST, `IF(${fig("Tier")}="","",IF(${fig("Gate")}="","every gate passed","caps the tier"))`, "note", "after");
  draft.highlight("attention", `=${fig("Gate")}<>""`, area(draft.row, NARROW, LAST - NARROW + 1));
  draft.row++;
}

/** "tier B, 62.4 points: 7.6 short of tier A" */
function sentence(look: PlanLookups, neededCell: string | undefined): string {
  const tier = fig("Tier");
  const score = fig("Score");
  const scored = `"tier "&${tier}&IF(ISNUMBER(${score}),", "&FIXED(${score},1)&" points","")`;
  const up = neededCell === undefined || !look.has("tiers") ? '""' : `IFERROR(IF(ISNUMBER(${neededCell}),IF(${neededCell}>${score},": "&FIXED(${neededCell}-${score},1)&" short of tier "&${nextTier()},": only a gate keeps it from a better tier"),IF(${tierPlace()}=1,": the best tier","")),"")`;
  const held = neededCell === undefined ? '""' : `IF(OR(${fig("Gate")}="",N(${neededCell})<=N(${score})),"",", a gate is broken")`;
  const strong = `IFERROR(IF(${look.score("strongest")}="","",", strongest in "&${look.score("strongest")}&", weakest in "&${look.score("weakest")}),"")`;
  return `IF(${tier}="","not scored yet: tier the accounts first",${scored}&${up}&${held}&${strong})`;
}

const tierPlace = () => `MATCH(${plainText(fig("Tier"))},${modelColumn("tiers", "Tier")},0)`;
const nextTier = () => `INDEX(${modelColumn("tiers", "Tier")},${tierPlace()}-1)`;

const modelSetting = (name: string) => `INDEX(${modelColumn("settings", "Value")},MATCH("${name}",${modelColumn("settings", "Setting")},0))`;

/**
 * The score that lifts the account into the next better tier: its cut-off with the buffer, and where tiers are not cut
 * by scores, the lowest score of those who are in it. Empty in the best tier and without tiers.
 */
function neededScore(look: PlanLookups): string {
  if (!look.has("tiers")) return '""';
  const cutoff = `INDEX(${modelColumn("tiers", "From")},${tierPlace()}-1)+N(IFERROR(${modelSetting(MODEL_SETTINGS.buffer)},0))`;
  const method = `IFERROR(${modelSetting(MODEL_SETTINGS.method)},"cutoff")`;
  return `IF(${fig("Tier")}="","",IFERROR(IF(${tierPlace()}=1,"best",IF(${method}="cutoff",${cutoff},${look.lowestScoreIn(nextTier())})),""))`;
}

function writeCriteria(draft: PlanDraft, look: PlanLookups, count: number): void {
  const head = draft.row;
  draft.heads([
    [FIRST, "Criterion"],
    [VALUE, "Value", "figure"],
    [ZERO, "0 points", "figure"],
    [FULL, "Full", "figure"],
    [WEIGHT, "Weight", "figure"],
    [POINTS, "Points", "figure"],
    [MEAN, "Tier mean", "figure"],
    [NEEDED, "Needed", "figure"],
    [WORDS, "Share of its points", "after"],
    [LAST, "What would move it up", "after"],
  ]);
  const first = head + 1;
  const total = first + count;
  for (let i = 0; i < count; i++) writeCriterion(draft, look, { row: first + i, place: i + 1, total });
  draft.style(area(first, FIRST, GRID_WIDTH, count), "row");
  draft.highlights.push({ areas: [area(first, WORDS, 1, count)], when: { kind: "bar", most: 1 }, style: "bar" });
  writeTotal(draft, look, first, total);
  draft.highlight("attention", `=LEFT(${cellAddress(first, LAST)},2)="no"`, area(first, LAST, 1, count));
  draft.row = total + 1;
}

function writeTotal(draft: PlanDraft, look: PlanLookups, first: number, total: number): void {
  const sum = (column: number) => `SUM(${areaAddress(area(first, column, 1, total - first))})`;
  draft.style(area(total, FIRST, GRID_WIDTH), "total");
  draft.label(total, FIRST, "Score");
  draft.formula(total, WEIGHT, sum(WEIGHT), "wholePercent");
  draft.formula(total, POINTS, `IF(COUNT(${areaAddress(area(first, POINTS, 1, total - first))})=0,"",${sum(POINTS)})`, "score");
  draft.formula(total, MEAN, look.tierMeanScore(), "score");
  draft.formula(total, NEEDED, neededScore(look), "score");
  const more = `ROWS(${modelColumn("criteria", "Criterion")})-${total - first}`;
  draft.formula(total, LAST, `IF(${more}>0,"and "&(${more})&" more criteria","")`, "note");
}

function writeCriterion(draft: PlanDraft, look: PlanLookups, { row, place, total }: { readonly row: number; readonly place: number; readonly total: number }): void {
  const at = (column: number) => cellAddress(row, column);
  const model = (header: string) => `INDEX(${modelColumn("criteria", header)},${place})`;
  const whenNamed = (then: string) => `IF(${at(FIRST)}="","",${then})`;
  draft.formula(row, FIRST, `IF(${place}>ROWS(${modelColumn("criteria", "Criterion")}),"",${model("Criterion")}&"")`);
  draft.formula(row, VALUE, whenNamed(look.listedUnder(model("Column"))), "anyFigure");
  // Zero and full points by the scale from floor to ceiling; where lower is better they change places.
  const all = look.columnUnder(model("Column"));
  const floor = `IF(${model("Floor")}="",MIN(${all}),${model("Floor")})`;
  const ceiling = `IF(${model("Ceiling")}="",MAX(${all}),${model("Ceiling")})`;
  const isLower = `${model("Direction")}="lower"`;
  const byRange = `OR(${model("Scale")}="minmax",${model("Scale")}="")`;
  draft.formula(row, ZERO, whenNamed(`IFERROR(IF(${byRange},IF(${isLower},${ceiling},${floor}),"by place"),"")`), "anyFigure");
  draft.formula(row, FULL, whenNamed(`IFERROR(IF(${byRange},IF(${isLower},${floor},${ceiling}),""),"")`), "anyFigure");
  // A criterion without a value that is skipped has no weight: the others carry its share.
  const skipped = `AND(NOT(ISNUMBER(${at(VALUE)})),OR(${model("Missing")}="skip",${model("Missing")}=""))`;
  draft.formula(row, WEIGHT, whenNamed(`IF(${skipped},"–",${model("Weight")}/SUM(${modelColumn("criteria", "Weight")}))`), "wholePercent");
  draft.formula(row, POINTS, whenNamed(look.points(at(FIRST))), "score", "strong");
  draft.formula(row, MEAN, whenNamed(look.tierMean(at(FIRST))), "score");

  const most = `(100*${at(WEIGHT)}/${cellAddress(total, WEIGHT, true)})`;
  const needed = cellAddress(total, NEEDED, true);
  const share = `((${at(POINTS)}+${needed}-${fig("Score")})/${most})`;
  // The figure that alone lifts the account into the next tier, all other criteria as they are.
  const reach = `IF(${share}>1+10^-9,"–",${at(ZERO)}+(${at(FULL)}-${at(ZERO)})*MIN(1,${share}))`;
  const open = `AND(COUNT(${at(POINTS)},${at(WEIGHT)},${needed},${fig("Score")})=4,N(${needed})>N(${fig("Score")}))`;
  draft.formula(row, NEEDED, whenNamed(`IFERROR(IF(AND(${open},COUNT(${at(VALUE)},${at(ZERO)},${at(FULL)})=3),${reach},""),"")`), "neededFigure", "strong");
  draft.formula(row, WORDS, `IFERROR(IF(COUNT(${at(POINTS)},${at(WEIGHT)})<2,"",${at(POINTS)}/${most}),"")`, "wholePercent", "after");
  const words = `IF(NOT(ISNUMBER(${at(VALUE)})),IF(${at(VALUE)}="","no value in the list","no number in the list"),IF(COUNT(${at(POINTS)},${at(WEIGHT)})<2,"",IF(${at(POINTS)}>=${most}-0.05,"full points already",IF(${open},IF(ISNUMBER(${at(NEEDED)}),"alone lifts it to tier "&${look.has("tiers") ? nextTier() : '""'},"at most "&FIXED(${most}-${at(POINTS)},1)&" points more"),""))))`;
  draft.formula(row, LAST, whenNamed(`IFERROR(${words},"")`), "after");
}
