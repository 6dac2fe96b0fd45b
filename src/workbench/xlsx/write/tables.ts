import { formatRegion } from "../../office-host/objects/address";
import type { Book } from "../../office-host/objects/book";
import { toR1C1 } from "../../office-host/objects/formulaText";
import { lastRow, type Region } from "../../office-host/objects/region";
import { tableState } from "../../office-host/objects/tableModel";
import type { CellValue, TableInfo } from "../../spreadsheet/spreadsheet";
import { filterXml } from "../filters";
import { storedFormula } from "../formulas/storedFormula";
import type { FileTable } from "../library";
import type { Losses } from "../losses";
import { escapeXml, xml } from "../package/xml";

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Functions of totals that `SUBTOTAL` computes, by their number there. */
const TOTALS: Readonly<Record<string, string>> = { 101: "average", 102: "countNums", 103: "count", 104: "max", 105: "min", 107: "stdDev", 109: "sum", 110: "var" };

/** The library's part of a table: a place in the package. Its content is replaced by `tableXml`. */
export function fileTable({ name, columns, area }: TableInfo): FileTable {
  return { name, columns: columns.map((column) => ({ name: column })), range: formatRegion(area) };
}

/** The part of a table. The library leaves out calculated columns, filters, hidden headers and highlighted columns. */
export function tableXml(book: Book, table: TableInfo, id: number, losses: Losses): string {
  const state = tableState(book, table);
  const { area } = table;
  const top = state.showHeaders ? area.row : area.row + 1;
  const ref = { ...area, row: top, rowCount: lastRow(area) - top + 1 + (state.showTotals ? 1 : 0) };
  const filtered = { ...area, row: top, rowCount: lastRow(area) - top + 1 };
  const totals = state.showTotals ? formulasAt(book, { ...area, row: lastRow(area) + 1, rowCount: 1 }, area.sheetId)[0] : undefined;
  const body = formulasAt(book, { ...area, row: area.row + 1, rowCount: area.rowCount - 1 }, area.sheetId);
  const columns = uniqueNames(table.columns).map((name, index) => columnXml(table, state.columnIds[index] ?? index + 1, name, body.map((row) => row[index] ?? ""), totals?.[index], index));
  const content = [
    state.showFilterButton && state.showHeaders ? filterXml(formatRegion(filtered), state.filters, losses) : "",
    xml("tableColumns", { count: columns.length }, columns),
    xml("tableStyleInfo", {
      name: state.style || undefined,
      showFirstColumn: state.highlightFirstColumn,
      showLastColumn: state.highlightLastColumn,
      showRowStripes: state.showBandedRows,
      showColumnStripes: state.showBandedColumns,
    }),
  ];
  const attributes = {
    xmlns: NAMESPACE,
    id,
    name: table.name,
    displayName: table.name,
    ref: formatRegion(ref),
    headerRowCount: state.showHeaders ? undefined : 0,
    totalsRowCount: state.showTotals ? 1 : undefined,
    totalsRowShown: state.showTotals ? undefined : 0,
  };
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml("table", attributes, content)}`;
}

function formulasAt({ grid }: Book, region: Region, sheetId: string): CellValue[][] {
  return region.rowCount > 0 ? grid.formulas({ ...region, sheetId }) : [];
}

/** Excel repairs a file whose table has two columns of the same name, or none. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const base = name === "" ? `Column${index + 1}` : name;
    let unique = base;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = base + number;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function columnXml(table: TableInfo, id: number, name: string, body: readonly CellValue[], total: CellValue | undefined, index: number): string {
  const [first] = body;
  const row = table.area.row + 1;
  const column = table.area.column + index;
  const relative = (formula: CellValue, at: number) => (typeof formula === "string" && formula.startsWith("=") ? toR1C1(formula, at, column) : undefined);
  const calculated = first !== undefined && relative(first, row) !== undefined && body.every((formula, at) => relative(formula, row + at) === relative(first, row));
  const totalFunction = totalFunctionOf(total, name);
  const isFormula = typeof total === "string" && total.startsWith("=");
  const content = [
    calculated ? xml("calculatedColumnFormula", {}, escapeXml(storedFormula(String(first), table.name))) : "",
    totalFunction === "custom" ? xml("totalsRowFormula", {}, escapeXml(storedFormula(String(total), table.name))) : "",
  ];
  return xml("tableColumn", { id, name: escapeBreaks(name), totalsRowLabel: !isFormula && total !== undefined && total !== "" ? String(total) : undefined, totalsRowFunction: totalFunction }, content);
}

function totalFunctionOf(total: CellValue | undefined, column: string): string | undefined {
  if (typeof total !== "string" || !total.startsWith("=")) return undefined;
  const match = /^=SUBTOTAL\((\d+),\s*(?:[\p{L}\p{N}_.\\]+)?\[([^\]]*)\]\)$/iu.exec(total);
  return (match && match[2]?.toLowerCase() === column.toLowerCase() && TOTALS[match[1] as string]) || "custom";
}

/** A line break in a header stands as a code in the column's name. */
function escapeBreaks(name: string): string {
  return name.replace(/\r?\n/g, "_x000a_");
}
