import { HostError } from "../hostObject";
import type { Area } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { formatRegion, quoteSheetName } from "./address";
import { afterChange, isInGrid, type Region } from "./region";

/** A block of cells that follows them: rows inserted above move it down, a renamed sheet renames its address. */
export class RangeRef {
  #region: Region | undefined;
  #seen: number;

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    region: Region,
  ) {
    if (!isInGrid(region)) throw new HostError("InvalidArgument", "The range lies outside the worksheet.");
    this.#region = { row: region.row, column: region.column, rowCount: region.rowCount, columnCount: region.columnCount };
    this.#seen = book.changesOf(sheetId).length;
  }

  get region(): Region {
    const changes = this.book.changesOf(this.sheetId);
    for (; this.#seen < changes.length; this.#seen++) {
      const change = changes[this.#seen];
      if (this.#region && change) this.#region = afterChange(this.#region, change);
    }
    if (!this.#region) throw new HostError("InvalidReference", "The cells of this range were deleted.");
    return this.#region;
  }

  get area(): Area {
    return { sheetId: this.sheetId, ...this.region };
  }

  get address(): string {
    return `${quoteSheetName(this.book.sheet(this.sheetId).name)}!${formatRegion(this.region)}`;
  }

  /** Another block on the same sheet. */
  at(region: Region): RangeRef {
    return new RangeRef(this.book, this.sheetId, region);
  }
}
