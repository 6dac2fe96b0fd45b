import type { Area } from "../../sheets/a1";
import { SCORECARD_SHEET, SCORECARD_TABLE } from "../../sheets/model/scorecardTable";
import { NativeColumns } from "../../sheets/scorecard/nativeColumns";
import type { ScorecardInput } from "../../sheets/scorecard/scorecardInput";
import { printedColumns, scorecardSheet, TABLE_PLACE } from "../../sheets/scorecard/scorecardSheet";
import type { MadeSheet } from "../workbook";
import { bestFirst, GONE, planRows, repeats } from "./planRows";
import { headerKey } from "./portfolioData";
import { HEADER_AREA, headerEntries } from "./scorecardHeader";
import type { Entry, TableState } from "./scorecardStore";
import type { AccountKey } from "./snapshots";
import { enterValues, fillExceptions, fillFormulas, looksOf, type ExceptionalFormula, type PlacedColumn } from "./tableColumns";
import { backUp, bodyOf, checkGoingOn } from "./tableWriting";
import { updateTable, type TableUpdate } from "./updateTable";
import { formulasOf, freeSheetName, planScales, refuseProtected, startFinishing, type Scales, type WriteOutcome, type Writing } from "./writing";

/** Writes the scorecard's sheet, or brings an existing one up to date. */
export async function writeSheet(writing: Writing): Promise<WriteOutcome> {
  const { store, options } = writing;
  const table = await store.table(SCORECARD_TABLE);
  refuseProtected(table);
  const scales = options.form === "formulas" ? planScales(writing) : undefined;
  let written: { readonly sheet: MadeSheet; readonly goneRows: number; readonly emptied: readonly number[] };
  try {
    written = table ? await update(writing, table, scales) : await create(writing, scales);
  } catch (thrown) {
    await scales?.remove();
    throw thrown;
  }
  const remarks = await tidyUp(writing, written, table, scales?.finish);
  return { sheet: written.sheet, accountCount: writing.portfolio.accounts.keys.length, values: options.form === "values" ? ["all cells"] : writing.statics.words, goneRows: written.goneRows, remarks };
}

async function create(writing: Writing, plan: Scales | undefined) {
  const scales = plan?.input;
  const { store, columns, portfolio, result, sheets, signal, onProgress } = writing;
  const accounts = bestFirst(result.ranks);
  const rowCount = accounts.length;
  const area: Area = { ...TABLE_PLACE, rowCount: rowCount + 1, columnCount: columns.length };
  const sheet = await store.addSheet(scorecardSheet({ sheetName: freeSheetName(SCORECARD_SHEET, sheets), columns, rowCount }), TABLE_PLACE.column + 2);
  try {
    const placed = placedColumns(writing, scales, columns.map((_, place) => place));
    await store.enter(sheet.name, { ...area, rowCount: 1 }, [columns.map(({ header }) => `'${header}`)]);
    const onRows = (done: number) => onProgress({ done, total: rowCount, words: "Writing accounts" });
    await enterValues(writing, sheet.name, area, placed, { accounts, keyOfGone: () => "" }, onRows);
    await store.applyLooks(sheet.name, looksOf(area, placed, rowCount));
    checkGoingOn(signal);
    await store.addTable(sheet.name, area, SCORECARD_TABLE);
    onProgress({ done: rowCount, total: rowCount, words: "Calculating" });
    await plan?.add();
    await fillFormulas(writing, sheet.name, area, placed, rowCount);
    await store.enter(sheet.name, HEADER_AREA, headerEntries(writing, scales));
    await fillExceptions(writing, sheet.name, area, exceptionsOf(scales, placed, accounts, portfolio.accounts.keys));
    startFinishing(writing);
  } catch (thrown) {
    await store.removeSheets([sheet.id]).catch(() => undefined); // the first error says more
    throw thrown;
  }
  return { sheet, goneRows: 0, emptied: [] };
}

async function update(writing: Writing, table: TableState, scalesPlan: Scales | undefined) {
  const scales = scalesPlan?.input;
  const { columns, portfolio, result } = writing;
  const placeOf = (header: string) => table.headers.findIndex((name) => headerKey(name) === headerKey(header));
  const added = columns.filter(({ header }) => placeOf(header) < 0).map(({ header }) => header);
  const places = columns.map(({ header }) => (placeOf(header) >= 0 ? placeOf(header) : table.headers.length + added.indexOf(header)));
  const placed = placedColumns(writing, scales, places);
  const keyPlace = Math.max(0, placeOf(columns[0]?.header ?? ""));
  const keys = await readKeys(writing, table, keyPlace);
  const ours = await oursIn(writing);
  const users = table.headers.flatMap((header, place) => (ours.has(headerKey(header)) ? [] : [place]));
  const kept = users.length === 0 ? undefined : await rowsWithContent(writing, table, users);
  const plan = planRows(keys.map(keyOf), kept, portfolio.accounts.keys, bestFirst(result.ranks));
  const { accounts } = plan;
  const request: TableUpdate = {
    table,
    columns: placed,
    added,
    rows: { accounts, keyOfGone: (row) => keys[row] ?? "" },
    beforeFormulas: async () => scalesPlan?.add(),
    header: { area: HEADER_AREA, entries: headerEntries(writing, scales) },
    exceptions: exceptionsOf(scales, placed, accounts, portfolio.accounts.keys),
  };
  await updateTable(writing, request);
  const emptied = plan.emptied;
  return { sheet: { id: table.sheetId, name: table.sheetName }, goneRows: accounts.filter((account) => account === GONE).length - emptied.length, emptied };
}

