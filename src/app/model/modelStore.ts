import type { CellValue } from "../../sheets/cellValue";
import type { ModelTable } from "../../sheets/model/model";
import type { ModelCells } from "../../sheets/model/modelCells";
import type { ModelUpdate } from "../../sheets/model/modelUpdate";
import type { SheetPlan } from "../../sheets/sheetPlan";
import type { MadeSheet } from "../workbook";

/** A sheet that holds tables of the model. */
export interface ModelSheetState {
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
  readonly isProtected: boolean;
}

export interface StoredModel {
  readonly cells: ModelCells;
  readonly sheets: readonly ModelSheetState[];
}

/** What a cell of a line is to hold; "" empties it. */
export type TypedValue = number | string;

/** A line as it was read: it is found again by its place and by what stands in its first column. */
export interface LineRef {
  readonly table: ModelTable;
  /** 0-based below the header. */
  readonly place: number;
  /** What the line's first column held; a line that was moved meanwhile is looked for by it. */
  readonly name: CellValue;
}

export type ModelChange =
  | { readonly kind: "set"; readonly line: LineRef; readonly header: string; readonly value: TypedValue }
  | { readonly kind: "add"; readonly table: ModelTable; readonly values: Readonly<Record<string, TypedValue>> }
  | { readonly kind: "remove"; readonly line: LineRef }
  /** Two lines of one table change places, with everything the user keeps beside them in the table, but for some columns. */
  | { readonly kind: "swap"; readonly line: LineRef; readonly other: LineRef; readonly staying: readonly string[] };

/** The model's tables in the workbook. Every method may throw a Problem; a failed save changes nothing. */
export interface ModelStore {
  load(): Promise<StoredModel>;
  /** Adds the sheet of a new model. */
  create(plan: SheetPlan): Promise<MadeSheet>;
  /**
   * Writes changes cell by cell; lines, columns, notes and the order the user made stay. All lines are looked up before
   * anything is written.
   */
  save(changes: readonly ModelChange[]): Promise<void>;
  /** Adds what an older release did not have, below what is there. */
  update(update: ModelUpdate): Promise<void>;
  /**
   * Has the cells that name a column of the account list offer other headers. Cells that are protected keep what they offer.
   * @param listHeaders the cells of the list's header row, as a reference (`='Accounts'!$A$1:$O$1`)
   */
  offerHeaders(listHeaders: string): Promise<void>;
  /** Whether the criteria's cells offer just these headers; true as well where they offer none. */
  offersHeaders(listHeaders: string): Promise<boolean>;
  /** Makes a hidden sheet visible. */
  reveal(sheetName: string): Promise<void>;
  /** Shows a cell of the model. */
  goTo(sheetName: string, address: string): Promise<void>;
  /**
   * Calls back after anything changed on the model's sheets, by hand, by a co-author, by undo or by the pane itself, and
   * when sheets come or go. Returns how to stop.
   */
  watch(onChange: () => void): Promise<() => void>;
}
