import type { Injector, IRange } from "@univerjs/core";
import { BaseFunction, BaseReferenceObject, ErrorType, ErrorValueObject, FORMULA_REF_TO_ARRAY_CACHE, functionLookup, IFormulaRuntimeService, Interpreter, LexerTreeBuilder } from "@univerjs/engine-formula";
import { UpdateFormulaController } from "@univerjs/sheets-formula";
import { keepFormulaGraph } from "./engine/calculationRun";
import { readCellsAsTheyAre } from "./engine/readCells";
import { MAX_COLUMNS, MAX_ROWS } from "./grid";
import { fromRowColumnText } from "./rowColumnText";
import { refuseSpillsInTables, speedUpSpills, speedUpSums } from "./spills";

/** Parts of the engine that have to be reached although they are not public. */
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
  keepFormulaGraph(injector);
  readCellsAsTheyAre(injector);
  speedUpSpills(injector);
  refuseSpillsInTables(injector);
  speedUpSums();
  readRowsAndColumns();
  readAnew(injector.get(LexerTreeBuilder) as unknown as Reader);
  rememberByText();
  insertSheetsAlone(injector.get(UpdateFormulaController) as unknown as { _handleInsertSheetMutation: () => void });
  adoptExcelSize(injector.get(IFormulaRuntimeService) as unknown as Runtime, spillsBeyond);
}

/** A sheet that is inserted has no dependencies yet; the component would walk all formulas of the workbook for it. */
function insertSheetsAlone(formulas: { _handleInsertSheetMutation: () => void }): void {
  formulas._handleInsertSheetMutation = () => undefined;
}

/**
 * The engine keeps what it read by a 32-bit hash of the text: two long formulas could be taken for each other, and those
 * that use a name that changed its meaning would not be found again.
 */
function rememberByText(): void {
  const memory = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE) as { _hash: (text: string) => string };
  memory._hash = (text) => text;
}

interface Indirect {
  readonly row: number;
  readonly column: number;
  _handleSingleObject(text: { getValue(): unknown }, lettered: number): unknown;
}

/** INDIRECT with `RC[-1]` counts from the cell the formula stands in; the engine counted from A1. */
function readRowsAndColumns(): void {
  const listed = functionLookup.find(([, name]) => name === "INDIRECT")?.[0] as { readonly prototype: unknown } | undefined;
  const indirect = listed?.prototype as Indirect | undefined;
  if (!indirect) return;
  const read = indirect._handleSingleObject;
  indirect._handleSingleObject = function (this: Indirect, text, lettered) {
    if (lettered !== 0) return read.call(this, text, lettered);
    const reference = fromRowColumnText(String(text.getValue()), this.row, this.column);
    return reference === undefined ? ErrorValueObject.create(ErrorType.REF) : read.call(this, { getValue: () => reference }, 1);
  };
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
