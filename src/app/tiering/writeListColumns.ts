import { Problem } from "../problems";
import { GONE } from "./planRows";
import { headerKey } from "./portfolioData";
import { updateTable } from "./updateTable";
import { formulasOf, headerIn, planScales, refuseProtected, type WriteOutcome, type Writing } from "./writing";

/** Writes the results as columns of the account list, which has to be a table. */
export async function writeColumnsOfList(writing: Writing): Promise<WriteOutcome> {
  const { store, options, columns, list, portfolio } = writing;
  const table = list.tableName === undefined ? undefined : await store.table(list.tableName);
  if (!table) throw new Problem("sheetGone", "The table with the account list is gone.", "Choose the account list again (step 1).");
  refuseProtected(table);
  if (table.area.row !== list.headerRow || table.area.rowCount !== list.body.rowCount + 1) throw new Problem("listChanged", "The account list has changed since it was read.", "Look at the preview again, then write.");
  const scales = options.form === "formulas" ? planScales(writing) : undefined;
  const headers = columns.map(({ header }) => headerIn(options, header));
  const placeOf = (header: string) => table.headers.findIndex((name) => headerKey(name) === headerKey(header));
  const added = headers.filter((header) => placeOf(header) < 0);
  const formulas = scales ? formulasOf(scales.input, columns) : [];
  const placed = columns.map((column, i) => {
    const header = headers[i] as string;
    return { column, place: placeOf(header) >= 0 ? placeOf(header) : table.headers.length + added.indexOf(header), formula: formulas[i] };
  });
  const accounts = Array<number>(list.body.rowCount).fill(GONE);
  portfolio.accounts.rows.forEach((row, account) => (accounts[row - list.body.row] = account));
  try {
    await updateTable(writing, { table, columns: placed, added, rows: { accounts, keyOfGone: () => "" }, beforeFormulas: async () => scales?.add(), exceptions: [] });
  } catch (thrown) {
    await scales?.remove();
    throw thrown;
  }
  const remarks: string[] = [];
  if (scales) await scales.finish().catch(() => void remarks.push("The earlier sheet of scales could not be taken away."));
  await store.rememberColumns({ table: table.name, headers });
  return {
    sheet: { id: table.sheetId, name: table.sheetName },
    accountCount: portfolio.accounts.keys.length,
    values: options.form === "values" ? ["all cells"] : writing.statics.words,
    goneRows: 0,
    remarks,
  };
}
