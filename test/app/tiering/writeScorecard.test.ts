import type { CellValue } from "../../../src/sheets/cellValue";
import type { Model } from "../../../src/sheets/model/model";
import { writeScorecard } from "../../../src/app/tiering/writeScorecard";
import { columnConflicts, formFault, type WriteOptions, type WriteProgress } from "../../../src/app/tiering/writing";
import type { MemoryScorecards } from "./memoryScorecards";
import { memorySnapshots } from "./memorySnapshots";
import { inputOf, SHEET_FORMULAS, workbookWith, write } from "./writtenWorkbook";

const criterion = { criterion: "Size", column: "Sales", weight: 3, direction: "higher", scale: "minmax", floor: 0, ceiling: 100, missing: "skip" } as const;
const model: Model = {
  version: 2,
  columns: [],
  criteria: [criterion, { ...criterion, criterion: "Profit", column: "Margin", weight: 1 }],
  gates: [],
  tiers: [{ tier: "A", from: 70, servicePromise: "Monthly" }, { tier: "B", from: 40, servicePromise: "" }, { tier: "C", servicePromise: "" }],
  settings: { Method: "cutoff", "Model version": 2 },
};
const HEADS = ["Account ID", "Account", "Sales", "Margin"];
const LIST: CellValue[][] = [HEADS, ["A1", "Alpha", 10, 50], ["A2", "=1+1", 100, 100], [3, "Gamma", 60, 60]];
const VALUES: WriteOptions = { ...SHEET_FORMULAS, form: "values" };
const IN_LIST: WriteOptions = { ...SHEET_FORMULAS, target: "list" };

