import { areaAddress, cellAddress } from "../a1";
import { setting } from "../formulas/settings";
import { compactMoney, percentText } from "../formulas/wording";
import { MODEL_TABLES } from "../model/model";
import type { PlannedChart, SheetPlan } from "../sheetPlan";
import { TAB_COLORS } from "../styles";
import { area, SheetDraft } from "../write/sheetDraft";
import { growthPart } from "./growthPart";
import { matrixPart } from "./matrixPart";
import { mismatchPart } from "./mismatchPart";
import { partTitle } from "./partTitle";
import { FIRST, GRID_WIDTH, HELPER, LAST, TABLE_PLACE, tiersHeight, type PortfolioLayout } from "./portfolioLayout";
import { PORTFOLIO_TABLE, type PortfolioInput } from "./portfolioInput";
import { column, portfolioColumns } from "./portfolioTable";
import { whalePart } from "./whalePart";

/** The sheet around its table; the table's rows are entered apart, as there may be thousands. */
export function portfolioSheet(input: PortfolioInput): SheetPlan {
  const draft = new SheetDraft(15);
  const { layout } = input;
  const { rows } = layout;
  const columns = portfolioColumns(input);
  draft.style(area(0, 0, TABLE_PLACE.column + columns.length, rows.end), "sheet");
  draft.height(rows.end - 1, 15);
  writeTop(draft, input);
  const charts: PlannedChart[] = [tiersPart(draft, layout), whalePart(draft, layout)];
  mismatchPart(draft, layout);
  charts.push(matrixPart(draft, layout, input.axes), growthPart(draft, layout));
  draft.label(TABLE_PLACE.row - 2, TABLE_PLACE.column, "Figures of each account", "section");
  draft.label(TABLE_PLACE.row - 1, TABLE_PLACE.column, "All parts of this sheet are computed from these lines, which follow the account list, the model and the scorecard.", "note");
  draft.style(area(TABLE_PLACE.row, TABLE_PLACE.column, columns.length), "head");
  columns.forEach(({ header }, i) => draft.text(TABLE_PLACE.row, TABLE_PLACE.column + i, header));
  return {
    name: input.sheetName,
    tabColor: TAB_COLORS.scores,
    columnWidths: [9, ...Array<number>(GRID_WIDTH).fill(66), 12, 40, 12, 12, ...columns.map(({ header }) => (header === "Account" ? 170 : 72))],
    rowHeights: draft.rowHeights,
    cells: draft.cells,
    styles: draft.styles,
    validations: draft.validations,
    highlights: draft.highlights,
    charts,
    tables: [{ name: PORTFOLIO_TABLE, area: tableArea(input) }],
    names: [],
    frozenRows: 2,
    page: {
      printArea: area(0, FIRST, GRID_WIDTH, rows.end),
      titleRows: { row: 0, rowCount: 1 },
      footer: { left: "&A", center: "&D", right: "Page &P of &N" },
      // As wide as paper allows, less what the tallest page needs so that no row of its chart stands on a page of its own.
      percent: Math.min(74, Math.floor((74 * TALLEST_PAGE) / (rows.growth - rows.mismatch))),
      breaksAbove: [rows.mismatch, rows.growth],
    },
  };
}

/** Rows of the tallest page that fit at 74 %. */
const TALLEST_PAGE = 43;

/** The table with its header row. */
export const tableArea = (input: PortfolioInput) => area(TABLE_PLACE.row, TABLE_PLACE.column, portfolioColumns(input).length, input.accountCount + 1);

/** The stamp says which accounts the table holds; it is entered again with each refresh. */
export const STAMP = { row: 1, column: FIRST } as const;

function writeTop(draft: SheetDraft, input: PortfolioInput): void {
  draft.height(0, 32);
  draft.style(area(0, FIRST, GRID_WIDTH), "band");
  draft.label(0, FIRST, "Key account portfolio", "title", "spaced");
  draft.formula(0, LAST, `"in "&${setting("currency")}`, "bandNote", "figure");
  draft.style(area(STAMP.row, STAMP.column), "note");
  const [revenue, profit] = [column("Revenue"), column("Profit")];
  const { rows, tiers } = input.layout;
  const best = `$B$${tiers.row + 1}`;
  const top = `ROUNDUP(0.2*COUNT(${revenue}),0)`;
  const topSum = (of: string) => `(SUMIF(${of},">"&LARGE(${of},${top}))+(${top}-COUNTIF(${of},">"&LARGE(${of},${top})))*LARGE(${of},${top}))`;
  const losing = `SUMIF(${profit},"<0")`;
  const tiles: readonly (readonly [caption: string, figure: string, note: string])[] = [
    ["ACCOUNTS", `ROWS(${column("Line")})`, `COUNTIF(${column("Tier")},"?*")&" have a tier"`],
    ["REVENUE", compactMoney(`SUM(${revenue})`), `(ROWS(${column("Line")})-COUNT(${revenue}))&" not known"`],
    ["PROFIT", `IF(COUNT(${profit})=0,"unknown",${compactMoney(`SUM(${profit})`)})`, input.margin ? `IF(SUM(${revenue})>0,${percentText(`SUM(${profit})/SUM(${revenue})`)}&" of revenue","")` : '"the list has no margin"'],
    ["TOP 20 % OF ACCOUNTS", `IFERROR(${percentText(`${topSum(revenue)}/SUM(${revenue})`)},"")`, `IF(COUNT(${profit})=0,"of revenue",IFERROR("of revenue, "&${percentText(`${topProfit(profit)}/SUM(${profit})`)}&" of profit","of revenue"))`],
    ["BEST TIER", `SUMPRODUCT(--(${column("Tier")}=${best}))`, `IFERROR("tier "&${best}&": "&${percentText(`SUMPRODUCT(--(${column("Tier")}=${best}),${revenue})/SUM(${revenue})`)}&" of revenue","")`],
    ["LOSE MONEY", `IF(COUNT(${profit})=0,"unknown",COUNTIF(${profit},"<0"))`, `IF(COUNT(${profit})=0,"profit is unknown",IF(${losing}=0,"no account",${compactMoney(`-${losing}`)}&" lost on them"))`],
  ];
  draft.height(rows.tiles, 14);
  draft.height(rows.tiles + 1, 24);
  draft.height(rows.tiles + 2, 14);
  tiles.forEach(([caption, figure, note], i) => {
    const at = FIRST + 2 * i;
    draft.style(area(rows.tiles, at, 2, 3), "tile");
    draft.style(area(rows.tiles, at, 1, 3), "tileEdge");
    draft.label(rows.tiles, at, caption, "tileCaption");
    draft.formula(rows.tiles + 1, at, figure, "tileFigure", "left");
    draft.formula(rows.tiles + 2, at, note, "tileNote");
  });
}

