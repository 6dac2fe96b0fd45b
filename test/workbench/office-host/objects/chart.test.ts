import { chartData } from "../../../../src/workbench/office-host/objects/chartSources";
import { openModel, properties } from "../model";
import { refusal } from "../refusal";

function sales() {
  const model = openModel("Data");
  model.sheet.getRange("A1:C4").values = [
    ["", "North", "South"],
    ["Q1", 10, 20],
    ["Q2", 30, ""],
    ["Q3", 50, 60],
  ];
  return { ...model, chart: model.sheet.charts.add("ColumnClustered", model.sheet.getRange("A1:C4")) };
}

test("text at the top and left become names and categories, gaps stay gaps", () => {
  const { book, sheet } = sales();
  expect(chartData(book, book.sheetState(sheet.id).charts[0]!)).toMatchObject({
    categories: ["Q1", "Q2", "Q3"],
    series: [
      { name: "North", values: [10, 30, 50] },
      { name: "South", values: [20, null, 60] },
    ],
  });
});

test("a column of dates gives the categories, though it holds numbers", () => {
  const { book, sheet } = openModel("Data");
  sheet.getRange("A1:B3").values = [["Date", "Price"], ["7/1/2023", 100], ["7/2/2023", 96.71]];
  sheet.charts.add("Line", sheet.getRange("A1:B3"));
  const { charts } = book.sheetState(sheet.id);
  expect(chartData(book, charts[0]!).series.map(({ name, values }) => [name, values])).toEqual([["Price", [100, 96.71]]]);
  expect(charts[0]!.series[0]!.categories?.region).toEqual({ row: 1, column: 0, rowCount: 2, columnCount: 1 });
  // A whole column of dates and nothing else is a series.
  sheet.charts.add("Line", sheet.getRange("A2:A3"));
  expect(chartData(book, charts[1]!).series).toHaveLength(1);
});

test("members of enumerations count in any capitals and are kept in Excel's", () => {
  const { sheet } = sales();
  const pie = sheet.charts.add("pie", sheet.getRange("A1:C4"), "auto");
  properties(pie.legend).position = "top";
  expect([pie.chartType, properties(pie.legend).position]).toEqual(["Pie", "Top"]);
  expect(refusal(() => (properties(pie.legend).position = "above"))).toMatchObject({ code: "InvalidArgument" });
});

test("series can run along rows, be added, set and deleted", () => {
  const { sheet, chart } = sales();
  chart.setData(sheet.getRange("A1:C4"), "Rows");
  expect([chart.plotBy, chart.series.items.map((series) => series.name)]).toEqual(["Rows", ["Q1", "Q2", "Q3"]]);
  const added = chart.series.add("Plan");
  added.setValues(sheet.getRange("B2:C2"));
  added.setXAxisValues(sheet.getRange("B1:C1"));
  expect(added.getDimensionValues("Values")).toEqual([10, 20]);
  expect(added.getDimensionDataSourceString("Categories")).toBe("Data!B1:C1");
  chart.series.getItemAt(0).delete();
  expect(chart.series.items.map((series) => series.name)).toEqual(["Q2", "Q3", "Plan"]);
});

test("a chart of one series is called like it until it gets a title", () => {
  const { sheet } = sales();
  const chart = sheet.charts.add("Line", sheet.getRange("A1:B4"));
  expect(chart.title.text).toBe("North");
  chart.title.text = "Sales";
  properties(chart.title.format.font).size = 14;
  properties(chart.legend).position = "Right";
  properties(chart.axes.valueAxis).maximum = 100;
  chart.axes.getItem("Value").title.text = "EUR";
  expect([chart.title.text, properties(chart.axes.valueAxis).maximum, properties(chart.axes.valueAxis.title).visible]).toEqual(["Sales", 100, true]);
});

test("what was set is plain data, and whoever draws is told", () => {
  const { book, sheet, chart } = sales();
  const told: string[] = [];
  const stop = book.onChartsChanged((sheetId) => told.push(sheetId));
  chart.name = "Overview";
  properties(chart.series.getItemAt(0)).hasDataLabels = true;
  chart.series.getItemAt(0).format.fill.setSolidColor("#FF0000");
  stop();
  chart.height = 300;
  expect(told).toEqual([sheet.id, sheet.id, sheet.id]);
  const state = book.sheetState(sheet.id).charts[0]!;
  expect(JSON.parse(JSON.stringify(state))).toMatchObject({ name: "Overview", height: 300, series: [{ settings: { hasDataLabels: true, format: { fill: { color: "#FF0000" } } } }, {}] });
});

test("is placed over cells", () => {
  const { chart } = sales();
  chart.setPosition("B2", "C3");
  expect([chart.left, chart.top, chart.width, chart.height]).toEqual([48, 15, 96, 30]);
});

test("sources follow inserted rows", () => {
  const { sheet, chart } = sales();
  sheet.getRange("1:1").insert("Down");
  expect(chart.series.getItemAt(0).getDimensionDataSourceString("Values")).toBe("Data!B3:B5");
  sheet.name = "My data";
  expect(chart.series.getItemAt(0).getDimensionDataSourceString("Values")).toBe("'My data'!B3:B5");
});

test("is found by name and id, activated, copied with its sheet, deleted", () => {
  const { workbook, sheet, chart, raised } = sales();
  expect([chart.name, sheet.charts.getItem("chart 1").id, sheet.charts.getItem(chart.id).name]).toEqual(["Chart 1", chart.id, "Chart 1"]);
  chart.activate();
  expect(workbook.getActiveChartOrNullObject()?.id).toBe(chart.id);
  const copied = sheet.copy().charts.getItemAt(0);
  expect([copied.name, copied.id === chart.id]).toEqual(["Chart 1", false]);
  chart.delete();
  expect(sheet.charts.count).toBe(0);
  expect(workbook.getActiveChartOrNullObject()).toBeNull();
  expect(raised.filter((event) => event.type >= 50 && event.type <= 53).map((event) => event.type)).toEqual([50, 51, 53]);
  expect(refusal(() => chart.name)).toEqual({ code: "ItemNotFound", message: "The chart was deleted." });
});

test("an unknown type and a chart without axes are refused", () => {
  const { sheet } = sales();
  expect(refusal(() => sheet.charts.add("Spaghetti", sheet.getRange("A1"))).code).toBe("InvalidArgument");
  expect(refusal(() => sheet.charts.add("Pie", sheet.getRange("A1:B4")).axes.getItem("Value"))).toEqual({ code: "ItemNotFound", message: "A Pie chart has no axes." });
});
