import { HostCollection } from "../hostObject";
import { checkNumber, checkOneOf, checkString, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { checkAllowed } from "./cellAccess";
import { Shape } from "./shape";
import { findShape } from "./shapeGroup";
import { pictureInfo } from "./shapeGeometry";
import { GEOMETRIC_SHAPES } from "./shapeTypes";
import type { ShapeState } from "./drawnState";

/** Size of a new shape in Excel, in points. */
const NEW_SHAPE = { left: 0, top: 0, width: 72, height: 72 };

export class ShapeCollection extends HostCollection<Shape> {
  readonly #book: Book;
  readonly #sheetId: string;

  constructor(book: Book, sheetId: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  /** Members of groups are found in their group only. */
  get items(): readonly Shape[] {
    return this.#shapes().flatMap(({ id, settings }) => (settings.group === undefined ? [new Shape(this.#book, this.#sheetId, id)] : []));
  }
  addGeometricShape(geometricShapeType: unknown): Shape {
    const type = checkOneOf("geometricShapeType", geometricShapeType, GEOMETRIC_SHAPES);
    return this.#add("GeometricShape", type.replace(/([a-z])([A-Z])/g, "$1 $2"), { ...NEW_SHAPE, geometricShapeType: type });
  }
  addTextBox(text?: unknown): Shape {
    const own = text === undefined ? "" : checkString("text", text);
    const looks = { fill: { foregroundColor: "#FFFFFF" }, lineFormat: { color: "#BCBCBC", weight: 0.75 } };
    return this.#add("GeometricShape", "TextBox", { ...NEW_SHAPE, ...looks, geometricShapeType: "Rectangle", textFrame: { text: own } });
  }
  addLine(startLeft: unknown, startTop: unknown, endLeft: unknown, endTop: unknown, connectorType?: unknown): Shape {
    const [x, y, toX, toY] = [checkNumber("startLeft", startLeft, 0), checkNumber("startTop", startTop, 0), checkNumber("endLeft", endLeft, 0), checkNumber("endTop", endTop, 0)];
    const type = connectorType === undefined ? "Straight" : checkOneOf("connectorType", connectorType, ["Straight", "Elbow", "Curve"]);
    const place = { left: Math.min(x, toX), top: Math.min(y, toY), width: Math.abs(toX - x), height: Math.abs(toY - y), flipX: toX < x, flipY: toY < y };
    return this.#add("Line", `${type === "Curve" ? "Curved" : type} Connector`, { ...place, connectorType: type, lineFormat: { color: "#4472C4", weight: 0.5 } });
  }
  addImage(base64ImageString: unknown): Shape {
    const picture = checkString("base64ImageString", base64ImageString).replace(/^data:[^,]*,/, "");
    const info = pictureInfo(picture);
    if (!info) throw invalid("base64ImageString must be a JPEG, PNG, GIF, BMP or SVG picture in Base64.");
    const { format, width, height } = info;
    return this.#add("Image", "Picture", { ...NEW_SHAPE, width, height, originalSize: { width, height }, lockAspectRatio: true, picture, pictureFormat: format, fill: { none: true }, lineFormat: { visible: false } });
  }
  addGroup(values: unknown): Shape {
    const members = Array.isArray(values) ? values.map((value) => (value instanceof Shape ? value.id : String(value))) : [];
    const found = [...new Set(members)].map((key) => findShape(this.#shapes(), key) ?? missing(key));
    if (found.length < 2) throw invalid("A group needs two shapes at least.");
    if (found.some((shape) => shape.settings.group !== undefined)) throw invalid("A shape that is in a group already cannot be put into another.");
    const edges = found.map(({ settings }) => {
      const [left, top, width, height] = ["left", "top", "width", "height"].map((key) => Number(settings[key] ?? 0)) as [number, number, number, number];
      return { left, top, right: left + width, bottom: top + height };
    });
    const left = Math.min(...edges.map((edge) => edge.left));
    const top = Math.min(...edges.map((edge) => edge.top));
    const size = { width: Math.max(...edges.map((edge) => edge.right)) - left, height: Math.max(...edges.map((edge) => edge.bottom)) - top };
    const group = this.#add("Group", "Group", { left, top, ...size });
    for (const shape of found) shape.settings.group = group.id;
    return group;
  }
  getCount(): number {
    return this.items.length;
  }
  getItem(key: unknown): Shape {
    return new Shape(this.#book, this.#sheetId, (findShape(this.#shapes(), key) ?? missing(key)).id);
  }

  #shapes(): ShapeState[] {
    return this.#book.sheetState(this.#sheetId).shapes;
  }
  #add(type: string, stem: string, settings: Record<string, unknown>): Shape {
    checkAllowed(this.#book, this.#sheetId, "allowEditObjects");
    const shape: ShapeState = { id: this.#book.newId(), name: `${stem} ${this.#shapes().length + 1}`, type, settings };
    this.#shapes().push(shape);
    this.#book.chartsChanged(this.#sheetId);
    return new Shape(this.#book, this.#sheetId, shape.id);
  }
}

function missing(key: unknown): never {
  throw notFound(`There is no shape "${String(key)}" on the worksheet.`);
}
