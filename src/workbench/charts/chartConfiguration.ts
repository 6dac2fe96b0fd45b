import type { ChartConfiguration } from "chart.js";
import type { ChartData } from "../office-host/objects/chartSources";
import type { ChartState } from "../office-host/objects/drawnState";
import { axisNumber } from "./axisNumber";
import { dataTableOf } from "./chartDataTable";
import { datasets, LIBRARY_TYPE } from "./chartDatasets";
import { scales } from "./chartScales";
import { amount, fillOf, fontOf, legendOf, setting, titleOf } from "./chartSettings";
import { chartShape } from "./chartShape";

const POSITION = { Top: "top", Bottom: "bottom", Left: "left", Right: "right", Corner: "right" } as const;

/** Colours behind the parts of a chart; undefined for what is white or clear. */
export interface ChartBackground {
  readonly chart: string | undefined;
  readonly plot: string | undefined;
  readonly title: string | undefined;
}

/** What the drawing library needs to draw a chart with its present data. */
export function chartConfiguration(chart: ChartState, data: ChartData): ChartConfiguration {
  const shape = chartShape(chart.type);
  const { settings } = chart;
  const round = shape.family === "pie" || shape.family === "doughnut";
  const title = titleOf(chart, data.series[0]?.name ?? "");
  const legend = legendOf(chart);
  const [titleFont, legendFont] = [fontOf(settings, "title.format.font"), fontOf(settings, "legend.format.font")];
  const table = round || shape.family === "scatter" || shape.family === "bubble" || shape.family === "radar" ? undefined : dataTableOf(chart, data);
  const background: ChartBackground = { chart: fillOf(settings, "format.fill"), plot: fillOf(settings, "plotArea.format.fill"), title: fillOf(settings, "title.format.fill") };
  return {
    type: LIBRARY_TYPE[shape.family],
    data: { labels: [...data.categories], datasets: datasets(chart, data) },
    options: {
      animation: false,
      maintainAspectRatio: false,
      responsive: true,
      ...(shape.family === "bar" ? { indexAxis: "y" } : {}),
      ...(round ? roundness(chart) : {}),
      ...(table ? { layout: { padding: { bottom: table.rows.length * table.rowHeight + 4, left: table.nameWidth } } } : {}),
      plugins: {
        title: { display: title !== undefined, text: title ?? "", font: { size: 14, weight: "normal", ...titleFont.font }, ...(titleFont.color === undefined ? {} : { color: titleFont.color }) },
        legend: {
          display: legend !== undefined,
          position: POSITION[legend ?? "Bottom"],
          labels: {
            boxWidth: 12,
            ...(Object.keys(legendFont.font).length > 0 ? { font: legendFont.font } : {}),
            ...(legendFont.color === undefined ? {} : { color: legendFont.color }),
            filter: ({ datasetIndex, hidden }: { readonly datasetIndex?: number; readonly hidden?: boolean }) => !hidden && setting(settings, `legend.entries.${datasetIndex ?? 0}.visible`) !== false,
          },
        },
        chartBackground: background,
        chartDataTable: { table },
      },
      ...(round || shape.family === "radar" ? {} : { scales: scales(chart, data, shape, chart.series.some((series) => setting(series.settings, "axisGroup") === "Secondary")) }),
    },
  } as ChartConfiguration;
}

/** The hole of a doughnut and where the first slice starts belong to the whole chart; the API keeps them with a series. */
function roundness({ series, type }: ChartState): object {
  const last = (name: string) => series.map(({ settings }) => amount(settings, name)).filter((value) => value !== undefined).at(-1);
  const [hole, angle] = [last("doughnutHoleSize"), last("firstSliceAngle")];
  return { ...(chartShape(type).family === "doughnut" ? { cutout: `${hole ?? 75}%` } : {}), ...(angle === undefined ? {} : { rotation: angle }) };
}

/** What a person who cannot see the chart is told: its own text, or what it shows in a sentence. */
export function chartDescription(chart: ChartState, data: ChartData, altText: string | undefined): string {
  if (altText) return altText;
  const title = titleOf(chart, data.series[0]?.name ?? "") ?? chart.name;
  const { family } = chartShape(chart.type);
  const series = data.series.map(({ name, values }) => `${name}: ${values.map((value, at) => `${data.categories[at] ?? at + 1} ${value === null ? "no value" : axisNumber(value, undefined)}`).join(", ")}`);
  return `${title}, ${family} chart. ${series.join("; ")}`;
}
