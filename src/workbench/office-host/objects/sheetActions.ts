import { HostError } from "../hostObject";
import { checkOneOf } from "./arguments";
import type { Book } from "./book";
import { checkWorkbookStructure } from "./cellAccess";
import { EVENT, raiseSheetEvent } from "./changeEvents";
import { pushConditionalFormats } from "./conditionalRules";
import { stateOfCopy } from "./sheetCopy";
import { copyName } from "./sheetNames";
import { freeTableName } from "./tableNames";
import { pushValidations } from "./validationRules";

const POSITIONS = ["None", "Before", "After", "Beginning", "End"] as const;

export function activateSheet(book: Book, id: string): void {
  const sheet = book.sheet(id);
  if (sheet.hidden) throw new HostError("InvalidOperation", `The worksheet ${sheet.name} is hidden and cannot be activated.`);
  const before = book.grid.activeSheet();
  if (before === id) return;
  book.grid.activateSheet(id);
  raiseSheetEvent(book, EVENT.deactivated, before);
  raiseSheetEvent(book, EVENT.activated, id);
}

/** Copies a sheet with all that is on it but its custom properties; answers the id of the copy. */
export function copySheet(book: Book, id: string, positionType: unknown, relativeTo: string | undefined): string {
  checkWorkbookStructure(book);
  const type = positionType === undefined ? "None" : checkOneOf("positionType", positionType, POSITIONS);
  const source = book.sheet(id);
  const beside = (step: number) => {
    if (relativeTo === undefined) throw new HostError("InvalidArgument", `relativeTo must be a worksheet with the position ${type}.`);
    return book.sheets().findIndex((sheet) => sheet.id === relativeTo) + step;
  };
  const end = book.sheets().length;
  const position = type === "Beginning" ? 0 : type === "Before" ? beside(0) : type === "After" ? beside(1) : end;
  const tables = book.grid.tables().filter((table) => table.area.sheetId === id);
  const copy = book.grid.copySheet(id, copyName(book, source.name), position);
  book.state.sheets[copy] = stateOfCopy(book, id, copy);
  for (const table of tables) {
    const area = { ...table.area, sheetId: copy };
    const known = book.grid.tables().find((one) => one.area.sheetId === copy && one.area.row === area.row && one.area.column === area.column);
    const copied = known?.id ?? book.grid.addTable(freeTableName(book, table.name), area);
    const state = book.state.tables[table.id];
    if (state) book.state.tables[copied] = structuredClone(state);
  }
  for (const [key, comment] of Object.entries(book.state.nameComments)) {
    if (key.startsWith(`${id}!`)) book.state.nameComments[key.replace(id, copy)] = comment;
  }
  pushConditionalFormats(book, copy);
  pushValidations(book, copy);
  book.chartsChanged(copy);
  raiseSheetEvent(book, EVENT.added, copy);
  return copy;
}

export function deleteSheet(book: Book, id: string): void {
  checkWorkbookStructure(book);
  const sheet = book.sheet(id);
  const visible = book.sheets().filter((one) => !one.hidden);
  if (visible.length === 1 && visible[0]?.id === id) throw new HostError("InvalidOperation", "The last visible worksheet cannot be deleted.");
  // Excel's API refuses this too: a very hidden sheet has to be shown or hidden first.
  if (sheet.hidden && book.sheetState(id).veryHidden) throw new HostError("InvalidOperation", `The worksheet ${sheet.name} is very hidden and cannot be deleted.`);
  if (book.grid.activeSheet() === id) {
    const at = book.sheets().findIndex((one) => one.id === id);
    const next = book.sheets().slice(at + 1).find((one) => !one.hidden) ?? visible.filter((one) => one.id !== id).at(-1);
    if (next) activateSheet(book, next.id);
  }
  book.grid.deleteSheet(id);
  forgetSheet(book, id);
}

/** Drops what the host keeps of a sheet that is gone, and reports it. */
export function forgetSheet(book: Book, id: string): void {
  delete book.state.sheets[id];
  const tables = new Set(book.grid.tables().map((table) => table.id));
  for (const table of Object.keys(book.state.tables)) if (!tables.has(table)) delete book.state.tables[table];
  for (const name of book.grid.namesOf(id)) book.grid.deleteName(name.name, id);
  raiseSheetEvent(book, EVENT.deleted, id);
}
