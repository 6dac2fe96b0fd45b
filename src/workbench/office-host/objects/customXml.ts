import { HostCollection, HostError, HostObject } from "../hostObject";

/** The custom XML parts of a workbook by id: `{8-4-4-4-12}` in upper case, as Excel gives them. */
export class CustomXmlStore {
  readonly #parts: Map<string, string>;

  constructor(parts: Iterable<readonly [string, string]> = []) {
    this.#parts = new Map(parts);
  }

  entries(): readonly (readonly [string, string])[] {
    return [...this.#parts];
  }

  get(id: string): string | undefined {
    return this.#parts.get(id);
  }

  set(id: string, xml: string): void {
    this.#parts.set(id, xml);
  }

  delete(id: string): void {
    this.#parts.delete(id);
  }
}

abstract class CustomXmlParts extends HostCollection<CustomXmlPart> {
  readonly #store: CustomXmlStore;
  readonly #belongs: (xml: string) => boolean;

  constructor(store: CustomXmlStore, belongs: (xml: string) => boolean) {
    super();
    this.#store = store;
    this.#belongs = belongs;
  }

  get items(): readonly CustomXmlPart[] {
    return this.#store
      .entries()
      .filter(([, xml]) => this.#belongs(xml))
      .map(([id]) => new CustomXmlPart(this.#store, id));
  }

  getCount(): number {
    return this.items.length;
  }

  getItem(id: string | number): CustomXmlPart {
    const part = this.items.find((candidate) => candidate.id === id);
    if (!part) throw new HostError("ItemNotFound", `There is no custom XML part ${id}.`);
    return part;
  }
}

export class CustomXmlPartCollection extends CustomXmlParts {
  readonly #store: CustomXmlStore;

  constructor(store: CustomXmlStore) {
    super(store, () => true);
    this.#store = store;
  }

  add(xml: string): CustomXmlPart {
    checkXml(xml);
    const id = `{${crypto.randomUUID().toUpperCase()}}`;
    this.#store.set(id, xml);
    return new CustomXmlPart(this.#store, id);
  }

  getByNamespace(namespaceUri: string): CustomXmlPartScopedCollection {
    return new CustomXmlPartScopedCollection(this.#store, (xml) => namespaceOf(xml) === namespaceUri);
  }
}

export class CustomXmlPartScopedCollection extends CustomXmlParts {
  getOnlyItem(): CustomXmlPart {
    const [item, second] = this.items;
    if (!item) throw new HostError("ItemNotFound", "There is no custom XML part of that namespace.");
    if (second) throw new HostError("GeneralException", "There is more than one custom XML part of that namespace.");
    return item;
  }

  getOnlyItemOrNullObject(): CustomXmlPart | null {
    const { items } = this;
    return items.length === 1 ? (items[0] ?? null) : null;
  }
}

export class CustomXmlPart extends HostObject {
  readonly #store: CustomXmlStore;
  readonly #id: string;

  constructor(store: CustomXmlStore, id: string) {
    super();
    this.#store = store;
    this.#id = id;
  }

  override identity() {
    return { Id: this.#id };
  }

  get id(): string {
    return this.#id;
  }

  get namespaceUri(): string {
    return namespaceOf(this.getXml());
  }

  getXml(): string {
    const xml = this.#store.get(this.#id);
    if (xml === undefined) throw new HostError("ItemNotFound", `The custom XML part ${this.#id} has been deleted.`);
    return xml;
  }

  setXml(xml: string): void {
    this.getXml();
    checkXml(xml);
    this.#store.set(this.#id, xml);
  }

  delete(): void {
    this.getXml();
    this.#store.delete(this.#id);
  }
}

function parse(xml: string): Document {
  return new DOMParser().parseFromString(xml, "application/xml");
}

function namespaceOf(xml: string): string {
  return parse(xml).documentElement.namespaceURI ?? "";
}

function checkXml(xml: unknown): void {
  if (typeof xml !== "string" || parse(xml).querySelector("parsererror")) {
    throw new HostError("InvalidArgument", "A custom XML part needs well-formed XML.");
  }
}
