import { intersect, type Area } from "../../sheets/a1";
import type { CellBlock } from "../../sheets/cellValue";
import { readAccounts, type Complaint, type ListedAccount } from "../../sheets/read/accounts";
import { findHeader, readAccountList, type AccountList, type ListColumn } from "../../sheets/read/accountList";
import { readGrowthUnit, readMarginUnit, type FigureUnit } from "../../sheets/read/figureUnits";
import { Problem } from "../problems";
import type { Selection, SheetSummary, Workbook } from "../workbook";

/** Account lists carry titles and notes above their header, but not more than this many rows. */
const ROWS_SEARCHED_FOR_HEADER = 40;

const SELECT_ACCOUNTS = "Select one or more rows of your account list (a cell in each row is enough), then try again.";

export interface ListReading {
  readonly list: AccountList;
  /** The list's cells from its header to its last row, in the columns that were recognised. */
  readonly block: CellBlock;
  readonly marginUnit: FigureUnit;
  readonly growthUnit: FigureUnit;
  /** How the list was understood, where that was not plain. */
  readonly remarks: readonly string[];
}

export interface SelectedAccounts extends ListReading {
  readonly accounts: readonly ListedAccount[];
  readonly complaints: readonly Complaint[];
  /** Selected rows left out because a filter or the user hides them. */
  readonly hiddenCount: number;
}

/**
 * The accounts of the selected rows. Works in a table and in a plain range, with one cell selected in a row, several
 * areas or whole columns; hidden rows are left out and counted.
 * @param sheets the workbook's sheets: a plan has captions that read like a list's header, but is none
 * @throws Problem saying what to select when the selection holds no account
 */
export async function readSelectedAccounts(workbook: Workbook, sheets: readonly SheetSummary[]): Promise<SelectedAccounts> {
  const { selection, reading } = await readListSelected(workbook, sheets);
  const { list } = reading;
  const rows = selectedRows(selection, list);
  if (rows.length === 0) throw nothingBelowHeader(selection, list);
  const span: Area = { row: rows[0] as number, column: list.body.column, rowCount: (rows.at(-1) as number) - (rows[0] as number) + 1, columnCount: 1 };
  const hidden = await workbook.hiddenRows(list.sheetName, span);
  const visible = rows.filter((row) => !hidden[row - span.row]);
  if (visible.length === 0) {
    throw new Problem("rowsHidden", `All ${rows.length} selected rows are hidden by a filter or by hand.`, "Select rows that can be seen, or clear the filter.");
  }
  return { ...accountsOf(reading, visible, "The selected rows hold no account."), hiddenCount: rows.length - visible.length };
}

/**
 * All accounts of a tier in the list around the selection, hidden rows among them.
 * @param tiers the tier of each row that has one
 */
export async function readAccountsOfTier(workbook: Workbook, sheets: readonly SheetSummary[], tier: string, tiers: (reading: ListReading) => Promise<ReadonlyMap<number, string>>): Promise<SelectedAccounts> {
  const { reading } = await readListSelected(workbook, sheets);
  const rows = [...(await tiers(reading))].filter(([, own]) => own === tier).map(([row]) => row);
  return { ...accountsOf(reading, rows.sort((a, b) => a - b), `No account of the list is in tier ${tier}.`), hiddenCount: 0 };
}

async function readListSelected(workbook: Workbook, sheets: readonly SheetSummary[]): Promise<{ readonly selection: Selection; readonly reading: ListReading }> {
  const selection = await workbook.selection();
  if (sheets.some((sheet) => sheet.name === selection.sheetName && sheet.planKey !== undefined)) {
    throw new Problem("planSelected", `The selection is on "${selection.sheetName}", which is an account plan.`, `Open the sheet with your account list. ${SELECT_ACCOUNTS}`);
  }
  return { selection, reading: await readListAt(workbook, selection) };
}

function accountsOf(reading: ListReading, rows: readonly number[], none: string): Omit<SelectedAccounts, "hiddenCount"> {
  const { accounts, complaints } = readAccounts(reading.list, reading.block, rows);
  if (accounts.length === 0) {
    const first = complaints[0];
    throw new Problem("noAccounts", `${none}${first ? ` ${first.address}: ${first.message}` : ""}`, SELECT_ACCOUNTS);
  }
  return { ...reading, accounts, complaints };
}

