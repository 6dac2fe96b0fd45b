import { CanceledError, CommandType, ICommandService, ObjectMatrix, type ICommandInfo, type IRange } from "@univerjs/core";
import {
  AFTER_CELL_EDIT,
  BEFORE_CELL_EDIT,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SheetInterceptorService,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import { IEditorBridgeService, SetCellEditVisibleOperation } from "@univerjs/sheets-ui";
import type { Area, SheetInfo, SpreadsheetEvents } from "../spreadsheet";
import type { Cells } from "./cells";
import { areaOf, type CellMatrix, type Grid } from "./grid";
import type { Selection } from "./selection";

const SHEET_CHANGES: ReadonlySet<string> = new Set([InsertSheetMutation, RemoveSheetMutation, SetWorksheetNameMutation, SetWorksheetOrderMutation, SetWorksheetHideMutation, SetTabColorMutation].map((m) => m.id));

/** Commands of the keyboard, the menus and the mouse that change cells; in one of these a locked cell refuses. */
const EDITS = /^sheet\.command\.(?:set-range-values|clear-selection-(?:content|all|format)|delete-range|insert-range|insert-(?:row|col|multi)|remove-(?:row|col)|paste|optional-paste|auto-fill|refill|sheet-copy|move-range|move-rows|move-cols|reorder|sort|set-style|set-bold|set-italic|set-underline|set-border|add-worksheet-merge|numfmt|quick-sum|text-to-number|split-text)/;

export interface Person {
  readonly events: () => SpreadsheetEvents;
  readonly mayEdit: (area: Area) => boolean;
  readonly sheets: () => readonly SheetInfo[];
  /** Called first, before events, so that tables and formulas are up to date when they are told. */
  readonly cellsChanged: (areas: readonly Area[]) => void;
}

/** Tells what a person does apart from what the host does, and keeps persons out of locked cells. */
export function listenToPerson(grid: Grid, cells: Cells, selection: Selection, person: Person): void {
  const commands = grid.injector.get(ICommandService);
  let sheetsBefore: readonly SheetInfo[] = [];
  commands.beforeCommandExecuted((command) => {
    if (grid.hostIsWriting) return;
    if (SHEET_CHANGES.has(command.id)) sheetsBefore = person.sheets();
    const asked = areasToAsk(command, selection);
    if (asked.some((area) => !person.mayEdit(area))) throw new CanceledError();
  });
  commands.onCommandExecuted((command, options) => {
    if (grid.hostIsWriting || command.type !== CommandType.MUTATION) return;
    if (SHEET_CHANGES.has(command.id)) person.events().sheetsChanged(sheetsBefore);
    if (options?.onlyLocal === true) return;
    const areas = changedAreas(command);
    if (areas.length === 0) return;
    person.cellsChanged(areas);
    person.events().cellsEdited(areas);
  });
  translateEdits(grid, cells);
  grid.workbook.activeSheet$.subscribe((sheet) => {
    if (sheet && !grid.hostIsWriting) person.events().sheetActivated(sheet.getSheetId());
  });
  let editing = false;
  grid.injector.get(IEditorBridgeService).visible$.subscribe(({ visible }) => {
    if (visible === editing) return;
    editing = visible;
    if (visible) person.events().editStarted();
    else person.events().editEnded();
  });
}

/** The editor shows and takes formulas as people write them. */
function translateEdits(grid: Grid, cells: Cells): void {
  const { writeCellInterceptor } = grid.injector.get(SheetInterceptorService);
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: 1,
    handler: (cell, { subUnitId, row, col }, next) => {
      const typed = cell?.f ? cells.formulaText.toTyped(cell.f, subUnitId, row, col) : undefined;
      return next(typed !== undefined && typed !== cell?.f ? { ...cell, f: typed } : cell);
    },
  });
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: 1,
    handler: (cell, { subUnitId, row, col }, next) => {
      const formula = cell?.f ? cells.formulaText.toEngine(cell.f, subUnitId, row, col) : undefined;
      return next(formula !== undefined && formula !== cell?.f ? { ...cell, f: formula } : cell);
    },
  });
}

function areasToAsk(command: Readonly<ICommandInfo>, selection: Selection): readonly Area[] {
  if (command.id === SetCellEditVisibleOperation.id) return (command.params as { visible?: boolean } | undefined)?.visible ? selection.get().slice(-1) : [];
  if (command.type !== CommandType.COMMAND || !EDITS.test(command.id)) return [];
  const params = (command.params ?? {}) as { subUnitId?: string; range?: IRange; ranges?: IRange[]; targetRange?: IRange; toRange?: IRange };
  const own = selection.get();
  const sheetId = params.subUnitId ?? own[0]?.sheetId ?? "";
  const ranges = [params.range, ...(params.ranges ?? []), params.targetRange, params.toRange].filter((range) => range !== undefined);
  return ranges.length > 0 ? ranges.map((range) => areaOf(sheetId, range)) : own;
}

function changedAreas(command: Readonly<ICommandInfo>): Area[] {
  if (command.id === SetRangeValuesMutation.id) {
    const { subUnitId, cellValue, trigger } = command.params as ISetRangeValuesMutationParams & { trigger?: string };
    if (!cellValue || /style|border|format/.test(trigger ?? "")) return [];
    return areasWithContent(subUnitId, cellValue as CellMatrix);
  }
  if (command.id === MoveRangeMutation.id) {
    const { from, to } = command.params as { from: { subUnitId: string; value: CellMatrix }; to: { subUnitId: string; value: CellMatrix } };
    return [...allAreas(from.subUnitId, from.value), ...allAreas(to.subUnitId, to.value)];
  }
  if (command.id === ReorderRangeMutation.id) {
    const { subUnitId, range } = command.params as { subUnitId: string; range: IRange };
    return [areaOf(subUnitId, range)];
  }
  return [];
}

function areasWithContent(sheetId: string, cellValue: CellMatrix): Area[] {
  const changed = new ObjectMatrix<true>();
  new ObjectMatrix(cellValue).forValue((row, column, cell) => {
    if (!cell || "v" in cell || "f" in cell || "p" in cell || "si" in cell) changed.setValue(row, column, true);
  });
  return changed.getDiscreteRanges().map((range) => areaOf(sheetId, range));
}

function allAreas(sheetId: string, cellValue: CellMatrix): Area[] {
  return new ObjectMatrix(cellValue).getDiscreteRanges().map((range) => areaOf(sheetId, range));
}
