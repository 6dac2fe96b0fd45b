import { Range } from "./range";
import { RangeAreas } from "./rangeAreas";
import type { Book } from "./book";
import { RangeRef } from "./rangeRef";
import type { Region } from "./region";
import type { Area } from "../../spreadsheet/spreadsheet";

/** The one place that makes ranges, so that the classes they refer to need not know each other at load time. */
export function rangeOf(ref: RangeRef): Range {
  return new Range(ref);
}

export function rangeAt(book: Book, sheetId: string, region: Region): Range {
  return new Range(new RangeRef(book, sheetId, region));
}

export function rangeOfArea(book: Book, area: Area): Range {
  return rangeAt(book, area.sheetId, area);
}

export function areasOf(refs: readonly RangeRef[]): RangeAreas {
  return new RangeAreas(refs);
}
