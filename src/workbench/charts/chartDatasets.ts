import type { BubbleDataPoint, ChartDataset, ChartType } from "chart.js";
import type { ChartData } from "../office-host/objects/chartSources";
import type { ChartSeriesState, ChartState } from "../office-host/objects/drawnState";
import { type PointLabel, pointLabels } from "./chartLabels";
import { amount, fillOf, lineOf, seriesColor, seriesType, setting, text } from "./chartSettings";
import { type ChartShape, chartShape } from "./chartShape";
import { trendAt } from "./trendline";
import { PIXELS_PER_POINT } from "../pixels";

/** The accents of Office's theme, in the order Excel gives them to series. */
export const SERIES_COLORS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

export const LIBRARY_TYPE: Readonly<Record<ChartShape["family"], ChartType>> = { column: "bar", bar: "bar", line: "line", area: "line", pie: "pie", doughnut: "doughnut", scatter: "scatter", radar: "radar", bubble: "bubble" };

const MARKERS: Readonly<Record<string, string>> = { Square: "rect", Diamond: "rectRot", Triangle: "triangle", X: "crossRot", Star: "star", Dot: "dash", Dash: "line", Circle: "circle", Plus: "cross" };
/** Radius in pixels of the largest bubble of a chart. */
const LARGEST_BUBBLE = 24;

/** What the library does not know of a series: the labels of its points, and its colour where points have their own. */
export interface DrawnSeries {
  readonly seriesColor?: string;
  readonly pointLabels?: readonly (PointLabel | undefined)[];
}

interface Drawing {
  readonly chart: ChartState;
  readonly data: ChartData;
  readonly shape: ChartShape;
  /** What the series of a chart in percent add up to at each category. */
  readonly totals: readonly number[] | undefined;
  readonly largestSize: number;
}

/** What is drawn of each series, and its trendlines after it. */
export function datasets(chart: ChartState, data: ChartData): ChartDataset[] {
  const shape = chartShape(chart.type);
  const totals = shape.grouping === "percentStacked" ? data.categories.map((_, at) => data.series.reduce((sum, { values }) => sum + Math.abs(values[at] ?? 0), 0)) : undefined;
  const largestSize = Math.max(0, ...data.series.flatMap(({ sizes }) => sizes.map((size) => Math.abs(size ?? 0))));
  const drawing: Drawing = { chart, data, shape, totals, largestSize };
  // A pie shows its first series only.
  const drawn = shape.family === "pie" ? chart.series.slice(0, 1) : chart.series;
  return drawn.flatMap((series, index) => [dataset(drawing, series, index), ...trendlines(drawing, series, index)]);
}

function colorOf(series: ChartSeriesState, index: number): string {
  return seriesColor(series) ?? (SERIES_COLORS[index % SERIES_COLORS.length] as string);
}

function dataset(drawing: Drawing, series: ChartSeriesState, index: number): ChartDataset {
  const { chart, data, shape, totals } = drawing;
  const { name, values } = data.series[index] ?? { name: "", values: [] };
  const own = chartShape(seriesType(series) ?? chart.type);
  const labels = pointLabels(chart, series, index, data);
  const color = colorOf(series, index);
  const base = { label: name, hidden: setting(series.settings, "filtered") === true, seriesColor: color, backgroundColor: color, borderColor: color, ...(labels ? { pointLabels: labels } : {}) };
  switch (shape.family) {
    case "pie":
    case "doughnut":
      return { ...base, data: [...values], backgroundColor: fills(series, values.length, (at) => SERIES_COLORS[at % SERIES_COLORS.length] as string), borderColor: "#FFFFFF" } as ChartDataset;
    case "scatter":
      return { ...base, ...points(drawing, index), showLine: shape.lines, tension: shape.smooth || setting(series.settings, "smooth") === true ? 0.4 : 0, ...line(series), ...markers(series, shape.markers, values.length, color) } as ChartDataset;
    case "bubble":
      return { ...base, ...points(drawing, index), backgroundColor: pointFills(series, values.length, color) } as ChartDataset;
    default: {
      const isLine = own.family === "line" || own.family === "area" || own.family === "radar";
      return {
        ...base,
        type: own.family === shape.family ? undefined : LIBRARY_TYPE[own.family],
        ...(setting(series.settings, "axisGroup") === "Secondary" ? { yAxisID: "y1" } : {}),
        data: totals ? values.map((value, at) => (value === null || !totals[at] ? null : value / totals[at])) : [...values],
        ...(isLine
          ? { fill: filled(own, shape), borderWidth: 2, spanGaps: false, ...line(series), ...(setting(series.settings, "smooth") === true ? { tension: 0.4 } : {}), ...markers(series, own.markers, values.length, color) }
          : { backgroundColor: pointFills(series, values.length, color), ...bars(series) }),
      } as ChartDataset;
    }
  }
}

function filled(own: ChartShape, shape: ChartShape): string | boolean {
  return own.family === "area" ? (shape.grouping === "clustered" ? "origin" : "stack") : own.filled;
}

