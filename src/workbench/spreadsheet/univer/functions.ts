import type { Injector } from "@univerjs/core";
import {
  type ArrayValueObject,
  BaseFunction,
  BaseReferenceObject,
  type BaseValueObject,
  ERROR_TYPE_SET,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  IFunctionService,
  RangeReferenceObject,
} from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import type { CellValue, GridFunction } from "../spreadsheet";
import { HostArray, readReference, valueObject } from "./hostArray";

type Variant = BaseValueObject | BaseReferenceObject;

/** What a cell shows while its function still waits for an answer. */
export const BUSY = "#BUSY!";

/** Errors of Excel that the engine would take for texts, so that IFERROR and ISERROR miss them. */
const MORE_ERRORS = [BUSY, "#CONNECT!", "#BLOCKED!", "#UNKNOWN!", "#FIELD!", "#GETTING_DATA"];

/** A function of the add-in inside the engine. */
class HostFunction extends BaseFunction {
  /** References come as they are: their values are read in one go instead of one object per cell. */
  override needsReferenceObject = true;

  constructor(
    readonly grid: GridFunction,
    readonly busy: BusyCells,
  ) {
    super(grid.name);
  }

  override calculate(...variants: Variant[]): BaseValueObject {
    const cell = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
    let result: CellValue | CellValue[][];
    try {
      result = this.grid.call(variants.map(argumentOf), cell);
    } catch {
      result = ErrorType.VALUE;
    }
    if (result === BUSY) this.busy.add(cell.sheetId, cell.row, cell.column);
    return Array.isArray(result) ? arrayObject(result) : valueObject(result);
  }
}

/** `ANCHORARRAY(G1)`, shown as `G1#`: the block that the formula in G1 fills. */
class AnchorArray extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 1;
  override maxParams = 1;

  override calculate(reference: Variant): BaseValueObject | BaseReferenceObject {
    if (reference.isError()) return reference as BaseValueObject;
    if (!(reference instanceof BaseReferenceObject) || !reference.isCell()) return ErrorValueObject.create(ErrorType.REF);
    const { startRow, startColumn } = reference.getRangePosition();
    const cell = reference.getCellData(startRow, startColumn);
    const computed = reference.getCurrentRuntimeSheetData()?.getValue(startRow, startColumn);
    const range =
      reference.getCurrentRuntimeActiveArrayFormulaRange()?.[startRow]?.[startColumn] ??
      (computed ? undefined : reference.getCurrentActiveArrayFormulaRange()?.[startRow]?.[startColumn]);
    if (!range || cell?.v === ErrorType.SPILL) return ErrorValueObject.create(cell?.v === ErrorType.SPILL ? ErrorType.SPILL : ErrorType.REF);
    const block = new RangeReferenceObject({ startRow: range.startRow, endRow: range.endRow, startColumn: range.startColumn, endColumn: range.endColumn });
    block.setDefaultUnitId(reference.getUnitId());
    block.setDefaultSheetId(reference.getSheetId());
    return block;
  }
}

/** Cells whose functions wait for an answer, so that only they are asked again. */
export class BusyCells {
  #cells = new Map<string, { sheetId: string; row: number; column: number }>();

  add(sheetId: string, row: number, column: number): void {
    this.#cells.set(`${sheetId}!${row},${column}`, { sheetId, row, column });
  }

  take(): { sheetId: string; row: number; column: number }[] {
    const cells = [...this.#cells.values()];
    this.#cells.clear();
    return cells;
  }
}

/** Makes functions known to the engine; those of the same name are replaced. */
export function registerFunctions(injector: Injector, functions: readonly GridFunction[], busy: BusyCells): void {
  for (const error of MORE_ERRORS) ERROR_TYPE_SET.add(error as ErrorType);
  const service = injector.get(IFunctionService);
  service.registerExecutors(new AnchorArray("ANCHORARRAY"), ...functions.map((f) => new HostFunction({ ...f, name: f.name.toUpperCase() }, busy)));
  injector.get(IDescriptionService).registerDescriptions(
    functions.map((f) => ({ functionName: f.name.toUpperCase(), functionType: FunctionType.User, description: "", abstract: "", functionParameter: [] })),
  );
}

function argumentOf(variant: Variant): CellValue | CellValue[][] | null {
  if (variant instanceof BaseReferenceObject) return readReference(variant);
  if (variant instanceof HostArray) return variant.rows.map((row) => row.map((value) => value ?? 0));
  if (variant.isArray()) return (variant as ArrayValueObject).getArrayValue().map((row) => row.map((cell) => (cell ? plain(cell) : "")));
  return variant.isNull() ? null : plain(variant);
}

function plain(value: BaseValueObject): CellValue {
  if (value.isError()) return (value as ErrorValueObject).getErrorType();
  return value.isNull() ? "" : (value.getValue() as CellValue);
}

function arrayObject(rows: CellValue[][]): BaseValueObject {
  return rows.length === 0 || !rows[0]?.length ? ErrorValueObject.create(ErrorType.VALUE) : new HostArray(rows);
}
