import type { Area } from "../../../src/sheets/a1";
import type { SheetPlan } from "../../../src/sheets/sheetPlan";
import type { Entry, LookOfCells, MadeColumns, ScorecardStore, TableState } from "../../../src/app/tiering/scorecardStore";

interface MemoryTable {
  sheetName: string;
  area: Area;
  hasTotals: boolean;
}

/** A workbook in memory as far as results are written into it. Counts its calls and fails on demand. */
export class MemoryScorecards implements ScorecardStore {
  readonly sheets = new Map<string, Entry[][]>();
  readonly tables = new Map<string, MemoryTable>();
  readonly looks: LookOfCells[] = [];
  made: MadeColumns[] = [];
  protectedSheets = new Set<string>();
  printArea: Area | undefined;
  calls: string[] = [];
  largestBlock = 0;
  /** Called before each change; may throw to make it fail. */
  beforeChange: (call: string, count: number) => void = () => undefined;

  put(sheetName: string, row: number, column: number, cells: readonly (readonly Entry[])[]): void {
    const sheet = this.sheetOf(sheetName);
    cells.forEach((line, r) => {
      const target = (sheet[row + r] ??= []);
      line.forEach((cell, c) => (target[column + c] = cell));
    });
  }

  at(sheetName: string, row: number, column: number): Entry {
    return this.sheets.get(sheetName)?.[row]?.[column] ?? "";
  }

  /** Everything in the workbook, to compare before and after. */
  picture(): string {
    const cells = [...this.sheets].map(([name, rows]) => [name, rows.flatMap((row, r) => (row ?? []).flatMap((cell, c) => (cell === "" || cell === undefined ? [] : [[r, c, cell]])))]);
    return JSON.stringify([cells, [...this.tables], this.made]);
  }

  private sheetOf(name: string): Entry[][] {
    const found = this.sheets.get(name) ?? [];
    this.sheets.set(name, found);
    return found;
  }

  private change(call: string): void {
    this.calls.push(call);
    this.beforeChange(call, this.calls.length);
  }

  private tableOf(name: string): MemoryTable {
    const table = this.tables.get(name);
    if (!table) throw new Error(`no table ${name}`);
    return table;
  }

