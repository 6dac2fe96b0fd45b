import { checkNumber } from "./arguments";
import { fields, handleOf, number, oneOf, RecordObject } from "./record";
import { Shape } from "./shape";
import type { ShapeHandle } from "./shapeHandle";

/** A picture on a sheet. Brightness and contrast are shares from 0 to 1, 0.5 as the picture is. */
export class Image extends RecordObject {
  readonly #shape: ShapeHandle;
  static {
    fields(this, {
      brightness: number(0.5, 0, 1),
      colorType: oneOf("Automatic", "Mixed", "GrayScale", "BlackAndWhite", "Watermark"),
      contrast: number(0.5, 0, 1),
      cropBottom: number(0),
      cropLeft: number(0),
      cropRight: number(0),
      cropTop: number(0),
    });
  }

  constructor(shape: ShapeHandle) {
    super(shape);
    this.#shape = shape;
  }
  get id(): string {
    return this.#shape.id;
  }
  get shape(): Shape {
    return new Shape(this.#shape.book, this.#shape.sheetId, this.#shape.id);
  }
  get format(): string {
    return String(this.#shape.read().pictureFormat ?? "UNKNOWN");
  }
  incrementBrightness(increment: unknown): void {
    this.#add("brightness", increment);
  }
  incrementContrast(increment: unknown): void {
    this.#add("contrast", increment);
  }
  #add(key: "brightness" | "contrast", increment: unknown): void {
    const record = handleOf(this).read();
    record[key] = Math.min(1, Math.max(0, Number(record[key] ?? 0.5) + checkNumber("increment", increment, -1, 1)));
    handleOf(this).changed();
  }
}
