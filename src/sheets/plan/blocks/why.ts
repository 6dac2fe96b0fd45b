import { areaAddress, cellAddress } from "../../a1";
import { MODEL_SETTINGS } from "../../model/model";
import { plainText } from "../../formulas/lookup";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { fig, type PlanDraft } from "../planDraft";
import { RIGHT } from "../planGrid";
import { modelColumn, type PlanLookups } from "../planLookups";

const FIRST = RIGHT.first;
const LAST = RIGHT.last;
const GRID_WIDTH = LAST - FIRST + 1;
const VALUE = FIRST + 1;
const ZERO = VALUE + 1;
const FULL = VALUE + 2;
const WEIGHT = VALUE + 3;
const POINTS = VALUE + 4;
const MEAN = VALUE + 5;
const NEEDED = VALUE + 6;
const MOST_CRITERIA = 10;
const shownCriteria = (look: PlanLookups) => Math.min(MOST_CRITERIA, look.sources.criteriaCount ?? 6);

/** Criterion by criterion why the account has its tier and what would move it up. */
export function writeWhy(context: PlanContext): void {
  const { draft, look, titleOf } = context;
  const criteria = look.has("criteria") ? shownCriteria(look) : 0;
  const top = draft.row;
  draft.title(titleOf("Why"), sentence(look, criteria > 0 ? cellAddress(top + 2 + criteria, NEEDED, true) : undefined));
  if (criteria === 0) {
    draft.label(draft.row, FIRST, "No criteria yet: set them up in the pane under Tiers, then update the plan.", "note");
    draft.row++;
  } else writeCriteria(draft, look, criteria);
  writeGate(draft, look);
}

function writeGate(draft: PlanDraft, look: PlanLookups): void {
  draft.label(draft.row, FIRST, "Gates", "strong");
  draft.style(area(draft.row, FIRST, GRID_WIDTH), "row");
  draft.figure("Gate", draft.row, VALUE, look.score("gate"), "left", "spaced");
  draft.formula(draft.row, LAST, `IF(${fig("Tier")}="","",IF(${fig("Gate")}="","all passed","caps the tier"))`, "note", "after");
  draft.highlight("attention", `=${fig("Gate")}<>""`, area(draft.row, VALUE, LAST - VALUE + 1));
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
    [LAST, "To move it up", "after"],
  ]);
  const first = head + 1;
  const total = first + count;
  for (let i = 0; i < count; i++) writeCriterion(draft, look, { row: first + i, place: i + 1, total });
  draft.style(area(first, FIRST, GRID_WIDTH, count), "row");
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
  draft.formula(total, LAST, `IF(${more}>0,(${more})&" more criteria","")`, "note");
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
  const words = `IF(NOT(ISNUMBER(${at(VALUE)})),IF(${at(VALUE)}="","no value","no number"),IF(COUNT(${at(POINTS)},${at(WEIGHT)})<2,"",IF(${at(POINTS)}>=${most}-0.05,"full points",IF(${open},IF(ISNUMBER(${at(NEEDED)}),"alone makes it "&${look.has("tiers") ? nextTier() : '""'},"+"&FIXED(${most}-${at(POINTS)},1)&" at most"),""))))`;
  draft.formula(row, LAST, whenNamed(`IFERROR(${words},"")`), "after");
}
