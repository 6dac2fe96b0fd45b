import { areaAddress, cellAddress } from "../../a1";
import { area } from "../../write/sheetDraft";
import type { PlanContext } from "../planContext";
import { RIGHT } from "../planGrid";

const FIRST = RIGHT.first;
const POTENTIAL = RIGHT.last;
const UNITS = FIRST + 1;
const UNIT_COUNT = POTENTIAL - UNITS;
const MARKS = ["Sold", "Offered", "Open", "No need"] as const;

/** Product by unit of the customer: where we sell, where we could. */
export function writeWhiteSpace({ draft, titleOf, rows }: PlanContext): void {
  const count = rows.WhiteSpace ?? 8;
  const first = draft.row + 2;
  const grid = area(first, UNITS, UNIT_COUNT, count);
  const cellsOf = areaAddress(grid, true);
  const potential = areaAddress(area(first, POTENTIAL, 1, count), true);
  draft.title(titleOf("WhiteSpace"), `COUNTIF(${cellsOf},"Sold")&" sold, "&COUNTIF(${cellsOf},"Offered")&" offered, "&COUNTIF(${cellsOf},"Open")&" open, potential "&FIXED(SUM(${potential}),0)`);
  draft.heads([[FIRST, "Product"], [POTENTIAL, "Potential a year", "figure"]]);
  draft.input("WhiteSpaceUnits", area(first - 1, UNITS, UNIT_COUNT), "head", "inputHead", "fitted", "centered");
  for (let i = 0; i < UNIT_COUNT; i++) draft.label(first - 1, UNITS + i, `Unit ${i + 1}`);
  draft.style(area(first, FIRST, POTENTIAL - FIRST + 1, count), "row", "formRow");
  draft.input("WhiteSpace", area(first, FIRST, POTENTIAL - FIRST + 1, count));
  draft.style(area(first, FIRST, 1, count), "words");
  draft.style(grid, "fitted", "centered");
  draft.style(area(first, POTENTIAL, 1, count), "planMoney");
  draft.validations.push({ areas: [grid], rule: { kind: "list", words: MARKS }, prompt: "Sold, offered, open, or no need for it here." });
  for (let i = 0; i < count; i++) draft.height(first + i, "auto");
  const mark = cellAddress(first, UNITS);
  draft.highlight("soldMark", `=${mark}="Sold"`, grid);
  draft.highlight("openMark", `=${mark}="Open"`, grid);
  draft.row = first + count;
}
