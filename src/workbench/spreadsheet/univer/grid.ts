import { ICommandService, numberToABC, ObjectMatrix, type ICellData, type IMutationInfo, type IObjectMatrixPrimitiveType, type IRange, type Injector, type Nullable, type Workbook, type Worksheet } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation } from "@univerjs/sheets";
import type { Area } from "../spreadsheet";
import { WORKBOOK_ID } from "./blankWorkbook";

export type CellMatrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** Excel's sheet size; the grid itself holds fewer rows and columns until more are needed. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Rows and columns added beyond what is needed, so that a person can scroll on. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 6;

/**
 * The grid component as the other parts of the adapter see it. Whatever is done through it is the host's own doing:
 * it asks nobody and is not reported as a person's edit.
 */
export class Grid {
  readonly #commands: ICommandService;
  readonly #formulas: FormulaDataModel;
  #hostDepth = 0;

  constructor(
    readonly injector: Injector,
    readonly workbook: Workbook,
  ) {
    this.#commands = injector.get(ICommandService);
    this.#formulas = injector.get(FormulaDataModel);
  }

  /** True while the host itself changes the grid. */
  get hostIsWriting(): boolean {
    return this.#hostDepth > 0;
  }

  asHost<T>(work: () => T): T {
    this.#hostDepth++;
    try {
      return work();
    } finally {
      this.#hostDepth--;
    }
  }

  worksheet(sheetId: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(sheetId);
    if (!sheet) throw new Error(`there is no sheet with the id ${sheetId}`);
    return sheet;
  }

  /** A change of the model without undo, permission checks or calculation. */
  mutate(mutation: { readonly id: string }, params: object): void {
    this.asHost(() => this.#commands.syncExecuteCommand(mutation.id, { unitId: WORKBOOK_ID, ...params }, { onlyLocal: true }));
  }

  /** A change with everything the component does around it (moving references, merges, rules, names ...). */
  command(command: { readonly id: string }, params: object): boolean {
    return this.asHost(() => this.#commands.syncExecuteCommand(command.id, { unitId: WORKBOOK_ID, ...params }));
  }

  run(mutations: readonly IMutationInfo[]): void {
    for (const { id, params } of mutations) this.mutate({ id }, params);
  }

  cells(sheetId: string): CellMatrix {
    return this.worksheet(sheetId).getCellMatrix().getMatrix() as CellMatrix;
  }

  /** Values that formulas have spilled into neighbouring cells; they are not in the cell matrix. */
  spilled(sheetId: string): CellMatrix | undefined {
    return this.#formulas.getArrayFormulaCellData()[WORKBOOK_ID]?.[sheetId] as CellMatrix | undefined;
  }

  /** Blocks of the formulas that return arrays, by the row and column of the formula. */
  spillRanges(sheetId: string): IObjectMatrixPrimitiveType<IRange> | undefined {
    return this.#formulas.getArrayFormulaRange()[WORKBOOK_ID]?.[sheetId] as IObjectMatrixPrimitiveType<IRange> | undefined;
  }

  forEachSpill(sheetId: string, visit: (row: number, column: number, range: IRange) => void): void {
    const ranges = this.spillRanges(sheetId);
    if (!ranges) return;
    new ObjectMatrix(ranges).forValue((row, column, range) => {
      if (range) visit(row, column, range);
    });
  }

  /** Makes sure that the sheet shows the cell before these row and column counts. */
  grow(sheetId: string, rowCount: number, columnCount: number): void {
    const sheet = this.worksheet(sheetId);
    if (rowCount > sheet.getRowCount()) {
      this.mutate(SetWorksheetRowCountMutation, { subUnitId: sheetId, rowCount: Math.min(MAX_ROWS, rowCount + SPARE_ROWS) });
    }
    if (columnCount > sheet.getColumnCount()) {
      this.mutate(SetWorksheetColumnCountMutation, { subUnitId: sheetId, columnCount: Math.min(MAX_COLUMNS, columnCount + SPARE_COLUMNS) });
    }
  }
}

export function rangeOf(area: Area): IRange {
  return { startRow: area.row, endRow: area.row + area.rowCount - 1, startColumn: area.column, endColumn: area.column + area.columnCount - 1 };
}

export function areaOf(sheetId: string, range: IRange): Area {
  return {
    sheetId,
    row: range.startRow,
    column: range.startColumn,
    rowCount: range.endRow - range.startRow + 1,
    columnCount: range.endColumn - range.startColumn + 1,
  };
}

/** The part of an area the grid holds; rules for whole columns would otherwise be worked out for a million rows. */
export function shownRange(grid: Grid, area: Area): IRange {
  const sheet = grid.worksheet(area.sheetId);
  const range = rangeOf(area);
  return {
    ...range,
    endRow: area.rowCount >= MAX_ROWS ? sheet.getRowCount() - 1 : range.endRow,
    endColumn: area.columnCount >= MAX_COLUMNS ? sheet.getColumnCount() - 1 : range.endColumn,
  };
}

/** `B3` for row 2 and column 1. */
export function toName(row: number, column: number): string {
  return `${numberToABC(column)}${row + 1}`;
}