/** What the add-in has made in this table, and what it is about to. */
async function oursIn({ store, columns }: Writing): Promise<ReadonlySet<string>> {
  const made = (await store.madeColumns()).filter(({ table }) => headerKey(table) === headerKey(SCORECARD_TABLE)).flatMap(({ headers }) => headers);
  return new Set([...made, ...columns.map(({ header }) => header)].map(headerKey));
}

async function readKeys({ store, signal }: Writing, table: TableState, place: number): Promise<Entry[]> {
  if (table.area.rowCount < 2) return [];
  return (await backUp(store, table.sheetName, bodyOf(table, place), signal)).entries.map(([key]) => key ?? "");
}

const keyOf = (entry: Entry): AccountKey => (typeof entry === "number" ? entry : String(entry).replace(/^'/, ""));

async function rowsWithContent({ store, signal }: Writing, table: TableState, users: readonly number[]): Promise<boolean[]> {
  const kept = Array<boolean>(table.area.rowCount - 1).fill(false);
  for (const place of users) {
    const { entries } = await backUp(store, table.sheetName, bodyOf(table, place), signal);
    // A column of formulas stands in every row; only what was typed into single rows ties a row to its account.
    entries.forEach(([entry], row) => (kept[row] ||= entry !== "" && entry !== undefined && !(typeof entry === "string" && entry.startsWith("="))));
  }
  return kept;
}

const placedColumns = (writing: Writing, scales: ScorecardInput | undefined, places: readonly number[]): PlacedColumn[] => {
  const formulas = scales ? formulasOf(scales, writing.columns) : [];
  return writing.columns.map((column, i) => ({ column, place: places[i] as number, formula: formulas[i] }));
};

/** Accounts whose key stands in several rows of the list are found by their number among them. */
function exceptionsOf(scales: ScorecardInput | undefined, columns: readonly PlacedColumn[], accounts: readonly number[], keys: readonly AccountKey[]): readonly ExceptionalFormula[] {
  const place = columns.find(({ column }) => column.kind === "place")?.place;
  if (!scales || place === undefined) return [];
  const before = repeats(keys);
  const native = new NativeColumns(scales);
  return accounts.flatMap((account, row) => {
    const count = account === GONE ? 0 : (before[account] as number);
    return count === 0 ? [] : [{ row, place, formula: native.placeOfRepeated(keys[account] as AccountKey, count + 1) }];
  });
}

/** What is done once every cell stands: a failure here leaves a right scorecard with something too much beside it. */
async function tidyUp(writing: Writing, { sheet, emptied }: { readonly sheet: MadeSheet; readonly emptied: readonly number[] }, table: TableState | undefined, finish: (() => Promise<void>) | undefined): Promise<string[]> {
  const { store, columns } = writing;
  const remarks: string[] = [];
  const attempt = async (words: string, step: () => Promise<void>) => step().catch(() => void remarks.push(words));
  if (emptied.length > 0) await attempt(`${emptied.length} rows of accounts that have left the list could not be taken out.`, () => store.deleteRows(SCORECARD_TABLE, emptied));
  const stale = table ? await staleColumns(writing, table) : [];
  if (stale.length > 0) await attempt(`The columns ${stale.join(", ")} are not part of the scorecard any more, but could not be taken out.`, () => store.deleteColumns(SCORECARD_TABLE, stale));
  if (finish) await attempt("The earlier sheet of scales could not be taken away.", finish);
  await attempt("The print area could not be set.", async () => {
    const now = await store.table(SCORECARD_TABLE);
    if (now) await store.setPrintArea(sheet.name, { row: 0, column: TABLE_PLACE.column, rowCount: now.area.row + now.area.rowCount, columnCount: printedWidth(columns, now) });
  });
  await store.rememberColumns({ table: SCORECARD_TABLE, headers: columns.map(({ header }) => header) });
  return remarks;
}

/** Up to the last column people read; in an older table the working columns may stand before it. */
function printedWidth(columns: Writing["columns"], { headers }: TableState): number {
  const read = new Set(columns.slice(0, printedColumns(columns)).map(({ header }) => headerKey(header)));
  return headers.reduce((width, header, place) => (read.has(headerKey(header)) ? place + 1 : width), 1);
}

/** Columns of an earlier writing that this one does not have: points of a criterion that was dropped, for example. */
async function staleColumns({ store, columns }: Writing, table: TableState): Promise<string[]> {
  const now = new Set(columns.map(({ header }) => headerKey(header)));
  const made = (await store.madeColumns()).filter((one) => headerKey(one.table) === headerKey(table.name)).flatMap(({ headers }) => headers);
  const there = new Set(table.headers.map(headerKey));
  return made.filter((header) => !now.has(headerKey(header)) && there.has(headerKey(header)));
}
