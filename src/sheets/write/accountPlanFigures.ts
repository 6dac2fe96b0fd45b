import { cellAddress } from "../a1";
import { columnReference, lookUp } from "../formulas/lookup";
import { setting } from "../formulas/settings";
import type { AccountList, ListColumn } from "../read/accountList";
import type { FigureUnit } from "../read/figureUnits";
import type { StyleName } from "../styles";
import { CELLS, LAST, ROWS } from "./accountPlanLayout";
import { sectionTitle } from "./sectionTitle";
import { area, type SheetDraft } from "./sheetDraft";

const HEAD = ROWS.figures + 1;
const FIRST_ROW = HEAD + 1;
const LAST_YEAR_COLUMN = 8;

/** How big, how profitable, what it costs, how much room: each figure from the list, or typed when the list has none. */
export function writeFigures(draft: SheetDraft, list: AccountList, marginUnit: FigureUnit): void {
  sectionTitle(draft, ROWS.figures, "Figures", `IF(ISNUMBER(${CELLS.averageGrowth}),IF(${CELLS.averageGrowth}<0,"shrank","grew")&" by "&FIXED(100*ABS(${CELLS.averageGrowth}),1)&" % a year, ","")&IF(ISNUMBER(${CELLS.walletShare}),"we have "&FIXED(100*${CELLS.walletShare},0)&" % of what it spends","its total spend is not known")`);
  draft.style(area(HEAD, 1, LAST), "head");
  for (let row = FIRST_ROW; row < FIRST_ROW + 6; row++) {
    draft.style(area(row, 1, 8), "row");
    draft.style(area(row, 9, 4), "row");
  }
  writeYears(draft, list);
  writeFacts(draft, list, marginUnit);
}

function writeYears(draft: SheetDraft, list: AccountList): void {
  draft.formula(HEAD, 1, `"In "&${setting("currency")}`);
  const labels = ["Revenue", "Change on the year before", "Average growth a year", "Share of all accounts", "Place by revenue", "Accounts in the list"];
  labels.forEach((label, i) => draft.label(FIRST_ROW + i, 1, label));
  const years = list.revenues;
  years.forEach((column, i) => {
    const place = LAST_YEAR_COLUMN - years.length + 1 + i;
    const address = cellAddress(FIRST_ROW, place);
    if (column.year === undefined) draft.text(HEAD, place, column.header, "figure");
    else draft.number(HEAD, place, column.year, "whole", "figure");
    draft.formula(FIRST_ROW, place, lookUp(CELLS.place, list, column), "money", "strong");
    if (i > 0) {
      const before = cellAddress(FIRST_ROW, place - 1);
      draft.formula(FIRST_ROW + 1, place, `IF(COUNT(${before},${address})<2,"",IF(${before}>0,${address}/${before}-1,""))`, "percent");
    }
  });
  const latest = years.at(-1);
  if (!latest) {
    typedFigure(draft, FIRST_ROW, LAST_YEAR_COLUMN, "money");
    draft.label(HEAD, LAST_YEAR_COLUMN, "Last year", "figure");
    return;
  }
  const first = cellAddress(FIRST_ROW, LAST_YEAR_COLUMN - years.length + 1);
  const span = (latest.year ?? 0) - (years[0]?.year ?? 0);
  if (years.length > 1) {
    draft.formula(FIRST_ROW + 2, LAST_YEAR_COLUMN, `IF(COUNT(${first},${CELLS.revenue})<2,"",IF(AND(${first}>0,${CELLS.revenue}>0),(${CELLS.revenue}/${first})^(1/${span})-1,""))`, "percent");
  }
  const all = columnReference(list, latest);
  draft.formula(FIRST_ROW + 3, LAST_YEAR_COLUMN, `IF(ISNUMBER(${CELLS.revenue}),IF(SUM(${all})>0,${CELLS.revenue}/SUM(${all}),""),"")`, "percent");
  draft.formula(FIRST_ROW + 4, LAST_YEAR_COLUMN, `IF(ISNUMBER(${CELLS.revenue}),COUNTIF(${all},">"&${CELLS.revenue})+1,"")`, "whole");
  draft.formula(FIRST_ROW + 5, LAST_YEAR_COLUMN, `COUNTA(${columnReference(list, list.key)})`, "whole");
}

