import { cellAddress } from "../../sheets/a1";
import { isBlank, isErrorText, type CellBlock, type CellValue } from "../../sheets/cellValue";
import type { Model } from "../../sheets/model/model";
import { inOneGo, type Steps } from "./steps";
import { accountKeyOf, type AccountKey } from "./snapshots";

/** One column of the account list, in blocks that can be posted to a worker. */
export interface DataColumn {
  readonly header: string;
  /** NaN where the cell is blank or holds no number. */
  readonly numbers: Float64Array;
  /** The cells as texts, where a gate compares texts or asks whether a cell is filled. */
  readonly texts: readonly string[] | undefined;
  /** Accounts (0-based) whose cell is neither a number nor blank. */
  readonly refused: Int32Array;
}

/** The account list's columns the model names: sent to the worker once and computed with many models. */
export interface PortfolioData {
  readonly rowCount: number;
  readonly columns: readonly DataColumn[];
}

/** An account as it is shown, beside its figures. */
export interface PortfolioAccounts {
  readonly keys: readonly AccountKey[];
  readonly names: readonly string[];
  /** Rows of the sheet, counted from 0. */
  readonly rows: Int32Array;
  /** Whether several rows of the list have one key. */
  readonly hasRepeatedKeys: boolean;
}

/** A row of the list that is no account and so is left out. */
export interface LeftOutRow {
  readonly address: string;
  readonly reason: string;
  /** What is wrong with it, the same for all of a kind. */
  readonly kind: string;
}

export interface Portfolio {
  readonly data: PortfolioData;
  readonly accounts: PortfolioAccounts;
  /** Tier each account has in the list now, "" without one; undefined when the list has no such column. */
  readonly tiersInList: readonly string[] | undefined;
  /** The last year's revenue, to say what the tiers are worth; NaN where it is not known. */
  readonly revenue: Float64Array | undefined;
  readonly leftOut: readonly LeftOutRow[];
  /** What keeps single accounts from a score: cells that hold no number where one is needed. */
  readonly refusals: readonly LeftOutRow[];
}

/** The account list's cells, header row first, and where they stand. */
export interface ListCells {
  readonly block: CellBlock;
  /** Header of the column with the accounts' keys. */
  readonly key: string;
  readonly name?: string;
  readonly tier?: string;
  readonly revenue?: string;
}

/** Headers are equal as Excel's structured references find them: in any case, spaces at the ends ignored. */
export const headerKey = (header: string): string => header.trim().toLocaleLowerCase("en");

/** As the functions read figures: TRUE and FALSE count as 1 and 0. */
const numberIn = (cell: CellValue): number => (typeof cell === "number" ? cell : typeof cell === "boolean" ? Number(cell) : NaN);

const textIn = (cell: CellValue): string => (typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : String(cell).trim());

/** Longer texts are shown shortened; nothing in the workbook changes. */
const SHOWN_TEXT = 40;
const MOST_REFUSALS = 200;

/**
 * Reads the columns the model names from the list's cells. A row without a key is no account: it is left out and named.
 * A column that is not in the list is left out as well; computing then says which criterion or gate misses it.
 */
export const readPortfolio = (list: ListCells, model: Model): Portfolio => inOneGo(readPortfolioSteps(list, model));

