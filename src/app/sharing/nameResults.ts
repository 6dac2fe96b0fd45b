import { sheetReference } from "../../sheets/a1";
import type { CellValue } from "../../sheets/cellValue";
import { sheetNameFor, sheetNameKey } from "../../sheets/limits";
import type { SheetPlan } from "../../sheets/sheetPlan";
import { SheetDraft } from "../../sheets/write/sheetDraft";
import { settledValues } from "./settledValues";
import type { SharingTools } from "./shareWorkbook";

export type NameResult = readonly (readonly CellValue[])[];
interface Named {
  readonly name: string;
  readonly sheetId: string | undefined;
  /** "" for a name of the workbook. */
  readonly sheetName: string;
}

/**
 * What names stand for; undefined where nothing says so. Excel does not always tell what a name with functions of an add-in
 * stands for: then cells on a sheet that is there for a moment ask for it, as any cell of the workbook would.
 */
export async function nameResults(tools: Pick<SharingTools, "book" | "workbook" | "pause">, names: readonly Named[], signal: AbortSignal): Promise<(NameResult | undefined)[]> {
  const { book, workbook } = tools;
  if (names.length === 0) return [];
  const told = await book.nameResults(names);
  const asked = names.filter((_, i) => told[i] === undefined);
  if (asked.length === 0) return [...told];
  const taken = new Set((await book.sheets()).map(({ name }) => sheetNameKey(name)));
  const sheet = await workbook.addSheet(askingSheet(sheetNameFor("KAM names", taken), asked));
  try {
    const [cells = []] = await settledValues(tools, [{ sheetId: sheet.id, row: 0, column: 0, rowCount: asked.length, columnCount: 2 }], signal);
    return names.map((name, i) => {
      const [size, result] = cells[asked.indexOf(name)] ?? [];
      return told[i] ?? (size === 1 && result !== undefined ? [[result]] : undefined);
    });
  } finally {
    await workbook.removeSheets([sheet.id]);
  }
}

/** A row for each name: how many cells it fills, and the first of them. */
function askingSheet(name: string, names: readonly Named[]): SheetPlan {
  const draft = new SheetDraft(15);
  names.forEach((named, row) => {
    const called = (named.sheetName === "" ? "" : sheetReference(named.sheetName)) + named.name;
    draft.formula(row, 0, `ROWS(${called})*COLUMNS(${called})`);
    draft.formula(row, 1, called);
  });
  const page = { printArea: { row: 0, column: 0, rowCount: 1, columnCount: 1 }, titleRows: { row: 0, rowCount: 1 }, footer: { left: "", center: "", right: "" }, breaksAbove: [] };
  return draft.sheet({ name, tabColor: "", columnWidths: [], page });
}
