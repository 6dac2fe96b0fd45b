import { BooleanNumber, cloneWorksheetData, generateRandomId, IUndoRedoService, type IWorksheetData } from "@univerjs/core";
import {
  CopySheetCommand,
  InsertSheetMutation,
  RemoveSheetCommand,
  SetFrozenMutation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SheetInterceptorService,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import { AddConditionalRuleMutation } from "@univerjs/sheets-conditional-formatting";
import { AddSheetTableMutation } from "@univerjs/sheets-table";
import type { SheetInfo, SheetLook } from "../spreadsheet";
import { blankSheet, WORKBOOK_ID } from "./blankWorkbook";
import { SetZoomRatioOperation } from "@univerjs/sheets-ui";
import { AddDataValidationMutation } from "@univerjs/data-validation";
import { filledCells } from "./cells";
import type { CellMatrix, Grid } from "./grid";
import { hex } from "./styleMapping";

/** What is other on the copy of a sheet: names of its tables by those of the original, and formulas. */
export interface SheetCopy {
  readonly tables: ReadonlyMap<string, string>;
  readonly rewrite: (formula: string) => string;
}

/** The sheets of the workbook and how each as a whole looks. */
export class Sheets {
  constructor(readonly grid: Grid) {}

  list(): SheetInfo[] {
    return this.grid.workbook.getSheets().map((sheet) => {
      const { freeze, hidden, showGridlines, tabColor, zoomRatio } = sheet.getConfig();
      return {
        id: sheet.getSheetId(),
        name: sheet.getName(),
        hidden: hidden === BooleanNumber.TRUE,
        tabColor: tabColor ? hex(tabColor) : "",
        showGridlines: showGridlines !== BooleanNumber.FALSE,
        zoom: Math.round((zoomRatio || 1) * 100),
        frozen: { rows: freeze?.ySplit ?? 0, columns: freeze?.xSplit ?? 0 },
      };
    });
  }

  add(name: string, position = this.grid.workbook.getSheetSize()): string {
    const id = generateRandomId(10);
    this.#insert(position, blankSheet(id, name));
    return id;
  }

  /**
   * Everything the component keeps for a sheet is copied: cells, looks, merges, sizes, notes, links. The host keeps the
   * rules and hands them over. Formulas are rewritten before the sheet is inserted, so they are read once.
   */
  copy(sheetId: string, id: string, name: string, position: number, { tables, rewrite }: SheetCopy): void {
    const sheet = { ...cloneWorksheetData(this.grid.worksheet(sheetId).getConfig()), id, name };
    for (const [, , cell] of filledCells(sheet.cellData as CellMatrix)) if (cell.f) cell.f = rewrite(cell.f);
    const { redos } = this.grid.injector
      .get(SheetInterceptorService)
      .onCommandExecute({ id: CopySheetCommand.id, params: { unitId: WORKBOOK_ID, subUnitId: sheetId, targetSubUnitId: id } });
    this.#insert(position, sheet);
    for (const redo of redos) {
      if (redo.id === AddConditionalRuleMutation.id || redo.id === AddDataValidationMutation.id) continue;
      const params = redo.params as { name?: string };
      this.grid.run([redo.id === AddSheetTableMutation.id ? { ...redo, params: { ...params, name: tables.get(params.name ?? "") ?? params.name } } : redo]);
    }
  }

  /** The view goes to every new sheet; what a person sees stays where it was. */
  #insert(position: number, sheet: IWorksheetData): void {
    const active = this.active();
    this.grid.mutate(InsertSheetMutation, { index: position, sheet });
    this.activate(active);
  }

  delete(sheetId: string): void {
    if (this.active() === sheetId) {
      const others = this.list().filter((sheet) => sheet.id !== sheetId);
      const next = others.find((sheet) => !sheet.hidden) ?? others[0];
      if (!next) throw new Error("a workbook needs at least one sheet");
      this.activate(next.id);
    }
    this.grid.command(RemoveSheetCommand, { subUnitId: sheetId });
    // The view forgets which sheet it shows when another is deleted.
    this.grid.command(SetWorksheetActiveOperation, { subUnitId: this.active() });
    this.forgetUndo();
  }

  rename(sheetId: string, name: string): void {
    this.grid.mutate(SetWorksheetNameMutation, { subUnitId: sheetId, name });
    this.forgetUndo();
  }

  move(sheetId: string, position: number): void {
    const fromOrder = this.list().findIndex((sheet) => sheet.id === sheetId);
    this.grid.mutate(SetWorksheetOrderMutation, { subUnitId: sheetId, fromOrder, toOrder: position });
  }

  setLook(sheetId: string, look: SheetLook): void {
    const params = { subUnitId: sheetId };
    if (look.hidden !== undefined) {
      if (look.hidden && this.active() === sheetId) {
        const other = this.list().find((sheet) => sheet.id !== sheetId && !sheet.hidden);
        if (other) this.activate(other.id);
      }
      this.grid.mutate(SetWorksheetHideMutation, { ...params, hidden: look.hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE });
    }
    if (look.tabColor !== undefined) this.grid.mutate(SetTabColorMutation, { ...params, color: look.tabColor });
    if (look.showGridlines !== undefined) this.grid.mutate(ToggleGridlinesMutation, { ...params, showGridlines: look.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE });
    // The grid zooms from 10 to 400 per cent, as Excel does.
    if (look.zoom !== undefined) this.grid.command(SetZoomRatioOperation, { ...params, zoomRatio: Math.min(4, Math.max(0.1, look.zoom / 100)) });
    if (look.frozen) {
      const { rows, columns } = look.frozen;
      this.grid.mutate(SetFrozenMutation, { ...params, ySplit: rows, xSplit: columns, startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1 });
    }
  }

  active(): string {
    return this.grid.workbook.getActiveSheet(true)?.getSheetId() ?? (this.list()[0] as SheetInfo).id;
  }

  activate(sheetId: string): void {
    if (this.active() === sheetId) return;
    this.grid.command(SetWorksheetActiveOperation, { subUnitId: sheetId });
  }

  /** What a person did before no longer fits the sheets, so it cannot be undone. */
  forgetUndo(): void {
    this.grid.injector.get(IUndoRedoService).clearUndoRedo(WORKBOOK_ID);
  }
}
