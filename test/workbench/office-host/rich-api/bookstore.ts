import { HostCollection, HostError, HostObject } from "../../../../src/workbench/office-host/hostObject";

/** A tiny object model to drive the engine with: a shop of shelves with books. */
export class Shop extends HostObject {
  readonly #shelves = new Shelves();
  readonly #sign = new Sign();
  get shelves(): Shelves {
    return this.#shelves;
  }
  get sign(): Sign {
    return this.#sign;
  }
  get openShelf(): Shelf | null {
    return null;
  }
  get title(): string {
    return "Shop";
  }
  getFavourite(): Shelf {
    return this.#shelves.getItem("a");
  }
  closeTill(amount: number, note?: string): string {
    return `${amount} ${note ?? "no note"}`;
  }
  async countLater(): Promise<number> {
    return 7;
  }
  explode(): void {
    throw new TypeError("a fault of the model");
  }
}

export class Sign extends HostObject {
  #text = "Welcome";
  get text(): string {
    return this.#text;
  }
  set text(text: string) {
    this.#text = text;
  }
  get frame(): Frame {
    return this.#frame;
  }
  get letterCount(): number {
    return this.#text.length;
  }
  readonly #frame = new Frame();
}

export class Frame extends HostObject {
  #color = "black";
  #lamp: { readonly watts: number } | null = null;
  get color(): string {
    return this.#color;
  }
  set color(color: string) {
    this.#color = color;
  }
  get lamp(): { readonly watts: number } | null {
    return this.#lamp;
  }
  set lamp(lamp: { readonly watts: number } | null) {
    this.#lamp = lamp;
  }
}

export class Shelves extends HostCollection<Shelf> {
  readonly #items = [new Shelf("a"), new Shelf("b"), new Shelf("c")];
  get items(): readonly Shelf[] {
    return this.#items;
  }
  get count(): number {
    return this.#items.length;
  }
  getItem(key: string | number): Shelf {
    const found = this.#items.find((shelf) => shelf.name === key || shelf.identity().Id === key);
    if (!found) throw new HostError("ItemNotFound", `no shelf ${key}`);
    return found;
  }
  add(name: string): Shelf {
    const shelf = new Shelf(name);
    this.#items.push(shelf);
    return shelf;
  }
}

export class Shelf extends HostObject {
  #name: string;
  #grid: unknown[][] = [
    [1, 2],
    [3, 4],
  ];
  #neighbour: Shelf | undefined;
  readonly #sign = new Sign();
  constructor(name: string) {
    super();
    this.#name = name;
  }
  override identity() {
    return { Id: `{${this.#name}}` };
  }
  get name(): string {
    return this.#name;
  }
  set name(name: string) {
    this.#name = name;
  }
  get sign(): Sign {
    return this.#sign;
  }
  get values(): unknown[][] {
    return this.#grid;
  }
  set values(values: unknown[][]) {
    this.#grid = values;
  }
  get rowCount(): number {
    return this.#grid.length;
  }
  get columnCount(): number {
    return this.#grid[0]?.length ?? 0;
  }
  get owner(): undefined {
    return undefined;
  }
  placeBeside(other: Shelf): void {
    this.#neighbour = other;
  }
  get neighbourName(): string {
    return this.#neighbour?.name ?? "";
  }
  setRule(rule: { readonly source: Shelf | string }): string {
    return rule.source instanceof Shelf ? `shelf ${rule.source.name}` : rule.source;
  }
}
