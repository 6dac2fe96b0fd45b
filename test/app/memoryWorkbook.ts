import { cellAddress, type Area } from "../../src/sheets/a1";
import type { CellValue } from "../../src/sheets/cellValue";
import type { SheetPlan } from "../../src/sheets/sheetPlan";
import { SETTINGS_TABLE } from "../../src/sheets/formulas/settings";
import { KEY_NAME } from "../../src/sheets/write/accountPlan";
import type { Selection, Workbook } from "../../src/app/workbook";

interface MemorySheet {
  readonly id: string;
  name: string;
  planKey?: string | number;
  readonly plan?: SheetPlan;
}

/** A workbook in memory: one list sheet, and the sheets that use cases add. Records what was asked of it. */
export class MemoryWorkbook implements Workbook {
  readonly added: SheetPlan[] = [];
  readonly opened: string[] = [];
  readonly sheetList: MemorySheet[];
  selected: Selection;
  hidden = new Set<number>();
  settingsRows: readonly string[] | undefined = undefined;
  /** Called before each sheet is added; may throw to make it fail. */
  beforeAdd: (plan: SheetPlan) => void | Promise<void> = () => undefined;
  readonly listeners = new Set<() => void>();

  constructor(
    readonly cells: readonly (readonly CellValue[])[],
    areas: readonly Area[],
    table?: Selection["table"],
  ) {
    const used: Area | undefined = cells.length === 0 ? undefined : { row: 0, column: 0, rowCount: cells.length, columnCount: Math.max(...cells.map((row) => row.length)) };
    this.selected = { sheetName: "Accounts", areas, used, ...(table ? { table } : {}) };
    this.sheetList = [{ id: "list", name: "Accounts" }];
  }

  selection = async () => this.selected;
  values = async (_sheetName: string, area: Area) => ({
    row: area.row,
    column: area.column,
    values: Array.from({ length: area.rowCount }, (_, r) => Array.from({ length: area.columnCount }, (_, c) => this.cells[area.row + r]?.[area.column + c] ?? "")),
  });
  hiddenRows = async (_sheetName: string, area: Area) => Array.from({ length: area.rowCount }, (_, i) => this.hidden.has(area.row + i));
  sheets = async () => this.sheetList.map(({ id, name, planKey }) => ({ id, name, ...(planKey === undefined ? {} : { planKey }) }));
  tableRowNames = async () => this.settingsRows;
  async addSheet(plan: SheetPlan) {
    await this.beforeAdd(plan);
    const keyArea = plan.names.find((name) => name.name === KEY_NAME)?.area;
    const content = keyArea && plan.cells.find((cell) => cell.row === keyArea.row && cell.column === keyArea.column)?.content;
    const planKey = content?.kind === "text" ? content.text : content?.kind === "number" ? content.number : undefined;
    const sheet: MemorySheet = { id: `id ${plan.name}`, name: plan.name, plan, ...(planKey === undefined ? {} : { planKey }) };
    const settings = plan.tables.find((table) => table.name === SETTINGS_TABLE);
    if (settings) {
      const { row, column, rowCount } = settings.area;
      const texts = plan.cells.filter((cell) => cell.column === column && cell.row > row && cell.row < row + rowCount);
      this.settingsRows = texts.map((cell) => (cell.content.kind === "label" ? cell.content.label : cellAddress(cell.row, cell.column)));
    }
    this.added.push(plan);
    this.sheetList.push(sheet);
    return { id: sheet.id, name: sheet.name };
  }
  async openSheet(id: string) {
    this.opened.push(id);
  }
  async removeSheets(ids: readonly string[]) {
    const before = this.sheetList.length;
    this.sheetList.splice(0, before, ...this.sheetList.filter((sheet) => !ids.includes(sheet.id)));
    return before - this.sheetList.length;
  }
  async onSelectionChanged(callback: () => void) {
    this.listeners.add(callback);
    return () => void this.listeners.delete(callback);
  }

  /** As when the person clicks elsewhere. */
  select(areas: readonly Area[]): void {
    this.selected = { ...this.selected, areas };
    for (const listener of this.listeners) listener();
  }
}

export const rows = (row: number, rowCount = 1, column = 0, columnCount = 1): Area => ({ row, column, rowCount, columnCount });

/** Three accounts below a header in row 1. */
export const ACCOUNTS: readonly (readonly CellValue[])[] = [
  ["Account ID", "Account", "Revenue 2024", "Revenue 2025", "Margin"],
  ["A1", "Northwind", 90, 100, 0.1],
  ["A2", "=1+1", 100, 90, 0.2],
  [1003, "Bad:Name?", 10, 20, 0.3],
];
