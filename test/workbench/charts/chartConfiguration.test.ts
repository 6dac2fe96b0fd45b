import { axisNumber } from "../../../src/workbench/charts/axisNumber";
import { chartConfiguration, chartDescription } from "../../../src/workbench/charts/chartConfiguration";
import { chartShape, chartType } from "../../../src/workbench/charts/chartShape";
import type { ChartData } from "../../../src/workbench/office-host/objects/chartSources";
import type { ChartState } from "../../../src/workbench/office-host/objects/drawnState";

const none = { name: undefined, nameSource: undefined, values: undefined, categories: undefined, bubbleSizes: undefined };

function chart(type: string, settings: Record<string, unknown> = {}, series: readonly Record<string, unknown>[] = [{}, {}]): ChartState {
  return { id: "1", name: "Chart 1", type, plotBy: "Columns", left: 0, top: 0, width: 300, height: 200, settings, series: series.map((own) => ({ ...none, settings: own })) };
}

const DATA: ChartData = {
  categories: ["2024", "2025"],
  series: [
    { name: "North", values: [30, null], x: [1, 2], sizes: [] },
    { name: "South", values: [10, 20], x: [1, 2], sizes: [] },
  ],
};

interface Configured {
  readonly type: string;
  readonly data: { readonly labels: string[]; readonly datasets: readonly Record<string, unknown>[] };
  readonly options: { readonly indexAxis?: string; readonly scales?: Record<"x" | "y", Record<string, unknown> & { readonly ticks?: { readonly callback: (value: number) => string } }>; readonly plugins: Record<string, Record<string, unknown>> };
}

const configured = (state: ChartState, data = DATA) => chartConfiguration(state, data) as unknown as Configured;

test.each(["ColumnClustered", "ColumnStacked100", "BarStacked", "Line", "LineMarkersStacked", "AreaStacked", "Pie", "Doughnut", "XYScatter", "XYScatterSmoothNoMarkers", "XYScatterLines", "RadarMarkers", "Bubble"])("%s taken apart and put together is itself", (type) => {
  expect(chartType(chartShape(type))).toBe(type);
  expect(chartShape(type).exact).toBe(true);
});

test.each([["3DColumnStacked", "ColumnStacked"], ["ConeBarClustered", "BarClustered"], ["BarOfPie", "Pie"], ["Waterfall", "ColumnClustered"]])("%s is shown as %s and known to be something else", (type, plain) => {
  expect(chartType(chartShape(type))).toBe(plain);
  expect(chartShape(type).exact).toBe(false);
});

test("columns: labels, series in Office's colours, gaps stay gaps", () => {
  const { type, data, options } = configured(chart("ColumnClustered"));
  expect(type).toBe("bar");
  expect(data.labels).toEqual(["2024", "2025"]);
  expect(data.datasets).toMatchObject([
    { label: "North", data: [30, null], backgroundColor: "#4472C4" },
    { label: "South", data: [10, 20], backgroundColor: "#ED7D31" },
  ]);
  expect(options.scales).toMatchObject({ x: { stacked: false }, y: { stacked: false } });
});

test("bars lie, with the first category below", () => {
  const { options } = configured(chart("BarStacked"));
  expect(options.indexAxis).toBe("y");
  expect(options.scales).toMatchObject({ x: { stacked: true }, y: { stacked: true, reverse: true } });
});

test("parts of a whole add up to 100 %", () => {
  const { data, options } = configured(chart("ColumnStacked100"));
  // 30 of 40 and 10 of 40; then nothing and 20 of 20.
  expect(data.datasets.map((set) => set["data"])).toEqual([[0.75, null], [0.25, 1]]);
  expect(options.scales?.y).toMatchObject({ max: 1 });
  expect(options.scales?.y.ticks?.callback(0.75)).toBe("75%");
});

