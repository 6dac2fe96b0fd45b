import { isBlank, type CellValue } from "../../sheets/cellValue";
import { MODEL_HEADERS, MODEL_SHEET, type ModelTable } from "../../sheets/model/model";
import type { ModelCells } from "../../sheets/model/modelCells";
import { readModel } from "../../sheets/model/readModel";
import { SCORECARD_HEADERS, SCORECARD_SHEET } from "../../sheets/model/scorecardTable";
import { plansAmong } from "../plans/planSheets";
import type { AccountKey, SnapshotStore } from "../tiering/snapshots";
import type { Workbook } from "../workbook";
import type { Version, VersionAccount } from "./compareVersions";
import { readWhole } from "./readWhole";
import type { BookTable, SharingBook } from "./sharingBook";

export interface VersionTools {
  readonly book: SharingBook;
  readonly workbook: Pick<Workbook, "sheets">;
  readonly snapshots: SnapshotStore;
}

type TablePart = ModelTable | "scorecard" | "plans";

/** A version that can be chosen. */
export type VersionChoice =
  | { readonly id: string; readonly title: string; readonly kind: "sheets"; /** Those of the current version are the add-in's own. */ readonly isCurrent: boolean; readonly tables: readonly (readonly [TablePart, BookTable])[] }
  | { readonly id: string; readonly title: string; readonly kind: "snapshot"; readonly snapshotId: string };

/** Sheets of one version carry one ending: `KAM Model (2)` belongs with `KAM Scorecard (2)`. */
const BASE_NAMES = [MODEL_SHEET, SCORECARD_SHEET, "KAM Plans"];

/** What a table is, told by its headers: copies of sheets get other table names. */
function partOf(headers: readonly CellValue[]): TablePart | undefined {
  const present = new Set(headers.map((header) => String(header).trim().toLowerCase()));
  const has = (...wanted: readonly string[]) => wanted.every((header) => present.has(header.toLowerCase()));
  if (has("Plan", "Account ID", "Tier")) return "plans";
  if (has(SCORECARD_HEADERS.key, SCORECARD_HEADERS.score, SCORECARD_HEADERS.tier)) return "scorecard";
  if (has("Criterion", "Column", "Weight")) return "criteria";
  if (has("Column", "Test", "Limit")) return "gates";
  if (has("Tier", "From", "Service promise")) return "tiers";
  if (has("Meaning", "Column")) return "columns";
  return has("Setting", "Value") ? "settings" : undefined;
}

/** The current version first, then snapshots, the newest first, then copies of the sheets. */
export async function listVersions({ book, snapshots }: VersionTools, signal: AbortSignal): Promise<VersionChoice[]> {
  const sheets = await book.sheets();
  const tables = await book.tables();
  const headers: (readonly CellValue[])[] = [];
  await readWhole(book, "values", tables.map(({ sheetId, area }) => ({ sheetId, ...area, rowCount: 1 })), signal, (cells) => headers.push(cells[0] ?? []));
  const sets = new Map<string, { title: string[]; tables: [TablePart, BookTable][] }>();
  tables.forEach((table, i) => {
    const part = partOf(headers[i] ?? []);
    const name = sheets.find(({ id }) => id === table.sheetId)?.name;
    if (!part || name === undefined) return;
    const base = BASE_NAMES.find((one) => name.startsWith(one));
    const ending = base === undefined ? name : name.slice(base.length).trim();
    const set = sets.get(ending) ?? { title: [], tables: [] };
    if (!set.title.includes(name)) set.title.push(name);
    set.tables.push([part, table]);
    sets.set(ending, set);
  });
  const copies = [...sets].map(([ending, set]): VersionChoice => ({ id: `sheets ${ending}`, kind: "sheets", isCurrent: ending === "", title: ending === "" ? "Now" : set.title.join(", "), tables: set.tables }));
  const kept = (await snapshots.list()).map(({ id, writtenAt, accountCount }): VersionChoice => ({ id: `snapshot ${id}`, kind: "snapshot", snapshotId: id, title: `Written ${localTime(writtenAt)}, ${accountCount.toLocaleString("en-US")} accounts` }));
  return [...copies.filter((one) => one.kind === "sheets" && one.isCurrent), ...kept, ...copies.filter((one) => one.kind === "sheets" && !one.isCurrent)];
}

/** Year first, so that it reads the same everywhere. */
const localTime = (iso: string): string => new Date(iso).toLocaleString("sv-SE").slice(0, 16);

/** Reads a version; undefined when it is gone meanwhile. */
export async function readVersion(tools: VersionTools, choice: VersionChoice, signal: AbortSignal): Promise<Version | undefined> {
  if (choice.kind === "snapshot") {
    const snapshot = await tools.snapshots.read(choice.snapshotId);
    if (!snapshot) return undefined;
    const { model, keys, scores, tiers, plans } = snapshot;
    return { title: choice.title, model, ...(plans ? { plans } : {}), accounts: keys.map((key, i) => ({ key, tier: tiers[i] ?? "", ...(typeof scores[i] === "number" ? { score: scores[i] } : {}) })) };
  }
  const blocks: (readonly (readonly CellValue[])[])[] = [];
  const places = choice.tables.map(([, { sheetId, area }]) => ({ sheetId, ...area }));
  await readWhole(tools.book, "values", places, signal, (cells) => blocks.push(cells));
  const find = (part: TablePart) => choice.tables.findIndex(([one]) => one === part);
  const cells: ModelCells = Object.fromEntries(
    (Object.keys(MODEL_HEADERS) as ModelTable[]).flatMap((part) => {
      const at = find(part);
      return at < 0 ? [] : [[part, { sheetName: "", block: { row: 0, column: 0, values: blocks[at] ?? [] } }]];
    }),
  );
  const { model } = readModel(cells);
  const scorecard = blocks[find("scorecard")];
  const plans = choice.isCurrent ? plansAmong(await tools.workbook.sheets()) : plansOf(blocks[find("plans")]);
  return { title: choice.title, ...(model ? { model } : {}), ...(scorecard ? { accounts: accountsOf(scorecard) } : {}), ...(plans ? { plans } : {}) };
}

type Block = readonly (readonly CellValue[])[];
const columnAt = (block: Block, header: string): number => (block[0] ?? []).findIndex((cell) => String(cell).trim().toLowerCase() === header.toLowerCase());
const isKey = (value: CellValue | undefined): value is AccountKey => typeof value !== "boolean" && value !== undefined && !isBlank(value);

function accountsOf(block: Block): VersionAccount[] {
  const at = (header: string) => columnAt(block, header);
  const [key, name, tier, score] = [at(SCORECARD_HEADERS.key), at(SCORECARD_HEADERS.account), at(SCORECARD_HEADERS.tier), at(SCORECARD_HEADERS.score)];
  return block.slice(1).flatMap((row) => {
    const account = row[key];
    if (!isKey(account)) return [];
    const [called, value] = [String(row[name] ?? ""), row[score]];
    return [{ key: account, tier: String(row[tier] ?? "").replace(/^#.*/, ""), ...(called === "" ? {} : { name: called }), ...(typeof value === "number" ? { score: value } : {}) }];
  });
}

function plansOf(block: Block | undefined): Version["plans"] {
  if (!block) return undefined;
  const [key, name] = [columnAt(block, "Account ID"), columnAt(block, "Plan")];
  return block.slice(1).flatMap((row) => (isKey(row[key]) ? [{ key: row[key], name: String(row[name] ?? row[key]) }] : []));
}
