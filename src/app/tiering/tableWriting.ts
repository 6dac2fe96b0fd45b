import type { Area } from "../../sheets/a1";
import type { Entry, ScorecardStore, TableState } from "./scorecardStore";

/**
 * Bytes of one request, counted generously. Excel on the web takes 5 MB, but office.js puts a request together in one go, and
 * the pane stands still meanwhile: 1.5 MB took 147 ms.
 */
const REQUEST_BYTES = 400_000;
/**
 * What is put back are long formulas, and Excel calculates after every request: fewer, larger ones come back sooner. Still far
 * below what Excel on the web takes; a character may become three bytes.
 */
const PUT_BACK_BYTES = 1_500_000;
/** Rows of one request, so that a cancel is heard soon also with short cells. */
const MOST_ROWS = 10_000;
/** Looking at every length would take longer than writing; these rows tell. */
const MEASURED_ROWS = 200;

/** Thrown when the person cancels; what was written is taken back by whoever catches it. */
export class Cancelled extends Error {}

export function checkGoingOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled("cancelled");
}

const lengthOf = (entry: Entry): number => (typeof entry === "string" ? 3 + 2 * entry.length : 20);

/** How many rows of an area go into one request. */
export function rowsPerRequest(rowCount: number, entriesOf: (row: number) => readonly Entry[], mostBytes = REQUEST_BYTES): number {
  const step = Math.max(1, Math.floor(rowCount / MEASURED_ROWS));
  let longest = 1;
  for (let row = 0; row < rowCount; row += step) longest = Math.max(longest, entriesOf(row).reduce<number>((sum, entry) => sum + lengthOf(entry), 0));
  return Math.max(1, Math.min(MOST_ROWS, Math.floor(mostBytes / longest)));
}

/** Enters rows part by part. `done` hears how many rows stand. */
export async function enterRows(
  store: ScorecardStore,
  sheetName: string,
  area: Area,
  entriesOf: (row: number) => readonly Entry[],
  signal: AbortSignal,
  done: (rows: number) => void,
  mostBytes = REQUEST_BYTES,
): Promise<void> {
  const step = rowsPerRequest(area.rowCount, entriesOf, mostBytes);
  for (let from = 0; from < area.rowCount; from += step) {
    checkGoingOn(signal);
    const rowCount = Math.min(step, area.rowCount - from);
    await store.enter(sheetName, { ...area, row: area.row + from, rowCount }, Array.from({ length: rowCount }, (_, i) => entriesOf(from + i)));
    done(from + rowCount);
  }
}

/** Cells that can be put back as they were: what was typed into them, in columns that are read together. */
export interface Backup {
  readonly area: Area;
  readonly entries: readonly (readonly Entry[])[];
}

/** Cells read back in one request: their formulas come as texts of some hundred characters each. */
const CELLS_PER_READING = 2_000;

export async function backUp(store: ScorecardStore, sheetName: string, area: Area, signal: AbortSignal): Promise<Backup> {
  const entries: Entry[][] = [];
  const step = Math.max(1, Math.floor(CELLS_PER_READING / area.columnCount));
  for (let from = 0; from < area.rowCount; from += step) {
    checkGoingOn(signal);
    entries.push(...(await store.entries(sheetName, { ...area, row: area.row + from, rowCount: Math.min(step, area.rowCount - from) })));
  }
  return { area, entries };
}

const NEVER_CANCELLED = new AbortController().signal;

export async function putBack(store: ScorecardStore, sheetName: string, { area, entries }: Backup): Promise<void> {
  await enterRows(store, sheetName, area, (row) => entries[row] as readonly Entry[], NEVER_CANCELLED, () => undefined, PUT_BACK_BYTES);
}

/** Runs of columns that stand side by side, so that they are written together. */
export function runsOf(columns: readonly number[]): { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last.first + last.count === column) last.count++;
    else runs.push({ first: column, count: 1 });
  }
  return runs;
}

/** The body of some columns of a table, by their places in it. */
export const bodyOf = ({ area }: Pick<TableState, "area">, first: number, count = 1, rowCount = area.rowCount - 1): Area => ({ row: area.row + 1, column: area.column + first, rowCount, columnCount: count });
