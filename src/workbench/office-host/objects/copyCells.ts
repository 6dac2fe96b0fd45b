import type { Area, CellInput, CellValue } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { checkAllowed, checkCellCount, checkUnlocked } from "./cellAccess";
import { raiseChanged, raiseFormatChanged } from "./changeEvents";
import { clearCells } from "./clearCells";
import { copyFormats } from "./formatLayers";
import { quoteSheetName } from "./address";
import { formatAbsolute } from "./address";
import { nameOwnColumns, shiftFormula, transposeFormula } from "./formulaText";
import { copyRules } from "./copyRules";
import { isFormula, styledPart, usedPart } from "./cellReading";
import type { RangeRef } from "./rangeRef";
import { intersection, isUnbounded, isWholeColumns, isWholeRows, lastColumn, lastRow, type Region, regionOf } from "./region";
import { afterTableWrite } from "./tableGrowth";
import { tableAt } from "./tableModel";

export interface CopyOptions {
  readonly type: "All" | "Formulas" | "Values" | "Formats" | "Link";
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Copies one area, or several that keep their places to each other. */
export function copyAreas(sources: readonly RangeRef[], destination: RangeRef, options: CopyOptions): void {
  const [first, ...others] = sources;
  if (!first) return;
  if (others.length === 0) {
    copyCells(first, destination, options);
    return;
  }
  for (const source of sources) {
    const row = destination.region.row + source.region.row - first.region.row;
    const column = destination.region.column + source.region.column - first.region.column;
    copyCells(source, destination.at({ ...source.region, row, column }), options);
  }
}

/** Copies cells as Paste Special does: the source is repeated when it fits the destination a whole number of times. */
export function copyCells(source: RangeRef, destination: RangeRef, options: CopyOptions): void {
  const { book } = source;
  const from = bounded(book, source.area);
  const [rows, columns] = options.transpose ? [from.columnCount, from.rowCount] : [from.rowCount, from.columnCount];
  const target = targetArea(destination, source.area, rows, columns);
  checkCellCount(target);
  if (options.type === "Formats") checkAllowed(book, target.sheetId, "allowFormatCells");
  else checkUnlocked(book, target);
  book.grid.batch(() => {
    const content = options.type === "Formats" ? undefined : contentOf(book, from, options.type);
    if (options.type === "All" || options.type === "Formats") copyLooks(book, from, target, rows, columns, options.transpose);
    if (content) pasteContent(book, from, target, content, options);
  });
  if (options.type === "Formats") raiseFormatChanged(book, target.sheetId, target);
  else raiseChanged(book, target.sheetId, target, "RangeEdited");
}

/** Whole columns and rows are copied as far as they are used. */
function bounded(book: Book, area: Area): Area {
  if (!isUnbounded(area)) return area;
  const used = usedPart(book, area, false);
  const part = styledPart(book, area);
  return {
    ...area,
    rowCount: isWholeColumns(area) ? Math.max(1, used ? lastRow(used) + 1 - area.row : 1) : part.rowCount,
    columnCount: isWholeRows(area) ? Math.max(1, used ? lastColumn(used) + 1 - area.column : 1) : part.columnCount,
  };
}

function targetArea(destination: RangeRef, source: Area, rows: number, columns: number): Area {
  const { region } = destination;
  // A destination of whole columns or rows takes what there is.
  const room = isUnbounded(region) || isUnbounded(source) ? { rowCount: 1, columnCount: 1 } : region;
  const size = {
    rowCount: room.rowCount % rows === 0 && room.rowCount > rows ? room.rowCount : rows,
    columnCount: room.columnCount % columns === 0 && room.columnCount > columns ? room.columnCount : columns,
  };
  return destination.at({ ...regionOf(region), ...size }).area;
}

interface Content {
  readonly cells: CellValue[][];
  readonly kind: "values" | "formulas" | "links";
}

function contentOf(book: Book, from: Area, type: CopyOptions["type"]): Content {
  if (type === "Values") return { cells: book.grid.values(from), kind: "values" };
  if (type !== "Link") return { cells: book.grid.formulas(from), kind: "formulas" };
  const sheet = quoteSheetName(book.sheet(from.sheetId).name);
  const link = (row: number, column: number) => `=${sheet}!${formatAbsolute({ row, column, rowCount: 1, columnCount: 1 })}`;
  const cells = Array.from({ length: from.rowCount }, (_row, r) => Array.from({ length: from.columnCount }, (_cell, c) => link(from.row + r, from.column + c)));
  return { cells, kind: "links" };
}

function pasteContent(book: Book, from: Area, target: Area, content: Content, { skipBlanks, transpose }: CopyOptions): void {
  const inputs = Array.from({ length: target.rowCount }, (_row, r) =>
    Array.from({ length: target.columnCount }, (_cell, c): CellInput | undefined => {
      const [sr, sc] = transpose ? [c % from.rowCount, r % from.columnCount] : [r % from.rowCount, c % from.columnCount];
      const value = content.cells[sr]?.[sc] ?? "";
      if (value === "") return skipBlanks ? undefined : { value };
      if (content.kind === "values" || !isFormula(value)) return typeof value === "string" ? { text: value } : { value };
      if (content.kind === "links") return { formula: value };
      const [row, column] = [target.row + r, target.column + c];
      const moved = transpose
        ? transposeFormula(value, { row: from.row + sr, column: from.column + sc }, { row, column })
        : shiftFormula(value, row - from.row - sr, column - from.column - sc);
      return { formula: nameOwnColumns(moved, tableAt(book, target.sheetId, row, column)?.name) };
    }),
  );
  book.grid.write(target, inputs);
  afterTableWrite(book, target, inputs);
}

function copyLooks(book: Book, from: Area, target: Area, rows: number, columns: number, transpose: boolean): void {
  const styles = book.grid.styles(from);
  const sourceSheet = book.sheetState(from.sheetId);
  const targetSheet = book.sheetState(target.sheetId);
  book.grid.clear(target, "Formats");
  for (let r = 0; r < target.rowCount; r++) {
    let start = 0;
    const styleAt = (c: number) => (transpose ? styles[c % columns]?.[r % rows] : styles[r % rows]?.[c % columns]) ?? {};
    for (let c = 1; c <= target.columnCount; c++) {
      if (c < target.columnCount && JSON.stringify(styleAt(c)) === JSON.stringify(styleAt(start))) continue;
      const style = styleAt(start);
      if (Object.keys(style).length > 0) {
        book.grid.applyStyle({ ...target, row: target.row + r, column: target.column + start, rowCount: 1, columnCount: c - start }, style);
      }
      start = c;
    }
  }
  if (transpose) return;
  const merges = book.grid.merges(from.sheetId).flatMap((merge) => intersection(merge, from) ?? []);
  for (let r = 0; r < target.rowCount; r += rows) {
    for (let c = 0; c < target.columnCount; c += columns) {
      const [row, column] = [target.row + r, target.column + c];
      copyFormats(sourceSheet, from, targetSheet, row, column);
      copyRules(book, from, { sheetId: target.sheetId, row, column });
      for (const merge of merges) {
        book.grid.merge({ ...merge, sheetId: target.sheetId, row: merge.row - from.row + row, column: merge.column - from.column + column }, false);
      }
    }
  }
}

/** Cuts and pastes: formulas keep what they refer to, the source is left empty. */
export function moveCells(source: RangeRef, destination: RangeRef): void {
  const { book } = source;
  const from = bounded(book, source.area);
  const { row, column } = destination.region;
  const to = destination.at({ ...regionOf(from), row, column }).area;
  checkUnlocked(book, from);
  checkUnlocked(book, to);
  const formulas = book.grid.formulas(from);
  const inputs = formulas.map((line) => line.map((value): CellInput => (isFormula(value) ? { formula: value } : typeof value === "string" && value !== "" ? { text: value } : { value })));
  book.grid.batch(() => {
    const keep = snapshotLooks(book, from);
    clearCells(book, from, "All");
    book.grid.clear(to, "Formats");
    for (const { region, style } of keep) book.grid.applyStyle({ sheetId: to.sheetId, ...region, row: region.row - from.row + to.row, column: region.column - from.column + to.column }, style);
    book.grid.write(to, inputs);
    afterTableWrite(book, to, inputs);
  });
  raiseChanged(book, to.sheetId, to, "RangeEdited");
}

function snapshotLooks(book: Book, area: Area): { readonly region: Region; readonly style: object }[] {
  return book.grid
    .styles(area)
    .flatMap((row, r) => row.flatMap((style, c) => (Object.keys(style).length > 0 ? [{ region: { row: area.row + r, column: area.column + c, rowCount: 1, columnCount: 1 }, style }] : [])));
}
