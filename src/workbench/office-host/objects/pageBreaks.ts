import { HostCollection, HostObject } from "../hostObject";
import { checkInteger, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { refOfArgument } from "./rangeCore";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";

type Breaks = "rowBreaks" | "columnBreaks";

/** Manual page breaks: above rows (horizontal) or left of columns (vertical). */
export class PageBreakCollection extends HostCollection<PageBreak> {
  readonly #book: Book;
  readonly #sheetId: string;
  readonly #kind: Breaks;

  constructor(book: Book, sheetId: string, kind: Breaks) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
    this.#kind = kind;
  }
  get items(): readonly PageBreak[] {
    return this.#lines().map((line) => new PageBreak(this.#book, this.#sheetId, this.#kind, line));
  }
  /** The break comes before the first cell of the range. */
  add(range: unknown): PageBreak {
    const { region } = refOfArgument(this.#book, this.#sheetId, range);
    const line = this.#kind === "rowBreaks" ? region.row : region.column;
    if (line === 0) throw invalid("There is nothing before the first row or column to break from.");
    const lines = [...new Set([...this.#lines(), line])].sort((a, b) => a - b);
    this.#book.sheetState(this.#sheetId)[this.#kind] = lines;
    return new PageBreak(this.#book, this.#sheetId, this.#kind, line);
  }
  getCount(): number {
    return this.#lines().length;
  }
  getItem(index: unknown): PageBreak {
    const found = this.items[checkInteger("index", index, 0)];
    if (!found) throw notFound(`There is no page break ${String(index)}.`);
    return found;
  }
  removePageBreaks(): void {
    this.#book.sheetState(this.#sheetId)[this.#kind] = [];
  }
  #lines(): readonly number[] {
    return this.#book.sheetState(this.#sheetId)[this.#kind];
  }
}

export class PageBreak extends HostObject {
  readonly #book: Book;
  readonly #sheetId: string;
  readonly #kind: Breaks;
  readonly #line: number;

  constructor(book: Book, sheetId: string, kind: Breaks, line: number) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
    this.#kind = kind;
    this.#line = line;
  }
  override identity() {
    return { Id: this.#book.sheetState(this.#sheetId)[this.#kind].indexOf(this.#line) };
  }
  get rowIndex(): number {
    return this.#kind === "rowBreaks" ? this.#line : 0;
  }
  get columnIndex(): number {
    return this.#kind === "columnBreaks" ? this.#line : 0;
  }
  delete(): void {
    const sheet = this.#book.sheetState(this.#sheetId);
    sheet[this.#kind] = sheet[this.#kind].filter((line) => line !== this.#line);
  }
  getCellAfterBreak(): Range {
    return rangeAt(this.#book, this.#sheetId, { row: this.rowIndex, column: this.columnIndex, rowCount: 1, columnCount: 1 });
  }
}
