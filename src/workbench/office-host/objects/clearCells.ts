import type { Area } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { checkAllowed, checkUnlocked } from "./cellAccess";
import { raiseChanged, raiseFormatChanged } from "./changeEvents";
import { pushConditionalFormats } from "./conditionalRules";
import { removeFormats } from "./formatLayers";
import { removeHyperlinks } from "./hyperlinks";
import { contains, intersection, subtract } from "./region";
import { pushValidations } from "./validationRules";

export type ClearWhat = "All" | "Formats" | "Contents" | "Hyperlinks" | "RemoveHyperlinks" | "ResetContents";

/** Clears cells as the commands under Home > Clear do. */
export function clearCells(book: Book, area: Area, what: ClearWhat): void {
  if (what === "Hyperlinks" || what === "RemoveHyperlinks") {
    checkAllowed(book, area.sheetId, "allowInsertHyperlinks");
    removeHyperlinks(book, area, what === "RemoveHyperlinks");
    return;
  }
  if (what === "Formats") checkAllowed(book, area.sheetId, "allowFormatCells");
  else checkUnlocked(book, area);
  book.grid.batch(() => {
    book.grid.clear(area, what === "ResetContents" ? "Contents" : what);
    if (what === "All" || what === "Formats") clearLooks(book, area);
    if (what === "All") {
      removeHyperlinks(book, area, false);
      clearRules(book, area);
    }
  });
  if (what === "Formats") raiseFormatChanged(book, area.sheetId, area);
  else raiseChanged(book, area.sheetId, area, "RangeEdited");
}

function clearLooks(book: Book, area: Area): void {
  const sheet = book.sheetState(area.sheetId);
  removeFormats(sheet, area);
  if (!sheet.conditionalFormats.some((format) => format.regions.some((region) => intersection(region, area)))) return;
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((format) => ({ ...format, regions: format.regions.flatMap((region) => subtract(region, area)) }))
    .filter((format) => format.regions.length > 0);
  pushConditionalFormats(book, area.sheetId);
}

function clearRules(book: Book, area: Area): void {
  const sheet = book.sheetState(area.sheetId);
  if (sheet.validations.some((validation) => validation.regions.some((region) => intersection(region, area)))) {
    sheet.validations = sheet.validations
      .map((validation) => ({ ...validation, regions: validation.regions.flatMap((region) => subtract(region, area)) }))
      .filter((validation) => validation.regions.length > 0);
    pushValidations(book, area.sheetId);
  }
  const gone = sheet.notes.filter((note) => contains(area, note.region));
  if (gone.length === 0) return;
  sheet.notes = sheet.notes.filter((note) => !contains(area, note.region));
  for (const { region } of gone) book.grid.setNote(area.sheetId, region.row, region.column, undefined);
}
