import { areaAddress, cellAddress, columnLetters, type Area } from "../a1";
import { lookUp } from "../formulas/lookup";
import { extraMarginOfYear, programIsKnown, programPayback, type ProgramCells } from "../formulas/programPayback";
import { LONGEST_HORIZON, setting, type SettingName } from "../formulas/settings";
import { compactMoney } from "../formulas/wording";
import type { AccountList } from "../read/accountList";
import type { FigureUnit } from "../read/figureUnits";
import type { PlannedChart } from "../sheetPlan";
import type { StyleName } from "../styles";
import { CELLS, LAST, ROWS, YEAR_COUNT, YEAR_ZERO } from "./accountPlanLayout";
import { sectionTitle } from "./sectionTitle";
import { area, type SheetDraft } from "./sheetDraft";

const FIRST_ROW = ROWS.pays + 1;
const S = ROWS.schedule;
const YEARS: Area = area(S, YEAR_ZERO, YEAR_COUNT);
const CUMULATIVE: Area = area(S + 4, YEAR_ZERO, YEAR_COUNT);

const PROGRAM: ProgramCells = {
  sales: CELLS.revenue,
  margin: CELLS.extraMargin,
  growth: CELLS.plannedGrowth,
  annualCost: CELLS.accountCost,
  setupCost: CELLS.setupCost,
  rate: CELLS.discountRate,
  horizon: CELLS.horizon,
};

/** What the programme costs for this account, what it has to grow by, and when that pays back. */
export function writePayback(draft: SheetDraft, list: AccountList, growthUnit: FigureUnit): void {
  sectionTitle(draft, ROWS.pays, "Does it pay?", verdict());
  writeSteps(draft);
  writeAssumptions(draft, list, growthUnit);
  writeSchedule(draft);
  writePaybackWarnings(draft);
}

function verdict(): string {
  const { payback, atHorizon, horizon } = CELLS;
  const short = `"does not pay back within "&${horizon}&" years: short by "&${compactMoney(`-${atHorizon}`)}&" "&${setting("currency")}`;
  return `IF(ISNUMBER(${payback}),IF(${payback}=0,"earns its cost from the first year","pays back after "&FIXED(${payback},1)&" years, growing as planned"),IF(${payback}="never",${short},"revenue, margin or growth is missing"))`;
}

/** From the cost of a manager to the growth that has to be exceeded, one step a row. */
function writeSteps(draft: SheetDraft): void {
  const row = (i: number, label: string, formula: string, style: StyleName, ...more: StyleName[]) => {
    draft.label(FIRST_ROW + i, 1, label);
    draft.formula(FIRST_ROW + i, 3, formula, style, ...more);
    draft.style(area(FIRST_ROW + i, 1, 3), "row");
  };
  const c = CELLS;
  row(0, "Programme cost a year", setting("programCost"), "money");
  row(1, "Accounts per manager", setting("accountsPerManager"), "whole");
  row(2, "Cost of this account", `IF(COUNT(${c.programCost},${c.accountsPerManager})<2,"",IF(${c.accountsPerManager}>0,${c.programCost}/${c.accountsPerManager},""))`, "money", "strong");
  row(3, "Margin on extra sales", `IF(ISNUMBER(${c.marginShare}),${c.marginShare},"")`, "percent");
  row(4, "Extra sales needed", `IF(COUNT(${c.accountCost},${c.extraMargin})<2,"",IF(${c.extraMargin}>0,${c.accountCost}/${c.extraMargin},"no margin"))`, "money");
  row(5, "Growth to exceed", `IF(COUNT(${c.extraSales},${c.revenue})<2,"",IF(${c.revenue}>0,${c.extraSales}/${c.revenue},""))`, "percent", "strong");
}

