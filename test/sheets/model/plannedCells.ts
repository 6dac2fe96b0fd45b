import { areaAddress } from "../../../src/sheets/a1";
import type { CellValue } from "../../../src/sheets/cellValue";
import { MODEL_TABLES, type ModelTable } from "../../../src/sheets/model/model";
import type { ModelCells } from "../../../src/sheets/model/modelCells";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";

type Changes = Readonly<Record<string, CellValue>>;

/** The model's tables as Excel would hand them over once the planned sheet is made; formulas read as 0. */
export function cellsOfPlan(plan: SheetPlan, changes: Changes = {}): ModelCells {
  const valueAt = (row: number, column: number): CellValue => {
    const changed = changes[areaAddress({ row, column, rowCount: 1, columnCount: 1 })];
    if (changed !== undefined) return changed;
    const content = plan.cells.find((cell) => cell.row === row && cell.column === column)?.content;
    if (!content) return "";
    switch (content.kind) {
      case "label":
        return content.label;
      case "text":
        return content.text;
      case "number":
        return content.number;
      case "formula":
        return 0;
    }
  };
  const found = Object.entries(MODEL_TABLES).flatMap(([key, name]) => {
    const table = plan.tables.find((planned) => planned.name === name);
    if (!table) return [];
    const { row, column, rowCount, columnCount } = table.area;
    const values = Array.from({ length: rowCount }, (_, r) => Array.from({ length: columnCount }, (_, c) => valueAt(row + r, column + c)));
    return [[key as ModelTable, { sheetName: plan.name, block: { row, column, values } }] as const];
  });
  return Object.fromEntries(found);
}

/** Address of a cell of a table: line 0 is the first below the header. */
export function lineAddress(plan: SheetPlan, table: ModelTable, line: number, column: number): string {
  const area = plan.tables.find((planned) => planned.name === MODEL_TABLES[table])!.area;
  return areaAddress({ row: area.row + 1 + line, column: area.column + column, rowCount: 1, columnCount: 1 });
}

