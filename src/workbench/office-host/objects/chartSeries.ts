import { HostCollection } from "../hostObject";
import { checkInteger, checkOneOf, checkString, notFound } from "./arguments";
import { ChartErrorBarsFormat, ChartPointFormat, ChartSeriesFormat, ChartMapOptions } from "./chartFormats";
import type { ChartHandle } from "./chartHandle";
import { ChartDataLabel, ChartDataLabels } from "./chartParts";
import { chartData, seriesName, sourceFormula, sourceOf } from "./chartSources";
import { ChartTrendlineCollection } from "./chartTrendlines";
import { CHART_TYPES } from "./chartTypes";
import { refOfArgument } from "./rangeCore";
import { color, fields, flag, handleOf, number, oneOf, part, RecordObject, type RecordHandle } from "./record";
import type { CellSource, ChartSeriesState } from "./drawnState";

const MARKERS = ["None", "Square", "Diamond", "Triangle", "X", "Star", "Dot", "Dash", "Circle", "Plus", "Picture"];
const DIMENSIONS = ["Categories", "Values", "XValues", "YValues", "BubbleSizes"] as const;
const GRADIENT = ["Number", "Percent"];

export class ChartSeriesCollection extends HostCollection<ChartSeries> {
  readonly #chart: ChartHandle;

  constructor(chart: ChartHandle) {
    super();
    this.#chart = chart;
  }
  get items(): readonly ChartSeries[] {
    return this.#chart.state().series.map((state) => new ChartSeries(this.#chart, state));
  }
  get count(): number {
    return this.#chart.state().series.length;
  }
  add(name?: unknown, index?: unknown): ChartSeries {
    const series: ChartSeriesState = {
      name: name === undefined ? undefined : checkString("name", name),
      nameSource: undefined,
      values: undefined,
      categories: undefined,
      bubbleSizes: undefined,
      settings: {},
    };
    this.#chart.change((state) => state.series.splice(index === undefined ? state.series.length : checkInteger("index", index, 0, state.series.length), 0, series));
    return new ChartSeries(this.#chart, series);
  }
  getCount(): number {
    return this.count;
  }
  getItem(index: unknown): ChartSeries {
    return this.getItemAt(Number(index));
  }
}

export class ChartSeries extends RecordObject {
  readonly #chart: ChartHandle;
  readonly #state: ChartSeriesState;
  static {
    fields(this, {
      axisGroup: oneOf("Primary", "Secondary"),
      bubbleScale: number(100, 0, 300),
      doughnutHoleSize: number(75, 10, 90),
      explosion: number(0, 0, 400),
      filtered: flag(false),
      firstSliceAngle: number(0, 0, 360),
      gapWidth: number(219, 0, 500),
      gradientMaximumColor: color(""),
      gradientMaximumType: oneOf("ExtremeValue", ...GRADIENT),
      gradientMaximumValue: number(0),
      gradientMidpointColor: color(""),
      gradientMidpointType: oneOf("ExtremeValue", ...GRADIENT),
      gradientMidpointValue: number(0),
      gradientMinimumColor: color(""),
      gradientMinimumType: oneOf("ExtremeValue", ...GRADIENT),
      gradientMinimumValue: number(0),
      gradientStyle: oneOf("TwoPhaseColor", "ThreePhaseColor"),
      hasDataLabels: flag(false),
      invertColor: color(""),
      invertIfNegative: flag(false),
      markerBackgroundColor: color(""),
      markerForegroundColor: color(""),
      markerSize: number(5, 2, 72),
      markerStyle: oneOf("Automatic", ...MARKERS),
      overlap: number(-27, -100, 100),
      parentLabelStrategy: oneOf("Banner", "None", "Overlapping"),
      secondPlotSize: number(75, 5, 200),
      showConnectorLines: flag(true),
      showLeaderLines: flag(true),
      showShadow: flag(false),
      smooth: flag(false),
      splitType: oneOf("SplitByPosition", "SplitByValue", "SplitByPercentValue", "SplitByCustomSplit"),
      splitValue: number(2),
      varyByCategories: flag(false),
    });
  }

