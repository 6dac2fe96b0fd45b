import { HostCollection, HostObject } from "../hostObject";
import { checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { fields, handleOf, number, readOnly, RecordObject, text } from "./record";

export class DocumentProperties extends RecordObject {
  readonly #book: Book;
  static {
    fields(this, {
      author: text(""),
      category: text(""),
      comments: text(""),
      company: text(""),
      keywords: text(""),
      lastAuthor: readOnly(""),
      manager: text(""),
      revisionNumber: number(0, 0),
      subject: text(""),
      title: text(""),
    });
  }

  constructor(book: Book) {
    super({ read: () => book.state.properties, changed: () => undefined });
    this.#book = book;
  }
  get creationDate(): unknown {
    return handleOf(this).read().creationDate ?? null;
  }
  get custom(): CustomPropertyCollection {
    return new CustomPropertyCollection(this.#book);
  }
}

type Entry = Book["state"]["customProperties"][number];

export class CustomPropertyCollection extends HostCollection<CustomProperty> {
  readonly #book: Book;

  constructor(book: Book) {
    super();
    this.#book = book;
  }
  get items(): readonly CustomProperty[] {
    return this.#entries().map((entry) => new CustomProperty(this.#book, entry));
  }
  add(key: unknown, value: unknown): CustomProperty {
    const name = checkString("key", key);
    if (name === "" || name.length > 255) throw invalid(`The key must have 1 to 255 characters, it has ${name.length}.`);
    const typed = typedValue(value);
    const known = this.#find(name);
    if (known) Object.assign(known, typed);
    else this.#entries().push({ key: name, ...typed });
    return this.getItem(name);
  }
  getCount(): number {
    return this.#entries().length;
  }
  getItem(key: unknown): CustomProperty {
    const entry = this.#find(String(key));
    if (!entry) throw notFound(`There is no custom property "${String(key)}".`);
    return new CustomProperty(this.#book, entry);
  }
  getItemOrNullObject(key: unknown): CustomProperty | null {
    const entry = this.#find(String(key));
    return entry ? new CustomProperty(this.#book, entry) : null;
  }
  deleteAll(): void {
    this.#entries().length = 0;
  }
  #entries(): Entry[] {
    return this.#book.state.customProperties;
  }
  #find(key: string): Entry | undefined {
    return this.#entries().find((entry) => entry.key.toLowerCase() === key.toLowerCase());
  }
}

/** Longer texts are cut, as Excel does. */
const MAX_TEXT = 255;

function typedValue(value: unknown): { value: string | number | boolean; type: string } {
  if (typeof value === "boolean") return { value, type: "Boolean" };
  if (typeof value === "number") return { value, type: Number.isInteger(value) ? "Number" : "Float" };
  if (typeof value !== "string") throw invalid("value must be text, a number, true, false or a date.");
  return /^\d{4}-\d\d-\d\dT/.test(value) ? { value, type: "Date" } : { value: value.slice(0, MAX_TEXT), type: "String" };
}

export class CustomProperty extends HostObject {
  readonly #book: Book;
  readonly #entry: Entry;

  constructor(book: Book, entry: Entry) {
    super();
    this.#book = book;
    this.#entry = entry;
  }
  override identity() {
    return { Id: this.#entry.key };
  }
  get key(): string {
    return this.#entry.key;
  }
  get type(): string {
    return this.#entry.type;
  }
  get value(): string | number | boolean {
    return this.#entry.value;
  }
  set value(value: unknown) {
    Object.assign(this.#entry, typedValue(value));
  }
  delete(): void {
    const entries = this.#book.state.customProperties;
    entries.splice(entries.indexOf(this.#entry), 1);
  }
}
