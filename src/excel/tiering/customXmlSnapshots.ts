import { asXmlSafeJson, isSummary, parsed, readSnapshotText, snapshotText } from "../../app/tiering/snapshotText";
import { KEPT_SNAPSHOTS, type Snapshot, type SnapshotStore, type SnapshotSummary } from "../../app/tiering/snapshots";
import type { ExcelRun } from "../excelRun";

const INDEX_NAMESPACE = "urn:kam-planner:snapshots";
const PIECE_NAMESPACE = "urn:kam-planner:snapshot";

/** Characters per part: with two bytes each still far below the 5 MB of a request to Excel on the web. */
const PIECE_LENGTH = 1_000_000;

/** A line of the index: which parts hold the snapshot, in their order. */
interface IndexEntry extends SnapshotSummary {
  readonly parts: readonly string[];
}

/**
 * Keeps snapshots in custom XML parts of the workbook: they travel with the file, do not show, and are not lost when the
 * add-in is not there. A small part lists them, so that looking does not read them all.
 */
export function customXmlSnapshots(run: ExcelRun): SnapshotStore {
  return {
    list: () => run(async (context) => (await readIndex(context)).entries.map(summaryOf)),
    read: (id) => run((context) => readSnapshot(context, id)),
    add: (snapshot) => addSnapshot(run, snapshot),
    remove: (id) => run((context) => removeSnapshots(context, (entry) => entry.id === id)),
  };
}

const summaryOf = ({ id, writtenAt, modelVersion, accountCount }: IndexEntry): SnapshotSummary => ({ id, writtenAt, modelVersion, accountCount });

async function readIndex(context: Excel.RequestContext): Promise<{ readonly part: Excel.CustomXmlPart | undefined; readonly entries: readonly IndexEntry[] }> {
  const part = context.workbook.customXmlParts.getByNamespace(INDEX_NAMESPACE).getOnlyItemOrNullObject();
  part.load("id");
  await context.sync();
  if (part.isNullObject) return { part: undefined, entries: [] };
  const xml = part.getXml();
  await context.sync();
  const read = parsed(textIn(xml));
  return { part, entries: Array.isArray(read) ? read.filter(isEntry) : [] };
}

const isEntry = (read: unknown): read is IndexEntry => isSummary(read) && Array.isArray((read as Partial<IndexEntry>).parts);

async function readSnapshot(context: Excel.RequestContext, id: string): Promise<Snapshot | undefined> {
  const entry = (await readIndex(context)).entries.find((candidate) => candidate.id === id);
  if (!entry) return undefined;
  const parts = entry.parts.map((part) => context.workbook.customXmlParts.getItemOrNullObject(part));
  for (const part of parts) part.load("id");
  await context.sync();
  if (parts.some((part) => part.isNullObject)) return undefined;
  const pieces: string[] = [];
  for (const part of parts) {
    const xml = part.getXml();
    // Several pieces in one answer could pass its limit; there is more than one only beyond some 30,000 accounts.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    pieces.push(textIn(xml));
  }
  return readSnapshotText(pieces.join(""));
}

async function addSnapshot(run: ExcelRun, snapshot: Snapshot): Promise<void> {
  const text = snapshotText(snapshot);
  const parts: string[] = [];
  try {
    for (let from = 0; from < text.length; from += PIECE_LENGTH) {
      parts.push(await run((context) => addPart(context, xmlOf(PIECE_NAMESPACE, text.slice(from, from + PIECE_LENGTH)))));
    }
    await run(async (context) => {
      const { part, entries } = await readIndex(context);
      const kept = [{ ...summaryOf({ ...snapshot, parts }), parts }, ...entries].slice(0, KEPT_SNAPSHOTS);
      const xml = xmlOf(INDEX_NAMESPACE, asXmlSafeJson(kept));
      if (part) part.setXml(xml);
      else context.workbook.customXmlParts.add(xml);
      await context.sync();
      await deleteParts(context, entries.slice(KEPT_SNAPSHOTS - 1).flatMap((entry) => entry.parts));
    });
  } catch (thrown) {
    await run((context) => deleteParts(context, parts)).catch(() => undefined); // the first error says more
    throw thrown;
  }
}

async function addPart(context: Excel.RequestContext, xml: string): Promise<string> {
  const part = context.workbook.customXmlParts.add(xml);
  part.load("id");
  await context.sync();
  return part.id;
}

async function removeSnapshots(context: Excel.RequestContext, isGone: (entry: IndexEntry) => boolean): Promise<void> {
  const { part, entries } = await readIndex(context);
  part?.setXml(xmlOf(INDEX_NAMESPACE, asXmlSafeJson(entries.filter((entry) => !isGone(entry)))));
  await deleteParts(context, entries.filter(isGone).flatMap((entry) => entry.parts));
}

async function deleteParts(context: Excel.RequestContext, ids: readonly string[]): Promise<void> {
  const parts = ids.map((id) => context.workbook.customXmlParts.getItemOrNullObject(id));
  for (const part of parts) part.load("id");
  await context.sync();
  for (const part of parts) if (!part.isNullObject) part.delete();
  await context.sync();
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const xmlOf = (namespace: string, text: string): string => `<snapshot xmlns="${namespace}">${text.replace(/[&<>]/g, (sign) => ENTITIES[sign] as string)}</snapshot>`;

const textIn = (xml: OfficeExtension.ClientResult<string>): string => new DOMParser().parseFromString(xml.value, "application/xml").documentElement.textContent ?? "";
