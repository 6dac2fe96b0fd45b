import type { Book } from "../office-host/objects/book";
import { EVENT, raiseSheetEvent } from "../office-host/objects/changeEvents";
import { forgetSheet } from "../office-host/objects/sheetActions";
import type { SheetInfo } from "../spreadsheet/spreadsheet";

/** After a person changed whole sheets: what the host keeps of a sheet goes with it, and the add-in is told of the change. */
export function followSheets(book: Book, before: readonly SheetInfo[]): void {
  const now = book.sheets();
  const visibility = ({ id, hidden }: SheetInfo) => (!hidden ? "Visible" : book.state.sheets[id]?.veryHidden ? "VeryHidden" : "Hidden");
  for (const { id } of before) if (!now.some((sheet) => sheet.id === id)) forgetSheet(book, id);
  for (const [position, sheet] of now.entries()) {
    const at = before.findIndex(({ id }) => id === sheet.id);
    const old = before[at];
    if (!old) {
      raiseSheetEvent(book, EVENT.added, sheet.id);
      continue;
    }
    if (old.name !== sheet.name) raiseSheetEvent(book, EVENT.renamed, sheet.id, { nameBefore: old.name, nameAfter: sheet.name });
    if (at !== position && before.length === now.length) raiseSheetEvent(book, EVENT.moved, sheet.id, { positionBefore: at, positionAfter: position });
    if (old.hidden !== sheet.hidden) raiseSheetEvent(book, EVENT.visibility, sheet.id, { visibilityBefore: visibility(old), visibilityAfter: visibility(sheet) });
  }
}
