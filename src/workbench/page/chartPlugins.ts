import { Chart, type Plugin } from "chart.js";
import type { ChartBackground } from "../charts/chartConfiguration";
import type { DataTable } from "../charts/chartDataTable";
import type { DrawnSeries } from "../charts/chartDatasets";
import type { PointLabel } from "../charts/chartLabels";
import type { FontLook } from "../charts/chartSettings";
import { PIXELS_PER_POINT } from "../pixels";

/** What the drawing library cannot do: labels at points, coloured grounds, a data table, and a legend that knows the series from its points. */

const canvasFont = ({ font: { size, family, weight, style } }: FontLook, usualSize: number): string =>
  `${style ?? "normal"} ${weight ?? "normal"} ${size ?? usualSize}px ${family ?? "sans-serif"}`;

/** Writes the labels of points; the library has nothing for that. */
export const labelsAtPoints: Plugin = {
  id: "labelsAtPoints",
  afterDatasetsDraw(chart) {
    chart.data.datasets.forEach((dataset, index) => {
      const labels = (dataset as DrawnSeries).pointLabels;
      if (!labels || !chart.isDatasetVisible(index)) return;
      chart.getDatasetMeta(index).data.forEach((element, at) => {
        const label = labels[at];
        if (label) drawLabel(chart, label, element);
      });
    });
  },
};

/** Room between a point and its label. */
const GAP = 6;

function drawLabel(chart: Chart, label: PointLabel, element: { tooltipPosition(final: boolean): { x: number | null; y: number | null } }): void {
  const { x: pointX, y: pointY } = element.tooltipPosition(true);
  if (pointX === null || pointY === null || !Number.isFinite(pointX) || !Number.isFinite(pointY)) return;
  const { ctx } = chart;
  const { size = 11 } = label.look.font;
  const lines = label.text.split("\n");
  const [lineHeight, height] = [size * 1.2, size * 1.2 * lines.length];
  ctx.save();
  ctx.font = canvasFont(label.look, size);
  const width = Math.max(0, ...lines.map((line) => ctx.measureText(line).width));
  const inside = label.position === "Center" || (label.position === undefined && "outerRadius" in element);
  const lying = chart.options.indexAxis === "y" && label.position !== "Center";
  const middle = {
    x: pointX + (label.position === "Left" ? -GAP - width / 2 : label.position === "Right" || lying ? GAP + width / 2 : 0),
    y: pointY + (inside || lying || label.position === "Left" || label.position === "Right" ? 0 : label.position === "Bottom" || label.position?.startsWith("Inside") ? GAP + height / 2 : -GAP - height / 2),
  };
  const x = label.left === undefined ? middle.x : label.left * PIXELS_PER_POINT + width / 2;
  const top = label.top === undefined ? middle.y - height / 2 : label.top * PIXELS_PER_POINT;
  if (label.fill) {
    ctx.fillStyle = label.fill;
    ctx.fillRect(x - width / 2 - 3, top - 1, width + 6, height + 2);
  }
  ctx.fillStyle = label.look.color ?? "#404040";
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  lines.forEach((line, at) => ctx.fillText(line, x, top + lineHeight * (at + 0.5)));
  ctx.restore();
}

/** Colours the chart, its plot area and the ground of its title. */
export const chartBackground: Plugin = {
  id: "chartBackground",
  beforeDraw(chart, _args, options) {
    const { chart: ground, plot, title } = options as Partial<ChartBackground>;
    const { ctx, chartArea } = chart;
    const paint = (color: string | undefined, left: number, top: number, width: number, height: number) => {
      if (color === undefined || color === "transparent") return;
      ctx.save();
      ctx.fillStyle = color;
      ctx.fillRect(left, top, width, height);
      ctx.restore();
    };
    paint(ground, 0, 0, chart.width, chart.height);
    paint(plot, chartArea.left, chartArea.top, chartArea.width, chartArea.height);
    const { text, display } = chart.options.plugins?.title ?? {};
    if (!display || title === undefined) return;
    const { size = 14 } = (chart.options.plugins?.title?.font ?? {}) as { readonly size?: number };
    const wide = String(text ?? "").length * size * 0.55 + 12;
    paint(title, (chart.width - wide) / 2, 6, wide, size * 1.6);
  },
};

/** Writes the values under their columns, with the names of the series to the left. */
export const chartDataTable: Plugin = {
  id: "chartDataTable",
  afterDraw(chart, _args, options) {
    const { table } = options as { readonly table?: DataTable };
    const scale = chart.scales["x"];
    if (!table || !scale || table.rows.length === 0) return;
    const { ctx } = chart;
    const { left, right } = chart.chartArea;
    const { rowHeight, look } = table;
    const top = chart.height - table.rows.length * rowHeight - 4;
    const start = left - table.nameWidth;
    const count = Math.max(1, ...table.rows.map(({ values }) => values.length));
    const cell = (right - left) / count;
    ctx.save();
    ctx.font = canvasFont(look, 12);
    ctx.textBaseline = "middle";
    table.rows.forEach(({ name, values }, row) => {
      const middle = top + rowHeight * (row + 0.5);
      if (table.keys) {
        ctx.fillStyle = (chart.data.datasets[row] as DrawnSeries | undefined)?.seriesColor ?? "#404040";
        ctx.fillRect(start + 4, middle - 4, 8, 8);
      }
      ctx.fillStyle = look.color ?? "#404040";
      ctx.textAlign = "left";
      ctx.fillText(name, start + (table.keys ? 16 : 4), middle, table.nameWidth - 18);
      ctx.textAlign = "center";
      values.forEach((value, at) => ctx.fillText(value, left + cell * (at + 0.5), middle, cell - 4));
    });
    ctx.strokeStyle = table.lineColor;
    ctx.lineWidth = 1;
    const bottom = top + table.rows.length * rowHeight;
    const line = (x1: number, y1: number, x2: number, y2: number) => {
      ctx.beginPath();
      ctx.moveTo(Math.round(x1) + 0.5, Math.round(y1) + 0.5);
      ctx.lineTo(Math.round(x2) + 0.5, Math.round(y2) + 0.5);
      ctx.stroke();
    };
    if (table.horizontal) for (let row = 1; row < table.rows.length; row++) line(start, top + row * rowHeight, right, top + row * rowHeight);
    if (table.vertical) for (let at = 0; at < count; at++) line(left + at * cell, top, left + at * cell, bottom);
    if (table.outline) {
      line(start, top, right, top);
      line(start, bottom, right, bottom);
      line(start, top, start, bottom);
      line(right, top, right, bottom);
    }
    ctx.restore();
  },
};

/** The library's legend takes the colour of the first point; Excel's shows that of the series. */
export function seriesColorsInLegend(): void {
  const { labels } = Chart.defaults.plugins.legend;
  const generated = labels.generateLabels;
  labels.generateLabels = (chart) =>
    generated(chart).map((item) => {
      const color = (chart.data.datasets[item.datasetIndex ?? 0] as DrawnSeries | undefined)?.seriesColor;
      return color === undefined ? item : { ...item, fillStyle: color, strokeStyle: color };
    });
}
