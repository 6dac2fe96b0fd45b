import { areaAddress, cellAddress, columnLetters, type Area } from "../../a1";
import { extraMarginOfYear, programIsKnown, programPayback, type ProgramCells } from "../../formulas/programPayback";
import { LONGEST_HORIZON, setting } from "../../formulas/settings";
import { compactMoney } from "../../formulas/wording";
import type { PlannedChart } from "../../sheetPlan";
import type { StyleName } from "../../styles";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { fig, type PlanDraft } from "../planDraft";
import { RIGHT } from "../planGrid";
import type { PlanFigure } from "../planNames";
import type { PlanLookups } from "../planLookups";

const FIRST = RIGHT.first;
const LAST = RIGHT.last;
const VALUE = FIRST + 1;
/** Year, extra margin, cost and cumulative result stand beside the steps, the chart behind them. */
const YEAR = VALUE + 1;
const CUMULATIVE = YEAR + 3;
const CHART = CUMULATIVE + 1;
const YEAR_COUNT = LONGEST_HORIZON + 1;

const PROGRAM: ProgramCells = {
  sales: fig("Revenue"),
  margin: fig("Margin"),
  growth: fig("PlannedGrowth"),
  annualCost: fig("AccountCost"),
  setupCost: fig("SetupCost"),
  rate: fig("DiscountRate"),
  horizon: fig("Horizon"),
};

/** What the programme costs for this account, what it has to grow by, and when that pays back. */
export function writePayback({ draft, look, titleOf }: PlanContext): PlannedChart {
  draft.title(titleOf("Payback"), verdict());
  draft.highlight("attention", `=${fig("Payback")}="never"`, area(draft.row - 1, LAST));
  const top = draft.row;
  draft.heads([
    [FIRST, "From cost to payback"],
    [YEAR, "Year", "figure"],
    [YEAR + 1, "Margin +", "figure"],
    [YEAR + 2, "Cost", "figure"],
    [CUMULATIVE, "In total", "figure"],
  ]);
  const years = area(top + 1, YEAR, 1, YEAR_COUNT);
  const cumulative = area(top + 1, CUMULATIVE, 1, YEAR_COUNT);
  writeSteps(draft, look, top + 1, years, cumulative);
  writeSchedule(draft, top + 1);
  draft.highlight("attention", `=${fig("Payback")}="never"`, area(top + 11, VALUE));
  draft.highlights.push({ areas: [area(top + 12, VALUE), cumulative], when: { kind: "below", bound: 0 }, style: "attention" });
  draft.row = top + 1 + YEAR_COUNT + 1;
  return {
    name: "KAM Payback",
    title: "Cumulative result by year",
    values: cumulative,
    categories: years,
    place: area(top, CHART, LAST - CHART + 1, YEAR_COUNT + 2),
  };
}

function verdict(): string {
  const payback = fig("Payback");
  const short = `"does not pay back within "&${fig("Horizon")}&" years: short by "&${compactMoney(`-${fig("ResultAtHorizon")}`)}&" "&${setting("currency")}`;
  return `IFERROR(IF(ISNUMBER(${payback}),IF(${payback}=0,"earns its cost from the first year","pays back after "&FIXED(${payback},1)&" years, growing as planned"),IF(${payback}="never",${short},"revenue, margin or growth is missing")),"a figure is missing")`;
}

