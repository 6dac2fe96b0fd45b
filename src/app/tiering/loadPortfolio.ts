import type { AccountListStore } from "../model/accountListStore";
import type { ConfirmedList } from "../model/confirmedList";
import type { Model } from "../../sheets/model/model";
import { Problem } from "../problems";
import type { Cancelable } from "./background/runSteps";
import { runInSlices } from "./background/runSteps";
import type { TiersBefore } from "./movements";
import { readPortfolioSteps, type Portfolio } from "./portfolioData";
import { accountKeyOf, latestSnapshot, type Snapshot, type SnapshotStore, type SnapshotSummary } from "./snapshots";
import type { WrittenList } from "./writing";

/** The account list as it is computed, and what is known from before. */
export interface LoadedPortfolio {
  readonly portfolio: Portfolio;
  readonly list: WrittenList;
  readonly before: TiersBefore | undefined;
  /** Where the tiers before come from: a column of the list, or what was written last. */
  readonly beforeSource: { readonly kind: "list"; readonly header: string } | { readonly kind: "snapshot"; readonly snapshot: SnapshotSummary } | undefined;
}

/** Leaves time to draw in every frame of 16 ms. */
const PANE_SLICE_MS = 12;

/** Reads the list's cells and the last snapshot. Changes nothing. */
export async function loadPortfolio(list: AccountListStore, snapshots: SnapshotStore, model: Model, confirmed: ConfirmedList): Promise<LoadedPortfolio> {
  const { place, keyColumn, nameColumn, columns } = confirmed;
  const headerOf = (column: number | undefined) => (column === undefined ? undefined : place.headers[column - place.body.column]);
  const area = { ...place.body, row: place.headerRow, rowCount: place.body.rowCount + 1 };
  const [block, snapshot] = await Promise.all([list.values(place.sheetName, area), latestSnapshot(snapshots)]);
  const name = headerOf(nameColumn);
  const tier = headerOf(columns.get("tier")?.[0]);
  const revenue = headerOf(columns.get("revenue")?.at(-1));
  const cells = { block, key: headerOf(keyColumn) as string, ...(name === undefined ? {} : { name }), ...(tier === undefined ? {} : { tier }), ...(revenue === undefined ? {} : { revenue }) };
  const reading: Cancelable<Portfolio> = runInSlices(readPortfolioSteps(cells, model), PANE_SLICE_MS);
  const portfolio = await reading.result;
  if (portfolio.accounts.keys.length === 0) throw new Problem("noAccounts", `No row of "${place.name}" has an entry in "${cells.key}".`, "Choose another column as the account's key (step 1).");
  const before = tiersBefore(portfolio, snapshot);
  return {
    portfolio,
    list: {
      sheetName: place.sheetName,
      ...(place.tableName === undefined ? {} : { tableName: place.tableName }),
      headerRow: place.headerRow,
      body: place.body,
      headers: place.headers,
      keyColumn,
      nameColumn: nameColumn ?? keyColumn,
    },
    before,
    beforeSource: before === undefined ? undefined : portfolio.tiersInList && tier !== undefined ? { kind: "list", header: tier } : snapshot && { kind: "snapshot", snapshot },
  };
}

/** The tier now in the list; without such a column the one that was written last. */
export function tiersBefore({ accounts, tiersInList }: Portfolio, snapshot: Snapshot | undefined): TiersBefore | undefined {
  const written = snapshot && writtenTiers(accounts.keys, snapshot);
  if (tiersInList?.some((tier) => tier !== "")) {
    if (!written) return { tiers: tiersInList };
    return { tiers: tiersInList, model: snapshot.model, written: tiersInList.map((tier, account) => tier.toLowerCase() === (written[account] as string).toLowerCase()) };
  }
  return written && { tiers: written, model: snapshot.model };
}

/** Tiers of the snapshot by today's accounts; of several rows with one key the nth belongs to the nth. */
function writtenTiers(keys: readonly (string | number)[], snapshot: Snapshot): string[] {
  const waiting = new Map<string, string[]>();
  snapshot.keys.forEach((key, i) => {
    const tier = snapshot.tiers[i] as string;
    const same = waiting.get(accountKeyOf(key));
    if (same) same.push(tier);
    else waiting.set(accountKeyOf(key), [tier]);
  });
  return keys.map((key) => waiting.get(accountKeyOf(key))?.shift() ?? "");
}
