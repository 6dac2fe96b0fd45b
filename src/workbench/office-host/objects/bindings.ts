import { HostCollection, HostError, HostObject } from "../hostObject";
import { checkOneOf, checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { refOfArgument } from "./rangeCore";
import { rangeOf } from "./rangeFactory";
import type { Range } from "./range";
import { RangeRef } from "./rangeRef";
import { Table } from "./table";
import { tablesTouching } from "./tableModel";

type BindingType = "Range" | "Table" | "Text";

/** Cells an add-in named for itself; they follow insertions like every range. */
export interface BoundCells {
  readonly type: BindingType;
  readonly ref: RangeRef;
  readonly tableId: string | undefined;
}

export class Binding extends HostObject {
  readonly #book: Book;
  readonly #id: string;

  constructor(book: Book, id: string) {
    super();
    this.#book = book;
    this.#id = id;
  }
  override identity() {
    return { Id: this.#id };
  }
  get id(): string {
    return this.#id;
  }
  get type(): string {
    return this.#cells().type;
  }
  delete(): void {
    this.#cells();
    this.#book.bindings.delete(this.#id);
  }
  getRange(): Range {
    return rangeOf(this.#cells().ref);
  }
  getTable(): Table {
    const { tableId } = this.#cells();
    if (tableId === undefined) throw new HostError("InvalidBinding", "This object binding is no longer valid due to previous updates, or it is no table binding.");
    return new Table(this.#book, tableId);
  }
  getText(): string {
    const { ref, type } = this.#cells();
    if (type !== "Text") throw new HostError("InvalidBinding", "The binding is no text binding.");
    return ref.book.grid.texts(ref.area)[0]?.[0] ?? "";
  }
  #cells(): BoundCells {
    return this.#book.bindings.get(this.#id) ?? missing(this.#id);
  }
}

export class BindingCollection extends HostCollection<Binding> {
  readonly #book: Book;

  constructor(book: Book) {
    super();
    this.#book = book;
  }
  get items(): readonly Binding[] {
    return [...this.#book.bindings.keys()].map((id) => new Binding(this.#book, id));
  }
  get count(): number {
    return this.#book.bindings.size;
  }
  add(range: unknown, bindingType: unknown, id: unknown): Binding {
    const type = checkOneOf("bindingType", bindingType, ["Range", "Table", "Text"]);
    const key = checkString("id", id);
    const ref = refOfArgument(this.#book, this.#book.grid.activeSheet(), range);
    const [table] = type === "Table" ? tablesTouching(this.#book, ref.sheetId, ref.region) : [];
    if (type === "Table" && !table) throw invalid("A table binding needs cells of a table.");
    if (type === "Text" && (ref.region.rowCount > 1 || ref.region.columnCount > 1)) throw invalid("A text binding needs a single cell.");
    this.#book.bindings.set(key, { type, ref, tableId: table?.id });
    return new Binding(this.#book, key);
  }
  addFromNamedItem(name: unknown, bindingType: unknown, id: unknown): Binding {
    return this.add(checkString("name", name), bindingType, id);
  }
  addFromSelection(bindingType: unknown, id: unknown): Binding {
    const [area] = this.#book.grid.selection();
    if (!area) throw notFound("Nothing is selected.");
    return this.add(rangeOf(new RangeRef(this.#book, area.sheetId, area)), bindingType, id);
  }
  getCount(): number {
    return this.count;
  }
  getItem(id: unknown): Binding {
    return this.#book.bindings.has(String(id)) ? new Binding(this.#book, String(id)) : missing(id);
  }
}

function missing(id: unknown): never {
  throw notFound(`There is no binding "${String(id)}".`);
}
