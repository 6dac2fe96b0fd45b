import { IUndoRedoService, RedoCommand, UndoCommand, ICommandService } from "@univerjs/core";
import { IEditorBridgeService } from "@univerjs/sheets-ui";
import type { Area, CellInput, CellStyle, CellValue, ConditionalRule, DefinedName, GridFunction, SheetInfo, Spreadsheet, SpreadsheetEvents, TableInfo, ValidationRule } from "../spreadsheet";
import { Annotations } from "./annotations";
import { Autofit } from "./autofit";
import { WORKBOOK_ID } from "./blankWorkbook";
import { boot } from "./boot";
import { Calculation } from "./calculation";
import { Cells } from "./cells";
import { ConditionalRules } from "./conditionalRules";
import { addContextMenuEntries, type ContextMenuEntry } from "./contextMenu";
import { FormulaText } from "./formulaText";
import { BusyCells, registerFunctions } from "./functions";
import { areaOf, Grid } from "./grid";
import { Names } from "./names";
import { listenToPerson } from "./person";
import { Selection } from "./selection";
import { Sheets } from "./sheets";
import { SILENT_EVENTS } from "./silentEvents";
import { Structure } from "./structure";
import { CellStyles } from "./styles";
import { Tables } from "./tables";
import { ValidationRules } from "./validationRules";

/** The spreadsheet of the workbench, shown in an element. */
export class UniverSpreadsheet implements Spreadsheet {
  mayEdit: (area: Area) => boolean = () => true;
  events: SpreadsheetEvents = SILENT_EVENTS;

  readonly #grid: Grid;
  readonly #calculation: Calculation;
  readonly #cells: Cells;
  readonly #styles: CellStyles;
  readonly #structure: Structure;
  readonly #autofit: Autofit;
  readonly #sheets: Sheets;
  readonly #names: Names;
  readonly #tables: Tables;
  readonly #selection: Selection;
  readonly #annotations: Annotations;
  readonly #conditionalRules: ConditionalRules;
  readonly #validationRules: ValidationRules;
  readonly #busy = new BusyCells();