/** Pairs of numbers; texts and missing x values are counted. */
function points({ data, shape, largestSize, chart }: Drawing, index: number): { readonly data: BubbleDataPoint[] } {
  const { values, x, sizes } = data.series[index] ?? { values: [], x: [], sizes: [] };
  const scale = (amount(chart.series[index]?.settings ?? {}, "bubbleScale") ?? 100) / 100;
  // The area of a bubble is its size, measured by the largest of the whole chart.
  const radius = (at: number) => (largestSize > 0 ? LARGEST_BUBBLE * scale * Math.sqrt(Math.abs(sizes[at] ?? 0) / largestSize) : 6);
  return { data: values.map((value, at) => ({ x: typeof x[at] === "number" ? x[at] : at + 1, y: value ?? Number.NaN, ...(shape.family === "bubble" ? { r: radius(at) } : {}) }) as BubbleDataPoint) };
}

function fills(series: ChartSeriesState, count: number, automatic: (at: number) => string): string[] {
  return Array.from({ length: count }, (_, at) => fillOf(series.settings, `points.${at}.format.fill`) ?? automatic(at));
}

/** One colour, or one for each point where a point has its own or they vary. */
function pointFills(series: ChartSeriesState, count: number, color: string): string | string[] {
  const varied = setting(series.settings, "varyByCategories") === true;
  const all = fills(series, count, (at) => (varied ? (SERIES_COLORS[at % SERIES_COLORS.length] as string) : color));
  return all.every((one) => one === color) ? color : all;
}

/** Columns and bars have no outline until one is set. */
function bars({ settings }: ChartSeriesState): object {
  const { color, width } = lineOf(settings, "format.line");
  const [gap, overlap] = [amount(settings, "gapWidth"), amount(settings, "overlap")];
  return {
    ...(color !== undefined && width !== 0 ? { borderColor: color, borderWidth: width ?? 1 } : {}),
    ...(gap === undefined ? {} : { categoryPercentage: 1 / (1 + gap / 100) }),
    ...(overlap === 100 ? { grouped: false } : {}),
  };
}

function line({ settings }: ChartSeriesState): object {
  const { color, width, dash } = lineOf(settings, "format.line");
  return { ...(color === undefined ? {} : { borderColor: color }), ...(width === undefined ? {} : { borderWidth: width }), ...(dash ? { borderDash: dash } : {}) };
}

/** Marks of the points: those of the kind of chart, of the series, and of single points. */
function markers(series: ChartSeriesState, byKind: boolean, count: number, color: string): object {
  const own = (name: string, at: number) => setting(series.settings, `points.${at}.${name}`) ?? setting(series.settings, name);
  const style = (at: number) => String(own("markerStyle", at) ?? "Automatic");
  const radius = (at: number) => {
    if (style(at) === "None" || (style(at) === "Automatic" && !byKind)) return 0;
    const size = own("markerSize", at);
    return typeof size === "number" ? (size * PIXELS_PER_POINT) / 2 : 4;
  };
  const each = <T>(of: (at: number) => T): T | T[] => {
    const all = Array.from({ length: Math.max(1, count) }, (_, at) => of(at));
    return all.every((one) => one === all[0]) ? (all[0] as T) : all;
  };
  const background = each((at) => fillOf(series.settings, `points.${at}.format.fill`) ?? (own("markerBackgroundColor", at) || color));
  return { pointRadius: each(radius), pointStyle: each((at) => MARKERS[style(at)] ?? "circle"), pointBackgroundColor: background, pointBorderColor: each((at) => own("markerForegroundColor", at) || color) };
}

function trendlines({ data, shape }: Drawing, series: ChartSeriesState, index: number): ChartDataset[] {
  const kept = series.settings.trendlines;
  const { name, values, x } = data.series[index] ?? { name: "", values: [], x: [] };
  const isScatter = shape.family === "scatter" || shape.family === "bubble";
  const at = values.map((_, place) => (isScatter && typeof x[place] === "number" ? x[place] : place + 1));
  return (Array.isArray(kept) ? (kept as Record<string, unknown>[]) : []).flatMap((settings) => {
    const type = text(settings, "type") ?? "Linear";
    const heights = trendAt({ type, polynomialOrder: amount(settings, "polynomialOrder") ?? 2, movingAveragePeriod: amount(settings, "movingAveragePeriod") ?? 2, intercept: amount(settings, "intercept") }, at, values);
    if (!heights) return [];
    const { color, width, dash } = lineOf(settings, "format.line");
    const places = at.map((value, place) => ({ x: value, y: heights[place] ?? Number.NaN })).sort((one, other) => one.x - other.x);
    return [
      {
        type: isScatter ? "scatter" : "line",
        label: text(settings, "name") ?? `${type} (${name})`,
        data: isScatter ? places : [...heights],
        showLine: true,
        pointRadius: 0,
        borderColor: color ?? colorOf(series, index),
        backgroundColor: color ?? colorOf(series, index),
        borderWidth: width ?? 2,
        borderDash: dash ?? (color === undefined ? [2, 3] : []),
      } as unknown as ChartDataset,
    ];
  });
}
