import { checkInteger, invalid } from "./arguments";
import { fields, oneOf, RecordObject } from "./record";
import { Shape } from "./shape";
import { connectionSite, siteCount } from "./shapeGeometry";
import type { ShapeHandle } from "./shapeHandle";

const ARROW = ["Triangle", "Stealth", "Diamond", "Oval", "Open"] as const;

interface Connection {
  readonly id: string;
  readonly site: number;
}

/** A line or connector. An end that is connected to a shape lies on one of its sites. */
export class Line extends RecordObject {
  readonly #shape: ShapeHandle;
  static {
    fields(this, {
      beginArrowheadLength: oneOf("Medium", "Short", "Long"),
      beginArrowheadStyle: oneOf("None", ...ARROW),
      beginArrowheadWidth: oneOf("Medium", "Narrow", "Wide"),
      connectorType: oneOf("Straight", "Elbow", "Curve"),
      endArrowheadLength: oneOf("Medium", "Short", "Long"),
      endArrowheadStyle: oneOf("None", ...ARROW),
      endArrowheadWidth: oneOf("Medium", "Narrow", "Wide"),
    });
  }

  constructor(shape: ShapeHandle) {
    super(shape);
    this.#shape = shape;
  }
  get shape(): Shape {
    return new Shape(this.#shape.book, this.#shape.sheetId, this.#shape.id);
  }
  get id(): string {
    return this.#shape.id;
  }
  get beginConnectedShape(): Shape | null {
    return this.#connected("begin");
  }
  get endConnectedShape(): Shape | null {
    return this.#connected("end");
  }
  get beginConnectedSite(): number | null {
    return this.#connection("begin")?.site ?? null;
  }
  get endConnectedSite(): number | null {
    return this.#connection("end")?.site ?? null;
  }
  get isBeginConnected(): boolean {
    return this.#connection("begin") !== undefined;
  }
  get isEndConnected(): boolean {
    return this.#connection("end") !== undefined;
  }
  connectBeginShape(shape: unknown, site: unknown): void {
    this.#connect("begin", shape, site);
  }
  connectEndShape(shape: unknown, site: unknown): void {
    this.#connect("end", shape, site);
  }
  disconnectBeginShape(): void {
    this.#shape.put({ begin: undefined });
  }
  disconnectEndShape(): void {
    this.#shape.put({ end: undefined });
  }

  #connection(end: "begin" | "end"): Connection | undefined {
    const found = this.#shape.read()[end] as Connection | undefined;
    return this.#shape.all().some((shape) => shape.id === found?.id) ? found : undefined;
  }
  #connected(end: "begin" | "end"): Shape | null {
    const found = this.#connection(end);
    return found ? new Shape(this.#shape.book, this.#shape.sheetId, found.id) : null;
  }
  #connect(end: "begin" | "end", shape: unknown, site: unknown): void {
    if (!(shape instanceof Shape)) throw invalid("shape must be a Shape.");
    const { id } = shape;
    const target = this.#shape.all().find((one) => one.id === id);
    if (!target || target.type === "Line") throw invalid("A line can be connected to a shape of its own worksheet that is no line.");
    const at = connectionSite(target, checkInteger("connectionSite", site, 0, siteCount(target) - 1));
    const points = ends(this.#shape.read());
    points[end] = at;
    const { begin: from, end: to } = points;
    this.#shape.put({
      [end]: { id, site },
      left: Math.min(from.left, to.left),
      top: Math.min(from.top, to.top),
      width: Math.abs(to.left - from.left),
      height: Math.abs(to.top - from.top),
      flipX: to.left < from.left,
      flipY: to.top < from.top,
    });
  }
}

interface Point {
  readonly left: number;
  readonly top: number;
}

/** Where a line begins and ends. */
export function ends(settings: Readonly<Record<string, unknown>>): { begin: Point; end: Point } {
  const [left, top, width, height] = ["left", "top", "width", "height"].map((key) => Number(settings[key] ?? 0)) as [number, number, number, number];
  const [x, y] = [settings.flipX === true, settings.flipY === true];
  return { begin: { left: left + (x ? width : 0), top: top + (y ? height : 0) }, end: { left: left + (x ? 0 : width), top: top + (y ? 0 : height) } };
}

