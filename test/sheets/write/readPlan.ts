import { cellAddress } from "../../../src/sheets/a1";
import type { CellContent, SheetPlan } from "../../../src/sheets/sheetPlan";

/** What a planned cell holds, by its address (with or without `$`). */
export function contentAt(plan: SheetPlan, address: string): CellContent | undefined {
  const plain = address.replace(/\$/g, "");
  return plan.cells.find((cell) => cellAddress(cell.row, cell.column) === plain)?.content;
}

export function formulaAt(plan: SheetPlan, address: string): string {
  const content = contentAt(plan, address);
  return content?.kind === "formula" ? content.formula : "";
}

export const formulasOf = (plan: SheetPlan): string[] => plan.cells.flatMap((cell) => (cell.content.kind === "formula" ? [cell.content.formula] : []));

/** Function names a formula calls. */
export const functionsOf = (formula: string): string[] => [...formula.replace(/"[^"]*"/g, '""').matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map((m) => m[1] as string);
