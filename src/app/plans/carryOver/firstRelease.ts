import type { Area } from "../../../sheets/a1";
import { SETTINGS_TABLE } from "../../../sheets/formulas/settings";
import { blockName, inputName, type PlanBlock, type PlanInput } from "../../../sheets/plan/planNames";
import type { KnownContents } from "./knownContents";
import { contentAt, isEmpty, isFormula, type Content, type SheetContent } from "./sheetContent";

/** Titles of the sections of a plan of release 0.1.0 and the blocks they have become; each reaches to the next one. */
const SECTIONS: Readonly<Record<string, PlanBlock>> = {
  Figures: "Figures",
  "Does it pay?": "Payback",
  "Objectives, theirs and ours": "Objectives",
  "Decision unit": "DecisionUnit",
  "Action plan": "Actions",
  "Review log": "Reviews",
};

/** Sections whose rows below the heads are typed in. */
const FORMS: Partial<Readonly<Record<PlanBlock, PlanInput>>> = { Objectives: "Objectives", DecisionUnit: "Contacts", Actions: "Actions", Reviews: "Reviews" };

/** Cells that were typed in, by the words above them or to their left. */
const BELOW: Readonly<Record<string, PlanInput>> = { Owner: "Owner", "Reviewer, not the owner": "Reviewer", "Step we are at": "Step" };
const RIGHT: Readonly<Record<string, PlanInput>> = { "Planned growth": "PlannedGrowth", "Cost to serve": "CostToServe", "Customer's total spend": "Spend", "Pays late by, days": "DaysLate" };

/** Heads that are called otherwise today. */
const RENAMED: Readonly<Record<string, string>> = {
  Contact: "Contact and position",
  Wants: "Interests and practices",
  "Last contact": "Last met",
  "Value / hour": "Value per hour",
  "Due?": "When",
  "Reviewed on": "On",
  Comment: "Reviewer's comment",
  "Customer's total spend": "Its total spend",
  "Planned growth": "Planned growth a year",
};

/** The rest of the sheet's own wording. */
const WORDING = new Set([
  ...Object.keys(SECTIONS), ...Object.keys(BELOW), ...Object.keys(RIGHT), ...Object.keys(RENAMED), ...Object.values(RENAMED),
  "type here", "Row in list", "Account ID", "Last review", "Next review", "score", "rank",
  "Revenue", "Change on the year before", "Average growth a year", "Share of all accounts", "Place by revenue", "Accounts in the list", "Last year", "Amount", "Share", "Margin (KAM Model)", "After cost to serve", "Headroom",
  "Programme cost a year", "Accounts per manager", "Cost of this account", "Margin on extra sales", "Extra sales needed", "Growth to exceed", "Set-up cost, once", "Discount rate", "Horizon, years", "Payback, years", "Result at the horizon",
  "Year", "Extra margin", "Cost", "Discounted", "Cumulative",
  "Horizon", "Their objective", "Our objective", "Type", "By", "Status", "Role", "Influence", "Strength", "Our contact", "Next step", "Action", "Due", "Hours", "Value", "Reviewer", "What we decided", "Answered",
]);
/** What an action brings an hour and when it is due, in every line of the action plan. */
const ACTION_LINE = /^=IF\((COUNT\(I\d+,J\d+\)<2|OR\(B\d+="",NOT\(ISNUMBER\(H\d+\)\))/;
const LEGEND = /^White cells are live formulas over the (table|sheet) /;

/** A plan of release 0.1.0 has one name, that of its key. Its sections and inputs are found by their words and named as today's. */
export function asNamedPlan(sheet: SheetContent): SheetContent {
  const names = new Map<string, Area>(sheet.names);
  const cells = sheet.cells.map((row) => row.map((content) => (typeof content === "string" ? (RENAMED[content] ?? content) : content)));
  const titles = sheet.cells.flatMap((row, at) => {
    const block = typeof row[1] === "string" ? SECTIONS[row[1]] : undefined;
    return block ? [{ block, row: at }] : [];
  });
  const width = Math.max(13, ...sheet.cells.map((row) => row.length));
  const name = (text: string, row: number, column: number, rowCount: number, columnCount: number) => names.set(text, { row, column, rowCount, columnCount });
  if (titles[0]) name(blockName("Header"), 0, 0, titles[0].row, width);
  titles.forEach(({ block, row }, i) => {
    const next = titles[i + 1]?.row ?? lastFormRow(sheet, row) + 1;
    name(blockName(block), row, 0, next - row, width);
    const form = FORMS[block];
    if (form) name(inputName(form), row + 2, 1, Math.max(1, next - row - 3), 12);
  });
  sheet.cells.forEach((line, row) =>
    line.forEach((content, column) => {
      if (typeof content !== "string") return;
      const [below, right] = [BELOW[content], RIGHT[content]];
      if (below && row < (titles[0]?.row ?? 0) && !isFormula(contentAt(sheet, row + 1, column))) name(inputName(below), row + 1, column, 1, 1);
      if (right && (right === "PlannedGrowth" || !isFormula(contentAt(sheet, row, column + 2)))) name(inputName(right), row, column + 2, 1, 1);
    }),
  );
  return { ...sheet, names, cells: withoutYears(cells, titles) };
}

/** The review log, the last section, ends above the first empty row behind its four lines. */
function lastFormRow(sheet: SheetContent, title: number): number {
  let row = title + 6;
  while (row < sheet.cells.length && (sheet.cells[row] ?? []).some((content) => !isEmpty(content))) row++;
  return row;
}

/** Years above the figures and in the schedule are the sheet's own numbers. */
function withoutYears(cells: readonly (readonly Content[])[], titles: readonly { readonly block: PlanBlock; readonly row: number }[]): Content[][] {
  const heads = titles.filter(({ block }) => block === "Figures").map(({ row }) => row + 1);
  return cells.map((line, row) => (heads.includes(row) || line[1] === "Year" ? line.map((content) => (typeof content === "number" ? "" : content)) : [...line]));
}

/** What such a plan holds of its own. Where its formulas stood nobody can tell an edited one from ours; the former sheet keeps it. */
export const knownFirstRelease = (known: KnownContents): KnownContents => ({
  constantCount: (constant, column) => (typeof constant === "string" && (WORDING.has(constant) || LEGEND.test(constant)) ? 1 : known.constantCount(constant, column)),
  hasFormula: (formula, isInput) => !isInput || formula.includes(SETTINGS_TABLE) || ACTION_LINE.test(formula) || known.hasFormula(formula, isInput),
});
