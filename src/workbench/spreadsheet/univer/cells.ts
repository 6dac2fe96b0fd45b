import { CellValueType, numfmt, type ICellData, type Nullable } from "@univerjs/core";
import { FormulaDataModel, IDependencyManagerService } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { Area, CellInput, CellValue } from "../spreadsheet";
import { WORKBOOK_ID } from "./blankWorkbook";
import type { Calculation } from "./calculation";
import type { FormulaText } from "./formulaText";
import type { CellMatrix, Grid } from "./grid";

/** Contents of cells: what is in them, what formulas made of it, what a person sees. */
export class Cells {
  constructor(
    readonly grid: Grid,
    readonly calculation: Calculation,
    readonly formulaText: FormulaText,
  ) {}

  values(area: Area): CellValue[][] {
    return this.#map(area, "" as CellValue, (cell, spilled) => valueOf(cell, spilled));
  }

  formulas(area: Area): CellValue[][] {
    return this.#map(area, "" as CellValue, (cell, spilled, row, column) => {
      const formula = this.formulaAt(area.sheetId, cell, row, column);
      return formula ?? valueOf(cell, spilled);
    });
  }

  texts(area: Area): string[][] {
    const styles = this.grid.workbook.getStyles();
    return this.#map(area, "", (cell, spilled) => {
      const value = valueOf(cell, spilled);
      const pattern = (cell ? styles.getStyleByCell(cell)?.n?.pattern : undefined) ?? spilledPattern(spilled);
      return textOf(value, pattern);
    });
  }

  /** The formula of a cell as a person reads it; undefined when there is none. */
  formulaAt(sheetId: string, cell: Nullable<ICellData>, row: number, column: number): string | undefined {
    if (!cell) return undefined;
    const { f, si } = cell;
    if (typeof f !== "string" && typeof si !== "string") return undefined;
    const formula = typeof f === "string" && f.length > 1 ? f : this.#shared(sheetId, row, column);
    return formula === undefined ? undefined : this.formulaText.toTyped(formula, sheetId, row, column);
  }

  /** The formula of a cell that shares the text of another: the component stores filled formulas once. */
  #shared(sheetId: string, row: number, column: number): string | undefined {
    return this.grid.injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheetId, WORKBOOK_ID) ?? undefined;
  }

  write(area: Area, cells: readonly (readonly (CellInput | undefined)[])[]): void {
    const { sheetId } = area;
    const old = this.grid.cells(sheetId);
    const matrix: CellMatrix = {};
    const dependencies = this.grid.injector.get(IDependencyManagerService);
    let lastRow = -1;
    let lastColumn = -1;
    for (let i = 0; i < area.rowCount; i++) {
      const inputs = cells[i];
      if (!inputs) continue;
      const row = area.row + i;
      const target: Record<number, ICellData> = {};
      let any = false;
      for (let j = 0; j < area.columnCount; j++) {
        const input = inputs[j];
        if (input === undefined) continue;
        const column = area.column + j;
        const before = old[row]?.[column];
        if ("value" in input && input.value === "" && !before) continue;
        const data = this.#cellData(input, sheetId, row, column);
        if (data.f || before?.f || before?.si) dependencies.removeFormulaDependency(WORKBOOK_ID, sheetId, row, column);
        target[column] = data;
        any = true;
        if (column > lastColumn) lastColumn = column;
      }
      if (any) {
        matrix[row] = target;
        lastRow = row;
      }
    }
    if (lastRow >= 0) {
      this.grid.grow(sheetId, lastRow + 1, lastColumn + 1);
      this.grid.mutate(SetRangeValuesMutation, { subUnitId: sheetId, cellValue: matrix });
    }
    this.touched(area);
  }

  /** After contents of an area changed: spills that begin there are gone, spills that reach into it are tried again. */
  touched(area: Area): void {
    const { sheetId } = area;
    const inside = (row: number, column: number) => row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount;
    const spilled = this.grid.spilled(sheetId);
    const ranges = this.grid.spillRanges(sheetId);
    this.grid.forEachSpill(sheetId, (row, column, range) => {
      const overlaps = range.startRow < area.row + area.rowCount && range.endRow >= area.row && range.startColumn < area.column + area.columnCount && range.endColumn >= area.column;
      if (!overlaps) return;
      if (!inside(row, column)) {
        this.calculation.markArea({ sheetId, row, column, rowCount: 1, columnCount: 1 });
        return;
      }
      for (let r = range.startRow; spilled && r <= range.endRow; r++) {
        const line = spilled[r];
        for (let c = range.startColumn; line && c <= range.endColumn; c++) delete line[c];
      }
      if (ranges?.[row]) delete ranges[row][column];
      this.calculation.markArea({ sheetId, row: range.startRow, column: range.startColumn, rowCount: range.endRow - range.startRow + 1, columnCount: range.endColumn - range.startColumn + 1 });
    });
    this.calculation.markArea(area);
  }

  /** A formula that was overwritten while it was computed leaves a block without an owner. */
  dropOrphanedSpills(): void {
    for (const sheet of this.grid.workbook.getSheets()) {
      const sheetId = sheet.getSheetId();
      const cells = this.grid.cells(sheetId);
      this.grid.forEachSpill(sheetId, (row, column) => {
        const owner = cells[row]?.[column];
        if (!owner?.f && !owner?.si) this.touched({ sheetId, row, column, rowCount: 1, columnCount: 1 });
      });
    }
  }

  clearContents(area: Area): void {
    const old = this.grid.cells(area.sheetId);
    const matrix: CellMatrix = {};
    const dependencies = this.grid.injector.get(IDependencyManagerService);
    for (const [row, column, cell] of filledCells(old, area)) {
      if (cell.f || cell.si) dependencies.removeFormulaDependency(WORKBOOK_ID, area.sheetId, row, column);
      (matrix[row] ??= {})[column] = { ...EMPTY };
    }
    this.grid.mutate(SetRangeValuesMutation, { subUnitId: area.sheetId, cellValue: matrix });
    this.touched(area);
  }

  usedArea(sheetId: string, valuesOnly: boolean): Area | undefined {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const include = (row: number, column: number) => {
      if (row < top) top = row;
      if (row > bottom) bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    };
    for (const [row, column, cell] of filledCells(this.grid.cells(sheetId))) {
      if (hasContent(cell) || (!valuesOnly && cell.s)) include(row, column);
    }
    const spilled = this.grid.spilled(sheetId);
    if (spilled) for (const [row, column] of filledCells(spilled)) include(row, column);
    if (bottom < 0) return undefined;
    return { sheetId, row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  #cellData(input: CellInput, sheetId: string, row: number, column: number): ICellData {
    if ("formula" in input) return { ...EMPTY, f: this.formulaText.toEngine(input.formula, sheetId, row, column) };
    if ("text" in input) return { ...EMPTY, v: input.text, t: CellValueType.FORCE_STRING };
    const { value } = input;
    if (value === "") return { ...EMPTY };
    if (typeof value === "string") return { ...EMPTY, v: value, t: CellValueType.STRING };
    if (typeof value === "boolean") return { ...EMPTY, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
    return { ...EMPTY, v: value, t: CellValueType.NUMBER };
  }

  #map<T>(area: Area, empty: T, read: (cell: Nullable<ICellData>, spilled: Nullable<ICellData>, row: number, column: number) => T): T[][] {
    const cells = this.grid.cells(area.sheetId);
    const spilled = this.grid.spilled(area.sheetId);
    const result = new Array<T[]>(area.rowCount);
    for (let i = 0; i < area.rowCount; i++) {
      const row = area.row + i;
      const line = cells[row];
      const spilledLine = spilled?.[row];
      const out = new Array<T>(area.columnCount).fill(empty);
      if (line || spilledLine) {
        for (let j = 0; j < area.columnCount; j++) {
          const column = area.column + j;
          const cell = line?.[column];
          const spilledCell = spilledLine?.[column];
          if (cell || spilledCell) out[j] = read(cell, spilledCell, row, column);
        }
      }
      result[i] = out;
    }
    return result;
  }
}