test("titles, legend, axes and colours that were set", () => {
  const settings = { title: { text: "Plan" }, legend: { position: "Top" }, axes: { ValuePrimary: { title: { text: "kEUR" }, numberFormat: '#,##0.0" k"', minimum: 5, maximum: 50, majorUnit: 15 }, CategoryPrimary: { visible: false } } };
  const { data, options } = configured(chart("Line", settings, [{ format: { line: { color: "#00B050" } } }, {}]));
  expect(options.plugins).toMatchObject({ title: { display: true, text: "Plan" }, legend: { display: true, position: "top" } });
  expect(options.scales).toMatchObject({ x: { display: false }, y: { min: 5, max: 50, title: { display: true, text: "kEUR" } } });
  expect(options.scales?.y.ticks?.callback(1234.5)).toBe("1,234.5 k");
  expect(data.datasets[0]).toMatchObject({ borderColor: "#00B050", pointRadius: 0 });
});

test("a single series gives the title unless it was hidden", () => {
  const single = { ...DATA, series: DATA.series.slice(0, 1) };
  expect(configured(chart("Line", {}, [{}]), single).options.plugins["title"]).toMatchObject({ display: true, text: "North" });
  expect(configured(chart("Line", { title: { visible: false } }, [{}]), single).options.plugins["title"]).toMatchObject({ display: false });
  expect(configured(chart("Line")).options.plugins["title"]).toMatchObject({ display: false });
});

test("scatter: pairs of numbers; without x values they are counted", () => {
  const [first, second] = configured(chart("XYScatterLines"), { ...DATA, series: [{ ...(DATA.series[0] as ChartData["series"][number]), x: [2.5, 7] }, { ...(DATA.series[1] as ChartData["series"][number]), x: ["a", "b"] }] }).data.datasets;
  expect(first).toMatchObject({ data: [{ x: 2.5, y: 30 }, { x: 7, y: Number.NaN }], showLine: true });
  expect(second).toMatchObject({ data: [{ x: 1, y: 10 }, { x: 2, y: 20 }] });
});

test("a pie shows its first series only, a doughnut a ring for each", () => {
  expect(configured(chart("Pie")).data.datasets).toHaveLength(1);
  expect(configured(chart("Doughnut")).data.datasets).toHaveLength(2);
});

test("the value axis starts at zero until somebody sets its minimum", () => {
  expect(configured(chart("Line")).options.scales?.y).toMatchObject({ beginAtZero: true });
  expect(configured(chart("Line", { axes: { ValuePrimary: { minimum: 5 } } })).options.scales?.y).not.toHaveProperty("beginAtZero");
});

test("slices have a colour each, series of another type keep theirs", () => {
  expect(configured(chart("Pie", {}, [{}])).data.datasets[0]).toMatchObject({ backgroundColor: ["#4472C4", "#ED7D31"] });
  expect(configured(chart("ColumnClustered", {}, [{}, { chartType: "LineMarkers" }])).data.datasets[1]).toMatchObject({ type: "line", pointRadius: 4 });
});

test("values at the points where wanted", () => {
  const { data } = configured(chart("Line", {}, [{ hasDataLabels: true }, {}]));
  expect(data.datasets.map((set) => set["valueLabels"])).toEqual([["30", ""], undefined]);
});

test("the description is the chart's own text, or says what it shows", () => {
  expect(chartDescription(chart("Line"), DATA, "North falls")).toBe("North falls");
  expect(chartDescription(chart("Line", { title: { text: "Sales" } }), DATA, undefined)).toBe("Sales, line chart. North: 2024 30, 2025 no value; South: 2024 10, 2025 20");
});

test.each([
  [1234.5, undefined, "1,234.5"],
  [1234.5, "General", "1,234.5"],
  [1234.5, "#,##0", "1,235"],
  [1234.5, "0.00", "1234.50"],
  [0.256, "0.0%", "25.6%"],
  [-5, "$#,##0_);($#,##0)", "-$5"],
  [1500000, '#,##0.0,," M"', "1.5 M"],
  [12, "[$€-407]0", "€12"],
])("%d in %s is %s", (value, format, text) => {
  expect(axisNumber(value, format)).toBe(text);
});
