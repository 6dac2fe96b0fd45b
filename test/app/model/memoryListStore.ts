import type { AccountListStore, CellFix, ListPlace, NewColumn } from "../../../src/app/model/accountListStore";
import type { Selection } from "../../../src/app/workbook";
import type { Area } from "../../../src/sheets/a1";
import type { CellValue } from "../../../src/sheets/cellValue";

/** One sheet with a list in memory; as a table when it gets a name. */
export class MemoryListStore implements AccountListStore {
  readonly fixed: (readonly CellFix[])[] = [];
  readonly added: NewColumn[] = [];
  readonly visited: string[] = [];
  merged: readonly Area[] = [];
  hidden = new Set<number>();
  /** How many cells were asked for, request by request. */
  readonly reads: Area[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly cells: CellValue[][],
    readonly tableName?: string,
    readonly sheetName = "Accounts",
  ) {}

  private get used(): Area | undefined {
    return this.cells.length === 0 ? undefined : { row: 0, column: 0, rowCount: this.cells.length, columnCount: Math.max(...this.cells.map((row) => row.length)) };
  }
  selection = async (): Promise<Selection> => ({
    sheetName: this.sheetName,
    areas: [{ row: 1, column: 0, rowCount: 1, columnCount: 1 }],
    used: this.used,
    ...(this.tableName !== undefined && this.used ? { table: { name: this.tableName, area: this.used, hasHeader: true, hasTotals: false } } : {}),
  });
  table = async (name: string) => (name === this.tableName ? this.selection() : undefined);
  sheet = async (sheetName: string) => (sheetName === this.sheetName ? { sheetName, areas: [], used: this.used } : undefined);
  values = async (_sheetName: string, area: Area) => {
    this.reads.push(area);
    return { row: area.row, column: area.column, values: Array.from({ length: area.rowCount }, (_, r) => Array.from({ length: area.columnCount }, (_, c) => this.cells[area.row + r]?.[area.column + c] ?? "")) };
  };
  mergedAreas = async () => this.merged;
  hiddenRows = async (_sheetName: string, area: Area) => Array.from({ length: area.rowCount }, (_, i) => this.hidden.has(area.row + i));
  async fix(_sheetName: string, fixes: readonly CellFix[]): Promise<void> {
    this.fixed.push(fixes);
    for (const { row, column, to } of fixes) (this.cells[row] as CellValue[])[column] = to;
    this.tell();
  }
  async addColumns(place: ListPlace, columns: readonly NewColumn[]): Promise<void> {
    this.added.push(...columns);
    this.cells[place.headerRow]?.push(...columns.map(({ header }) => header));
    this.tell();
  }
  async unmerge(): Promise<void> {
    this.merged = [];
  }
  async goTo(sheetName: string, address: string): Promise<void> {
    this.visited.push(`${sheetName}!${address}`);
  }
  async watch(_sheetName: string, onChange: () => void) {
    this.listeners.add(onChange);
    return () => void this.listeners.delete(onChange);
  }
  edit(row: number, column: number, value: CellValue): void {
    (this.cells[row] as CellValue[])[column] = value;
    this.tell();
  }
  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
