import { ICalculateFormulaService } from "@univerjs/engine-formula";
import type { CellValue } from "../spreadsheet";
import { WORKBOOK_ID } from "./blankWorkbook";
import type { Parts } from "./parts";

/** Computes a formula that stands in no cell, once nothing is pending; no run may begin meanwhile. */
export async function evaluateFormula({ grid, calculation, formulaText }: Parts, formula: string, sheetId: string): Promise<CellValue | CellValue[][]> {
  await calculation.settle();
  calculation.suspend();
  try {
    const service = grid.injector.get(ICalculateFormulaService);
    const formulas = { [WORKBOOK_ID]: { [sheetId]: { 0: { 0: [formulaText.toEngine(formula, sheetId, 0, 0)] } } } };
    const answer = await service.executeFormulas(formulas);
    const value: unknown = answer[WORKBOOK_ID]?.[sheetId]?.[0]?.[0]?.[0]?.value;
    return Array.isArray(value) ? value.map((row: readonly unknown[]) => row.map(plain)) : plain(value);
  } finally {
    calculation.resume();
  }
}

function plain(value: unknown): CellValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : "";
}
