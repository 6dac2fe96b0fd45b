import { HostCollection } from "../hostObject";
import { checkOneOf, invalid, notFound } from "./arguments";
import type { Book } from "./book";
import { checkAllowed } from "./cellAccess";
import { EVENT, raiseSheetEvent } from "./changeEvents";
import { Chart } from "./chart";
import { seriesOf } from "./chartSources";
import { CHART_TYPES } from "./chartTypes";
import { usedPart } from "./cellReading";
import { RangeCore, refOf } from "./rangeCore";
import { isUnbounded } from "./region";
import type { ChartState } from "./drawnState";

/** Size and place of a new chart in Excel, in points. */
const NEW_CHART = { left: 180, top: 75, width: 360, height: 216 };

export class ChartCollection extends HostCollection<Chart> {
  readonly #book: Book;
  readonly #sheetId: string;

  constructor(book: Book, sheetId: string) {
    super();
    this.#book = book;
    this.#sheetId = sheetId;
  }
  get items(): readonly Chart[] {
    return this.#charts().map((chart) => new Chart(this.#book, this.#sheetId, chart.id));
  }
  get count(): number {
    return this.#charts().length;
  }
  add(type: unknown, sourceData: unknown, seriesBy?: unknown): Chart {
    const chartType = checkOneOf("type", type, CHART_TYPES);
    if (!(sourceData instanceof RangeCore)) throw invalid("sourceData must be a Range.");
    const by = seriesBy === undefined ? "Auto" : checkOneOf("seriesBy", seriesBy, ["Auto", "Columns", "Rows"]);
    checkAllowed(this.#book, this.#sheetId, "allowEditObjects");
    const { area } = refOf(sourceData);
    const used = isUnbounded(area) ? usedPart(this.#book, area, true) : area;
    const source = used ? { sheetId: area.sheetId, ...used } : { ...area, rowCount: 1, columnCount: 1 };
    const chart: ChartState = { id: this.#book.newId(), name: this.#freeName(), type: chartType, ...NEW_CHART, ...seriesOf(this.#book, source, by, chartType), settings: {} };
    this.#book.sheetState(this.#sheetId).charts.push(chart);
    this.#book.chartsChanged(this.#sheetId);
    raiseSheetEvent(this.#book, EVENT.chartAdded, this.#sheetId, { chartId: chart.id });
    return new Chart(this.#book, this.#sheetId, chart.id);
  }
  getCount(): number {
    return this.count;
  }
  getItem(key: unknown): Chart {
    const found = this.getItemOrNullObject(key);
    if (!found) throw notFound(`There is no chart "${String(key)}" on the worksheet.`);
    return found;
  }
  getItemOrNullObject(key: unknown): Chart | null {
    const wanted = String(key).toLowerCase();
    const found = this.#charts().find((chart) => chart.id.toLowerCase() === wanted || chart.name.toLowerCase() === wanted);
    return found ? new Chart(this.#book, this.#sheetId, found.id) : null;
  }
  #charts(): ChartState[] {
    return this.#book.sheetState(this.#sheetId).charts;
  }
  #freeName(): string {
    const taken = new Set(this.#charts().map((chart) => chart.name));
    for (let number = 1; ; number++) if (!taken.has(`Chart ${number}`)) return `Chart ${number}`;
  }
}
