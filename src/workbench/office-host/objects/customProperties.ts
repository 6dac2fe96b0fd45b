import { HostCollection, HostObject } from "../hostObject";
import { checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";

interface Entry {
  key: string;
  value: string;
}

/** Small texts an add-in keeps with a sheet. They are saved, but not copied with the sheet. */
export class WorksheetCustomPropertyCollection extends HostCollection<WorksheetCustomProperty> {
  readonly #book: Book;
  readonly #sheetId: string;

  constructor(book: Book, sheetId: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  get items(): readonly WorksheetCustomProperty[] {
    return this.#entries().map((entry) => new WorksheetCustomProperty(this.#book, this.#sheetId, entry));
  }
  /** Overwrites the value of a key that is there. */
  add(key: unknown, value: unknown): WorksheetCustomProperty {
    const name = checkString("key", key);
    if (name === "" || name.length > 255) throw invalid(`The key must have 1 to 255 characters, it has ${name.length}.`);
    const text = checkString("value", value);
    const known = find(this.#entries(), name);
    if (known) known.value = text;
    else this.#entries().push({ key: name, value: text });
    return new WorksheetCustomProperty(this.#book, this.#sheetId, find(this.#entries(), name) as Entry);
  }
  getCount(): number {
    return this.#entries().length;
  }
  getItem(key: unknown): WorksheetCustomProperty {
    return this.getItemOrNullObject(key) ?? missing(key);
  }
  getItemOrNullObject(key: unknown): WorksheetCustomProperty | null {
    const entry = find(this.#entries(), String(key));
    return entry ? new WorksheetCustomProperty(this.#book, this.#sheetId, entry) : null;
  }
  #entries(): Entry[] {
    return this.#book.sheetState(this.#sheetId).customProperties;
  }
}

function find(entries: readonly Entry[], key: string): Entry | undefined {
  return entries.find((entry) => entry.key.toLowerCase() === key.toLowerCase());
}

function missing(key: unknown): never {
  throw notFound(`There is no custom property "${String(key)}".`);
}

export class WorksheetCustomProperty extends HostObject {
  readonly #book: Book;
  readonly #sheetId: string;
  readonly #entry: Entry;

  constructor(book: Book, sheetId: string, entry: Entry) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
    this.#entry = entry;
  }
  override identity() {
    return { Id: this.#entry.key };
  }
  get key(): string {
    return this.#entry.key;
  }
  get value(): string {
    return this.#entry.value;
  }
  set value(value: unknown) {
    this.#entry.value = checkString("value", value);
  }
  delete(): void {
    const sheet = this.#book.sheetState(this.#sheetId);
    sheet.customProperties = sheet.customProperties.filter((entry) => entry !== this.#entry);
  }
}
