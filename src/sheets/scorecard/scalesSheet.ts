import { averageShare, yardsticksOf } from "../formulas/rules/share";
import { quotaEnd, positiveTotal } from "../formulas/rules/tier";
import { columnReference } from "../formulas/lookup";
import { MODEL_SETTINGS, MODEL_TABLES } from "../model/model";
import type { SheetPlan } from "../sheetPlan";
import { TAB_COLORS } from "../styles";
import { area, SheetDraft } from "../write/sheetDraft";
import { NativeColumns, settingValue } from "./nativeColumns";
import { CRITERIA_COLUMNS, FIRST_COLUMN, GATE_COLUMNS, TIER_COLUMNS, type CriteriaColumn, type GateColumn, type TierColumn } from "./scalesLayout";
import type { ScorecardInput } from "./scorecardInput";

export const SCALES_SHEET = "KAM Scales";

/** Where the sheet says that the model has outgrown it. */
export const CHECK_CELL = { row: 3, column: FIRST_COLUMN } as const;

const CRITERIA_HEADS: Readonly<Record<CriteriaColumn, string>> = {
  criterion: "Criterion", column: "Column", weight: "Weight", part: "Part", direction: "Better is", scale: "Scale", missing: "Missing", givenFloor: "Floor given", givenCeiling: "Ceiling given",
  floor: "Counts 0 at", ceiling: "Counts 1 at", flat: "If all equal", mean: "Mean", deviation: "Deviation", count: "Figures", average: "Mean share", lighter: "Tie", line: "Line",
};
const TIER_HEADS: Readonly<Record<TierColumn, string>> = { tier: "Tier", from: "From", end: "Accounts to here", bound: "Score from", accounts: "Accounts", hoursEach: "Hours each", hours: "Hours", promise: "Service promise" };
const GATE_HEADS: Readonly<Record<GateColumn, string>> = { column: "Gate on", test: "Test", limit: "Limit", best: "Best tier", line: "Line" };

/**
 * The line of a table in which all tests hold, the last of several; #N/A without one. Unlike MATCH it takes `*`, `?` and `~`
 * as they are, and tables of a single line in every program.
 * @param column a column of the table, to count its lines by
 */
const lineWhere = (column: string, ...tests: readonly string[]): string => `IFERROR(1/(1/SUMPRODUCT(MAX(${tests.map((test) => `(${test})`).join("*")}*(ROW(${column})-ROW(INDEX(${column},1))+1)))),NA())`;
const lineOf = (cell: string, column: string): string => lineWhere(column, `TRIM(${column})=TRIM(${cell})`);

/**
 * What is the same for all accounts: weights, scales and tiers as the scorecard's formulas use them. Everything is looked
 * up in the model or computed from the scorecard, so the sheet has nothing to type in.
 */
export function scalesSheet(input: ScorecardInput, sheetName: string): SheetPlan {
  const { layout, model } = input;
  const draft = new SheetDraft(16);
  const width = CRITERIA_COLUMNS.length;
  draft.style(area(0, 0, width + 1, layout.lastRow + 3), "sheet");
  draft.height(0, 34);
  draft.style(area(0, FIRST_COLUMN, width), "band");
  draft.label(0, FIRST_COLUMN, "Scales behind the scorecard", "title", "spaced");
  draft.label(1, FIRST_COLUMN, "Nothing to type here: weights, scales and tiers follow the sheet KAM Model, the observed figures follow the account list.", "note");
  draft.label(2, FIRST_COLUMN, `Written ${input.stamp}.`, "note");
  draft.formula(CHECK_CELL.row, CHECK_CELL.column, checkFormula(input), "attention");
  writeCriteria(draft, input);
  writeTiers(draft, input);
  if (model.gates.length > 0) writeGates(draft, input);
  return draft.sheet({
    name: sheetName,
    tabColor: TAB_COLORS.scores,
    columnWidths: [9, 150, 150, ...Array<number>(width - 2).fill(70)],
    page: {
      printArea: area(0, FIRST_COLUMN, width, layout.lastRow + 2),
      titleRows: { row: 0, rowCount: 1 },
      footer: { left: "&A", center: "&D", right: "Page &P of &N" },
      breaksAbove: [],
    },
  });
}

