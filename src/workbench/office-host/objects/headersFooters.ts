import type { Book } from "./book";
import { fields, flag, handleOf, oneOf, part, RecordObject, text } from "./record";

type Page = "defaultForAllPages" | "evenPages" | "firstPage" | "oddPages";

/** Headers and footers of a sheet: one for all pages, or others for the first and for even and odd pages. */
export class HeaderFooterGroup extends RecordObject {
  static {
    fields(this, {
      state: oneOf("Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"),
      useSheetMargins: flag(true),
      useSheetScale: flag(true),
    });
  }

  constructor(book: Book, sheetId: string) {
    super({ read: () => book.sheetState(sheetId).pageLayout.headersFooters as unknown as Record<string, unknown>, changed: () => undefined });
  }
  get defaultForAllPages(): HeaderFooter {
    return pageOf(this, "defaultForAllPages");
  }
  get evenPages(): HeaderFooter {
    return pageOf(this, "evenPages");
  }
  get firstPage(): HeaderFooter {
    return pageOf(this, "firstPage");
  }
  get oddPages(): HeaderFooter {
    return pageOf(this, "oddPages");
  }
}

function pageOf(group: HeaderFooterGroup, page: Page): HeaderFooter {
  return new HeaderFooter(part(part(handleOf(group), "pages"), page));
}

/** Texts with Excel's codes, `&P` the page, `&A` the sheet, `&D` the date. */
export class HeaderFooter extends RecordObject {
  static {
    fields(this, {
      leftHeader: text(""),
      centerHeader: text(""),
      rightHeader: text(""),
      leftFooter: text(""),
      centerFooter: text(""),
      rightFooter: text(""),
    });
  }
}
