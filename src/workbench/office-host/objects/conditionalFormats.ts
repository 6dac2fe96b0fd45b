import { HostCollection } from "../hostObject";
import { checkOneOf, notFound } from "./arguments";
import { checkAllowed } from "./cellAccess";
import { ConditionalFormat } from "./conditionalFormat";
import { pushConditionalFormats } from "./conditionalRules";
import { raiseFormatChanged } from "./changeEvents";
import type { RangeRef } from "./rangeRef";
import { intersection, regionOf, subtract } from "./region";
import type { ConditionalFormatState } from "./workbookState";

const TYPES = ["Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue"] as const;

/** Rules a new format starts with, as Excel's. */
export const FIRST_RULES: Readonly<Record<string, Record<string, unknown>>> = {
  ColorScale: {
    minimum: { type: "LowestValue", color: "#F8696B", formula: null },
    midpoint: { type: "Percentile", color: "#FFEB84", formula: "50" },
    maximum: { type: "HighestValue", color: "#63BE7B", formula: null },
  },
  DataBar: {
    axisColor: "#000000",
    axisFormat: "Automatic",
    barDirection: "Context",
    showDataBarOnly: false,
    lowerBoundRule: { type: "Automatic" },
    upperBoundRule: { type: "Automatic" },
    positiveFormat: { borderColor: "#638EC6", fillColor: "#638EC6", gradientFill: true },
    negativeFormat: { borderColor: "#FF0000", fillColor: "#FF0000", matchPositiveBorderColor: false, matchPositiveFillColor: false },
  },
  IconSet: { style: "ThreeTrafficLights1", reverseIconOrder: false, showIconOnly: false },
};

/** The conditional formats that touch a range, highest priority first. */
export class ConditionalFormatCollection extends HostCollection<ConditionalFormat> {
  readonly #refs: readonly RangeRef[];

  constructor(refs: readonly RangeRef[]) {
    super();
    this.#refs = refs;
  }
  get items(): readonly ConditionalFormat[] {
    const [{ book, sheetId }] = this.#refs as [RangeRef];
    return this.#found().map((format) => new ConditionalFormat(book, sheetId, format.id));
  }
  getCount(): number {
    return this.#found().length;
  }
  getItem(id: unknown): ConditionalFormat {
    const found = this.items.find((format) => format.id === id);
    if (!found) throw notFound(`There is no conditional format ${String(id)} on this range.`);
    return found;
  }
  /** A new format gets the highest priority. */
  add(type: unknown): ConditionalFormat {
    const [{ book, sheetId }] = this.#refs as [RangeRef];
    const kind = checkOneOf("type", type, TYPES);
    checkAllowed(book, sheetId, "allowFormatCells");
    const sheet = book.sheetState(sheetId);
    const format: ConditionalFormatState = {
      id: book.newId(),
      regions: this.#refs.map(({ region }) => regionOf(region)),
      type: kind,
      stopIfTrue: false,
      rule: structuredClone(FIRST_RULES[kind] ?? {}),
      format: {},
    };
    sheet.conditionalFormats = [format, ...sheet.conditionalFormats];
    pushConditionalFormats(book, sheetId);
    for (const { region } of this.#refs) raiseFormatChanged(book, sheetId, region);
    return new ConditionalFormat(book, sheetId, format.id);
  }
  clearAll(): void {
    const [{ book, sheetId }] = this.#refs as [RangeRef];
    checkAllowed(book, sheetId, "allowFormatCells");
    const sheet = book.sheetState(sheetId);
    for (const { region } of this.#refs) {
      sheet.conditionalFormats = sheet.conditionalFormats
        .map((format) => ({ ...format, regions: format.regions.flatMap((part) => subtract(part, region)) }))
        .filter((format) => format.regions.length > 0);
      raiseFormatChanged(book, sheetId, region);
    }
    pushConditionalFormats(book, sheetId);
  }

  #found(): ConditionalFormatState[] {
    const [{ book, sheetId }] = this.#refs as [RangeRef];
    const regions = this.#refs.map((ref) => ref.region);
    return book.sheetState(sheetId).conditionalFormats.filter((format) => format.regions.some((one) => regions.some((region) => intersection(one, region))));
  }
}
