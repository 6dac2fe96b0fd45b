import type { Model } from "../../sheets/model/model";

/** A key exactly as it stands in the account list. */
export type AccountKey = string | number;

/** When scores and tiers were written, and by which version of the model. */
export interface SnapshotSummary {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
  /** As in the model's settings. */
  readonly modelVersion: number;
  readonly accountCount: number;
}

/**
 * What the last writing said about each account, with the model it was computed by. The figures of the list are not kept:
 * computing today's list with the old model tells what the data changed, without a copy of the data in the workbook.
 */
export interface Snapshot extends SnapshotSummary {
  readonly model: Model;
  /** One entry per account in each of the three, in the order of the list. */
  readonly keys: readonly AccountKey[];
  /** 0 to 100, to nine decimals; null where the account had no score. */
  readonly scores: readonly (number | null)[];
  /** Names of the tiers; "" where the account had none. */
  readonly tiers: readonly string[];
  /** The accounts that had a plan, with the plans' sheets; absent where an older release kept it. */
  readonly plans?: readonly { readonly key: AccountKey; readonly name: string }[];
}

/** The newest ones tell what has moved; a year of quarterly reviews and their drafts fits. */
export const KEPT_SNAPSHOTS = 8;

/** The snapshots travel with the workbook. */
export interface SnapshotStore {
  /** Newest first. */
  list(): Promise<readonly SnapshotSummary[]>;
  /** undefined when it is not there (any more) or cannot be read. */
  read(id: string): Promise<Snapshot | undefined>;
  /** Adds one and forgets the oldest beyond `KEPT_SNAPSHOTS`. */
  add(snapshot: Snapshot): Promise<void>;
  /** Takes one out again. */
  remove(id: string): Promise<void>;
}

/** Accounts are the same when Excel's lookups find one by the other: texts in any case, numbers and texts apart. */
export const accountKeyOf = (key: AccountKey): string => (typeof key === "number" ? `n${key}` : `t${key.toLocaleLowerCase("en")}`);

/** The newest snapshot, undefined before the first writing. */
export async function latestSnapshot(store: SnapshotStore): Promise<Snapshot | undefined> {
  for (const { id } of await store.list()) {
    const snapshot = await store.read(id);
    if (snapshot) return snapshot;
  }
  return undefined;
}
