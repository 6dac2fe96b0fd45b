import type { Injector, IRange } from "@univerjs/core";
import { BaseReferenceObject, IFormulaCurrentConfigService, IFormulaRuntimeService } from "@univerjs/engine-formula";

type Blocks = Record<number, Record<number, IRange> | undefined> | undefined;

/**
 * What a formula reads in a cell during a calculation: what was computed just now, else what a block spilled there
 * before, else what is in the cell. The engine makes two tables of all blocks for each cell it reads, and through
 * references to several cells still sees what a block held before it shrank.
 */
export function readCellsAsTheyAre(injector: Injector): void {
  const runtime = injector.get(IFormulaRuntimeService);
  const config = injector.get(IFormulaCurrentConfigService);
  BaseReferenceObject.prototype.getCellData = function getCellData(this: BaseReferenceObject, row, column) {
    const computed = this.getCurrentRuntimeSheetData();
    const now = computed?.getValue(row, column) || this.getCurrentRuntimeActiveArrayFormulaCellData()?.getValue(row, column);
    if (now) return now;
    const spilled = this.getCurrentActiveArrayFormulaCellData()?.getValue(row, column);
    if (spilled) {
      const blocks = runtime.getUnitArrayFormula()[this.getUnitId()]?.[this.getSheetId()] as Blocks;
      const owner = ownerOf(config.getArrayFormulaRange()[this.getUnitId()]?.[this.getSheetId()] as Blocks, row, column);
      const isNew = owner && (blocks?.[owner.startRow]?.[owner.startColumn] || computed?.getValue(owner.startRow, owner.startColumn));
      if (!isNew) return spilled;
    }
    return this.getCurrentActiveSheetData()?.cellData.getValue(row, column);
  };
}

function ownerOf(blocks: Blocks, row: number, column: number): IRange | undefined {
  for (const line of Object.values(blocks ?? {})) {
    for (const range of Object.values(line ?? {})) {
      if (row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn) return range;
    }
  }
  return undefined;
}
