import { BooleanNumber, LocaleType, type IWorkbookData, type IWorksheetData } from "@univerjs/core";

/** The id of the one workbook that is ever alive: a second one would share the engine's caches and compute wrong values. */
export const WORKBOOK_ID = "workbook";

/** What a new sheet offers to scroll over; it grows when something is written or selected beyond. */
export const INITIAL_ROWS = 1000;
export const INITIAL_COLUMNS = 52;

/** Excel's own defaults at 96 dpi: 8.43 characters of Calibri 11 are 64 pixels, a row is 20 pixels. */
export const DEFAULT_COLUMN_PIXELS = 64;
export const DEFAULT_ROW_PIXELS = 20;

export function blankSheet(id: string, name: string): IWorksheetData {
  return {
    id,
    name,
    tabColor: "",
    hidden: BooleanNumber.FALSE,
    freeze: { startRow: -1, startColumn: -1, ySplit: 0, xSplit: 0 },
    rowCount: INITIAL_ROWS,
    columnCount: INITIAL_COLUMNS,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: DEFAULT_COLUMN_PIXELS,
    defaultRowHeight: DEFAULT_ROW_PIXELS,
    mergeData: [],
    cellData: {},
    rowData: {},
    columnData: {},
    defaultStyle: { ff: "Calibri", fs: 11 },
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: BooleanNumber.TRUE,
    rightToLeft: BooleanNumber.FALSE,
  };
}

export function blankWorkbook(sheetName: string): IWorkbookData {
  const id = "sheet-1";
  return {
    id: WORKBOOK_ID,
    name: "Workbook",
    appVersion: "0.25.1",
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: [id],
    sheets: { [id]: blankSheet(id, sheetName) },
  };
}
