import { compactMoney, percentText, signedPercentText } from "../formulas/wording";
import { setting } from "../formulas/settings";
import type { AccountList } from "../read/accountList";
import { CELLS, FIRST, GRID_WIDTH, ROWS } from "./accountPlanLayout";
import { area, type SheetDraft } from "./sheetDraft";

interface Tile {
  readonly caption: string;
  readonly figure: string;
  readonly note: string;
}

const known = (cell: string, then: string) => `IF(ISNUMBER(${cell}),${then},"–")`;
const noteWhen = (cell: string, then: string, otherwise: string) => `IF(ISNUMBER(${cell}),${then},"${otherwise}")`;

function tiles(list: AccountList): readonly Tile[] {
  const latest = list.revenues.at(-1);
  const before = list.revenues.at(-2);
  const c = CELLS;
  return [
    {
      caption: `"Revenue${latest?.year === undefined ? "" : ` ${latest.year}`}, "&${setting("currency")}`,
      figure: known(c.revenue, compactMoney(c.revenue)),
      note: before?.year === undefined ? `IF(ISNUMBER(${c.revenue}),"","type it below")` : `IF(ISNUMBER(${c.revenue}),${noteWhen(c.change, `${signedPercentText(c.change)}&" on ${before.year}"`, `no revenue for ${before.year}`)},"not in the list")`,
    },
    { caption: `"Margin"`, figure: known(c.marginShare, percentText(c.marginShare)), note: noteWhen(c.marginAmount, compactMoney(c.marginAmount), "revenue is missing") },
    { caption: `"Cost to serve, "&${setting("currency")}`, figure: known(c.costToServe, compactMoney(c.costToServe)), note: noteWhen(c.costToServeShare, `${percentText(c.costToServeShare)}&" of revenue"`, "not known: type it below") },
    { caption: `"Share of wallet"`, figure: known(c.walletShare, percentText(c.walletShare)), note: noteWhen(c.headroom, `IF(${c.headroom}<0,"more than it spends: check",${compactMoney(c.headroom)}&" headroom")`, "its spend is not known") },
    { caption: `"Growth to pay for us"`, figure: known(c.growthToExceed, `IF(${c.growthToExceed}>10,"> 1000 %","> "&${percentText(c.growthToExceed)})`), note: noteWhen(c.plannedGrowth, `"planned "&${percentText(c.plannedGrowth)}`, "no growth planned") },
    {
      caption: `"Payback"`,
      figure: `IF(ISNUMBER(${c.payback}),IF(${c.payback}=0,"at once",FIXED(${c.payback},1)&" years"),IF(${c.payback}="never","never","–"))`,
      note: `IF(ISNUMBER(${c.payback}),"of a "&${c.horizon}&"-year horizon",IF(${c.payback}="never","short by "&${compactMoney(`-${c.atHorizon}`)},"needs revenue and margin"))`,
    },
  ];
}

/** Six tiles of two columns: words made of the figures further down, so that nothing has to be merged to fit. */
export function writeTiles(draft: SheetDraft, list: AccountList): void {
  draft.height(ROWS.tileCaptions, 16);
  draft.height(ROWS.tileFigures, 25);
  draft.height(ROWS.tileNotes, 16);
  draft.height(ROWS.tileNotes + 1, 7);
  draft.style(area(ROWS.tileCaptions, FIRST, GRID_WIDTH, 3), "tile");
  tiles(list).forEach((tile, i) => {
    const column = FIRST + 2 * i;
    draft.style(area(ROWS.tileCaptions, column, 1, 3), "tileEdge");
    draft.formula(ROWS.tileCaptions, column, tile.caption, "tileCaption");
    draft.formula(ROWS.tileFigures, column, tile.figure, "tileFigure");
    draft.formula(ROWS.tileNotes, column, tile.note, "tileNote");
  });
  const growthNote = area(ROWS.tileNotes, FIRST + 8);
  const both = `COUNT(${CELLS.plannedGrowth},${CELLS.growthToExceed})=2`;
  draft.highlight("good", `=AND(${both},N(${CELLS.plannedGrowth})>N(${CELLS.growthToExceed}))`, growthNote);
  draft.highlight("attention", `=AND(${both},N(${CELLS.plannedGrowth})<=N(${CELLS.growthToExceed}))`, growthNote);
  const afterCost = area(ROWS.tileNotes, FIRST + 4);
  draft.highlight("attention", `=AND(ISNUMBER(${CELLS.afterCost}),N(${CELLS.afterCost})<0)`, afterCost);
}
