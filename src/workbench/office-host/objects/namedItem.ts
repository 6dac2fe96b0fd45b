import type { DefinedName } from "../../spreadsheet/spreadsheet";
import { HostObject } from "../hostObject";
import { checkBoolean, checkString, notFound } from "./arguments";
import type { Book } from "./book";
import { nameFormula } from "./names";
import { constantOf, type NameValue } from "./nameValues";
import { rangeOf } from "./rangeFactory";
import type { Range } from "./range";
import { tryResolve } from "./resolveAddress";
import { valueAsJson, valueTypeOf } from "./valueTypes";
import { Worksheet } from "./worksheet";

export class NamedItem extends HostObject {
  readonly #book: Book;
  readonly #name: string;
  readonly #sheetId: string | undefined;

  constructor(book: Book, name: string, sheetId: string | undefined) {
    super();
    this.#book = book;
    this.#name = name;
    this.#sheetId = sheetId;
  }
  override identity() {
    return { _Id: this.#name };
  }
  get name(): string {
    return this.#defined().name;
  }
  get scope(): string {
    return this.#sheetId === undefined ? "Workbook" : "Worksheet";
  }
  get worksheet(): Worksheet | null {
    return this.#sheetId === undefined ? null : new Worksheet(this.#book, this.#sheetId);
  }
  get worksheetOrNullObject(): Worksheet | null {
    return this.worksheet;
  }
  get formula(): string {
    return this.#defined().formula;
  }
  set formula(value: unknown) {
    this.#book.grid.setName({ ...this.#defined(), formula: nameFormula(this.#book, this.#sheetId, value) });
  }
  get visible(): boolean {
    return this.#defined().visible;
  }
  set visible(value: unknown) {
    this.#book.grid.setName({ ...this.#defined(), visible: checkBoolean("visible", value) });
  }
  get comment(): string {
    return this.#book.state.nameComments[this.#key()] ?? "";
  }
  set comment(value: unknown) {
    this.#book.state.nameComments[this.#key()] = checkString("comment", value);
  }
  get type(): string {
    if (this.#range()) return "Range";
    return constantOf(this.formula)?.type ?? "Error";
  }
  /** Address of a range, else the constant; `#NAME?` where a formula would have to be calculated. */
  get value(): unknown {
    const range = this.#range();
    if (range) return range.address;
    const constant = constantOf(this.formula);
    return constant ? (constant.type === "Array" ? this.formula.slice(1) : constant.value) : "#NAME?";
  }
  get valueAsJson(): unknown {
    const { value } = this;
    return this.type === "Range" ? value : valueAsJson(value as string, "General");
  }
  get valueAsJsonLocal(): unknown {
    return this.valueAsJson;
  }
  get arrayValues(): NamedItemArrayValues | null {
    const constant = constantOf(this.formula);
    if (constant?.type === "Array") return new NamedItemArrayValues(constant.value);
    const range = this.#range();
    return range ? new NamedItemArrayValues(this.#book.grid.values(range.area)) : null;
  }
  getRange(): Range {
    return this.getRangeOrNullObject() ?? notARange(this.#name);
  }
  getRangeOrNullObject(): Range | null {
    const range = this.#range();
    return range ? rangeOf(range) : null;
  }
  delete(): void {
    this.#book.grid.deleteName(this.#defined().name, this.#sheetId);
    delete this.#book.state.nameComments[this.#key()];
  }

  #key(): string {
    return `${this.#sheetId ?? ""}!${this.#name.toLowerCase()}`;
  }
  #defined(): DefinedName {
    const found = this.#book.grid.findName(this.#name, this.#sheetId);
    if (!found) throw notFound(`The name ${this.#name} was deleted.`);
    return found;
  }
  #range() {
    return constantOf(this.formula) ? undefined : tryResolve(this.#book, this.#sheetId, this.formula.slice(1));
  }
}

function notARange(name: string): never {
  throw notFound(`The name ${name} does not stand for a range.`);
}

export class NamedItemArrayValues extends HostObject {
  readonly #values: NonNullable<(NameValue & { type: "Array" })["value"]>;

  constructor(values: (string | number | boolean)[][]) {
    super();
    this.#values = values;
  }
  get values(): unknown {
    return this.#values;
  }
  get types(): unknown {
    return this.#values.map((row) => row.map(valueTypeOf));
  }
  get valuesAsJson(): unknown {
    return this.#values.map((row) => row.map((value) => valueAsJson(value, "General")));
  }
  get valuesAsJsonLocal(): unknown {
    return this.valuesAsJson;
  }
}
