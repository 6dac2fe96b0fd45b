import { setting } from "../../formulas/settings";
import { compactMoney, percentText, signedPercentText } from "../../formulas/wording";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { fig } from "../planDraft";
import { FIRST, GRID_WIDTH, TILE_COLUMNS } from "../planGrid";

interface Tile {
  readonly caption: string;
  readonly figure: string;
  readonly note: string;
}

const known = (cell: string, then: string, otherwise = "–") => `IF(ISNUMBER(${cell}),${then},"${otherwise}")`;

function tiles({ look }: PlanContext): readonly Tile[] {
  const [before, latest] = look.sources.list.revenues.slice(-2).length === 2 ? look.sources.list.revenues.slice(-2) : [undefined, look.sources.list.revenues.at(-1)];
  const revenue = fig("Revenue");
  const payback = fig("Payback");
  return [
    {
      caption: `"Revenue${latest?.year === undefined ? "" : ` ${latest.year}`}, "&${setting("currency")}`,
      figure: known(revenue, compactMoney(revenue)),
      note: `IF(ISNUMBER(${revenue}),${before?.year === undefined ? '""' : known(fig("RevenueChange"), `${signedPercentText(fig("RevenueChange"))}&" on ${before.year}"`, `no revenue for ${before.year}`)},"not known: type it below")`,
    },
    {
      caption: `"Margin"`,
      figure: known(fig("Margin"), percentText(fig("Margin"))),
      note: known(fig("AfterCostToServe"), `${compactMoney(fig("AfterCostToServe"))}&" after cost to serve"`, "cost to serve not known"),
    },
    {
      caption: `"Share of wallet"`,
      figure: known(fig("WalletShare"), percentText(fig("WalletShare"))),
      note: known(fig("Headroom"), `IF(${fig("Headroom")}<0,"above its spend: check",${compactMoney(fig("Headroom"))}&" headroom")`, "its spend is not known"),
    },
    {
      caption: `"Growth to pay for us"`,
      figure: `IF(ISNUMBER(${fig("BreakEvenGrowth")}),IF(${fig("BreakEvenGrowth")}>10,"> 1000 %","> "&${percentText(fig("BreakEvenGrowth"))}),IF(${fig("ExtraSales")}="no margin","never","–"))`,
      note: `IF(${fig("ExtraSales")}="no margin","no margin on extra sales",${known(fig("PlannedGrowth"), `"planned "&${percentText(fig("PlannedGrowth"))}`, "no growth planned")})`,
    },
    {
      caption: `"Payback"`,
      figure: `IF(ISNUMBER(${payback}),IF(${payback}=0,"at once",FIXED(${payback},1)&" years"),IF(${payback}="never","never","–"))`,
      note: `IF(ISNUMBER(${payback}),"of a "&${fig("Horizon")}&"-year horizon",IF(${payback}="never","short by "&${compactMoney(`-${fig("ResultAtHorizon")}`)},"needs revenue and margin"))`,
    },
  ];
}

/** Five tiles: words made of the figures further down, which keep standing when a block below is removed. */
export function writeTiles(context: PlanContext): void {
  const { draft } = context;
  const top = draft.row;
  [13, 22, 13].forEach((points, i) => draft.height(top + i, points));
  draft.style(area(top, FIRST, GRID_WIDTH, 3), "tile");
  tiles(context).forEach((tile, i) => {
    const column = TILE_COLUMNS[i] ?? FIRST;
    draft.style(area(top, column, 1, 3), "tileEdge");
    draft.formula(top, column, `IFERROR(${tile.caption},"")`, "tileCaption");
    draft.formula(top + 1, column, `IFERROR(${tile.figure},"–")`, "tileFigure");
    draft.formula(top + 2, column, `IFERROR(${tile.note},"")`, "tileNote");
  });
  const [, margin, wallet, growth, payback] = TILE_COLUMNS;
  const both = `COUNT(${fig("PlannedGrowth")},${fig("BreakEvenGrowth")})=2`;
  const planned = `N(${fig("PlannedGrowth")})>N(${fig("BreakEvenGrowth")})`;
  draft.highlight("good", `=AND(${both},${planned})`, area(top + 2, growth));
  draft.highlight("attention", `=OR(AND(${both},NOT(${planned})),${fig("ExtraSales")}="no margin")`, area(top + 2, growth));
  draft.highlight("attention", `=AND(ISNUMBER(${fig("AfterCostToServe")}),N(${fig("AfterCostToServe")})<0)`, area(top + 2, margin));
  draft.highlight("attention", `=${fig("Payback")}="never"`, area(top + 1, payback, 1, 2));
  draft.highlight("attention", `=AND(ISNUMBER(${fig("Headroom")}),N(${fig("Headroom")})<0)`, area(top + 2, wallet));
  draft.row = top + 3;
}
