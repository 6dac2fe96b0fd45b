import { checkString, invalid } from "./arguments";
import type { Book } from "./book";
import { checkAllowed, checkUnlocked, isProtected } from "./cellAccess";
import type { RangeRef } from "./rangeRef";
import { contains, intersection, type Region, regionOf, sameRegion } from "./region";
import { writeInputs } from "./cellWriting";
import type { Area } from "../../spreadsheet/spreadsheet";
import type { HyperlinkState } from "./workbookState";

/** Excel's Hyperlink style: blue and underlined. */
const LINK_STYLE = { fontColor: "#0563C1", underline: "Single" } as const;

/** The link of a range as `RangeHyperlink`; null without one, or when its cells have different ones. */
export function hyperlinkOf(ref: RangeRef): Record<string, string> | null {
  const { book, area } = ref;
  const link = book.sheetState(area.sheetId).hyperlinks.find((one) => contains(one.region, area) || sameRegion(one.region, area));
  if (!link) return null;
  const { region, ...target } = link;
  const textToDisplay = book.grid.texts({ sheetId: area.sheetId, row: region.row, column: region.column, rowCount: 1, columnCount: 1 })[0]?.[0] ?? "";
  return { ...target, textToDisplay };
}

export function setHyperlink(ref: RangeRef, input: unknown): void {
  const { book, area } = ref;
  if (typeof input !== "object" || input === null) throw invalid("hyperlink must be an object with address or documentReference.");
  const { address, documentReference, screenTip, textToDisplay } = input as Record<string, unknown>;
  if (isProtected(book, area.sheetId)) {
    checkAllowed(book, area.sheetId, "allowInsertHyperlinks");
    checkUnlocked(book, area);
  }
  const link: HyperlinkState = {
    region: regionOf(area),
    ...optional("address", address),
    ...optional("documentReference", documentReference),
    ...optional("screenTip", screenTip),
  };
  if (link.address === undefined && link.documentReference === undefined) throw invalid("hyperlink needs an address or a documentReference.");
  const sheet = book.sheetState(area.sheetId);
  const first = { ...area, rowCount: 1, columnCount: 1 };
  const shown = typeof textToDisplay === "string" ? textToDisplay : (book.grid.texts(first)[0]?.[0] ?? "") || (link.address ?? link.documentReference ?? "");
  book.grid.batch(() => {
    removeHyperlinks(book, area, false);
    sheet.hyperlinks.push(link);
    if (typeof textToDisplay === "string" || book.grid.formulas(first)[0]?.[0] === "") writeInputs(book, first, [[{ text: shown }]]);
    book.grid.applyStyle(area, LINK_STYLE);
    showLink(book, area, link, shown);
  });
}

function showLink(book: Book, area: Area, link: HyperlinkState, text: string): void {
  const address = link.documentReference === undefined ? (link.address ?? "") : `${link.address ?? ""}#${link.documentReference}`;
  book.grid.setHyperlink(area.sheetId, area.row, area.column, { address, text });
}

/** Takes links off the cells; `andFormats` also removes the looks of a link (Remove Hyperlinks). */
export function removeHyperlinks(book: Book, area: Area, andFormats: boolean): void {
  const sheet = book.sheetState(area.sheetId);
  const gone = sheet.hyperlinks.filter((link) => intersection(link.region, area));
  if (gone.length === 0) return;
  sheet.hyperlinks = sheet.hyperlinks.filter((link) => !gone.includes(link));
  for (const { region } of gone) {
    book.grid.setHyperlink(area.sheetId, region.row, region.column, undefined);
    if (andFormats) book.grid.applyStyle(linkArea(area.sheetId, region), { fontColor: "#000000", underline: "None" });
  }
}

function linkArea(sheetId: string, region: Region): Area {
  return { sheetId, ...region };
}

function optional(key: string, value: unknown): Record<string, string> {
  return value === undefined || value === null || value === "" ? {} : { [key]: checkString(key, value) };
}
