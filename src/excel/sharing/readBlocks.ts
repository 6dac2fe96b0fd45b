import type { SheetArea } from "../../app/sharing/sharingBook";
import { Problem } from "../../app/problems";
import type { CellValue } from "../../sheets/cellValue";
import type { ExcelRun } from "../excelRun";

/** Cells asked for in one request: with short formulas 1 to 3 MB of answer, below the 5 MB Excel on the web allows. */
const CELLS_PER_REQUEST = 60_000;

type Cells = readonly (readonly CellValue[])[];
export type OnRead = (area: SheetArea, cells: Cells) => void;

/**
 * Reads areas of any sheets in order: small ones share a request, large ones are parted by rows. A request whose answer is
 * still too large is halved until it goes through.
 */
export async function readBlocks(run: ExcelRun, property: "formulas" | "values", areas: readonly SheetArea[], signal: AbortSignal, onRead: OnRead): Promise<void> {
  for (const request of requestsFor(areas)) {
    if (signal.aborted) return;
    await readRequest(run, property, request, onRead);
  }
}

const size = ({ rowCount, columnCount }: SheetArea): number => rowCount * columnCount;

function requestsFor(areas: readonly SheetArea[]): SheetArea[][] {
  const requests: SheetArea[][] = [];
  let room = 0;
  for (const part of areas.flatMap(parts)) {
    const last = requests.at(-1);
    if (last && size(part) <= room) last.push(part);
    else {
      requests.push([part]);
      room = CELLS_PER_REQUEST;
    }
    room -= size(part);
  }
  return requests;
}

function parts(area: SheetArea): SheetArea[] {
  const rows = Math.max(1, Math.floor(CELLS_PER_REQUEST / area.columnCount));
  if (area.rowCount <= rows) return [area];
  return Array.from({ length: Math.ceil(area.rowCount / rows) }, (_, i) => ({ ...area, row: area.row + i * rows, rowCount: Math.min(rows, area.rowCount - i * rows) }));
}

async function readRequest(run: ExcelRun, property: "formulas" | "values", areas: readonly SheetArea[], onRead: OnRead): Promise<void> {
  let blocks: Cells[];
  try {
    blocks = await run(async (context) => {
      const ranges = areas.map((area) => rangeAt(context, area).load(property));
      await context.sync();
      return ranges.map((range) => range[property] as Cells);
    });
  } catch (thrown) {
    const halves = thrown instanceof Problem && thrown.code === "tooLarge" ? halved(areas) : undefined;
    if (!halves) throw thrown;
    for (const half of halves) await readRequest(run, property, half, onRead);
    return;
  }
  areas.forEach((area, i) => onRead(area, blocks[i] as Cells));
}

function halved(areas: readonly SheetArea[]): SheetArea[][] | undefined {
  if (areas.length > 1) {
    const middle = Math.ceil(areas.length / 2);
    return [areas.slice(0, middle), areas.slice(middle)];
  }
  const [area] = areas as [SheetArea];
  if (area.rowCount === 1) return undefined;
  const upper = Math.ceil(area.rowCount / 2);
  return [[{ ...area, rowCount: upper }], [{ ...area, row: area.row + upper, rowCount: area.rowCount - upper }]];
}

export const rangeAt = (context: Excel.RequestContext, { sheetId, row, column, rowCount, columnCount }: SheetArea): Excel.Range =>
  context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, rowCount, columnCount);
