import { cellAddress, type Area } from "../../src/sheets/a1";
import type { CellValue } from "../../src/sheets/cellValue";
import type { SheetPlan } from "../../src/sheets/sheetPlan";
import { SETTINGS_TABLE } from "../../src/sheets/formulas/settings";
import { KEY_NAME } from "../../src/sheets/plan/planNames";
import type { Content } from "../../src/app/plans/carryOver/sheetContent";
import type { Selection, SheetSummary, Workbook } from "../../src/app/workbook";

/** What a sheet holds, and the places of its own names; tables are kept among them. */
export interface MemoryContent {
  cells: Content[][];
  names: Map<string, Area>;
}

export interface MemorySheet {
  readonly id: string;
  name: string;
  content: MemoryContent;
}

export function plannedContent(plan: SheetPlan): MemoryContent {
  const cells: Content[][] = [];
  for (const { row, column, content } of plan.cells) put(cells, row, column, content.kind === "formula" ? { formula: content.formula, value: "" } : content.kind === "number" ? content.number : content.kind === "label" ? content.label : content.text);
  return { cells, names: new Map([...plan.names, ...plan.tables].map(({ name, area }) => [name, area])) };
}

/** Writes a cell, with empty ones up to it. */
export function put(cells: Content[][], row: number, column: number, content: Content): void {
  while (cells.length <= row) cells.push([]);
  const line = cells[row] as Content[];
  while (line.length < column) line.push("");
  line[column] = content;
}

/** The name by which a former plan is known, as Excel's side writes it. */
export const FORMER = "KAM_Former";

/** A workbook in memory: one list sheet, and the sheets that use cases add. Records what was asked of it. */
export class MemoryWorkbook implements Workbook {
  readonly added: SheetPlan[] = [];
  readonly opened: string[] = [];
  readonly sheetList: MemorySheet[];
  selected: Selection;
  hidden = new Set<number>();
  settingsRows: readonly string[] | undefined = undefined;
  /** The sheet the workbook's mark of the template leads to. */
  templateId: string | undefined = undefined;
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
    this.sheetList = [{ id: "list", name: "Accounts", content: { cells: cells.map((row) => [...row]), names: new Map() } }];
  }

  selection = async () => this.selected;
  values = async (_sheetName: string, area: Area) => ({
    row: area.row,
    column: area.column,
    values: Array.from({ length: area.rowCount }, (_, r) => Array.from({ length: area.columnCount }, (_, c) => this.cells[area.row + r]?.[area.column + c] ?? "")),
  });
  hiddenRows = async (_sheetName: string, area: Area) => Array.from({ length: area.rowCount }, (_, i) => this.hidden.has(area.row + i));
  sheets = async (): Promise<SheetSummary[]> =>
    this.sheetList.map(({ id, name, content }) => {
      const keyCell = content.names.get(KEY_NAME);
      const key = keyCell && content.cells[keyCell.row]?.[keyCell.column];
      return { id, name, ...(typeof key === "number" || (typeof key === "string" && key !== "") ? { planKey: key } : {}), ...(keyCell ? { keyCell } : {}), ...(content.names.has(FORMER) ? { isFormer: true } : {}), ...(id === this.templateId ? { isTemplate: true } : {}) };
    });
  tableRowNames = async () => this.settingsRows;
  async addSheet(plan: SheetPlan) {
    await this.beforeAdd(plan);
    const sheet: MemorySheet = { id: `id ${plan.name}`, name: plan.name, content: plannedContent(plan) };
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
    const gone = this.sheetList.filter((sheet) => ids.includes(sheet.id));
    for (const sheet of gone) {
      this.sheetList.splice(this.sheetList.indexOf(sheet), 1);
      this.rewriteFormulas((formula) => formula.replaceAll(`${quoted(sheet.name)}!`, "#REF!"));
    }
    return gone.length;
  }
  async onSelectionChanged(callback: () => void) {
    this.listeners.add(callback);
    return () => void this.listeners.delete(callback);
  }

  /** As Excel does: formulas over the sheet follow its name. */
  rename(sheet: MemorySheet, name: string): void {
    const before = sheet.name;
    sheet.name = name;
    this.rewriteFormulas((formula) => formula.replaceAll(`${quoted(before)}!`, (at, place: number, whole: string) => (whole[place - 1] === "#" ? at : `${quoted(name)}!`)));
  }

  private rewriteFormulas(change: (formula: string) => string): void {
    for (const { content } of this.sheetList) {
      content.cells = content.cells.map((row) => row.map((cell) => (typeof cell === "object" ? { ...cell, formula: change(cell.formula) } : cell)));
    }
  }

  /** As when the person clicks elsewhere. */
  select(areas: readonly Area[]): void {
    this.selected = { ...this.selected, areas };
    for (const listener of this.listeners) listener();
  }
}

export const quoted = (name: string) => `'${name.replace(/'/g, "''")}'`;

export const rows = (row: number, rowCount = 1, column = 0, columnCount = 1): Area => ({ row, column, rowCount, columnCount });

/** Three accounts below a header in row 1. */
export const ACCOUNTS: readonly (readonly CellValue[])[] = [
  ["Account ID", "Account", "Revenue 2024", "Revenue 2025", "Margin"],
  ["A1", "Northwind", 90, 100, 0.1],
  ["A2", "=1+1", 100, 90, 0.2],
  [1003, "Bad:Name?", 10, 20, 0.3],
];
