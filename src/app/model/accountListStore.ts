import type { Area } from "../../sheets/a1";
import type { CellBlock, CellValue } from "../../sheets/cellValue";
import type { Selection } from "../workbook";

/** The account list: a table or a range with a header row. */
export interface ListPlace {
  /** What the setting "Account list" holds: the table's name, or the range's address with its sheet (`'Q3 export'!A4:M90`). */
  readonly name: string;
  readonly sheetName: string;
  readonly tableName?: string;
  readonly headerRow: number;
  /** The rows of accounts in all columns of the list. */
  readonly body: Area;
  /** Headers of the body's columns in their order, as they stand in the cells; "" where there is none. */
  readonly headers: readonly string[];
}

/** One cell to be replaced; it must still hold `from`, or nothing is written. */
export interface CellFix {
  readonly row: number;
  readonly column: number;
  readonly from: CellValue;
  readonly to: CellValue;
}

/** A column to be added at the right end of the list. */
export interface NewColumn {
  readonly header: string;
  /** Formula of the first account's cell, to be filled down; absent for a column that people fill in. */
  readonly formula?: string;
  /** Shown while a cell of the column is selected: what the figures mean. */
  readonly prompt: string;
  /** The only numbers that make sense. */
  readonly bounds?: { readonly least: number; readonly most: number };
  readonly numberFormat?: string;
}

/** Reading and mending the account list. Every method may throw a Problem; a failed one changes nothing. */
export interface AccountListStore {
  selection(): Promise<Selection>;
  /** The table of that name; undefined when there is none (any more). */
  table(name: string): Promise<Selection | undefined>;
  /** The used cells of a sheet as if they were selected; undefined when there is no such sheet. */
  sheet(sheetName: string): Promise<Selection | undefined>;
  values(sheetName: string, area: Area): Promise<CellBlock>;
  /** Areas of merged cells that touch the area. */
  mergedAreas(sheetName: string, area: Area): Promise<readonly Area[]>;
  /** For each row of the area whether it is hidden, by hand or by a filter. */
  hiddenRows(sheetName: string, area: Area): Promise<readonly boolean[]>;
  /** Checks that every cell still holds what it held, then replaces all. */
  fix(sheetName: string, fixes: readonly CellFix[]): Promise<void>;
  /** Adds columns behind the last one. */
  addColumns(place: ListPlace, columns: readonly NewColumn[]): Promise<void>;
  /** Unmerges areas; the value of each stays in its first cell. */
  unmerge(sheetName: string, addresses: readonly string[]): Promise<void>;
  goTo(sheetName: string, address: string): Promise<void>;
  /** Calls back after cells of the sheet changed, and when sheets come or go. Returns how to stop. */
  watch(sheetName: string, onChange: () => void): Promise<() => void>;
}
