import type { ChartState } from "../../../src/workbench/office-host/objects/drawnState";
import { area, newBook, reopened, savedParts } from "./savedParts";

function chartOf(sheetId: string, type: string, settings: object, own: object): ChartState {
  const cells = (column: number) => ({ sheetId, region: { row: 1, column, rowCount: 3, columnCount: 1 } });
  const series = { name: "Sales", nameSource: undefined, values: cells(1), categories: cells(0), bubbleSizes: undefined, settings: own };
  return { id: "{1}", name: "Chart 1", type, left: 10, top: 10, width: 300, height: 200, plotBy: "Columns", series: [series], settings } as unknown as ChartState;
}

async function saved(type: string, settings: object, own: object) {
  const { book, sheet, first, grid } = newBook();
  grid.write(area(first, 1, 0, 3, 2), Array.from({ length: 3 }, (_, i) => [{ value: `Q${i}` }, { value: 10 ** i }]));
  sheet.charts = [chartOf(first, type, settings, own)];
  const { part, bytes } = await savedParts(book);
  return { xml: part("xl/charts/chart1.xml"), chart: (await reopened(bytes)).sheet.charts[0] };
}

test("colours of points are saved before the cells and come back", async () => {
  const points = { 0: { format: { fill: { color: "#FF0000" } } }, 2: { format: { fill: { color: "#00B050" } } } };
  const { xml, chart } = await saved("ColumnClustered", {}, { points });
  expect(xml.match(/<c:dPt>/g)).toHaveLength(2);
  expect(xml.indexOf("<c:dPt>")).toBeLessThan(xml.indexOf("<c:cat>"));
  expect(chart?.series[0]?.settings["points"]).toEqual(points);
});

test("marks keep their form, size and colours, once for each series", async () => {
  const marks = { markerStyle: "Triangle", markerSize: 12, markerBackgroundColor: "#800080", markerForegroundColor: "#000000" };
  const { xml, chart } = await saved("LineMarkers", {}, marks);
  expect(xml.match(/<c:symbol\b/g)).toHaveLength(1);
  expect(chart?.series[0]?.settings).toMatchObject(marks);
});

test("a logarithmic scale and a display unit belong to the value axis", async () => {
  const axis = { scaleType: "Logarithmic", logBase: 100, displayUnit: "Thousands", showDisplayUnitLabel: false };
  const { xml, chart } = await saved("Line", { axes: { ValuePrimary: axis } }, {});
  expect(xml).toMatch(/<c:valAx>.*<c:scaling><c:logBase val="100"\/>.*<c:dispUnits><c:builtInUnit val="thousands"\/><\/c:dispUnits><\/c:valAx>/s);
  expect((chart?.settings["axes"] as Record<string, object>)["ValuePrimary"]).toMatchObject(axis);
  expect((chart?.settings["axes"] as Record<string, object>)["CategoryPrimary"]).not.toHaveProperty("scaleType");
});
