import type { DefinedName } from "../../spreadsheet/spreadsheet";
import { HostCollection, HostError } from "../hostObject";
import { checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { checkFormula } from "./formulaText";
import { formatAbsolute, quoteSheetName } from "./address";
import { NamedItem } from "./namedItem";
import { checkNameText } from "./nameRules";
import { RangeCore, refOf } from "./rangeCore";
import { isPlainReference } from "./nameValues";

/** Excel's limit for the comment of a name. */
const MAX_COMMENT = 255;

/** Names of the workbook, or those that belong to one sheet. */
export class NamedItemCollection extends HostCollection<NamedItem> {
  readonly #book: Book;
  readonly #sheetId: string | undefined;

  constructor(book: Book, sheetId?: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  get items(): readonly NamedItem[] {
    return this.#names().map((name) => new NamedItem(this.#book, name.name, name.sheetId));
  }
  /** `reference` is a Range or the text of a formula, also of a constant: `=0.25`. */
  add(name: unknown, reference: unknown, comment?: unknown): NamedItem {
    const text = checkString("name", name);
    checkNameText(text);
    if (this.#find(text)) throw new HostError("ItemAlreadyExists", `The name ${text} already exists${this.#sheetId === undefined ? "" : " on this worksheet"}.`);
    if (this.#sheetId === undefined && this.#book.grid.tables().some((table) => table.name.toLowerCase() === text.toLowerCase())) {
      throw invalid(`The name ${text} is already used by a table.`);
    }
    const note = comment === undefined ? "" : checkString("comment", comment);
    if (note.length > MAX_COMMENT) throw invalid(`The comment has ${note.length} characters, the limit is ${MAX_COMMENT}.`);
    this.#book.grid.setName({ name: text, formula: nameFormula(this.#book, this.#sheetId, reference), visible: true, ...(this.#sheetId === undefined ? {} : { sheetId: this.#sheetId }) });
    const item = new NamedItem(this.#book, text, this.#sheetId);
    if (note !== "") item.comment = note;
    return item;
  }
  addFormulaLocal(name: unknown, formula: unknown, comment?: unknown): NamedItem {
    return this.add(name, checkString("formula", formula), comment);
  }
  getCount(): number {
    return this.#names().length;
  }
  getItem(name: unknown): NamedItem {
    const found = this.getItemOrNullObject(name);
    if (!found) throw notFound(`There is no name "${String(name)}".`);
    return found;
  }
  getItemOrNullObject(name: unknown): NamedItem | null {
    const found = this.#find(String(name));
    return found ? new NamedItem(this.#book, found.name, found.sheetId) : null;
  }
  #names(): readonly DefinedName[] {
    return this.#book.grid.namesOf(this.#sheetId);
  }
  #find(name: string): DefinedName | undefined {
    return this.#book.grid.findName(name, this.#sheetId);
  }
}

/** The formula behind a name: relative references are made absolute, so that the name means the same everywhere. */
export function nameFormula(book: Book, sheetId: string | undefined, reference: unknown): string {
  if (reference instanceof RangeCore) {
    const ref = refOf(reference);
    return `=${quoteSheetName(book.sheet(ref.sheetId).name)}!${formatAbsolute(ref.region)}`;
  }
  if (typeof reference === "number" || typeof reference === "boolean") return `=${String(reference).toUpperCase()}`;
  const text = checkString("reference", reference);
  if (!text.startsWith("=")) return `="${text.replace(/"/g, '""')}"`;
  checkFormula(text);
  const plain = isPlainReference(book, sheetId, text);
  return plain ? `=${quoteSheetName(book.sheet(plain.sheetId).name)}!${formatAbsolute(plain.region)}` : text;
}
