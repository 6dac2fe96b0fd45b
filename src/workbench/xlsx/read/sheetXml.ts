import { COLUMNS, ROWS } from "../../office-host/objects/region";
import { columnIndex, columnName } from "../../office-host/objects/address";
import { damaged, WorkbookFileError } from "../package/fileError";
import { number, parseXml, readAttributes, type XmlElement } from "../package/xml";

/** More cells than this is beyond what the grid shows at a bearable speed. */
export const MAX_CELLS = 3_000_000;

/** The library keeps a sheet as a full rectangle: two far cells are enough to exhaust the memory. */
const MAX_SPANNED = 20_000_000;

/** The XML of a sheet: settings before and after the cells as elements, the cells as text (there may be millions). */
export interface SheetXml {
  /** `sheetViews`, `cols` and the like. */
  readonly head: XmlElement;
  readonly data: string;
  /** `mergeCells`, `pageSetup` and the like. */
  readonly tail: XmlElement;
}

export function splitSheetXml(xml: string, path: string): SheetXml {
  const root = /<(?:\w+:)?worksheet\b[^>]*>/.exec(xml);
  const start = /<((?:\w+:)?)sheetData\b[^>]*?(\/?)>/.exec(xml);
  if (!root || !start) throw damaged(`the part ${path} holds no sheet`);
  const begin = start.index + start[0].length;
  const closing = `</${start[1] as string}sheetData>`;
  const end = start[2] ? begin : xml.lastIndexOf(closing);
  if (end < begin) throw damaged(`the part ${path} ends too early`);
  const rootEnd = `</${/^<((?:\w+:)?)/.exec(root[0])?.[1] ?? ""}worksheet>`;
  return {
    head: parseXml(xml.slice(root.index, start.index) + rootEnd, path),
    data: xml.slice(begin, end),
    tail: parseXml(root[0] + xml.slice(start[2] ? end : end + closing.length), path),
  };
}

export interface RowSettings {
  /** Points. */
  readonly height?: number;
  readonly hidden: boolean;
  readonly outlineLevel: number;
}

/**
 * Row settings by index, also of rows without cells (the library drops those, and heights Excel fitted by itself).
 * Refuses a sheet that is larger than Excel's grid or than the workbench can show.
 */
export function readRows(data: string, sheetName: string): Map<number, RowSettings> {
  const rows = new Map<number, RowSettings>();
  let index = -1;
  for (const match of data.matchAll(/<(?:\w+:)?row\b([^>]*?)\/?>/g)) {
    const attributes = readAttributes(match[1] as string);
    index = attributes["r"] === undefined ? index + 1 : Number(attributes["r"]) - 1;
    if (!Number.isInteger(index) || index < 0) throw damaged(`a row of sheet ${sheetName} has the number ${attributes["r"]}`);
    if (index >= ROWS) throw tooManyRows(sheetName, index + 1);
    const row = { name: "row", attributes, children: [], text: "" };
    const height = number(row, "ht");
    const hidden = attributes["hidden"] === "1" || attributes["hidden"] === "true";
    const outlineLevel = number(row, "outlineLevel") ?? 0;
    if (height !== undefined || hidden || outlineLevel > 0) rows.set(index, { ...(height === undefined ? {} : { height }), hidden, outlineLevel });
  }
  return rows;
}

export function checkCells(data: string, sheetName: string): void {
  let count = 0;
  let [rows, columns] = [0, 0];
  for (const match of data.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Za-z]+)(\d+)"/g)) {
    if (++count > MAX_CELLS) {
      throw new WorkbookFileError("FileTooLarge", `Sheet ${sheetName} has more than ${MAX_CELLS.toLocaleString("en-US")} cells, more than the workbench can show. Split it or delete cells that are not needed.`);
    }
    const [row, column] = [Number(match[2]), columnIndex(match[1] as string) + 1];
    if (row > ROWS) throw tooManyRows(sheetName, row);
    if (column > COLUMNS) {
      throw new WorkbookFileError("FileTooLarge", `Sheet ${sheetName} has the cell ${match[1]}${match[2]}, but a sheet of Excel ends at column XFD (${COLUMNS.toLocaleString("en-US")}).`);
    }
    [rows, columns] = [Math.max(rows, row), Math.max(columns, column)];
  }
  if (rows * columns > MAX_SPANNED) {
    throw new WorkbookFileError("FileTooLarge", `The cells of sheet ${sheetName} span A1:${columnName(columns - 1)}${rows}, too far apart for the workbench. Delete the empty-looking rows and columns after the last used cell and save it again.`);
  }
}

function tooManyRows(sheetName: string, row: number): WorkbookFileError {
  return new WorkbookFileError("FileTooLarge", `Sheet ${sheetName} has a row ${row.toLocaleString("en-US")}, but a sheet of Excel ends at row ${ROWS.toLocaleString("en-US")}.`);
}
