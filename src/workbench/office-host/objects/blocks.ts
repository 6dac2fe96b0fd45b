import { joinRuns, type Run, runsOf } from "../../spreadsheet/runs";
import type { Region } from "./region";

/** Groups the wanted cells of a region into blocks: runs in a row, joined with the same run of the row above. */
export function blocksOf(region: Region, wanted: (row: number, column: number) => boolean): Region[] {
  const rows: Run[][] = [];
  for (let r = 0; r < region.rowCount; r++) {
    const columns: number[] = [];
    for (let c = 0; c < region.columnCount; c++) if (wanted(r, c)) columns.push(region.column + c);
    rows.push(runsOf(region.row + r, columns));
  }
  return joinRuns(rows);
}
