import { Chart, type ChartConfiguration, type Plugin, registerables } from "chart.js";
import type { LabelledDataset } from "../charts/chartConfiguration";

/** A chart on a canvas. */
export interface DrawnChart {
  update(configuration: ChartConfiguration): void;
  remove(): void;
}

export type DrawChart = (canvas: HTMLCanvasElement, configuration: ChartConfiguration) => DrawnChart;

/** Writes the values of series that want it above their points; the library has nothing for that. */
const valueLabels: Plugin = {
  id: "valueLabels",
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    ctx.save();
    ctx.font = "11px sans-serif";
    ctx.fillStyle = "#404040";
    ctx.textAlign = "center";
    chart.data.datasets.forEach((dataset, index) => {
      const texts = (dataset as LabelledDataset).valueLabels;
      if (!texts || !chart.isDatasetVisible(index)) return;
      chart.getDatasetMeta(index).data.forEach((element, at) => {
        const { x, y } = element.tooltipPosition(true);
        if (x !== null && y !== null) ctx.fillText(texts[at] ?? "", x, y - 6);
      });
    });
    ctx.restore();
  },
};

let registered = false;

/** Draws with chart.js. */
export const drawChart: DrawChart = (canvas, configuration) => {
  if (!registered) Chart.register(...registerables, valueLabels);
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
