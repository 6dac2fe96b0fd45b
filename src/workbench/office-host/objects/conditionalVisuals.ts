import { HostObject } from "../hostObject";
import { checkColor, checkOneOf, invalid } from "./arguments";
import { type FormatHandle, type Plain, plainObject, ruleFormula } from "./conditionalKinds";
import { color, type Field, fields, flag, handleOf, oneOf, part, RecordObject, type RecordHandle } from "./record";

/** Conditional formats that draw: colour scales, icons, data bars. */

const COLOR_TYPES = ["LowestValue", "HighestValue", "Number", "Percent", "Formula", "Percentile"] as const;
const ICON_COUNTS: Readonly<Record<string, number>> = {
  ThreeArrows: 3, ThreeArrowsGray: 3, ThreeFlags: 3, ThreeTrafficLights1: 3, ThreeTrafficLights2: 3, ThreeSigns: 3, ThreeSymbols: 3, ThreeSymbols2: 3,
  FourArrows: 4, FourArrowsGray: 4, FourRedToBlack: 4, FourRating: 4, FourTrafficLights: 4,
  FiveArrows: 5, FiveArrowsGray: 5, FiveRating: 5, FiveQuarters: 5, ThreeStars: 3, ThreeTriangles: 3, FiveBoxes: 5,
};

export function ruleHandle(handle: FormatHandle): RecordHandle {
  return { read: () => handle.state().rule, changed: () => handle.changed() };
}

export class ColorScaleConditionalFormat extends HostObject {
  readonly #handle: FormatHandle;

  constructor(handle: FormatHandle) {
    super();
    this.#handle = handle;
  }
  get criteria(): Plain {
    return this.#handle.state().rule;
  }
  set criteria(value: unknown) {
    const { minimum, midpoint, maximum } = plainObject("criteria", value);
    this.#handle.state().rule = {
      minimum: colorPoint("minimum", minimum),
      ...(midpoint === undefined || midpoint === null ? {} : { midpoint: colorPoint("midpoint", midpoint) }),
      maximum: colorPoint("maximum", maximum),
    };
    this.#handle.changed();
  }
  get threeColorScale(): boolean {
    return this.#handle.state().rule.midpoint !== undefined;
  }
}

function colorPoint(what: string, input: unknown): Plain {
  const { type, color: shade, formula } = plainObject(what, input);
  return { type: checkOneOf(`${what}.type`, type, COLOR_TYPES), color: checkColor(`${what}.color`, shade ?? ""), formula: formulaOrNull(what, formula) };
}

function formulaOrNull(what: string, formula: unknown): string | null {
  return formula === undefined || formula === null ? null : ruleFormula(`${what}.formula`, formula);
}

export class IconSetConditionalFormat extends RecordObject {
  static {
    fields(this, { reverseIconOrder: flag(false), showIconOnly: flag(false) });
  }
  get style(): string {
    return String(handleOf(this).read().style);
  }
  set style(value: unknown) {
    const style = checkOneOf("style", value, Object.keys(ICON_COUNTS));
    const handle = handleOf(this);
    if (ICON_COUNTS[style] !== ICON_COUNTS[this.style]) delete handle.read().criteria;
    handle.read().style = style;
    handle.changed();
  }
  /** The first entry stands for the lowest icon and has no bound. */
  get criteria(): unknown[] {
    const kept = handleOf(this).read().criteria;
    if (Array.isArray(kept)) return kept;
    const count = ICON_COUNTS[this.style] ?? 3;
    return Array.from({ length: count }, (_, index) =>
      index === 0 ? {} : { type: "Percent", operator: "GreaterThanOrEqual", formula: `=${Math.round((100 * index) / count)}` },
    );
  }
  set criteria(value: unknown) {
    if (!Array.isArray(value)) throw invalid("criteria must be an array with one entry for each icon.");
    const handle = handleOf(this);
    handle.read().criteria = value.map((entry: unknown, index) => iconCriterion(entry, index));
    handle.changed();
  }
}

function iconCriterion(entry: unknown, index: number): Plain {
  if (index === 0 && (entry === null || typeof entry !== "object" || Object.keys(entry).length === 0)) return {};
  const { type, operator, formula, customIcon } = plainObject("criteria", entry);
  return {
    type: checkOneOf("type", type, ["Number", "Percent", "Formula", "Percentile"]),
    operator: checkOneOf("operator", operator, ["GreaterThan", "GreaterThanOrEqual"]),
    formula: ruleFormula("formula", formula),
    ...(customIcon === undefined || customIcon === null ? {} : { customIcon }),
  };
}

const bound: Field = {
  otherwise: { type: "Automatic" },
  check: (what, value) => {
    const { type, formula } = plainObject(what, value);
    return { type: checkOneOf(`${what}.type`, type, ["Automatic", ...COLOR_TYPES]), formula: formulaOrNull(what, formula) };
  },
};

export class DataBarConditionalFormat extends RecordObject {
  static {
    fields(this, {
      axisColor: color("#000000"),
      axisFormat: oneOf("Automatic", "None", "CellMidPoint"),
      barDirection: oneOf("Context", "LeftToRight", "RightToLeft"),
      showDataBarOnly: flag(false),
      lowerBoundRule: bound,
      upperBoundRule: bound,
    });
  }
  get positiveFormat(): ConditionalDataBarPositiveFormat {
    return new ConditionalDataBarPositiveFormat(part(this, "positiveFormat"));
  }
  get negativeFormat(): ConditionalDataBarNegativeFormat {
    return new ConditionalDataBarNegativeFormat(part(this, "negativeFormat"));
  }
}

export class ConditionalDataBarPositiveFormat extends RecordObject {
  static {
    fields(this, { borderColor: color("#638EC6"), fillColor: color("#638EC6"), gradientFill: flag(true) });
  }
}

export class ConditionalDataBarNegativeFormat extends RecordObject {
  static {
    fields(this, { borderColor: color("#FF0000"), fillColor: color("#FF0000"), matchPositiveBorderColor: flag(false), matchPositiveFillColor: flag(false) });
  }
}
