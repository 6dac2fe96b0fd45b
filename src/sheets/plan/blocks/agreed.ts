import { areaAddress, cellAddress } from "../../a1";
import type { StyleName } from "../../styles";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { fig } from "../planDraft";
import { RIGHT } from "../planGrid";
import { AGREED_NAME, AGREED_ROWS, type PlanFigure } from "../planNames";

const FIRST = RIGHT.first;
const LAST = RIGHT.last;
const GRID_WIDTH = LAST - FIRST + 1;
const NARROW = FIRST + 1;

/** Figures a plan is agreed on, and how large a change in them is more than rounding. */
const FIGURES: readonly { readonly figure: PlanFigure; readonly head: string; readonly style: StyleName; readonly change: StyleName }[] = [
  { figure: "Tier", head: "Tier", style: "wordRight", change: "wordRight" },
  { figure: "Score", head: "Score", style: "score", change: "scoreChange" },
  { figure: "Revenue", head: "Revenue", style: "planMoney", change: "moneyChange" },
  { figure: "Margin", head: "Margin", style: "percent", change: "percentChange" },
  { figure: "WalletShare", head: "Wallet", style: "percent", change: "percentChange" },
  { figure: "CostToServe", head: "Service", style: "planMoney", change: "moneyChange" },
  { figure: "BreakEvenGrowth", head: "Needed", style: "percent", change: "percentChange" },
  { figure: "Payback", head: "Payback, years", style: "years", change: "scoreChange" },
];

/** What was agreed, what is now, and what has moved: the answer to "is this plan stale?". */
export function writeAgreed({ draft, titleOf }: PlanContext): void {
  const top = draft.row;
  const agreed = top + 2 + AGREED_ROWS.agreed;
  const now = top + 2 + AGREED_ROWS.now;
  const moved = top + 2 + AGREED_ROWS.moved;
  const on = fig("AgreedOn");
  const drift = fig("Drift");
  draft.title(titleOf("Agreed"), `IF(NOT(ISNUMBER(${on})),"not agreed yet",IF(N(${drift})=0,"nothing has moved since",${drift}&IF(${drift}=1," figure has moved since"," figures have moved since")))`);
  draft.label(top + 1, FIRST, "Agreed on", "strong");
  draft.style(area(top + 1, FIRST, GRID_WIDTH), "row");
  draft.input("AgreedOn", area(top + 1, NARROW));
  draft.figure("AgreedOn", top + 1, NARROW, undefined, "planDate", "strong");
  draft.validations.push({ areas: [area(top + 1, NARROW)], rule: { kind: "date" }, prompt: "The pane writes it when a plan is agreed, with the figures of that day." });
  draft.label(top + 1, NARROW + 1, "with", "figure");
  draft.input("AgreedBy", area(top + 1, NARROW + 2, LAST - NARROW - 3));
  draft.figure("Drift", top + 1, LAST, `IF(ISNUMBER(${on}),SUMPRODUCT((${areaAddress(area(moved, NARROW, FIGURES.length))}<>"")*1),"")`, "driftCount");
  draft.row = top + 2;
  draft.heads([[FIRST, "Figure"], ...FIGURES.map(({ head }, i) => [NARROW + i, head, "figure"] as const)]);
  ["Then", "Now", "Moved"].forEach((label, i) => draft.label(agreed + i, FIRST, label, "strong"));
  draft.style(area(agreed, FIRST, GRID_WIDTH, 3), "row");
  FIGURES.forEach(({ figure, style, change }, i) => {
    const column = NARROW + i;
    const [then, present] = [cellAddress(agreed, column), cellAddress(now, column)];
    draft.style(area(agreed, column), style);
    draft.formula(now, column, `IFERROR(IF(${fig(figure)}="","",${fig(figure)}),"")`, style);
    const difference = `IF(ABS(${present}-${then})>10^-6*MAX(1,ABS(${then})),${present}-${then},"")`;
    draft.formula(moved, column, `IF(NOT(ISNUMBER(${on})),"",IF(COUNT(${then},${present})=2,${difference},IF(${then}&""=${present}&"","",IF(${present}="","gone","was "&IF(${then}="","empty",${then})))))`, change, "strong");
  });
  draft.names.push({ name: AGREED_NAME, area: area(top + 2, NARROW, FIGURES.length, 4) });
  draft.highlight("moved", `=${cellAddress(moved, NARROW)}<>""`, area(moved, NARROW, FIGURES.length));
  draft.highlight("attention", `=N(${drift})>0`, area(top + 1, LAST));
  draft.row = moved + 1;
}
