import { isErrorText, type CellValue } from "../../sheets/cellValue";
import { MAX_FORMULA } from "../../sheets/limits";
import type { Untouched } from "./changes";
import type { Findings } from "./findings";
import type { SharingBook } from "./sharingBook";

export interface NameChange {
  readonly name: string;
  readonly sheetId: string | undefined;
  /** "" for a name of the workbook. */
  readonly sheetName: string;
  readonly formula: string;
  /** A constant, from `=` on. */
  readonly replacement: string;
}

/** Names that call KAM functions, with their results as constants; names without a result stay. */
export async function nameChanges(book: SharingBook, { elsewhere, sheets, cells }: Findings, sheetIds: readonly string[]): Promise<{ changes: NameChange[]; untouched: Untouched[] }> {
  const isChosen = (sheetId: string) => sheetIds.includes(sheetId);
  // What belongs to the workbook is replaced when nothing in it is to need the add-in any more.
  const isWhole = cells.every(({ sheetId }) => isChosen(sheetId));
  const all = elsewhere.filter(({ kind, sheetId }) => kind === "name" && (sheetId === undefined || isChosen(sheetId)));
  const names = all.filter(({ sheetId }) => sheetId !== undefined || isWhole);
  const left = all.filter((name) => !names.includes(name));
  const results = names.length === 0 ? [] : await book.nameResults(names.map(({ place, sheetId }) => ({ name: place, sheetId })));
  const changes: NameChange[] = [];
  const untouched: Untouched[] = left.map(({ place }) => ({ sheetId: "", sheetName: "", place, reason: "is a name of the whole workbook: it is replaced together with all sheets" }));
  names.forEach(({ place, sheetId, formula }, i) => {
    const replacement = constantFor(results[i]);
    const sheetName = sheets.find(({ id }) => id === sheetId)?.name ?? "";
    if (replacement === undefined) untouched.push({ sheetId: sheetId ?? "", sheetName, place, reason: "is a name without a result: Excel does not calculate it" });
    else changes.push({ name: place, sheetId, sheetName, formula, replacement });
  });
  return { changes, untouched };
}

/** `={1,2;"a",TRUE}`; undefined when there is no result or it is too long for a name. */
export function constantFor(result: readonly (readonly CellValue[])[] | undefined): string | undefined {
  if (!result || result.length === 0) return undefined;
  const texts = result.map((line) => line.map(constant));
  if (texts.some((line) => line.includes(undefined))) return undefined;
  const formula = result.length === 1 && result[0]?.length === 1 ? `=${texts[0]?.[0]}` : `={${texts.map((line) => line.join(",")).join(";")}}`;
  return formula.length > MAX_FORMULA ? undefined : formula;
}

function constant(value: CellValue): string | undefined {
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isErrorText(value)) return value === "#NAME?" || value === "#BUSY!" ? undefined : value;
  return `"${value.replace(/"/g, '""')}"`;
}
