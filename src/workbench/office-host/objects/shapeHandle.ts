import { HostError } from "../hostObject";
import { notFound } from "./arguments";
import type { Book } from "./book";
import { checkAllowed } from "./cellAccess";
import type { RecordHandle } from "./record";
import type { ShapeState } from "./drawnState";

/** Access of a shape and its parts to what is kept of it; parts of one kind of shape refuse every other. */
export class ShapeHandle implements RecordHandle {
  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly id: string,
    readonly kind?: "GeometricShape" | "Line" | "Image" | "Group",
  ) {}

  state(): ShapeState {
    const found = this.all().find((shape) => shape.id === this.id);
    if (!found) throw notFound("The shape was deleted.");
    if (this.kind !== undefined && found.type !== this.kind) throw new HostError("InvalidOperation", `The shape ${found.name} is of the type ${found.type}, this needs ${this.kind}.`);
    return found;
  }

  /** Shapes of the sheet, from back to front. */
  all(): ShapeState[] {
    return this.book.sheetState(this.sheetId).shapes;
  }

  of(kind: "GeometricShape" | "Line" | "Image" | "Group"): ShapeHandle {
    return new ShapeHandle(this.book, this.sheetId, this.id, kind);
  }

  read(): Record<string, unknown> {
    return this.state().settings;
  }

  changed(): void {
    checkAllowed(this.book, this.sheetId, "allowEditObjects");
    this.book.chartsChanged(this.sheetId);
  }

  number(key: string): number {
    return Number(this.read()[key] ?? 0);
  }

  put(settings: Readonly<Record<string, unknown>>): void {
    Object.assign(this.read(), settings);
    this.changed();
  }
}
