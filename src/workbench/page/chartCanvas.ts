import { Chart, type ChartConfiguration, registerables } from "chart.js";
import { chartBackground, chartDataTable, labelsAtPoints, seriesColorsInLegend } from "./chartPlugins";

/** A chart on a canvas. */
export interface DrawnChart {
  update(configuration: ChartConfiguration): void;
  remove(): void;
}

export type DrawChart = (canvas: HTMLCanvasElement, configuration: ChartConfiguration) => DrawnChart;

let registered = false;

/** Draws with chart.js. */
export const drawChart: DrawChart = (canvas, configuration) => {
  if (!registered) {
    Chart.register(...registerables, labelsAtPoints, chartBackground, chartDataTable);
    seriesColorsInLegend();
  }
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
