import { type ChartShape, chartType } from "../../charts/chartShape";
import { parseRegion, splitSheet } from "../../office-host/objects/address";
import type { Book } from "../../office-host/objects/book";
import type { CellSource, ChartSeriesState, ChartState } from "../../office-host/objects/drawnState";
import { colorOf } from "../colors";
import { SheetScale } from "../drawing";
import { colorElement } from "../dxf";
import { relationships, textOf } from "../package/relationships";
import { child, children, flag, number, parseXml, type XmlElement } from "../package/xml";
import type { SheetSource, WorkbookFile } from "./workbookFile";
import { readAxisLooks, readPointLooks } from "../chartLooks";
import { readTrendlines } from "../trendlines";

const FAMILIES: Readonly<Record<string, ChartShape["family"]>> = {
  barChart: "column",
  bar3DChart: "column",
  lineChart: "line",
  line3DChart: "line",
  areaChart: "area",
  area3DChart: "area",
  pieChart: "pie",
  pie3DChart: "pie",
  ofPieChart: "pie",
  doughnutChart: "doughnut",
  scatterChart: "scatter",
  bubbleChart: "bubble",
  radarChart: "radar",
};

const LEGEND: Readonly<Record<string, string>> = { r: "Right", l: "Left", t: "Top", b: "Bottom", tr: "Corner" };

/** Charts of a sheet with their place, types, series, titles and axes. The library's reader drops bars' direction and references of names. */
export function readCharts(book: Book, sheetId: string, sheet: SheetSource, file: WorkbookFile): ChartState[] {
  const path = sheet.links.find(({ kind }) => kind === "drawing")?.target ?? "";
  const bytes = file.parts.get(path);
  if (!bytes) return [];
  const drawing = parseXml(textOf(bytes), path);
  const links = relationships(file.parts, path);
  let scale: SheetScale | undefined;
  return drawing.children.flatMap((anchor) => {
    if (child(anchor, "AlternateContent")) file.losses.add("# chart or shape of a newer kind is left out", "# charts or shapes of newer kinds are left out");
    const frame = child(anchor, "graphicFrame");
    const reference = child(child(child(frame, "graphic"), "graphicData"), "chart");
    const id = Object.entries(reference?.attributes ?? {}).find(([name]) => /:id$/.test(name))?.[1];
    const target = links.find((link) => link.id === id)?.target ?? "";
    const part = file.parts.get(target);
    if (!frame || !part) return [];
    const properties = child(child(frame, "nvGraphicFramePr"), "cNvPr");
    const chart = readChart(book, parseXml(textOf(part), target), file);
    if (!chart) {
      file.losses.add("# chart of a kind the workbench does not know is left out", "# charts of kinds the workbench does not know are left out");
      return [];
    }
    const altText = properties?.attributes["descr"];
    if (altText) chart.settings["altText"] = altText;
    scale ??= new SheetScale(book.grid, sheetId);
    return [{ id: book.newId(), name: properties?.attributes["name"] ?? "Chart", plotBy: "Columns" as const, ...scale.box(anchor), ...chart }];
  });
}

function readChart(book: Book, space: XmlElement, { library, losses }: WorkbookFile): Pick<ChartState, "type" | "series" | "settings"> & { readonly settings: Record<string, unknown> } | undefined {
  const chart = child(space, "chart");
  const plot = child(chart, "plotArea");
  const groups = (plot?.children ?? []).filter(({ name }) => name in FAMILIES);
  const [first] = groups;
  if (!chart || !plot || !first) return undefined;
  const type = typeOf(first);
  if (groups.some(({ name }) => /3D|ofPie/.test(name))) losses.add("# chart in three dimensions is shown flat", "# charts in three dimensions are shown flat");
  const theme = library.themeColors;
  const series = groups.flatMap((group) => children(group, "ser").map((element) => readSeries(book, element, typeOf(group) === type ? undefined : typeOf(group), theme)));
  const legend = child(chart, "legend");
  const [categories, values] = axes(plot);
  const title = richText(child(chart, "title"));
  return {
    type,
    series,
    settings: {
      title: { visible: child(chart, "title") !== undefined || (series.length === 1 && !flag(child(chart, "autoTitleDeleted"), "val")), ...(title ? { text: title } : {}) },
      legend: { visible: legend !== undefined, ...(legend ? { position: LEGEND[child(legend, "legendPos")?.attributes["val"] ?? "r"] } : {}) },
      axes: { CategoryPrimary: readAxis(categories), ValuePrimary: readAxis(values) },
    },
  };
}

