import { writePortfolio as writeStep } from "../../../../src/app/tiering/portfolio/writePortfolio";
import { PORTFOLIO_SHEET, PORTFOLIO_TABLE } from "../../../../src/sheets/portfolio/portfolioInput";
import { LAST, portfolioLayout, TABLE_PLACE } from "../../../../src/sheets/portfolio/portfolioLayout";
import type { CellValue } from "../../../../src/sheets/cellValue";
import { SETTINGS } from "../../../../src/sheets/formulas/settings";
import { STARTING_MODEL } from "../../../../src/sheets/model/startingModel";
import type { Model } from "../../../../src/sheets/model/model";
import { MemoryWorkbook } from "../../memoryWorkbook";
import { recalculate, type Cell } from "../../../sheets/formulas/engine/recalculate";
import type { MemoryScorecards } from "../memoryScorecards";
import { withPlainReferences } from "../plainReferences";
import { putModel, SHEET_FORMULAS, workbookWith, write } from "../writtenWorkbook";

jest.setTimeout(120_000);

/** Ten accounts: a giant that loses money, one without a margin, one without a figure at all. */
const CELLS: readonly (readonly CellValue[])[] = [
  ["Account ID", "Account", "Revenue", "Margin", "Relationship", "Growth"],
  ["1", "Giant", 1000, -0.05, 2, 0.02],
  ["2", "Star", 500, 0.4, 5, 0.3],
  ["3", "Solid", 300, 0.2, 4, 0.1],
  ["4", "Quiet", 100, 0.5, 1, 0],
  ["5", "Small", 50, 0.6, 3, 0.05],
  ["6", "Unknown", 80, "", 2, ""],
  ["7", "Empty", "", "", 1, ""],
  ["8", "=Tie", 100, 0.5, 5, 0.2],
  ["9", "Poor", 40, -0.5, 1, 0.1],
  ["10", "Tiny", 10, 0.1, 2, 0.4],
];
const line = { scale: "minmax", missing: "skip", direction: "higher" } as const;
const MODEL: Model = {
  ...STARTING_MODEL,
  criteria: [
    { ...line, criterion: "Size", column: "Revenue", weight: 2 },
    { ...line, criterion: "Relationship", column: "Relationship", weight: 1 },
  ],
  tiers: [
    { tier: "A", from: 50, servicePromise: "", hoursPerAccount: 1 },
    { tier: "B", from: 20, servicePromise: "", hoursPerAccount: 1 },
    { tier: "C", servicePromise: "", hoursPerAccount: 1 },
  ],
  settings: { ...STARTING_MODEL.settings, [SETTINGS.programCost.name]: 100, [SETTINGS.accountsPerManager.name]: 10, "Account list": "Accounts" },
};

const LAYOUT = portfolioLayout(MODEL.tiers.length);
const NEVER = new AbortController().signal;
async function writePortfolio(tools: Parameters<typeof writeStep>[0], stamp: string) {
  const outcome = await writeStep(tools, stamp, NEVER, () => undefined);
  if (!outcome) throw new Error("nobody cancelled");
  return outcome;
}

async function writtenBook(): Promise<{ store: MemoryScorecards; workbook: MemoryWorkbook }> {
  const store = workbookWith(CELLS, MODEL);
  await write(store, CELLS, MODEL);
  return { store, workbook: new MemoryWorkbook(CELLS, [{ row: 1, column: 0, rowCount: 1, columnCount: 1 }]) };
}

function calculated(store: MemoryScorecards): Cell[][] {
  const sheets = withPlainReferences(store);
  return recalculate(sheets)[sheets.findIndex(({ name }) => name === PORTFOLIO_SHEET)]!;
}

/** The table's lines by account. */
function linesOf(sheet: Cell[][]): Map<string, Record<string, Cell>> {
  const [heads = [], ...rows] = sheet.slice(TABLE_PLACE.row).map((row) => row.slice(TABLE_PLACE.column));
  const lines = rows.filter((row) => row.length > 3).map((row) => Object.fromEntries(heads.map((head, i) => [String(head), row[i] ?? ""])));
  return new Map(lines.map((one) => [String(one["Account"]), one]));
}

