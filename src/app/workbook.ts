import type { Area } from "../sheets/a1";
import type { CellBlock } from "../sheets/cellValue";
import type { SheetPlan } from "../sheets/sheetPlan";

/** What is selected, and what surrounds it. */
export interface Selection {
  readonly sheetName: string;
  readonly areas: readonly Area[];
  /** The cells of the sheet that hold something; undefined on an empty sheet. */
  readonly used: Area | undefined;
  /** The Excel table the selection touches first. */
  readonly table?: { readonly name: string; readonly area: Area; readonly hasHeader: boolean; readonly hasTotals: boolean };
}

export interface SheetSummary {
  readonly id: string;
  readonly name: string;
  /** Set on account plans and their template: the account's key. */
  readonly planKey?: string | number;
  /** Where the key stands, also when it is empty. */
  readonly keyCell?: Area;
  /** A plan as it was before an update; its successor stands beside it. */
  readonly isFormer?: boolean;
  /** Plans are copied from it. */
  readonly isTemplate?: boolean;
}

export interface MadeSheet {
  readonly id: string;
  readonly name: string;
}

/**
 * What the use cases need of a workbook. Every method may throw a Problem; none leaves half of its work behind.
 */
export interface Workbook {
  selection(): Promise<Selection>;
  /** Values of any number of cells; large areas are read in parts. */
  values(sheetName: string, area: Area): Promise<CellBlock>;
  /** For each row of the area whether it is hidden, by hand or by a filter. */
  hiddenRows(sheetName: string, area: Area): Promise<readonly boolean[]>;
  /** All sheets in order, the account plans among them with their keys. */
  sheets(): Promise<readonly SheetSummary[]>;
  /** First column of a table's body, as text; undefined when there is no such table. */
  tableRowNames(tableName: string): Promise<readonly string[] | undefined>;
  /** Adds a sheet after the last one without showing it. */
  addSheet(plan: SheetPlan): Promise<MadeSheet>;
  /** Shows a sheet, its first cell selected. */
  openSheet(id: string): Promise<void>;
  /** Removes sheets; those that are gone already are passed over. Returns how many were removed. */
  removeSheets(ids: readonly string[]): Promise<number>;
  /** Calls back when the person selects something else; returns how to stop. */
  onSelectionChanged(callback: () => void): Promise<() => void>;
}
