import { HostObject } from "../hostObject";
import { checkBoolean, checkInteger, checkString, notFound } from "./arguments";
import type { Book } from "./book";
import { checkAllowed } from "./cellAccess";
import { FIRST_RULES } from "./conditionalFormats";
import { pushConditionalFormats } from "./conditionalRules";
import {
  CellValueConditionalFormat,
  CustomConditionalFormat,
  type FormatHandle,
  PresetCriteriaConditionalFormat,
  TextConditionalFormat,
  TopBottomConditionalFormat,
} from "./conditionalKinds";
import { ColorScaleConditionalFormat, DataBarConditionalFormat, IconSetConditionalFormat, ruleHandle } from "./conditionalVisuals";
import { areasOf, rangeAt } from "./rangeFactory";
import { type RangeAreas, refsOfArgument } from "./rangeAreas";
import type { Range } from "./range";
import { RangeRef } from "./rangeRef";
import { regionOf } from "./region";
import type { ConditionalFormatState } from "./workbookState";

/** One rule with its looks. Exactly one of its kinds (`custom`, `dataBar`, …) is there, the others are null objects. */
export class ConditionalFormat extends HostObject {
  readonly #book: Book;
  readonly #sheetId: string;
  readonly #id: string;

  constructor(book: Book, sheetId: string, id: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
    this.#id = id;
  }
  override identity() {
    return { Id: this.#id };
  }
  get id(): string {
    return this.#id;
  }
  get type(): string {
    return this.#state().type;
  }
  /** Excel's place in the order: 0 comes first, one beyond the last means the last, a negative one counts from the end. */
  get priority(): number {
    return this.#book.sheetState(this.#sheetId).conditionalFormats.indexOf(this.#state());
  }
  set priority(value: unknown) {
    const state = this.#state();
    const sheet = this.#book.sheetState(this.#sheetId);
    const rest = sheet.conditionalFormats.filter((format) => format !== state);
    const place = checkInteger("priority", value);
    rest.splice(place < 0 ? Math.max(0, rest.length + 1 + place) : Math.min(place, rest.length), 0, state);
    sheet.conditionalFormats = rest;
    pushConditionalFormats(this.#book, this.#sheetId);
  }
  get stopIfTrue(): boolean {
    return this.#state().stopIfTrue;
  }
  set stopIfTrue(value: unknown) {
    this.#state().stopIfTrue = checkBoolean("stopIfTrue", value);
    pushConditionalFormats(this.#book, this.#sheetId);
  }

  get custom() {
    return this.#kind("Custom", CustomConditionalFormat);
  }
  get customOrNullObject() {
    return this.custom;
  }
  get cellValue() {
    return this.#kind("CellValue", CellValueConditionalFormat);
  }
  get cellValueOrNullObject() {
    return this.cellValue;
  }
  get textComparison() {
    return this.#kind("ContainsText", TextConditionalFormat);
  }
  get textComparisonOrNullObject() {
    return this.textComparison;
  }
  get topBottom() {
    return this.#kind("TopBottom", TopBottomConditionalFormat);
  }
  get topBottomOrNullObject() {
    return this.topBottom;
  }
  get preset() {
    return this.#kind("PresetCriteria", PresetCriteriaConditionalFormat);
  }
  get presetOrNullObject() {
    return this.preset;
  }
  get colorScale() {
    return this.#kind("ColorScale", ColorScaleConditionalFormat);
  }
  get colorScaleOrNullObject() {
    return this.colorScale;
  }
  get dataBar() {
    return this.#state().type === "DataBar" ? new DataBarConditionalFormat(ruleHandle(this.#handle())) : null;
  }
  get dataBarOrNullObject() {
    return this.dataBar;
  }
  get iconSet() {
    return this.#state().type === "IconSet" ? new IconSetConditionalFormat(ruleHandle(this.#handle())) : null;
  }
  get iconSetOrNullObject() {
    return this.iconSet;
  }

  changeRuleToCustom(formula: unknown): void {
    this.#change("Custom", { formula: checkString("formula", formula) });
  }
  changeRuleToCellValue(properties: unknown): void {
    this.#change("CellValue", {});
    if (this.cellValue) this.cellValue.rule = properties;
  }
  changeRuleToContainsText(properties: unknown): void {
    this.#change("ContainsText", {});
    if (this.textComparison) this.textComparison.rule = properties;
  }
  changeRuleToTopBottom(properties: unknown): void {
    this.#change("TopBottom", {});
    if (this.topBottom) this.topBottom.rule = properties;
  }
  changeRuleToPresetCriteria(properties: unknown): void {
    this.#change("PresetCriteria", {});
    if (this.preset) this.preset.rule = properties;
  }
  changeRuleToColorScale(): void {
    this.#change("ColorScale", structuredClone(FIRST_RULES.ColorScale ?? {}));
  }
  changeRuleToDataBar(): void {
    this.#change("DataBar", structuredClone(FIRST_RULES.DataBar ?? {}));
  }
  changeRuleToIconSet(): void {
    this.#change("IconSet", structuredClone(FIRST_RULES.IconSet ?? {}));
  }

  /** Only for a format on one block of cells. */
  getRange(): Range {
    const [region, another] = this.#state().regions;
    if (!region || another) throw notFound("The conditional format is on several ranges: use getRanges.");
    return rangeAt(this.#book, this.#sheetId, region);
  }
  getRanges(): RangeAreas {
    return areasOf(this.#state().regions.map((region) => new RangeRef(this.#book, this.#sheetId, region)));
  }
  setRanges(ranges: unknown): void {
    const state = this.#state();
    const own = new RangeRef(this.#book, this.#sheetId, state.regions[0] ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 });
    state.regions = refsOfArgument(own, ranges).map(({ region }) => regionOf(region));
    pushConditionalFormats(this.#book, this.#sheetId);
  }
  delete(): void {
    const state = this.#state();
    checkAllowed(this.#book, this.#sheetId, "allowFormatCells");
    const sheet = this.#book.sheetState(this.#sheetId);
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format !== state);
    pushConditionalFormats(this.#book, this.#sheetId);
  }

  #state(): ConditionalFormatState {
    const found = this.#book.sheetState(this.#sheetId).conditionalFormats.find((format) => format.id === this.#id);
    if (!found) throw notFound("The conditional format was deleted.");
    return found;
  }
  #handle(): FormatHandle {
    return {
      state: () => this.#state(),
      changed: () => pushConditionalFormats(this.#book, this.#sheetId),
    };
  }
  #kind<T>(type: string, Kind: new (handle: FormatHandle) => T): T | null {
    return this.#state().type === type ? new Kind(this.#handle()) : null;
  }
  #change(type: string, rule: Record<string, unknown>): void {
    const state = this.#state();
    state.type = type;
    state.rule = rule;
    pushConditionalFormats(this.#book, this.#sheetId);
  }
}
