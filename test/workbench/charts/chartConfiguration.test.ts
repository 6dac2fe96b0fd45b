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

test.each(["ColumnClustered", "ColumnStacked100", "BarStacked", "Line", "LineMarkersStacked", "AreaStacked", "Pie", "Doughnut", "XYScatter", "XYScatterSmoothNoMarkers", "XYScatterLines", "RadarMarkers", "RadarFilled", "Bubble"])("%s taken apart and put together is itself", (type) => {
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
  expect(data.datasets.map((set) => (set["pointLabels"] as { text: string }[] | undefined)?.map(({ text }) => text))).toEqual([["30", ""], undefined]);
});

test("a logarithmic axis goes from power to power of its base and shows these", () => {
  const y = configured(chart("Line", { axes: { ValuePrimary: { scaleType: "Logarithmic", logBase: 100 } } })).options.scales?.y;
  expect(y).toMatchObject({ type: "logarithmic", min: 1, max: 100 });
  expect([1, 10, 100].map((value) => y?.ticks?.callback(value))).toEqual(["1", null, "100"]);
});

test("a display unit divides the numbers of the axis and is named beside it unless that is hidden", () => {
  const y = (more: object) => configured(chart("Line", { axes: { ValuePrimary: { displayUnit: "Thousands", title: { text: "EUR" }, ...more } } })).options.scales?.y;
  expect(y({})?.ticks?.callback(12000)).toBe("12");
  expect(y({})).toMatchObject({ title: { display: true, text: ["EUR", "Thousands"] } });
  expect(y({ showDisplayUnitLabel: false })).toMatchObject({ title: { text: "EUR" } });
});

test("an axis stands on the far side when the other is turned round, crossed at its end, or its labels are high", () => {
  const sides = (category: object, value: object) => {
    const { x, y } = configured(chart("Line", { axes: { CategoryPrimary: category, ValuePrimary: value } })).options.scales ?? {};
    return [x?.["position"], y?.["position"]];
  };
  expect(sides({}, {})).toEqual(["bottom", "left"]);
  expect(sides({ reversePlotOrder: true }, {})).toEqual(["bottom", "right"]);
  expect(sides({ reversePlotOrder: true, position: "Maximum", tickLabelPosition: "High" }, {})).toEqual(["top", "left"]);
});

test("points may have colours of their own", () => {
  const points = { points: { 1: { format: { fill: { color: "#FF0000" } } } } };
  expect(configured(chart("ColumnClustered", {}, [points, {}])).data.datasets.map((set) => set["backgroundColor"])).toEqual([["#4472C4", "#FF0000"], "#ED7D31"]);
  expect(configured(chart("Pie", {}, [points])).data.datasets[0]).toMatchObject({ backgroundColor: ["#4472C4", "#FF0000"] });
});

test("markers: their shape, size and colours, of the series and of single points", () => {
  const settings = { markerStyle: "Star", markerSize: 12, markerForegroundColor: "#000000", points: { 0: { markerStyle: "None" } } };
  expect(configured(chart("Line", {}, [settings, {}])).data.datasets[0]).toMatchObject({ pointStyle: ["circle", "star"], pointRadius: [0, 8], pointBorderColor: "#000000", pointBackgroundColor: "#4472C4" });
});

test("lines: colour, width and dashes; none at all", () => {
  const looks = (line: object) => configured(chart("Line", {}, [{ format: { line } }, {}])).data.datasets[0];
  expect(looks({ color: "#FF0000", weight: 3, lineStyle: "Dash" })).toMatchObject({ borderColor: "#FF0000", borderWidth: 4, borderDash: [6, 4] });
  expect(looks({ lineStyle: "None" })).toMatchObject({ borderWidth: 0 });
});

test("the area of a bubble is its size, measured by the largest of all series", () => {
  const data: ChartData = { categories: ["a"], series: [40, 10].map((size, index) => ({ name: `S${index}`, values: [1], x: [index], sizes: [size] })) };
  const radii = configured(chart("Bubble"), data).data.datasets.map((set) => (set["data"] as { r: number }[])[0]?.r);
  expect(radii).toEqual([24, 12]);
});

test("trendlines are drawn with their series", () => {
  const rising: ChartData = { categories: ["1", "2", "3"], series: [{ name: "North", values: [2, 4, 6], x: [], sizes: [] }] };
  const { datasets } = configured(chart("ColumnClustered", {}, [{ trendlines: [{ type: "Linear", format: { line: { color: "#FF0000" } } }] }]), rising).data;
  expect(datasets).toHaveLength(2);
  expect(datasets[1]).toMatchObject({ type: "line", label: "Linear (North)", borderColor: "#FF0000", data: [2, 4, 6].map((value) => expect.closeTo(value, 9)) });
});

test("labels say what is wanted, in Excel's order, as the cells show it; a point's own text goes first", () => {
  const data: ChartData = { categories: ["2024", "2025"], series: [{ name: "North", values: [0.1, 0.3], x: [], sizes: [], texts: ["10%", "30%"] }] };
  const texts = (settings: object, own: object) => (configured(chart("Line", { dataLabels: settings }, [own as Record<string, unknown>]), data).data.datasets[0]?.["pointLabels"] as ({ text: string } | undefined)[] | undefined)?.map((label) => label?.text);
  expect(texts({}, {})).toBeUndefined();
  expect(texts({ separator: "\n" }, { hasDataLabels: true, dataLabels: { showSeriesName: true, showCategoryName: true } })).toEqual(["North\n2024\n10%", "North\n2025\n30%"]);
  expect(texts({ showPercentage: true, showValue: false }, {})).toEqual(["25%", "75%"]);
  expect(texts({}, { points: { 1: { hasDataLabel: true, dataLabel: { text: "Fair in town" } } } })).toEqual([undefined, "Fair in town"]);
});

test("a data table is there when it is shown, with room for it below and beside the plot", () => {
  const shown = (settings: object) => configured(chart("ColumnClustered", { dataTable: settings })).options as unknown as { layout?: { padding: object }; plugins: { chartDataTable: { table?: object } } };
  expect(shown({}).plugins.chartDataTable.table).toBeUndefined();
  const { layout, plugins } = shown({ visible: true, showHorizontalBorder: false, format: { border: { color: "#0000FF" }, font: { size: 9 } } });
  expect(plugins.chartDataTable.table).toMatchObject({ rows: [{ name: "North", values: ["30", ""] }, { name: "South", values: ["10", "20"] }], horizontal: false, vertical: true, lineColor: "#0000FF", rowHeight: 18 });
  expect(layout?.padding).toEqual({ bottom: 40, left: 48 });
});

test("fonts and fills", () => {
  const settings = { title: { text: "T", format: { font: { size: 12, name: "Corbel", color: "#41AEBD", bold: true }, fill: { color: "#87CEEB" } } }, legend: { format: { font: { italic: true } } }, format: { fill: { color: "#404040" } } };
  const { plugins } = configured(chart("Line", settings)).options;
  expect(plugins).toMatchObject({
    title: { color: "#41AEBD", font: { size: 16, family: "Corbel", weight: "bold" } },
    legend: { labels: { font: { style: "italic" } } },
    chartBackground: { chart: "#404040", title: "#87CEEB" },
  });
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
