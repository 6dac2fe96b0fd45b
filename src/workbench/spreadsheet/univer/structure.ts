import { Dimension, Direction, type IMutationInfo, type IRange, type Nullable } from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  getInsertRangeMutations,
  getRemoveRangeMutations,
  InsertColCommand,
  InsertColMutation,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowCommand,
  InsertRowMutation,
  RemoveColCommand,
  RemoveColMutation,
  RemoveRowCommand,
  RemoveRowMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SheetInterceptorService,
} from "@univerjs/sheets";
import type { Area } from "../spreadsheet";
import { WORKBOOK_ID } from "./blankWorkbook";
import type { Calculation } from "./calculation";
import { areaOf, MAX_COLUMNS, MAX_ROWS, rangeOf, type Grid } from "./grid";
import { PIXELS_PER_POINT } from "../../pixels";

/** Rows, columns and cells as places: inserting, deleting, merging, sizes, hiding. */
export class Structure {
  constructor(
    readonly grid: Grid,
    readonly calculation: Calculation,
  ) {}

  insertCells(area: Area, shift: "Down" | "Right"): void {
    const range = rangeOf(area);
    if (area.columnCount >= MAX_COLUMNS) {
      this.grid.grow(area.sheetId, area.row + 1, 1);
      this.#insertLines(area.sheetId, InsertRowCommand, InsertRowMutation, { ...range, startColumn: 0, endColumn: this.#lastColumn(area.sheetId) }, Direction.DOWN);
    } else if (area.rowCount >= MAX_ROWS) {
      this.grid.grow(area.sheetId, 1, area.column + 1);
      this.#insertLines(area.sheetId, InsertColCommand, InsertColMutation, { ...range, startRow: 0, endRow: this.#lastRow(area.sheetId) }, Direction.RIGHT);
    } else {
      const down = shift === "Down";
      this.#shiftCells(area, down ? InsertRangeMoveDownCommand : InsertRangeMoveRightCommand, () =>
        getInsertRangeMutations(this.grid.injector, { range, unitId: WORKBOOK_ID, subUnitId: area.sheetId, shiftDimension: down ? Dimension.ROWS : Dimension.COLUMNS }),
      );
    }
  }

  deleteCells(area: Area, shift: "Up" | "Left"): void {
    const range = rangeOf(area);
    const { sheetId } = area;
    if (area.columnCount >= MAX_COLUMNS) {
      const endRow = Math.min(range.endRow, this.#lastRow(sheetId));
      if (endRow >= range.startRow) this.#removeLines(sheetId, RemoveRowCommand, RemoveRowMutation, { ...range, endRow, startColumn: 0, endColumn: this.#lastColumn(sheetId) });
    } else if (area.rowCount >= MAX_ROWS) {
      const endColumn = Math.min(range.endColumn, this.#lastColumn(sheetId));
      if (endColumn >= range.startColumn) this.#removeLines(sheetId, RemoveColCommand, RemoveColMutation, { ...range, endColumn, startRow: 0, endRow: this.#lastRow(sheetId) });
    } else {
      const up = shift === "Up";
      this.#shiftCells(area, up ? DeleteRangeMoveUpCommand : DeleteRangeMoveLeftCommand, () =>
        getRemoveRangeMutations(this.grid.injector, { range, unitId: WORKBOOK_ID, subUnitId: sheetId, shiftDimension: up ? Dimension.ROWS : Dimension.COLUMNS }),
      );
    }
  }

  merge(area: Area, across: boolean): void {
    this.unmerge(area);
    const range = rangeOf(area);
    const ranges: IRange[] = [];
    if (!across) ranges.push(range);
    else for (let row = range.startRow; row <= range.endRow; row++) ranges.push({ ...range, startRow: row, endRow: row });
    const real = ranges.filter((r) => r.startRow !== r.endRow || r.startColumn !== r.endColumn);
    this.grid.grow(area.sheetId, area.row + area.rowCount, area.column + area.columnCount);
    if (real.length > 0) this.grid.mutate(AddWorksheetMergeMutation, { subUnitId: area.sheetId, ranges: real });
  }

  unmerge(area: Area): void {
    this.grid.mutate(RemoveWorksheetMergeMutation, { subUnitId: area.sheetId, ranges: [rangeOf(area)] });
  }

  merges(sheetId: string): Area[] {
    return this.grid.worksheet(sheetId).getMergeData().map((range) => areaOf(sheetId, range));
  }

  columnWidths(sheetId: string, from: number, count: number): number[] {
    const sheet = this.grid.worksheet(sheetId);
    return Array.from({ length: count }, (_, i) => (sheet.getColVisible(from + i) ? points(sheet.getColumnManager().getColumnWidth(from + i)) : 0));
  }

  setColumnWidth(sheetId: string, from: number, count: number, points: number): void {
    this.setColumnPixels(sheetId, from, count, points * PIXELS_PER_POINT);
  }

  setColumnPixels(sheetId: string, from: number, count: number, pixels: number): void {
    this.grid.mutate(SetWorksheetColWidthMutation, { subUnitId: sheetId, ranges: [this.#columns(sheetId, from, count)], colWidth: pixels });
  }

  rowHeights(sheetId: string, from: number, count: number): number[] {
    const sheet = this.grid.worksheet(sheetId);
    return Array.from({ length: count }, (_, i) => (sheet.getRowRawVisible(from + i) ? points(sheet.getRowManager().getRowHeight(from + i)) : 0));
  }

  setRowHeight(sheetId: string, from: number, count: number, points: number): void {
    this.setRowPixels(sheetId, from, count, points * PIXELS_PER_POINT);
  }

  setRowPixels(sheetId: string, from: number, count: number, pixels: number): void {
    const { rowData } = this.grid.worksheet(sheetId).getConfig();
    const range = this.#rows(sheetId, from, count);
    this.grid.mutate(SetWorksheetRowHeightMutation, { subUnitId: sheetId, ranges: [range], rowHeight: pixels });
    // A height that is set stays as it is when the text grows.
    for (let row = range.startRow; row <= range.endRow; row++) {
      const data = rowData[row];
      if (data) data.ia = 0;
    }
  }

  setColumnsHidden(sheetId: string, from: number, count: number, hidden: boolean): void {
    this.grid.mutate(hidden ? SetColHiddenMutation : SetColVisibleMutation, { subUnitId: sheetId, ranges: [this.#columns(sheetId, from, count)] });
  }

  setRowsHidden(sheetId: string, from: number, count: number, hidden: boolean): void {
    this.grid.mutate(hidden ? SetRowHiddenMutation : SetRowVisibleMutation, { subUnitId: sheetId, ranges: [this.#rows(sheetId, from, count)] });
  }

  columnsHidden(sheetId: string, from: number, count: number): boolean[] {
    const sheet = this.grid.worksheet(sheetId);
    return Array.from({ length: count }, (_, i) => !sheet.getColVisible(from + i));
  }

  rowsHidden(sheetId: string, from: number, count: number): boolean[] {
    const sheet = this.grid.worksheet(sheetId);
    return Array.from({ length: count }, (_, i) => !sheet.getRowVisible(from + i));
  }

  #columns(sheetId: string, from: number, count: number): IRange {
    this.grid.grow(sheetId, 1, Math.min(from + count, count >= MAX_COLUMNS ? 0 : MAX_COLUMNS));
    const last = Math.min(from + count - 1, this.#lastColumn(sheetId));
    return { startRow: 0, endRow: this.#lastRow(sheetId), startColumn: from, endColumn: last };
  }

  #rows(sheetId: string, from: number, count: number): IRange {
    this.grid.grow(sheetId, count >= MAX_ROWS ? 0 : from + count, 1);
    const last = Math.min(from + count - 1, this.#lastRow(sheetId));
    return { startRow: from, endRow: last, startColumn: 0, endColumn: this.#lastColumn(sheetId) };
  }

  #lastRow(sheetId: string): number {
    return this.grid.worksheet(sheetId).getRowCount() - 1;
  }

  #lastColumn(sheetId: string): number {
    return this.grid.worksheet(sheetId).getColumnCount() - 1;
  }

  #insertLines(sheetId: string, command: { readonly id: string }, mutation: { readonly id: string }, range: IRange, direction: Direction): void {
    const params = { unitId: WORKBOOK_ID, subUnitId: sheetId, range, direction };
    this.#around(sheetId, command.id, params, () => this.grid.mutate(mutation, { subUnitId: sheetId, range }));
  }

  #removeLines(sheetId: string, command: { readonly id: string }, mutation: { readonly id: string }, range: IRange): void {
    const params = { unitId: WORKBOOK_ID, subUnitId: sheetId, range };
    this.#around(sheetId, command.id, params, () => this.grid.mutate(mutation, { subUnitId: sheetId, range }));
  }

  #shiftCells(area: Area, command: { readonly id: string }, mutations: () => { redo: IMutationInfo[] }): void {
    const params = { unitId: WORKBOOK_ID, subUnitId: area.sheetId, range: { ...rangeOf(area), sheetId: area.sheetId, unitId: WORKBOOK_ID } };
    this.#around(area.sheetId, command.id, params, () => this.grid.run(mutations().redo));
  }

  /** References, merges, rules, tables and notes follow; their changes are asked for before the cells move. */
  #around(sheetId: string, id: string, params: object, move: () => void): void {
    const before = this.#spills();
    const service = this.grid.injector.get(SheetInterceptorService);
    const { preRedos, redos } = this.#asActive(sheetId, () => service.onCommandExecute({ id, params }));
    this.grid.run(preRedos ?? []);
    move();
    this.grid.run(redos);
    this.grid.run(this.#asActive(sheetId, () => service.afterCommandExecute({ id, params })).redos);
    this.#respill(before);
  }

  /** Some parts of the component look at the active sheet instead of the one named. */
  #asActive<T>(sheetId: string, ask: () => T): T {
    const workbook = this.grid.workbook as unknown as { getActiveSheet: (allowNull?: boolean) => Nullable<unknown> };
    const sheet = this.grid.worksheet(sheetId);
    const own = Object.getOwnPropertyDescriptor(workbook, "getActiveSheet");
    workbook.getActiveSheet = () => sheet;
    try {
      return ask();
    } finally {
      if (own) Object.defineProperty(workbook, "getActiveSheet", own);
      else delete (workbook as { getActiveSheet?: unknown }).getActiveSheet;
    }
  }

  #spills(): Area[] {
    return this.grid.workbook.getSheets().flatMap((sheet) => {
      const sheetId = sheet.getSheetId();
      const found: Area[] = [];
      this.grid.forEachSpill(sheetId, (_row, _column, range) => found.push(areaOf(sheetId, range)));
      return found;
    });
  }

  /** Spilled blocks are kept by place, so after a move they are dropped and spilled anew. */
  #respill(before: readonly Area[]): void {
    if (before.length > 0) this.calculation.forgetSpills();
    this.calculation.markMoved();
  }
}

function points(pixels: number): number {
  return Math.round((pixels / PIXELS_PER_POINT) * 1000) / 1000;
}
