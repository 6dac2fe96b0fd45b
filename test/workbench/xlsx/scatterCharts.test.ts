import type { ChartState } from "../../../src/workbench/office-host/objects/drawnState";
import { area, newBook, reopened, savedParts } from "./savedParts";

async function saved(type: string, settings: object) {
  const { book, sheet, first, grid } = newBook();
  grid.write(area(first, 1, 0, 5, 2), Array.from({ length: 5 }, (_, i) => [{ value: i }, { value: i * i }]));
  const cells = (column: number) => ({ sheetId: first, region: { row: 1, column, rowCount: 5, columnCount: 1 } });
  const series = { name: "Sales", nameSource: undefined, values: cells(1), categories: cells(0), bubbleSizes: undefined, settings };
  sheet.charts = [{ id: "{1}", name: "Chart 1", type, left: 10, top: 10, width: 300, height: 200, plotBy: "Columns", series: [series], settings: {} } as unknown as ChartState];
  const { part, bytes } = await savedParts(book);
  const again = await reopened(bytes);
  return { series: /<c:ser>[\s\S]*<\/c:ser>/.exec(part("xl/charts/chart1.xml"))?.[0] ?? "", type: again.sheet.charts[0]?.type };
}

test.each([{}, { "format.fill.color": "#112233" }])("the dots of a scatter chart are not joined, whatever their colour (%j)", async (settings) => {
  const { series, type } = await saved("XYScatter", settings);
  expect(series).toMatch(/<c:spPr>(?:(?!<\/c:spPr>)[\s\S])*<a:ln><a:noFill\/><\/a:ln><\/c:spPr>/);
  expect(series.indexOf("<a:noFill/>")).toBeLessThan(series.indexOf("<c:xVal>"));
  expect(type).toBe("XYScatter");
});

test("a scatter chart with lines keeps them", async () => {
  const { series, type } = await saved("XYScatterLines", {});
  expect(series).not.toContain("<a:noFill/>");
  expect(type).toBe("XYScatterLines");
});
