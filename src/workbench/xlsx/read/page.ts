import type { PageLayoutState, SheetState } from "../../office-host/objects/workbookState";
import { child, children, flag, number, type XmlElement } from "../package/xml";
import { paperName } from "../paper";
import { POINTS_PER_INCH } from "../sizes";

const PRINT_ERRORS: Readonly<Record<string, string>> = { displayed: "AsDisplayed", blank: "Blank", dash: "Dash", NA: "NotAvailable" };
const PRINT_COMMENTS: Readonly<Record<string, string>> = { none: "NoComments", asDisplayed: "InPlace", atEnd: "EndSheet" };

/** Page setup, headers and footers, and manual breaks of a sheet. */
export function readPage(head: XmlElement, tail: XmlElement, state: SheetState): void {
  Object.assign(state.pageLayout.settings, defined({ ...margins(tail), ...setup(head, tail), ...options(tail) }));
  readHeaders(child(tail, "headerFooter"), state.pageLayout);
  state.rowBreaks = breaks(tail, "rowBreaks");
  state.columnBreaks = breaks(tail, "colBreaks");
}

function margins(tail: XmlElement): Record<string, unknown> {
  const element = child(tail, "pageMargins");
  const points = (name: string) => {
    const inches = number(element, name);
    return inches === undefined ? undefined : inches * POINTS_PER_INCH;
  };
  return {
    leftMargin: points("left"),
    rightMargin: points("right"),
    topMargin: points("top"),
    bottomMargin: points("bottom"),
    headerMargin: points("header"),
    footerMargin: points("footer"),
  };
}

function setup(head: XmlElement, tail: XmlElement): Record<string, unknown> {
  const element = child(tail, "pageSetup");
  const fits = flag(child(child(head, "sheetPr"), "pageSetUpPr"), "fitToPage");
  const scale = number(element, "scale");
  // 0 pages means "as many as needed".
  const pages = (name: string) => ((number(element, name) ?? 1) === 0 ? undefined : (number(element, name) ?? 1));
  const orientation = element?.attributes["orientation"];
  return {
    orientation: orientation === "landscape" ? "Landscape" : orientation === "portrait" ? "Portrait" : undefined,
    paperSize: paperName(number(element, "paperSize")),
    zoom: fits ? defined({ horizontalFitToPages: pages("fitToWidth"), verticalFitToPages: pages("fitToHeight") }) : scale === undefined ? undefined : { scale },
    blackAndWhite: flag(element, "blackAndWhite") || undefined,
    draftMode: flag(element, "draft") || undefined,
    firstPageNumber: flag(element, "useFirstPageNumber") ? number(element, "firstPageNumber") : undefined,
    printOrder: element?.attributes["pageOrder"] === "overThenDown" ? "OverThenDown" : undefined,
    printErrors: PRINT_ERRORS[element?.attributes["errors"] ?? ""],
    printComments: PRINT_COMMENTS[element?.attributes["cellComments"] ?? ""],
  };
}

function options(tail: XmlElement): Record<string, unknown> {
  const element = child(tail, "printOptions");
  return {
    printGridlines: flag(element, "gridLines") || undefined,
    printHeadings: flag(element, "headings") || undefined,
    centerHorizontally: flag(element, "horizontalCentered") || undefined,
    centerVertically: flag(element, "verticalCentered") || undefined,
  };
}

function readHeaders(element: XmlElement | undefined, { headersFooters }: PageLayoutState): void {
  if (!element) return;
  const [first, even] = [flag(element, "differentFirst"), flag(element, "differentOddEven")];
  headersFooters.state = first && even ? "FirstOddAndEven" : first ? "FirstAndDefault" : even ? "OddAndEven" : "Default";
  headersFooters.useSheetMargins = flag(element, "alignWithMargins", true);
  headersFooters.useSheetScale = flag(element, "scaleWithDoc", true);
  const { pages } = headersFooters;
  Object.assign(even ? pages.oddPages : pages.defaultForAllPages, sections(element, "odd"));
  Object.assign(pages.evenPages, sections(element, "even"));
  Object.assign(pages.firstPage, sections(element, "first"));
}

/** `&Lleft&Ccentre&Rright` of header and footer as the six texts of the API. */
function sections(element: XmlElement, page: "odd" | "even" | "first"): Record<string, string> {
  return Object.fromEntries(
    (["Header", "Footer"] as const).flatMap((kind) => {
      const text = child(element, page + kind)?.text ?? "";
      return splitSections(text).map(([side, content]) => [side + kind, content]);
    }),
  );
}

const SIDES: Readonly<Record<string, string>> = { L: "left", C: "center", R: "right" };

export function splitSections(text: string): [side: string, content: string][] {
  // Text before the first sign belongs to the centre; && is a plain ampersand.
  let side = "center";
  const sections = new Map<string, string>();
  for (const part of text.match(/&&|&[LCR]|[^&]+|&/g) ?? []) {
    const next = /^&[LCR]$/.test(part) ? SIDES[part.slice(1)] : undefined;
    if (next === undefined) sections.set(side, (sections.get(side) ?? "") + part);
    else side = next;
  }
  return [...sections];
}

function breaks(tail: XmlElement, name: string): number[] {
  // The id counts the rows above the break, which is the index of the row below it.
  return children(child(tail, name), "brk").flatMap((one) => (flag(one, "man", true) ? (number(one, "id") ?? []) : []));
}

function defined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
