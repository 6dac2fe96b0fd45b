import { areaAddress, type Area } from "../../sheets/a1";
import { isBlank, type CellValue } from "../../sheets/cellValue";
import { ColumnCheck, numbersOf, type FigureColumn } from "../../sheets/check/columnCheck";
import { MOST_ADDRESSES, type Finding, type Fix } from "../../sheets/check/findings";
import { GiantCheck } from "../../sheets/check/giantCheck";
import { KeyCheck } from "../../sheets/check/keyCheck";
import type { DecimalMark } from "../../sheets/check/numberText";
import type { Model } from "../../sheets/model/model";
import type { Field } from "../../sheets/read/headers";
import type { AccountListStore } from "./accountListStore";
import type { ConfirmedList } from "./confirmedList";
import { columnsNamed } from "./findAccountList";

/** Cells of one request; scanning that many takes a few milliseconds, so the pane never stands still. */
const CELLS_PER_BLOCK = 50_000;
/** Rows whose being hidden is asked for at once: Excel answers with an object for each. */
const ROWS_PER_BLOCK = 20_000;

export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

/** Meanings whose columns hold figures. */
const FIGURES: readonly Field[] = ["revenue", "margin", "costToServe", "growth", "wallet", "daysLate", "access", "openness", "relationship", "interest", "fit"];

/**
 * Looks through the columns that decide, and those whose meaning was confirmed, for what would make tiers wrong or hard to
 * explain. Reads in blocks and lets the page breathe between them. Changes nothing.
 */
export async function checkList(store: AccountListStore, list: ConfirmedList, model: Pick<Model, "criteria" | "gates">, signal: AbortSignal, onProgress: (progress: CheckProgress) => void): Promise<readonly Finding[]> {
  const { place } = list;
  const figures = figureColumns(list, model);
  const keys = new KeyCheck(list.keyColumn, headerOf(list, list.keyColumn));
  const checks = figures.map((column) => new ColumnCheck(column));
  const [revenue, margin] = [list.columns.get("revenue")?.at(-1), list.columns.get("margin")?.[0]];
  const hasMarginGate = margin !== undefined && model.gates.some(({ column }) => columnsNamed(place, column).includes(margin));
  const giants = revenue !== undefined && margin !== undefined ? new GiantCheck(margin, hasMarginGate) : undefined;
  const names = new Map<number, string>();
  const columns = [...new Set([list.keyColumn, ...(list.nameColumn === undefined ? [] : [list.nameColumn]), ...figures.map(({ column }) => column), ...(giants ? [revenue as number, margin as number] : [])])].sort((a, b) => a - b);
  const runs = adjacent(columns);
  const rowsPerBlock = Math.max(1, Math.floor(CELLS_PER_BLOCK / columns.length));
  const pause = breathingPause();
  for (let from = 0; from < place.body.rowCount && !signal.aborted; from += rowsPerBlock) {
    const rowCount = Math.min(rowsPerBlock, place.body.rowCount - from);
    const cells = await readColumns(store, list, runs, place.body.row + from, rowCount);
    for (let r = 0; r < rowCount; r++) {
      const row = place.body.row + from + r;
      const at = (column: number): CellValue => cells.get(column)?.[r] ?? "";
      const isEmpty = columns.every((column) => isBlank(at(column)));
      keys.add(row, at(list.keyColumn), isEmpty);
      if (r % 256 === 255) await pause();
      if (isEmpty) continue;
      for (const check of checks) check.add(row, at(check.of.column));
      if (giants && revenue !== undefined && margin !== undefined) {
        giants.add(row, at(revenue), at(margin));
        if (Number(at(margin)) < 0) names.set(row, String(at(list.nameColumn ?? list.keyColumn)).slice(0, 40));
      }
    }
    onProgress({ done: from + rowCount, total: place.body.rowCount });
    await breath();
  }
  if (signal.aborted) return [];
  const found: Finding[] = [...keys.findings()];
  for (const check of checks) {
    found.push(...check.findings());
    await breath();
  }
  if (giants) found.push(...giants.findings((row) => names.get(row) ?? "An account"));
  found.push(...(await layoutFindings(store, list, signal)));
  return found.sort((a, b) => Number(a.weight === "note") - Number(b.weight === "note"));
}

/** Lets events and painting through before the next piece of work. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/** Longest work without a breath: the pane must answer within 50 ms, also on a busy computer. */
const BREATH_AFTER_MS = 15;

/** Breathes when it is time to; asking costs nothing in between. */
function breathingPause(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < BREATH_AFTER_MS) return undefined;
    return breath().then(() => {
      since = performance.now();
    });
  };
}