/** From the cost of a manager to the growth that has to be exceeded and the payback, one step a row. */
function writeSteps(draft: PlanDraft, look: PlanLookups, first: number, years: Area, cumulative: Area): void {
  const { list, growthUnit } = look.sources;
  const cost = cellAddress(first, VALUE, true);
  const accounts = cellAddress(first + 1, VALUE, true);
  const known = cellAddress(cumulative.row, cumulative.column, true);
  const listed = list.fields.growth ? look.listed(list.fields.growth) : undefined;
  const planned = listed === undefined ? setting("plannedGrowth") : `IF(ISNUMBER(${listed}),${growthUnit === "percent" ? `${listed}/100` : listed},${setting("plannedGrowth")})`;
  const rows: readonly (readonly [label: string, formula: string, style: StyleName, figure?: PlanFigure])[] = [
    ["Programme cost a year", setting("programCost"), "planMoney"],
    ["Accounts per manager", setting("accountsPerManager"), "whole"],
    ["Cost of this account", `IF(COUNT(${cost},${accounts})<2,"",IF(${accounts}>0,${cost}/${accounts},""))`, "planMoney", "AccountCost"],
    ["Margin on extra sales", `IF(ISNUMBER(${fig("Margin")}),${fig("Margin")},"")`, "percent"],
    ["Extra sales needed", `IF(COUNT(${fig("AccountCost")},${fig("Margin")})<2,"",IF(${fig("Margin")}>0,${fig("AccountCost")}/${fig("Margin")},"no margin"))`, "planMoney", "ExtraSales"],
    ["Growth to exceed", `IF(COUNT(${fig("ExtraSales")},${fig("Revenue")})<2,"",IF(${fig("Revenue")}>0,${fig("ExtraSales")}/${fig("Revenue")},""))`, "percent", "BreakEvenGrowth"],
    ["Planned growth a year", planned, "percent", "PlannedGrowth"],
    ["Set-up cost, once", setting("setupCost"), "planMoney", "SetupCost"],
    ["Discount rate", setting("discountRate"), "percent", "DiscountRate"],
    ["Horizon, years", `MAX(1,MIN(${LONGEST_HORIZON},INT(${setting("horizon")})))`, "whole", "Horizon"],
    ["Payback, years", `IF(ISNUMBER(${known}),${programPayback(areaAddress(years, true), areaAddress(cumulative, true), fig("Horizon"))},"")`, "years", "Payback"],
    ["Result at the horizon", `IF(ISNUMBER(${known}),INDEX(${areaAddress(cumulative, true)},${fig("Horizon")}+1),"")`, "planMoney", "ResultAtHorizon"],
  ];
  rows.forEach(([label, formula, style, figure], i) => {
    const isResult = figure === "AccountCost" || figure === "BreakEvenGrowth" || figure === "Payback";
    draft.label(first + i, FIRST, label, ...(isResult ? (["strong"] as const) : []));
    draft.style(area(first + i, FIRST, 2), "row");
    if (figure === "PlannedGrowth") draft.input("PlannedGrowth", area(first + i, VALUE));
    const styles: StyleName[] = isResult ? [style, "strong"] : [style];
    if (figure) draft.figure(figure, first + i, VALUE, formula, ...styles);
    else draft.formula(first + i, VALUE, formula, ...styles);
  });
  draft.validations.push({ areas: [area(first + 6, VALUE)], rule: { kind: "decimal", least: -1, most: 10 }, prompt: "Yearly growth planned with the programme. Starts as a formula; type your own figure over it." });
}

/** Year by year, so that the payback can be followed with a finger. */
function writeSchedule(draft: PlanDraft, first: number): void {
  const known = cellAddress(first, CUMULATIVE, true);
  draft.style(area(first, YEAR, CUMULATIVE - YEAR + 1, YEAR_COUNT), "row");
  for (let year = 0; year < YEAR_COUNT; year++) {
    const row = first + year;
    const at = (column: number) => cellAddress(row, YEAR + column);
    // Year 0 stands empty while something is missing, and every other cell follows it.
    const whenKnown = (formula: string) => `IF(ISNUMBER(${known}),${formula},"")`;
    draft.number(row, YEAR, year, "whole");
    draft.formula(row, YEAR + 1, whenKnown(year === 0 ? "0" : extraMarginOfYear(PROGRAM, at(0))), "planMoney");
    draft.formula(row, YEAR + 2, whenKnown(year === 0 ? `-${fig("SetupCost")}` : `-${fig("AccountCost")}`), "planMoney");
    const before = cellAddress(row - 1, CUMULATIVE);
    draft.formula(row, CUMULATIVE, year === 0 ? `IF(${programIsKnown(PROGRAM)},-${fig("SetupCost")},"")` : whenKnown(`${before}+(${at(1)}+${at(2)})/(1+${fig("DiscountRate")})^${at(0)}`), "planMoney", "strong");
  }
  const ownYear = `$${columnLetters(YEAR)}${first + 1}`;
  draft.highlight("beyond", `=AND(ISNUMBER(${fig("Horizon")}),${ownYear}>N(${fig("Horizon")}))`, area(first, YEAR, CUMULATIVE - YEAR + 1, YEAR_COUNT));
}
