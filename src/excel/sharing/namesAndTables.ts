import type { BookTable } from "../../app/sharing/sharingBook";
import type { CellValue } from "../../sheets/cellValue";

const namesOf = (context: Excel.RequestContext, sheetId: string | undefined): Excel.NamedItemCollection => (sheetId === undefined ? context.workbook.names : context.workbook.worksheets.getItem(sheetId).names);

export async function setName(context: Excel.RequestContext, name: string, sheetId: string | undefined, formula: string): Promise<void> {
  namesOf(context, sheetId).getItem(name).formula = formula;
  await context.sync();
}

/** What names stand for now: cells, an array or one value. */
export async function readNameResults(context: Excel.RequestContext, names: readonly { readonly name: string; readonly sheetId: string | undefined }[]): Promise<(CellValue[][] | undefined)[]> {
  const items = names.map(({ name, sheetId }) => namesOf(context, sheetId).getItem(name).load("type,value"));
  await context.sync();
  const arrays = items.map((item) => (item.type === "Array" ? item.arrayValues.load("values") : undefined));
  await context.sync();
  return items.map(({ type, value }, i) => {
    if (type === "Error" || type === "Range") return undefined;
    return (arrays[i]?.values as CellValue[][] | undefined) ?? [[value as CellValue]];
  });
}

export async function readTables(context: Excel.RequestContext): Promise<BookTable[]> {
  const tables = context.workbook.tables.load("items/name,items/showHeaders,items/showTotals,items/worksheet/id");
  await context.sync();
  const parts = tables.items.map((table) => ({ range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"), columns: table.columns.load("items/name") }));
  await context.sync();
  return tables.items.map(({ name, worksheet, showHeaders, showTotals }, i) => {
    const { range, columns } = parts[i] as (typeof parts)[number];
    const area = { row: range.rowIndex, column: range.columnIndex, rowCount: range.rowCount, columnCount: range.columnCount };
    const [above, below] = [showHeaders ? 1 : 0, showTotals ? 1 : 0];
    return { name, sheetId: worksheet.id, area, body: { ...area, row: area.row + above, rowCount: area.rowCount - above - below }, headers: columns.items.map((column) => column.name) };
  });
}