/** Profit of the fifth of the accounts with the highest profit. */
function topProfit(profit: string): string {
  const top = `ROUNDUP(0.2*COUNT(${profit}),0)`;
  const last = `LARGE(${profit},${top})`;
  return `(SUMIF(${profit},">"&${last})+(${top}-COUNTIF(${profit},">"&${last}))*${last})`;
}

function tiersPart(draft: SheetDraft, layout: PortfolioLayout): PlannedChart {
  const { tierRows, tiers: cells } = layout;
  const head = layout.rows.tiers + 1;
  const total = cells.row + tierRows;
  const tiers = `${MODEL_TABLES.tiers}[Tier]`;
  partTitle(draft, layout.rows.tiers, "Tiers: where the accounts and the money are", `SUM(${cells.count})&" accounts in "&ROWS(${tiers})&" tiers"&IF(COUNTIF(${column("Tier")},"?*")<ROWS(${column("Tier")}),", "&ROWS(${column("Tier")})-COUNTIF(${column("Tier")},"?*")&" without one","")`);
  draft.style(area(head, FIRST, 7), "head");
  ["Tier", "Accounts", "Share", "Revenue", "Share", "Profit", "Share"].forEach((label, i) => draft.label(head, FIRST + i, label, ...(i === 0 ? [] : (["figure"] as const))));
  draft.label(head, HELPER, "From rank", "label", "figure");
  const share = (row: number, of: number) => `IF(N(${cellAddress(row, FIRST + of)})=0,0,${cellAddress(row, FIRST + of)}/${cellAddress(total, FIRST + of, true)})`;
  for (let k = 0; k < tierRows; k++) {
    const row = cells.row + k;
    const name = cellAddress(row, FIRST);
    const whenThere = (formula: string) => `IF(${name}="","",${formula})`;
    const inTier = `--(${column("Tier")}=${name})`;
    draft.formula(row, FIRST, `IF(ROWS(${tiers})>=${k + 1},INDEX(${tiers},${k + 1})&"","")`, "strong", "left", "spaced");
    draft.formula(row, FIRST + 1, whenThere(`SUMPRODUCT(${inTier})`), "whole");
    draft.formula(row, FIRST + 2, whenThere(share(row, 1)), "percent");
    draft.formula(row, FIRST + 3, whenThere(`SUMPRODUCT(${inTier},${column("Revenue")})`), "money");
    draft.formula(row, FIRST + 4, whenThere(share(row, 3)), "percent");
    draft.formula(row, FIRST + 5, whenThere(`IF(COUNT(${column("Profit")})=0,"",SUMPRODUCT(${inTier},${column("Profit")}))`), "money");
    draft.formula(row, FIRST + 6, whenThere(`IF(N(${cellAddress(total, FIRST + 5, true)})>0,${share(row, 5)},"")`), "percent");
    // Ranks that belong to a tier of this size, for comparing it with tiers by revenue and by profit alone.
    draft.formula(row, HELPER, k === 0 ? "1" : `IF(${name}="",10^9,${cellAddress(row - 1, HELPER)}+N(${cellAddress(row - 1, FIRST + 1)}))`, "whole", "label");
  }
  draft.style(area(cells.row, FIRST, 7, tierRows), "row");
  draft.label(total, FIRST, "Total", "spaced");
  const sumOf = (i: number) => `SUM(${areaAddress(area(cells.row, FIRST + i, 1, tierRows))})`;
  draft.formula(total, FIRST + 1, sumOf(1), "whole");
  draft.formula(total, FIRST + 3, sumOf(3), "money");
  draft.formula(total, FIRST + 5, `IF(COUNT(${column("Profit")})=0,"",${sumOf(5)})`, "money");
  draft.style(area(total, FIRST, 7), "total");
  const rows = (i: number) => area(cells.row, FIRST + i, 1, tierRows);
  return {
    name: "KAM tiers",
    title: "Share of accounts, revenue and profit by tier",
    kind: "columns",
    values: rows(2),
    categories: rows(0),
    series: [
      { name: "Accounts", values: rows(2), color: "muted" },
      { name: "Revenue", values: rows(4), color: "accent" },
      { name: "Profit", values: rows(6), color: "gold" },
    ],
    place: area(head, FIRST + 7, 5, tiersHeight(layout)),
  };
}
