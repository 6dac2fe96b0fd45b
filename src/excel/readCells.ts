import type { Area } from "../sheets/a1";
import type { CellBlock, CellValue } from "../sheets/cellValue";
import { Problem } from "../app/problems";
import type { ExcelRun } from "./excelRun";

/**
 * Cells asked for in one request: office.js takes an answer apart in one go, and this many (about 300 kB) keep the pane from
 * standing still. Excel on the web would allow 5 MB.
 */
const CELLS_PER_REQUEST = 20_000;

/** Values of an area, in as few requests as its size allows; a part that is still too large is halved. */
export async function readCells(run: ExcelRun, sheetName: string, area: Area): Promise<CellBlock> {
  const rowsPerRequest = Math.max(1, Math.floor(CELLS_PER_REQUEST / area.columnCount));
  const values: CellValue[][] = [];
  for (let from = 0; from < area.rowCount; from += rowsPerRequest) {
    const part = { ...area, row: area.row + from, rowCount: Math.min(rowsPerRequest, area.rowCount - from) };
    values.push(...(await readPart(run, sheetName, part)));
  }
  return { row: area.row, column: area.column, values };
}

async function readPart(run: ExcelRun, sheetName: string, part: Area): Promise<CellValue[][]> {
  try {
    return await run(async (context) => {
      const range = rangeOf(context, sheetName, part);
      range.load("values");
      await context.sync();
      return range.values as CellValue[][];
    });
  } catch (thrown) {
    if (!(thrown instanceof Problem && thrown.code === "tooLarge") || part.rowCount === 1) throw thrown;
    const upper = Math.ceil(part.rowCount / 2);
    const first = await readPart(run, sheetName, { ...part, rowCount: upper });
    const second = await readPart(run, sheetName, { ...part, row: part.row + upper, rowCount: part.rowCount - upper });
    return [...first, ...second];
  }
}

/** Which rows a filter or the user hides. */
export const readHiddenRows = (run: ExcelRun, sheetName: string, area: Area): Promise<readonly boolean[]> =>
  run(async (context) => {
    const range = rangeOf(context, sheetName, area);
    range.load("rowHidden");
    await context.sync();
    // null means that some are hidden and some are not: only then is every row asked.
    if (range.rowHidden !== null) return Array<boolean>(area.rowCount).fill(range.rowHidden);
    const rows = range.getRowProperties({ rowHidden: true });
    await context.sync();
    return rows.value.map((row) => row.rowHidden === true);
  });

const rangeOf = (context: Excel.RequestContext, sheetName: string, area: Area) =>
  context.workbook.worksheets.getItem(sheetName).getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount);