/** The same in steps, so that the pane stays responsive with long lists. */
export function* readPortfolioSteps(list: ListCells, model: Model): Steps<Portfolio> {
  const [heads = [], ...body] = list.block.values;
  const places = new Map<string, number>();
  heads.forEach((head, place) => {
    const key = headerKey(String(head));
    if (key !== "" && !places.has(key)) places.set(key, place);
  });
  const placeOf = (header: string | undefined) => (header === undefined ? undefined : places.get(headerKey(header)));
  const keyPlace = placeOf(list.key) ?? 0;
  const namePlace = placeOf(list.name) ?? keyPlace;
  const leftOut: LeftOutRow[] = [];
  const kept: number[] = [];
  body.forEach((cells, i) => {
    const key = cells[keyPlace] ?? "";
    if (!isBlank(key) && typeof key !== "boolean" && !isErrorText(key)) kept.push(i);
    else if (cells.some((cell) => !isBlank(cell))) {
      leftOut.push({ address: cellAddress(list.block.row + 1 + i, list.block.column + keyPlace), ...leftOutFor(key, list.key) });
    }
  });
  yield;
  const cellsOf = (place: number): CellValue[] => kept.map((i) => body[i]?.[place] ?? "");
  const columnOf = (header: string | undefined): CellValue[] | undefined => {
    const place = placeOf(header);
    return place === undefined ? undefined : cellsOf(place);
  };
  const rows = Int32Array.from(kept, (i) => list.block.row + 1 + i);
  const columns: DataColumn[] = [];
  for (const { header, asText, asNumber } of namedColumns(model)) {
    const place = placeOf(header);
    if (place !== undefined) columns.push(readColumn(header, cellsOf(place), asText, asNumber));
    yield;
  }
  const keys = cellsOf(keyPlace).map((key) => (typeof key === "number" ? key : String(key)));
  yield;
  const hasRepeatedKeys = new Set(keys.map(accountKeyOf)).size < keys.length;
  yield;
  const names = cellsOf(namePlace).map((name, i) => (isBlank(name) || isErrorText(name) ? textIn(keys[i] as AccountKey) : textIn(name)));
  yield;
  return {
    data: { rowCount: kept.length, columns },
    accounts: { keys, names, rows, hasRepeatedKeys },
    tiersInList: columnOf(list.tier)?.map((cell) => (isErrorText(cell) ? "" : textIn(cell))),
    revenue: list.revenue === undefined ? undefined : Float64Array.from(columnOf(list.revenue) ?? [], numberIn),
    leftOut,
    refusals: refusalsOf(columns, (header) => cellsOf(placeOf(header) as number), (header, account) => cellAddress(rows[account] as number, list.block.column + (placeOf(header) as number))),
  };
}

const leftOutFor = (key: CellValue, header: string) =>
  isBlank(key) ? { reason: `has no "${header}"`, kind: `no ${header}` } : { reason: `has ${textIn(key)} as "${header}"`, kind: `${header} is no key` };

/** Each column of the list the model's criteria and gates look at, once. */
function namedColumns(model: Model): { readonly header: string; readonly asText: boolean; readonly asNumber: boolean }[] {
  const named = new Map<string, { header: string; asText: boolean; asNumber: boolean }>();
  const name = (header: string, asText: boolean) => {
    const known = named.get(headerKey(header)) ?? { header, asText: false, asNumber: false };
    named.set(headerKey(header), { header: known.header, asText: known.asText || asText, asNumber: known.asNumber || !asText });
  };
  for (const { column } of model.criteria) name(column, false);
  for (const { column, test, limit } of model.gates) name(column, test === "filled" || typeof limit === "string");
  return [...named.values()];
}

function readColumn(header: string, cells: readonly CellValue[], asText: boolean, asNumber: boolean): DataColumn {
  const refused: number[] = [];
  const numbers = new Float64Array(cells.length);
  cells.forEach((cell, account) => {
    numbers[account] = numberIn(cell);
    if (asNumber && Number.isNaN(numbers[account]) && !isBlank(cell)) refused.push(account);
    else if (!asNumber && isErrorText(cell)) refused.push(account);
  });
  return { header, numbers, texts: asText ? cells.map(textIn) : undefined, refused: Int32Array.from(refused) };
}

function refusalsOf(columns: readonly DataColumn[], cellsOf: (header: string) => readonly CellValue[], addressOf: (header: string, account: number) => string): LeftOutRow[] {
  const refusals: LeftOutRow[] = [];
  for (const { header, refused } of columns) {
    const cells = refused.length === 0 ? [] : cellsOf(header);
    for (const account of refused) {
      if (refusals.length === MOST_REFUSALS) return refusals;
      const cell = cells[account] ?? "";
      const shown = isErrorText(cell) ? textIn(cell) : `"${textIn(cell).slice(0, SHOWN_TEXT)}"`;
      refusals.push({ address: addressOf(header, account), reason: `${header} is ${shown}, which is not a number`, kind: `${header} is not a number` });
    }
  }
  return refusals;
}