test("every figure of the portfolio follows from the list, the model and the scorecard", async () => {
  const { store, workbook } = await writtenBook();
  const outcome = await writePortfolio({ store, workbook }, "25 Nov 2026");
  expect(outcome).toMatchObject({ sheet: { name: PORTFOLIO_SHEET }, accountCount: 10, isRefreshed: false, remarks: [] });
  const sheet = calculated(store);
  const lines = linesOf(sheet);
  // Profit = revenue × margin, unknown where either is; break-even growth = 10 / margin / revenue.
  expect(lines.get("Giant")).toMatchObject({ Revenue: 1000, Profit: -50, "Break-even growth": "never", "Planned growth": 0.02, "Revenue place": 1, "Profit place": 8 });
  expect(lines.get("Star")).toMatchObject({ Profit: 200, "Break-even growth": 0.05, "Planned growth": 0.3, "Profit place": 1 });
  expect(lines.get("Unknown")).toMatchObject({ Revenue: 80, Profit: "", "Planned growth": SETTINGS.plannedGrowth.value, "Profit place": "" });
  expect(lines.get("Empty")).toMatchObject({ Revenue: "", Profit: "", "Break-even growth": "never" });
  expect(lines.get("=Tie")).toMatchObject({ Profit: 50, Strength: 1, Attractiveness: expect.closeTo(90 / 990, 9) });
  // Size alone is attractiveness, the relationship strength.
  expect(lines.get("Giant")).toMatchObject({ Attractiveness: 1, Strength: 0.25, Box: 31 });

  const tiers = sheet.slice(LAYOUT.tiers.row, LAYOUT.tiers.row + 3).map((row) => row.slice(1, 8));
  expect(tiers.map(([tier, count, , revenue, , profit]) => [tier, count, revenue, profit])).toEqual([
    ["A", 2, 1500, 150],
    ["B", 2, 400, 110],
    ["C", 6, 280, 61],
  ]);
  expect(sheet[LAYOUT.tiers.row + 3]!.slice(2, 7).filter((_, i) => i % 2 === 0)).toEqual([10, 2180, 321]);

  // Eight profits, best first: 200 60 50 50 30 1 -20 -50; four make 360, seven 371, all 321.
  const whale = sheet[LAYOUT.rows.whale + 3]!.slice(2, 13);
  expect([whale[0], whale[5], whale[9], whale[10]]).toEqual([0, 360, 371, 321]);
  expect(sheet[LAYOUT.rows.whale]![LAST]).toBe("peak at 121.8 % of the profit; accounts that lose money take 70");
});

test("refreshing keeps what the person has chosen and added, and follows new accounts", async () => {
  const { store, workbook } = await writtenBook();
  await writePortfolio({ store, workbook }, "25 Nov 2026");
  store.put(PORTFOLIO_SHEET, LAYOUT.axes.first, LAYOUT.axes.column + 4, [["'Strength"]]);
  store.put(PORTFOLIO_SHEET, 200, 1, [["'My note"]]);
  const longer = [...CELLS, ["11", "New", 700, 0.3, 4, 0.1]];
  const model = MODEL;
  store.put("Accounts", 11, 0, [["'11", "'New", 700, 0.3, 4, 0.1]]);
  store.tables.set("Accounts", { ...store.tables.get("Accounts")!, area: { row: 0, column: 0, rowCount: 12, columnCount: 6 } });
  await write(store, longer, model);
  const again = new MemoryWorkbook(longer, workbook.selected.areas);
  again.sheetList.push({ id: `id ${PORTFOLIO_SHEET}`, name: PORTFOLIO_SHEET, content: { cells: [], names: new Map() } });
  expect(await writePortfolio({ store, workbook: again }, "26 Nov 2026")).toMatchObject({ accountCount: 11, isRefreshed: true });
  expect(store.tables.get(PORTFOLIO_TABLE)?.area.rowCount).toBe(12);
  expect([...store.sheets.keys()].filter((name) => name.startsWith(PORTFOLIO_SHEET))).toEqual([PORTFOLIO_SHEET]);
  expect(store.at(PORTFOLIO_SHEET, 200, 1)).toBe("'My note");
  const lines = linesOf(calculated(store));
  expect(lines.get("New")).toMatchObject({ Revenue: 700, Profit: 210 });
  // Both criteria are strength now, so nothing says how attractive an account is.
  expect(lines.get("Giant")).toMatchObject({ Attractiveness: "", Box: "" });
});

