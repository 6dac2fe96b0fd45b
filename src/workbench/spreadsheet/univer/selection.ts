import { RANGE_TYPE, type IRange } from "@univerjs/core";
import { SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import type { Area } from "../spreadsheet";
import { areaOf, MAX_COLUMNS, MAX_ROWS, type Grid } from "./grid";

/** What is selected on the active sheet. */
export class Selection {
  readonly #service: SheetsSelectionsService;

  constructor(
    readonly grid: Grid,
    readonly activeSheet: () => string,
  ) {
    this.#service = grid.injector.get(SheetsSelectionsService);
  }

  get(): Area[] {
    const sheetId = this.activeSheet();
    const areas = this.#service.getCurrentSelections().map(({ range }) => selectedArea(sheetId, range));
    return areas.length > 0 ? areas : [{ sheetId, row: 0, column: 0, rowCount: 1, columnCount: 1 }];
  }

  set(areas: readonly Area[]): void {
    const first = areas[0];
    if (!first) return;
    for (const area of areas) {
      this.grid.grow(area.sheetId, area.rowCount >= MAX_ROWS ? 0 : area.row + area.rowCount, area.columnCount >= MAX_COLUMNS ? 0 : area.column + area.columnCount);
    }
    this.grid.command(SetSelectionsOperation, {
      subUnitId: first.sheetId,
      selections: areas.map((area, i) => ({ range: this.#range(area), primary: i === areas.length - 1 ? primary(area) : null, style: null })),
    });
  }

  /** Calls back with what a person (or the host) has selected, once the mouse is let go. */
  onChange(changed: (areas: readonly Area[]) => void): void {
    let last = "";
    const report = () => {
      const areas = this.get();
      const key = JSON.stringify(areas);
      if (key === last) return;
      last = key;
      changed(areas);
    };
    this.#service.selectionMoveEnd$.subscribe(report);
    this.#service.selectionSet$.subscribe(report);
  }

  #range(area: Area): IRange {
    const sheet = this.grid.worksheet(area.sheetId);
    const wholeColumns = area.rowCount >= MAX_ROWS;
    const wholeRows = area.columnCount >= MAX_COLUMNS;
    return {
      startRow: area.row,
      endRow: wholeColumns ? sheet.getRowCount() - 1 : area.row + area.rowCount - 1,
      startColumn: area.column,
      endColumn: wholeRows ? sheet.getColumnCount() - 1 : area.column + area.columnCount - 1,
      rangeType: wholeColumns ? (wholeRows ? RANGE_TYPE.ALL : RANGE_TYPE.COLUMN) : wholeRows ? RANGE_TYPE.ROW : RANGE_TYPE.NORMAL,
    };
  }
}

/** Whole rows and columns reach to the end of Excel's sheet, however many the grid shows. */
export function selectedArea(sheetId: string, range: IRange): Area {
  const wholeColumns = range.rangeType === RANGE_TYPE.COLUMN || range.rangeType === RANGE_TYPE.ALL;
  const wholeRows = range.rangeType === RANGE_TYPE.ROW || range.rangeType === RANGE_TYPE.ALL;
  const area = areaOf(sheetId, range);
  return {
    sheetId,
    row: wholeColumns ? 0 : area.row,
    column: wholeRows ? 0 : area.column,
    rowCount: wholeColumns ? MAX_ROWS : area.rowCount,
    columnCount: wholeRows ? MAX_COLUMNS : area.columnCount,
  };
}

function primary(area: Area) {
  return { startRow: area.row, endRow: area.row, startColumn: area.column, endColumn: area.column, actualRow: area.row, actualColumn: area.column, isMerged: false, isMergedMainCell: false };
}