/** The scorecard's cells below its header row, by header. */
function scorecard(store: MemoryScorecards, headers: readonly string[], table = "KAM_Scorecard") {
  const { sheetName, area } = store.tables.get(table)!;
  const heads = Array.from({ length: area.columnCount }, (_, i) => String(store.at(sheetName, area.row, area.column + i)).replace(/^'/, ""));
  return Array.from({ length: area.rowCount - 1 }, (_, r) => headers.map((header) => store.at(sheetName, area.row + 1 + r, area.column + heads.indexOf(header))));
}

test("values stand best first, texts as texts, marked with date, model version and a check of the model", async () => {
  const store = workbookWith(LIST, model);
  const { outcome, snapshots } = await write(store, LIST, model, VALUES);
  expect(scorecard(store, ["Account ID", "Account", "Score", "Rank", "Tier", "Size points"])).toEqual([
    ["'A2", "'=1+1", 100, 1, "'A", 75],
    [3, "'Gamma", 60, 2, "'B", 45],
    ["'A1", "'Alpha", 20, 3, "'C", 7.5],
  ]);
  expect(store.at("KAM Scorecard", 1, 1)).toMatch(/^'Values of 25 Nov 2026, 14:05, model version 2, check [0-9A-F]{4}\. They do not follow/);
  expect(outcome).toMatchObject({ accountCount: 3, values: ["all cells"], goneRows: 0, remarks: [] });
  expect(snapshots.stored[0]).toMatchObject({ accountCount: 3, modelVersion: 2, keys: ["A1", "A2", 3], scores: [20, 100, 60], tiers: ["C", "A", "B"] });
  expect(store.sheets.has("KAM Scales")).toBe(false);
});

test("formulas are native: no function of the add-in, nothing newer than Excel 2016, nothing volatile", async () => {
  const store = workbookWith(LIST, { ...model, gates: [{ column: "Margin", test: ">=", limit: 10 }] });
  await write(store, LIST, { ...model, gates: [{ column: "Margin", test: ">=", limit: 10 }] });
  const formulas = [...store.sheets.values()].flatMap((rows) => rows.flatMap((row) => (row ?? []).filter((cell) => typeof cell === "string" && cell.startsWith("=")))) as string[];
  expect(formulas.length).toBeGreaterThan(50);
  for (const formula of formulas) {
    expect(formula).not.toMatch(/KAM\.|\b(LET|LAMBDA|XLOOKUP|TEXTJOIN|IFS|MAXIFS|FILTER|SORT|UNIQUE|TEXT|INDIRECT|OFFSET|NOW|TODAY|RAND)\(/);
    expect(formula.length).toBeLessThan(8192);
  }
  expect(store.at("KAM Scorecard", 2, 1)).toBe(`='KAM Scales'!$B$4&""`);
});

test("writing again updates in place: the user's column, its cells and the order of rows stay with their accounts", async () => {
  const store = workbookWith(LIST, model);
  await write(store, LIST, model);
  const { area } = store.tables.get("KAM_Scorecard")!;
  // The user adds a column with a comment on Gamma and sorts the table the other way round.
  await store.addColumns("KAM_Scorecard", ["My note"]);
  const body = { ...area, row: area.row + 1, rowCount: 3 };
  const rows = await store.entries("KAM Scorecard", { ...body, columnCount: area.columnCount + 1 });
  rows[1]![area.columnCount] = "'call them";
  store.put("KAM Scorecard", body.row, body.column, [...rows].reverse());
  // A1 leaves the list, A4 comes, Gamma grows.
  const next: CellValue[][] = [HEADS, ["A4", "Delta", 5, 5], [3, "Gamma", 90, 90], ["A2", "Beta", 100, 100]];
  const { outcome } = await write(store, next, model, VALUES);
  expect(scorecard(store, ["Account ID", "Score", "Tier", "My note"])).toEqual([
    ["'A4", 5, "'C", ""],
    [3, 90, "'A", "'call them"],
    ["'A2", 100, "'A", ""],
  ]);
  expect(outcome?.goneRows).toBe(0);
  // What is printed ends with the points; the user's note and the working columns stand behind.
  expect(store.printArea?.columnCount).toBe(11);
  // Columns only formulas need are gone with the formulas.
  expect((await store.table("KAM_Scorecard"))?.headers).not.toContain("List row");
});

test("a gone account whose row holds something of the user's stays and says so, others are taken out", async () => {
  const store = workbookWith(LIST, model);
  await write(store, LIST, model, VALUES);
  await store.addColumns("KAM_Scorecard", ["My note"]);
  const { area } = store.tables.get("KAM_Scorecard")!;
  store.put("KAM Scorecard", area.row + 2, area.column + area.columnCount - 1, [["'keep me"]]);
  const { outcome } = await write(store, [HEADS, ["A2", "Beta", 100, 100]], model, VALUES);
  expect(scorecard(store, ["Account ID", "Account", "Score", "My note"])).toEqual([
    ["'A2", "'Beta", 100, ""],
    [3, "(not in the list any more)", "", "'keep me"],
  ]);
  expect(outcome?.goneRows).toBe(1);
});

test("as columns of the list the formulas look at their own row, with the prefix in their headers", async () => {
  const store = workbookWith(LIST, model);
  await write(store, LIST, model, IN_LIST);
  const state = await store.table("Accounts");
  expect(state?.headers.slice(4, 8)).toEqual(["KAM Score", "KAM Rank", "KAM Tier", "KAM Gate"]);
  const [[points]] = scorecard(store, ["KAM Size points"], "Accounts") as [[string]];
  expect(points).toContain("Accounts[[#This Row],[Sales]]");
  expect(points).not.toContain("KAM_Scorecard");
  expect(store.tables.has("KAM_Scorecard")).toBe(false);
});

test("a column the add-in did not make is asked about, and nothing is written before the answer", async () => {
  const cells = LIST.map((row, i) => [...row, i === 0 ? "KAM Tier" : "mine"]);
  const store = workbookWith(cells, model);
  const before = store.picture();
  expect(await columnConflicts(store, IN_LIST, inputOf(store, cells, model))).toEqual(["KAM Tier"]);
  await expect(write(store, cells, model, IN_LIST)).rejects.toMatchObject({ code: "columnsNotOurs", message: 'The column "KAM Tier" was not made by KAM Planner.' });
  expect(store.picture()).toBe(before);
  await write(store, cells, model, { ...IN_LIST, form: "values", overwrite: ["KAM Tier"] });
  expect(scorecard(store, ["KAM Tier"], "Accounts")).toEqual([["'C"], ["'A"], ["'B"]]);
  // From now on it is the add-in's own.
  expect(await columnConflicts(store, IN_LIST, inputOf(store, cells, model))).toEqual([]);
});

const lastOf = (calls: readonly string[], kinds: readonly string[]) => Math.max(...calls.map((call, i) => (kinds.includes(call) ? i : -1)));

const AGAIN: CellValue[][] = [HEADS, ["A2", "Beta", 90, 90], ["N1", "New", 50, 50], ["N2", "New", 40, 40], ["N3", "New", 30, 30], [3, "Gamma", 1, 1]];

describe.each([
  ["a first sheet of values", VALUES, false],
  ["a first sheet of formulas", SHEET_FORMULAS, false],
  ["an update of formulas by formulas", SHEET_FORMULAS, true],
  ["an update of formulas by values", VALUES, true],
  ["columns of the list", IN_LIST, true],
  ["a live sheet", { ...SHEET_FORMULAS, form: "live" } as WriteOptions, false],
])("%s", (_what, options, hasEarlier) => {
  async function prepared() {
    const store = workbookWith(LIST, model);
    const cells = options.target === "list" ? LIST : AGAIN;
    if (hasEarlier) await write(store, LIST, model, options.target === "list" ? options : SHEET_FORMULAS);
    const { area } = store.tables.get("Accounts")!;
    if (options.target === "sheet") {
      store.put("Accounts", 0, 0, cells.map((row) => row.map((cell) => (typeof cell === "string" ? `'${cell}` : cell))));
      store.tables.get("Accounts")!.area = { ...area, rowCount: cells.length };
    }
    store.calls = [];
    return { store, cells, picture: store.picture() };
  }

  test("whichever call fails, everything is as before", async () => {
    const whole = await prepared();
    await write(whole.store, whole.cells, model, options);
    // What follows the last cell only tidies up; the results stand then.
    const tidy = ["deleteRows", "deleteColumns", "renameSheet", "setPrintArea", "rememberColumns"];
    const last = lastOf(whole.store.calls, ["enter", "fill", "applyLooks", "clear"]);
    expect(last).toBeGreaterThan(0);
    for (let failing = 1; failing <= last + 1; failing++) {
      const { store, cells, picture } = await prepared();
      store.beforeChange = (_call, count) => {
        if (count === failing) throw Object.assign(new Error("refused"), { at: failing });
      };
      await expect(write(store, cells, model, options)).rejects.toMatchObject({ message: "refused" });
      store.beforeChange = () => undefined;
      expect([whole.store.calls[failing - 1], store.picture()]).toEqual([whole.store.calls[failing - 1], picture]);
    }
    expect(whole.store.calls.slice(last + 1).every((call) => tidy.includes(call) || call === "removeSheets")).toBe(true);
  });

  test("cancelled at any moment before the end, everything is as before", async () => {
    const counting = await prepared();
    await write(counting.store, counting.cells, model, options);
    const last = lastOf(counting.store.calls, ["fill", "applyLooks"]);
    for (let at = 0; at <= last + 1; at++) {
      const { store, cells, picture } = await prepared();
      const controller = new AbortController();
      store.beforeChange = (_call, count) => {
        if (count === at) controller.abort();
      };
      if (at === 0) controller.abort();
      const { outcome, snapshots } = await write(store, cells, model, options, undefined, controller.signal);
      // Also while Excel calculates the last formulas.
      expect([at, outcome, store.picture() === picture, snapshots.stored]).toEqual([at, undefined, true, []]);
    }
  });
});

test("says when nothing is left to be cancelled, and only then", async () => {
  const store = workbookWith(LIST, model);
  const input = inputOf(store, LIST, model);
  const heard: WriteProgress[] = [];
  await writeScorecard({ store, snapshots: memorySnapshots() }, input, SHEET_FORMULAS, new AbortController().signal, (progress) => heard.push(progress));
  expect(heard.filter(({ isFinal }) => isFinal).map(({ words }) => words)).toEqual(["Finishing"]);
  expect(heard.at(-1)?.isFinal).toBe(true);
});

test("results stand and are reported when they cannot be kept for comparison", async () => {
  const store = workbookWith(LIST, model);
  const snapshots = { ...memorySnapshots(), add: () => Promise.reject(new Error("no room")) };
  const outcome = await writeScorecard({ store, snapshots }, inputOf(store, LIST, model), SHEET_FORMULAS, new AbortController().signal, () => undefined);
  expect(outcome?.remarks).toEqual([expect.stringContaining("could not be kept for later comparison")]);
  expect(store.tables.has("KAM_Scorecard")).toBe(true);
});

test("a protected sheet is named and stays as it is", async () => {
  const store = workbookWith(LIST, model);
  await write(store, LIST, model);
  store.protectedSheets.add("KAM Scorecard");
  const before = store.picture();
  await expect(write(store, LIST, model)).rejects.toMatchObject({ code: "protectedSheet", message: 'The sheet "KAM Scorecard" is protected.' });
  expect(store.picture()).toBe(before);
});

test("ways that cannot work are refused with the reason", async () => {
  const input = inputOf(workbookWith(LIST, model), LIST, model);
  const fault = (options: Partial<WriteOptions>, changed: Partial<typeof input> = {}) => formFault({ ...SHEET_FORMULAS, ...options }, { ...input, ...changed });
  const { sheetName, headerRow, body, headers, keyColumn, nameColumn } = input.list;
  const range = { sheetName, headerRow, body, headers, keyColumn, nameColumn };
  expect(fault({})).toBeUndefined();
  expect(fault({ target: "list" }, { list: range })).toMatch(/not an Excel table/);
  expect(fault({ form: "live" }, { model: { ...model, settings: { Method: "capacity" } } })).toMatch(/capacity/);
  expect(fault({ form: "live" }, { model: { ...model, settings: { Buffer: 2 } } })).toMatch(/buffer/);
  expect(fault({ form: "live", target: "list" })).toMatch(/whole sheet/);
  const messy = { ...input.portfolio, refusals: [{ address: "C3", reason: "text", kind: "text" }] };
  expect(fault({ target: "list" }, { portfolio: messy })).toMatch(/Repair them/);
  expect(fault({ target: "list", form: "values" }, { portfolio: messy })).toBeUndefined();
});

test("the snapshot tells which accounts had a plan", async () => {
  const store = workbookWith(LIST, model);
  const snapshots = memorySnapshots();
  const keyCell = { row: 2, column: 2, rowCount: 1, columnCount: 1 };
  const sheets = [{ id: "t", name: "KAM Plan Template", planKey: "A1", keyCell }, { id: "p", name: "North", planKey: "A1", keyCell }];
  await writeScorecard({ store, snapshots }, { ...inputOf(store, LIST, model, VALUES), sheets }, VALUES, new AbortController().signal, () => undefined);
  expect(snapshots.stored[0]?.plans).toEqual([{ key: "A1", name: "North" }]);
});

test("no request holds more than Excel on the web takes, also with the longest texts a cell can have", async () => {
  const long = "x".repeat(32_000);
  const cells: CellValue[][] = [HEADS, ...Array.from({ length: 400 }, (_, i) => [`K${i}`, long, i, i])];
  const store = workbookWith(cells, model);
  await writeScorecard({ store, snapshots: memorySnapshots() }, inputOf(store, cells, model, VALUES), VALUES, new AbortController().signal, () => undefined);
  expect(store.largestBlock).toBeLessThan(2_000_000);
  expect(store.calls.filter((call) => call === "enter").length).toBeGreaterThan(10);
});

test("on wish stability and next tier are written, as values beside the formulas", async () => {
  const store = workbookWith(LIST, model);
  const { outcome } = await write(store, LIST, model, { ...SHEET_FORMULAS, stability: true, next: true });
  expect(scorecard(store, ["Account ID", "Stability", "Next tier"])).toEqual([["'A2", 1, ""], [3, 1, "'A with Size 73.3334"], ["'A1", 1, "'B with Size 36.6667"]]);
  expect(outcome?.values).toEqual(["stability", "next tier"]);
  expect(store.at("KAM Scorecard", 1, 1)).toContain("Values of 25 Nov 2026, 14:05, model version 2");
});