function writeAssumptions(draft: SheetDraft, list: AccountList, growthUnit: FigureUnit): void {
  const row = (i: number, label: string, formula: string, style: StyleName, ...more: StyleName[]) => {
    draft.label(FIRST_ROW + i, 4, label, "spaced");
    draft.formula(FIRST_ROW + i, 6, formula, style, ...more);
    draft.style(area(FIRST_ROW + i, 4, 3), "row");
  };
  const listed = list.fields.growth ? lookUp(CELLS.place, list, list.fields.growth) : undefined;
  const share = growthUnit === "percent" ? `${listed}/100` : listed;
  const planned = listed === undefined ? setting("plannedGrowth") : `IF(ISNUMBER(${listed}),${share},${setting("plannedGrowth")})`;
  row(0, "Planned growth", planned, "percent", "input");
  draft.validations.push({ areas: [area(FIRST_ROW, 6)], rule: { kind: "decimal", least: -1, most: 10 }, prompt: "Yearly growth planned with the programme. Starts as a formula; type your own figure over it." });
  row(1, "Set-up cost, once", setting("setupCost"), "money");
  row(2, "Discount rate", setting("discountRate"), "percent");
  const horizon: SettingName = "horizon";
  row(3, "Horizon, years", `MAX(1,MIN(${LONGEST_HORIZON},INT(${setting(horizon)})))`, "whole");
  const knownCell = cellAddress(S + 4, YEAR_ZERO, true);
  const years = areaAddress(YEARS, true);
  const cumulative = areaAddress(CUMULATIVE, true);
  row(4, "Payback, years", `IF(ISNUMBER(${knownCell}),${programPayback(years, cumulative, CELLS.horizon)},"")`, "years", "strong");
  row(5, "Result at the horizon", `IF(ISNUMBER(${knownCell}),INDEX(${cumulative},1,${CELLS.horizon}+1),"")`, "money");
}

/** Year by year, so that the payback can be followed with a finger. */
function writeSchedule(draft: SheetDraft): void {
  const labels = ["Year", "Extra margin", "Cost", "Discounted", "Cumulative"];
  labels.forEach((label, i) => draft.label(S + i, 1, label));
  draft.style(area(S, 1, LAST), "head");
  draft.style(area(S + 1, 1, LAST, 3), "row");
  draft.style(area(S + 4, 1, LAST), "total");
  draft.height(S - 1, 8);
  const known = cellAddress(S + 4, YEAR_ZERO, true);
  for (let year = 0; year < YEAR_COUNT; year++) {
    const column = YEAR_ZERO + year;
    const at = (row: number) => cellAddress(S + row, column);
    // Year 0 stands empty while something is missing, and every other cell follows it.
    const whenKnown = (formula: string) => `IF(ISNUMBER(${known}),${formula},"")`;
    draft.number(S, column, year, "whole", "figure");
    draft.formula(S + 1, column, whenKnown(year === 0 ? "0" : extraMarginOfYear(PROGRAM, at(0))), "money");
    draft.formula(S + 2, column, whenKnown(year === 0 ? `-${CELLS.setupCost}` : `-${CELLS.accountCost}`), "money");
    draft.formula(S + 3, column, whenKnown(`(${at(1)}+${at(2)})/(1+${CELLS.discountRate})^${at(0)}`), "money");
    const before = cellAddress(S + 4, column - 1);
    draft.formula(S + 4, column, year === 0 ? `IF(${programIsKnown(PROGRAM)},-${CELLS.setupCost},"")` : whenKnown(`${before}+${at(3)}`), "money");
  }
  const yearAbove = `${columnLetters(YEAR_ZERO)}$${S + 1}`;
  draft.highlight("beyond", `=AND(ISNUMBER(${CELLS.horizon}),${yearAbove}>N(${CELLS.horizon}))`, area(S, YEAR_ZERO, YEAR_COUNT, 5));
}

/** What must not be overlooked on the first page, wherever it stands. */
function writePaybackWarnings(draft: SheetDraft): void {
  draft.highlight("attention", `=${CELLS.payback}="never"`, area(ROWS.tileFigures, LAST - 1, 1, 2), area(FIRST_ROW + 4, 6));
  const amounts = [area(ROWS.figures + 4, 11, 2), area(FIRST_ROW + 5, 6), CUMULATIVE];
  draft.highlights.push({ areas: amounts, when: { kind: "below", bound: 0 }, style: "attention" });
}

export const paybackChart = (): PlannedChart => ({
  name: "KAM Payback",
  title: "Cumulative result of the programme by year",
  values: CUMULATIVE,
  categories: YEARS,
  place: area(FIRST_ROW, 7, 6, 7),
});
