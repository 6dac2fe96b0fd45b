import { HostCollection } from "../hostObject";
import { checkInteger, checkString } from "./arguments";
import {
  ChartDataLabelFormat,
  ChartDataTableFormat,
  type ChartFormatString,
  ChartLeaderLinesFormat,
  ChartLegendFormat,
  ChartPlotAreaFormat,
  ChartTitleFormat,
  HORIZONTAL_TEXT,
  substring,
  VERTICAL_TEXT,
} from "./chartFormats";
import type { ChartHandle } from "./chartHandle";
import { seriesName } from "./chartSources";
import { type Field, fields, flag, free, handleOf, number, oneOf, part, readOnly, RecordObject, type RecordHandle, text } from "./record";

const aligned: Readonly<Record<string, Field>> = {
  horizontalAlignment: oneOf(...HORIZONTAL_TEXT),
  textOrientation: number(0, -90, 180),
  verticalAlignment: oneOf(...VERTICAL_TEXT),
};
const placed: Readonly<Record<string, Field>> = { left: number(0), top: number(0) };

export class ChartTitle extends RecordObject {
  readonly #chart: ChartHandle;
  static {
    fields(this, {
      ...aligned,
      ...placed,
      height: readOnly(18),
      overlay: flag(false),
      position: oneOf("Top", "Automatic", "Bottom", "Left", "Right"),
      showShadow: flag(false),
      visible: flag(true),
      width: readOnly(100),
    });
  }

  constructor(chart: ChartHandle) {
    super(part(chart.settings, "title"));
    this.#chart = chart;
  }
  get format(): ChartTitleFormat {
    return new ChartTitleFormat(part(this, "format"));
  }
  /** A chart of one series is called like it. */
  get text(): unknown {
    const kept = handleOf(this).read().text;
    if (kept !== undefined) return kept;
    return this.#chart.state().series.length === 1 ? seriesName(this.#chart.book, this.#chart.state(), 0) : "Chart Title";
  }
  set text(value: unknown) {
    Object.assign(handleOf(this).read(), { text: checkString("text", value), visible: true });
    handleOf(this).changed();
  }
  getSubstring(start: unknown, length: unknown): ChartFormatString {
    return substring(this, checkInteger("start", start, 0), checkInteger("length", length, 0));
  }
  setFormula(formula: unknown): void {
    Object.assign(handleOf(this).read(), { formula: checkString("formula", formula), visible: true });
    handleOf(this).changed();
  }
}

export class ChartLegend extends RecordObject {
  readonly #chart: ChartHandle;
  static {
    fields(this, {
      ...placed,
      height: number(20, 0),
      overlay: flag(false),
      position: oneOf("Bottom", "Top", "Left", "Right", "Corner", "Custom"),
      showShadow: flag(false),
      visible: flag(true),
      width: number(100, 0),
    });
  }

  constructor(chart: ChartHandle) {
    super(part(chart.settings, "legend"));
    this.#chart = chart;
  }
  get format(): ChartLegendFormat {
    return new ChartLegendFormat(part(this, "format"));
  }
  get legendEntries(): ChartLegendEntryCollection {
    return new ChartLegendEntryCollection(this.#chart, part(this, "entries"));
  }
}

export class ChartLegendEntryCollection extends HostCollection<ChartLegendEntry> {
  readonly #chart: ChartHandle;
  readonly #entries: RecordHandle;

  constructor(chart: ChartHandle, entries: RecordHandle) {
    super();
    this.#chart = chart;
    this.#entries = entries;
  }
  get items(): readonly ChartLegendEntry[] {
    return this.#chart.state().series.map((_series, index) => new ChartLegendEntry(part(this.#entries, String(index)), index));
  }
  getItem(index: unknown): ChartLegendEntry {
    return this.getItemAt(Number(index));
  }
  getCount(): number {
    return this.items.length;
  }
}

export class ChartLegendEntry extends RecordObject {
  readonly #index: number;
  static {
    fields(this, { height: readOnly(15), left: readOnly(0), top: readOnly(0), visible: flag(true), width: readOnly(50) });
  }

  constructor(handle: RecordHandle, index: number) {
    super(handle);
    this.#index = index;
  }
  get index(): number {
    return this.#index;
  }
}

const LABEL_POSITIONS = ["None", "Center", "InsideEnd", "InsideBase", "Left", "Right", "Top", "Bottom", "BestFit", "Callout"];
const labels: Readonly<Record<string, Field>> = {
  ...aligned,
  autoText: flag(true),
  linkNumberFormat: flag(true),
  numberFormat: text("General"),
  position: oneOf("OutsideEnd", ...LABEL_POSITIONS),
  separator: text(", "),
  showBubbleSize: flag(false),
  showCategoryName: flag(false),
  showLegendKey: flag(false),
  showPercentage: flag(false),
  showSeriesName: flag(false),
  geometricShapeType: free("Rectangle"),
  showAsStickyCallout: readOnly(false),
};

export class ChartDataLabels extends RecordObject {
  static {
    fields(this, { ...labels, showLeaderLines: flag(false), showValue: flag(true) });
  }
  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(part(this, "format"));
  }
  get leaderLines(): ChartLeaderLines {
    return new ChartLeaderLines(part(this, "leaderLines"));
  }
}

export class ChartLeaderLines extends RecordObject {
  get format(): ChartLeaderLinesFormat {
    return new ChartLeaderLinesFormat(part(this, "format"));
  }
}

export class ChartDataLabel extends RecordObject {
  static {
    fields(this, { ...labels, ...placed, formula: text(""), height: readOnly(15), showValue: flag(true), text: text(""), width: readOnly(30) });
  }
  get format(): ChartDataLabelFormat {
    return new ChartDataLabelFormat(part(this, "format"));
  }
  getSubstring(start: unknown, length?: unknown): ChartFormatString {
    return substring(this, checkInteger("start", start, 0), length === undefined ? 1 : checkInteger("length", length, 0));
  }
}

export class ChartPlotArea extends RecordObject {
  static {
    fields(this, {
      ...placed,
      height: number(200, 0),
      insideHeight: number(180, 0),
      insideLeft: number(0),
      insideTop: number(0),
      insideWidth: number(300, 0),
      position: oneOf("Automatic", "Custom"),
      width: number(320, 0),
    });
  }
  get format(): ChartPlotAreaFormat {
    return new ChartPlotAreaFormat(part(this, "format"));
  }
}

export class ChartDataTable extends RecordObject {
  static {
    fields(this, {
      showHorizontalBorder: flag(true),
      showLegendKey: flag(false),
      showOutlineBorder: flag(true),
      showVerticalBorder: flag(true),
      visible: flag(false),
    });
  }
  get format(): ChartDataTableFormat {
    return new ChartDataTableFormat(part(this, "format"));
  }
}