function heads<K extends string>(draft: SheetDraft, row: number, title: string, columns: readonly K[], words: Readonly<Record<K, string>>, texts: readonly K[]): void {
  draft.label(row - 1, FIRST_COLUMN, title, "section");
  draft.style(area(row, FIRST_COLUMN, columns.length), "head");
  columns.forEach((column, i) => draft.label(row, FIRST_COLUMN + i, words[column], texts.includes(column) ? "left" : "figure"));
}

function writeCriteria(draft: SheetDraft, input: ScorecardInput): void {
  const { layout, model, valueShares } = input;
  const native = new NativeColumns(input);
  heads(draft, layout.criteriaHead, "Criteria", CRITERIA_COLUMNS, CRITERIA_HEADS, ["criterion", "column", "direction", "scale", "missing"]);
  model.criteria.forEach(({ criterion, scale }, i) => {
    const row = layout.criteriaHead + 1 + i;
    const cell = (column: CriteriaColumn) => layout.criteriaCell(i, column, false);
    const at = (column: CriteriaColumn) => FIRST_COLUMN + CRITERIA_COLUMNS.indexOf(column);
    const line = cell("line");
    const inModel = (header: string) => `INDEX(${MODEL_TABLES.criteria}[${header}],${line})`;
    const orDefault = (header: string, word: string) => `IF(TRIM(${inModel(header)})="","${word}",${inModel(header)})`;
    const scored = native.scored[i] as (typeof native.scored)[number];
    const isValue = valueShares.has(i);
    const yardsticks = yardsticksOf({ figures: native.figures(i), floor: cell("givenFloor"), ceiling: cell("givenCeiling") });
    draft.style(area(row, FIRST_COLUMN, CRITERIA_COLUMNS.length), "row");
    draft.text(row, at("criterion"), criterion, "strong");
    draft.text(row, at("column"), input.criteriaColumns[i]?.header ?? "");
    draft.formula(row, at("weight"), inModel("Weight"), "general");
    draft.formula(row, at("part"), `${cell("weight")}/SUM(${layout.criteriaRange("weight", false)})`, "percent");
    draft.formula(row, at("direction"), orDefault("Direction", "higher"));
    draft.label(row, at("scale"), isValue ? `${scale}, values` : scale);
    draft.formula(row, at("missing"), orDefault("Missing", "skip"));
    for (const [column, header] of [["givenFloor", "Floor"], ["givenCeiling", "Ceiling"]] as const) draft.formula(row, at(column), `IF(ISNUMBER(${inModel(header)}),${inModel(header)},"")`, "general");
    for (const column of ["floor", "ceiling", "flat", "mean", "deviation", "count"] as const) draft.formula(row, at(column), column === "mean" ? `IFERROR(${yardsticks.mean},"")` : yardsticks[column], "general");
    draft.formula(row, at("average"), isValue ? `IFERROR(AVERAGE(${scored.figures}),0)` : `IFERROR(${averageShare(scored)},0)`, "general");
    draft.formula(row, at("lighter"), `COUNTIF(${layout.criteriaRange("weight", false)},"<"&${cell("weight")})*1E-14`, "general", "label");
    draft.formula(row, at("line"), `IFERROR(${lineOf(cell("criterion"), `${MODEL_TABLES.criteria}[Criterion]`)},${lineOf(cell("criterion"), `${MODEL_TABLES.criteria}[Column]`)})`, "whole", "label");
  });
}

