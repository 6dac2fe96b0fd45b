import type { ICellData, IStyleData, Nullable } from "@univerjs/core";
import { SetColDataMutation, SetRangeValuesMutation, SetRowDataMutation } from "@univerjs/sheets";
import type { Area, CellStyle } from "../spreadsheet";
import { filledCells, hasContent } from "./cells";
import { MAX_COLUMNS, MAX_ROWS, type Grid } from "./grid";
import { cellStyle, restyle } from "./styleMapping";

/** Looks of cells, of whole rows and of whole columns. */
export class CellStyles {
  constructor(readonly grid: Grid) {}

  read(area: Area): CellStyle[][] {
    const sheet = this.grid.worksheet(area.sheetId);
    const cells = this.grid.cells(area.sheetId);
    const { rowData, columnData } = sheet.getConfig();
    const known = new Map<string, CellStyle>();
    const plain = cellStyle(sheet.getComposedCellStyleByCellData(0, 0, { s: null }, true));
    const result: CellStyle[][] = [];
    for (let i = 0; i < area.rowCount; i++) {
      const row = area.row + i;
      const line = cells[row];
      const ownRow = Boolean(rowData[row]?.s);
      const out: CellStyle[] = [];
      for (let j = 0; j < area.columnCount; j++) {
        const column = area.column + j;
        const cell = line?.[column];
        if (!cell?.s && !ownRow && !columnData[column]?.s) {
          out.push(plain);
          continue;
        }
        const key = typeof cell?.s === "string" && !ownRow && !columnData[column]?.s ? cell.s : undefined;
        const before = key === undefined ? undefined : known.get(key);
        const style = before ?? cellStyle(sheet.getComposedCellStyleByCellData(row, column, cell ?? null));
        if (key !== undefined) known.set(key, style);
        out.push(style);
      }
      result.push(out);
    }
    return result;
  }

  /** Looks with what conditional formats and tables lay over them. */
  shown(area: Area): CellStyle[][] {
    const sheet = this.grid.worksheet(area.sheetId);
    return Array.from({ length: area.rowCount }, (_row, i) =>
      Array.from({ length: area.columnCount }, (_column, j) => {
        const cell = sheet.getCell(area.row + i, area.column + j);
        return cellStyle({ ...sheet.getComposedCellStyleByCellData(area.row + i, area.column + j, cell), ...cell?.themeStyle, ...cell?.interceptorStyle });
      }),
    );
  }

  apply(area: Area, change: CellStyle): void {
    this.#restyle(area, (style) => restyle(style, change));
  }

  clear(area: Area): void {
    this.#restyle(area, () => ({}));
  }

  #restyle(area: Area, change: (before: Nullable<IStyleData>) => IStyleData): void {
    const { sheetId } = area;
    const styles = this.grid.workbook.getStyles();
    const matrix = this.grid.worksheet(sheetId).getCellMatrix();
    const changed = new Map<string, string | undefined>();
    const next = (before: Nullable<IStyleData | string>): string | undefined => {
      const key = typeof before === "string" ? before : before ? JSON.stringify(before) : "";
      if (!changed.has(key)) {
        const style = change(typeof before === "string" ? styles.get(before) : before);
        changed.set(key, Object.keys(style).length === 0 ? undefined : (styles.setValue(style) ?? undefined));
      }
      return changed.get(key);
    };
    const wholeColumns = area.rowCount >= MAX_ROWS;
    const wholeRows = area.columnCount >= MAX_COLUMNS;
    if (wholeColumns || wholeRows) {
      this.#restyleLines(area, wholeColumns, next);
      for (const [row, column, cell] of [...filledCells(this.grid.cells(sheetId), area)]) {
        if (cell.s) setStyle(matrix, row, column, cell, next(cell.s));
      }
    } else {
      this.grid.grow(sheetId, area.row + area.rowCount, area.column + area.columnCount);
      for (let row = area.row; row < area.row + area.rowCount; row++) {
        for (let column = area.column; column < area.column + area.columnCount; column++) {
          const cell = matrix.getValue(row, column);
          setStyle(matrix, row, column, cell, next(cell?.s ?? this.#lineStyle(sheetId, row, column)));
        }
      }
    }
    // The matrix was changed in place; this tells the view.
    this.grid.mutate(SetRangeValuesMutation, { subUnitId: sheetId, cellValue: {} });
  }

  #lineStyle(sheetId: string, row: number, column: number): Nullable<IStyleData | string> {
    const { rowData, columnData } = this.grid.worksheet(sheetId).getConfig();
    return rowData[row]?.s ?? columnData[column]?.s;
  }

  #restyleLines(area: Area, wholeColumns: boolean, next: (before: Nullable<IStyleData | string>) => string | undefined): void {
    const { rowData, columnData } = this.grid.worksheet(area.sheetId).getConfig();
    if (wholeColumns) {
      const data: Record<number, { s: string | null }> = {};
      for (let column = area.column; column < area.column + area.columnCount; column++) data[column] = { s: next(columnData[column]?.s) ?? null };
      this.grid.mutate(SetColDataMutation, { subUnitId: area.sheetId, columnData: data });
    } else {
      const data: Record<number, { s: string | null }> = {};
      for (let row = area.row; row < area.row + area.rowCount; row++) data[row] = { s: next(rowData[row]?.s) ?? null };
      this.grid.mutate(SetRowDataMutation, { subUnitId: area.sheetId, rowData: data });
    }
  }
}

function setStyle(matrix: { setValue(row: number, column: number, cell: ICellData): void; realDeleteValue(row: number, column: number): void }, row: number, column: number, cell: Nullable<ICellData>, style: string | undefined): void {
  if (cell) {
    if (style === undefined) {
      delete cell.s;
      if (!hasContent(cell) && !cell.custom) matrix.realDeleteValue(row, column);
    } else {
      cell.s = style;
    }
  } else if (style !== undefined) {
    matrix.setValue(row, column, { s: style });
  }
}
