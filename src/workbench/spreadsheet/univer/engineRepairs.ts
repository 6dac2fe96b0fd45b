import type { Injector, IRange } from "@univerjs/core";
import { BaseFunction, BaseReferenceObject, ErrorType, ErrorValueObject, ICalculateFormulaService, IFormulaRuntimeService, Interpreter, LexerTreeBuilder } from "@univerjs/engine-formula";
import { MAX_COLUMNS, MAX_ROWS } from "./grid";
import { refuseSpillsInTables, speedUpSpills, speedUpSums } from "./spills";

/** Parts of the engine that have to be reached although they are not public. */
interface Steps {
  _executeStep: () => Promise<unknown>;
}
interface Reader {
  _resetTemp: () => void;
  _squareBracketState: number;
  _tableBracketState: boolean;
  _openBracketNormalIndexStack: number[];
}
interface Runtime {
  readonly currentSubUnitId: string;
  _checkIfArrayFormulaExceeded: (rowCount: number, columnCount: number, range: IRange) => boolean;
}

/** Makes the engine survive failing functions and know Excel's sheet size instead of the rows and columns shown. */
export function hardenEngine(injector: Injector, spillsBeyond: (sheetId: string, rowCount: number, columnCount: number) => void): void {
  keepAlive(injector);
  speedUpSpills(injector);
  refuseSpillsInTables(injector);
  speedUpSums();
  readAnew(injector.get(LexerTreeBuilder) as unknown as Reader);
  adoptExcelSize(injector.get(IFormulaRuntimeService) as unknown as Runtime, spillsBeyond);
}

/** An exception in a function would otherwise leave the engine waiting for the end of that run for ever. */
function keepAlive(injector: Injector): void {
  const interpreter = injector.get(Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  interpreter.execute = (node) => {
    try {
      return execute(node);
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  };
  const service = injector.get(ICalculateFormulaService) as unknown as Steps;
  const step = service._executeStep.bind(service);
  service._executeStep = () => step().catch(() => undefined);
}

/** A formula with an unmatched bracket would otherwise spoil the reading of every formula after it. */
function readAnew(reader: Reader): void {
  const reset = reader._resetTemp.bind(reader);
  reader._resetTemp = () => {
    reset();
    reader._squareBracketState = 0;
    reader._tableBracketState = false;
    reader._openBracketNormalIndexStack = [];
  };
}

function adoptExcelSize(runtime: Runtime, spillsBeyond: (sheetId: string, rowCount: number, columnCount: number) => void): void {
  BaseReferenceObject.prototype.isExceedRange = function isExceedRange() {
    const { startRow, endRow, startColumn, endColumn } = this.getRangePosition();
    return startRow < 0 || startColumn < 0 || endRow >= MAX_ROWS || endColumn >= MAX_COLUMNS;
  };
  BaseFunction.prototype.setSheetRowColumnCount = function setSheetRowColumnCount(this: BaseFunction) {
    Object.assign(this, { _rowCount: MAX_ROWS, _columnCount: MAX_COLUMNS });
  };
  runtime._checkIfArrayFormulaExceeded = (rowCount, columnCount, range) => {
    if (range.endRow >= MAX_ROWS || range.endColumn >= MAX_COLUMNS) return true;
    if (range.endRow >= rowCount || range.endColumn >= columnCount) spillsBeyond(runtime.currentSubUnitId, range.endRow + 1, range.endColumn + 1);
    return false;
  };
}
