import { axisOf, type ChartAxisName } from "../../charts/chartAxisSettings";
import { altTextOf, legendOf, type LegendPosition, seriesColor, seriesType, showsDataLabels, titleOf } from "../../charts/chartSettings";
import { chartShape } from "../../charts/chartShape";
import type { Book } from "../../office-host/objects/book";
import { seriesName, sourceFormula } from "../../office-host/objects/chartSources";
import type { CellSource, ChartSeriesState, ChartState } from "../../office-host/objects/drawnState";
import { addAxisLooks, addPointLooks, lostLooks } from "../chartLooks";
import { SheetScale } from "../drawing";
import type { WrittenChart } from "../library";
import type { Losses } from "../losses";
import { escapeXml, xml } from "../package/xml";
import type { Parts } from "../package/zip";
import { addTrendlines } from "../trendlines";
import { editPart } from "./parts";

type Written = WrittenChart["type"];
type WrittenAxis = NonNullable<NonNullable<WrittenChart["axes"]>["y"]>;

const LEGEND: Readonly<Record<LegendPosition, Exclude<WrittenChart["legend"], false | undefined>>> = { Right: "right", Left: "left", Top: "top", Bottom: "bottom", Corner: "topRight" };

/** The charts of a sheet for the library; `placeCharts` puts them where they are. */
export function writeCharts(book: Book, charts: readonly ChartState[], sheetName: string, losses: Losses): WrittenChart[] {
  losses.add("# chart without cells is left out", "# charts without cells are left out", charts.filter((chart) => !isSaved(chart)).length);
  return charts.filter(isSaved).map((chart) => {
    const shape = chartShape(chart.type);
    const type: Written = shape.family === "radar" ? "line" : shape.family === "bubble" ? "scatter" : shape.family;
    if (!shape.exact || type !== shape.family) losses.add(`The chart ${chart.name} on ${sheetName} is saved as a plain ${type} chart`);
    if (chart.series.some((series) => (seriesType(series) ?? chart.type) !== chart.type)) losses.add(`The chart ${chart.name} on ${sheetName} mixes types; it is saved with one`);
    lostLooks(chart, sheetName, losses);
    const legend = legendOf(chart);
    const altText = altTextOf(chart);
    const title = titleOf(chart, seriesName(book, chart, 0));
    const stacking = shape.grouping === "clustered" ? "standard" : shape.grouping;
    return {
      type,
      ...(title === undefined ? { showTitle: false, autoTitleDeleted: true } : { title }),
      series: chart.series.flatMap((series, index) => (series.values ? [writeSeries(book, chart, index, shape)] : [])),
      // The place is set by `placeCharts`.
      anchor: { from: { row: 0, col: 0 } },
      legend: legend === undefined ? false : LEGEND[legend],
      ...(altText === undefined ? {} : { altText }),
      ...(type === "column" || type === "bar" ? { barGrouping: shape.grouping } : {}),
      ...(type === "line" ? { lineGrouping: stacking, showLineMarkers: shape.markers } : {}),
      ...(type === "area" ? { areaGrouping: stacking } : {}),
      ...(type === "scatter" ? { scatterStyle: shape.smooth ? "smoothMarker" : shape.lines ? "lineMarker" : "marker" } : {}),
      ...(type === "pie" || type === "doughnut" ? {} : { axes: { x: writeAxis(chart, "CategoryPrimary", type === "bar"), y: writeAxis(chart, "ValuePrimary", type !== "bar") } }),
    };
  });
}

/** A chart whose series have no cells cannot be saved: the file would not be valid. */
function isSaved(chart: ChartState): boolean {
  return chart.series.some(({ values }) => values !== undefined);
}

function writeSeries(book: Book, chart: ChartState, index: number, { markers, smooth }: { readonly markers: boolean; readonly smooth: boolean }): WrittenChart["series"][number] {
  const series = chart.series[index] as ChartSeriesState;
  const color = seriesColor(series);
  return {
    name: seriesName(book, chart, index),
    values: address(book, series.values),
    ...(series.categories ? { categories: address(book, series.categories) } : {}),
    ...(color === undefined ? {} : { color: color.replace("#", "") }),
    ...(showsDataLabels(chart, series) ? { dataLabels: { showValue: true } } : {}),
    ...(smooth ? { smooth: true } : {}),
    ...(markers ? {} : { marker: { symbol: "none" as const } }),
  };
}

