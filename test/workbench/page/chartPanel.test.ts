/** @jest-environment jsdom */
import type { ChartConfiguration } from "chart.js";
import type { ChartState } from "../../../src/workbench/office-host/objects/drawnState";
import { createChartPanel } from "../../../src/workbench/page/chartPanel";

function chart(id: string, name: string, settings: Record<string, unknown> = {}): ChartState {
  return { id, name, type: "Line", plotBy: "Columns", left: 0, top: 0, width: 300, height: 150, settings, series: [{ name: "S", nameSource: undefined, values: undefined, categories: undefined, bubbleSizes: undefined, settings: {} }] };
}

function panel(charts: ChartState[]) {
  const container = document.createElement("div");
  document.body.replaceChildren(container);
  const drawings: { configurations: ChartConfiguration[]; removed: boolean }[] = [];
  const moves: [string, number, number][] = [];
  const state = { charts, values: [1, 2], place: { left: 20, top: 30 } as { left: number; top: number } | undefined };
  const created = createChartPanel(
    container,
    {
      charts: () => state.charts,
      data: () => ({ categories: ["a", "b"], series: [{ name: "S", values: state.values, x: [], sizes: [] }] }),
      place: () => state.place,
      moved: ({ id }, right, down) => moves.push([id, right, down]),
    },
    (_canvas, configuration) => {
      const drawing = { configurations: [configuration], removed: false };
      drawings.push(drawing);
      return { update: (next) => drawing.configurations.push(next), remove: () => void (drawing.removed = true) };
    },
  );
  created.update();
  return { container, drawings, moves, state, created };
}

const figures = (container: HTMLElement) => [...container.querySelectorAll<HTMLElement>("figure")];

test("a chart lies at its place in its size, with its text for those who cannot see it", () => {
  const { container } = panel([chart("1", "Sales", { altText: "Sales double" })]);
  const [figure] = figures(container);
  expect(figure?.style).toMatchObject({ left: "20px", top: "30px", width: "400px" });
  expect(figure?.querySelector("canvas")?.getAttribute("role")).toBe("img");
  expect(figure?.querySelector("canvas")?.getAttribute("aria-label")).toBe("Sales");
  expect(figure?.querySelector("figcaption")?.textContent).toBe("Sales double");
});

test("an update draws new values in the same chart, removes deleted charts and adds new ones", () => {
  const { container, drawings, state, created } = panel([chart("1", "One"), chart("2", "Two")]);
  state.values = [5, 6];
  state.charts = [state.charts[1] as ChartState, chart("3", "Three")];
  created.update();
  expect(drawings.map(({ removed }) => removed)).toEqual([true, false, false]);
  expect(drawings[1]?.configurations[1]?.data.datasets[0]?.data).toEqual([5, 6]);
  expect(figures(container).map((figure) => figure.querySelector("canvas")?.getAttribute("aria-label"))).toEqual(["Two", "Three"]);
});

test("charts nobody knows the place of are listed at the side, and come back", () => {
  const { container, state, created } = panel([chart("1", "One")]);
  state.place = undefined;
  created.update();
  const aside = container.querySelector("aside");
  expect(aside?.getAttribute("aria-label")).toBe("Charts of this sheet");
  expect(aside?.querySelectorAll("figure")).toHaveLength(1);
  state.place = { left: 1, top: 2 };
  created.update();
  expect(container.querySelector("aside")).toBeNull();
  expect(figures(container)[0]?.style.left).toBe("1px");
});

test("arrow keys and the pointer move a chart", () => {
  const { container, moves } = panel([chart("1", "One")]);
  const title = container.querySelector<HTMLElement>(".chart-panel-title") as HTMLElement;
  title.setPointerCapture = () => undefined;
  title.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown" }));
  const pointer = (type: string, clientX: number, clientY: number) => title.dispatchEvent(new MouseEvent(type, { clientX, clientY }));
  pointer("pointerdown", 100, 100);
  pointer("pointermove", 112, 95);
  pointer("pointerup", 112, 95);
  pointer("pointermove", 300, 300);
  expect(moves).toEqual([["1", 0, 10], ["1", 12, -5]]);
});

test("removing the panel takes everything away", () => {
  const { container, drawings, created } = panel([chart("1", "One")]);
  created.remove();
  expect(container.childElementCount).toBe(0);
  expect(drawings[0]?.removed).toBe(true);
});
