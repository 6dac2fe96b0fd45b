import { checkInteger, checkNumber, checkOneOf, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { HeaderFooterGroup } from "./headersFooters";
import { refOfArgument } from "./rangeCore";
import { areasOf, rangeAt } from "./rangeFactory";
import { type RangeAreas, refsOfArgument } from "./rangeAreas";
import type { Range } from "./range";
import { RangeRef } from "./rangeRef";
import { fields, flag, handleOf, number, oneOf, RecordObject, type RecordHandle } from "./record";
import { COLUMNS, regionOf, ROWS } from "./region";
import type { PageLayoutState } from "./workbookState";

const PAPERS = [
  "LetterSmall", "Tabloid", "Ledger", "Legal", "Statement", "Executive", "A3", "A4", "A4Small", "A5", "B4", "B5", "Folio", "Quatro", "Paper10x14", "Paper11x17",
  "Note", "Envelope9", "Envelope10", "Envelope11", "Envelope12", "Envelope14", "Csheet", "Dsheet", "Esheet", "EnvelopeDL", "EnvelopeC5", "EnvelopeC3", "EnvelopeC4",
  "EnvelopeC6", "EnvelopeC65", "EnvelopeB4", "EnvelopeB5", "EnvelopeB6", "EnvelopeItaly", "EnvelopeMonarch", "EnvelopePersonal", "FanfoldUS", "FanfoldStdGerman",
  "FanfoldLegalGerman",
];
/** Excel's "Normal" margins, in points. */
const NORMAL = { side: 50.4, topBottom: 54, headerFooter: 21.6 };
const POINTS_PER: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

export class PageLayout extends RecordObject {
  readonly #book: Book;
  readonly #sheetId: string;
  static {
    fields(this, {
      alignMarginsHeaderFooter: flag(true),
      blackAndWhite: flag(false),
      bottomMargin: number(NORMAL.topBottom, 0),
      centerHorizontally: flag(false),
      centerVertically: flag(false),
      draftMode: flag(false),
      footerMargin: number(NORMAL.headerFooter, 0),
      headerMargin: number(NORMAL.headerFooter, 0),
      leftMargin: number(NORMAL.side, 0),
      orientation: oneOf("Portrait", "Landscape"),
      paperSize: oneOf("Letter", ...PAPERS),
      printComments: oneOf("NoComments", "EndSheet", "InPlace"),
      printErrors: oneOf("AsDisplayed", "Blank", "Dash", "NotAvailable"),
      printGridlines: flag(false),
      printHeadings: flag(false),
      printOrder: oneOf("DownThenOver", "OverThenDown"),
      rightMargin: number(NORMAL.side, 0),
      topMargin: number(NORMAL.topBottom, 0),
    });
  }

  constructor(handle: RecordHandle, book: Book, sheetId: string) {
    super(handle);
    this.#book = book;
    this.#sheetId = sheetId;
  }
  static ofSheet(book: Book, sheetId: string): PageLayout {
    return new PageLayout({ read: () => book.sheetState(sheetId).pageLayout.settings, changed: () => undefined }, book, sheetId);
  }

  get headersFooters(): HeaderFooterGroup {
    return new HeaderFooterGroup(this.#book, this.#sheetId);
  }
  /** "" = automatic. */
  get firstPageNumber(): unknown {
    return handleOf(this).read().firstPageNumber ?? "";
  }
  set firstPageNumber(value: unknown) {
    handleOf(this).read().firstPageNumber = value === "" ? "" : checkInteger("firstPageNumber", value, -32_765, 32_767);
  }
  get printQuality(): unknown {
    return handleOf(this).read().printQuality ?? [600, 600];
  }
  set printQuality(value: unknown) {
    if (!Array.isArray(value) || value.length !== 2) throw invalid("printQuality must be the two resolutions in dots per inch.");
    handleOf(this).read().printQuality = value.map((dots) => checkInteger("printQuality", dots, 1));
  }
  get zoom(): unknown {
    return handleOf(this).read().zoom ?? { scale: 100 };
  }
  set zoom(value: unknown) {
    const { scale, horizontalFitToPages, verticalFitToPages } = (value ?? {}) as Record<string, unknown>;
    const pages = { horizontalFitToPages, verticalFitToPages };
    const fit = Object.entries(pages).filter(([, count]) => count !== undefined && count !== null);
    if (scale !== undefined && scale !== null && fit.length > 0) throw invalid("zoom takes either scale or fit to pages, not both.");
    handleOf(this).read().zoom =
      fit.length > 0
        ? Object.fromEntries(fit.map(([name, count]) => [name, checkInteger(name, count, 0, 32_767)]))
        : { scale: scale === undefined || scale === null ? 100 : checkInteger("scale", scale, 10, 400) };
  }

  setPrintMargins(unit: unknown, options: unknown): void {
    const factor = POINTS_PER[checkOneOf("unit", unit, Object.keys(POINTS_PER))] as number;
    const names = { bottom: "bottomMargin", footer: "footerMargin", header: "headerMargin", left: "leftMargin", right: "rightMargin", top: "topMargin" };
    for (const [key, name] of Object.entries(names)) {
      const size = ((options ?? {}) as Record<string, unknown>)[key];
      if (size !== undefined && size !== null) handleOf(this).read()[name] = checkNumber(key, size, 0) * factor;
    }
  }
  setPrintArea(printArea: unknown): void {
    const own = new RangeRef(this.#book, this.#sheetId, { row: 0, column: 0, rowCount: 1, columnCount: 1 });
    this.#layout().printArea = refsOfArgument(own, printArea).map(({ region, sheetId }) => {
      if (sheetId !== this.#sheetId) throw invalid("The print area must be on this worksheet.");
      return regionOf(region);
    });
  }
  getPrintArea(): RangeAreas {
    return this.getPrintAreaOrNullObject() ?? missing("print area");
  }
  getPrintAreaOrNullObject(): RangeAreas | null {
    const regions = this.#layout().printArea;
    return regions.length === 0 ? null : areasOf(regions.map((region) => new RangeRef(this.#book, this.#sheetId, region)));
  }
  setPrintTitleRows(rows: unknown): void {
    const { region } = refOfArgument(this.#book, this.#sheetId, rows);
    this.#layout().printTitleRows = { ...regionOf(region), column: 0, columnCount: COLUMNS };
  }
  getPrintTitleRows(): Range {
    return this.getPrintTitleRowsOrNullObject() ?? missing("print title");
  }
  getPrintTitleRowsOrNullObject(): Range | null {
    const region = this.#layout().printTitleRows;
    return region ? rangeAt(this.#book, this.#sheetId, region) : null;
  }
  setPrintTitleColumns(columns: unknown): void {
    const { region } = refOfArgument(this.#book, this.#sheetId, columns);
    this.#layout().printTitleColumns = { ...regionOf(region), row: 0, rowCount: ROWS };
  }
  getPrintTitleColumns(): Range {
    return this.getPrintTitleColumnsOrNullObject() ?? missing("print title");
  }
  getPrintTitleColumnsOrNullObject(): Range | null {
    const region = this.#layout().printTitleColumns;
    return region ? rangeAt(this.#book, this.#sheetId, region) : null;
  }
  #layout(): PageLayoutState {
    return this.#book.sheetState(this.#sheetId).pageLayout;
  }
}

function missing(what: string): never {
  throw notFound(`The worksheet has no ${what}.`);
}
