import { cellAddress } from "../../a1";
import { columnReference } from "../../formulas/lookup";
import { setting } from "../../formulas/settings";
import type { ListColumn } from "../../read/accountList";
import type { StyleName } from "../../styles";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { fig, type PlanDraft } from "../planDraft";
import { LEFT } from "../planGrid";
import type { PlanFigure, PlanInput } from "../planNames";
import type { PlanLookups } from "../planLookups";

/** The years stand in C to G, the latest always in G. */
const FIRST = LEFT.first;
const LATEST = 6;
/** Facts stand below, their amounts under the latest year. */
const AMOUNT = LATEST;
const SHARE = AMOUNT + 1;
const ROW_COUNT = 6;

/** How big, how profitable, what it costs, how much room: each figure from the list, or typed when the list has none. */
export function writeFigures({ draft, look, titleOf }: PlanContext): void {
  const growth = fig("RevenueGrowth");
  draft.title(titleOf("Figures"), `IFERROR(IF(ISNUMBER(${growth}),IF(${growth}<0,"shrank","grew")&" by "&FIXED(100*ABS(${growth}),1)&" % a year, ",""),"")&IFERROR(IF(ISNUMBER(${fig("WalletShare")}),"we have "&FIXED(100*${fig("WalletShare")},0)&" % of what it spends","its total spend is not known"),"")`);
  const head = draft.row;
  draft.heads([[SHARE, "Share", "figure"]]);
  draft.style(area(head + 1, draft.first, draft.width, 2 * ROW_COUNT), "row");
  draft.formula(head, FIRST, `"In "&${setting("currency")}`);
  writeYears(draft, look, head);
  writeFacts(draft, look, head + 1 + ROW_COUNT);
  draft.row = head + 1 + 2 * ROW_COUNT;
}

function writeYears(draft: PlanDraft, look: PlanLookups, head: number): void {
  const { list } = look.sources;
  const first = head + 1;
  ["Revenue", "Change on the year before", "Average growth a year", "Share of all accounts", "Place by revenue", "Accounts in the list"].forEach((label, i) => draft.label(first + i, FIRST, label));
  const years = list.revenues;
  years.forEach((column, i) => {
    const place = LATEST - years.length + 1 + i;
    if (column.year === undefined) draft.text(head, place, column.header, "figure");
    else draft.number(head, place, column.year, "whole", "figure");
    const figure = ({ [years.length - 1]: "Revenue", [years.length - 2]: "RevenueBefore" } as const)[i];
    if (figure) draft.figure(figure, first, place, look.listed(column), "planMoney", "strong");
    else draft.formula(first, place, look.listed(column), "planMoney", "strong");
    if (i > 0) writeChange(draft, first, place, i === years.length - 1);
  });
  const latest = years.at(-1);
  const revenue = fig("Revenue");
  if (!latest) {
    draft.label(head, LATEST, "Last year", "figure");
    draft.input("Revenue", area(first, LATEST));
    draft.figure("Revenue", first, LATEST, undefined, "planMoney");
    return;
  }
  const oldest = cellAddress(first, LATEST - years.length + 1);
  const span = (latest.year ?? 0) - (years[0]?.year ?? 0);
  if (years.length > 1) draft.figure("RevenueGrowth", first + 2, LATEST, `IF(COUNT(${oldest},${revenue})<2,"",IF(AND(${oldest}>0,${revenue}>0),(${revenue}/${oldest})^(1/${span})-1,""))`, "percent");
  const all = columnReference(list, latest);
  // A sum would be an error as soon as one account's cell is; SUMIF passes errors over.
  const total = `(SUMIF(${all},">0")+SUMIF(${all},"<0"))`;
  draft.formula(first + 3, LATEST, `IF(ISNUMBER(${revenue}),IF(${total}>0,${revenue}/${total},""),"")`, "percent");
  draft.formula(first + 4, LATEST, `IF(ISNUMBER(${revenue}),COUNTIF(${all},">"&${revenue})+1,"")`, "whole", "figure");
  draft.formula(first + 5, LATEST, `COUNTA(${columnReference(list, list.key)})`, "whole", "figure");
}

