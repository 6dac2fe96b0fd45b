import { HostObject } from "../hostObject";
import { checkBoolean, checkInteger, checkNumber, checkOneOf, invalid } from "./arguments";
import type { Book } from "./book";
import { areasOf } from "./rangeFactory";
import { RangeAreas } from "./rangeAreas";
import { refOf, RangeCore } from "./rangeCore";
import { fields, readOnly, RecordObject } from "./record";

const MODES = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

export class Application extends HostObject {
  readonly #book: Book;

  constructor(book: Book) {
    super();
    this.#book = book;
  }
  get cultureInfo(): CultureInfo {
    return new CultureInfo(NOTHING_SET);
  }
  get iterativeCalculation(): IterativeCalculation {
    return new IterativeCalculation(this.#book);
  }
  get calculationEngineVersion(): number {
    return 191029;
  }
  get calculationMode(): string {
    return this.#book.state.calculationMode;
  }
  set calculationMode(value: unknown) {
    this.#book.state.calculationMode = checkOneOf("calculationMode", value, MODES);
    this.#book.grid.setAutomaticCalculation(this.#book.state.calculationMode !== "Manual");
  }
  get calculationState(): string {
    return "Done";
  }
  get decimalSeparator(): string {
    return ".";
  }
  get thousandsSeparator(): string {
    return ",";
  }
  get useSystemSeparators(): boolean {
    return true;
  }
  calculate(calculationType: unknown): Promise<void> {
    const type = checkOneOf("calculationType", calculationType, ["Recalculate", "Full", "FullRebuild"]);
    return this.#book.grid.recalculate(type !== "Recalculate");
  }
  /** Formulas are recalculated and the screen is drawn after each request anyway. */
  suspendApiCalculationUntilNextSync(): void {
    return;
  }
  suspendScreenUpdatingUntilNextSync(): void {
    return;
  }
  union(...ranges: unknown[]): RangeAreas {
    const given = ranges.flat().filter((range) => range !== undefined && range !== null);
    const refs = given.flatMap((range) => {
      if (range instanceof RangeAreas) return [...RangeAreas.refs(range)];
      if (range instanceof RangeCore) return [refOf(range)];
      throw invalid("union takes Range and RangeAreas objects.");
    });
    if (refs.length < 2) throw invalid("union needs at least two ranges.");
    return areasOf(refs);
  }
}

export class IterativeCalculation extends HostObject {
  readonly #book: Book;

  constructor(book: Book) {
    super();
    this.#book = book;
  }
  get enabled(): boolean {
    return this.#book.state.iterativeCalculation.enabled;
  }
  set enabled(value: unknown) {
    this.#book.state.iterativeCalculation.enabled = checkBoolean("enabled", value);
  }
  get maxChange(): number {
    return this.#book.state.iterativeCalculation.maxChange;
  }
  set maxChange(value: unknown) {
    this.#book.state.iterativeCalculation.maxChange = checkNumber("maxChange", value, 0);
  }
  get maxIteration(): number {
    return this.#book.state.iterativeCalculation.maxIteration;
  }
  set maxIteration(value: unknown) {
    this.#book.state.iterativeCalculation.maxIteration = checkInteger("maxIteration", value, 1, 32_767);
  }
}

const NOTHING_SET = { read: () => ({}), changed: () => undefined };

/** The workbench speaks en-US. */
export class CultureInfo extends RecordObject {
  static {
    fields(this, { name: readOnly("en-US") });
  }
  get datetimeFormat(): DatetimeFormatInfo {
    return new DatetimeFormatInfo(NOTHING_SET);
  }
  get numberFormat(): NumberFormatInfo {
    return new NumberFormatInfo(NOTHING_SET);
  }
}

export class DatetimeFormatInfo extends RecordObject {
  static {
    fields(this, {
      dateSeparator: readOnly("/"),
      longDatePattern: readOnly("dddd, MMMM d, yyyy"),
      longTimePattern: readOnly("h:mm:ss tt"),
      shortDatePattern: readOnly("M/d/yyyy"),
      timeSeparator: readOnly(":"),
    });
  }
}

export class NumberFormatInfo extends RecordObject {
  static {
    fields(this, { currencySymbol: readOnly("$"), numberDecimalSeparator: readOnly("."), numberGroupSeparator: readOnly(",") });
  }
}
