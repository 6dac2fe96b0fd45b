import type { ChartState } from "../../../src/workbench/office-host/objects/drawnState";
import { area, newBook, reopened, savedParts } from "./savedParts";

const LINES = [{ type: "Linear", showEquation: true, name: "Trend" }, { type: "Polynomial", polynomialOrder: 3, forwardPeriod: 2 }, { type: "MovingAverage", movingAveragePeriod: 4, showRSquared: true }, { type: "Exponential", intercept: 1 }];

function chartOf(sheetId: string): ChartState {
  const cells = (column: number) => ({ sheetId, region: { row: 1, column, rowCount: 5, columnCount: 1 } });
  const series = { name: "Sales", nameSource: undefined, values: cells(1), categories: cells(0), bubbleSizes: undefined, settings: { trendlines: LINES } };
  return { id: "{1}", name: "Chart 1", type: "Line", left: 10, top: 10, width: 300, height: 200, plotBy: "Columns", series: [series], settings: {} } as unknown as ChartState;
}

test("trendlines are saved before the cells of their series and come back", async () => {
  const { book, sheet, first, grid } = newBook();
  grid.write(area(first, 1, 0, 5, 2), Array.from({ length: 5 }, (_, i) => [{ value: `Q${i}` }, { value: i * i }]));
  sheet.charts = [chartOf(first)];
  const { part, bytes } = await savedParts(book);
  const xml = part("xl/charts/chart1.xml");
  expect(xml.match(/<c:trendline>/g)).toHaveLength(4);
  expect(xml.indexOf("<c:trendline>")).toBeLessThan(xml.indexOf("<c:cat>"));
  const again = await reopened(bytes);
  expect(again.sheet.charts[0]?.series[0]?.settings["trendlines"]).toEqual(LINES);
});
