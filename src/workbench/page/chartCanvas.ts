import { Chart, type ChartConfiguration, type Plugin, registerables } from "chart.js";
import type { ChartBackground } from "../charts/chartConfiguration";
import type { LabelledDataset } from "../charts/chartDatasets";
import type { PointLabel } from "../charts/chartLabels";

/** A chart on a canvas. */
export interface DrawnChart {
  update(configuration: ChartConfiguration): void;
  remove(): void;
}

export type DrawChart = (canvas: HTMLCanvasElement, configuration: ChartConfiguration) => DrawnChart;

/** Writes the labels of points; the library has nothing for that. */
const labelsAtPoints: Plugin = {
  id: "labelsAtPoints",
  afterDatasetsDraw(chart) {
    chart.data.datasets.forEach((dataset, index) => {
      const labels = (dataset as LabelledDataset).pointLabels;
      if (!labels || !chart.isDatasetVisible(index)) return;
      chart.getDatasetMeta(index).data.forEach((element, at) => {
        const label = labels[at];
        if (label) drawLabel(chart, label, element);
      });
    });
  },
};

const PIXELS_PER_POINT = 96 / 72;
/** Room between a point and its label. */
const GAP = 6;

function drawLabel(chart: Chart, label: PointLabel, element: { tooltipPosition(final: boolean): { x: number | null; y: number | null } }): void {
  const { x: pointX, y: pointY } = element.tooltipPosition(true);
  if (pointX === null || pointY === null || !Number.isFinite(pointX) || !Number.isFinite(pointY)) return;
  const { ctx } = chart;
  const { size = 11, family = "sans-serif", weight = "normal", style = "normal" } = label.look.font;
  const lines = label.text.split("\n");
  const [lineHeight, height] = [size * 1.2, size * 1.2 * lines.length];
  ctx.save();
  ctx.font = `${style} ${weight} ${size}px ${family}`;
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
const chartBackground: Plugin = {
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

let registered = false;

/** Draws with chart.js. */
export const drawChart: DrawChart = (canvas, configuration) => {
  if (!registered) Chart.register(...registerables, labelsAtPoints, chartBackground);
  registered = true;
  let chart = new Chart(canvas, configuration);
  let type = configuration.type;
  return {
    update(next) {
      if (next.type === type) {
        chart.data = next.data;
        chart.options = next.options ?? {};
        chart.update("none");
        return;
      }
      // The kind of a chart cannot be changed in place.
      chart.destroy();
      chart = new Chart(canvas, next);
      type = next.type;
    },
    remove: () => chart.destroy(),
  };
};
