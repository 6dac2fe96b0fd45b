import { fittingPercent, LEAST_PERCENT, PRINT_PERCENT, type PrintedRows } from "../../sheets/plan/printFit";
import { wideTextPoints } from "../../sheets/plan/wideTexts";
import type { Area } from "../../sheets/a1";
import type { MadeSheet, Workbook } from "../workbook";
import { asMadeSheet, chosenPlans } from "./planSheets";
import type { PlanStore } from "./planStore";

/** A text over several cells. */
export interface WideText {
  readonly area: Area;
  readonly text: string;
}

/** How a plan is printed now. */
export interface PlanPrint {
  readonly id: string;
  /** First row of the print area. */
  readonly firstRow: number;
  readonly rows: PrintedRows;
  readonly percent: number;
  readonly texts: readonly WideText[];
}

/** New heights of rows and a new scale. */
export interface PrintChange {
  readonly id: string;
  readonly heights: readonly { readonly row: number; readonly rowCount: number; readonly points: number }[];
  readonly percent: number;
}

export interface FittedPlans {
  readonly fitted: readonly (MadeSheet & { readonly pages: number; readonly percent: number })[];
  /** Too much text for readable letters: they keep the usual scale and take more pages. */
  readonly tooLong: readonly MadeSheet[];
  /** Plans protected with a password. */
  readonly protectedPlans: readonly MadeSheet[];
  /** One-page plans, which Excel fits to their page itself, and plans whose print area or paper somebody changed. */
  readonly unchanged: readonly MadeSheet[];
}

/**
 * Makes the rows of long texts high enough to show them and prints each plan at the largest scale that keeps every page
 * between its breaks on one sheet of paper. Changes nothing but heights and scale.
 * @param ids the plans; absent: the plan that is open
 */
export async function fitPlans(workbook: Workbook, store: PlanStore, ids?: readonly string[]): Promise<FittedPlans> {
  const plans = await chosenPlans(workbook, store, ids, "Open the plan that is to be printed, then try again.");
  const prints = new Map((await store.prints(plans.map(({ id }) => id))).map((print) => [print.id, print]));
  const fits = plans.flatMap((plan) => {
    const { id } = plan;
    const print = prints.get(id);
    if (!print) return [];
    const heights = tallerRows(print);
    const fitting = fittingPercent({ ...print.rows, heights: withHeights(print, heights) });
    const isReadable = fitting >= LEAST_PERCENT;
    return [{ sheet: asMadeSheet(plan), isReadable, change: { id, heights, percent: isReadable ? fitting : PRINT_PERCENT[print.rows.paper] }, pages: print.rows.breaks.length + 1 }];
  });
  const refused = fits.length === 0 ? [] : await store.changePrints(fits.map(({ change }) => change));
  const changed = fits.filter(({ sheet }) => !refused.includes(sheet.id));
  return {
    fitted: changed.filter(({ isReadable }) => isReadable).map(({ sheet, pages, change }) => ({ ...sheet, pages, percent: change.percent })),
    tooLong: changed.filter(({ isReadable }) => !isReadable).map(({ sheet }) => sheet),
    protectedPlans: fits.filter(({ sheet }) => refused.includes(sheet.id)).map(({ sheet }) => sheet),
    unchanged: plans.filter(({ id }) => !prints.has(id)).map(asMadeSheet),
  };
}

/** Rows of texts that show less than all of it; rows somebody made higher already stay as they are. */
function tallerRows({ texts, rows, firstRow }: PlanPrint): PrintChange["heights"] {
  return texts.flatMap(({ text, area }) => {
    const { row, rowCount } = area;
    const points = wideTextPoints(text, area);
    const now = Math.min(...rows.heights.slice(row - firstRow, row - firstRow + rowCount));
    return points !== undefined && now < points ? [{ row, rowCount, points }] : [];
  });
}

const withHeights = ({ rows, firstRow }: PlanPrint, changes: PrintChange["heights"]): readonly number[] =>
  rows.heights.map((height, i) => changes.find(({ row, rowCount }) => firstRow + i >= row && firstRow + i < row + rowCount)?.points ?? height);
