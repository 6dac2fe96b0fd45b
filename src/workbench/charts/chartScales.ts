import type { ScaleOptionsByType } from "chart.js";
import type { ChartData } from "../office-host/objects/chartSources";
import type { ChartState } from "../office-host/objects/drawnState";
import { axisNumber } from "./axisNumber";
import { type AxisSettings, axisOf, type ChartAxisName } from "./chartAxisSettings";
import type { ChartShape } from "./chartShape";

type AxisOptions = { [K in keyof ScaleOptionsByType<"linear">]?: unknown };

/** The axes as the drawing library takes them; `y1` is the secondary value axis, there when a series uses it. */
export function scales(chart: ChartState, data: ChartData, shape: ChartShape, secondary: boolean): Record<string, AxisOptions> {
  const numbers = shape.family === "scatter" || shape.family === "bubble";
  const [categories, values] = [axisOf(chart, "CategoryPrimary"), axisOf(chart, "ValuePrimary")];
  const category = { ...axis(chart, "CategoryPrimary", data, shape, numbers), ...(numbers ? {} : { offset: categories.betweenCategories ?? shape.family !== "area" }) };
  const value = axis(chart, "ValuePrimary", data, shape, true);
  // An axis stands where it crosses the other one; turning that one round, or crossing it at its end, moves it across, and so do "high" labels.
  const far = (own: AxisSettings, other: AxisSettings) => (own.labels === "High" ? true : own.labels === "Low" ? false : other.reversed !== other.crossedAtEnd);
  // In a bar chart the categories stand on the left, from below upwards.
  if (shape.family === "bar") {
    return {
      x: { ...value, position: far(values, categories) ? "top" : "bottom" },
      y: { ...category, reverse: !categories.reversed, position: far(categories, values) ? "right" : "left" },
    };
  }
  return {
    x: { ...category, position: far(categories, values) ? "top" : "bottom" },
    y: { ...value, position: far(values, categories) ? "right" : "left" },
    ...(secondary ? { y1: { ...axis(chart, "ValueSecondary", data, shape, true), position: "right", grid: { display: false } } } : {}),
  };
}

function axis(chart: ChartState, name: ChartAxisName, data: ChartData, shape: ChartShape, isValue: boolean): AxisOptions {
  const { title, titleFont, font, visible, gridlines, gridline, reversed, labels, unitLabel, textOrientation } = axisOf(chart, name);
  const lines = [title, isValue ? unitLabel : undefined].filter((line): line is string => line !== undefined);
  const turned = textOrientation === undefined || textOrientation === 180 ? {} : { minRotation: Math.abs(textOrientation), maxRotation: Math.abs(textOrientation) };
  return {
    display: visible,
    stacked: shape.grouping !== "clustered",
    reverse: reversed,
    grid: { display: gridlines, ...(gridline.color === undefined ? {} : { color: gridline.color }), ...(gridline.width === undefined ? {} : { lineWidth: gridline.width }) },
    title: { display: lines.length > 0, text: lines.length > 1 ? lines : (lines[0] ?? ""), ...look(titleFont) },
    ...(isValue ? valueAxis(chart, name, data, shape) : {}),
    ticks: { display: labels !== "None", ...look(font), ...turned, ...(isValue ? numberTicks(chart, name, shape) : {}) },
  };
}

function look({ color, font }: AxisSettings["font"]): object {
  return { ...(color === undefined ? {} : { color }), ...(Object.keys(font).length > 0 ? { font } : {}) };
}

function valueAxis(chart: ChartState, name: ChartAxisName, data: ChartData, shape: ChartShape): AxisOptions {
  const { minimum, maximum, logBase } = axisOf(chart, name);
  if (logBase !== undefined) return { type: "logarithmic" as never, ...logBounds(data, logBase, minimum, maximum) };
  return {
    // Excel's automatic axis starts at zero; that of x values where they start.
    ...(minimum === undefined ? { beginAtZero: name !== "CategoryPrimary" } : { min: minimum }),
    ...(maximum === undefined ? (shape.grouping === "percentStacked" ? { max: 1 } : {}) : { max: maximum }),
  };
}

/** A logarithmic axis goes from a power of its base to one, from 1 where no value is less. */
function logBounds(data: ChartData, base: number, minimum: number | undefined, maximum: number | undefined): { readonly min: number; readonly max: number } {
  const positive = data.series.flatMap(({ values }) => values.filter((value): value is number => value !== null && value > 0));
  const power = (value: number, round: (exponent: number) => number) => base ** round(Math.log(value) / Math.log(base));
  const [least, most] = [Math.min(...positive, Infinity), Math.max(...positive, 1)];
  return { min: minimum ?? (least < 1 ? power(least, Math.floor) : 1), max: maximum ?? Math.max(base, power(most, Math.ceil)) };
}

function numberTicks(chart: ChartState, name: ChartAxisName, shape: ChartShape): object {
  const { majorUnit, numberFormat, unit, logBase } = axisOf(chart, name);
  const format = numberFormat ?? (shape.grouping === "percentStacked" && name === "ValuePrimary" ? "0%" : undefined);
  return {
    ...(majorUnit === undefined ? {} : { stepSize: majorUnit }),
    // The library marks every digit of a logarithmic axis, Excel the powers of its base.
    callback: (value: number | string) => (logBase !== undefined && !isPower(Number(value), logBase) ? null : axisNumber(Number(value) / unit, format)),
  };
}

function isPower(value: number, base: number): boolean {
  const exponent = Math.log(value) / Math.log(base);
  return Math.abs(exponent - Math.round(exponent)) < 1e-9;
}