function typedFigure(draft: SheetDraft, row: number, column: number, style: StyleName): void {
  draft.style(area(row, column), "input", style);
}

function writeFacts(draft: SheetDraft, list: AccountList, marginUnit: FigureUnit): void {
  const { costToServe, wallet, daysLate } = list.fields;
  draft.label(HEAD, 11, "Amount", "figure");
  draft.label(HEAD, 12, "Share", "figure");
  const fact = (i: number, label: string) => draft.label(FIRST_ROW + i, 9, label, "spaced");
  const liveOrTyped = (i: number, column: ListColumn | undefined, style: StyleName) => {
    if (column) draft.formula(FIRST_ROW + i, 11, lookUp(CELLS.place, list, column), style);
    else typedFigure(draft, FIRST_ROW + i, 11, style);
  };
  const shareOfRevenue = (amount: string) => `IF(COUNT(${amount},${CELLS.revenue})<2,"",IF(${CELLS.revenue}>0,${amount}/${CELLS.revenue},""))`;

  writeMargin(draft, list, marginUnit);
  fact(1, "Cost to serve");
  liveOrTyped(1, costToServe, "money");
  draft.formula(FIRST_ROW + 1, 12, shareOfRevenue(CELLS.costToServe), "percent");
  fact(2, "After cost to serve");
  draft.formula(FIRST_ROW + 2, 11, `IF(COUNT(${CELLS.marginAmount},${CELLS.costToServe})<2,"",${CELLS.marginAmount}-${CELLS.costToServe})`, "money", "strong");
  draft.formula(FIRST_ROW + 2, 12, shareOfRevenue(CELLS.afterCost), "percent");
  fact(3, "Customer's total spend");
  liveOrTyped(3, wallet, "money");
  draft.formula(FIRST_ROW + 3, 12, `IF(COUNT(${CELLS.spend},${CELLS.revenue})<2,"",IF(${CELLS.spend}>0,${CELLS.revenue}/${CELLS.spend},""))`, "percent");
  fact(4, "Headroom");
  draft.formula(FIRST_ROW + 4, 11, `IF(COUNT(${CELLS.spend},${CELLS.revenue})<2,"",${CELLS.spend}-${CELLS.revenue})`, "money");
  draft.formula(FIRST_ROW + 4, 12, `IF(ISNUMBER(${CELLS.walletShare}),1-${CELLS.walletShare},"")`, "percent");
  fact(5, "Pays late by, days");
  liveOrTyped(5, daysLate, "whole");
}

/** The list's margin where it tells one, else the model's; the label says which, because it carries the payback. */
function writeMargin(draft: SheetDraft, list: AccountList, unit: FigureUnit): void {
  const { margin } = list.fields;
  const model = setting("netMargin");
  const asAmount = `IF(COUNT(${CELLS.marginShare},${CELLS.revenue})<2,"",${CELLS.marginShare}*${CELLS.revenue})`;
  if (!margin) {
    draft.label(FIRST_ROW, 9, "Margin (KAM Model)", "spaced");
    draft.formula(FIRST_ROW, 11, asAmount, "money");
    draft.formula(FIRST_ROW, 12, model, "percent");
    return;
  }
  const listed = lookUp(CELLS.place, list, margin);
  const share = { share: listed, percent: `${listed}/100`, amount: `IF(AND(ISNUMBER(${CELLS.revenue}),N(${CELLS.revenue})>0),${listed}/${CELLS.revenue},${model})` }[unit];
  draft.formula(FIRST_ROW, 9, `IF(ISNUMBER(${listed}),"Margin","Margin (KAM Model)")`, "spaced");
  draft.formula(FIRST_ROW, 11, unit === "amount" ? `IF(ISNUMBER(${listed}),${listed},${asAmount})` : asAmount, "money");
  draft.formula(FIRST_ROW, 12, `IF(ISNUMBER(${listed}),${share},${model})`, "percent");
}