function writeAxis(chart: ChartState, name: ChartAxisName, upright: boolean): WrittenAxis {
  const { title, numberFormat, minimum, maximum, majorUnit, visible, gridlines, reversed } = axisOf(chart, name);
  const scale = { ...(minimum === undefined ? {} : { min: minimum }), ...(maximum === undefined ? {} : { max: maximum }), ...(majorUnit === undefined ? {} : { majorUnit }) };
  return {
    gridlines: { major: gridlines },
    majorTickMark: "out",
    minorTickMark: "none",
    ...(title === undefined ? {} : { title, ...(upright ? { axisTitleRotation: -90 } : {}) }),
    ...(numberFormat === undefined ? {} : { numberFormat: { formatCode: numberFormat, sourceLinked: false } }),
    ...(Object.keys(scale).length > 0 ? { scale } : {}),
    ...(visible ? {} : { hidden: true }),
    ...(reversed ? { reverse: true } : {}),
  };
}

/** `Sheet1!$A$1:$A$4` */
function address(book: Book, source: CellSource | undefined): string {
  return sourceFormula(book, source).slice(1);
}

/**
 * The library puts charts at whole cells, names them itself and writes the names of series as texts. This gives them
 * their place in points, their names, references to the cells the names come from, and trendlines.
 */
export function placeCharts(parts: Parts, book: Book): void {
  let chartNumber = 0;
  book.sheets().forEach(({ id }, index) => {
    const charts = book.sheetState(id).charts.filter(isSaved);
    if (charts.length === 0) return;
    const scale = new SheetScale(book.grid, id);
    let at = 0;
    editPart(parts, `xl/drawings/drawing${index + 1}.xml`, (drawing) =>
      drawing.replace(/<xdr:from>[\s\S]*?<\/xdr:to>([\s\S]*?<xdr:cNvPr\b[^>]*?\bname=")[^"]*"/g, (_all, between: string) => {
        const chart = charts[at++] as ChartState;
        return `${scale.anchorXml(chart)}${between}${escapeXml(chart.name)}"`;
      }),
    );
    for (const chart of charts) editPart(parts, `xl/charts/chart${++chartNumber}.xml`, (text) => addAxisLooks(completeSeries(book, text, chart), chart));
  });
}

function completeSeries(book: Book, xmlText: string, chart: ChartState): string {
  const written = chart.series.flatMap((series, index) => (series.values ? [index] : []));
  let at = 0;
  const scatter = xmlText.includes("<c:scatterChart>");
  const dotsOnly = scatter && !chartShape(chart.type).lines;
  return xmlText.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (ser) => {
    // Without a word on it programs take the lines of a scatter chart for curves.
    const smoothed = scatter && !ser.includes("<c:smooth") ? ser.replace("</c:ser>", '<c:smooth val="0"/></c:ser>') : ser;
    const index = written[at++] ?? 0;
    const series = chart.series[index] as ChartSeriesState;
    const element = addPointLooks(addTrendlines(dotsOnly ? withoutLine(smoothed) : smoothed, series), series);
    const { nameSource, name: ownName } = series;
    if (!nameSource || ownName !== undefined) return element;
    const cache = xml("c:strCache", {}, xml("c:ptCount", { val: 1 }) + xml("c:pt", { idx: 0 }, xml("c:v", {}, escapeXml(seriesName(book, chart, index)))));
    const name = `<c:tx>${xml("c:strRef", {}, xml("c:f", {}, escapeXml(address(book, nameSource))) + cache)}</c:tx>`;
    return /<c:tx>[\s\S]*?<\/c:tx>/.test(element) ? element.replace(/<c:tx>[\s\S]*?<\/c:tx>/, () => name) : element.replace(/(<c:order\b[^>]*\/>)/, (order) => order + name);
  });
}

/** The style of a scatter chart alone does not keep programs from joining its dots; a series without a line does. */
function withoutLine(ser: string): string {
  const noLine = "<a:ln><a:noFill/></a:ln>";
  const head = /^<c:ser>\s*<c:idx\b[^>]*\/>\s*<c:order\b[^>]*\/>\s*(?:<c:tx>[\s\S]*?<\/c:tx>\s*)?/.exec(ser)?.[0] ?? "";
  if (head === "") return ser;
  const rest = ser.slice(head.length);
  if (!rest.startsWith("<c:spPr>")) return `${head}<c:spPr>${noLine}</c:spPr>${rest}`;
  const shape = rest.slice(0, rest.indexOf("</c:spPr>"));
  return head + (shape.includes("<a:ln") ? shape.replace(/<a:ln\b[^>]*?(?:\/>|>[\s\S]*?<\/a:ln>)/, noLine) : shape + noLine) + rest.slice(shape.length);
}