function writeChange(draft: PlanDraft, first: number, place: number, isLatest: boolean): void {
  const [before, now] = [cellAddress(first, place - 1), cellAddress(first, place)];
  const formula = `IF(COUNT(${before},${now})<2,"",IF(${before}>0,${now}/${before}-1,""))`;
  if (isLatest) draft.figure("RevenueChange", first + 1, place, formula, "percent");
  else draft.formula(first + 1, place, formula, "percent");
}

function writeFacts(draft: PlanDraft, look: PlanLookups, first: number): void {
  const { costToServe, wallet, daysLate } = look.sources.list.fields;
  const revenue = fig("Revenue");
  const label = (i: number, words: string) => draft.label(first + i, FIRST, words);
  const listedOrTyped = (i: number, figure: PlanFigure | undefined, input: PlanInput, column: ListColumn | undefined, style: StyleName) => {
    if (!column) draft.input(input, area(first + i, AMOUNT));
    if (figure) draft.figure(figure, first + i, AMOUNT, column ? look.listed(column) : undefined, style);
    else if (column) draft.formula(first + i, AMOUNT, look.listed(column), style);
    else draft.style(area(first + i, AMOUNT), style);
  };
  const shareOfRevenue = (amount: string) => `IF(COUNT(${amount},${revenue})<2,"",IF(${revenue}>0,${amount}/${revenue},""))`;
  const both = (then: string) => `IF(COUNT(${fig("Spend")},${revenue})<2,"",${then})`;

  writeMargin(draft, look, first);
  label(1, "Cost to serve");
  listedOrTyped(1, "CostToServe", "CostToServe", costToServe, "planMoney");
  draft.figure("CostToServeShare", first + 1, SHARE, shareOfRevenue(fig("CostToServe")), "percent");
  label(2, "After cost to serve");
  draft.figure("AfterCostToServe", first + 2, AMOUNT, `IF(COUNT(${fig("MarginAmount")},${fig("CostToServe")})<2,"",${fig("MarginAmount")}-${fig("CostToServe")})`, "planMoney", "strong");
  draft.formula(first + 2, SHARE, shareOfRevenue(fig("AfterCostToServe")), "percent");
  label(3, "Its total spend");
  listedOrTyped(3, "Spend", "Spend", wallet, "planMoney");
  draft.figure("WalletShare", first + 3, SHARE, both(`IF(${fig("Spend")}>0,${revenue}/${fig("Spend")},"")`), "percent");
  label(4, "Headroom");
  draft.figure("Headroom", first + 4, AMOUNT, both(`${fig("Spend")}-${revenue}`), "planMoney");
  draft.formula(first + 4, SHARE, `IF(ISNUMBER(${fig("WalletShare")}),1-${fig("WalletShare")},"")`, "percent");
  label(5, "Pays late by, days");
  listedOrTyped(5, undefined, "DaysLate", daysLate, "whole");
  draft.highlights.push({ areas: [area(first, AMOUNT, 2, ROW_COUNT - 1)], when: { kind: "below", bound: 0 }, style: "attention" });
}

/** The list's margin where it tells one, else the model's; the label says which, because it carries the payback. */
function writeMargin(draft: PlanDraft, look: PlanLookups, row: number): void {
  const { list, marginUnit } = look.sources;
  const { margin } = list.fields;
  const revenue = fig("Revenue");
  const model = setting("netMargin");
  const asAmount = `IF(COUNT(${fig("Margin")},${revenue})<2,"",${fig("Margin")}*${revenue})`;
  if (!margin) {
    draft.label(row, FIRST, "Margin, of the model");
    draft.figure("MarginAmount", row, AMOUNT, asAmount, "planMoney");
    draft.figure("Margin", row, SHARE, model, "percent");
    return;
  }
  const listed = look.listed(margin);
  const share = { share: listed, percent: `${listed}/100`, amount: `IF(AND(ISNUMBER(${revenue}),N(${revenue})>0),${listed}/${revenue},${model})` }[marginUnit];
  draft.formula(row, FIRST, `IF(ISNUMBER(${listed}),"Margin","Margin, of the model")`);
  draft.figure("MarginAmount", row, AMOUNT, marginUnit === "amount" ? `IF(ISNUMBER(${listed}),${listed},${asAmount})` : asAmount, "planMoney");
  draft.figure("Margin", row, SHARE, `IF(ISNUMBER(${listed}),${share},${model})`, "percent");
}
