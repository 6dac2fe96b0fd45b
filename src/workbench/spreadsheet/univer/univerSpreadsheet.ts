import { ICommandService, IUndoRedoService, LifecycleService, LifecycleStages, RedoCommand, UndoCommand } from "@univerjs/core";
import { IEditorBridgeService } from "@univerjs/sheets-ui";
import type { Area, CellInput, CellStyle, CellValue, ConditionalRule, DefinedName, GridFunction, SheetInfo, SheetLook, Spreadsheet, SpreadsheetEvents, TableInfo, ValidationRule } from "../spreadsheet";
import { WORKBOOK_ID } from "./blankWorkbook";
import { addContextMenuEntries, type ContextMenuEntry } from "./contextMenu";
import { evaluateFormula } from "./evaluateFormula";
import { registerFunctions } from "./functions";
import { areaOf } from "./grid";
import { assembleParts, type Parts } from "./parts";
import { copySheet, renameSheet } from "./sheetTexts";
import type { Viewport } from "./viewport";
import { listenToPerson } from "./person";
import { listenToStructure } from "./personStructure";
import { SILENT_EVENTS } from "./silentEvents";

/** The spreadsheet of the workbench, shown in an element. */
export class UniverSpreadsheet implements Spreadsheet {
  mayEdit: (area: Area) => boolean = () => true;
  events: SpreadsheetEvents = SILENT_EVENTS;

  readonly #parts: Parts;

  constructor(container: HTMLElement) {
    const parts = assembleParts(container);
    this.#parts = parts;
    parts.calculation.onCalculated = (computed) => {
      parts.cells.dropOrphanedSpills();
      this.events.calculated(computed);
    };
    parts.selection.onChange((areas) => this.events.selectionChanged(areas));
    listenToPerson(parts.grid, parts.cells, parts.selection, {
      events: () => this.events,
      mayEdit: (area) => this.mayEdit(area),
      sheets: () => parts.sheets.list(),
      cellsChanged: (areas) => areas.forEach((area) => parts.tables.touched(area)),
    });
    listenToStructure(parts.grid, parts.structure, parts.selection, () => parts.tables.list(), {
      structureChanged: (changed) => this.events.structureChanged(changed),
      copyWanted: (sheetId) => this.events.copyWanted(sheetId),
    });
  }

