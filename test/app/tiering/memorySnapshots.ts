import type { Model } from "../../../src/sheets/model/model";
import { KEPT_SNAPSHOTS, type Snapshot, type SnapshotStore } from "../../../src/app/tiering/snapshots";

/** Snapshots in memory, newest first. */
export function memorySnapshots(stored: Snapshot[] = []): SnapshotStore & { readonly stored: Snapshot[] } {
  return {
    stored,
    list: async () => stored,
    read: async (id) => stored.find((snapshot) => snapshot.id === id),
    add: async (snapshot) => {
      stored.unshift(snapshot);
      stored.splice(KEPT_SNAPSHOTS);
    },
    remove: async (id) => void stored.splice(0, stored.length, ...stored.filter((snapshot) => snapshot.id !== id)),
  };
}

const EMPTY_MODEL: Model = { version: 1, columns: [], criteria: [], gates: [], tiers: [], settings: {} };

/** A snapshot of a few accounts: `[key, score, tier]`. */
export function snapshotOf(id: string, accounts: readonly (readonly [string | number, number | null, string])[], model = EMPTY_MODEL): Snapshot {
  return {
    id,
    writtenAt: "2026-03-01T09:30:00.000Z",
    modelVersion: 1,
    accountCount: accounts.length,
    model,
    keys: accounts.map(([key]) => key),
    scores: accounts.map(([, score]) => score),
    tiers: accounts.map(([, , tier]) => tier),
  };
}
