import { formatRegion } from "../../office-host/objects/address";
import type { Book } from "../../office-host/objects/book";
import type { HyperlinkState, OutlineGroup, SheetState } from "../../office-host/objects/workbookState";
import type { Dxfs } from "../dxf";
import { filterXml } from "../filters";
import type { Losses } from "../losses";
import { xml } from "../package/xml";
import type { Parts } from "../package/zip";
import { DEFAULT_FILE_WIDTH, fileWidth } from "../sizes";
import { fitsToPages, pageXml } from "./page";
import { addRelationships, editPart, OFFICE_RELATIONSHIPS, replaceOnce } from "./parts";
import { conditionsXml, validationsXml } from "./rules";

/** Errors every version of Excel knows; newer ones are stored as #VALUE! and come back when the cell is calculated. */
const STORED_ERRORS = new Set(["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"]);
const NEW_ERRORS = new Set(["#SPILL!", "#CALC!", "#BUSY!", "#BLOCKED!", "#CONNECT!", "#FIELD!", "#PYTHON!", "#TIMEOUT!"]);

/** Puts right and adds what the library leaves out of a sheet: see each step. */
export function completeSheet(parts: Parts, path: string, book: Book, sheetId: string, dxfs: Dxfs, losses: Losses): void {
  const state = book.sheetState(sheetId);
  const { xml: links, relationships } = hyperlinksXml(state.hyperlinks);
  addRelationships(parts, path, relationships);
  editPart(parts, path, (sheet) => {
    const start = sheet.indexOf("<sheetData");
    const end = sheet.lastIndexOf("</sheetData>");
    const dataEnd = end < 0 ? sheet.indexOf(">", start) + 1 : end;
    return head(sheet.slice(0, start), state, book.sheet(sheetId).zoom, book.grid.activeSheet() === sheetId) + errorResults(sheet.slice(start, dataEnd)) + tail(sheet.slice(dataEnd), state, links, dxfs, losses);
  });
}

/** Page fitting, the selected tab, the zoom and the standard sizes. */
function head(xmlText: string, state: SheetState, zoom: number, active: boolean): string {
  const fit = fitsToPages(state.pageLayout) ? '<pageSetUpPr fitToPage="1"/>' : "";
  const withFit = fit === "" ? xmlText : xmlText.includes("</sheetPr>") ? xmlText.replace("</sheetPr>", `${fit}</sheetPr>`) : xmlText.replace(/<worksheet\b[^>]*>/, (root) => `${root}<sheetPr>${fit}</sheetPr>`);
  const view = (active ? 'tabSelected="1" ' : "") + (zoom === 100 ? "" : `zoomScale="${zoom}" zoomScaleNormal="${zoom}" `);
  const withTab = withFit.replace("<sheetView ", `<sheetView ${view}`);
  const width = fileWidth((Math.round(state.standardWidth * 7) + 5) * 0.75);
  const format = xml("sheetFormatPr", {
    defaultColWidth: width === DEFAULT_FILE_WIDTH ? undefined : width,
    defaultRowHeight: 15,
    outlineLevelRow: depth(state.rowGroups) || undefined,
    outlineLevelCol: depth(state.columnGroups) || undefined,
  });
  return replaceOnce(withTab, /<sheetFormatPr[^>]*\/>/, format);
}

function depth(groups: readonly OutlineGroup[]): number {
  return groups.reduce((most, { start }) => Math.max(most, groups.filter((group) => start >= group.start && start < group.start + group.count).length), 0);
}

/** The library writes the error a formula gave as a text. */
function errorResults(data: string): string {
  return data.replace(/ t="str"([^>]*>(?:<f\b[^>]*\/>|<f\b[^>]*>[^<]*<\/f>)<v>)(#[A-Z0-9/_]+[!?]?)<\/v>/g, (all, between: string, error: string) =>
    STORED_ERRORS.has(error) || NEW_ERRORS.has(error) ? ` t="e"${between}${STORED_ERRORS.has(error) ? error : "#VALUE!"}</v>` : all,
  );
}

/** Filter, rules, links and page setup, in the order the format prescribes. */
function tail(xmlText: string, state: SheetState, links: string, dxfs: Dxfs, losses: Losses): string {
  const filter = state.autoFilter ? filterXml(formatRegion(state.autoFilter.region), state.autoFilter.criteria, losses) : "";
  const before = conditionsXml(state.conditionalFormats, dxfs, losses) + validationsXml(state.validations) + links;
  const withPage = replaceOnce(xmlText, /<pageMargins[^>]*\/>/, before + pageXml(state.pageLayout));
  const at = withPage.indexOf("<mergeCells");
  // Without merged cells the filter is the first of them.
  const place = at >= 0 ? at : withPage.indexOf(before + pageXml(state.pageLayout));
  return withPage.slice(0, place) + filter + withPage.slice(place);
}

/** The library takes one cell and either an address or a place, Excel blocks of cells and both. */
function hyperlinksXml(links: readonly HyperlinkState[]): { readonly xml: string; readonly relationships: string } {
  const relationships: string[] = [];
  const written = links.map(({ region, address, documentReference, screenTip }, index) => {
    const id = address === undefined ? undefined : `rIdLink${index + 1}`;
    if (id !== undefined) relationships.push(xml("Relationship", { Id: id, Type: `${OFFICE_RELATIONSHIPS}/hyperlink`, Target: address, TargetMode: "External" }));
    return xml("hyperlink", { ref: formatRegion(region), "r:id": id, location: documentReference, tooltip: screenTip });
  });
  return { xml: written.length > 0 ? xml("hyperlinks", {}, written) : "", relationships: relationships.join("") };
}