  constructor(chart: ChartHandle, state: ChartSeriesState) {
    super({ read: () => state.settings, changed: () => chart.settings.changed() });
    this.#chart = chart;
    this.#state = state;
  }
  get name(): string {
    return seriesName(this.#chart.book, this.#chart.state(), this.#index());
  }
  set name(value: unknown) {
    this.#state.name = checkString("name", value);
    this.#chart.settings.changed();
  }
  get chartType(): unknown {
    return this.#state.settings.chartType ?? this.#chart.state().type;
  }
  set chartType(value: unknown) {
    this.#state.settings.chartType = checkOneOf("chartType", value, CHART_TYPES);
    this.#chart.settings.changed();
  }
  get plotOrder(): number {
    return this.#index();
  }
  set plotOrder(value: unknown) {
    this.#chart.change((chart) => {
      const place = checkInteger("plotOrder", value, 0, chart.series.length - 1);
      chart.series.splice(this.#index(), 1);
      chart.series.splice(place, 0, this.#state);
    });
  }
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(part(this, "dataLabels"));
  }
  get format(): ChartSeriesFormat {
    return new ChartSeriesFormat(part(this, "format"));
  }
  get points(): ChartPointsCollection {
    return new ChartPointsCollection(part(this, "points"), () => chartData(this.#chart.book, this.#chart.state()).series[this.#index()]?.values ?? []);
  }
  get trendlines(): ChartTrendlineCollection {
    return new ChartTrendlineCollection(handleOf(this));
  }
  get xErrorBars(): ChartErrorBars {
    return new ChartErrorBars(part(this, "xErrorBars"));
  }
  get yErrorBars(): ChartErrorBars {
    return new ChartErrorBars(part(this, "yErrorBars"));
  }
  get mapOptions(): ChartMapOptions {
    return new ChartMapOptions(part(this, "mapOptions"));
  }
  get binOptions(): ChartBinOptions {
    return new ChartBinOptions(part(this, "binOptions"));
  }
  get boxwhiskerOptions(): ChartBoxwhiskerOptions {
    return new ChartBoxwhiskerOptions(part(this, "boxwhiskerOptions"));
  }

  setValues(sourceData: unknown): void {
    this.#state.values = this.#source(sourceData);
    this.#chart.settings.changed();
  }
  setXAxisValues(sourceData: unknown): void {
    this.#state.categories = this.#source(sourceData);
    this.#chart.settings.changed();
  }
  setBubbleSizes(sourceData: unknown): void {
    this.#state.bubbleSizes = this.#source(sourceData);
    this.#chart.settings.changed();
  }
  getDimensionValues(dimension: unknown): unknown {
    const { book } = this.#chart;
    const source = this.#dimension(dimension);
    return source ? book.grid.values({ sheetId: source.sheetId, ...source.region }).flat() : [];
  }
  getDimensionDataSourceString(dimension: unknown): string {
    return sourceFormula(this.#chart.book, this.#dimension(dimension)).slice(1).replace(/\$/g, "");
  }
  getDimensionDataSourceType(dimension: unknown): string {
    return this.#dimension(dimension) ? "LocalRange" : "Unknown";
  }
  delete(): void {
    this.#chart.change((chart) => chart.series.splice(this.#index(), 1));
  }

  #index(): number {
    const index = this.#chart.state().series.indexOf(this.#state);
    if (index < 0) throw notFound("The series was deleted.");
    return index;
  }
  #source(sourceData: unknown): CellSource {
    return sourceOf(refOfArgument(this.#chart.book, this.#chart.sheetId, sourceData).area);
  }
  #dimension(dimension: unknown): CellSource | undefined {
    const kind = checkOneOf("dimension", dimension, DIMENSIONS);
    if (kind === "BubbleSizes") return this.#state.bubbleSizes;
    return kind === "Categories" || kind === "XValues" ? this.#state.categories : this.#state.values;
  }
}

export class ChartPointsCollection extends HostCollection<ChartPoint> {
  readonly #points: RecordHandle;
  readonly #values: () => readonly unknown[];

  constructor(points: RecordHandle, values: () => readonly unknown[]) {
    super();
    this.#points = points;
    this.#values = values;
  }
  get items(): readonly ChartPoint[] {
    return this.#values().map((value, index) => new ChartPoint(part(this.#points, String(index)), value));
  }
  get count(): number {
    return this.#values().length;
  }
  getItem(index: unknown): ChartPoint {
    return this.getItemAt(Number(index));
  }
  getCount(): number {
    return this.count;
  }
}

export class ChartPoint extends RecordObject {
  readonly #value: unknown;
  static {
    fields(this, {
      hasDataLabel: flag(false),
      markerBackgroundColor: color(""),
      markerForegroundColor: color(""),
      markerSize: number(5, 2, 72),
      markerStyle: oneOf("Automatic", ...MARKERS),
    });
  }

  constructor(handle: RecordHandle, value: unknown) {
    super(handle);
    this.#value = value;
  }
  get value(): unknown {
    return this.#value;
  }
  get dataLabel(): ChartDataLabel {
    return new ChartDataLabel(part(this, "dataLabel"));
  }
  get format(): ChartPointFormat {
    return new ChartPointFormat(part(this, "format"));
  }
}

export class ChartErrorBars extends RecordObject {
  static {
    fields(this, {
      endStyleCap: flag(true),
      include: oneOf("Both", "MinusValues", "PlusValues"),
      type: oneOf("FixedValue", "Percent", "StDev", "StError", "Custom"),
      visible: flag(false),
    });
  }
  get format(): ChartErrorBarsFormat {
    return new ChartErrorBarsFormat(part(this, "format"));
  }
}

export class ChartBinOptions extends RecordObject {
  static {
    fields(this, {
      allowOverflow: flag(false),
      allowUnderflow: flag(false),
      count: number(0, 0),
      overflowValue: number(0),
      type: oneOf("Auto", "Category", "BinWidth", "BinCount"),
      underflowValue: number(0),
      width: number(0, 0),
    });
  }
}

export class ChartBoxwhiskerOptions extends RecordObject {
  static {
    fields(this, {
      quartileCalculation: oneOf("Exclusive", "Inclusive"),
      showInnerPoints: flag(false),
      showMeanLine: flag(false),
      showMeanMarker: flag(true),
      showOutlierPoints: flag(true),
    });
  }
}

