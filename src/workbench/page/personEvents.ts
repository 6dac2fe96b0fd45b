import type { Book } from "../office-host/objects/book";
import { isUnlocked } from "../office-host/objects/cellAccess";
import { EVENT, raiseChanged, raiseSheetEvent, WORKBOOK } from "../office-host/objects/changeEvents";
import { formatRegion } from "../office-host/objects/address";
import { intersection, regionOf, type StructureChange } from "../office-host/objects/region";
import { activateSheet, copySheet } from "../office-host/objects/sheetActions";
import { followChange } from "../office-host/objects/structure";
import type { Area } from "../spreadsheet/spreadsheet";
import { followSheets } from "./personSheets";

export interface PersonEventsOptions {
  readonly editEnded: () => void;
  /** A person tried to change a locked cell of a protected sheet. */
  readonly refused: (area: Area) => void;
  /** Formulas have been computed. */
  readonly calculated: () => void;
  /** Values or charts may look different. */
  readonly redraw: () => void;
}

/** Reports what a person does in the grid to the add-in's event handlers, as Excel would. */
export function connectPerson(book: Book, options: PersonEventsOptions): void {
  const { grid, events } = book;
  let active = grid.activeSheet();
  grid.mayEdit = (area) => {
    if (isUnlocked(book, area)) return true;
    options.refused(area);
    return false;
  };
  const byPerson = (report: () => void) => {
    book.personActs = true;
    try {
      report();
    } finally {
      book.personActs = false;
    }
  };
  grid.events = {
    cellsEdited(areas) {
      book.dirty = true;
      byPerson(() => areas.forEach((area) => raiseChanged(book, area.sheetId, area, "RangeEdited")));
      options.redraw();
    },
    selectionChanged(areas) {
      const sheetId = areas[0]?.sheetId ?? grid.activeSheet();
      const address = areas.map(formatRegion).join(",");
      events.raise(EVENT.selectionChanged, [sheetId, WORKBOOK], { address, worksheetId: sheetId });
      for (const table of grid.tables()) {
        if (table.area.sheetId !== sheetId) continue;
        const inside = areas.flatMap((area) => intersection(area, table.area) ?? []);
        events.raise(EVENT.tableSelection, [table.id], { address: inside.map(formatRegion).join(","), isInsideTable: inside.length > 0, tableId: table.id, worksheetId: sheetId });
      }
    },
    sheetActivated(sheetId) {
      if (sheetId === active) return;
      raiseSheetEvent(book, EVENT.deactivated, active);
      active = sheetId;
      raiseSheetEvent(book, EVENT.activated, sheetId);
      options.redraw();
    },
    sheetsChanged(before) {
      book.dirty = true;
      followSheets(book, before);
      options.redraw();
    },
    copyWanted(sheetId) {
      book.dirty = true;
      activateSheet(book, copySheet(book, sheetId, "After", sheetId));
    },
    structureChanged({ change: { kind, area, shift }, points, tables }) {
      book.dirty = true;
      byPerson(() => followChange(book, area.sheetId, { kind, shift, region: regionOf(area) } as StructureChange, { tables, points }));
      options.redraw();
    },
    editStarted: () => undefined,
    editEnded: options.editEnded,
    calculated(computed) {
      options.calculated();
      for (const sheetId of computed.sheetIds) {
        events.raise(EVENT.calculated, [sheetId, WORKBOOK], () => ({ source: "Local", worksheetId: sheetId, address: computed.areas(sheetId).map(formatRegion).join(",") }));
      }
      options.redraw();
    },
  };
}
