import { chartConfiguration, chartDescription } from "../charts/chartConfiguration";
import { altTextOf } from "../charts/chartSettings";
import type { ChartData } from "../office-host/objects/chartSources";
import type { ChartState } from "../office-host/objects/drawnState";
import { type DrawChart, drawChart, type DrawnChart } from "./chartCanvas";
import { PIXELS_PER_POINT } from "../pixels";

/** What the panels need to know; asked anew on every `update`. */
export interface ChartPanelSource {
  /** Charts of the sheet that is shown. */
  charts(): readonly ChartState[];
  /** `chartData` of the host. */
  data(chart: ChartState): ChartData;
  /** Where the top left corner of the chart is now, in pixels of the container; undefined: nobody knows, it goes to the list at the side. */
  place(chart: ChartState): { readonly left: number; readonly top: number } | undefined;
  /** A person moved the chart by so many pixels. */
  moved(chart: ChartState, right: number, down: number): void;
}

export interface ChartPanel {
  /** Draws what is there now: after a calculation, a change of a chart, another sheet, or scrolling. */
  update(): void;
  remove(): void;
}

/** By keyboard a chart moves in steps that are worth a key press. */
const STEP = 10;

interface Shown {
  readonly figure: HTMLElement;
  readonly title: HTMLElement;
  readonly frame: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly caption: HTMLElement;
  readonly drawn: DrawnChart;
  chart: ChartState;
}

/** Floating charts over the grid, which has none of its own. */
export function createChartPanel(container: HTMLElement, source: ChartPanelSource, draw: DrawChart = drawChart): ChartPanel {
  const list = document.createElement("aside");
  list.className = "chart-list";
  list.setAttribute("aria-label", "Charts of this sheet");
  const shown = new Map<string, Shown>();

  function create(chart: ChartState, data: ChartData): Shown {
    const figure = document.createElement("figure");
    figure.className = "chart-panel";
    const title = document.createElement("div");
    title.className = "chart-panel-title";
    title.tabIndex = 0;
    title.setAttribute("role", "button");
    const frame = document.createElement("div");
    frame.className = "chart-panel-frame";
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    frame.append(canvas);
    const caption = document.createElement("figcaption");
    caption.className = "visually-hidden";
    figure.append(title, frame, caption);
    // The library measures the canvas, so it has to be on the page with its size before the first drawing.
    size(figure, frame, chart);
    container.append(figure);
    const item: Shown = { figure, title, frame, canvas, caption, drawn: draw(canvas, chartConfiguration(chart, data)), chart };
    makeMovable(title, (right, down) => {
      source.moved(item.chart, right, down);
      update();
    });
    return item;
  }

  function update(): void {
    const charts = source.charts();
    for (const [id, item] of shown) {
      if (charts.some((chart) => chart.id === id)) continue;
      item.drawn.remove();
      item.figure.remove();
      shown.delete(id);
    }
    for (const chart of charts) {
      const data = source.data(chart);
      const known = shown.get(chart.id);
      const item = known ?? create(chart, data);
      shown.set(chart.id, item);
      item.chart = chart;
      size(item.figure, item.frame, chart);
      if (known) item.drawn.update(chartConfiguration(chart, data));
      describe(item, chart, data);
      put(item.figure, source.place(chart));
    }
    if (list.childElementCount > 0) container.append(list);
    else list.remove();
  }

  function put(figure: HTMLElement, place: { readonly left: number; readonly top: number } | undefined): void {
    const parent = place ? container : list;
    if (figure.parentElement !== parent) parent.append(figure);
    figure.classList.toggle("listed", !place);
    figure.style.left = place ? `${Math.round(place.left)}px` : "";
    figure.style.top = place ? `${Math.round(place.top)}px` : "";
  }

  return {
    update,
    remove() {
      for (const { drawn, figure } of shown.values()) {
        drawn.remove();
        figure.remove();
      }
      shown.clear();
      list.remove();
    },
  };
}

function size(figure: HTMLElement, frame: HTMLElement, { width, height }: ChartState): void {
  figure.style.width = `${Math.round(width * PIXELS_PER_POINT)}px`;
  frame.style.height = `${Math.round(height * PIXELS_PER_POINT)}px`;
}

function describe({ title, canvas, caption }: Shown, chart: ChartState, data: ChartData): void {
  const description = chartDescription(chart, data, altTextOf(chart));
  title.textContent = chart.name;
  title.setAttribute("aria-label", `${chart.name}: move with the arrow keys`);
  canvas.setAttribute("aria-label", chart.name);
  caption.textContent = description;
}

function makeMovable(handle: HTMLElement, moved: (right: number, down: number) => void): void {
  handle.addEventListener("pointerdown", (down) => {
    handle.setPointerCapture(down.pointerId);
    let [x, y] = [down.clientX, down.clientY];
    const move = (event: PointerEvent) => {
      const [right, below] = [event.clientX - x, event.clientY - y];
      [x, y] = [event.clientX, event.clientY];
      moved(right, below);
    };
    const end = () => {
      handle.removeEventListener("pointermove", move);
      handle.removeEventListener("pointerup", end);
      handle.removeEventListener("pointercancel", end);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("pointerup", end);
    handle.addEventListener("pointercancel", end);
  });
  handle.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key];
    if (!step) return;
    event.preventDefault();
    moved(step[0] as number, step[1] as number);
  });
}
