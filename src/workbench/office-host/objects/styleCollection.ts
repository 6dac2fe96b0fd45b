import { HostCollection, HostError } from "../hostObject";
import { checkOneOf, checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { color, fields, flag, handleOf, keptAs, number, oneOf, RecordObject, text } from "./record";
import { BUILT_IN_STYLES, builtInStyleName } from "./styles";
import { HORIZONTAL, READING_ORDERS, VERTICAL } from "./rangeFormat";

/** Named cell styles: Excel's own and those somebody added. */
export class StyleCollection extends HostCollection<Style> {
  readonly #book: Book;

  constructor(book: Book) {
    super();
    this.#book = book;
  }
  get items(): readonly Style[] {
    const own = Object.keys(this.#book.state.styles);
    return [...Object.keys(BUILT_IN_STYLES), ...own.filter((name) => !(name in BUILT_IN_STYLES))].map((name) => new Style(this.#book, name));
  }
  add(name: unknown): void {
    const given = checkString("name", name);
    if (given === "" || given.length > 255) throw invalid(`A style name has 1 to 255 characters, this one has ${given.length}.`);
    if (this.getItemOrNullObject(given)) throw new HostError("ItemAlreadyExists", `The style "${given}" already exists.`);
    this.#book.state.styles[given] = { ...BUILT_IN_STYLES.Normal };
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(name: unknown): Style {
    const found = this.getItemOrNullObject(name);
    if (!found) throw notFound(`There is no cell style "${String(name)}".`);
    return found;
  }
  getItemOrNullObject(name: unknown): Style | null {
    const wanted = String(name);
    const own = Object.keys(this.#book.state.styles).find((one) => one.toLowerCase() === wanted.toLowerCase());
    const found = own ?? builtInStyleName(wanted);
    return found === undefined ? null : new Style(this.#book, found);
  }
}

/** Kept under the names of `CellStyle`, so that the looks can be laid over cells as they are. */
export class Style extends RecordObject {
  readonly #book: Book;
  readonly #name: string;
  static {
    fields(this, {
      autoIndent: flag(false),
      formulaHidden: flag(false),
      horizontalAlignment: oneOf(...(HORIZONTAL as readonly string[] as [string, ...string[]])),
      includeAlignment: flag(true),
      includeBorder: flag(true),
      includeFont: flag(true),
      includeNumber: flag(true),
      includePatterns: flag(true),
      includeProtection: flag(true),
      indentLevel: number(0, 0, 250),
      locked: flag(true),
      numberFormat: text("General"),
      readingOrder: oneOf(...(READING_ORDERS as readonly string[] as [string, ...string[]])),
      shrinkToFit: flag(false),
      textOrientation: number(0, -90, 180),
      verticalAlignment: { otherwise: "Bottom", check: (name, value) => checkOneOf(name, value, VERTICAL) },
      wrapText: flag(false),
    });
  }

  constructor(book: Book, name: string) {
    super({ read: () => (book.state.styles[name] ??= { ...BUILT_IN_STYLES[name] }), changed: () => undefined });
    this.#book = book;
    this.#name = name;
  }
  override identity() {
    return { Id: this.#name };
  }
  get name(): string {
    return this.#name;
  }
  get builtIn(): boolean {
    return this.#name in BUILT_IN_STYLES;
  }
  get numberFormatLocal(): unknown {
    return handleOf(this).read().numberFormat ?? "General";
  }
  set numberFormatLocal(value: unknown) {
    handleOf(this).read().numberFormat = checkString("numberFormatLocal", value);
  }
  get font(): StyleFont {
    return new StyleFont(handleOf(this));
  }
  get fill(): StyleFill {
    return new StyleFill(handleOf(this));
  }
  delete(): void {
    if (this.builtIn) throw new HostError("InvalidOperation", `${this.#name} is one of Excel's own styles and cannot be deleted.`);
    delete this.#book.state.styles[this.#name];
  }
}

/** The part of `RangeFont` a named style keeps. */
export class StyleFont extends RecordObject {
  static {
    fields(this, {
      bold: flag(false),
      color: keptAs("fontColor", color("#000000")),
      italic: flag(false),
      name: keptAs("fontName", text("Calibri")),
      size: keptAs("fontSize", number(11, 1, 409)),
      strikethrough: flag(false),
      underline: oneOf("None", "Single", "Double"),
    });
  }
}

export class StyleFill extends RecordObject {
  static {
    fields(this, { color: keptAs("fillColor", color("#FFFFFF")) });
  }
  clear(): void {
    delete handleOf(this).read().fillColor;
  }
}
