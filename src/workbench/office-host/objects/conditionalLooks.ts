import { HostCollection } from "../hostObject";
import { checkColor, checkOneOf } from "./arguments";
import { color, fields, flag, free, handleOf, keptAs, oneOf, part, RecordObject, type RecordHandle } from "./record";

/** Looks a conditional format lays over cells. The data are named like `CellStyle`, as the grid takes them. */
export class ConditionalRangeFormat extends RecordObject {
  static {
    fields(this, { numberFormat: free(null) });
  }
  get font(): ConditionalRangeFont {
    return new ConditionalRangeFont(handleOf(this));
  }
  get fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(handleOf(this));
  }
  get borders(): ConditionalRangeBorderCollection {
    return new ConditionalRangeBorderCollection(handleOf(this));
  }
  clearFormat(): void {
    clear(handleOf(this), ["numberFormat", "bold", "italic", "strikethrough", "underline", "fontColor", "fillColor", "borders"]);
  }
}

function clear(handle: RecordHandle, keys: readonly string[]): void {
  for (const key of keys) delete handle.read()[key];
  handle.changed();
}

export class ConditionalRangeFont extends RecordObject {
  static {
    fields(this, {
      bold: flag(false),
      color: keptAs("fontColor", color("")),
      italic: flag(false),
      strikethrough: flag(false),
      underline: oneOf("None", "Single", "Double"),
    });
  }
  clear(): void {
    clear(handleOf(this), ["bold", "italic", "strikethrough", "underline", "fontColor"]);
  }
}

export class ConditionalRangeFill extends RecordObject {
  static {
    fields(this, { color: keptAs("fillColor", color("")) });
  }
  clear(): void {
    clear(handleOf(this), ["fillColor"]);
  }
}

const SIDES = { EdgeTop: "top", EdgeBottom: "bottom", EdgeLeft: "left", EdgeRight: "right" } as const;
const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"] as const;

export class ConditionalRangeBorderCollection extends HostCollection<ConditionalRangeBorder> {
  readonly #handle: RecordHandle;

  constructor(handle: RecordHandle) {
    super();
    this.#handle = handle;
  }
  get items(): readonly ConditionalRangeBorder[] {
    return (Object.keys(SIDES) as (keyof typeof SIDES)[]).map((side) => new ConditionalRangeBorder(this.#handle, side));
  }
  get count(): number {
    return this.items.length;
  }
  getItem(index: unknown): ConditionalRangeBorder {
    return new ConditionalRangeBorder(this.#handle, checkOneOf("index", index, Object.keys(SIDES) as (keyof typeof SIDES)[]));
  }
  get top(): ConditionalRangeBorder {
    return this.getItem("EdgeTop");
  }
  get bottom(): ConditionalRangeBorder {
    return this.getItem("EdgeBottom");
  }
  get left(): ConditionalRangeBorder {
    return this.getItem("EdgeLeft");
  }
  get right(): ConditionalRangeBorder {
    return this.getItem("EdgeRight");
  }
}

export class ConditionalRangeBorder extends RecordObject {
  readonly #index: string;

  constructor(format: RecordHandle, index: keyof typeof SIDES) {
    super(part(part(format, "borders"), SIDES[index]));
    this.#index = index;
  }
  override identity() {
    return { Id: this.#index };
  }
  get sideIndex(): string {
    return this.#index;
  }
  get style(): unknown {
    return handleOf(this).read().style ?? "None";
  }
  set style(value: unknown) {
    Object.assign(handleOf(this).read(), { weight: "Thin", color: this.color, style: checkOneOf("style", value, STYLES) });
    handleOf(this).changed();
  }
  get color(): unknown {
    return handleOf(this).read().color ?? "#000000";
  }
  set color(value: unknown) {
    const style = this.style === "None" ? "Continuous" : this.style;
    Object.assign(handleOf(this).read(), { weight: "Thin", style, color: checkColor("color", value) });
    handleOf(this).changed();
  }
}
