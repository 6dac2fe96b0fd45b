import { HostCollection } from "../hostObject";
import { checkInteger, checkOneOf, notFound } from "./arguments";
import { ChartTrendlineFormat, ChartTrendlineLabelFormat, HORIZONTAL_TEXT, VERTICAL_TEXT } from "./chartFormats";
import { fields, flag, free, handleOf, number, oneOf, part, readOnly, RecordObject, type RecordHandle, text } from "./record";

const TYPES = ["Linear", "Exponential", "Logarithmic", "MovingAverage", "Polynomial", "Power"] as const;

type Records = Record<string, unknown>[];

export class ChartTrendlineCollection extends HostCollection<ChartTrendline> {
  readonly #series: RecordHandle;

  constructor(series: RecordHandle) {
    super();
    this.#series = series;
  }
  get items(): readonly ChartTrendline[] {
    return this.#records().map((record) => new ChartTrendline(this.#series, record));
  }
  add(type?: unknown): ChartTrendline {
    const record = { type: type === undefined ? "Linear" : checkOneOf("type", type, TYPES) };
    this.#records().push(record);
    this.#series.changed();
    return new ChartTrendline(this.#series, record);
  }
  getCount(): number {
    return this.#records().length;
  }
  getItem(index: unknown): ChartTrendline {
    const found = this.items[checkInteger("index", index, 0)];
    if (!found) throw notFound(`The series has no trendline ${String(index)}.`);
    return found;
  }
  #records(): Records {
    return (this.#series.read().trendlines ??= []) as Records;
  }
}

export class ChartTrendline extends RecordObject {
  readonly #series: RecordHandle;
  static {
    fields(this, {
      backwardPeriod: number(0, 0),
      forwardPeriod: number(0, 0),
      intercept: free(""),
      movingAveragePeriod: number(2, 2),
      name: text(""),
      polynomialOrder: number(2, 2, 6),
      showEquation: flag(false),
      showRSquared: flag(false),
      type: oneOf(...TYPES),
    });
  }

  constructor(series: RecordHandle, record: Record<string, unknown>) {
    super({ read: () => record, changed: () => series.changed() });
    this.#series = series;
  }
  override identity() {
    return { Id: (this.#series.read().trendlines as Records).indexOf(handleOf(this).read()) };
  }
  get format(): ChartTrendlineFormat {
    return new ChartTrendlineFormat(part(this, "format"));
  }
  get label(): ChartTrendlineLabel {
    return new ChartTrendlineLabel(part(this, "label"));
  }
  delete(): void {
    const records = this.#series.read().trendlines as Records;
    const index = records.indexOf(handleOf(this).read());
    if (index < 0) throw notFound("The trendline was deleted.");
    records.splice(index, 1);
    this.#series.changed();
  }
}

export class ChartTrendlineLabel extends RecordObject {
  static {
    fields(this, {
      autoText: flag(true),
      formula: text(""),
      height: readOnly(15),
      horizontalAlignment: oneOf(...HORIZONTAL_TEXT),
      left: number(0),
      linkNumberFormat: flag(true),
      numberFormat: text("General"),
      text: text(""),
      textOrientation: number(0, -90, 180),
      top: number(0),
      verticalAlignment: oneOf(...VERTICAL_TEXT),
      width: readOnly(50),
    });
  }
  get format(): ChartTrendlineLabelFormat {
    return new ChartTrendlineLabelFormat(part(this, "format"));
  }
}
