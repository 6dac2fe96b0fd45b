import type { Area } from "../../sheets/a1";
import { Problem } from "../problems";
import type { Entry, TableState } from "./scorecardStore";
import { enterValues, fillExceptions, fillFormulas, looksOf, type ExceptionalFormula, type PlacedColumn, type TableRows } from "./tableColumns";
import { backUp, bodyOf, checkGoingOn, putBack, runsOf, type Backup } from "./tableWriting";
import { startFinishing, type Writing } from "./writing";

/** A table that stands already, and what its cells are to become. */
export interface TableUpdate {
  readonly table: TableState;
  readonly columns: readonly PlacedColumn[];
  /** Headers of columns to be added behind the table's last one, in their order. */
  readonly added: readonly string[];
  readonly rows: TableRows;
  /** Further cells of the sheet that are written with the table and put back with it. */
  readonly header?: { readonly area: Area; readonly entries: readonly (readonly Entry[])[] };
  /** What the formulas need that in turn needs the columns. */
  beforeFormulas(): Promise<void>;
  readonly exceptions: readonly ExceptionalFormula[];
}

/**
 * Writes results into a table in place: its other columns, their order, the filter and the formats stay. Everything that
 * will be overwritten is read first and put back when anything fails or the person cancels.
 */
export async function updateTable(writing: Writing, update: TableUpdate): Promise<void> {
  const { store, signal, onProgress } = writing;
  const { table, columns, added, rows, header } = update;
  const oldCount = table.area.rowCount - 1;
  const newCount = rows.accounts.length;
  const area: Area = { ...table.area, rowCount: newCount + 1, columnCount: table.area.columnCount + added.length };
  onProgress({ done: 0, total: newCount, words: "Keeping what is there" });
  const backups: Backup[] = [];
  const existing = columns.filter(({ place }) => place < table.area.columnCount).map(({ place }) => place);
  for (const { first, count } of runsOf(existing)) if (oldCount > 0) backups.push(await backUp(store, table.sheetName, bodyOf(table, first, count), signal));
  if (header) backups.push(await backUp(store, table.sheetName, header.area, signal));
  const grown = { rows: false, columns: false };
  try {
    if (added.length > 0) {
      grown.columns = true;
      await store.addColumns(table.name, added);
    }
    if (newCount > oldCount) {
      grown.rows = true;
      if (mustInsert(table)) await store.addRows(table.name, newCount - oldCount);
      else await store.resizeTable(table.name, area);
    }
    const onRows = (done: number) => onProgress({ done, total: newCount, words: "Writing accounts" });
    await enterValues(writing, table.sheetName, area, columns, rows, onRows);
    onProgress({ done: newCount, total: newCount, words: "Calculating" });
    await update.beforeFormulas();
    checkGoingOn(signal);
    await fillFormulas(writing, table.sheetName, area, columns, newCount);
    await fillExceptions(writing, table.sheetName, area, update.exceptions);
    checkGoingOn(signal);
    if (header) await store.enter(table.sheetName, header.area, header.entries);
    const fresh = columns.filter(({ place }) => place >= table.area.columnCount);
    // The account list has its own header; the scorecard's new columns look like its others.
    const heads = header ? fresh.map(({ place }) => ({ area: { ...bodyOf({ area }, place, 1, 1), row: area.row }, style: "head" as const })) : [];
    await store.applyLooks(table.sheetName, [...heads, ...looksOf(area, fresh, newCount), ...looksOf(area, columns.filter(({ place }) => place < table.area.columnCount), newCount, oldCount)]);
    startFinishing(writing);
    // Rows are given up last: until here nothing of theirs is lost.
    if (newCount < oldCount) {
      await store.resizeTable(table.name, area);
      await store.clear(table.sheetName, { ...area, row: area.row + newCount + 1, rowCount: oldCount - newCount });
    }
  } catch (thrown) {
    await undo(writing, update, backups, grown, thrown);
    throw thrown;
  }
}

/** Rows can only be given to a table by making it longer where nothing stands below it. */
const mustInsert = ({ hasCellsBelow, hasTotals }: TableState): boolean => hasCellsBelow || hasTotals;

async function undo({ store }: Writing, { table, rows }: TableUpdate, backups: readonly Backup[], grown: { readonly rows: boolean; readonly columns: boolean }, cause: unknown): Promise<void> {
  const oldCount = table.area.rowCount - 1;
  const newCount = rows.accounts.length;
  try {
    const now = await store.table(table.name);
    if (grown.columns && now) {
      const known = new Set(table.headers);
      const made = now.headers.filter((header) => !known.has(header));
      if (made.length > 0) await store.deleteColumns(table.name, made);
    }
    if (now && now.area.rowCount > table.area.rowCount && mustInsert(table)) {
      await store.deleteRows(table.name, Array.from({ length: now.area.rowCount - table.area.rowCount }, (_, i) => oldCount + i));
    } else if (now && now.area.rowCount !== table.area.rowCount) {
      await store.resizeTable(table.name, table.area);
    }
    if (grown.rows && !mustInsert(table)) await store.clear(table.sheetName, { ...table.area, row: table.area.row + oldCount + 1, rowCount: newCount - oldCount });
    for (const backup of backups) await putBack(store, table.sheetName, backup);
  } catch (second) {
    const details = [cause, second].map((thrown) => (thrown instanceof Problem ? `${thrown.code} ${thrown.details}` : String(thrown))).join("; ");
    throw new Problem("halfWritten", `The table ${table.name} could neither be written nor put back.`, "Undo in Excel (Ctrl+Z) until the table is as it was, or close the workbook without saving.", details);
  }
}
