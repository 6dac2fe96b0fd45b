import type { ChartConfiguration, ChartDataset, ChartType, ScaleOptionsByType } from "chart.js";
import type { ChartData } from "../office-host/objects/chartSources";
import type { ChartSeriesState, ChartState } from "../office-host/objects/drawnState";
import { axisNumber } from "./axisNumber";
import { axisOf, type ChartAxisName, legendOf, seriesColor, seriesType, showsDataLabels, titleOf } from "./chartSettings";
import { type ChartShape, chartShape } from "./chartShape";

/** The accents of Office's theme, in the order Excel gives them to series. */
export const SERIES_COLORS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

const LIBRARY_TYPE: Readonly<Record<ChartShape["family"], ChartType>> = { column: "bar", bar: "bar", line: "line", area: "line", pie: "pie", doughnut: "doughnut", scatter: "scatter", radar: "radar", bubble: "bubble" };
const POSITION = { Top: "top", Bottom: "bottom", Left: "left", Right: "right", Corner: "right" } as const;

/** A series whose values are written at its points: the texts, which `chartCanvas` draws. */
export interface LabelledDataset {
  readonly valueLabels?: readonly string[];
}

type AxisOptions = { [K in keyof ScaleOptionsByType<"linear">]?: unknown };

/** What the drawing library needs to draw a chart with its present data. */
export function chartConfiguration(chart: ChartState, data: ChartData): ChartConfiguration {
  const shape = chartShape(chart.type);
  const round = shape.family === "pie" || shape.family === "doughnut";
  const totals = shape.grouping === "percentStacked" ? data.categories.map((_, at) => data.series.reduce((sum, { values }) => sum + Math.abs(values[at] ?? 0), 0)) : undefined;
  const title = titleOf(chart, data.series[0]?.name ?? "");
  const legend = legendOf(chart);
  // A pie shows its first series only.
  const drawn = shape.family === "pie" ? chart.series.slice(0, 1) : chart.series;
  const datasets = drawn.map((series, index) => dataset(chart, series, index, data, shape, totals));
  return {
    type: LIBRARY_TYPE[shape.family],
    data: { labels: [...data.categories], datasets },
    options: {
      animation: false,
      maintainAspectRatio: false,
      responsive: true,
      ...(shape.family === "bar" ? { indexAxis: "y" } : {}),
      plugins: {
        title: { display: title !== undefined, text: title ?? "", font: { size: 14, weight: "normal" } },
        legend: { display: legend !== undefined, position: POSITION[legend ?? "Bottom"], labels: { boxWidth: 12 } },
      },
      ...(round || shape.family === "radar" ? {} : { scales: scales(chart, shape) }),
    },
  } as ChartConfiguration;
}

function scales(chart: ChartState, shape: ChartShape): Record<"x" | "y", AxisOptions> {
  const values = shape.family === "scatter" || shape.family === "bubble";
  const category = axis(chart, "CategoryPrimary", shape, values);
  const value = axis(chart, "ValuePrimary", shape, true);
  // In a bar chart the categories stand on the left, from below upwards.
  return shape.family === "bar" ? { x: value, y: { ...category, reverse: !axisOf(chart, "CategoryPrimary").reversed } } : { x: category, y: value };
}

function axis(chart: ChartState, name: ChartAxisName, shape: ChartShape, isValue: boolean): AxisOptions {
  const { title, numberFormat, minimum, maximum, majorUnit, visible, gridlines, reversed } = axisOf(chart, name);
  const stacked = shape.grouping !== "clustered";
  const format = numberFormat ?? (shape.grouping === "percentStacked" && name === "ValuePrimary" ? "0%" : undefined);
  return {
    display: visible,
    stacked,
    reverse: reversed,
    grid: { display: gridlines },
    title: { display: title !== undefined, text: title ?? "" },
    ...(isValue
      ? {
          // Excel's automatic axis starts at zero; that of x values where they start.
          ...(minimum === undefined ? { beginAtZero: name === "ValuePrimary" } : { min: minimum }),
          ...(maximum === undefined ? (shape.grouping === "percentStacked" ? { max: 1 } : {}) : { max: maximum }),
          ticks: { ...(majorUnit === undefined ? {} : { stepSize: majorUnit }), callback: (value: number | string) => axisNumber(Number(value), format) },
        }
      : {}),
  };
}

function dataset(chart: ChartState, series: ChartSeriesState, index: number, data: ChartData, shape: ChartShape, totals: readonly number[] | undefined): ChartDataset {
  const { name, values, x, sizes } = data.series[index] ?? { name: "", values: [], x: [], sizes: [] };
  const own = chartShape(seriesType(series) ?? chart.type);
  const color = seriesColor(series) ?? (SERIES_COLORS[index % SERIES_COLORS.length] as string);
  const shares = totals ? values.map((value, at) => (value === null || !totals[at] ? null : value / totals[at])) : values;
  const labels = showsDataLabels(chart, series) ? { valueLabels: values.map((value) => (value === null ? "" : axisNumber(value, axisOf(chart, "ValuePrimary").numberFormat))) } : {};
  const base = { label: name, backgroundColor: color, borderColor: color, ...labels };
  switch (shape.family) {
    case "pie":
    case "doughnut":
      return { ...base, data: [...values], backgroundColor: values.map((_, at) => SERIES_COLORS[at % SERIES_COLORS.length] as string), borderColor: "#FFFFFF" } as ChartDataset;
    case "scatter":
    case "bubble": {
      const largest = sizes.reduce<number>((most, size) => Math.max(most, Math.abs(size ?? 0)), 0);
      const points = values.map((value, at) => ({ x: typeof x[at] === "number" ? x[at] : at + 1, y: value ?? Number.NaN, ...(shape.family === "bubble" ? { r: largest > 0 ? 4 + (16 * Math.abs(sizes[at] ?? 0)) / largest : 6 } : {}) }));
      return { ...base, data: points, showLine: shape.lines, pointRadius: shape.markers ? 4 : 0, tension: shape.smooth ? 0.4 : 0 } as ChartDataset;
    }
    default: {
      const line = own.family === "line" || own.family === "area";
      return {
        ...base,
        type: own.family === shape.family ? undefined : LIBRARY_TYPE[own.family],
        data: [...shares],
        ...(line || own.family === "radar" ? { fill: own.family === "area" ? (shape.grouping === "clustered" ? "origin" : "stack") : false, pointRadius: own.markers ? 4 : 0, borderWidth: 2, spanGaps: false } : {}),
      } as ChartDataset;
    }
  }
}

/** What a person who cannot see the chart is told: its own text, or what it shows in a sentence. */
export function chartDescription(chart: ChartState, data: ChartData, altText: string | undefined): string {
  if (altText) return altText;
  const title = titleOf(chart, data.series[0]?.name ?? "") ?? chart.name;
  const { family } = chartShape(chart.type);
  const series = data.series.map(({ name, values }) => `${name}: ${values.map((value, at) => `${data.categories[at] ?? at + 1} ${value === null ? "no value" : axisNumber(value, undefined)}`).join(", ")}`);
  return `${title}, ${family} chart. ${series.join("; ")}`;
}
