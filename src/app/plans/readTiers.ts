import { isBlank, isErrorText, type CellValue } from "../../sheets/cellValue";
import { listHeader, SCORECARD_HEADERS, SCORECARD_TABLE } from "../../sheets/model/scorecardTable";
import type { Workbook } from "../workbook";
import { planKeyText } from "./planSheets";
import type { PlanStore } from "./planStore";
import type { ListReading } from "./readSelectedAccounts";

/**
 * The tier of each row of the list: from the column the tiering writes into it, else from the scorecard's table, else
 * from the list's own column of tiers. Empty when nobody has put the accounts into tiers yet.
 */
export async function readTiers(workbook: Workbook, store: PlanStore, { list, block }: ListReading): Promise<ReadonlyMap<number, string>> {
  const header = await workbook.values(list.sheetName, { ...list.body, row: list.headerRow, rowCount: 1 });
  const written = (header.values[0] ?? []).indexOf(listHeader(SCORECARD_HEADERS.tier));
  const ofColumn = async (column: number) => {
    const cells = await workbook.values(list.sheetName, { ...list.body, column, columnCount: 1 });
    return rowsWithTier(list.body.row, cells.values.map((row) => row[0] ?? ""));
  };
  if (written >= 0) return ofColumn(list.body.column + written);
  const needed = [SCORECARD_HEADERS.key, SCORECARD_HEADERS.tier];
  const scorecard = await store.tableHeaders(SCORECARD_TABLE);
  if (scorecard && needed.every((header) => scorecard.includes(header))) {
    const [scored = [], found = []] = await store.tableColumns(SCORECARD_TABLE, needed);
    const tiers = new Map(scored.map((key, i) => [keyText(key), found[i] ?? ""] as const));
    const keys = block.values.slice(list.body.row - block.row).map((row) => row[list.key.column - block.column] ?? "");
    return rowsWithTier(list.body.row, keys.map((own) => (isBlank(own) ? "" : (tiers.get(keyText(own)) ?? ""))));
  }
  return list.fields.tier ? ofColumn(list.fields.tier.column) : new Map();
}

const keyText = (key: CellValue) => planKeyText(typeof key === "boolean" ? String(key) : key);

const rowsWithTier = (first: number, cells: readonly CellValue[]): Map<number, string> =>
  new Map(cells.flatMap((cell, i) => (isBlank(cell) || isErrorText(cell) ? [] : [[first + i, String(cell).trim()] as const])));
