import { CommandType, generateRandomId, ICommandService } from "@univerjs/core";
import { RemoveSuperTableMutation, SetSuperTableMutation } from "@univerjs/engine-formula";
import { MarkDirtyFilterChangeMutation, INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { SheetsRenderService } from "@univerjs/sheets-ui";
import { AddSheetTableMutation, DeleteSheetTableMutation, SetSheetTableMutation, TableManager } from "@univerjs/sheets-table";
import type { Area, TableInfo } from "../spreadsheet";
import { WORKBOOK_ID } from "./blankWorkbook";
import type { Calculation } from "./calculation";
import { filledCells, textOf, valueOf } from "./cells";
import { engineTable, engineTitle, totalsTable, type FormulaText } from "./formulaText";
import { areaOf, rangeOf, type Grid } from "./grid";

/** Column titles as the engine's formulas look them up, in any case. */
class Titles extends Map<string, number> {
  override get(title: string): number | undefined {
    return super.get(title.toUpperCase());
  }

  add(title: string, index: number): void {
    const key = engineTitle(title).trim().toUpperCase();
    if (!super.has(key)) super.set(key, index);
  }
}

/** Tables: named blocks with titles that formulas refer to by name. */
export class Tables {
  readonly #manager: TableManager;
  /** Rows of a sheet that a table's filter hides. */
  readonly #filtered = new Map<string, { readonly sheetId: string; readonly firstRow: number; readonly visible: readonly boolean[] }>();

  readonly #totals = new Set<string>();
  /** The list as it was made last, until something changes: formulas ask for it cell by cell. */
  #list: readonly TableInfo[] | undefined;

  constructor(
    readonly grid: Grid,
    readonly calculation: Calculation,
    readonly formulaText: FormulaText,
  ) {
    this.#manager = grid.injector.get(TableManager);
    grid.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.ROW_FILTERED, {
      id: "table-filter",
      priority: 100,
      handler: (filtered, location, next) => next(filtered || this.#isFiltered(location.subUnitId, location.row)),
    });
    // The rows of a filter have no height only after the drawing measured them anew.
    grid.injector.get(SheetsRenderService).registerSkeletonChangingMutations(MarkDirtyFilterChangeMutation.id);
    grid.injector.get(ICommandService).onCommandExecuted(({ type }) => {
      if (type === CommandType.MUTATION) this.#list = undefined;
    });
    // The component tells the engine about a table with titles as they were first; this tells it again, as they are.
    this.#manager.tableAdd$.subscribe(({ tableId }) => this.announce(tableId));
    this.#manager.tableRangeChanged$.subscribe(({ tableId }) => this.announce(tableId));
    this.#manager.tableNameChanged$.subscribe(({ tableId }) => this.announce(tableId));
    this.#manager.tableDelete$.subscribe(() => this.formulaText.forget());
  }

  list(): readonly TableInfo[] {
    return (this.#list ??= this.#read());
  }

  #read(): TableInfo[] {
    return this.#manager.getTableList(WORKBOOK_ID).map((table) => {
      const area = areaOf(table.subUnitId, table.range);
      return { id: table.id, name: table.name, area, columns: this.#titles(area) };
    });
  }

  add(name: string, area: Area): string {
    const tableId = generateRandomId(10);
    this.grid.grow(area.sheetId, area.row + area.rowCount, area.column + area.columnCount);
    this.grid.mutate(AddSheetTableMutation, { subUnitId: area.sheetId, tableId, name, range: rangeOf(area), header: this.#titles(area), options: { showHeader: true } });
    return tableId;
  }

  set(id: string, change: { readonly name?: string; readonly area?: Area; readonly totals?: boolean }): void {
    const table = this.#table(id);
    const subUnitId = table.getSubunitId();
    if (change.area) this.grid.mutate(SetSheetTableMutation, { subUnitId, tableId: id, config: { updateRange: { newRange: rangeOf(change.area) } } });
    if (change.totals !== undefined && change.totals !== this.#totals.has(id)) {
      if (change.totals) this.#totals.add(id);
      else this.#totals.delete(id);
      this.#forgetNames(table.getDisplayName());
      this.announce(id);
    }
    if (change.name !== undefined && change.name !== table.getDisplayName()) {
      this.#renameInFormulas(table.getDisplayName(), change.name);
      this.#forgetNames(table.getDisplayName());
      this.grid.mutate(SetSheetTableMutation, { subUnitId, tableId: id, config: { name: change.name } });
    }
  }

  delete(id: string): void {
    this.setFilter(id, undefined);
    this.#totals.delete(id);
    const table = this.#table(id);
    this.grid.mutate(DeleteSheetTableMutation, { subUnitId: table.getSubunitId(), tableId: id });
    this.#forgetNames(table.getDisplayName());
  }

  setFilter(id: string, visibleRows: readonly boolean[] | undefined): void {
    const before = this.#filtered.get(id);
    if (visibleRows) {
      const { startRow } = this.#table(id).getRange();
      this.#filtered.set(id, { sheetId: this.#table(id).getSubunitId(), firstRow: startRow + 1, visible: visibleRows });
    } else {
      this.#filtered.delete(id);
    }
    if (before || visibleRows) {
      const { sheetId } = (this.#filtered.get(id) ?? before) as { sheetId: string };
      this.grid.mutate(MarkDirtyFilterChangeMutation, { subUnitId: sheetId });
      this.calculation.markRowsShown(sheetId);
    }
  }

  /** Names that the tables of a copied sheet get, by the names of the originals. */
  copyNames(sheetId: string): ReadonlyMap<string, string> {
    const tables = this.#manager.getTableList(WORKBOOK_ID);
    const taken = new Set(tables.map((table) => table.name.toUpperCase()));
    const names = new Map<string, string>();
    for (const table of tables) {
      if (table.subUnitId !== sheetId) continue;
      let number = 2;
      while (taken.has(`${table.name}${number}`.toUpperCase())) number++;
      const name = `${table.name}${number}`;
      taken.add(name.toUpperCase());
      names.set(table.name, name);
    }
    return names;
  }

  /** The tables of a sheet that was copied, with their titles as they are and their totals rows. */
  announceCopies(copies: ReadonlyMap<string, string>): void {
    const tables = new Map(this.#manager.getTableList(WORKBOOK_ID).map((table) => [table.name, table.id]));
    for (const [original, copy] of copies) {
      const [from, to] = [tables.get(original), tables.get(copy)];
      if (to === undefined) continue;
      if (from !== undefined && this.#totals.has(from)) this.#totals.add(to);
      this.announce(to);
    }
  }

  /** After cells of an area changed: titles among them change what formulas can name. */
  touched(area: Area): void {
    for (const table of this.list()) {
      const t = table.area;
      const overlaps = t.sheetId === area.sheetId && area.row <= t.row && area.row + area.rowCount > t.row && area.column < t.column + t.columnCount && area.column + area.columnCount > t.column;
      if (overlaps) this.announce(table.id);
    }
  }

  announce(id: string): void {
    const table = this.#manager.getTableById(WORKBOOK_ID, id);
    if (!table) return;
    this.formulaText.forget();
    const titleMap = new Titles();
    this.#titles(areaOf(table.getSubunitId(), table.getRange())).forEach((title, index) => titleMap.add(title, index));
    const sheetId = table.getSubunitId();
    const range = table.getRange();
    const name = table.getDisplayName();
    for (const tableName of new Set([name, engineTable(name)])) this.grid.mutate(SetSuperTableMutation, { tableName, reference: { range: { ...range }, sheetId, titleMap } });
    if (!this.#totals.has(id)) return;
    // The engine takes the last row for totals; they are told to it as a table of one row, its header.
    const row = { ...range, startRow: range.endRow + 1, endRow: range.endRow + 1 };
    this.grid.mutate(SetSuperTableMutation, { tableName: totalsTable(name), reference: { range: row, sheetId, titleMap } });
  }

  #forgetNames(name: string): void {
    for (const tableName of new Set([name, engineTable(name), totalsTable(name)])) this.grid.mutate(RemoveSuperTableMutation, { tableName });
  }

  clear(): void {
    this.#totals.clear();
    this.#filtered.clear();
  }

  #table(id: string) {
    const table = this.#manager.getTableById(WORKBOOK_ID, id);
    if (!table) throw new Error(`there is no table with the id ${id}`);
    return table;
  }

  #titles(area: Area): string[] {
    const cells = this.grid.cells(area.sheetId)[area.row] as Record<number, Parameters<typeof valueOf>[0]> | undefined;
    return Array.from({ length: area.columnCount }, (_, i) => textOf(valueOf(cells?.[area.column + i], undefined), undefined) || `Column${i + 1}`);
  }

  #isFiltered(sheetId: string, row: number): boolean {
    for (const filter of this.#filtered.values()) {
      if (filter.sheetId === sheetId && filter.visible[row - filter.firstRow] === false) return true;
    }
    return false;
  }

  #renameInFormulas(before: string, after: string, sheetIds = this.grid.workbook.getSheets().map((sheet) => sheet.getSheetId())): void {
    for (const form of [(name: string) => name, totalsTable, ...(engineTable(before) === before ? [] : [engineTable])]) this.#replaceInFormulas(form(before), form(after), sheetIds);
  }

  #replaceInFormulas(before: string, after: string, sheetIds: readonly string[]): void {
    const pattern = new RegExp(`(?<![\\w.\\u00c0-\\uffff'"])${before.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?=\\[|(?![\\w.\\u00c0-\\uffff(!]))`, "gi");
    for (const sheetId of sheetIds) {
      for (const [row, column, cell] of filledCells(this.grid.cells(sheetId))) {
        if (!cell.f || !pattern.test(cell.f)) continue;
        pattern.lastIndex = 0;
        cell.f = cell.f.replace(pattern, after);
        this.calculation.markFormula(sheetId, row, column);
      }
    }
  }
}

/** A table's name as it stands in formulas of the engine, with what stands for it after a change. */
export function tableWords(before: string, after: string): [string, string][] {
  return [(name: string) => name, engineTable, totalsTable].map((form) => [form(before).toUpperCase(), form(after)]);
}
