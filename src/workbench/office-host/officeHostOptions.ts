import type { Area, CellPosition, Spreadsheet } from "../spreadsheet/spreadsheet";
import type { DialogPlace } from "./channel/dialogs";
import type { CommonApiOptions } from "./commonApi";
import type { DocumentSettings } from "./documentSettings";
import type { BlankCell } from "./functions/arguments";
import type { FunctionsMetadata } from "./functions/metadata";
import type { HostEvents, HostObject } from "./hostObject";
import type { AddinManifest } from "./ribbon/manifest";
import type { ShortcutsFile } from "./ribbon/shortcuts";

/** What the host itself needs of the grid; the object model needs the rest. */
export type HostSpreadsheet = CommonApiOptions["spreadsheet"] & Pick<Spreadsheet, "sheets" | "formulas" | "recalculate" | "isPending" | "registerFunctions" | "isEditing">;

export interface OfficeHostOptions {
  /**
   * Gives what answers for the Global path: asked at each request, because another workbook may be open by then. Events
   * the model raises go to the given receiver.
   */
  readonly workbook: (events: HostEvents) => () => HostObject;
  readonly spreadsheet: HostSpreadsheet;
  readonly settings: DocumentSettings;
  readonly manifest: AddinManifest;
  readonly functions: FunctionsMetadata;
  /** What functions get for an empty cell, default "". */
  readonly blank?: BlankCell;
  /** The manifest's keyboard shortcuts, if it has any. */
  readonly shortcuts?: ShortcutsFile;
  readonly addinUrl: string;
  /** Element that takes the add-in's frame. */
  readonly pane: HTMLElement;
  readonly dialogPlace: DialogPlace;
  /** The pane is to be shown or hidden, by the add-in or by a ribbon button. */
  readonly showPane: (visible: boolean) => void;
  /** The cells of an address or a name (`Sheet1!A1:B2`), undefined when there are none. */
  readonly resolve: (reference: string) => Area | undefined;
  /** `Sheet1!B2`. */
  readonly addressOf: (cell: CellPosition) => string;
  readonly documentUrl: string;
  /** The workbook as an .xlsx file, for `Office.context.document.getFileAsync`. */
  readonly saveFile?: () => Promise<Uint8Array>;
  /** Opens a copy of an .xlsx file, or an empty workbook, in a window of its own, for `Excel.createWorkbook`. */
  readonly newWorkbook?: (bytes: Uint8Array | undefined) => Promise<void>;
  /** Default `en-US`. */
  readonly locale?: string;
  readonly readOnly?: boolean;
  /** Told of faults of the object model, which the add-in sees as GeneralException. */
  readonly onUnexpected?: (error: unknown, location: string) => void;
}
