import { cellAddress } from "../a1";
import { area, type SheetDraft } from "../write/sheetDraft";
import { FIRST, MISMATCHES, type PortfolioLayout } from "./portfolioLayout";
import { partTitle } from "./partTitle";
import { column } from "./portfolioTable";

/** Tiers of the same sizes cut by revenue alone and by profit alone, side by side, and the accounts on which they differ. */
export function mismatchPart(draft: SheetDraft, { rows, tiers, tierRows }: PortfolioLayout): void {
  const larger = column("Larger than worth");
  const worth = column("Worth more");
  partTitle(
    draft,
    rows.mismatch,
    "Revenue against profit: the same tiers cut by each alone",
    `IF(COUNT(${column("Profit")})=0,"profit is unknown",COUNT(${larger})&" accounts are larger than they are worth, "&COUNT(${worth})&" are worth more than their size")`,
  );
  const head = rows.mismatch + 1;
  draft.style(area(head, FIRST, tierRows + 2), "head");
  draft.label(head, FIRST, "By revenue ↓ by profit →", "left");
  const nameOf = (k: number) => cellAddress(tiers.row + k, FIRST, true);
  for (let k = 0; k < tierRows; k++) draft.formula(head, FIRST + 2 + k, nameOf(k), "centered");
  for (let r = 0; r < tierRows; r++) {
    const row = head + 1 + r;
    draft.formula(row, FIRST, `IF(${nameOf(r)}="","","Tier "&${nameOf(r)})`, "strong", "left");
    for (let c = 0; c < tierRows; c++) {
      const both = `SUMPRODUCT(--(${column("Revenue class")}=${r + 1}),--(${column("Profit class")}=${c + 1}))`;
      draft.formula(row, FIRST + 2 + c, `IF(OR(${nameOf(r)}="",${nameOf(c)}=""),"",${both})`, "whole", "centered");
    }
    draft.style(area(row, FIRST, tierRows + 2), "row");
  }
  const grid = area(head + 1, FIRST + 2, tierRows, tierRows);
  const first = cellAddress(grid.row, grid.column);
  const distance = `COLUMN(${first})-${FIRST + 3}-ROW(${first})+${grid.row + 1}`;
  draft.highlight("openMark", `=AND(N(${first})>0,${distance}>0)`, grid);
  draft.highlight("soldMark", `=AND(N(${first})>0,${distance}<0)`, grid);
  draft.label(head + tierRows + 1, FIRST, "Orange: larger than worth. Green: worth more than their size. On the diagonal size and worth agree.", "note");
  const list = head + tierRows + 2;
  listOf(draft, list, FIRST, "Large, but worth less", larger, tiers.name);
  listOf(draft, list, FIRST + 6, "Small, but worth more", worth, tiers.name);
}

function listOf(draft: SheetDraft, row: number, at: number, title: string, order: string, tierNames: string): void {
  draft.style(area(row, at, 6), "head");
  draft.label(row, at, title, "left");
  ["Revenue", "Profit", "Tier by each"].forEach((label, i) => draft.label(row, at + 3 + i, label, i === 2 ? "centered" : "figure"));
  for (let k = 1; k <= MISMATCHES; k++) {
    const line = row + k;
    const place = `MATCH(SMALL(${order},${k}),${order},0)`;
    const of = (header: string) => `IFERROR(INDEX(${column(header)},${place}),"")`;
    const tierOf = (header: string) => `INDEX(${tierNames},INDEX(${column(header)},${place}))`;
    draft.formula(line, at, of("Account"), "left");
    draft.formula(line, at + 3, of("Revenue"), "money");
    draft.formula(line, at + 4, of("Profit"), "money");
    draft.formula(line, at + 5, `IFERROR(${tierOf("Revenue class")}&" → "&${tierOf("Profit class")},"")`, "centered");
    draft.style(area(line, at, 6), "row");
  }
}
