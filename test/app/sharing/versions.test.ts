import { listVersions, readVersion, type VersionTools } from "../../../src/app/sharing/versions";
import type { Snapshot, SnapshotStore } from "../../../src/app/tiering/snapshots";
import { cellAddress } from "../../../src/sheets/a1";
import type { CellValue } from "../../../src/sheets/cellValue";
import { modelSheet } from "../../../src/sheets/model/modelSheet";
import { STARTING_MODEL } from "../../../src/sheets/model/startingModel";
import { MemoryBook } from "./memoryBook";

const never = new AbortController().signal;
const SNAPSHOT: Snapshot = { id: "s1", writtenAt: "2026-05-04T08:30:00Z", modelVersion: 2, accountCount: 2, model: STARTING_MODEL, keys: ["A1", 2], scores: [80, null], tiers: ["A", ""] };
const KEY_CELL = { row: 2, column: 2, rowCount: 1, columnCount: 1 };
const SHEETS = [
  { id: "t", name: "KAM Plan Template", planKey: "A1", keyCell: KEY_CELL },
  { id: "p", name: "North plan", planKey: "A1", keyCell: KEY_CELL },
  { id: "f", name: "North (former)", planKey: "A1", keyCell: KEY_CELL, isFormer: true },
];
const store = (...snapshots: Snapshot[]): SnapshotStore => ({
  list: async () => snapshots,
  read: async (id) => snapshots.find((one) => one.id === id),
  add: async () => undefined,
  remove: async () => undefined,
});

function table(book: MemoryBook, sheetName: string, tableName: string, rows: readonly (readonly CellValue[])[]) {
  const sheet = book.all.find(({ name }) => name === sheetName) ?? book.sheet(sheetName);
  rows.forEach((row, r) => row.forEach((value, c) => book.put(sheet, cellAddress(r + 2, c + 1), value)));
  book.addTable(tableName, sheet, { row: 2, column: 1, rowCount: rows.length, columnCount: rows[0]!.length });
}
const SCORECARD = [["Account ID", "Account", "Score", "Rank", "Tier"], ["A1", "North", 81, 1, "A"], [2, "South", "#N/A", "#N/A", "#N/A"], ["", "", "", "", ""]];

async function bookWithVersions(): Promise<{ book: MemoryBook; tools: VersionTools }> {
  const book = new MemoryBook((formula) => (formula.includes("SUM") ? 1 : 0));
  await book.addSheet(modelSheet("KAM Model"));
  table(book, "KAM Scorecard", "KAM_Scorecard", SCORECARD);
  table(book, "KAM Scorecard (2)", "KAM_Scorecard_1", SCORECARD.slice(0, 2));
  table(book, "KAM Plans (2)", "Plans1", [["Plan", "Account ID", "Tier"], ["North", "A1", "A"], ["", "", ""]]);
  table(book, "Invoices", "Invoices", [["Number", "Amount"], [1, 2]]);
  return { book, tools: { book, workbook: { sheets: async () => SHEETS }, snapshots: store(SNAPSHOT) } };
}

test("versions are the sheets as they are, snapshots and copies of the sheets, found by their headers", async () => {
  const { tools } = await bookWithVersions();
  const choices = await listVersions(tools, never);
  expect(choices.map(({ kind, title }) => [kind, title.replace(/Written .*,/, "Written …,")])).toEqual([
    ["sheets", "Now"],
    ["snapshot", "Written …, 2 accounts"],
    ["sheets", "KAM Scorecard (2), KAM Plans (2)"],
  ]);
});

test("each kind of version is read with what it holds", async () => {
  const { tools } = await bookWithVersions();
  const [now, snapshot, copy] = await listVersions(tools, never);
  const read = (choice: typeof now) => readVersion(tools, choice!, never);
  expect(await read(now)).toMatchObject({
    model: { criteria: expect.any(Array) as unknown },
    accounts: [{ key: "A1", name: "North", tier: "A", score: 81 }, { key: 2, name: "South", tier: "" }],
    plans: [{ key: "A1", name: "North plan" }],
  });
  expect(await read(snapshot)).toMatchObject({ model: SNAPSHOT.model, accounts: [{ key: "A1", tier: "A", score: 80 }, { key: 2, tier: "" }] });
  const third = await read(copy);
  expect([third?.model, third?.accounts, third?.plans]).toEqual([undefined, [{ key: "A1", name: "North", tier: "A", score: 81 }], [{ key: "A1", name: "North" }]]);
});

test("the plans there were at a writing are compared; a snapshot of an older release says nothing of them", async () => {
  const { tools } = await bookWithVersions();
  const [, choice] = await listVersions(tools, never);
  const withPlans = { ...SNAPSHOT, plans: [{ key: 2, name: "South plan" }] };
  expect((await readVersion({ ...tools, snapshots: store(withPlans) }, choice!, never))?.plans).toEqual(withPlans.plans);
  expect((await readVersion(tools, choice!, never))?.plans).toBeUndefined();
});

test("a snapshot that is gone meanwhile is no version any more", async () => {
  const { tools } = await bookWithVersions();
  const [, snapshot] = await listVersions(tools, never);
  expect(await readVersion({ ...tools, snapshots: store() }, snapshot!, never)).toBeUndefined();
});