function writeTiers(draft: SheetDraft, input: ScorecardInput): void {
  const { layout, model, method, valueBounds } = input;
  const native = new NativeColumns(input);
  const count = model.tiers.length;
  heads(draft, layout.tiersHead, "Tiers", TIER_COLUMNS, TIER_HEADS, ["tier", "promise"]);
  model.tiers.forEach((_, i) => {
    const row = layout.tiersHead + 1 + i;
    const cell = (column: TierColumn) => layout.tierCell(i, column, false);
    const at = (column: TierColumn) => FIRST_COLUMN + TIER_COLUMNS.indexOf(column);
    const line = method === "cutoff" ? lineByCutoff(i + 1) : String(i + 1);
    const inModel = (header: string) => `INDEX(${MODEL_TABLES.tiers}[${header}],${line})`;
    const isLast = i === count - 1;
    draft.style(area(row, FIRST_COLUMN, TIER_COLUMNS.length), "row");
    draft.formula(row, at("tier"), `TRIM(${inModel("Tier")})`, "strong");
    draft.formula(row, at("from"), `IF(ISNUMBER(${inModel("From")}),${inModel("From")},"")`, "general");
    if (method === "quota" && !isLast) draft.formula(row, at("end"), quotaEnd(i === 0 ? "0" : layout.tierCell(i - 1, "end", false), cell("from"), native.scores), "whole");
    if (method === "pareto" && !valueBounds && isLast) draft.formula(row, at("end"), positiveTotal(native.scores), "score");
    if (!isLast) writeBound(draft, row, at("bound"), input, i);
    draft.formula(row, at("accounts"), `SUMPRODUCT(--(${native.tiers}=${cell("tier")}))`, "whole");
    draft.formula(row, at("hoursEach"), `IF(ISNUMBER(${inModel("Hours per account")}),${inModel("Hours per account")},"")`, "general");
    draft.formula(row, at("hours"), `IF(${cell("hoursEach")}="","",${cell("accounts")}*${cell("hoursEach")})`, "money");
    draft.formula(row, at("promise"), `${inModel("Service promise")}&""`);
  });
  const total = layout.tiersHead + 1 + count;
  const hours = FIRST_COLUMN + TIER_COLUMNS.indexOf("hours");
  const sum = (column: TierColumn) => `SUM(${layout.tierCell(0, column, false)}:${layout.tierCell(count - 1, column, false)})`;
  draft.style(area(total, FIRST_COLUMN, TIER_COLUMNS.length), "strong");
  draft.label(total, FIRST_COLUMN, "All tiers");
  draft.formula(total, FIRST_COLUMN + TIER_COLUMNS.indexOf("accounts"), sum("accounts"), "whole");
  draft.formula(total, hours, sum("hours"), "money");
  draft.formula(total, hours + 1, `IF(ISNUMBER(${settingValue(MODEL_SETTINGS.hoursAvailable)}),"of "&FIXED(${settingValue(MODEL_SETTINGS.hoursAvailable)},0)&" hours available","")`, "note");
}

/** The line of the tier table with the nth highest cut-off, so that the table may be sorted; a blank one is the lowest. */
function lineByCutoff(nth: number): string {
  const from = `${MODEL_TABLES.tiers}[From]`;
  return `IFERROR(MATCH(LARGE(${from},${nth}),${from},0),${lineWhere(from, `TRIM(${MODEL_TABLES.tiers}[Tier])<>""`, `NOT(ISNUMBER(${from}))`)})`;
}

/** Where a tier begins, as a score: what all formulas of tiers compare with. */
function writeBound(draft: SheetDraft, row: number, column: number, { layout, method, valueBounds, ...input }: ScorecardInput, tier: number): void {
  const value = valueBounds?.[tier];
  const from = layout.tierCell(tier, "from", false);
  const end = layout.tierCell(tier, "end", false);
  if (value !== undefined) draft.number(row, column, Number.isFinite(value) ? value : NOBODY, "general");
  else if (method === "cutoff") draft.formula(row, column, `IF(${from}="",${NOBODY},${from})`, "general");
  else if (method === "quota") draft.formula(row, column, `IF(${end}<1,${NOBODY},LARGE(${new NativeColumns({ layout, method, ...input }).scores},${end}))`, "general");
}

