import { HostError, HostObject } from "../hostObject";
import { checkNumber, checkOneOf, checkString, invalid } from "./arguments";
import type { Book } from "./book";
import { checkAllowed } from "./cellAccess";
import { fields, flag, oneOf, part, RecordObject, text } from "./record";
import { ShapeFill, ShapeLineFormat, TextFrame } from "./shapeFormats";
import { siteCount } from "./shapeGeometry";
import { ShapeHandle } from "./shapeHandle";
import { ShapeGroup, shapesIn } from "./shapeGroup";
import { Image } from "./shapeImage";
import { Line } from "./shapeLine";
import { GEOMETRIC_SHAPES } from "./shapeTypes";
import type { ShapeState } from "./drawnState";
import { Worksheet } from "./worksheet";

export class GeometricShape extends HostObject {
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
}

/** A geometric shape, line, picture or group as Excel keeps it. It is drawn by whoever listens to `Book.onChartsChanged`. */
export class Shape extends RecordObject {
  readonly #shape: ShapeHandle;
  static {
    fields(this, {
      altTextDescription: text(""),
      altTextTitle: text(""),
      lockAspectRatio: flag(false),
      placement: oneOf("TwoCell", "OneCell", "Absolute"),
      visible: flag(true),
    });
  }

  constructor(book: Book, sheetId: string, id: string) {
    const shape = new ShapeHandle(book, sheetId, id);
    super(shape);
    this.#shape = shape;
  }
  override identity() {
    return { Id: this.#shape.id };
  }
  get fill(): ShapeFill {
    return new ShapeFill(part(this.#shape, "fill"));
  }
  get geometricShape(): GeometricShape {
    return new GeometricShape(this.#shape.of("GeometricShape"));
  }
  get group(): ShapeGroup {
    return new ShapeGroup(this.#shape.of("Group"));
  }
  get image(): Image {
    return new Image(this.#shape.of("Image"));
  }
  get line(): Line {
    return new Line(this.#shape.of("Line"));
  }
  get lineFormat(): ShapeLineFormat {
    return new ShapeLineFormat(part(this.#shape, "lineFormat"));
  }
  get textFrame(): TextFrame {
    return new TextFrame(part(this.#shape, "textFrame"));
  }
  get parentGroup(): Shape | null {
    const group = this.#shape.read().group;
    return typeof group === "string" ? new Shape(this.#shape.book, this.#shape.sheetId, group) : null;
  }

  get id(): string {
    return this.#shape.id;
  }
  get name(): string {
    return this.#shape.state().name;
  }
  set name(value: unknown) {
    const name = checkString("name", value);
    if (name === "") throw invalid("The name of a shape cannot be empty.");
    this.#shape.state().name = name;
    this.#shape.changed();
  }
  get type(): string {
    return this.#shape.state().type;
  }
  get connectionSiteCount(): number {
    return siteCount(this.#shape.state());
  }
  get geometricShapeType(): string | null {
    return (this.#shape.read().geometricShapeType as string | undefined) ?? null;
  }
  set geometricShapeType(value: unknown) {
    this.#shape.of("GeometricShape").put({ geometricShapeType: checkOneOf("geometricShapeType", value, GEOMETRIC_SHAPES) });
  }
  /** Groups around the shape. */
  get level(): number {
    let level = 0;
    for (let id = this.#shape.read().group; typeof id === "string"; id = this.#shape.all().find((shape) => shape.id === id)?.settings.group) level++;
    return level;
  }
  get zOrderPosition(): number {
    return this.#shape.all().findIndex((shape) => shape.id === this.#shape.id);
  }
  get left(): number {
    return this.#shape.number("left");
  }
  set left(value: unknown) {
    this.#place({ left: checkNumber("left", value, 0), top: this.top });
  }
  get top(): number {
    return this.#shape.number("top");
  }
  set top(value: unknown) {
    this.#place({ left: this.left, top: checkNumber("top", value, 0) });
  }
  get width(): number {
    return this.#shape.number("width");
  }
  set width(value: unknown) {
    this.#resize("width", checkNumber("width", value, 0));
  }
  get height(): number {
    return this.#shape.number("height");
  }
  set height(value: unknown) {
    this.#resize("height", checkNumber("height", value, 0));
  }
  get rotation(): number {
    return this.#shape.number("rotation");
  }
  set rotation(value: unknown) {
    this.#shape.put({ rotation: ((checkNumber("rotation", value) % 360) + 360) % 360 });
  }

  copyTo(destinationSheet?: unknown): Shape {
    const { book, sheetId } = this.#shape;
    const target = destinationSheet instanceof Worksheet ? Worksheet.id(destinationSheet) : destinationSheet === undefined ? sheetId : book.findSheet(String(destinationSheet))?.id;
    if (target === undefined) throw invalid("destinationSheet must be a Worksheet, its name or id.");
    const copy = { ...structuredClone(this.#shape.state()), id: book.newId() };
    delete copy.settings.group;
    book.sheetState(target).shapes.push(copy);
    book.chartsChanged(target);
    return new Shape(book, target, copy.id);
  }
  delete(): void {
    const { book, sheetId, id } = this.#shape;
    checkAllowed(book, sheetId, "allowEditObjects");
    const gone = new Set([id, ...shapesIn(this.#shape.all(), id, true).map((shape) => shape.id)]);
    this.#shape.state();
    book.sheetState(sheetId).shapes = this.#shape.all().filter((shape) => !gone.has(shape.id));
    if (book.activeShape !== undefined && gone.has(book.activeShape)) book.activeShape = undefined;
    book.chartsChanged(sheetId);
  }
  /** A picture as it is kept; other shapes are drawn by no part of this host. */
  getAsImage(format: unknown): string {
    const wanted = checkOneOf("format", format, ["UNKNOWN", "BMP", "JPEG", "GIF", "PNG", "SVG"]);
    const { picture, pictureFormat } = this.#shape.read();
    if (typeof picture === "string" && (pictureFormat === wanted || wanted === "UNKNOWN")) return picture;
    throw new HostError("NotImplemented", `Shape.getAsImage is not implemented by this host but for pictures in their own format.`);
  }
  incrementLeft(increment: unknown): void {
    this.left = Math.max(0, this.left + checkNumber("increment", increment));
  }
  incrementTop(increment: unknown): void {
    this.top = Math.max(0, this.top + checkNumber("increment", increment));
  }
  incrementRotation(increment: unknown): void {
    this.rotation = this.rotation + checkNumber("increment", increment);
  }
  scaleHeight(scaleFactor: unknown, scaleType: unknown, scaleFrom?: unknown): void {
    this.#scale("height", "top", scaleFactor, scaleType, scaleFrom);
  }
  scaleWidth(scaleFactor: unknown, scaleType: unknown, scaleFrom?: unknown): void {
    this.#scale("width", "left", scaleFactor, scaleType, scaleFrom);
  }
  setZOrder(position: unknown): void {
    const step = checkOneOf("position", position, ["BringToFront", "BringForward", "SendToBack", "SendBackward"]);
    const all = this.#shape.all();
    const from = this.zOrderPosition;
    const to = { BringToFront: all.length - 1, BringForward: Math.min(all.length - 1, from + 1), SendToBack: 0, SendBackward: Math.max(0, from - 1) }[step];
    all.splice(to, 0, ...all.splice(from, 1));
    this.#shape.changed();
  }

  /** Members of a group move with it. */
  #place(to: { readonly left: number; readonly top: number }): void {
    const [right, down] = [to.left - this.left, to.top - this.top];
    for (const member of shapesIn(this.#shape.all(), this.#shape.id, true)) {
      Object.assign(member.settings, { left: Number(member.settings.left ?? 0) + right, top: Number(member.settings.top ?? 0) + down });
    }
    this.#shape.put(to);
  }
  #resize(side: "width" | "height", size: number): void {
    const before = this.#shape.number(side);
    const other = side === "width" ? "height" : "width";
    const factor = before > 0 ? size / before : 1;
    const locked = this.#shape.read().lockAspectRatio === true;
    const [x, y] = [side === "width" || locked ? factor : 1, side === "height" || locked ? factor : 1];
    for (const { settings } of shapesIn(this.#shape.all(), this.#shape.id, true)) scaleInside(settings, this, x, y);
    this.#shape.put({ [side]: size, ...(locked ? { [other]: this.#shape.number(other) * factor } : {}) });
  }
  #scale(side: "width" | "height", edge: "left" | "top", scaleFactor: unknown, scaleType: unknown, scaleFrom: unknown): void {
    const factor = checkNumber("scaleFactor", scaleFactor, 0);
    const type = checkOneOf("scaleType", scaleType, ["CurrentSize", "OriginalSize"]);
    const from = scaleFrom === undefined ? "ScaleFromTopLeft" : checkOneOf("scaleFrom", scaleFrom, ["ScaleFromTopLeft", "ScaleFromMiddle", "ScaleFromBottomRight"]);
    const original = this.#shape.read().originalSize as Record<"width" | "height", number> | undefined;
    if (type === "OriginalSize" && !original) throw invalid("Only pictures have an original size to scale from.");
    const before = this[side];
    const size = (type === "OriginalSize" ? (original?.[side] ?? before) : before) * factor;
    this[side] = size;
    const share = { ScaleFromTopLeft: 0, ScaleFromMiddle: 0.5, ScaleFromBottomRight: 1 }[from];
    if (share > 0) this[edge] = Math.max(0, this[edge] + (before - size) * share);
  }
}

function scaleInside(settings: ShapeState["settings"], group: { readonly left: number; readonly top: number }, x: number, y: number): void {
  const [left, top, width, height] = ["left", "top", "width", "height"].map((key) => Number(settings[key] ?? 0)) as [number, number, number, number];
  Object.assign(settings, { left: group.left + (left - group.left) * x, top: group.top + (top - group.top) * y, width: width * x, height: height * y });
}
