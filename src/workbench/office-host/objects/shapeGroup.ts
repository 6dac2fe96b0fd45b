import { HostCollection, HostObject } from "../hostObject";
import { notFound } from "./arguments";
import { Shape } from "./shape";
import type { ShapeHandle } from "./shapeHandle";
import type { ShapeState } from "./drawnState";

/** Members of a group, with those of the groups in it if asked. */
export function shapesIn(all: readonly ShapeState[], groupId: string, deep = false): ShapeState[] {
  return all.filter((shape) => shape.settings.group === groupId).flatMap((shape) => [shape, ...(deep ? shapesIn(all, shape.id, true) : [])]);
}

export function findShape(shapes: readonly ShapeState[], key: unknown): ShapeState | undefined {
  const wanted = String(key).toLowerCase();
  return shapes.find((shape) => shape.id.toLowerCase() === wanted) ?? shapes.find((shape) => shape.name.toLowerCase() === wanted);
}

export class GroupShapeCollection extends HostCollection<Shape> {
  readonly #shape: ShapeHandle;

  constructor(shape: ShapeHandle) {
    super();
    this.#shape = shape;
  }
  get items(): readonly Shape[] {
    return this.#members().map(({ id }) => new Shape(this.#shape.book, this.#shape.sheetId, id));
  }
  getCount(): number {
    return this.#members().length;
  }
  getItem(key: unknown): Shape {
    const found = findShape(this.#members(), key);
    if (!found) throw notFound(`There is no shape "${String(key)}" in the group.`);
    return new Shape(this.#shape.book, this.#shape.sheetId, found.id);
  }
  #members(): ShapeState[] {
    this.#shape.state();
    return shapesIn(this.#shape.all(), this.#shape.id);
  }
}

export class ShapeGroup extends HostObject {
  readonly #shape: ShapeHandle;

  constructor(shape: ShapeHandle) {
    super();
    this.#shape = shape;
  }
  get id(): string {
    return this.#shape.id;
  }
  get shape(): Shape {
    return new Shape(this.#shape.book, this.#shape.sheetId, this.#shape.id);
  }
  get shapes(): GroupShapeCollection {
    return new GroupShapeCollection(this.#shape);
  }
  /** The members stay where they are. */
  ungroup(): void {
    const { book, sheetId, id } = this.#shape;
    const { group } = this.#shape.state().settings;
    for (const member of shapesIn(this.#shape.all(), id)) {
      if (group === undefined) delete member.settings.group;
      else member.settings.group = group;
    }
    book.sheetState(sheetId).shapes = this.#shape.all().filter((shape) => shape.id !== id);
    book.chartsChanged(sheetId);
  }
}