/** Reads the list around the selection. */
export async function readListAt(workbook: Workbook, selection: Selection): Promise<ListReading> {
  const { used, table } = selection;
  if (!used) throw new Problem("sheetEmpty", `The sheet "${selection.sheetName}" is empty.`, `Open the sheet with your account list. ${SELECT_ACCOUNTS}`);
  const place = listArea(selection, used);
  const searched: Area = { ...place, rowCount: table ? 1 : Math.min(place.rowCount, ROWS_SEARCHED_FOR_HEADER) };
  const top = await workbook.values(selection.sheetName, searched);
  const header = findHeader(top);
  if (!header) throw noHeader(selection, top);
  const list = readAccountList(
    { sheetName: selection.sheetName, used: place, ...(table ? { tableName: table.name } : {}) },
    header,
  );
  const block = await workbook.values(selection.sheetName, recognisedArea(list));
  const below = (column: ListColumn | undefined) => (column ? block.values.slice(1).map((cells) => cells[column.column - block.column] ?? "") : []);
  const { margin, growth } = list.fields;
  const marginReading = margin ? readMarginUnit(margin, list.headerRow, below(margin)) : undefined;
  const growthReading = growth ? readGrowthUnit(growth, list.headerRow, below(growth)) : undefined;
  return {
    list,
    block,
    marginUnit: marginReading?.unit ?? "share",
    growthUnit: growthReading?.unit ?? "share",
    remarks: [...list.remarks, ...[marginReading?.remark, growthReading?.remark].filter((remark) => remark !== undefined)],
  };
}

/** The table without its totals row, or all used cells of the sheet. */
function listArea(selection: Selection, used: Area): Area {
  const { table } = selection;
  if (!table) return used;
  if (!table.hasHeader) {
    throw new Problem("noHeader", `The table ${table.name} does not show its header row.`, "Switch the header row on (Table Design, Header Row), then try again.");
  }
  return { ...table.area, rowCount: table.area.rowCount - (table.hasTotals ? 1 : 0) };
}

function recognisedArea(list: AccountList): Area {
  const columns = [list.key, list.name, ...list.revenues, ...Object.values(list.fields)].flatMap((c) => (c ? [c.column] : []));
  const first = Math.min(...columns);
  return { row: list.headerRow, column: first, rowCount: list.body.rowCount + 1, columnCount: Math.max(...columns) - first + 1 };
}

function selectedRows(selection: Selection, list: AccountList): number[] {
  const rows = new Set<number>();
  for (const area of selection.areas) {
    // Any cell of a row selects it, also one beside the list: what counts is the row.
    const inside = intersect({ ...area, column: 0, columnCount: 1 }, { ...list.body, column: 0, columnCount: 1 });
    for (let i = 0; inside && i < inside.rowCount; i++) rows.add(inside.row + i);
  }
  return [...rows].sort((a, b) => a - b);
}

function nothingBelowHeader(selection: Selection, list: AccountList): Problem {
  const onHeader = selection.areas.some((area) => area.row <= list.headerRow && area.row + area.rowCount > list.headerRow);
  if (onHeader) return new Problem("headerOnly", `Only the header row (row ${list.headerRow + 1}) is selected.`, SELECT_ACCOUNTS);
  return new Problem("noAccounts", `The selection lies outside the account list, which starts below row ${list.headerRow + 1}.`, SELECT_ACCOUNTS);
}

function noHeader(selection: Selection, top: CellBlock): Problem {
  const seen = top.values.flatMap((cells) => cells.filter((cell) => typeof cell === "string" && cell.trim() !== "")).slice(0, 6);
  const received = seen.length > 0 ? ` Found: ${seen.map((cell) => `"${String(cell).slice(0, 30)}"`).join(", ")}.` : "";
  return new Problem(
    "noHeader",
    `No header row with an account column was found on the sheet "${selection.sheetName}".${received}`,
    "Give the list a header row with a column such as Account ID or Account, then select rows below it.",
  );
}
