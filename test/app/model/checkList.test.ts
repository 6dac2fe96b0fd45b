import { applyFix, checkList } from "../../../src/app/model/checkList";
import { confirmedList, type ConfirmedList } from "../../../src/app/model/confirmedList";
import { listNamed } from "../../../src/app/model/findAccountList";
import type { CellValue } from "../../../src/sheets/cellValue";
import type { Finding } from "../../../src/sheets/check/findings";
import type { ColumnLine, Model } from "../../../src/sheets/model/model";
import { sampleAccounts, SAMPLE_COLUMNS } from "../../../src/workbench/sample/sampleAccounts";
import { MemoryListStore } from "./memoryListStore";

const HEAD: CellValue[] = ["ID", "Account", "Revenue 2025", "Margin", "Days late", "Flat"];
const COLUMNS: readonly ColumnLine[] = [
  { meaning: "key", column: "ID" },
  { meaning: "name", column: "Account" },
  { meaning: "revenue", column: "Revenue 2025" },
  { meaning: "margin", column: "Margin" },
  { meaning: "daysLate", column: "Days late" },
];
const criterion = (column: string) => ({ criterion: column, column, weight: 1, direction: "higher", scale: "minmax", missing: "skip" }) as const;
const NOTHING: Pick<Model, "criteria" | "gates"> = { criteria: [], gates: [] };
const account = (i: number, changed: Readonly<Record<number, CellValue>> = {}): CellValue[] => [`A${i}`, `Account ${i}`, 1000 + i, 0.1 + i / 1000, i % 7, 5].map((value, c) => changed[c] ?? value);

async function listOf(store: MemoryListStore, columns = COLUMNS): Promise<ConfirmedList> {
  return confirmedList(await listNamed(store, "Accounts"), { columns });
}

async function check(rows: readonly CellValue[][], model: Pick<Model, "criteria" | "gates"> = NOTHING) {
  const store = new MemoryListStore([HEAD, ...rows], "Accounts");
  const list = await listOf(store);
  const findings = await checkList(store, list, model, new AbortController().signal, () => undefined);
  return { store, list, findings, of: (kind: Finding["kind"]) => findings.filter((finding) => finding.kind === kind) };
}
const sound = Array.from({ length: 20 }, (_, i) => account(i));

test("a sound list has no findings", async () => {
  expect((await check(sound)).findings).toEqual([]);
});

test("keys that are missing, twice, spaced, broken or totals are named with their cells", async () => {
  const rows = [...sound, account(30, { 0: "" }), account(31, { 0: "a1" }), account(32, { 0: "A32 " }), account(33, { 0: "#N/A" }), account(34, { 0: "Total" }), account(35, { 0: 77 }), account(36, { 0: "77" })];
  const { of } = await check(rows);
  expect(of("missingKey")).toEqual([expect.objectContaining({ count: 1, addresses: ["A22"], message: "1 account has no “ID”, the first in A22." })]);
  expect(of("duplicateKey")).toEqual([expect.objectContaining({ count: 1, addresses: ["A3", "A23"], message: "1 key stands in several rows, such as A1 in A3, A23." })]);
  expect(of("spacesInKey")[0]?.fix).toEqual({ kind: "cells", cells: [{ row: 23, column: 0, from: "A32 ", to: "A32" }] });
  expect(of("errorCell")[0]?.message).toBe("“ID”: 1 cell holds no key, such as #N/A in A25.");
  expect(of("totalRow")[0]?.addresses).toEqual(["A26"]);
  expect(of("mixedKeys")[0]?.message).toBe("1 key stands once as number and once as text, such as 77 in A27.");
});

test("empty rows inside the list are no accounts", async () => {
  const { findings } = await check([...sound, ["", "", "", "", "", ""], account(20)]);
  expect(findings).toEqual([]);
});

test("errors, words and numbers stored as text in figures are told apart", async () => {
  const { of } = await check([...sound, account(30, { 2: "#DIV/0!" }), account(31, { 2: "n/a" }), account(32, { 2: "1.234,5" }), account(33, { 2: "2.000" })]);
  expect(of("errorCell")[0]?.message).toBe("“Revenue 2025”: 1 cell holds an error, such as #DIV/0! in C22.");
  expect(of("textInFigures")[0]?.message).toBe("“Revenue 2025”: 1 cell holds no number, such as “n/a” in C23.");
  expect(of("numberAsText")).toEqual([expect.objectContaining({ count: 2, addresses: ["C24", "C25"], fix: expect.objectContaining({ kind: "numbers", marks: [","] }) })]);
});

