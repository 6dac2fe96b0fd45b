import { HostCollection, HostError, HostObject } from "../hostObject";
import { checkBoolean, checkNumber, checkString, notFound } from "./arguments";
import type { Book } from "./book";
import { formatRegion, quoteSheetName } from "./address";
import { checkAllowed } from "./cellAccess";
import { refOfArgument } from "./rangeCore";
import { rangeAt } from "./rangeFactory";
import type { Range } from "./range";
import { isOneCell, regionOf, sameRegion } from "./region";
import type { NoteState } from "./workbookState";

/** Size of a new note in Excel, in points. */
export const NOTE_SIZE = { width: 108, height: 59.25 } as const;

/** Notes (the yellow ones without replies), of the workbook or of one sheet. */
export class NoteCollection extends HostCollection<Note> {
  readonly #book: Book;
  readonly #sheetId: string | undefined;

  constructor(book: Book, sheetId?: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  get items(): readonly Note[] {
    return this.#book
      .sheets()
      .filter((sheet) => this.#sheetId === undefined || sheet.id === this.#sheetId)
      .flatMap((sheet) => this.#book.sheetState(sheet.id).notes.map((note) => new Note(this.#book, sheet.id, note)));
  }
  add(cellAddress: unknown, content: unknown): Note {
    const ref = refOfArgument(this.#book, this.#sheetId, cellAddress);
    if (!isOneCell(ref.region)) throw new HostError("InvalidCellAddress", `A note belongs to one cell, ${formatRegion(ref.region)} has several.`);
    checkAllowed(this.#book, ref.sheetId, "allowEditObjects");
    const { notes } = this.#book.sheetState(ref.sheetId);
    if (notes.some((note) => sameRegion(note.region, ref.region))) throw new HostError("ItemAlreadyExists", `The cell ${formatRegion(ref.region)} already has a note.`);
    const note: NoteState = { region: regionOf(ref.region), content: checkString("content", content), authorName: "Workbench user", ...NOTE_SIZE, visible: false };
    notes.push(note);
    show(this.#book, ref.sheetId, note);
    return new Note(this.#book, ref.sheetId, note);
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(key: unknown): Note {
    const ref = refOfArgument(this.#book, this.#sheetId, key);
    const note = this.#book.sheetState(ref.sheetId).notes.find((one) => sameRegion(one.region, ref.region));
    if (!note) throw notFound(`The cell ${formatRegion(ref.region)} has no note.`);
    return new Note(this.#book, ref.sheetId, note);
  }
}

function show(book: Book, sheetId: string, { region, content }: NoteState): void {
  book.grid.setNote(sheetId, region.row, region.column, content);
}

export class Note extends HostObject {
  readonly #book: Book;
  readonly #sheetId: string;
  readonly #note: NoteState;

  constructor(book: Book, sheetId: string, note: NoteState) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
    this.#note = note;
  }
  /** A note is called by the address of its cell. */
  override identity() {
    return { Id: `${quoteSheetName(this.#book.sheet(this.#sheetId).name)}!${formatRegion(this.#note.region)}` };
  }
  get authorName(): string {
    return this.#note.authorName;
  }
  get content(): string {
    return this.#note.content;
  }
  set content(value: unknown) {
    this.#note.content = checkString("content", value);
    show(this.#book, this.#sheetId, this.#note);
  }
  get height(): number {
    return this.#note.height;
  }
  set height(value: unknown) {
    this.#note.height = checkNumber("height", value, 0);
  }
  get width(): number {
    return this.#note.width;
  }
  set width(value: unknown) {
    this.#note.width = checkNumber("width", value, 0);
  }
  get visible(): boolean {
    return this.#note.visible;
  }
  set visible(value: unknown) {
    this.#note.visible = checkBoolean("visible", value);
  }
  getLocation(): Range {
    return rangeAt(this.#book, this.#sheetId, this.#note.region);
  }
  delete(): void {
    const sheet = this.#book.sheetState(this.#sheetId);
    const { row, column } = this.#note.region;
    sheet.notes = sheet.notes.filter((note) => note !== this.#note);
    this.#book.grid.setNote(this.#sheetId, row, column, undefined);
  }
}
