import { HostObject } from "../hostObject";
import { checkNumber, checkOneOf, checkString, notFound } from "./arguments";
import { ChartAxisFormat, ChartAxisTitleFormat, ChartGridlinesFormat } from "./chartFormats";
import { refOfArgument } from "./rangeCore";
import { fields, flag, free, handleOf, number, oneOf, part, readOnly, RecordObject, type RecordHandle, text } from "./record";
import { sourceOf } from "./chartSources";
import type { ChartHandle } from "./chartHandle";

const TIME_UNITS = ["Days", "Months", "Years"] as const;
const TICKS = ["Outside", "None", "Cross", "Inside"] as const;

/** Charts without axes: asking for one is an error in Excel too. */
const WITHOUT_AXES = /^(3D)?(Pie|PieExploded|Doughnut|DoughnutExploded|PieOfPie|BarOfPie|Treemap|Sunburst|RegionMap)/;

export class ChartAxes extends HostObject {
  readonly #chart: ChartHandle;

  constructor(chart: ChartHandle) {
    super();
    this.#chart = chart;
  }
  get categoryAxis(): ChartAxis {
    return this.#axis("Category", "Primary");
  }
  get valueAxis(): ChartAxis {
    return this.#axis("Value", "Primary");
  }
  get seriesAxis(): ChartAxis {
    return this.#axis("Series", "Primary");
  }
  getItem(type: unknown, group?: unknown): ChartAxis {
    const axisType = checkOneOf("type", type, ["Category", "Value", "Series"]);
    const axisGroup = group === undefined ? "Primary" : checkOneOf("group", group, ["Primary", "Secondary"]);
    if (WITHOUT_AXES.test(this.#chart.state().type)) throw notFound(`A ${this.#chart.state().type} chart has no axes.`);
    return this.#axis(axisType, axisGroup);
  }
  #axis(type: string, group: string): ChartAxis {
    return new ChartAxis(part(part(this.#chart.settings, "axes"), `${type}${group}`), this.#chart, type, group);
  }
}

export class ChartAxis extends RecordObject {
  readonly #chart: ChartHandle;
  readonly #type: string;
  readonly #group: string;
  static {
    fields(this, {
      alignment: oneOf("Center", "Left", "Right"),
      baseTimeUnit: oneOf(...TIME_UNITS),
      categoryType: oneOf("Automatic", "TextAxis", "DateAxis"),
      customDisplayUnit: readOnly(0),
      displayUnit: oneOf("None", "Hundreds", "Thousands", "TenThousands", "HundredThousands", "Millions", "TenMillions", "HundredMillions", "Billions", "Trillions", "Custom"),
      height: readOnly(0),
      isBetweenCategories: flag(true),
      left: readOnly(0),
      linkNumberFormat: flag(true),
      logBase: number(10, 2, 1000),
      majorTickMark: oneOf(...TICKS),
      majorTimeUnitScale: oneOf(...TIME_UNITS),
      majorUnit: free(""),
      maximum: free(""),
      minimum: free(""),
      minorTickMark: oneOf("None", "Cross", "Inside", "Outside"),
      minorTimeUnitScale: oneOf(...TIME_UNITS),
      minorUnit: free(""),
      multiLevel: flag(true),
      numberFormat: text("General"),
      offset: number(100, 0, 1000),
      position: oneOf("Automatic", "Maximum", "Minimum", "Custom"),
      positionAt: readOnly(0),
      reversePlotOrder: flag(false),
      scaleType: oneOf("Linear", "Logarithmic"),
      showDisplayUnitLabel: flag(true),
      textOrientation: free(0),
      tickLabelPosition: oneOf("NextToAxis", "High", "Low", "None"),
      tickLabelSpacing: free(1),
      tickMarkSpacing: number(1, 1),
      top: readOnly(0),
      visible: flag(true),
      width: readOnly(0),
    });
  }

  constructor(handle: RecordHandle, chart: ChartHandle, type: string, group: string) {
    super(handle);
    this.#chart = chart;
    this.#type = type;
    this.#group = group;
  }
  get type(): string {
    return this.#type;
  }
  get axisGroup(): string {
    return this.#group;
  }
  get format(): ChartAxisFormat {
    return new ChartAxisFormat(part(this, "format"));
  }
  get majorGridlines(): ChartGridlines {
    return new ChartGridlines(part(this, "majorGridlines"));
  }
  get minorGridlines(): ChartGridlines {
    return new ChartGridlines(part(this, "minorGridlines"));
  }
  get title(): ChartAxisTitle {
    return new ChartAxisTitle(part(this, "title"));
  }
  setCategoryNames(sourceData: unknown): void {
    const { book, sheetId } = this.#chart;
    const categories = sourceOf(refOfArgument(book, sheetId, sourceData).area);
    for (const series of this.#chart.state().series) series.categories = categories;
    this.#chart.settings.changed();
  }
  setCustomDisplayUnit(value: unknown): void {
    Object.assign(handleOf(this).read(), { customDisplayUnit: checkNumber("value", value, 0), displayUnit: "Custom" });
    handleOf(this).changed();
  }
  setPositionAt(value: unknown): void {
    Object.assign(handleOf(this).read(), { positionAt: checkNumber("value", value), position: "Custom" });
    handleOf(this).changed();
  }
}

export class ChartGridlines extends RecordObject {
  static {
    fields(this, { visible: flag(false) });
  }
  get format(): ChartGridlinesFormat {
    return new ChartGridlinesFormat(part(this, "format"));
  }
}

export class ChartAxisTitle extends RecordObject {
  static {
    fields(this, { textOrientation: number(0, -90, 180), visible: flag(false) });
  }
  get format(): ChartAxisTitleFormat {
    return new ChartAxisTitleFormat(part(this, "format"));
  }
  get text(): unknown {
    return handleOf(this).read().text ?? "Axis Title";
  }
  /** Giving a text shows the title. */
  set text(value: unknown) {
    Object.assign(handleOf(this).read(), { text: checkString("text", value), visible: true });
    handleOf(this).changed();
  }
  setFormula(formula: unknown): void {
    Object.assign(handleOf(this).read(), { formula: checkString("formula", formula), visible: true });
    handleOf(this).changed();
  }
}
