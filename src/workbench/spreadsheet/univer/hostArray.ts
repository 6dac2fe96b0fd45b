import { CellValueType, type ICellData } from "@univerjs/core";
import { ArrayValueObject, type BaseReferenceObject, type BaseValueObject, BooleanValueObject, ERROR_TYPE_SET, ErrorType, ErrorValueObject, NumberValueObject, StringValueObject } from "@univerjs/engine-formula";
import type { CellValue } from "../spreadsheet";
import { valueOf } from "./cells";
import type { CellMatrix } from "./grid";

export type HostRows = readonly (readonly (CellValue | null | undefined)[])[];

/**
 * An array that a function of the add-in returned. The engine's own arrays hold an object per value; with 100,000 rows
 * making them takes longer than the function. This one makes them only when another function asks for them.
 */
export class HostArray extends ArrayValueObject {
  constructor(readonly rows: HostRows) {
    super({ calculateValueList: [], rowCount: rows.length, columnCount: rows[0]?.length ?? 0, unitId: "", sheetId: "", row: -1, column: -1 });
    let values: BaseValueObject[][] | undefined;
    Object.defineProperty(this, "_values", {
      configurable: true,
      get: () => (values ??= rows.map((row) => row.map((value) => valueObject(value ?? 0)))),
      set: (next: BaseValueObject[][]) => {
        values = next;
      },
    });
  }

  cell(row: number, column: number): ICellData {
    return cellData(this.rows[row]?.[column] ?? 0);
  }
}

export function valueObject(value: CellValue): BaseValueObject {
  if (typeof value === "number") return Number.isFinite(value) ? NumberValueObject.create(value) : ErrorValueObject.create(ErrorType.NUM);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return ERROR_TYPE_SET.has(value as ErrorType) ? ErrorValueObject.create(value as ErrorType) : StringValueObject.create(value);
}

function cellData(value: CellValue): ICellData {
  if (typeof value === "number") return Number.isFinite(value) ? { v: value, t: CellValueType.NUMBER } : { v: ErrorType.NUM, t: CellValueType.STRING };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

/** The values behind a reference as they are in the middle of a calculation. */
export function readReference(reference: BaseReferenceObject): CellValue[][] {
  if (reference.getForcedSheetName() && !reference.getForcedSheetId()) return [[ErrorType.REF]];
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  if (startRow < 0 || startColumn < 0) return [[ErrorType.REF]];
  // Newest first: results of this run, blocks spilled in this run, blocks spilled before, cells.
  const results = reference.getCurrentRuntimeSheetData()?.getMatrix() as CellMatrix | undefined;
  const spilling = reference.getCurrentRuntimeActiveArrayFormulaCellData()?.getMatrix() as CellMatrix | undefined;
  const cells = reference.getCurrentActiveSheetData()?.cellData.getMatrix() as CellMatrix | undefined;
  const spilled = reference.getCurrentActiveArrayFormulaCellData()?.getMatrix() as CellMatrix | undefined;
  const rows: CellValue[][] = new Array<CellValue[]>(endRow - startRow + 1);
  for (let row = startRow; row <= endRow; row++) {
    const line = cells?.[row];
    const plain = !results?.[row] && !spilling?.[row] && !spilled?.[row];
    const out = new Array<CellValue>(endColumn - startColumn + 1).fill("");
    for (let column = startColumn; column <= endColumn; column++) {
      // The engine knows which blocks of before are replaced; asking it is slow, so only where there may be one.
      const cell = plain ? line?.[column] : reference.getCellData(row, column);
      if (cell) out[column - startColumn] = valueOf(cell, undefined);
    }
    rows[row - startRow] = out;
  }
  return rows;
}
