import type { Area } from "../../sheets/a1";
import type { SheetPlan } from "../../sheets/sheetPlan";
import type { StyleName } from "../../sheets/styles";
import type { MadeSheet } from "../workbook";

/**
 * What is typed into a cell: a number, TRUE or FALSE, `=` and a formula, or an apostrophe and a text, so that no text can be
 * taken for a formula, a number or a date. "" empties the cell.
 */
export type Entry = string | number | boolean;

export const textEntry = (text: string): Entry => (text === "" ? "" : `'${text}`);

export interface TableState {
  readonly name: string;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly isProtected: boolean;
  /** Header row included, totals row left out. */
  readonly area: Area;
  readonly headers: readonly string[];
  readonly hasTotals: boolean;
  /** Whether cells below the table hold anything. */
  readonly hasCellsBelow: boolean;
}

/** Which columns the add-in has written, so that it asks before it overwrites any other. */
export interface MadeColumns {
  readonly table: string;
  readonly headers: readonly string[];
}

/** A column of a range and how it looks. */
export interface LookOfCells {
  readonly area: Area;
  readonly style: StyleName;
}

/** The workbook as writing results needs it. Every method may throw a Problem; each one is one request or a few. */
export interface ScorecardStore {
  table(name: string): Promise<TableState | undefined>;
  /** What was typed into the cells, in a form that can be entered again. */
  entries(sheetName: string, area: Area): Promise<Entry[][]>;
  enter(sheetName: string, area: Area, entries: readonly (readonly Entry[])[]): Promise<void>;
  /** The same formula into every cell of each area; the formulas name no cell relative to their own. */
  fill(sheetName: string, formulas: readonly { readonly area: Area; readonly formula: string }[]): Promise<void>;
  /** Empties the cells and takes their looks away. */
  clear(sheetName: string, area: Area): Promise<void>;
  /** Adds a sheet; with a frozen column the first columns stay as well. */
  addSheet(plan: SheetPlan, frozenColumns: number): Promise<MadeSheet>;
  removeSheets(ids: readonly string[]): Promise<void>;
  renameSheet(id: string, name: string): Promise<void>;
  addTable(sheetName: string, area: Area, name: string): Promise<void>;
  resizeTable(name: string, area: Area): Promise<void>;
  /** Inserts rows at the end of the table; what stands below it moves down. */
  addRows(name: string, count: number): Promise<void>;
  /** Takes rows (0-based below the header) out of the table; what stands below moves up. */
  deleteRows(name: string, rows: readonly number[]): Promise<void>;
  /** Adds columns behind the last one of the table; cells to its right move on. */
  addColumns(name: string, headers: readonly string[]): Promise<void>;
  deleteColumns(name: string, headers: readonly string[]): Promise<void>;
  applyLooks(sheetName: string, looks: readonly LookOfCells[]): Promise<void>;
  setPrintArea(sheetName: string, area: Area): Promise<void>;
  madeColumns(): Promise<readonly MadeColumns[]>;
  rememberColumns(made: MadeColumns): Promise<void>;
}
