import { areaAddress, cellAddress } from "../../a1";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { FIRST, GRID_WIDTH, LAST, NARROW, NARROW_COUNT, WORDS } from "../planGrid";

const MARKS = ["Sold", "Offered", "Open", "No need"] as const;

/** Product by unit of the customer: where we sell, where we could. */
export function writeWhiteSpace({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.WhiteSpace ?? 4;
  const first = draft.row + 2;
  const grid = area(first, NARROW, NARROW_COUNT, count);
  const cellsOf = areaAddress(grid, true);
  const potential = areaAddress(area(first, WORDS, 1, count), true);
  draft.title(titleOf("WhiteSpace"), `COUNTIF(${cellsOf},"Sold")&" sold, "&COUNTIF(${cellsOf},"Offered")&" offered, "&COUNTIF(${cellsOf},"Open")&" open, potential "&FIXED(SUM(${potential}),0)`);
  draft.heads([[FIRST, "Product"], [WORDS, "Potential a year", "figure"], [LAST, "Still open in", "after"]]);
  draft.input("WhiteSpaceUnits", area(first - 1, NARROW, NARROW_COUNT), "centered", "head", "inputHead");
  for (let i = 0; i < NARROW_COUNT; i++) draft.label(first - 1, NARROW + i, `Unit ${i + 1}`);
  draft.style(area(first, FIRST, GRID_WIDTH, count), "row");
  draft.input("WhiteSpace", area(first, FIRST, WORDS, count));
  draft.style(area(first, FIRST, 1, count), "words");
  draft.style(grid, "centered");
  draft.style(area(first, WORDS, 1, count), "planMoney");
  draft.style(area(first, LAST, 1, count), "after");
  draft.validations.push({ areas: [grid], rule: { kind: "list", words: MARKS }, prompt: "Sold, offered, open, or no need for it here." });
  for (let i = 0; i < count; i++) {
    draft.height(first + i, "auto");
    const own = areaAddress(area(first + i, NARROW, NARROW_COUNT));
    draft.formula(first + i, LAST, `IF(${cellAddress(first + i, FIRST)}="","",COUNTIF(${own},"Open")&" of "&(${NARROW_COUNT}-COUNTIF(${own},"No need")-COUNTBLANK(${own})))`);
  }
  const mark = cellAddress(first, NARROW);
  draft.highlight("soldMark", `=${mark}="Sold"`, grid);
  draft.highlight("openMark", `=${mark}="Open"`, grid);
  draft.row = first + count;
}
