import type { IndexChange, IndexTable } from "../../app/plans/planStore";
import type { CellValue } from "../../sheets/cellValue";
import { INDEX_TABLE } from "../../sheets/plan/planIndex";

/** The index of plans as it stands, wherever its table has been moved to. */
export async function readIndexTable(context: Excel.RequestContext): Promise<IndexTable | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(INDEX_TABLE);
  table.load("name");
  await context.sync();
  if (table.isNullObject) return undefined;
  const sheet = table.worksheet;
  const header = table.getHeaderRowRange();
  const body = table.getDataBodyRange();
  sheet.load("id,name");
  header.load("values");
  body.load("formulas,values");
  await context.sync();
  return { sheet: { id: sheet.id, name: sheet.name }, headers: (header.values[0] ?? []).map(String), formulas: body.formulas as CellValue[][], values: body.values as CellValue[][] };
}

/** One request: lines that stay are rewritten in place, then lines go from the bottom, then new ones are added. */
export async function changeIndexTable(context: Excel.RequestContext, { removed, rewritten, added }: IndexChange): Promise<void> {
  const table = context.workbook.tables.getItem(INDEX_TABLE);
  const body = table.getDataBodyRange();
  // null leaves a cell as it is: it belongs to the user.
  for (const { row, formulas } of rewritten) body.getRow(row).formulas = [[...formulas]];
  if (added.length > 0) table.rows.add(undefined, added.map((line) => [...line]));
  for (const row of [...removed].sort((a, b) => b - a)) table.rows.getItemAt(row).delete();
  await context.sync();
}
