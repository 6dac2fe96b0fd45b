import { areaAddress, sheetReference } from "../../sheets/a1";
import { MODEL_TABLES } from "../../sheets/model/model";
import { SCORECARD_HEADERS } from "../../sheets/model/scorecardTable";
import { scorecardColumns } from "../../sheets/scorecard/scorecardColumns";
import { scorecardSheet, TABLE_PLACE } from "../../sheets/scorecard/scorecardSheet";
import { HEADER_AREA, headerEntries } from "./scorecardHeader";
import { textEntry, type ScorecardStore } from "./scorecardStore";
import { looksOf } from "./tableColumns";
import { freeSheetName, startFinishing, type WriteOutcome, type Writing, type WrittenList } from "./writing";

export const LIVE_SHEET = "KAM Scorecard live";

/** One KAM.SCORECARD that answers the whole list. Always a sheet of its own: tables cannot hold what spills. */
export async function writeLiveSheet(writing: Writing): Promise<WriteOutcome> {
  const { store, list, model, portfolio, sheets, onProgress } = writing;
  const rowCount = portfolio.accounts.keys.length;
  onProgress({ done: 0, total: rowCount, words: "Writing the formula" });
  const columns = scorecardColumns({ criteria: [], gates: [], formulas: false, stability: false, next: false, before: false, larger: false, repeatedKeys: false, valueShares: new Set() });
  const name = freeSheetName(LIVE_SHEET, sheets);
  const sheet = await store.addSheet(scorecardSheet({ sheetName: name, columns, rowCount }), TABLE_PLACE.column + 2);
  try {
    const entries = headerEntries(writing, undefined);
    entries[0]?.splice(0, 1, textEntry(`One KAM.SCORECARD answers all rows and follows list and model; it needs the KAM Planner add-in. Written ${writing.stamp}.`));
    // The counts of the legend would be values under live figures.
    entries[3]?.fill("");
    await store.enter(name, HEADER_AREA, entries);
    const area = { ...TABLE_PLACE, rowCount: rowCount + 1, columnCount: Object.keys(SCORECARD_HEADERS).length };
    await store.applyLooks(name, looksOf(area, columns.map((column, place) => ({ column, place, formula: undefined })), rowCount));
    const accounts = await wholeList(store, list);
    const { criteria, tiers, gates } = MODEL_TABLES;
    const method = `INDEX(${MODEL_TABLES.settings}[Value],MATCH("Method",${MODEL_TABLES.settings}[Setting],0))`;
    const gateTable = model.gates.length > 0 ? `${gates}[#All]` : "";
    await store.fill(name, [{ area: { ...area, rowCount: 1, columnCount: 1 }, formula: `=KAM.SCORECARD(${accounts},${criteria}[#All],${tiers}[#All],${gateTable},${method})` }]);
    startFinishing(writing);
  } catch (thrown) {
    await store.removeSheets([sheet.id]).catch(() => undefined); // the first error says more
    throw thrown;
  }
  return { sheet, accountCount: rowCount, values: [], goneRows: 0, remarks: [] };
}

/** The list with its header row, without a totals row, which is no account. */
async function wholeList(store: ScorecardStore, { tableName, sheetName, body, headerRow }: WrittenList): Promise<string> {
  if (tableName === undefined) return sheetReference(sheetName) + areaAddress({ ...body, row: headerRow, rowCount: body.rowCount + 1 }, true);
  const table = await store.table(tableName);
  return table?.hasTotals ? `${tableName}[[#Headers],[#Data]]` : `${tableName}[#All]`;
}
