import { ascendingOrder } from "../../core/numbers/ascendingOrder";
import { accountKeyOf, type AccountKey } from "./snapshots";

/** A row of the table whose account is not in the list any more. */
export const GONE = -1;

export interface RowPlan {
  /** Account of each row of the table, 0-based place in the portfolio, or `GONE`. */
  readonly accounts: readonly number[];
  /** Rows to be taken out once everything is written: gone, and nothing of the user's stands in them. */
  readonly emptied: readonly number[];
}

/**
 * Which account stands in which row of an existing table. Accounts that are there keep their rows, in whatever order the
 * user sorted them, with what the user wrote beside them; new ones fill rows of gone ones or follow at the end.
 * @param existing keys in the rows of the table
 * @param kept for each row whether the user wrote something beside it; undefined when the table has no column of the user's
 * @param keys keys of the portfolio's accounts; equal keys stand for several rows of the list
 * @param order accounts as new ones are added, best first
 */
export function planRows(existing: readonly AccountKey[], kept: readonly boolean[] | undefined, keys: readonly AccountKey[], order: readonly number[]): RowPlan {
  const waiting = new Map<string, number[]>();
  keys.forEach((key, account) => {
    const same = waiting.get(accountKeyOf(key));
    if (same) same.push(account);
    else waiting.set(accountKeyOf(key), [account]);
  });
  const accounts = existing.map((key) => waiting.get(accountKeyOf(key))?.shift() ?? GONE);
  const placed = new Set(accounts);
  const added = order.filter((account) => !placed.has(account));
  if (!kept) return { accounts: [...accounts.filter((account) => account !== GONE), ...added], emptied: [] };
  let next = 0;
  const filled = accounts.map((account, row) => (account === GONE && !kept[row] && next < added.length ? (added[next++] as number) : account));
  const emptied = filled.flatMap((account, row) => (account === GONE && !kept[row] ? [row] : []));
  return { accounts: [...filled, ...added.slice(next)], emptied };
}

/** Accounts from the best rank down, those without one last; equal ranks in the order of the list. */
export function bestFirst(ranks: Float64Array): number[] {
  const ranked = [...ascendingOrder(ranks)];
  ranks.forEach((rank, account) => {
    if (Number.isNaN(rank)) ranked.push(account);
  });
  return ranked;
}

/** For each account how many accounts before it in the list have the same key; 0 for nearly all. */
export function repeats(keys: readonly AccountKey[]): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from(keys, (key) => {
    const count = seen.get(accountKeyOf(key)) ?? 0;
    seen.set(accountKeyOf(key), count + 1);
    return count;
  });
}
