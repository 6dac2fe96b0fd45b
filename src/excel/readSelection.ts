import { intersect, type Area } from "../sheets/a1";
import type { Selection } from "../app/workbook";

/** Selecting more blocks than this is a slip; the first ones are read. */
const MAX_AREAS = 1000;

interface Corners {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

const toArea = (range: Corners): Area => ({ row: range.rowIndex, column: range.columnIndex, rowCount: range.rowCount, columnCount: range.columnCount });

/** Where the selection lies, in two requests whatever its size: no cell is read here. */
export async function readSelection(context: Excel.RequestContext): Promise<Selection> {
  const selected = context.workbook.getSelectedRanges();
  selected.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  const tables = context.workbook.worksheets.getActiveWorksheet().tables;
  tables.load("items/name,items/showHeaders,items/showTotals");
  sheet.load("name");
  await context.sync();

  const ranges = tables.items.map((table) => {
    const range = table.getRange();
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    return range;
  });
  if (ranges.length > 0) await context.sync();

  const areas = selected.areas.items.slice(0, MAX_AREAS).map(toArea);
  const touched = (test: (a: Area, b: Area) => boolean) => ranges.findIndex((range) => areas.some((area) => test(area, toArea(range))));
  // Cells beside a table still mean its rows, unless another table is touched itself.
  const inside = touched((a, b) => intersect(a, b) !== undefined);
  const found = inside >= 0 ? inside : touched(sharesRows);
  const table = tables.items[found];
  return {
    sheetName: sheet.name,
    areas,
    used: used.isNullObject ? undefined : toArea(used),
    ...(table
      ? { table: { name: table.name, area: toArea(ranges[found] as Excel.Range), hasHeader: table.showHeaders, hasTotals: table.showTotals } }
      : {}),
  };
}

const sharesRows = (a: Area, b: Area): boolean => a.row < b.row + b.rowCount && b.row < a.row + a.rowCount;
