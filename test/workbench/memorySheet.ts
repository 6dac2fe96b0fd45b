import type { CellStyle, CellValue, SpreadsheetEvents } from "../../src/workbench/spreadsheet/spreadsheet";
import { afterChange, bounding, type Region, type StructureChange } from "../../src/workbench/office-host/objects/region";

export interface Cell {
  value: CellValue;
  formula?: string;
  style: CellStyle;
}
export interface MemorySheet {
  id: string;
  name: string;
  hidden: boolean;
  tabColor: string;
  showGridlines: boolean;
  zoom: number;
  frozen: { rows: number; columns: number };
  cells: Map<string, Cell>;
  merges: Region[];
  widths: Map<number, number>;
  heights: Map<number, number>;
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  filteredRows: Map<string, Set<number>>;
}

export const key = (row: number, column: number) => `${row},${column}`;

export function emptySheet(id: string, name: string): MemorySheet {
  return {
    id,
    name,
    hidden: false,
    tabColor: "",
    showGridlines: true,
    zoom: 100,
    frozen: { rows: 0, columns: 0 },
    cells: new Map(),
    merges: [],
    widths: new Map(),
    heights: new Map(),
    hiddenRows: new Set(),
    hiddenColumns: new Set(),
    filteredRows: new Map(),
  };
}

/** Smallest block of cells with content, or with content or looks. */
export function usedRegion(sheet: MemorySheet, valuesOnly: boolean): Region | undefined {
  let used: Region | undefined;
  for (const [at, cell] of sheet.cells) {
    if (cell.value === "" && cell.formula === undefined && (valuesOnly || Object.keys(cell.style).length === 0)) continue;
    const [row = 0, column = 0] = at.split(",").map(Number);
    const one = { row, column, rowCount: 1, columnCount: 1 };
    used = used ? bounding(used, one) : one;
  }
  return used;
}

/** Moves cells and merges. */
export function shiftSheet(sheet: MemorySheet, change: StructureChange): void {
  const moved = new Map<string, Cell>();
  for (const [at, cell] of sheet.cells) {
    const [row = 0, column = 0] = at.split(",").map(Number);
    const to = afterChange({ row, column, rowCount: 1, columnCount: 1 }, change);
    if (to) moved.set(key(to.row, to.column), cell);
  }
  sheet.cells = moved;
  sheet.merges = sheet.merges.flatMap((merge) => afterChange(merge, change) ?? []);
}

/** Listeners of a grid nobody listens to. */
export function silent(): SpreadsheetEvents {
  const nothing = () => undefined;
  return {
    cellsEdited: nothing,
    selectionChanged: nothing,
    sheetActivated: nothing,
    sheetsChanged: nothing,
    copyWanted: nothing,
    structureChanged: nothing,
    editStarted: nothing,
    editEnded: nothing,
    calculated: nothing,
  };
}
