import type { PageLayoutState } from "../../office-host/objects/workbookState";
import { escapeXml, xml } from "../package/xml";
import { paperNumber } from "../paper";
import { POINTS_PER_INCH } from "../sizes";

/** Excel's "Normal" margins in inches. */
const MARGINS = { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 } as const;
const PRINT_ERRORS: Readonly<Record<string, string>> = { Blank: "blank", Dash: "dash", NotAvailable: "NA" };
const PRINT_COMMENTS: Readonly<Record<string, string>> = { InPlace: "asDisplayed", EndSheet: "atEnd" };

type Zoom = { readonly scale?: number; readonly horizontalFitToPages?: number; readonly verticalFitToPages?: number };

function zoomOf({ settings }: PageLayoutState): Zoom {
  return (settings["zoom"] ?? {}) as Zoom;
}

export function fitsToPages(page: PageLayoutState): boolean {
  const { horizontalFitToPages, verticalFitToPages } = zoomOf(page);
  return horizontalFitToPages !== undefined || verticalFitToPages !== undefined;
}

/** `printOptions`, `pageMargins`, `pageSetup` and `headerFooter` of a sheet. */
export function pageXml(page: PageLayoutState): string {
  const { settings } = page;
  const yes = (name: string) => settings[name] === true || undefined;
  const options = { horizontalCentered: yes("centerHorizontally"), verticalCentered: yes("centerVertically"), headings: yes("printHeadings"), gridLines: yes("printGridlines") };
  const margins = Object.fromEntries(Object.entries(MARGINS).map(([side, inches]) => [side, typeof settings[`${side}Margin`] === "number" ? (settings[`${side}Margin`] as number) / POINTS_PER_INCH : inches]));
  return [
    Object.values(options).some(Boolean) ? xml("printOptions", options) : "",
    xml("pageMargins", margins),
    setupXml(page),
    headerFooterXml(page),
  ].join("");
}

function setupXml(page: PageLayoutState): string {
  const { settings } = page;
  const zoom = zoomOf(page);
  const fits = fitsToPages(page);
  const first = settings["firstPageNumber"];
  const attributes = {
    paperSize: paperNumber(settings["paperSize"]),
    scale: fits || zoom.scale === 100 ? undefined : zoom.scale,
    firstPageNumber: typeof first === "number" ? first : undefined,
    // 0 pages: as many as needed.
    fitToWidth: fits ? (zoom.horizontalFitToPages ?? 0) : undefined,
    fitToHeight: fits ? (zoom.verticalFitToPages ?? 0) : undefined,
    pageOrder: settings["printOrder"] === "OverThenDown" ? "overThenDown" : undefined,
    orientation: settings["orientation"] === "Landscape" ? "landscape" : settings["orientation"] === "Portrait" ? "portrait" : undefined,
    blackAndWhite: settings["blackAndWhite"] === true || undefined,
    draft: settings["draftMode"] === true || undefined,
    cellComments: PRINT_COMMENTS[String(settings["printComments"])],
    useFirstPageNumber: typeof first === "number" || undefined,
    errors: PRINT_ERRORS[String(settings["printErrors"])],
  };
  return Object.values(attributes).some((value) => value !== undefined) ? xml("pageSetup", attributes) : "";
}

function headerFooterXml({ headersFooters }: PageLayoutState): string {
  const { state, pages } = headersFooters;
  const [first, even] = [state === "FirstAndDefault" || state === "FirstOddAndEven", state === "OddAndEven" || state === "FirstOddAndEven"];
  const text = (page: Record<string, string>, kind: string) =>
    (["L", "C", "R"] as const).map((side) => [side, page[{ L: "left", C: "center", R: "right" }[side] + kind] ?? ""] as const).map(([side, content]) => (content === "" ? "" : `&${side}${content}`)).join("");
  const both = (name: string, page: Record<string, string>) => ["Header", "Footer"].map((kind) => (text(page, kind) === "" ? "" : xml(name + kind, {}, escapeXml(text(page, kind)))));
  const content = [...both("odd", even ? pages.oddPages : pages.defaultForAllPages), ...(even ? both("even", pages.evenPages) : []), ...(first ? both("first", pages.firstPage) : [])].join("");
  const attributes = {
    differentOddEven: even || undefined,
    differentFirst: first || undefined,
    scaleWithDoc: headersFooters.useSheetScale ? undefined : false,
    alignWithMargins: headersFooters.useSheetMargins ? undefined : false,
  };
  return content === "" && !first && !even ? "" : xml("headerFooter", attributes, content);
}