  constructor(container: HTMLElement) {
    const { injector, workbook } = boot(container, (services) => Calculation.replaceTrigger(services));
    const grid = new Grid(injector, workbook);
    this.#grid = grid;
    this.#calculation = new Calculation(injector);
    const formulaText = new FormulaText({
      tables: () => this.#tables.list(),
      localNames: () => this.#names.localNames(),
      sheetName: (sheetId) => workbook.getSheetBySheetId(sheetId)?.getName(),
    });
    this.#cells = new Cells(grid, this.#calculation, formulaText);
    this.#styles = new CellStyles(grid);
    this.#structure = new Structure(grid, this.#calculation);
    this.#autofit = new Autofit(grid, this.#cells, this.#styles, this.#structure);
    this.#sheets = new Sheets(grid);
    this.#names = new Names(grid, this.#calculation, formulaText);
    this.#tables = new Tables(grid, this.#calculation, formulaText);
    this.#selection = new Selection(grid, () => this.#sheets.active());
    this.#annotations = new Annotations(grid);
    this.#conditionalRules = new ConditionalRules(grid, formulaText);
    this.#validationRules = new ValidationRules(grid, formulaText);
    registerFunctions(injector, [], this.#busy);
    this.#calculation.onSpillBeyond = (sheetId, rowCount, columnCount) => grid.grow(sheetId, rowCount, columnCount);
    this.#calculation.onCalculated = () => this.events.calculated();
    this.#selection.onChange((areas) => this.events.selectionChanged(areas));
    listenToPerson(grid, this.#cells, this.#selection, {
      events: () => this.events,
      mayEdit: (area) => this.mayEdit(area),
      cellsChanged: (areas) => areas.forEach((area) => this.#tables.touched(area)),
    });
  }

  sheets(): readonly SheetInfo[] {
    return this.#sheets.list();
  }
  addSheet(name: string, position?: number): string {
    return this.#sheets.add(name, position);
  }
  copySheet(sheetId: string, name: string, position: number): string {
    const copy = this.#sheets.copy(sheetId, name, position);
    this.#tables.renameCopies(copy);
    this.#names.copySheet(sheetId, copy);
    return copy;
  }
  deleteSheet(sheetId: string): void {
    this.#names.deleteSheet(sheetId);
    this.#sheets.delete(sheetId);
  }
  renameSheet(sheetId: string, name: string): void {
    this.#sheets.rename(sheetId, name);
  }
  moveSheet(sheetId: string, position: number): void {
    this.#sheets.move(sheetId, position);
  }
  setSheetLook(sheetId: string, look: Partial<Pick<SheetInfo, "hidden" | "tabColor" | "showGridlines" | "frozen">>): void {
    this.#sheets.setLook(sheetId, look);
  }
  activeSheet(): string {
    return this.#sheets.active();
  }
  activateSheet(sheetId: string): void {
    this.#sheets.activate(sheetId);
  }

  values(area: Area): CellValue[][] {
    return this.#cells.values(area);
  }
  formulas(area: Area): CellValue[][] {
    return this.#cells.formulas(area);
  }
  texts(area: Area): string[][] {
    return this.#cells.texts(area);
  }
  write(area: Area, cells: readonly (readonly (CellInput | undefined)[])[]): void {
    this.#cells.write(area, cells);
    this.#tables.touched(area);
  }
  clear(area: Area, what: "Contents" | "Formats" | "All"): void {
    if (what !== "Formats") {
      this.#cells.clearContents(area);
      this.#tables.touched(area);
    }
    if (what !== "Contents") this.#styles.clear(area);
  }
  usedArea(sheetId: string, valuesOnly: boolean): Area | undefined {
    return this.#cells.usedArea(sheetId, valuesOnly);
  }
  styles(area: Area): CellStyle[][] {
    return this.#styles.read(area);
  }
  /** Looks with what conditional formats and tables lay over them. */
  shownStyles(area: Area): CellStyle[][] {
    return this.#styles.shown(area);
  }
  applyStyle(area: Area, style: CellStyle): void {
    this.#styles.apply(area, style);
  }
  insertCells(area: Area, shift: "Down" | "Right"): void {
    this.#structure.insertCells(area, shift);
    this.#sheets.forgetUndo();
  }
  deleteCells(area: Area, shift: "Up" | "Left"): void {
    this.#structure.deleteCells(area, shift);
    this.#sheets.forgetUndo();
  }
  merge(area: Area, across: boolean): void {
    this.#structure.merge(area, across);
  }
  unmerge(area: Area): void {
    this.#structure.unmerge(area);
  }
  merges(sheetId: string): readonly Area[] {
    return this.#structure.merges(sheetId);
  }
  spillArea(sheetId: string, row: number, column: number): Area | undefined {
    const range = this.#grid.spillRanges(sheetId)?.[row]?.[column];
    if (!range || (range.startRow === range.endRow && range.startColumn === range.endColumn)) return undefined;
    return this.#grid.cells(sheetId)[row]?.[column]?.v === "#SPILL!" ? undefined : areaOf(sheetId, range);
  }

  columnWidths(sheetId: string, from: number, count: number): number[] {
    return this.#structure.columnWidths(sheetId, from, count);
  }
  setColumnWidth(sheetId: string, from: number, count: number, points: number): void {
    this.#structure.setColumnWidth(sheetId, from, count, points);
  }
  rowHeights(sheetId: string, from: number, count: number): number[] {
    return this.#structure.rowHeights(sheetId, from, count);
  }
  setRowHeight(sheetId: string, from: number, count: number, points: number): void {
    this.#structure.setRowHeight(sheetId, from, count, points);
  }
  setColumnsHidden(sheetId: string, from: number, count: number, hidden: boolean): void {
    this.#structure.setColumnsHidden(sheetId, from, count, hidden);
  }
  setRowsHidden(sheetId: string, from: number, count: number, hidden: boolean): void {
    this.#structure.setRowsHidden(sheetId, from, count, hidden);
  }
  rowsHidden(sheetId: string, from: number, count: number): boolean[] {
    return this.#structure.rowsHidden(sheetId, from, count);
  }
  columnsHidden(sheetId: string, from: number, count: number): boolean[] {
    return this.#structure.columnsHidden(sheetId, from, count);
  }
  autofitColumns(sheetId: string, from: number, count: number): void {
    this.#autofit.columns(sheetId, from, count);
  }
  autofitRows(sheetId: string, from: number, count: number): void {
    this.#autofit.rows(sheetId, from, count);
  }

  names(): readonly DefinedName[] {
    return this.#names.list();
  }
  setName(name: DefinedName): void {
    this.#names.set(name);
  }
  deleteName(name: string, sheetId?: string): void {
    this.#names.delete(name, sheetId);
  }

  tables(): readonly TableInfo[] {
    return this.#tables.list();
  }
  addTable(name: string, area: Area): string {
    return this.#tables.add(name, area);
  }
  setTable(id: string, change: { readonly name?: string; readonly area?: Area; readonly totals?: boolean }): void {
    this.#tables.set(id, change);
  }
  deleteTable(id: string): void {
    this.#tables.delete(id);
  }
  setTableFilter(id: string, visibleRows: readonly boolean[] | undefined): void {
    this.#tables.setFilter(id, visibleRows);
  }

  setConditionalRules(sheetId: string, rules: readonly ConditionalRule[]): void {
    this.#conditionalRules.set(sheetId, rules);
  }
  setValidationRules(sheetId: string, rules: readonly ValidationRule[]): void {
    this.#validationRules.set(sheetId, rules);
  }
  setHyperlink(sheetId: string, row: number, column: number, link: { readonly address: string; readonly text: string } | undefined): void {
    if (link && link.text !== this.texts({ sheetId, row, column, rowCount: 1, columnCount: 1 })[0]?.[0]) {
      this.write({ sheetId, row, column, rowCount: 1, columnCount: 1 }, [[{ value: link.text }]]);
    }
    this.#annotations.setHyperlink(sheetId, row, column, link?.address);
  }
  setNote(sheetId: string, row: number, column: number, text: string | undefined): void {
    this.#annotations.setNote(sheetId, row, column, text);
  }

  selection(): readonly Area[] {
    return this.#selection.get();
  }
  select(areas: readonly Area[]): void {
    const sheetId = areas[0]?.sheetId;
    if (sheetId !== undefined) this.#sheets.activate(sheetId);
    this.#selection.set(areas);
  }
  /** Entries of the add-in in the menu of a cell. */
  addContextMenuEntries(entries: readonly ContextMenuEntry[]): void {
    addContextMenuEntries(this.#grid.injector, entries);
  }
  isEditing(): boolean {
    return this.#grid.injector.get(IEditorBridgeService).isVisible().visible;
  }

  registerFunctions(functions: readonly GridFunction[]): void {
    registerFunctions(this.#grid.injector, functions, this.#busy);
    this.#calculation.markEverything();
  }
  isPending(): boolean {
    return this.#calculation.isPending;
  }

  async recalculate(all = false): Promise<void> {
    if (all) this.#calculation.markEverything();
    for (const { sheetId, row, column } of this.#busy.take()) this.#calculation.markArea({ sheetId, row, column, rowCount: 1, columnCount: 1 });
    await this.#calculation.settle();
  }
  setAutomaticCalculation(on: boolean): void {
    this.#calculation.setAutomatic(on);
  }

  undo(): void {
    void this.#grid.injector.get(ICommandService).executeCommand(UndoCommand.id);
  }
  redo(): void {
    void this.#grid.injector.get(ICommandService).executeCommand(RedoCommand.id);
  }
  batch<T>(work: () => T): T {
    this.#calculation.suspend();
    try {
      return work();
    } finally {
      this.#calculation.resume();
    }
  }

  reset(sheetName: string): void {
    this.batch(() => {
      for (const name of this.names()) this.deleteName(name.name, name.sheetId);
      for (const table of this.tables()) this.deleteTable(table.id);
      const old = this.sheets().map((sheet) => sheet.id);
      const first = this.addSheet("\u200b", 0);
      this.activateSheet(first);
      for (const id of old) this.deleteSheet(id);
      this.renameSheet(first, sheetName);
      this.#tables.clear();
    });
    this.#grid.injector.get(IUndoRedoService).clearUndoRedo(WORKBOOK_ID);
  }
}

/** Shows a blank workbook in the element; resolves when the grid can be used. */
export async function createUniverSpreadsheet(container: HTMLElement): Promise<UniverSpreadsheet> {
  const spreadsheet = new UniverSpreadsheet(container);
  // A canvas does not wait for its fonts.
  await Promise.all(["11pt Calibri", "bold 11pt Calibri"].map((font) => document.fonts.load(font)));
  await spreadsheet.recalculate();
  return spreadsheet;
}