function typeOf(group: XmlElement): string {
  const value = (name: string) => child(group, name)?.attributes["val"];
  const family = FAMILIES[group.name] ?? "column";
  const style = value("scatterStyle") ?? "";
  const [series] = children(group, "ser");
  const marked = child(group, "marker") ? flag(child(group, "marker"), "val", true) : false;
  const hasMarkers = family === "line" ? marked && child(child(series, "marker"), "symbol")?.attributes["val"] !== "none" : family === "scatter" ? !(child(child(series, "marker"), "symbol")?.attributes["val"] === "none") : value("radarStyle") === "marker";
  const noLine = child(child(child(series, "spPr"), "ln"), "noFill") !== undefined;
  return chartType({
    family: family === "column" && value("barDir") === "bar" ? "bar" : family,
    grouping: value("grouping") === "percentStacked" ? "percentStacked" : value("grouping") === "stacked" ? "stacked" : "clustered",
    markers: hasMarkers,
    lines: family === "scatter" && !noLine && /line|smooth/i.test(style),
    smooth: family === "scatter" && !noLine && /smooth/i.test(style) && flag(child(series, "smooth"), "val", true),
    filled: value("radarStyle") === "filled",
  });
}

function readSeries(book: Book, element: XmlElement, ownType: string | undefined, theme: readonly string[] | undefined): ChartSeriesState {
  const source = (name: string) => cellSource(book, formulaOf(child(element, name)));
  const name = child(element, "tx");
  const shape = child(element, "spPr");
  const color = solidColor(shape, theme) ?? solidColor(child(shape, "ln"), theme);
  return {
    name: formulaOf(name) === undefined ? child(name, "v")?.text : undefined,
    nameSource: cellSource(book, formulaOf(name)),
    values: source("val") ?? source("yVal"),
    categories: source("cat") ?? source("xVal"),
    bubbleSizes: source("bubbleSize"),
    settings: {
      ...(ownType === undefined ? {} : { chartType: ownType }),
      ...(color === undefined ? {} : { format: { fill: { color }, line: { color } } }),
      ...(flag(child(child(element, "dLbls"), "showVal"), "val") ? { hasDataLabels: true } : {}),
      ...readPointLooks(element, (of) => solidColor(of, theme)),
      ...readTrendlines(element),
    },
  };
}

/** Address of `strRef`, `numRef` or `multiLvlStrRef`; undefined for literal values. */
function formulaOf(element: XmlElement | undefined): string | undefined {
  return element?.children.map((reference) => child(reference, "f")?.text).find((text) => text);
}

function cellSource(book: Book, address: string | undefined): CellSource | undefined {
  const { sheetName = "", local } = splitSheet(address ?? "");
  const region = parseRegion(local);
  const sheet = book.findSheet(sheetName);
  return region && sheet && { sheetId: sheet.id, region };
}

function cachedText(element: XmlElement | undefined): string | undefined {
  return child(child(child(child(element, "strRef"), "strCache"), "pt"), "v")?.text;
}

function solidColor(element: XmlElement | undefined, theme: readonly string[] | undefined): string | undefined {
  const [color] = child(element, "solidFill")?.children ?? [];
  if (color?.name === "srgbClr") return `#${(color.attributes["val"] ?? "").toUpperCase()}`;
  const index = ["dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"].indexOf(color?.attributes["val"] ?? "");
  return index >= 4 ? colorOf(colorElement({ name: "", attributes: { theme: String(index) }, children: [], text: "" }), theme) : undefined;
}

/** Text of a title, over all its paragraphs. */
function richText(title: XmlElement | undefined): string | undefined {
  const paragraphs = children(child(child(title, "tx"), "rich"), "p").map((paragraph) => children(paragraph, "r").map((run) => child(run, "t")?.text ?? "").join(""));
  return paragraphs.join("\n") || cachedText(child(title, "tx"));
}

/** Category axis and value axis: a scatter chart has two value axes, the first one lies below. */
function axes(plot: XmlElement): readonly (XmlElement | undefined)[] {
  const values = children(plot, "valAx");
  const categories = child(plot, "catAx") ?? child(plot, "dateAx");
  return categories ? [categories, values[0]] : [values[0], values[1]];
}

function readAxis(axis: XmlElement | undefined): Record<string, unknown> {
  if (!axis) return {};
  const scaling = child(axis, "scaling");
  const title = richText(child(axis, "title"));
  const format = child(axis, "numFmt");
  const amount = (element: XmlElement | undefined, name: string, key: string) => {
    const value = number(child(element, name), "val");
    return value === undefined ? {} : { [key]: value };
  };
  return {
    visible: !flag(child(axis, "delete"), "val"),
    title: { visible: child(axis, "title") !== undefined, ...(title ? { text: title } : {}) },
    majorGridlines: { visible: child(axis, "majorGridlines") !== undefined },
    ...(format && !flag(format, "sourceLinked") ? { numberFormat: format.attributes["formatCode"] } : {}),
    ...(child(scaling, "orientation")?.attributes["val"] === "maxMin" ? { reversePlotOrder: true } : {}),
    ...amount(scaling, "min", "minimum"),
    ...amount(scaling, "max", "maximum"),
    ...readAxisLooks(axis),
    ...amount(axis, "majorUnit", "majorUnit"),
  };
}
