import type { Snapshot, SnapshotSummary } from "./snapshots";

/** Characters that XML forbids even as references; JSON may hold them as escapes. */
const FORBIDDEN_IN_XML = /[\ufffe\uffff]/g;
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16)}`;

/** A value as JSON that any XML text can hold. */
export const asXmlSafeJson = (value: unknown): string => JSON.stringify(value).replace(FORBIDDEN_IN_XML, escaped);

/** Nine decimals of a score are more than anybody compares, and halve the text. */
const DECIMALS = 1e9;

/** A snapshot as text, to be cut into pieces and stored. */
export const snapshotText = (snapshot: Snapshot): string =>
  asXmlSafeJson({ ...snapshot, scores: snapshot.scores.map((score) => (score === null ? null : Math.round(score * DECIMALS) / DECIMALS)) });

/** undefined when the text is no snapshot, for example because somebody edited the file by hand. */
export function readSnapshotText(text: string): Snapshot | undefined {
  const read = parsed(text);
  if (!isSummary(read)) return undefined;
  const { model, keys, scores, tiers } = read as Partial<Snapshot>;
  if (typeof model !== "object" || !Array.isArray(keys) || !Array.isArray(scores) || !Array.isArray(tiers)) return undefined;
  if (keys.length !== scores.length || keys.length !== tiers.length) return undefined;
  return read as Snapshot;
}

export function isSummary(read: unknown): read is SnapshotSummary {
  if (typeof read !== "object" || read === null) return false;
  const { id, writtenAt, modelVersion, accountCount } = read as Partial<SnapshotSummary>;
  return typeof id === "string" && typeof writtenAt === "string" && typeof modelVersion === "number" && typeof accountCount === "number";
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
