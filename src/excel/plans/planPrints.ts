import type { PlanPrint, PrintChange } from "../../app/plans/fitPlans";
import { areaAddress, readArea } from "../../sheets/a1";
import type { Paper } from "../../sheets/paper";
import { isWideName } from "../../sheets/plan/planNames";
import type { ExcelRun } from "../excelRun";
import { areasOf, inParts, SHEETS_PER_REQUEST } from "./planCells";
import { writeSheets } from "./writeSheets";

/** Excel's words for the papers plans are made for. */
const PAPERS: Readonly<Record<string, Paper>> = { A4: "A4", Letter: "Letter" };

/**
 * How plans are printed, in two requests for up to a hundred of them. Left out are sheets without a print area of one
 * piece, in portrait, on other paper, or fitted to pages by Excel itself: somebody wanted them so.
 */
export const readPrints = (run: ExcelRun, ids: readonly string[]): Promise<PlanPrint[]> => inParts(ids, SHEETS_PER_REQUEST, (part) => run((context) => readPart(context, part)));

async function readPart(context: Excel.RequestContext, ids: readonly string[]): Promise<PlanPrint[]> {
  const read = ids.map((id) => {
    const sheet = context.workbook.worksheets.getItem(id);
    const { pageLayout, names, horizontalPageBreaks: breaks } = sheet;
    pageLayout.load("orientation,paperSize,topMargin,bottomMargin,zoom");
    names.load("items/name,items/formula");
    breaks.load("items");
    const [area, titles] = [pageLayout.getPrintAreaOrNullObject(), pageLayout.getPrintTitleRowsOrNullObject()];
    area.load("address,areaCount");
    titles.load("rowCount");
    return { id, sheet, pageLayout, names, breaks, area, titles };
  });
  await context.sync();
  const printed = read.flatMap(({ area, pageLayout, ...rest }) => {
    const paper = PAPERS[pageLayout.paperSize as string];
    const percent = (pageLayout.zoom as Excel.PageLayoutZoomOptions | null)?.scale;
    if (area.isNullObject || area.areaCount !== 1 || paper === undefined || pageLayout.orientation !== "Landscape" || !percent) return [];
    const place = readArea(area.address.slice(area.address.lastIndexOf("!") + 1));
    const rows = rest.sheet.getRange(areaAddress(place)).getRowProperties({ rowHidden: true, format: { rowHeight: true } });
    const starts = rest.breaks.items.map((one) => one.getCellAfterBreak());
    for (const start of starts) start.load("rowIndex");
    const wide = [...areasOf(rest.names.items)].flatMap(([name, at]) => (isWideName(name) ? [{ area: at, first: rest.sheet.getCell(at.row, at.column) }] : []));
    for (const { first } of wide) first.load("values");
    return [{ ...rest, paper, percent, pageLayout, place, rows, starts, wide }];
  });
  await context.sync();
  return printed.map(({ id, paper, percent, pageLayout, place, rows, starts, titles, wide }) => ({
    id,
    percent,
    firstRow: place.row,
    rows: {
      paper,
      topMargin: pageLayout.topMargin,
      bottomMargin: pageLayout.bottomMargin,
      heights: rows.value.map((row) => (row.rowHidden === true ? 0 : (row.format?.rowHeight ?? 0))),
      breaks: starts.map(({ rowIndex }) => rowIndex - place.row),
      titleRows: titles.isNullObject ? 0 : titles.rowCount,
    },
    texts: wide.map(({ area, first }) => ({ area, text: String(first.values[0]?.[0] ?? "") })),
  }));
}

/** Returns the ids of plans that a password keeps from it. */
export const changePrints = (run: ExcelRun, changes: readonly PrintChange[]): Promise<string[]> =>
  writeSheets(run, changes, (sheet, { heights, percent }) => {
    for (const { row, rowCount, points } of heights) sheet.getRangeByIndexes(row, 0, rowCount, 1).format.rowHeight = points;
    sheet.pageLayout.zoom = { scale: percent };
  });
