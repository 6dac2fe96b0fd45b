import { cellAddress } from "../a1";
import { isBlank, isErrorText, type CellBlock, type CellValue } from "../cellValue";
import { FIELD_WORDS, type AccountList, type ListColumn } from "./accountList";

/** An account of the list, as its row says. */
export interface ListedAccount {
  readonly row: number;
  /** Exactly the cell's value: a number stays a number, a text stays a text, so that the plan's lookup finds it. */
  readonly key: string | number;
  readonly name: string;
}

/** Something in the list the user should know; `address` is the cell on the list's sheet. */
export interface Complaint {
  readonly address: string;
  readonly message: string;
}

export interface AccountReading {
  readonly accounts: readonly ListedAccount[];
  readonly complaints: readonly Complaint[];
}

const TOTAL_WORDS = /^\s*(grand\s+|sub)?\s*(totals?|sum|summe|gesamt|totaal)\s*$/i;
/** Long texts are shown shortened; nothing in the workbook changes. */
const SHOWN_TEXT = 60;

const shown = (value: CellValue) => {
  const text = String(value);
  return text.length > SHOWN_TEXT ? `${text.slice(0, SHOWN_TEXT)}…` : text;
};

/** Excel's lookups ignore case and keep numbers and texts apart. */
const lookupKey = (key: string | number) => (typeof key === "number" ? `n${key}` : `t${key.toLocaleLowerCase("en")}`);

/**
 * Reads the selected rows of a list.
 * @param block cells of the list that reach from its header to its last row, in any columns that hold all recognised ones
 * @param rows the selected rows, ascending
 */
export function readAccounts(list: AccountList, block: CellBlock, rows: readonly number[]): AccountReading {
  const complaints: Complaint[] = [];
  const valueAt = (row: number, column: ListColumn): CellValue => block.values[row - block.row]?.[column.column - block.column] ?? "";
  const firstRows = firstRowOfEachKey(list, block);
  const taken = new Set<string>();
  const accounts: ListedAccount[] = [];

  for (const row of rows) {
    const key = valueAt(row, list.key);
    const nameValue = list.name ? valueAt(row, list.name) : key;
    const problem = keyProblem(key, nameValue, list);
    if (problem !== undefined) {
      if (problem !== "") complaints.push({ address: cellAddress(row, list.key.column), message: problem });
      continue;
    }
    const account = { row, key: key as string | number, name: isBlank(nameValue) || isErrorText(nameValue) ? String(key) : String(nameValue).trim() };
    const place = lookupKey(account.key);
    if (taken.has(place)) continue;
    taken.add(place);
    const first = firstRows.get(place);
    if (first !== undefined && first.count > 1) {
      complaints.push({
        address: cellAddress(row, list.key.column),
        message: `${shown(key)} stands in ${first.count} rows of the list; the plan shows the figures of row ${first.row + 1}.`,
      });
    }
    complaints.push(...figureComplaints(list, first?.row ?? row, valueAt));
    accounts.push(account);
  }
  return { accounts, complaints };
}

/** undefined when the key is sound, "" for a row that is no account and needs no word. */
function keyProblem(key: CellValue, name: CellValue, list: AccountList): string | undefined {
  if (isBlank(key)) return isBlank(name) || TOTAL_WORDS.test(String(name)) ? "" : `${shown(name)} has no "${list.key.header}"; fill it in to get a plan.`;
  if (isErrorText(key)) return `The key is ${shown(key)}; repair it to get a plan.`;
  if (typeof key === "boolean") return `The key is ${key ? "TRUE" : "FALSE"}; a key is a text or a number.`;
  return TOTAL_WORDS.test(String(key)) ? `"${shown(key)}" looks like a total, so it gets no plan.` : undefined;
}

function firstRowOfEachKey(list: AccountList, block: CellBlock): Map<string, { readonly row: number; readonly count: number }> {
  const found = new Map<string, { readonly row: number; readonly count: number }>();
  block.values.forEach((cells, i) => {
    const row = block.row + i;
    const key = cells[list.key.column - block.column] ?? "";
    if (row < list.body.row || isBlank(key) || typeof key === "boolean") return;
    const known = found.get(lookupKey(key));
    found.set(lookupKey(key), known ? { row: known.row, count: known.count + 1 } : { row, count: 1 });
  });
  return found;
}

const FIGURES: readonly (keyof AccountList["fields"])[] = ["margin", "costToServe", "growth", "wallet", "daysLate"];

function figureComplaints(list: AccountList, row: number, valueAt: (row: number, column: ListColumn) => CellValue): Complaint[] {
  const columns = [...list.revenues, ...FIGURES.flatMap((field) => list.fields[field] ?? [])];
  return columns.flatMap((column) => {
    const value = valueAt(row, column);
    if (typeof value === "number" || isBlank(value)) return [];
    const address = cellAddress(row, column.column);
    const what = `"${column.header}" of row ${row + 1}`;
    if (isErrorText(value)) return [{ address, message: `${what} is ${value}; the plan leaves ${FIELD_WORDS[column.field]} out until it is repaired.` }];
    const number = typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value.replace(/[\s,.'’]/g, "")));
    const hint = number ? "is a number stored as text; change it to a number" : "is not a number";
    return [{ address, message: `${what} is "${shown(value)}", which ${hint}. The plan leaves it out until then.` }];
  });
}
