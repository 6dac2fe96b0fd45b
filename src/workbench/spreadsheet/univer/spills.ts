import { ObjectMatrix, Rectangle, type ICellData, type IRange, type Nullable } from "@univerjs/core";
import { ArrayValueObject, BaseReferenceObject, type BaseValueObject, ErrorType, ErrorValueObject, IFormulaRuntimeService, IFormulaCurrentConfigService, NumberValueObject } from "@univerjs/engine-formula";
import type { Injector } from "@univerjs/core";
import { TableManager } from "@univerjs/sheets-table";
import { HostArray } from "./hostArray";

type PerSheet<T> = Record<string, Nullable<Record<string, T>>>;

/** Parts of the engine's memory of a run that have to be reached although they are not public. */
interface Runtime {
  readonly currentRow: number;
  readonly currentColumn: number;
  readonly currentRowCount: number;
  readonly currentColumnCount: number;
  readonly currentSubUnitId: string;
  readonly currentUnitId: string;
  readonly _runtimeData: PerSheet<ObjectMatrix<ICellData>>;
  readonly _unitArrayFormulaRange: PerSheet<Record<number, Record<number, IRange>>>;
  readonly _runtimeArrayFormulaCellData: PerSheet<ObjectMatrix<ICellData>>;
  setRuntimeData: (value: BaseValueObject) => void;
  _checkIfArrayFormulaExceeded: (rowCount: number, columnCount: number, range: IRange) => boolean;
  _checkIfArrayFormulaRangeHasData: (unitId: string, sheetId: string, row: number, column: number, range: IRange) => boolean;
}

/** Tables cannot hold spills: a formula whose block meets one answers #SPILL!, as in Excel. */
export function refuseSpillsInTables(injector: Injector): void {
  const runtime = injector.get(IFormulaRuntimeService) as unknown as Runtime;
  const tables = injector.get(TableManager);
  const store = runtime.setRuntimeData.bind(runtime);
  runtime.setRuntimeData = (value) => {
    const { currentRow: row, currentColumn: column, currentUnitId: unitId, currentSubUnitId: sheetId } = runtime;
    const many: Many | undefined = value instanceof BaseReferenceObject || value instanceof ArrayValueObject ? value : undefined;
    if (many && many.getRowCount() * many.getColumnCount() > 1) {
      const block: IRange = { startRow: row, startColumn: column, endRow: row + many.getRowCount() - 1, endColumn: column + many.getColumnCount() - 1 };
      const meets = tables.getTableList(unitId).some((table) => table.subUnitId === sheetId && Rectangle.intersects(table.range, block));
      if (meets) {
        store(ErrorValueObject.create(ErrorType.SPILL));
        return;
      }
    }
    store(value);
  };
}

interface Many {
  getRowCount(): number;
  getColumnCount(): number;
}

/** Lets functions of the add-in fill 100,000 cells in a second: whole blocks are stored instead of value by value. */
export function speedUpSpills(injector: Injector): void {
  const runtime = injector.get(IFormulaRuntimeService) as unknown as Runtime;
  const current = injector.get(IFormulaCurrentConfigService);
  const store = runtime.setRuntimeData.bind(runtime);
  runtime.setRuntimeData = (value) => {
    const { currentRow: row, currentColumn: column, currentUnitId: unitId, currentSubUnitId: sheetId } = runtime;
    if (!(value instanceof HostArray) || value.getRowCount() * value.getColumnCount() === 1) {
      store(value);
      return;
    }
    const block: IRange = { startRow: row, startColumn: column, endRow: row + value.getRowCount() - 1, endColumn: column + value.getColumnCount() - 1 };
    const others = new ObjectMatrix(current.getArrayFormulaRange()[unitId]?.[sheetId] ?? {});
    if (runtime._checkIfArrayFormulaExceeded(runtime.currentRowCount, runtime.currentColumnCount, block) || meetsOther(others, block) || isBlocked(runtime, current.getUnitData()[unitId]?.[sheetId]?.cellData, block)) {
      store(value);
      return;
    }
    spill(runtime, value, block);
  };
}

/** Sums of long columns in plain numbers, as in Excel; the engine adds decimal objects. */
export function speedUpSums(): void {
  ArrayValueObject.prototype.sum = function sum(this: ArrayValueObject) {
    let total = 0;
    let pattern = "";
    let error: BaseValueObject | undefined;
    this.iterator((value) => {
      if (value?.isError()) {
        error = value;
        return false;
      }
      if (value?.isNumber()) {
        pattern ||= value.getPattern();
        total += value.getValue() as number;
      }
      return undefined;
    });
    return error ?? NumberValueObject.create(total, pattern);
  };
}

function meetsOther(others: ObjectMatrix<IRange>, block: IRange): boolean {
  let meets = false;
  others.forValue((row, column, range) => {
    if ((row !== block.startRow || column !== block.startColumn) && Rectangle.intersects(range, block)) meets = true;
    return meets ? false : undefined;
  });
  return meets;
}

/** Whether a cell of the block holds something; only cells that exist are looked at. */
function isBlocked(runtime: Runtime, cells: ObjectMatrix<Nullable<ICellData>> | undefined, block: IRange): boolean {
  const { currentRow: row, currentColumn: column, currentUnitId: unitId, currentSubUnitId: sheetId } = runtime;
  const results = runtime._runtimeData[unitId]?.[sheetId];
  for (let r = block.startRow; r <= block.endRow; r++) {
    const line = cells?.getRow(r);
    const resultLine = results?.getRow(r);
    if (!line && !resultLine) continue;
    for (let c = block.startColumn; c <= block.endColumn; c++) {
      if (!line?.[c] && !resultLine?.[c]) continue;
      if (runtime._checkIfArrayFormulaRangeHasData(unitId, sheetId, row, column, { startRow: r, endRow: r, startColumn: c, endColumn: c })) return true;
    }
  }
  return false;
}

function spill(runtime: Runtime, value: HostArray, block: IRange): void {
  const { currentRow: row, currentColumn: column, currentUnitId: unitId, currentSubUnitId: sheetId } = runtime;
  const ranges = ((runtime._unitArrayFormulaRange[unitId] ??= {})[sheetId] ??= {});
  (ranges[row] ??= {})[column] = block;
  const spilled = ((runtime._runtimeArrayFormulaCellData[unitId] ??= {})[sheetId] ??= new ObjectMatrix<ICellData>());
  for (let r = block.startRow; r <= block.endRow; r++) {
    const line = spilled.getRowOrCreate(r);
    for (let c = block.startColumn; c <= block.endColumn; c++) line[c] = value.cell(r - row, c - column);
  }
  const results = ((runtime._runtimeData[unitId] ??= {})[sheetId] ??= new ObjectMatrix<ICellData>());
  results.setValue(row, column, value.cell(0, 0));
}
