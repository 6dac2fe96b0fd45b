import { isBlank } from "../../sheets/cellValue";
import type { AccountListStore } from "../model/accountListStore";
import { Problem } from "../problems";
import type { WrittenList } from "./writing";
import type { PortfolioAccounts } from "./portfolioData";
import { accountKeyOf } from "./snapshots";

/** More matches are a reason to type more. */
export const MOST_MATCHES = 6;

/** Accounts whose key or name contains what was typed, those that begin with it first. */
export function accountsMatching({ keys, names }: Pick<PortfolioAccounts, "keys" | "names">, typed: string): number[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [];
  const beginning: number[] = [];
  const containing: number[] = [];
  for (let account = 0; account < keys.length && beginning.length < MOST_MATCHES; account++) {
    const [key, name] = [String(keys[account]).toLowerCase(), (names[account] as string).toLowerCase()];
    if (key.startsWith(wanted) || name.startsWith(wanted)) beginning.push(account);
    else if (containing.length < MOST_MATCHES && (key.includes(wanted) || name.includes(wanted))) containing.push(account);
  }
  return [...beginning, ...containing].slice(0, MOST_MATCHES);
}

/** Cells of a row in which a key is looked for: scorecard, portfolio and index have it in one of the first. */
const CELLS_SEARCHED = 30;

/**
 * The account in whose row the person clicked, in the list itself or on any sheet whose row names its key.
 * @throws Problem saying where to click
 */
export async function accountAtSelection(store: Pick<AccountListStore, "selection" | "values">, list: WrittenList, { keys, rows }: PortfolioAccounts): Promise<number> {
  const { sheetName, areas, used } = await store.selection();
  const [area] = areas;
  if (area && used) {
    if (sheetName === list.sheetName) {
      const account = rows.indexOf(area.row);
      if (account >= 0) return account;
    } else {
      const { values } = await store.values(sheetName, { row: area.row, column: used.column, rowCount: 1, columnCount: Math.min(used.columnCount, CELLS_SEARCHED) });
      const places = new Map(keys.map((key, account) => [accountKeyOf(key), account]));
      for (const cell of values[0] ?? []) {
        const account = isBlank(cell) || typeof cell === "boolean" ? undefined : places.get(accountKeyOf(cell));
        if (account !== undefined) return account;
      }
    }
  }
  throw new Problem("noAccounts", `No account stands in the row you clicked into on "${sheetName}".`, "Click a row of the account list or of the scorecard, then try again.");
}
