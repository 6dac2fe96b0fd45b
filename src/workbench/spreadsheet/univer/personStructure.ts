import { CanceledError, CommandType, ICommandService, type ICommandInfo, type IRange } from "@univerjs/core";
import {
  CopySheetCommand,
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColMutation,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
} from "@univerjs/sheets";
import type { StructureChanged, TableInfo } from "../spreadsheet";
import { areaOf, type Grid, MAX_COLUMNS, MAX_ROWS } from "./grid";
import type { Selection } from "./selection";
import type { Structure } from "./structure";

type Change = StructureChanged["change"];

const WHOLE_LINES: Readonly<Record<string, Pick<Change, "kind" | "shift">>> = {
  [InsertRowMutation.id]: { kind: "insert", shift: "Down" },
  [RemoveRowMutation.id]: { kind: "delete", shift: "Up" },
  [InsertColMutation.id]: { kind: "insert", shift: "Right" },
  [RemoveColMutation.id]: { kind: "delete", shift: "Left" },
};
/** These make room at the end of the sheet by inserting lines, which is not what the person did. */
const SHIFTED_CELLS: Readonly<Record<string, Pick<Change, "kind" | "shift">>> = {
  [InsertRangeMoveDownCommand.id]: { kind: "insert", shift: "Down" },
  [DeleteRangeMoveUpCommand.id]: { kind: "delete", shift: "Up" },
  [InsertRangeMoveRightCommand.id]: { kind: "insert", shift: "Right" },
  [DeleteRangeMoveLeftCommand.id]: { kind: "delete", shift: "Left" },
};

interface Told {
  readonly structureChanged: (changed: StructureChanged) => void;
  readonly copyWanted: (sheetId: string) => void;
}

/** Tells which lines and cells a person inserts and deletes and which sheet is to be copied; sizes and tables are asked for before. */
export function listenToStructure(grid: Grid, structure: Structure, selection: Selection, tables: () => readonly TableInfo[], told: Told): void {
  const commands = grid.injector.get(ICommandService);
  let shifting: StructureChanged | undefined;
  let deleting: StructureChanged | undefined;

  const describe = (command: Readonly<ICommandInfo>, what: Pick<Change, "kind" | "shift">, whole: boolean): StructureChanged | undefined => {
    const { range, subUnitId } = (command.params ?? {}) as { range?: IRange; subUnitId?: string };
    const [selected] = selection.get().slice(-1);
    const area = range ? areaOf(subUnitId ?? selected?.sheetId ?? "", range) : selected;
    if (!area) return undefined;
    const rows = what.shift === "Down" || what.shift === "Up";
    const region = !whole ? area : rows ? { ...area, column: 0, columnCount: MAX_COLUMNS } : { ...area, row: 0, rowCount: MAX_ROWS };
    const sizes = rows ? structure.rowHeights(area.sheetId, area.row, area.rowCount) : structure.columnWidths(area.sheetId, area.column, area.columnCount);
    return { change: { ...what, area: region } as Change, points: whole ? sizes.reduce((sum, size) => sum + size, 0) : 0, tables: tables() };
  };

  commands.beforeCommandExecuted((command) => {
    if (grid.hostIsWriting) return;
    const shift = SHIFTED_CELLS[command.id];
    if (shift) shifting = describe(command, shift, false);
    const lines = WHOLE_LINES[command.id];
    // What is inserted has its size afterwards only, what is deleted before.
    if (lines && !shifting) deleting = describe(command, lines, true);
    if (command.id === CopySheetCommand.id) {
      told.copyWanted((command.params as { subUnitId?: string } | undefined)?.subUnitId ?? grid.workbook.getActiveSheet().getSheetId());
      throw new CanceledError();
    }
  });
  commands.onCommandExecuted((command) => {
    if (grid.hostIsWriting) return;
    if (SHIFTED_CELLS[command.id] && shifting) {
      told.structureChanged(shifting);
      shifting = undefined;
    }
    const lines = WHOLE_LINES[command.id];
    if (command.type === CommandType.MUTATION && lines && !shifting) {
      const changed = lines.kind === "delete" ? deleting : describe(command, lines, true);
      if (changed) told.structureChanged({ ...changed, tables: deleting?.tables ?? changed.tables });
      deleting = undefined;
    }
  });
}
