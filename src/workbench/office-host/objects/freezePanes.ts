import { HostObject } from "../hostObject";
import { checkInteger } from "./arguments";
import type { Book } from "./book";
import { refOfArgument } from "./rangeCore";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";
import { COLUMNS, ROWS } from "./region";

export class WorksheetFreezePanes extends HostObject {
  readonly #book: Book;
  readonly #sheetId: string;

  constructor(book: Book, sheetId: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  freezeAt(frozen: unknown): void {
    const { region } = refOfArgument(this.#book, this.#sheetId, frozen);
    // A range of whole rows freezes rows only, of whole columns columns only.
    this.#freeze(region.rowCount === ROWS ? 0 : region.row + region.rowCount, region.columnCount === COLUMNS ? 0 : region.column + region.columnCount);
  }
  freezeRows(count?: unknown): void {
    this.#freeze(count === undefined ? 1 : checkInteger("count", count, 0, ROWS - 1), 0);
  }
  freezeColumns(count?: unknown): void {
    this.#freeze(0, count === undefined ? 1 : checkInteger("count", count, 0, COLUMNS - 1));
  }
  unfreeze(): void {
    this.#freeze(0, 0);
  }
  getLocation(): Range | null {
    return this.getLocationOrNullObject();
  }
  getLocationOrNullObject(): Range | null {
    const { rows, columns } = this.#book.sheet(this.#sheetId).frozen;
    if (rows === 0 && columns === 0) return null;
    return rangeAt(this.#book, this.#sheetId, { row: 0, column: 0, rowCount: rows || ROWS, columnCount: columns || COLUMNS });
  }
  #freeze(rows: number, columns: number): void {
    this.#book.grid.setSheetLook(this.#sheetId, { frozen: { rows, columns } });
  }
}