function figureColumns(list: ConfirmedList, model: Pick<Model, "criteria" | "gates">): FigureColumn[] {
  const found = new Map<number, FigureColumn>();
  const add = (column: number | undefined, decides: boolean, isOlder = false) => {
    if (column === undefined) return;
    found.set(column, { column, header: headerOf(list, column), decides: decides || found.get(column)?.decides === true, isOlder });
  };
  for (const field of FIGURES) {
    const columns = list.columns.get(field) ?? [];
    for (const column of columns) add(column, false, column !== columns.at(-1));
  }
  for (const { column } of model.criteria) add(columnsNamed(list.place, column)[0], true);
  for (const { column, test, limit } of model.gates) if (test !== "filled" && typeof limit === "number") add(columnsNamed(list.place, column)[0], true);
  found.delete(list.keyColumn);
  return [...found.values()];
}

const headerOf = ({ place }: ConfirmedList, column: number) => (place.headers[column - place.body.column] ?? "").slice(0, 40);

/** Runs of columns that stand side by side, or with few others between, so that a wide list costs few requests. */
function adjacent(columns: readonly number[]): readonly { readonly first: number; readonly count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last && column - (last.first + last.count) <= 3) last.count = column - last.first + 1;
    else runs.push({ first: column, count: 1 });
  }
  return runs;
}

async function readColumns(store: AccountListStore, { place }: ConfirmedList, runs: ReturnType<typeof adjacent>, row: number, rowCount: number): Promise<Map<number, readonly CellValue[]>> {
  const columns = new Map<number, readonly CellValue[]>();
  for (const { first, count } of runs) {
    const { values } = await store.values(place.sheetName, { row, column: first, rowCount, columnCount: count });
    for (let c = 0; c < count; c++) columns.set(first + c, values.map((cells) => cells[c] ?? ""));
  }
  return columns;
}

/** Merged cells, of which all but the first are blank, and rows nobody sees but which are tiered as well. */
async function layoutFindings(store: AccountListStore, { place }: ConfirmedList, signal: AbortSignal): Promise<Finding[]> {
  const found: Finding[] = [];
  const merged = await store.mergedAreas(place.sheetName, place.body);
  if (merged.length > 0) {
    const addresses = merged.map((area) => areaAddress(area));
    found.push({ kind: "mergedCells", weight: "warning", count: merged.length, addresses: addresses.slice(0, MOST_ADDRESSES), message: `${merged.length === 1 ? "1 merged area stands" : `${merged.length} merged areas stand`} in the list, such as ${addresses[0]}.`, nextStep: "Only the first cell of each holds its value, the others count as blank. Unmerge them, then fill in what is missing.", fix: { kind: "unmerge", addresses } });
  }
  let [hidden, first] = [0, -1];
  for (let from = 0; from < place.body.rowCount && !signal.aborted; from += ROWS_PER_BLOCK) {
    const area: Area = { ...place.body, columnCount: 1, row: place.body.row + from, rowCount: Math.min(ROWS_PER_BLOCK, place.body.rowCount - from) };
    (await store.hiddenRows(place.sheetName, area)).forEach((isHidden, i) => {
      if (!isHidden) return;
      if (first < 0) first = area.row + i;
      hidden++;
    });
  }
  if (hidden > 0) {
    const address = areaAddress({ row: first, column: place.body.column, rowCount: 1, columnCount: 1 });
    found.push({ kind: "hiddenRows", weight: "note", count: hidden, addresses: [address], message: `${hidden === 1 ? "1 row is" : `${hidden.toLocaleString("en")} rows are`} hidden by a filter or by hand, the first is row ${first + 1}.`, nextStep: "They are accounts like the others and are tiered as well; delete them if they should not be." });
  }
  return found;
}

/** How many cells of a fix are shown before it is made. */
export const SHOWN_CHANGES = 5;

/** The cells a fix would change; `mark` says how decimals are written where texts become numbers. */
export function fixedCells(fix: Fix, mark: DecimalMark | undefined) {
  if (fix.kind === "cells") return fix.cells;
  if (fix.kind === "numbers" && mark !== undefined) return numbersOf(fix.cells, mark);
  return [];
}

/** Mends what a finding proposes. Cells that were changed since the check are refused, and then none is written. */
export async function applyFix(store: AccountListStore, sheetName: string, fix: Fix, mark: DecimalMark | undefined): Promise<void> {
  if (fix.kind === "unmerge") await store.unmerge(sheetName, fix.addresses);
  else await store.fix(sheetName, fixedCells(fix, mark));
}