/** What a cell without content looks like in a write: every field is reset, the style stays. */
const EMPTY: ICellData = { v: null, t: null, f: null, si: null, p: null };

/** Every formula that is stored with its text; a workbook has hundreds of thousands of cells to pass. */
export function forEachFormula(matrix: CellMatrix, visit: (row: number, column: number, cell: ICellData, formula: string) => void): void {
  for (const row in matrix) {
    const line = matrix[row] as Record<number, Nullable<ICellData>>;
    for (const column in line) {
      const cell = line[column];
      if (cell?.f) visit(Number(row), Number(column), cell, cell.f);
    }
  }
}

export function* filledCells(matrix: CellMatrix, area?: Area): Generator<[number, number, ICellData]> {
  for (const rowKey of Object.keys(matrix)) {
    const row = Number(rowKey);
    if (area && (row < area.row || row >= area.row + area.rowCount)) continue;
    const line = matrix[row] as Record<number, Nullable<ICellData>> | undefined;
    if (!line) continue;
    for (const columnKey of Object.keys(line)) {
      const column = Number(columnKey);
      const cell = line[column];
      if (!cell || (area && (column < area.column || column >= area.column + area.columnCount))) continue;
      yield [row, column, cell];
    }
  }
}

export function hasContent(cell: ICellData): boolean {
  return (cell.v !== undefined && cell.v !== null && cell.v !== "") || Boolean(cell.f) || Boolean(cell.si) || Boolean(cell.p);
}

/** The raw value; the component stores booleans as 1 and 0 and spilled values apart from the cells. */
export function valueOf(cell: Nullable<ICellData>, spilled: Nullable<ICellData>): CellValue {
  const own = cell ? plainValue(cell) : undefined;
  if (own !== undefined) return own;
  // A formula that passes an empty cell on shows 0, as in Excel.
  if (spilled) return plainValue(spilled) ?? 0;
  return "";
}

function plainValue(cell: ICellData): CellValue | undefined {
  const { v } = cell;
  if (v === undefined || v === null) return cell.p ? richText(cell) : undefined;
  if (cell.t === CellValueType.BOOLEAN) return v === 1 || v === true || v === "1" || v === "TRUE";
  if (cell.t === CellValueType.NUMBER) return typeof v === "number" ? v : Number(v);
  if (cell.t === CellValueType.STRING || cell.t === CellValueType.FORCE_STRING) return typeof v === "string" ? v : String(v);
  return v;
}

function richText(cell: ICellData): string {
  return (cell.p?.body?.dataStream ?? "").replace(/\r\n$/, "").replace(/\r/g, "\n");
}

function spilledPattern(spilled: Nullable<ICellData>): string | undefined {
  return typeof spilled?.s === "object" ? spilled.s?.n?.pattern : undefined;
}

export function textOf(value: CellValue, pattern: string | undefined): string {
  if (value === "") return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string" && (!pattern || !pattern.includes("@"))) return value;
  try {
    return numfmt.format(pattern || "General", value, { throws: false });
  } catch {
    return String(value);
  }
}