const SELECTED = [{ row: 1, column: 0, rowCount: 1, columnCount: 1 }];
const manyTiers = (count: number): Model => ({
  ...MODEL,
  tiers: Array.from({ length: count }, (_, i) => ({ tier: `T${i + 1}`, servicePromise: "", ...(i + 1 < count ? { from: 90 - 9 * i } : {}) })),
});

test("has a row for every tier of the model, also in the comparison of revenue and profit", async () => {
  const model = manyTiers(9);
  const store = workbookWith(CELLS, model);
  await write(store, CELLS, model);
  const { remarks } = await writePortfolio({ store, workbook: new MemoryWorkbook(CELLS, SELECTED) }, "");
  expect(remarks).toEqual([]);
  const { tiers, rows } = portfolioLayout(9);
  const sheet = calculated(store);
  const counts = sheet.slice(tiers.row, tiers.row + 9).map((row) => row.slice(1, 3));
  expect(counts.map(([tier]) => tier)).toEqual(model.tiers.map(({ tier }) => tier));
  expect(counts.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(CELLS.length - 1);
  expect(sheet[tiers.row + 9]![1]).toBe("Total");
  const grid = sheet.slice(rows.mismatch + 2, rows.mismatch + 11).flatMap((row) => row.slice(3, 12));
  // Eight accounts have both a revenue and a profit.
  expect(grid.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(8);
});

test("says when the model has more tiers than the sheet has room for", async () => {
  const model = manyTiers(11);
  const store = workbookWith(CELLS, model);
  await write(store, CELLS, model);
  const { remarks } = await writePortfolio({ store, workbook: new MemoryWorkbook(CELLS, SELECTED) }, "");
  expect(remarks).toEqual(["The sheet has room for the best 10 of the 11 tiers; accounts in the others count in the tiles and curves only."]);
});

test("says how to make room for tiers that came after the sheet was made", async () => {
  const { store, workbook } = await writtenBook();
  await writePortfolio({ store, workbook }, "");
  const model = manyTiers(5);
  putModel(store, model);
  await write(store, CELLS, model);
  const { remarks, isRefreshed } = await writePortfolio({ store, workbook }, "");
  expect(isRefreshed).toBe(true);
  expect(remarks).toEqual(["The sheet has room for the best 3 of the 5 tiers; accounts in the others count in the tiles and curves only. Delete or rename it, and a new one is made for all of them."]);
});

test("refuses to refresh a sheet whose cells have moved, and writes nothing", async () => {
  const { store, workbook } = await writtenBook();
  await writePortfolio({ store, workbook }, "");
  const { area } = store.tables.get(PORTFOLIO_TABLE)!;
  const place = store.sheets.get(PORTFOLIO_SHEET)![area.row]!.indexOf("'Revenue class");
  const moved = String(store.at(PORTFOLIO_SHEET, area.row + 1, area.column + place - area.column)).replace(/\$O\$(\d+):\$O\$(\d+)/, (_, a, b) => `$O$${Number(a) + 1}:$O$${Number(b) + 1}`);
  store.put(PORTFOLIO_SHEET, area.row + 1, place, [[moved]]);
  const before = store.picture();
  await expect(writePortfolio({ store, workbook }, "")).rejects.toMatchObject({ code: "columnGone", message: expect.stringContaining("Rows were inserted or deleted") });
  expect(store.picture()).toBe(before);
});

/** The places at which two pictures of the workbook differ, so that a failure is short enough to read. */
function differences(before: string, after: string): string[] {
  const [old, now] = [before, after].map((picture) => new Set((JSON.parse(picture) as [string, unknown[][]][][])[0]!.flatMap(([sheet, cells]) => cells.map((cell) => JSON.stringify([sheet, ...cell])))));
  const cells = [...[...now!].filter((cell) => !old!.has(cell)), ...[...old!].filter((cell) => !now!.has(cell))].slice(0, 3);
  return cells.length > 0 || before === after ? cells : ["tables"];
}

test("a cancel before, between and after the writing leaves the workbook as it was, made or refreshed", async () => {
  const { store, workbook } = await writtenBook();
  for (const isThere of [false, true]) {
    if (isThere) {
      await writePortfolio({ store, workbook }, "25 Nov 2026");
      store.put("Accounts", 11, 0, [["'11", "'New", 700, 0.3, 4, 0.1]]);
      store.tables.set("Accounts", { ...store.tables.get("Accounts")!, area: { row: 0, column: 0, rowCount: 12, columnCount: 6 } });
      await write(store, [...CELLS, ["11", "New", 700, 0.3, 4, 0.1]], MODEL);
    }
    const before = store.picture();
    for (const at of ["start", isThere ? "resizeTable" : "addSheet", "fill", "enter"]) {
      const controller = new AbortController();
      if (at === "start") controller.abort();
      store.beforeChange = (call) => void (call === at && controller.abort());
      const outcome = await writeStep({ store, workbook }, "26 Nov 2026", controller.signal, () => undefined);
      store.beforeChange = () => undefined;
      expect(outcome).toBeUndefined();
      expect([isThere, at, differences(before, store.picture())]).toEqual([isThere, at, []]);
    }
  }
});

test("a scorecard of values knows which row of the list is whose, until the list is sorted", async () => {
  const cells = CELLS.map((line) => (line[1] === "Star" ? ["1", ...line.slice(1)] : line));
  const store = workbookWith(cells, MODEL);
  await write(store, cells, MODEL, { ...SHEET_FORMULAS, form: "values" });
  await writePortfolio({ store, workbook: new MemoryWorkbook(cells, SELECTED) }, "");
  const money = () => {
    const lines = linesOf(calculated(store));
    return ["Giant", "Star", "Solid"].map((name) => lines.get(name)?.["Revenue"]);
  };
  expect(money()).toEqual([1000, 500, 300]);
  // Sorted by hand: an account with a key of its own is found by it.
  store.put("Accounts", 3, 0, [["'10", "'Tiny", 10, 0.1, 2, 0.4]]);
  store.put("Accounts", 10, 0, [["'3", "'Solid", 300, 0.2, 4, 0.1]]);
  expect(money()).toEqual([1000, 500, 300]);
});

test("two rows with one key have each their own money", async () => {
  const cells = CELLS.map((line) => (line[1] === "Star" ? ["1", ...line.slice(1)] : line));
  const store = workbookWith(cells, MODEL);
  await write(store, cells, MODEL);
  await writePortfolio({ store, workbook: new MemoryWorkbook(cells, [{ row: 1, column: 0, rowCount: 1, columnCount: 1 }]) }, "");
  const lines = linesOf(calculated(store));
  expect([lines.get("Giant")?.["Revenue"], lines.get("Star")?.["Revenue"]]).toEqual([1000, 500]);
});

test("says what to do where there is no scorecard, and leaves nothing behind when it fails", async () => {
  const store = workbookWith(CELLS, MODEL);
  const workbook = new MemoryWorkbook(CELLS, [{ row: 1, column: 0, rowCount: 1, columnCount: 1 }]);
  await expect(writePortfolio({ store, workbook }, "")).rejects.toMatchObject({ code: "noScorecard", nextStep: expect.stringContaining("page Tiers") });
  await write(store, CELLS, MODEL);
  const before = store.picture();
  store.beforeChange = (call) => {
    if (call === "fill") throw new Error("torn off");
  };
  await expect(writePortfolio({ store, workbook }, "")).rejects.toThrow("torn off");
  expect(store.picture()).toBe(before);
});
