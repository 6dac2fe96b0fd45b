import { HostCollection } from "../hostObject";
import { notFound } from "./arguments";
import type { Book } from "./book";
import { checkWorkbookStructure } from "./cellAccess";
import { EVENT, raiseSheetEvent } from "./changeEvents";
import { checkSheetName, nextSheetName } from "./sheetNames";
import { Worksheet } from "./worksheet";

export class WorksheetCollection extends HostCollection<Worksheet> {
  readonly #book: Book;

  constructor(book: Book) {
    super();
    this.#book = book;
  }
  get items(): readonly Worksheet[] {
    return this.#book.sheets().map((sheet) => new Worksheet(this.#book, sheet.id));
  }
  /** The new sheet comes last and is not activated. */
  add(name?: unknown): Worksheet {
    checkWorkbookStructure(this.#book);
    const id = this.#book.grid.addSheet(name === undefined ? nextSheetName(this.#book) : checkSheetName(this.#book, name));
    raiseSheetEvent(this.#book, EVENT.added, id);
    return new Worksheet(this.#book, id);
  }
  getItem(key: unknown): Worksheet {
    const sheet = this.#book.findSheet(String(key));
    if (!sheet) throw notFound(`There is no worksheet "${String(key)}".`);
    return new Worksheet(this.#book, sheet.id);
  }
  getItemOrNullObject(key: unknown): Worksheet | null {
    const sheet = this.#book.findSheet(String(key));
    return sheet ? new Worksheet(this.#book, sheet.id) : null;
  }
  getActiveWorksheet(): Worksheet {
    return new Worksheet(this.#book, this.#book.grid.activeSheet());
  }
  getCount(visibleOnly?: unknown): number {
    return this.#listed(visibleOnly).length;
  }
  getFirst(visibleOnly?: unknown): Worksheet {
    return this.#picked(this.#listed(visibleOnly)[0]?.id);
  }
  getLast(visibleOnly?: unknown): Worksheet {
    return this.#picked(this.#listed(visibleOnly).at(-1)?.id);
  }
  /** office.js comes back for a copied or neighbouring sheet with its id. */
  _GetSheetById(id: unknown): Worksheet {
    return this.getItem(id);
  }

  #listed(visibleOnly: unknown) {
    return this.#book.sheets().filter((sheet) => visibleOnly !== true || !sheet.hidden);
  }
  #picked(id: string | undefined): Worksheet {
    if (id === undefined) throw notFound("There is no such worksheet.");
    return new Worksheet(this.#book, id);
  }
}
