import { cellAddress } from "../a1";
import type { PlannedChart } from "../sheetPlan";
import { area, type SheetDraft } from "../write/sheetDraft";
import { FIRST, TOP_ACCOUNTS, type PortfolioLayout } from "./portfolioLayout";
import { partTitle } from "./partTitle";
import { column } from "./portfolioTable";

/** The best accounts of the scorecard: the growth that pays for their programme against the growth that is planned. */
export function growthPart(draft: SheetDraft, layout: PortfolioLayout): PlannedChart {
  const [needed, planned] = [column("Break-even growth"), column("Planned growth")];
  const best = cellAddress(layout.tiers.row, FIRST, true);
  const inBest = `(${column("Tier")}=${best})`;
  const earns = `SUMPRODUCT(${inBest}*ISNUMBER(${needed})*ISNUMBER(${planned})*(${planned}>${needed}))`;
  partTitle(draft, layout.rows.growth, "Break-even growth against planned growth", `${earns}&" of "&SUMPRODUCT(--${inBest})&" accounts in tier "&${best}&" are planned to grow by more than their programme costs"`);
  const head = layout.rows.growth + 1;
  draft.style(area(head, FIRST, 12), "head");
  draft.label(head, FIRST, "The best accounts", "left");
  ["Tier", "Revenue", "Margin", "Break-even", "Planned", "Difference"].forEach((label, i) => draft.label(head, FIRST + 3 + i, label, ...(i === 0 ? (["centered"] as const) : (["figure"] as const))));
  draft.label(head, FIRST + 9, "Verdict", "left", "spaced");
  const order = column("Place");
  for (let k = 1; k <= TOP_ACCOUNTS; k++) {
    const row = head + k;
    const of = (header: string) => `IFERROR(INDEX(${column(header)},MATCH(SMALL(${order},${k}),${order},0)),"")`;
    const [must, will] = [cellAddress(row, FIRST + 6), cellAddress(row, FIRST + 7)];
    const both = `AND(ISNUMBER(${must}),ISNUMBER(${will}))`;
    draft.formula(row, FIRST, of("Account"), "left");
    draft.formula(row, FIRST + 3, of("Tier"), "centered", "strong");
    draft.formula(row, FIRST + 4, of("Revenue"), "money");
    draft.formula(row, FIRST + 5, of("Margin"), "percent");
    draft.formula(row, FIRST + 6, of("Break-even growth"), "percent");
    draft.formula(row, FIRST + 7, of("Planned growth"), "percent");
    draft.formula(row, FIRST + 8, `IF(${both},${will}-${must},"")`, "percentChange");
    draft.formula(row, FIRST + 9, `IF(${cellAddress(row, FIRST)}="","",IF(${both},IF(${will}>${must},"earns its programme","does not earn it"),IF(${must}="never","never earns it","unknown")))`, "left", "spaced");
    draft.style(area(row, FIRST, 12), "row");
  }
  const verdicts = area(head + 1, FIRST + 9, 3, TOP_ACCOUNTS);
  const verdict = cellAddress(head + 1, FIRST + 9);
  draft.highlight("good", `=$${verdict}="earns its programme"`, verdicts);
  draft.highlight("attention", `=OR($${verdict}="does not earn it",$${verdict}="never earns it")`, verdicts);
  const rows = (i: number) => area(head + 1, FIRST + i, 1, TOP_ACCOUNTS);
  return {
    name: "KAM growth",
    title: "Growth of the best accounts: what pays for the programme, and what is planned",
    kind: "columns",
    values: rows(6),
    categories: rows(0),
    series: [
      { name: "Break-even", values: rows(6), color: "gold" },
      { name: "Planned", values: rows(7), color: "accent" },
    ],
    place: area(head + TOP_ACCOUNTS + 2, FIRST, 12, 13),
  };
}
