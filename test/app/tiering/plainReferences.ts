import { areaAddress, sheetReference } from "../../../src/sheets/a1";
import { replaceReferences } from "../../../src/sheets/formulas/references";
import type { Entry } from "../../../src/app/tiering/scorecardStore";
import type { MemoryScorecards } from "./memoryScorecards";

/** Engines that know no tables get the same formulas with the cells a structured reference means. */
export function withPlainReferences(store: MemoryScorecards): { readonly name: string; readonly rows: readonly (readonly (Entry | null)[])[] }[] {
  return [...store.sheets].map(([name, rows]) => ({
    name,
    rows: Array.from(rows, (row, r) => Array.from(row ?? [], (cell) => plain(store, cell, r))),
  }));
}

function plain(store: MemoryScorecards, cell: Entry | undefined, row: number): Entry | null {
  if (cell === "" || cell === undefined) return null;
  if (typeof cell !== "string") return cell;
  const text = cell.replace(/^'/, "");
  // The engine takes every text with a leading = for a formula, so such a text is given as a formula's result.
  if (cell.startsWith("'=")) return `="${text.replace(/"/g, '""')}"`;
  if (!cell.startsWith("=")) return text;
  return replaceReferences(cell, ({ kind, body }) => {
    if (kind !== "table") return undefined;
    const [, tableName = "", inside = ""] = /^([^[]*)\[([\s\S]*)\]$/.exec(body) ?? [];
    const table = store.tables.get(tableName);
    if (!table) throw new Error(`no table in ${body}`);
    const { area, sheetName } = table;
    const place = sheetReference(sheetName);
    const thisRow = /^\[#This Row\],\[([\s\S]*)\]$/.exec(inside);
    const ofHeader = /^\[#Headers\],\[([\s\S]*)\]$/.exec(inside);
    const header = (thisRow?.[1] ?? ofHeader?.[1] ?? inside).replace(/'([\s\S])/g, "$1");
    const column = Array.from({ length: area.columnCount }, (_, i) => i).find((i) => String(store.at(sheetName, area.row, area.column + i)).replace(/^'/, "").toLowerCase() === header.toLowerCase());
    if (column === undefined) throw new Error(`no column ${header} in ${tableName}`);
    if (ofHeader) return place + areaAddress({ row: area.row, column: area.column + column, rowCount: 1, columnCount: 1 }, true);
    const cells = thisRow ? { row, column: area.column + column, rowCount: 1, columnCount: 1 } : { row: area.row + 1, column: area.column + column, rowCount: area.rowCount - 1, columnCount: 1 };
    return place + areaAddress(cells, true);
  });
}
