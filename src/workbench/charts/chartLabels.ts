import type { ChartData } from "../office-host/objects/chartSources";
import type { ChartSeriesState, ChartState } from "../office-host/objects/drawnState";
import { axisNumber } from "./axisNumber";
import { axisOf } from "./chartAxisSettings";
import { amount, fillOf, type FontLook, fontOf, setting, text } from "./chartSettings";

type Plain = Readonly<Record<string, unknown>>;

/** Text at a point, and how it stands and looks; the library has nothing for that, `chartCanvas` draws it. */
export interface PointLabel {
  readonly text: string;
  /** `Excel.ChartDataLabelPosition`; undefined where the kind of chart decides. */
  readonly position: string | undefined;
  /** In points from the corner of the chart, for a label that was moved. */
  readonly left: number | undefined;
  readonly top: number | undefined;
  readonly look: FontLook;
  readonly fill: string | undefined;
}

const PARTS = ["showSeriesName", "showCategoryName", "showValue", "showPercentage", "showBubbleSize"] as const;

/** A label for each point of a series that has one; undefined when none has. */
export function pointLabels(chart: ChartState, series: ChartSeriesState, index: number, data: ChartData): readonly (PointLabel | undefined)[] | undefined {
  const { values } = data.series[index] ?? { values: [] };
  // What was set nearer to the point goes first.
  const whole: readonly Plain[] = [part(series.settings, "dataLabels"), part(chart.settings, "dataLabels")];
  const asked = setting(series.settings, "hasDataLabels") === true || whole.some((settings) => PARTS.some((name) => settings[name] === true));
  const labels = values.map((value, at) => {
    const point = part(series.settings, `points.${at}`);
    const own = part(point, "dataLabel");
    const shown = point.hasDataLabel === true || asked || typeof own.text === "string" || PARTS.some((name) => own[name] === true);
    return shown && point.hasDataLabel !== false ? label(chart, [own, ...whole], data, index, at, value) : undefined;
  });
  return labels.some((one) => one !== undefined) ? labels : undefined;
}

function label(chart: ChartState, layers: readonly Plain[], data: ChartData, index: number, at: number, value: number | null): PointLabel {
  const first = <T>(of: (settings: Plain) => T | undefined): T | undefined => layers.map(of).find((found) => found !== undefined);
  const { name = "", values = [], sizes = [], texts, sizeTexts } = data.series[index] ?? {};
  const wanted = (one: (typeof PARTS)[number]) => first((settings) => (typeof settings[one] === "boolean" ? settings[one] : undefined)) ?? one === "showValue";
  const format = first((settings) => text(settings, "numberFormat")) ?? axisOf(chart, "ValuePrimary").numberFormat;
  const total = values.reduce<number>((sum, other) => sum + Math.abs(other ?? 0), 0);
  const number = (amount: number | null | undefined, source: string | undefined) => (amount === null || amount === undefined ? "" : format === undefined && source ? source : axisNumber(amount, format));
  const pieces = [
    wanted("showSeriesName") ? name : "",
    wanted("showCategoryName") ? (data.categories[at] ?? "") : "",
    wanted("showValue") ? number(value, texts?.[at]) : "",
    wanted("showPercentage") && value !== null && total > 0 ? axisNumber(value / total, "0%") : "",
    wanted("showBubbleSize") ? number(sizes[at], sizeTexts?.[at]) : "",
  ];
  const fonts = layers.map((settings) => fontOf(settings, "format.font"));
  return {
    text: text(layers[0] ?? {}, "text") ?? pieces.filter((piece) => piece !== "").join(first((settings) => text(settings, "separator")) ?? ", "),
    position: first((settings) => text(settings, "position")),
    left: amount(layers[0] ?? {}, "left"),
    top: amount(layers[0] ?? {}, "top"),
    look: { color: fonts.map(({ color }) => color).find((color) => color !== undefined), font: fonts.reduceRight<FontLook["font"]>((all, { font }) => ({ ...all, ...font }), {}) },
    fill: first((settings) => fillOf(settings, "format.fill")),
  };
}

function part(settings: Plain, path: string): Plain {
  const found = setting(settings, path);
  return typeof found === "object" && found !== null ? (found as Plain) : {};
}
