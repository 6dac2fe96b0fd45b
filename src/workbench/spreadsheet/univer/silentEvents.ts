import type { SpreadsheetEvents } from "../spreadsheet";

/** Until somebody listens. */
export const SILENT_EVENTS: SpreadsheetEvents = {
  cellsEdited: () => undefined,
  selectionChanged: () => undefined,
  sheetActivated: () => undefined,
  sheetsChanged: () => undefined,
  copyWanted: () => undefined,
  structureChanged: () => undefined,
  editStarted: () => undefined,
  editEnded: () => undefined,
  calculated: () => undefined,
};
