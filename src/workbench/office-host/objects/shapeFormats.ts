import { checkColor, checkInteger, checkString } from "./arguments";
import { color, fields, flag, handleOf, number, oneOf, part, RecordObject, text } from "./record";

/** Fill, outline and text of a shape. */

export class ShapeFill extends RecordObject {
  static {
    fields(this, { transparency: number(0, 0, 1) });
  }
  get type(): string {
    return handleOf(this).read().none === true ? "NoFill" : "Solid";
  }
  get foregroundColor(): string {
    return String(handleOf(this).read().foregroundColor ?? "#4472C4");
  }
  set foregroundColor(value: unknown) {
    this.setSolidColor(value);
  }
  clear(): void {
    handleOf(this).read().none = true;
    handleOf(this).changed();
  }
  setSolidColor(value: unknown): void {
    Object.assign(handleOf(this).read(), { none: false, foregroundColor: checkColor("color", value) });
    handleOf(this).changed();
  }
}

export class ShapeLineFormat extends RecordObject {
  static {
    fields(this, {
      color: color("#2F528F"),
      dashStyle: oneOf("Solid", "Dash", "DashDot", "DashDotDot", "LongDash", "LongDashDot", "RoundDot", "SquareDot", "LongDashDotDot", "SystemDash", "SystemDot", "SystemDashDot"),
      style: oneOf("Single", "ThickBetweenThin", "ThickThin", "ThinThick", "ThinThin"),
      transparency: number(0, 0, 1),
      visible: flag(true),
      weight: number(1, 0, 1584),
    });
  }
}

const UNDERLINES = ["Single", "Double", "Heavy", "Dotted", "DottedHeavy", "Dash", "DashHeavy", "DashLong", "DashLongHeavy", "DotDash", "DotDashHeavy", "DotDotDash", "DotDotDashHeavy", "Wavy", "WavyHeavy", "WavyDouble"];

export class ShapeFont extends RecordObject {
  static {
    fields(this, { bold: flag(false), color: color("#000000"), italic: flag(false), name: text("Calibri"), size: number(11, 1, 409), underline: oneOf("None", ...UNDERLINES) });
  }
}

/** Text of a shape, or some characters of it with a font of their own. */
export class TextRange extends RecordObject {
  readonly #from: number;
  readonly #length: number | undefined;

  constructor(frame: RecordObject, from = 0, length?: number) {
    super(handleOf(frame));
    this.#from = from;
    this.#length = length;
  }
  get text(): string {
    const whole = String(handleOf(this).read().text ?? "");
    return whole.slice(this.#from, this.#length === undefined ? undefined : this.#from + this.#length);
  }
  set text(value: unknown) {
    const own = checkString("text", value);
    const record = handleOf(this).read();
    const whole = String(record.text ?? "");
    record.text = this.#length === undefined ? whole.slice(0, this.#from) + own : whole.slice(0, this.#from) + own + whole.slice(this.#from + this.#length);
    handleOf(this).changed();
  }
  get font(): ShapeFont {
    return new ShapeFont(this.#length === undefined && this.#from === 0 ? part(this, "font") : part(part(this, "substrings"), `${this.#from},${this.#length ?? ""}`));
  }
  getSubstring(start: unknown, length?: unknown): TextRange {
    return new TextRange(this, this.#from + checkInteger("start", start, 0), length === undefined ? undefined : checkInteger("length", length, 0));
  }
}

export class TextFrame extends RecordObject {
  static {
    fields(this, {
      autoSizeSetting: oneOf("AutoSizeNone", "AutoSizeTextToFitShape", "AutoSizeShapeToFitText", "AutoSizeMixed"),
      bottomMargin: number(3.6, 0),
      horizontalAlignment: oneOf("Left", "Center", "Right", "Justify", "JustifyLow", "Distributed", "ThaiDistributed"),
      horizontalOverflow: oneOf("Overflow", "Clip"),
      leftMargin: number(7.2, 0),
      orientation: oneOf("Horizontal", "Vertical", "Vertical270", "WordArtVertical", "EastAsianVertical", "MongolianVertical", "WordArtVerticalRTL"),
      readingOrder: oneOf("LeftToRight", "RightToLeft"),
      rightMargin: number(7.2, 0),
      topMargin: number(3.6, 0),
      verticalAlignment: oneOf("Top", "Middle", "Bottom", "Justified", "Distributed"),
      verticalOverflow: oneOf("Overflow", "Ellipsis", "Clip"),
    });
  }
  get hasText(): boolean {
    return this.textRange.text !== "";
  }
  get textRange(): TextRange {
    return new TextRange(this);
  }
  deleteText(): void {
    handleOf(this).read().text = "";
    handleOf(this).changed();
  }
}