  /** Resolves when the grid is on the screen and takes keys; the host can work with it before. */
  async shown(): Promise<void> {
    await this.#parts.grid.injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }

  sheets(): readonly SheetInfo[] {
    return this.#parts.sheets.list();
  }
  addSheet(name: string, position?: number): string {
    return this.#parts.sheets.add(name, position);
  }
  copySheet(sheetId: string, name: string, position: number): string {
    return copySheet(this.#parts, sheetId, name, position);
  }
  deleteSheet(sheetId: string): void {
    this.#parts.names.deleteSheet(sheetId);
    for (const table of this.tables()) if (table.area.sheetId === sheetId) this.deleteTable(table.id);
    this.#parts.sheets.delete(sheetId);
  }
  renameSheet(sheetId: string, name: string): void {
    renameSheet(this.#parts, sheetId, name);
  }
  moveSheet(sheetId: string, position: number): void {
    this.#parts.sheets.move(sheetId, position);
  }
  setSheetLook(sheetId: string, look: SheetLook): void {
    this.#parts.sheets.setLook(sheetId, look);
  }
  activeSheet(): string {
    return this.#parts.sheets.active();
  }
  activateSheet(sheetId: string): void {
    this.#parts.sheets.activate(sheetId);
  }

  values(area: Area): CellValue[][] {
    return this.#parts.cells.values(area);
  }
  formulas(area: Area): CellValue[][] {
    return this.#parts.cells.formulas(area);
  }
  texts(area: Area): string[][] {
    return this.#parts.cells.texts(area);
  }
  write(area: Area, cells: readonly (readonly (CellInput | undefined)[])[]): void {
    this.#parts.cells.write(area, cells);
    this.#parts.tables.touched(area);
  }
  clear(area: Area, what: "Contents" | "Formats" | "All"): void {
    if (what !== "Formats") {
      this.#parts.cells.clearContents(area);
      this.#parts.tables.touched(area);
    }
    if (what !== "Contents") this.#parts.styles.clear(area);
  }
  usedArea(sheetId: string, valuesOnly: boolean): Area | undefined {
    return this.#parts.cells.usedArea(sheetId, valuesOnly);
  }
  styles(area: Area): CellStyle[][] {
    return this.#parts.styles.read(area);
  }
  /** Looks with what conditional formats and tables lay over them. */
  shownStyles(area: Area): CellStyle[][] {
    return this.#parts.styles.shown(area);
  }
  applyStyle(area: Area, style: CellStyle): void {
    this.#parts.styles.apply(area, style);
  }
  insertCells(area: Area, shift: "Down" | "Right"): void {
    this.#parts.structure.insertCells(area, shift);
    this.#parts.sheets.forgetUndo();
  }
  deleteCells(area: Area, shift: "Up" | "Left"): void {
    this.#parts.structure.deleteCells(area, shift);
    this.#parts.sheets.forgetUndo();
  }
  merge(area: Area, across: boolean): void {
    this.#parts.structure.merge(area, across);
  }
  unmerge(area: Area): void {
    this.#parts.structure.unmerge(area);
  }
  merges(sheetId: string): readonly Area[] {
    return this.#parts.structure.merges(sheetId);
  }
  spillArea(sheetId: string, row: number, column: number): Area | undefined {
    const range = this.#parts.grid.spillRanges(sheetId)?.[row]?.[column];
    if (!range || (range.startRow === range.endRow && range.startColumn === range.endColumn)) return undefined;
    return this.#parts.grid.cells(sheetId)[row]?.[column]?.v === "#SPILL!" ? undefined : areaOf(sheetId, range);
  }

  columnWidths(sheetId: string, from: number, count: number): number[] {
    return this.#parts.structure.columnWidths(sheetId, from, count);
  }
  setColumnWidth(sheetId: string, from: number, count: number, points: number): void {
    this.#parts.structure.setColumnWidth(sheetId, from, count, points);
  }
  rowHeights(sheetId: string, from: number, count: number): number[] {
    return this.#parts.structure.rowHeights(sheetId, from, count);
  }
  setRowHeight(sheetId: string, from: number, count: number, points: number): void {
    this.#parts.structure.setRowHeight(sheetId, from, count, points);
  }
  setColumnsHidden(sheetId: string, from: number, count: number, hidden: boolean): void {
    this.#parts.structure.setColumnsHidden(sheetId, from, count, hidden);
  }
  setRowsHidden(sheetId: string, from: number, count: number, hidden: boolean): void {
    this.#parts.structure.setRowsHidden(sheetId, from, count, hidden);
  }
  rowsHidden(sheetId: string, from: number, count: number): boolean[] {
    return this.#parts.structure.rowsHidden(sheetId, from, count);
  }
  columnsHidden(sheetId: string, from: number, count: number): boolean[] {
    return this.#parts.structure.columnsHidden(sheetId, from, count);
  }
  autofitColumns(sheetId: string, from: number, count: number): void {
    this.#parts.autofit.columns(sheetId, from, count);
  }
  autofitRows(sheetId: string, from: number, count: number): void {
    this.#parts.autofit.rows(sheetId, from, count);
  }

  names(): readonly DefinedName[] {
    return this.#parts.names.list();
  }
  namesOf(sheetId: string | undefined): readonly DefinedName[] {
    return this.#parts.names.listOf(sheetId);
  }
  findName(name: string, sheetId: string | undefined): DefinedName | undefined {
    return this.#parts.names.find(name, sheetId);
  }
  setName(name: DefinedName): void {
    this.#parts.names.set(name);
  }
  deleteName(name: string, sheetId?: string): void {
    this.#parts.names.delete(name, sheetId);
  }

  tables(): readonly TableInfo[] {
    return this.#parts.tables.list();
  }
  addTable(name: string, area: Area): string {
    return this.#parts.tables.add(name, area);
  }
  setTable(id: string, change: { readonly name?: string; readonly area?: Area; readonly totals?: boolean }): void {
    this.#parts.tables.set(id, change);
  }
  deleteTable(id: string): void {
    this.#parts.tables.delete(id);
  }
  setTableFilter(id: string, visibleRows: readonly boolean[] | undefined): void {
    this.#parts.tables.setFilter(id, visibleRows);
  }

  setConditionalRules(sheetId: string, rules: readonly ConditionalRule[]): void {
    this.#parts.conditionalRules.set(sheetId, rules);
  }
  setValidationRules(sheetId: string, rules: readonly ValidationRule[]): void {
    this.#parts.validationRules.set(sheetId, rules);
  }
  setHyperlink(sheetId: string, row: number, column: number, link: { readonly address: string; readonly text: string } | undefined): void {
    if (link && link.text !== this.texts({ sheetId, row, column, rowCount: 1, columnCount: 1 })[0]?.[0]) {
      this.write({ sheetId, row, column, rowCount: 1, columnCount: 1 }, [[{ value: link.text }]]);
    }
    this.#parts.annotations.setHyperlink(sheetId, row, column, link?.address);
  }
  setNote(sheetId: string, row: number, column: number, text: string | undefined): void {
    this.#parts.annotations.setNote(sheetId, row, column, text);
  }

  selection(): readonly Area[] {
    return this.#parts.selection.get();
  }
  select(areas: readonly Area[]): void {
    const sheetId = areas[0]?.sheetId;
    if (sheetId !== undefined) this.#parts.sheets.activate(sheetId);
    this.#parts.selection.set(areas);
  }
  /** Entries of the add-in in the menu of a cell. */
  addContextMenuEntries(entries: readonly ContextMenuEntry[]): void {
    addContextMenuEntries(this.#parts.grid.injector, entries);
  }
  /** Where points of the shown sheet are on screen. */
  get viewport(): Viewport {
    return this.#parts.viewport;
  }
  isEditing(): boolean {
    return this.#parts.grid.injector.get(IEditorBridgeService).isVisible().visible;
  }

  registerFunctions(functions: readonly GridFunction[]): void {
    registerFunctions(this.#parts.grid.injector, functions, this.#parts.busy);
    this.#parts.calculation.markEverything();
  }
  isPending(): boolean {
    return this.#parts.calculation.isPending;
  }

  async recalculate(all = false): Promise<void> {
    if (all) this.#parts.calculation.markEverything();
    for (const { sheetId, row, column } of this.#parts.busy.take()) this.#parts.calculation.markArea({ sheetId, row, column, rowCount: 1, columnCount: 1 });
    await this.#parts.calculation.settle();
  }
  evaluate(formula: string, sheetId: string): Promise<CellValue | CellValue[][]> {
    return evaluateFormula(this.#parts, formula, sheetId);
  }
  setAutomaticCalculation(on: boolean): void {
    this.#parts.calculation.setAutomatic(on);
  }

  undo(): void {
    void this.#parts.grid.injector.get(ICommandService).executeCommand(UndoCommand.id);
  }
  redo(): void {
    void this.#parts.grid.injector.get(ICommandService).executeCommand(RedoCommand.id);
  }
  batch<T>(work: () => T): T {
    this.#parts.calculation.suspend();
    try {
      return work();
    } finally {
      this.#parts.calculation.resume();
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
      this.#parts.tables.clear();
    });
    this.#parts.grid.injector.get(IUndoRedoService).clearUndoRedo(WORKBOOK_ID);
  }
}

/** Opens a blank workbook in the element; resolves when the host can work with it, a moment before it is on the screen. */
export async function createUniverSpreadsheet(container: HTMLElement): Promise<UniverSpreadsheet> {
  const spreadsheet = new UniverSpreadsheet(container);
  // A canvas does not wait for its fonts.
  await Promise.all(["11pt Calibri", "bold 11pt Calibri"].map((font) => document.fonts.load(font)));
  await spreadsheet.recalculate();
  return spreadsheet;
}
