import type { SheetArea, SheetCell } from "../../app/sharing/sharingBook";
import { runsOf } from "../../app/sharing/scanWorkbook";
import type { Area } from "../../sheets/a1";
import type { ExcelRun } from "../excelRun";
import { rangeAt } from "./readBlocks";

/** Calls queued before a sync: each is an object of its own, and thousands of them make a request too large. */
const CALLS_PER_REQUEST = 500;

/** The rectangles that formulas fill. Runs of cells are asked at once first, because most formulas fill their own cell only. */
export async function readSpills(run: ExcelRun, cells: readonly SheetCell[]): Promise<(Area | undefined)[]> {
  // Excel without dynamic arrays has no spills and does not know the question.
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.12")) return cells.map(() => undefined);
  const spills = new Map<string, Area>();
  for (const runs of inParts(runsOf(cells))) {
    const suspects = (await run((context) => runsThatSpill(context, runs))).flatMap(cellsOfRun);
    for (const part of inParts(suspects)) {
      for (const [cell, area] of await run((context) => spillsOf(context, part))) spills.set(keyOf(cell), area);
    }
  }
  return cells.map((cell) => spills.get(keyOf(cell)));
}

async function runsThatSpill(context: Excel.RequestContext, runs: readonly SheetArea[]): Promise<SheetArea[]> {
  const ranges = runs.map((area) => rangeAt(context, area).load("hasSpill"));
  await context.sync();
  // null: some of the run's cells spill.
  return runs.filter((_, i) => ranges[i]?.hasSpill !== false);
}

const cellsOfRun = ({ sheetId, row, column, rowCount }: SheetArea): SheetCell[] => Array.from({ length: rowCount }, (_, i) => ({ sheetId, row: row + i, column }));

async function spillsOf(context: Excel.RequestContext, cells: readonly SheetCell[]): Promise<(readonly [SheetCell, Area])[]> {
  const ranges = cells.map((cell) => rangeAt(context, { ...cell, rowCount: 1, columnCount: 1 }).getSpillingToRangeOrNullObject().load("rowIndex,columnIndex,rowCount,columnCount"));
  await context.sync();
  return ranges.flatMap((range, i) => {
    if (range.isNullObject || range.rowCount * range.columnCount === 1) return [];
    return [[cells[i] as SheetCell, { row: range.rowIndex, column: range.columnIndex, rowCount: range.rowCount, columnCount: range.columnCount }] as const];
  });
}

const keyOf = ({ sheetId, row, column }: SheetCell) => `${sheetId} ${row} ${column}`;

function inParts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / CALLS_PER_REQUEST) }, (_, i) => all.slice(i * CALLS_PER_REQUEST, (i + 1) * CALLS_PER_REQUEST));
}
