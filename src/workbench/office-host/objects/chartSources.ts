import type { Area, CellValue } from "../../spreadsheet/spreadsheet";
import type { Book } from "./book";
import { numberFormatCategory } from "./numberFormatCategory";
import { formatAbsolute, quoteSheetName } from "./address";
import { afterChange, regionOf, type StructureChange } from "./region";
import type { CellSource, ChartSeriesState, ChartState } from "./drawnState";

type SeriesBy = "Auto" | "Columns" | "Rows";

/** Series Excel makes of a block of cells: text at the top and left become names and categories. */
export function seriesOf(book: Book, source: Area, seriesBy: SeriesBy, type: string): { readonly plotBy: "Rows" | "Columns"; readonly series: ChartSeriesState[] } {
  const plotBy = seriesBy === "Auto" ? (source.rowCount >= source.columnCount ? "Columns" : "Rows") : seriesBy;
  const values = book.grid.values(source);
  const byColumns = plotBy === "Columns";
  const at = (line: number, place: number) => (byColumns ? values[place]?.[line] : values[line]?.[place]) ?? "";
  const styles = book.grid.styles(source);
  /** Dates name and group like texts, though cells hold them as numbers. */
  const isDate = (line: number, place: number) => typeof at(line, place) === "number" && numberFormatCategory((byColumns ? styles[place]?.[line] : styles[line]?.[place])?.numberFormat ?? "General") === "Date";
  const [lines, places] = byColumns ? [source.columnCount, source.rowCount] : [source.rowCount, source.columnCount];
  const noCorner = lines > 1 && places > 1 && at(0, 0) === "";
  const namesFirst = places > 1 && (noCorner || range(lines > 1 ? 1 : 0, lines).every((line) => isText(at(line, 0)) || isDate(line, 0)));
  const firstPlace = namesFirst ? 1 : 0;
  const isScatter = /^(XYScatter|Bubble)/.test(type);
  const categoriesFirst = lines > 1 && (noCorner || isScatter || range(firstPlace, places).some((place) => isText(at(0, place))) || range(firstPlace, places).every((place) => isDate(0, place)));
  const part = (line: number, place: number, count: number): CellSource => ({
    sheetId: source.sheetId,
    region: byColumns
      ? { row: source.row + place, column: source.column + line, rowCount: count, columnCount: 1 }
      : { row: source.row + line, column: source.column + place, rowCount: 1, columnCount: count },
  });
  const bubble = /^Bubble/.test(type) && lines >= 3;
  const dataLines = range(categoriesFirst ? 1 : 0, lines).filter((line) => !bubble || line % 2 === 1);
  return {
    plotBy,
    series: dataLines.map((line) => ({
      name: undefined,
      nameSource: namesFirst ? part(line, 0, 1) : undefined,
      values: part(line, firstPlace, places - firstPlace),
      categories: categoriesFirst ? part(0, firstPlace, places - firstPlace) : undefined,
      bubbleSizes: bubble && line + 1 < lines ? part(line + 1, firstPlace, places - firstPlace) : undefined,
      settings: {},
    })),
  };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function isText(value: CellValue): boolean {
  return typeof value === "string" && value !== "";
}

export function sourceFormula(book: Book, source: CellSource | undefined): string {
  const sheet = source && book.sheets().find((one) => one.id === source.sheetId);
  return source && sheet ? `=${quoteSheetName(sheet.name)}!${formatAbsolute(source.region)}` : "";
}

export function sourceOf(area: Area): CellSource {
  return { sheetId: area.sheetId, region: regionOf(area) };
}

function cells(book: Book, source: CellSource | undefined): CellValue[] {
  if (!source || !book.sheets().some((sheet) => sheet.id === source.sheetId)) return [];
  return book.grid.values({ sheetId: source.sheetId, ...source.region }).flat();
}

export function seriesName(book: Book, chart: ChartState, index: number): string {
  const series = chart.series[index];
  return series?.name ?? (series?.nameSource ? String(cells(book, series.nameSource)[0] ?? "") : `Series${index + 1}`);
}

/** What a chart draws now: values that are no numbers are gaps. The texts are how the cells show them, as labels do. */
export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[]; readonly x: readonly CellValue[]; readonly sizes: readonly (number | null)[]; readonly texts?: readonly string[]; readonly sizeTexts?: readonly string[] }[];
}

export function chartData(book: Book, chart: ChartState): ChartData {
  const numbers = (source: CellSource | undefined) => cells(book, source).map((value) => (typeof value === "number" ? value : null));
  const shown = (source: CellSource | undefined) => (source && book.sheets().some((sheet) => sheet.id === source.sheetId) ? book.grid.texts({ sheetId: source.sheetId, ...source.region }).flat() : []);
  const categories = chart.series.find((series) => series.categories)?.categories;
  const texts = categories ? book.grid.texts({ sheetId: categories.sheetId, ...categories.region }).flat() : undefined;
  const longest = Math.max(0, ...chart.series.map((series) => cells(book, series.values).length));
  return {
    categories: texts ?? Array.from({ length: longest }, (_, index) => String(index + 1)),
    series: chart.series.map((series, index) => ({
      name: seriesName(book, chart, index),
      values: numbers(series.values),
      x: cells(book, series.categories),
      sizes: numbers(series.bubbleSizes),
      texts: shown(series.values),
      sizeTexts: shown(series.bubbleSizes),
    })),
  };
}

/** Lets the sources of all charts follow cells of a sheet that were moved, and the charts on it move with their cells. */
export function moveChartSources(book: Book, sheetId: string, change: StructureChange): void {
  const move = (source: CellSource | undefined): CellSource | undefined => {
    if (!source || source.sheetId !== sheetId) return source;
    const region = afterChange(source.region, change);
    return region && { sheetId, region };
  };
  for (const [onSheet, sheet] of Object.entries(book.state.sheets)) {
    let touched = false;
    for (const series of sheet.charts.flatMap((chart) => chart.series)) {
      for (const key of ["nameSource", "values", "categories", "bubbleSizes"] as const) {
        const moved = move(series[key]);
        touched ||= moved !== series[key];
        series[key] = moved;
      }
    }
    if (touched) book.chartsChanged(onSheet);
  }
}
