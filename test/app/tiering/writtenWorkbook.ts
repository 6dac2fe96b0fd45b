import type { CellValue } from "../../../src/sheets/cellValue";
import type { Model } from "../../../src/sheets/model/model";
import { SETTINGS } from "../../../src/sheets/formulas/settings";
import { inOneGo } from "../../../src/app/tiering/steps";
import { readPortfolio } from "../../../src/app/tiering/portfolioData";
import { textEntry, type Entry } from "../../../src/app/tiering/scorecardStore";
import { TieringSession } from "../../../src/app/tiering/tieringSession";
import { writeScorecard } from "../../../src/app/tiering/writeScorecard";
import type { WriteInput, WriteOptions } from "../../../src/app/tiering/writing";
import { MemoryScorecards } from "./memoryScorecards";
import { memorySnapshots } from "./memorySnapshots";
import { scorecardTables } from "./randomPortfolio";

export const asEntry = (cell: CellValue): Entry => (typeof cell === "string" ? textEntry(cell) : cell);

/** A workbook in memory with an account list (`Accounts`, from A1) and a model. */
export function workbookWith(cells: readonly (readonly CellValue[])[], model: Model): MemoryScorecards {
  const store = new MemoryScorecards();
  putTable(store, "Accounts", "Accounts", 0, cells);
  putModel(store, model);
  return store;
}

export function putModel(store: MemoryScorecards, model: Model): void {
  const { criteria, gates, tiers } = scorecardTables(model);
  store.sheets.delete("KAM Model");
  const withPromise = tiers.map((row, i) => [...row, ...(i === 0 ? ["Service promise", "Hours per account"] : [model.tiers[i - 1]?.servicePromise ?? "", model.tiers[i - 1]?.hoursPerAccount ?? ""])]);
  putTable(store, "KAM Model", "KAM_Criteria", 0, criteria as CellValue[][]);
  putTable(store, "KAM Model", "KAM_Gates", 30, gates.length > 1 ? (gates as CellValue[][]) : [...(gates as CellValue[][]), ["", "", "", ""]]);
  putTable(store, "KAM Model", "KAM_Tiers", 60, withPromise as CellValue[][]);
  putTable(store, "KAM Model", "KAM_Settings", 90, [["Setting", "Value"], [SETTINGS.currency.name, "EUR"], ...Object.entries(model.settings)]);
}

function putTable(store: MemoryScorecards, sheetName: string, name: string, row: number, cells: readonly (readonly CellValue[])[]): void {
  store.put(sheetName, row, 0, cells.map((line) => line.map(asEntry)));
  store.tables.set(name, { sheetName, area: { row, column: 0, rowCount: cells.length, columnCount: cells[0]?.length ?? 1 }, hasTotals: false });
}

export const SHEET_FORMULAS: WriteOptions = { target: "sheet", form: "formulas", stability: false, next: false, overwrite: [] };

/** Computes the list with the model as the pane does. */
export function inputOf(store: MemoryScorecards, cells: readonly (readonly CellValue[])[], model: Model, options: WriteOptions = SHEET_FORMULAS, before?: readonly string[]): WriteInput {
  const portfolio = readPortfolio({ block: { row: 0, column: 0, values: cells }, key: "Account ID", name: "Account" }, model);
  const session = new TieringSession({ data: portfolio.data, ...(before ? { before: { tiers: before } } : {}) });
  return {
    model,
    portfolio,
    result: inOneGo(session.columns(model, options)),
    list: {
      sheetName: "Accounts",
      tableName: "Accounts",
      headerRow: 0,
      body: { row: 1, column: 0, rowCount: cells.length - 1, columnCount: cells[0]?.length ?? 1 },
      headers: (cells[0] ?? []).map(String),
      keyColumn: 0,
      nameColumn: 1,
    },
    sheets: [...store.sheets.keys()].map((name) => ({ id: `id ${name}`, name })),
    now: new Date(2026, 10, 25, 14, 5),
    ...(before ? { before } : {}),
  };
}

export async function write(store: MemoryScorecards, cells: readonly (readonly CellValue[])[], model: Model, options: WriteOptions = SHEET_FORMULAS, before?: readonly string[], signal = new AbortController().signal) {
  const snapshots = memorySnapshots();
  const input = inputOf(store, cells, model, options, before);
  const outcome = await writeScorecard({ store, snapshots }, input, options, signal, () => undefined);
  return { outcome, snapshots, input };
}