  async table(name: string): Promise<TableState | undefined> {
    const found = [...this.tables].find(([known]) => known.toLowerCase() === name.toLowerCase());
    if (!found) return undefined;
    const [known, { sheetName, area, hasTotals }] = found;
    const last = area.row + area.rowCount + (hasTotals ? 1 : 0);
    const below = (this.sheets.get(sheetName) ?? []).slice(last).some((row) => (row ?? []).some((cell) => cell !== "" && cell !== undefined));
    return {
      name: known,
      sheetId: `id ${sheetName}`,
      sheetName,
      isProtected: this.protectedSheets.has(sheetName),
      area,
      headers: Array.from({ length: area.columnCount }, (_, i) => String(this.at(sheetName, area.row, area.column + i)).replace(/^'/, "")),
      hasTotals,
      hasCellsBelow: below,
    };
  }

  async entries(sheetName: string, { row, column, rowCount, columnCount }: Area): Promise<Entry[][]> {
    return Array.from({ length: rowCount }, (_, r) => Array.from({ length: columnCount }, (_, c) => this.at(sheetName, row + r, column + c)));
  }

  async enter(sheetName: string, area: Area, entries: readonly (readonly Entry[])[]): Promise<void> {
    this.change("enter");
    if (entries.length !== area.rowCount || entries.some((row) => row.length !== area.columnCount)) throw new Error("the block does not fit its area");
    this.largestBlock = Math.max(this.largestBlock, JSON.stringify(entries).length);
    this.put(sheetName, area.row, area.column, entries);
  }

  async fill(sheetName: string, formulas: readonly { readonly area: Area; readonly formula: string }[]): Promise<void> {
    this.change("fill");
    for (const { area, formula } of formulas) this.put(sheetName, area.row, area.column, Array.from({ length: area.rowCount }, () => Array<Entry>(area.columnCount).fill(formula)));
  }

  async clear(sheetName: string, area: Area): Promise<void> {
    this.change("clear");
    this.put(sheetName, area.row, area.column, Array.from({ length: area.rowCount }, () => Array<Entry>(area.columnCount).fill("")));
  }

  async addSheet(plan: SheetPlan): Promise<{ id: string; name: string }> {
    this.change("addSheet");
    this.sheetOf(plan.name);
    for (const { row, column, content } of plan.cells) {
      const entry = content.kind === "text" ? `'${content.text}` : content.kind === "label" ? content.label : content.kind === "number" ? content.number : content.formula;
      this.put(plan.name, row, column, [[entry]]);
    }
    for (const { name, area } of plan.tables) this.tables.set(name, { sheetName: plan.name, area, hasTotals: false });
    return { id: `id ${plan.name}`, name: plan.name };
  }

  async removeSheets(ids: readonly string[]): Promise<void> {
    this.change("removeSheets");
    for (const id of ids) {
      const name = id.replace(/^id /, "");
      this.sheets.delete(name);
      for (const [table, { sheetName }] of [...this.tables]) if (sheetName === name) this.tables.delete(table);
    }
  }

  async renameSheet(id: string, name: string): Promise<void> {
    this.change("renameSheet");
    const old = id.replace(/^id /, "");
    this.sheets.set(name, this.sheetOf(old));
    this.sheets.delete(old);
    const renamed = (cell: Entry): Entry => (typeof cell === "string" && cell.startsWith("=") ? cell.replaceAll(`'${old}'!`, `'${name}'!`) : cell);
    for (const rows of this.sheets.values()) rows.forEach((row, r) => (rows[r] = (row ?? []).map(renamed)));
  }

  async addTable(sheetName: string, area: Area, name: string): Promise<void> {
    this.change("addTable");
    this.tables.set(name, { sheetName, area, hasTotals: false });
  }

  async resizeTable(name: string, area: Area): Promise<void> {
    this.change("resizeTable");
    this.tableOf(name).area = area;
  }

  async addRows(name: string, count: number): Promise<void> {
    this.change("addRows");
    const table = this.tableOf(name);
    this.sheetOf(table.sheetName).splice(table.area.row + table.area.rowCount, 0, ...Array.from({ length: count }, () => []));
    table.area = { ...table.area, rowCount: table.area.rowCount + count };
  }

  async deleteRows(name: string, rows: readonly number[]): Promise<void> {
    this.change("deleteRows");
    const table = this.tableOf(name);
    for (const row of [...rows].sort((a, b) => b - a)) this.sheetOf(table.sheetName).splice(table.area.row + 1 + row, 1);
    table.area = { ...table.area, rowCount: table.area.rowCount - rows.length };
  }

  async addColumns(name: string, headers: readonly string[]): Promise<void> {
    this.change("addColumns");
    const table = this.tableOf(name);
    this.put(table.sheetName, table.area.row, table.area.column + table.area.columnCount, [headers.map((header) => `'${header}`)]);
    table.area = { ...table.area, columnCount: table.area.columnCount + headers.length };
  }

  async deleteColumns(name: string, headers: readonly string[]): Promise<void> {
    this.change("deleteColumns");
    const table = this.tableOf(name);
    for (const header of headers) {
      const place = ((await this.table(name))?.headers ?? []).indexOf(header);
      for (const row of this.sheetOf(table.sheetName)) row?.splice(table.area.column + place, 1);
      table.area = { ...table.area, columnCount: table.area.columnCount - 1 };
    }
  }

  async applyLooks(_sheetName: string, looks: readonly LookOfCells[]): Promise<void> {
    this.change("applyLooks");
    this.looks.push(...looks);
  }

  async setPrintArea(_sheetName: string, area: Area): Promise<void> {
    this.change("setPrintArea");
    this.printArea = area;
  }

  async madeColumns(): Promise<readonly MadeColumns[]> {
    return this.made;
  }

  async rememberColumns(made: MadeColumns): Promise<void> {
    this.change("rememberColumns");
    this.made = [...this.made.filter(({ table }) => table !== made.table), made];
  }
}
