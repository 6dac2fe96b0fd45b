import { areaAddress, type Area } from "../../sheets/a1";
import { isErrorText, type CellValue } from "../../sheets/cellValue";
import { areaOfReference, fixedReference, referencesIn, replaceReferences, sheetOfPrefix } from "../../sheets/formulas/references";
import { MAX_FORMULA } from "../../sheets/limits";
import type { FormulaIn, ReplacedBy } from "../../sheets/sharing/shareLog";
import { areaOf, type KamBlock, type KamCell } from "./findings";
import type { CellWriting, SheetArea } from "./sharingBook";

/** How a formula can be said without the add-in. */
export type Replacement =
  | { readonly kind: "formulas"; /** With `=`, one for each cell the formula fills. */ readonly formulas: readonly (readonly string[])[] }
  | { readonly kind: "values"; /** In words, why there is no formula. */ readonly why: string };
export type Replace = (cell: KamCell, sheetName: string) => Replacement;

/** One line of the log: cells, what stood in them and what will. */
export interface Change {
  readonly place: SheetArea;
  readonly sheetName: string;
  /** Of the first cell. */
  readonly original: string;
  readonly formulaIn: Exclude<FormulaIn, "name">;
  /** What was in all its cells, to put it back. */
  readonly originals: CellWriting["contents"];
  readonly before: readonly (readonly CellValue[])[];
  readonly contents: CellWriting["contents"];
  readonly replacedBy: ReplacedBy;
  readonly why: string;
}

/** Why formulas stay as they are. */
export interface Untouched {
  readonly sheetId: string;
  readonly sheetName: string;
  /** An address, empty for the whole sheet. */
  readonly place: string;
  readonly reason: string;
}

/** Errors a cell can hold as a value; the others only tell that Excel could not calculate it here and now. */
const LASTING_ERRORS: ReadonlySet<CellValue> = new Set(["#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#REF!", "#NULL!"]);
const PENDING: ReadonlySet<CellValue> = new Set(["#BUSY!", "#GETTING_DATA"]);
export const isPending = (value: CellValue): boolean => PENDING.has(value);

/** Results are the same when they differ by rounding noise only. */
const TOLERANCE = 1e-9;
export function isSameResult(a: CellValue, b: CellValue): boolean {
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
  return a === b;
}

/** A result as it is entered, so that Excel takes a text for nothing but a text. */
export const entered = (value: CellValue): CellValue => (typeof value !== "string" || value === "" || isErrorText(value) ? value : `'${value}`);

/** The block's cells with native formulas where each has one, else with their results; or why neither can be. */
export function changeFor(block: KamBlock, sheetName: string, before: Change["before"], replace: Replace): Change | Untouched {
  const { area, cells, sheetId, address } = block;
  const [first] = cells as [KamCell];
  const formulaIn = first.spill ? "first cell" : "each cell";
  const base = { place: { sheetId, ...area }, sheetName, original: first.formula, formulaIn, before, originals: originalsOf(cells, area) } as const;
  const native = nativeFormulas(cells, sheetName, replace);
  if (native.kind === "formulas") return { ...base, contents: native.formulas, replacedBy: "native formulas", why: "Calculates the same without the add-in" };
  const broken = before.flat().find((value) => isErrorText(value) && !LASTING_ERRORS.has(value));
  if (broken !== undefined) {
    const cure = broken === "#NAME?" ? "repair it first" : broken === "#SPILL!" ? "make room for its results first (merged or filled cells are in the way)" : "it has no result yet";
    return { sheetId, sheetName, place: address, reason: `shows ${broken}: ${cure}` };
  }
  return asValues({ ...base, contents: [], replacedBy: "values", why: "" }, native.why);
}

export const asValues = (change: Change, why: string): Change => ({ ...change, contents: change.before.map((line) => line.map(entered)), replacedBy: "values", why });

function originalsOf(cells: readonly KamCell[], area: Area): CellWriting["contents"] {
  if (!cells[0]?.spill) return cells.map(({ formula }) => [formula]);
  return Array.from({ length: area.rowCount }, (_, r) => Array.from({ length: area.columnCount }, (_cell, c) => (r === 0 && c === 0 ? (cells[0] as KamCell).formula : "")));
}

function nativeFormulas(cells: readonly KamCell[], sheetName: string, replace: Replace): Replacement {
  const formulas: (readonly string[])[] = [];
  for (const cell of cells) {
    if (refersToItself(cell, sheetName)) return { kind: "values", why: "The formula refers to its own cells, in a circle" };
    const replacement = replace(cell, sheetName);
    if (replacement.kind === "values") return replacement;
    const tooLong = replacement.formulas.flat().find(({ length }) => length > MAX_FORMULA);
    if (tooLong !== undefined) return { kind: "values", why: `The native formula has ${tooLong.length.toLocaleString("en-US")} characters, Excel allows ${MAX_FORMULA.toLocaleString("en-US")}` };
    formulas.push(...replacement.formulas);
  }
  const work = cellsRead(formulas[0]?.[0] ?? "") * formulas.length * (formulas[0]?.length ?? 1);
  if (work > MOST_CELLS_READ) return { kind: "values", why: `The native formulas would read ${Math.round(work / 1e6).toLocaleString("en-US")} million cells at each calculation, too many to work with` };
  return { kind: "formulas", formulas };
}

/**
 * Cells that the native formulas of one block read at each calculation. Beyond it a sheet stops answering at once: where
 * each of 5,000 accounts is compared with all others, six criteria read 300 million cells.
 */
const MOST_CELLS_READ = 100_000_000;

const cellsRead = (formula: string): number =>
  referencesIn(formula).reduce((sum, reference) => {
    const area = areaOfReference(reference);
    return sum + (area ? area.rowCount * area.columnCount : 1);
  }, 0);

function refersToItself(cell: KamCell, sheetName: string): boolean {
  const own = areaOf(cell);
  return referencesIn(cell.formula).some((reference) => {
    if (reference.prefix !== "" && !isSheet(reference.prefix, sheetName)) return false;
    const area = areaOfReference(reference);
    return area !== undefined && area.row < own.row + own.rowCount && own.row < area.row + area.rowCount && area.column < own.column + own.columnCount && own.column < area.column + area.columnCount;
  });
}

const isSheet = (prefix: string, sheetName: string): boolean => sheetOfPrefix(prefix)?.toLocaleLowerCase("en") === sheetName.toLocaleLowerCase("en");

/** `K11#` only works while K11 fills other cells; for a spill that is replaced the cells themselves are named. */
export function withoutSpills(formula: string, sheetName: string, spills: readonly { readonly sheetName: string; readonly area: Area }[]): string {
  if (!formula.includes("#")) return formula;
  return replaceReferences(formula, (reference) => {
    if (!reference.isSpill) return undefined;
    const anchor = areaOfReference(reference);
    const of = sheetOfPrefix(reference.prefix) ?? sheetName;
    const spill = spills.find(({ sheetName: name, area }) => name.toLocaleLowerCase("en") === of.toLocaleLowerCase("en") && anchor?.row === area.row && anchor.column === area.column);
    if (!spill) return undefined;
    return reference.prefix === "" ? areaAddress(spill.area, true) : fixedReference(spill.sheetName, spill.area);
  });
}
