import type { Area } from "../../spreadsheet/spreadsheet";
import { checkOneOf } from "./arguments";
import type { Book } from "./book";
import { bounding, COLUMNS, fromCorners, intersection, lastColumn, lastRow, type Region, ROWS } from "./region";

/** Which cells hold something, asked once for the used part of a sheet. */
function filledCells(book: Book, sheetId: string): (row: number, column: number) => boolean {
  const used = book.grid.usedArea(sheetId, true);
  const cells = used ? book.grid.formulas(used) : [];
  return (row, column) => {
    const value = used && cells[row - used.row]?.[column - used.column];
    return value !== undefined && value !== "";
  };
}

/** The block around a range that is bordered by empty rows and columns (Ctrl+A). */
export function surroundingRegion(book: Book, area: Area): Region {
  const filled = filledCells(book, area.sheetId);
  const used = book.grid.usedArea(area.sheetId, true);
  let region: Region = { row: area.row, column: area.column, rowCount: area.rowCount, columnCount: area.columnCount };
  if (!used) return region;
  const touches = (line: Region) => {
    const part = intersection(line, used);
    if (!part) return false;
    for (let r = part.row; r <= lastRow(part); r++) for (let c = part.column; c <= lastColumn(part); c++) if (filled(r, c)) return true;
    return false;
  };
  for (let grown = true; grown; ) {
    grown = false;
    // Diagonal neighbours count, so each border line is one cell longer at both ends.
    const left = Math.max(0, region.column - 1);
    const right = Math.min(COLUMNS - 1, lastColumn(region) + 1);
    const top = Math.max(0, region.row - 1);
    const bottom = Math.min(ROWS - 1, lastRow(region) + 1);
    const lines = [
      fromCorners(top, left, top, right),
      fromCorners(bottom, left, bottom, right),
      fromCorners(top, left, bottom, left),
      fromCorners(top, right, bottom, right),
    ];
    const wanted = [
      top < region.row && touches(lines[0] as Region) ? fromCorners(top, region.column, top, region.column) : undefined,
      bottom > lastRow(region) && touches(lines[1] as Region) ? fromCorners(bottom, region.column, bottom, region.column) : undefined,
      left < region.column && touches(lines[2] as Region) ? fromCorners(region.row, left, region.row, left) : undefined,
      right > lastColumn(region) && touches(lines[3] as Region) ? fromCorners(region.row, right, region.row, right) : undefined,
    ];
    for (const cell of wanted) {
      if (!cell) continue;
      region = bounding(region, cell);
      grown = true;
    }
  }
  return region;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = { Up: [-1, 0], Down: [1, 0], Left: [0, -1], Right: [0, 1] };

/** The cell Ctrl+arrow leads to. */
export function dataEdge(book: Book, sheetId: string, from: Region, direction: unknown): Region {
  const [down, right] = STEPS[checkOneOf("direction", direction, ["Left", "Right", "Up", "Down"])] as readonly [number, number];
  const filled = filledCells(book, sheetId);
  const used = book.grid.usedArea(sheetId, true);
  const inGrid = (r: number, c: number) => r >= 0 && c >= 0 && r < ROWS && c < COLUMNS;
  let [row, column] = [from.row, from.column];
  const cell = () => ({ row, column, rowCount: 1, columnCount: 1 });
  if (!inGrid(row + down, column + right)) return cell();
  const inBlock = filled(row, column) && filled(row + down, column + right);
  const beyond = (r: number, c: number) => !used || (down > 0 && r > lastRow(used)) || (right > 0 && c > lastColumn(used)) || (down < 0 && r < used.row) || (right < 0 && c < used.column);
  do {
    [row, column] = [row + down, column + right];
    if (!inBlock && beyond(row, column)) {
      row = down > 0 ? ROWS - 1 : down < 0 ? 0 : row;
      column = right > 0 ? COLUMNS - 1 : right < 0 ? 0 : column;
      break;
    }
  } while (inGrid(row + down, column + right) && (inBlock ? filled(row + down, column + right) : !filled(row, column)));
  return cell();
}

/** The range stretched to where Ctrl+Shift+arrow would take it. */
export function extendedRegion(book: Book, area: Area, from: Region, direction: unknown): Region {
  return bounding(area, dataEdge(book, area.sheetId, from, direction));
}
