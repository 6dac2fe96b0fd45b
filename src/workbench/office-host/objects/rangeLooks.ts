import { HostObject } from "../hostObject";
import { checkBoolean, checkColor, checkNumber, checkOneOf, checkString } from "./arguments";
import { applyFormat, applyStyle, readFormat, readStyle } from "./lookAccess";
import type { RangeRef } from "./rangeRef";

const PATTERNS = [
  "None", "Solid", "Gray50", "Gray75", "Gray25", "Horizontal", "Vertical", "Down", "Up", "Checker", "SemiGray75", "LightHorizontal",
  "LightVertical", "LightDown", "LightUp", "Grid", "CrissCross", "Gray16", "Gray8", "LinearGradient", "RectangularGradient",
] as const;
const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

type Refs = readonly RangeRef[];

export class RangeFill extends HostObject {
  readonly #refs: Refs;

  constructor(refs: Refs) {
    super();
    this.#refs = refs;
  }
  /** White without a fill, as Excel answers; "" sets no fill. */
  get color(): string | null {
    return readStyle(this.#refs, (style) => style.fillColor || "#FFFFFF");
  }
  set color(value: unknown) {
    applyStyle(this.#refs, { fillColor: checkColor("color", value) });
  }
  get pattern(): string | null {
    const kept = readFormat(this.#refs, "fillPattern", "");
    return kept === "" ? readStyle(this.#refs, (style) => (style.fillColor ? "Solid" : "None")) : kept;
  }
  set pattern(value: unknown) {
    const pattern = checkOneOf("pattern", value, PATTERNS);
    applyFormat(this.#refs, { fillPattern: pattern });
    if (pattern === "None") applyStyle(this.#refs, { fillColor: "" });
  }
  get patternColor(): string | null {
    return readFormat(this.#refs, "patternColor", "#000000");
  }
  set patternColor(value: unknown) {
    applyFormat(this.#refs, { patternColor: checkColor("patternColor", value) });
  }
  get tintAndShade(): number | null {
    return readFormat(this.#refs, "fillTint", 0);
  }
  set tintAndShade(value: unknown) {
    applyFormat(this.#refs, { fillTint: checkNumber("tintAndShade", value, -1, 1) });
  }
  get patternTintAndShade(): number | null {
    return readFormat(this.#refs, "patternTint", 0);
  }
  set patternTintAndShade(value: unknown) {
    applyFormat(this.#refs, { patternTint: checkNumber("patternTintAndShade", value, -1, 1) });
  }
  clear(): void {
    applyStyle(this.#refs, { fillColor: "" });
    applyFormat(this.#refs, { fillPattern: "", patternColor: "#000000", fillTint: 0, patternTint: 0 });
  }
}

export class RangeFont extends HostObject {
  readonly #refs: Refs;

  constructor(refs: Refs) {
    super();
    this.#refs = refs;
  }
  get bold(): boolean | null {
    return readStyle(this.#refs, (style) => style.bold ?? false);
  }
  set bold(value: unknown) {
    applyStyle(this.#refs, { bold: checkBoolean("bold", value) });
  }
  get italic(): boolean | null {
    return readStyle(this.#refs, (style) => style.italic ?? false);
  }
  set italic(value: unknown) {
    applyStyle(this.#refs, { italic: checkBoolean("italic", value) });
  }
  get strikethrough(): boolean | null {
    return readStyle(this.#refs, (style) => style.strikethrough ?? false);
  }
  set strikethrough(value: unknown) {
    applyStyle(this.#refs, { strikethrough: checkBoolean("strikethrough", value) });
  }
  get underline(): string | null {
    return readStyle(this.#refs, (style) => style.underline ?? "None");
  }
  /** The accountant's underlines are kept as the plain ones: the grid knows no others. */
  set underline(value: unknown) {
    const underline = checkOneOf("underline", value, UNDERLINES);
    applyStyle(this.#refs, { underline: underline === "None" ? "None" : underline.startsWith("Single") ? "Single" : "Double" });
  }
  get color(): string | null {
    return readStyle(this.#refs, (style) => style.fontColor ?? "#000000");
  }
  set color(value: unknown) {
    applyStyle(this.#refs, { fontColor: checkColor("color", value) || "#000000" });
  }
  get name(): string | null {
    return readStyle(this.#refs, (style) => style.fontName ?? "Calibri");
  }
  set name(value: unknown) {
    applyStyle(this.#refs, { fontName: checkString("name", value) });
  }
  get size(): number | null {
    return readStyle(this.#refs, (style) => style.fontSize ?? 11);
  }
  set size(value: unknown) {
    applyStyle(this.#refs, { fontSize: checkNumber("size", value, 1, 409) });
  }
  get subscript(): boolean | null {
    return readFormat(this.#refs, "subscript", false);
  }
  set subscript(value: unknown) {
    const subscript = checkBoolean("subscript", value);
    applyFormat(this.#refs, subscript ? { subscript, superscript: false } : { subscript });
  }
  get superscript(): boolean | null {
    return readFormat(this.#refs, "superscript", false);
  }
  set superscript(value: unknown) {
    const superscript = checkBoolean("superscript", value);
    applyFormat(this.#refs, superscript ? { superscript, subscript: false } : { superscript });
  }
  get tintAndShade(): number | null {
    return readFormat(this.#refs, "fontTint", 0);
  }
  set tintAndShade(value: unknown) {
    applyFormat(this.#refs, { fontTint: checkNumber("tintAndShade", value, -1, 1) });
  }
}

export class FormatProtection extends HostObject {
  readonly #refs: Refs;

  constructor(refs: Refs) {
    super();
    this.#refs = refs;
  }
  get locked(): boolean | null {
    return readFormat(this.#refs, "locked", true);
  }
  set locked(value: unknown) {
    applyFormat(this.#refs, { locked: checkBoolean("locked", value) });
  }
  get formulaHidden(): boolean | null {
    return readFormat(this.#refs, "formulaHidden", false);
  }
  set formulaHidden(value: unknown) {
    applyFormat(this.#refs, { formulaHidden: checkBoolean("formulaHidden", value) });
  }
}
