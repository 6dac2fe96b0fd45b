import type { Area } from "../../sheets/a1";
import { areaAddress, cellAddress, readArea, sheetReference } from "../../sheets/a1";
import { isBlank, type CellBlock } from "../../sheets/cellValue";
import { findHeader } from "../../sheets/read/accountList";
import { Problem } from "../problems";
import type { Selection } from "../workbook";
import type { AccountListStore, ListPlace } from "./accountListStore";

/** Account lists carry titles and notes above their header, but not more than this many rows. */
const ROWS_SEARCHED_FOR_HEADER = 40;

const CLICK_INTO_LIST = "Click a cell of your account list, then try again.";

/** The list around the selection, wherever in it the person clicked. Several areas and whole columns mean the list they touch. */
export async function listAtSelection(store: AccountListStore): Promise<ListPlace> {
  return listIn(store, await store.selection());
}

/**
 * The list the setting "Account list" names: a table by its name, a range by its address. A range is looked at afresh,
 * so that rows added below since are in.
 * @throws Problem listGone when there is no such table or sheet any more
 */
export async function listNamed(store: AccountListStore, name: string): Promise<ListPlace> {
  const reference = /^'?(.+?)'?!(.+)$/.exec(name);
  if (!reference) {
    const selection = await store.table(name);
    if (selection) return listIn(store, selection);
    throw listGone(name, "There is no table of that name.");
  }
  const sheetName = (reference[1] as string).replace(/''/g, "'");
  const selection = await store.sheet(sheetName);
  if (!selection?.used) throw listGone(name, `There is no sheet "${sheetName}" with cells.`);
  const area = readArea((reference[2] as string).toUpperCase());
  return rangeFrom(store, selection, area.row);
}

async function listIn(store: AccountListStore, selection: Selection): Promise<ListPlace> {
  const { table, used, sheetName } = selection;
  if (table) {
    if (!table.hasHeader) throw new Problem("noHeader", `The table ${table.name} does not show its header row.`, "Switch the header row on (Table Design, Header Row), then try again.");
    const { area } = table;
    const head = await store.values(sheetName, { ...area, rowCount: 1 });
    const rowCount = area.rowCount - 1 - (table.hasTotals ? 1 : 0);
    return place(table.name, sheetName, head, { ...area, row: area.row + 1, rowCount }, table.name);
  }
  if (!used) throw new Problem("sheetEmpty", `The sheet "${sheetName}" is empty.`, CLICK_INTO_LIST);
  const top = await store.values(sheetName, { ...used, rowCount: Math.min(used.rowCount, ROWS_SEARCHED_FOR_HEADER) });
  const header = findHeader(top);
  if (!header) throw noHeader(sheetName, top);
  return rangeFrom(store, selection, header.row);
}

/** A plain range reaches from its header row to the last used row, in all columns that have a header or stand between two. */
async function rangeFrom(store: AccountListStore, { sheetName, used }: Selection, headerRow: number): Promise<ListPlace> {
  const all = used as Area;
  const head = await store.values(sheetName, { ...all, row: headerRow, rowCount: 1 });
  const cells = head.values[0] ?? [];
  const filled = cells.flatMap((cell, i) => (isBlank(cell) ? [] : [i]));
  if (filled.length === 0) throw new Problem("noHeader", `Row ${headerRow + 1} of "${sheetName}" holds no headers any more.`, CLICK_INTO_LIST);
  const [first, last] = [filled[0] as number, filled.at(-1) as number];
  const body: Area = { row: headerRow + 1, column: all.column + first, rowCount: all.row + all.rowCount - headerRow - 1, columnCount: last - first + 1 };
  const name = sheetReference(sheetName) + areaAddress({ ...body, row: headerRow, rowCount: Math.max(1, body.rowCount) + 1 });
  return place(name, sheetName, { ...head, column: body.column, values: [cells.slice(first, last + 1)] }, body);
}

function place(name: string, sheetName: string, head: CellBlock, body: Area, tableName?: string): ListPlace {
  if (body.rowCount < 1) {
    throw new Problem("headerOnly", `The list on "${sheetName}" has a header in row ${head.row + 1} and no account below it.`, "Add accounts, or click into another list.");
  }
  const headers = (head.values[0] ?? []).map((cell) => String(cell));
  return { name, sheetName, headerRow: head.row, body, headers, ...(tableName === undefined ? {} : { tableName }) };
}

/** The columns a header names, in any case; two columns of one name are one too many for a formula to tell apart. */
export const columnsNamed = (list: ListPlace, header: string): readonly number[] =>
  list.headers.flatMap((name, i) => (name.trim().toLowerCase() === header.trim().toLowerCase() ? [list.body.column + i] : []));

/** Where a column's header stands. */
export const headerAddress = (list: ListPlace, column: number): string => cellAddress(list.headerRow, column);

const listGone = (name: string, why: string) => new Problem("listGone", `The account list "${name}" was not found. ${why}`, "Click into your account list and choose it again.");

function noHeader(sheetName: string, top: CellBlock): Problem {
  const seen = top.values.flatMap((cells) => cells.filter((cell) => typeof cell === "string" && !isBlank(cell))).slice(0, 6);
  const received = seen.length > 0 ? ` Found: ${seen.map((cell) => `"${String(cell).slice(0, 30)}"`).join(", ")}.` : "";
  return new Problem("noHeader", `No header row was found on "${sheetName}": none names an account or its key.${received}`, "Give the list a header row with a column such as Account ID or Account, then click into it.");
}

