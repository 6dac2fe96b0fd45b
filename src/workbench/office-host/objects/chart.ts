import { checkNumber, checkOneOf, checkString, invalid } from "./arguments";
import type { Book } from "./book";
import { checkAllowed } from "./cellAccess";
import { EVENT, raiseSheetEvent } from "./changeEvents";
import { ChartAxes } from "./chartAxes";
import { ChartAreaFormat, ChartPivotOptions } from "./chartFormats";
import { ChartHandle } from "./chartHandle";
import { chartPicture } from "./chartPicture";
import { ChartDataLabels, ChartDataTable, ChartLegend, ChartPlotArea, ChartTitle } from "./chartParts";
import { ChartSeriesCollection } from "./chartSeries";
import { seriesOf } from "./chartSources";
import { CHART_TYPES } from "./chartTypes";
import { columnsWidth, rowsHeight } from "./lineSizes";
import { RangeCore, refOf, refOfArgument } from "./rangeCore";
import { fields, flag, number, oneOf, part, RecordObject } from "./record";
import { lastColumn, lastRow } from "./region";
import { Worksheet } from "./worksheet";

/** A chart as Excel keeps it. It is drawn by whoever listens to `Book.onChartsChanged`. */
export class Chart extends RecordObject {
  readonly #chart: ChartHandle;
  static {
    fields(this, {
      categoryLabelLevel: number(-1),
      displayBlanksAs: oneOf("NotPlotted", "Zero", "Interplotted"),
      plotVisibleOnly: flag(true),
      seriesNameLevel: number(-1),
      showAllFieldButtons: flag(true),
      showDataLabelsOverMaximum: flag(true),
      style: number(201, 0),
    });
  }

  constructor(book: Book, sheetId: string, id: string) {
    const chart = new ChartHandle(book, sheetId, id);
    super(chart.settings);
    this.#chart = chart;
  }
  override identity() {
    return { Id: this.#chart.id };
  }
  get axes(): ChartAxes {
    return new ChartAxes(this.#chart);
  }
  get dataLabels(): ChartDataLabels {
    return new ChartDataLabels(part(this, "dataLabels"));
  }
  get format(): ChartAreaFormat {
    return new ChartAreaFormat(part(this, "format"));
  }
  get legend(): ChartLegend {
    return new ChartLegend(this.#chart);
  }
  get pivotOptions(): ChartPivotOptions {
    return new ChartPivotOptions(part(this, "pivotOptions"));
  }
  get plotArea(): ChartPlotArea {
    return new ChartPlotArea(part(this, "plotArea"));
  }
  get series(): ChartSeriesCollection {
    return new ChartSeriesCollection(this.#chart);
  }
  get title(): ChartTitle {
    return new ChartTitle(this.#chart);
  }
  get worksheet(): Worksheet {
    return new Worksheet(this.#chart.book, this.#chart.sheetId);
  }

  get id(): string {
    return this.#chart.id;
  }
  get name(): string {
    return this.#chart.state().name;
  }
  set name(value: unknown) {
    const name = checkString("name", value);
    if (name === "") throw invalid("The name of a chart cannot be empty.");
    this.#chart.change((state) => (state.name = name));
  }
  get chartType(): string {
    return this.#chart.state().type;
  }
  set chartType(value: unknown) {
    const type = checkOneOf("chartType", value, CHART_TYPES);
    this.#chart.change((state) => (state.type = type));
  }
  get plotBy(): string {
    return this.#chart.state().plotBy;
  }
  set plotBy(value: unknown) {
    const plotBy = checkOneOf("plotBy", value, ["Rows", "Columns"]);
    this.#chart.change((state) => (state.plotBy = plotBy));
  }
  get left(): number {
    return this.#chart.state().left;
  }
  set left(value: unknown) {
    const left = checkNumber("left", value, 0);
    this.#chart.change((state) => (state.left = left));
  }
  get top(): number {
    return this.#chart.state().top;
  }
  set top(value: unknown) {
    const top = checkNumber("top", value, 0);
    this.#chart.change((state) => (state.top = top));
  }
  get width(): number {
    return this.#chart.state().width;
  }
  set width(value: unknown) {
    const width = checkNumber("width", value, 0);
    this.#chart.change((state) => (state.width = width));
  }
  get height(): number {
    return this.#chart.state().height;
  }
  set height(value: unknown) {
    const height = checkNumber("height", value, 0);
    this.#chart.change((state) => (state.height = height));
  }

  activate(): void {
    const { book, id, sheetId } = this.#chart;
    this.#chart.state();
    if (book.activeChart === id) return;
    if (book.activeChart !== undefined) raiseSheetEvent(book, EVENT.chartDeactivated, sheetId, { chartId: book.activeChart });
    book.activeChart = id;
    book.events.raise(EVENT.chartActivated, [id, sheetId], { chartId: id, worksheetId: sheetId });
  }
  delete(): void {
    const { book, id, sheetId } = this.#chart;
    checkAllowed(book, sheetId, "allowEditObjects");
    this.#chart.state();
    const sheet = book.sheetState(sheetId);
    sheet.charts = sheet.charts.filter((chart) => chart.id !== id);
    if (book.activeChart === id) book.activeChart = undefined;
    book.chartsChanged(sheetId);
    raiseSheetEvent(book, EVENT.chartDeleted, sheetId, { chartId: id });
  }
  setData(sourceData: unknown, seriesBy?: unknown): void {
    if (!(sourceData instanceof RangeCore)) throw invalid("sourceData must be a Range.");
    const by = seriesBy === undefined ? "Auto" : checkOneOf("seriesBy", seriesBy, ["Auto", "Columns", "Rows"]);
    this.#chart.change((state) => Object.assign(state, seriesOf(this.#chart.book, refOf(sourceData).area, by, state.type)));
  }
  /** From the top left corner of a cell to the bottom right one of another. */
  setPosition(startCell: unknown, endCell?: unknown): void {
    const { book, sheetId } = this.#chart;
    const start = refOfArgument(book, sheetId, startCell).region;
    const left = columnsWidth(book, sheetId, 0, start.column);
    const top = rowsHeight(book, sheetId, 0, start.row);
    this.#chart.change((state) => {
      Object.assign(state, { left, top });
      if (endCell === undefined) return;
      const end = refOfArgument(book, sheetId, endCell).region;
      Object.assign(state, {
        width: Math.max(1, columnsWidth(book, sheetId, 0, lastColumn(end) + 1) - left),
        height: Math.max(1, rowsHeight(book, sheetId, 0, lastRow(end) + 1) - top),
      });
    });
  }
  /** Base64 of a PNG. */
  getImage(width?: unknown, height?: unknown, fittingMode?: unknown): string | Promise<string> {
    return this.#chart.book.whenCalculated(() => chartPicture(this.#chart, width, height, fittingMode));
  }
  getDataTable(): ChartDataTable {
    return new ChartDataTable(part(this, "dataTable"));
  }
  getDataTableOrNullObject(): ChartDataTable | null {
    return /Pie|Doughnut|Scatter|Radar|Treemap|Sunburst/.test(this.chartType) ? null : this.getDataTable();
  }
}
