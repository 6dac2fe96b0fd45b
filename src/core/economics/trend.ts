import { answerColumn, figureText, noAnswer, type Answer } from "../numbers/answerColumn";
import type { Column, Matrix } from "../numbers/matrix";
import type { RowErrors } from "../rowErrors";

/** What of a history is measured: yearly growth, how steadily it rises, or its slope as a share of the mean. */
export type TrendMeasure = "cagr" | "rising" | "slope";

export const TREND_MEASURES: readonly TrendMeasure[] = ["cagr", "rising", "slope"];

/** A present figure of a history and the period it belongs to. */
interface Point {
  readonly period: number;
  readonly value: number;
}

/**
 * One measure of each account's history. Blank (NaN) periods are skipped over but keep their place in time: 100, blank,
 * 121 grows by 10 % a period, not by 21 %.
 *
 * - `cagr`: compound growth per period, (last / first)^(1 / periods between) - 1.
 * - `rising`: share of present periods that are above the present one before.
 * - `slope`: least-squares slope per period as a share of the mean.
 *
 * @param history a row per account, a column per period, oldest first
 */
export function trends(history: Matrix, measure: TrendMeasure, errors: RowErrors): Column {
  const measured = { cagr: compoundGrowth, rising: risingShare, slope: relativeSlope }[measure];
  return answerColumn(history.rowCount, errors, (row) => {
    const points = presentPoints(history, row);
    if (points.length < 2) return noAnswer(`a trend needs two periods with figures, there ${points.length === 1 ? "is 1" : "are none"}`);
    return measured(points);
  });
}

function presentPoints({ values, columnCount }: Matrix, row: number): Point[] {
  const points: Point[] = [];
  for (let period = 0; period < columnCount; period++) {
    const value = values[row * columnCount + period] as number;
    if (!Number.isNaN(value)) points.push({ period, value });
  }
  return points;
}

function compoundGrowth(points: readonly Point[]): Answer {
  const first = points[0] as Point;
  const last = points[points.length - 1] as Point;
  if (first.value <= 0) {
    return noAnswer(`the first figure is ${figureText(first.value)}; growth needs a start above zero, try "slope" or "rising"`);
  }
  if (last.value < 0) {
    return noAnswer(`the last figure is ${figureText(last.value)}; growth cannot end below zero, try "slope" or "rising"`);
  }
  return Math.pow(last.value / first.value, 1 / (last.period - first.period)) - 1;
}

function risingShare(points: readonly Point[]): Answer {
  let rises = 0;
  for (let place = 1; place < points.length; place++) {
    if ((points[place] as Point).value > (points[place - 1] as Point).value) rises++;
  }
  return rises / (points.length - 1);
}

function relativeSlope(points: readonly Point[]): Answer {
  const meanValue = mean(points.map(({ value }) => value));
  if (meanValue <= 0) {
    return noAnswer(`the mean is ${figureText(meanValue)}; a slope as a share of it needs a mean above zero, try "rising"`);
  }
  const meanPeriod = mean(points.map(({ period }) => period));
  let covariance = 0;
  let variance = 0;
  for (const { period, value } of points) {
    covariance += (period - meanPeriod) * (value - meanValue);
    variance += (period - meanPeriod) ** 2;
  }
  return covariance / variance / meanValue;
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}
