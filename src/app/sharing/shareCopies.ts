import type { CellValue } from "../../sheets/cellValue";
import { referencesIn, replaceReferences, sheetOfPrefix } from "../../sheets/formulas/references";
import { MAX_SHEET_NAME, sheetNameFor, sheetNameKey } from "../../sheets/limits";
import { sheetReference } from "../../sheets/a1";
import { runsOf, stopIfAborted, usedAreas, type SharingProgress } from "./scanWorkbook";
import type { BookTable, CellWriting, SharingBook } from "./sharingBook";
import { shareWorkbook, type ShareOutcome, type SharingTools } from "./shareWorkbook";

export interface CopiesOutcome extends ShareOutcome {
  readonly copies: readonly { readonly id: string; readonly name: string }[];
}

/** What stands behind the name of a copied sheet. */
const ENDING = " (shared)";

/**
 * Copies sheets and makes the copies work without the add-in; the sheets themselves stay as they are. What refers from one
 * of the sheets to another then refers to its copy. A run that is cancelled or fails takes the copies away.
 */
export async function shareCopies(tools: SharingTools, sheetIds: readonly string[], signal: AbortSignal, onProgress: (progress: SharingProgress) => void): Promise<CopiesOutcome> {
  const { book, workbook } = tools;
  const sheets = await book.sheets();
  const taken = new Set(sheets.map(({ name }) => sheetNameKey(name)));
  const copies: { original: string; from: string; id: string; name: string }[] = [];
  try {
    for (const { id, name } of sheets.filter((sheet) => sheetIds.includes(sheet.id))) {
      onProgress({ done: copies.length, total: sheetIds.length, words: name });
      stopIfAborted(signal);
      const wanted = sheetNameFor(name.slice(0, MAX_SHEET_NAME - ENDING.length).trimEnd() + ENDING, taken);
      taken.add(sheetNameKey(wanted));
      copies.push({ original: id, from: name, ...(await book.copySheet(id, wanted)) });
    }
    await pointToCopies(book, copies, signal);
    const outcome = await shareWorkbook(tools, copies.map(({ id }) => id), signal, onProgress);
    return { ...outcome, copies: copies.map(({ id, name }) => ({ id, name })) };
  } catch (thrown) {
    await workbook.removeSheets(copies.map(({ id }) => id)).catch(() => undefined); // the first error says more
    throw thrown;
  }
}

interface Copy {
  readonly original: string;
  readonly from: string;
  readonly id: string;
  readonly name: string;
}

/** Rewrites references among the copied sheets, and to their tables, which get new names when a sheet is copied. */
async function pointToCopies(book: SharingBook, copies: readonly Copy[], signal: AbortSignal): Promise<void> {
  const tables = tablePairs(await book.tables(), copies);
  const nameOf = new Map(copies.map(({ from, name }) => [sheetNameKey(from), name]));
  const writings: CellWriting[] = [];
  const areas = usedAreas((await book.sheets()).filter(({ id }) => copies.some((copy) => copy.id === id)));
  await book.readFormulas(areas, signal, (area, cells) => {
    const changed = cells.flatMap((line, r) =>
      line.flatMap((content, c) => {
        const formula = pointed(content, nameOf, tables);
        return formula === undefined ? [] : [{ sheetId: area.sheetId, row: area.row + r, column: area.column + c, formula }];
      }),
    );
    const at = new Map(changed.map(({ row, column, formula }) => [`${row},${column}`, formula]));
    for (const run of runsOf(changed)) writings.push({ ...run, contents: Array.from({ length: run.rowCount }, (_, i) => [at.get(`${run.row + i},${run.column}`) ?? null]) });
  });
  stopIfAborted(signal);
  await book.write(writings);
}

/** Tables of the originals with those at the same place of the copy. */
function tablePairs(tables: readonly BookTable[], copies: readonly Copy[]): Map<string, string> {
  const at = ({ area }: BookTable) => `${area.row},${area.column}`;
  return new Map(
    copies.flatMap(({ original, id }) =>
      tables.flatMap((table): [string, string][] => {
        const twin = table.sheetId === original ? tables.find((other) => other.sheetId === id && at(other) === at(table)) : undefined;
        return twin ? [[table.name.toLowerCase(), twin.name]] : [];
      }),
    ),
  );
}

/** The formula with what it refers to among the copies; undefined when there is nothing to change. */
function pointed(content: CellValue, sheets: ReadonlyMap<string, string>, tables: ReadonlyMap<string, string>): string | undefined {
  if (typeof content !== "string" || !content.startsWith("=") || referencesIn(content).length === 0) return undefined;
  const formula = replaceReferences(content, ({ kind, prefix, body, isSpill }) => {
    if (kind === "table") {
      const [, name = "", rest = ""] = /^([^[]*)(\[[\s\S]*)$/.exec(body) ?? [];
      const table = tables.get(name.toLowerCase());
      return table === undefined ? undefined : table + rest;
    }
    const copy = sheets.get(sheetNameKey(sheetOfPrefix(prefix) ?? ""));
    return copy === undefined ? undefined : sheetReference(copy) + body + (isSpill ? "#" : "");
  });
  return formula === content ? undefined : formula;
}