/** No score reaches it. */
const NOBODY = 1000;

function writeGates(draft: SheetDraft, { layout, model, gateColumns }: ScorecardInput): void {
  heads(draft, layout.gatesHead, "Gates", GATE_COLUMNS, GATE_HEADS, ["column", "test", "limit", "best"]);
  model.gates.forEach(({ column, test }, i) => {
    const row = layout.gatesHead + 1 + i;
    const cell = (of: GateColumn) => layout.gateCell(i, of, false);
    const at = (of: GateColumn) => FIRST_COLUMN + GATE_COLUMNS.indexOf(of);
    const isSame = (other: (typeof model.gates)[number]) => other.column === column && other.test === test;
    const isRepeated = model.gates.filter(isSame).length > 1;
    draft.style(area(row, FIRST_COLUMN, GATE_COLUMNS.length), "row");
    draft.text(row, at("column"), gateColumns[i]?.header ?? column, "strong");
    draft.text(row, at("test"), test);
    const limit = `INDEX(${MODEL_TABLES.gates}[Limit],${cell("line")})`;
    draft.formula(row, at("limit"), `IF(${limit}="","",${limit})`, "left");
    draft.formula(row, at("best"), `TRIM(INDEX(${MODEL_TABLES.gates}[Best tier],${cell("line")}))`);
    // Two gates on one column with one test are told apart by their order.
    const columns = `${MODEL_TABLES.gates}[Column]`;
    const found = lineWhere(columns, `TRIM(${columns})=TRIM(${cell("column")})`, `TRIM(${MODEL_TABLES.gates}[Test])=${cell("test")}`);
    draft.formula(row, at("line"), isRepeated ? String(i + 1) : found, "whole", "label");
  });
}

/** What has changed that formulas cannot follow: another number of lines, other scales, another method, accounts to add. */
function checkFormula(input: ScorecardInput): string {
  const { layout, model, method, list } = input;
  const lines = (table: string, header: string) => `SUMPRODUCT(--(TRIM(${table}[${header}])<>""))`;
  const tests = [
    `${lines(MODEL_TABLES.criteria, "Weight")}<>${model.criteria.length}`,
    `${lines(MODEL_TABLES.tiers, "Tier")}<>${model.tiers.length}`,
    `${lines(MODEL_TABLES.gates, "Column")}<>${model.gates.length}`,
    `COUNT(${layout.criteriaRange("line", false)})<>${model.criteria.length}`,
    `${settingValue(MODEL_SETTINGS.method)}<>"${method}"`,
    ...model.criteria.map(({ scale }, i) => {
      const inModel = `INDEX(${MODEL_TABLES.criteria}[Scale],${layout.criteriaCell(i, "line", false)})`;
      return scale === "minmax" ? `AND(TRIM(${inModel})<>"",${inModel}<>"minmax")` : `${inModel}<>"${scale}"`;
    }),
  ];
  const changed = `IFERROR(OR(${tests.join(",")}),TRUE)`;
  const keys = columnReference(list, list.key);
  // What is no key when the list is read is none here: blanks, errors, TRUE and FALSE.
  const listed = `(ROWS(${keys})-COUNTBLANK(${keys})-SUMPRODUCT(ISERROR(${keys})+ISLOGICAL(${keys})))`;
  const added = input.inList ? "FALSE" : `${listed}<>ROWS(${input.table}[Account ID])`;
  return `IF(${changed},"The model has changed in a way formulas cannot follow (lines, scales or method): write the scorecard again.",IF(${added},"The account list has "&${listed}&" accounts, this scorecard "&ROWS(${input.inList ? keys : `${input.table}[Account ID]`})&": write it again to add or drop accounts.",""))`;
}
