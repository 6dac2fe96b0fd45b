import { cellAddress } from "../a1";
import { compactMoney, percentText } from "../formulas/wording";
import type { PlannedChart } from "../sheetPlan";
import { area, type SheetDraft } from "../write/sheetDraft";
import { FIRST, type PortfolioLayout } from "./portfolioLayout";
import { partTitle } from "./partTitle";
import { column } from "./portfolioTable";

/** Steps of a tenth of the accounts. */
const STEPS = 11;

/** Cumulative profit from the most to the least profitable account, in tenths of the accounts. */
export function whalePart(draft: SheetDraft, { rows }: PortfolioLayout): PlannedChart {
  const profit = column("Profit");
  const gained = `SUMIF(${profit},">0")`;
  const total = `SUM(${profit})`;
  const [share, accounts, money, part] = [rows.whale + 1, rows.whale + 2, rows.whale + 3, rows.whale + 4];
  partTitle(
    draft,
    rows.whale,
    "Whale curve: profit from the best account to the worst",
    `IF(COUNT(${profit})=0,"profit is unknown: the list has no margin",IF(${total}>0,"peak at "&${percentText(`${gained}/${total}`)}&" of the profit; accounts that lose money take "&${compactMoney(`(${gained}-${total})`)},"accounts that lose money take more than the others earn"))`,
  );
  draft.style(area(share, FIRST, STEPS + 1), "head");
  draft.label(share, FIRST, "Accounts", "left");
  draft.label(accounts, FIRST, "Number", "label");
  draft.label(money, FIRST, "Profit up to", "label");
  draft.label(part, FIRST, "Part of total", "label");
  for (let k = 0; k < STEPS; k++) {
    const at = FIRST + 1 + k;
    const count = cellAddress(accounts, at);
    const last = `LARGE(${profit},${count})`;
    draft.formula(share, at, `${k}/${STEPS - 1}`, "wholePercent");
    draft.formula(accounts, at, `IF(COUNT(${profit})=0,"",ROUND(${cellAddress(share, at)}*COUNT(${profit}),0))`, "whole");
    draft.formula(money, at, `IF(${count}="","",IF(${count}=0,0,SUMIF(${profit},">"&${last})+(${count}-COUNTIF(${profit},">"&${last}))*${last}))`, "money");
    draft.formula(part, at, `IF(${total}>0,${cellAddress(money, at)}/${total},"")`, "wholePercent");
  }
  draft.style(area(accounts, FIRST, STEPS + 1, 3), "row");
  return {
    name: "KAM whale curve",
    title: "Cumulative profit, accounts from the most to the least profitable",
    values: area(money, FIRST + 1, STEPS),
    categories: area(share, FIRST + 1, STEPS),
    place: area(part + 1, FIRST, 12, 13),
  };
}