test("where nobody can tell the decimal mark the user is asked, and only the chosen reading is written", async () => {
  const { store, list, of } = await check([...sound, account(30, { 2: "1,234" }), account(31, { 2: "5,678" })]);
  const [finding] = of("numberAsText");
  expect(finding).toMatchObject({ nextStep: expect.stringContaining("nobody can tell"), fix: { marks: [".", ","] } });
  await applyFix(store, list.place.sheetName, finding!.fix!, ",");
  expect([store.cells[21]![2], store.cells[22]![2]]).toEqual([1.234, 5.678]);
});

test("blanks are a note wherever the column has a meaning, and say what happens where a criterion rests on it", async () => {
  const rows = [...sound, account(30, { 4: "" })];
  expect((await check(rows)).of("blankFigure")).toEqual([expect.objectContaining({ count: 1, weight: "note", nextStep: "Blank means missing, never zero." })]);
  const { of } = await check(rows, { criteria: [criterion("Days late")], gates: [] });
  expect(of("blankFigure")).toEqual([expect.objectContaining({ count: 1, weight: "note", addresses: ["E22"], nextStep: "Blank means missing, never zero: the criterion says what missing does." })]);
});

test("a column that never varies and a value that stretches the scale are pointed out", async () => {
  const { of } = await check([...sound, account(30, { 2: 9_000_000 })], { criteria: [criterion("Flat"), criterion("Revenue 2025")], gates: [] });
  expect(of("constantColumn")).toEqual([expect.objectContaining({ message: "“Flat” is 5 in every account.", weight: "warning" })]);
  expect(of("outlier")).toEqual([expect.objectContaining({ addresses: ["C22"], message: expect.stringContaining("“Revenue 2025”: 9,000,000 in C22 is far from the others") })]);
});

test("the giant that loses money is a warning until a gate on margin is there", async () => {
  const rows = [...sound, account(30, { 1: "Giant", 2: 90_000, 3: -0.03 })];
  const [warning] = (await check(rows)).of("lossMakingGiant");
  expect(warning).toMatchObject({ weight: "warning", addresses: ["D22"], message: "Giant is among the largest by revenue and loses money: the margin in D22 is -0.03." });
  const gated = await check(rows, { criteria: [], gates: [{ column: "Margin", test: ">", limit: 0 }] });
  expect(gated.of("lossMakingGiant")[0]).toMatchObject({ weight: "note" });
});

test("merged cells and hidden rows are told", async () => {
  const store = new MemoryListStore([HEAD, ...sound], "Accounts");
  store.merged = [{ row: 4, column: 0, rowCount: 2, columnCount: 1 }];
  store.hidden = new Set([7, 9]);
  const findings = await checkList(store, await listOf(store), NOTHING, new AbortController().signal, () => undefined);
  expect(findings.map(({ kind, message }) => [kind, message])).toEqual([
    ["mergedCells", "1 merged area stands in the list, such as A5:A6."],
    ["hiddenRows", "2 rows are hidden by a filter or by hand, the first is row 8."],
  ]);
  await applyFix(store, "Accounts", findings[0]!.fix!, undefined);
  expect(store.merged).toEqual([]);
});

test("the blemishes of the sample list are found", async () => {
  const store = new MemoryListStore([[...SAMPLE_COLUMNS], ...sampleAccounts().map((row) => [...row])], "Accounts");
  const columns: readonly ColumnLine[] = [{ meaning: "key", column: "Account ID" }, { meaning: "name", column: "Account" }, { meaning: "revenue", column: "Revenue 2025" }, { meaning: "margin", column: "Net margin" }];
  const kinds = (await checkList(store, await listOf(store, columns), NOTHING, new AbortController().signal, () => undefined)).map(({ kind }) => kind);
  expect(kinds).toEqual(expect.arrayContaining(["duplicateKey", "numberAsText", "lossMakingGiant"]));
});

test("a list of 100,000 rows is read in blocks with time for the page between them, and stops when it is cancelled", async () => {
  const store = new MemoryListStore([HEAD, ...Array.from({ length: 100_000 }, (_, i) => account(i))], "Accounts");
  const list = await listOf(store);
  store.reads.length = 0;
  let turns = 0;
  let going = true;
  const turn = () => {
    turns++;
    if (going) setImmediate(turn);
  };
  turn();
  const done: number[] = [];
  await checkList(store, list, { criteria: [criterion("Flat")], gates: [] }, new AbortController().signal, (progress) => done.push(progress.done));
  going = false;
  expect(Math.max(...store.reads.map(({ rowCount, columnCount }) => rowCount * columnCount))).toBeLessThanOrEqual(60_000);
  expect(done.at(-1)).toBe(100_000);
  expect(turns).toBeGreaterThan(done.length);

  const controller = new AbortController();
  const seen: number[] = [];
  const cancelled = await checkList(store, list, NOTHING, controller.signal, (progress) => {
    seen.push(progress.done);
    controller.abort();
  });
  expect([cancelled, seen.length]).toEqual([[], 1]);
});
