import type { CellValue } from "../../../src/sheets/cellValue";
import { findHeader, readAccountList, type AccountList } from "../../../src/sheets/read/accountList";

export const HEADS = ["Account ID", "Account", "Owner", "Revenue 2024", "Revenue 2025", "Net margin", "Cost to serve"] as const;

/** A list read from rows of cells that start in A1 (or below blank rows). */
export function listOf(values: readonly (readonly CellValue[])[], tableName?: string): AccountList {
  const header = findHeader({ row: 0, column: 0, values });
  if (!header) throw new Error("the rows have no header");
  const used = { row: 0, column: 0, rowCount: values.length, columnCount: values[0]?.length ?? 0 };
  return readAccountList({ sheetName: "Accounts", used, ...(tableName === undefined ? {} : { tableName }) }, header);
}
