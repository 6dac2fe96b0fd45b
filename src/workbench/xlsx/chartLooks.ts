import { DISPLAY_UNITS } from "../charts/chartAxisSettings";
import { fillOf, lineOf, setting } from "../charts/chartSettings";
import type { ChartSeriesState, ChartState } from "../office-host/objects/drawnState";
import type { Losses } from "./losses";
import { child, children, number, type XmlElement, xml } from "./package/xml";

/** Colours of single points, marks, logarithmic scales and display units of a chart: the library writes none of them. */

const SYMBOLS: readonly (readonly [host: string, file: string])[] = [
  ["None", "none"],
  ["Square", "square"],
  ["Diamond", "diamond"],
  ["Triangle", "triangle"],
  ["X", "x"],
  ["Star", "star"],
  ["Dot", "dot"],
  ["Dash", "dash"],
  ["Circle", "circle"],
  ["Plus", "plus"],
];
const UNITS = Object.keys(DISPLAY_UNITS);
const unitInFile = (unit: string) => unit.charAt(0).toLowerCase() + unit.slice(1);

/** Puts marks and the colours of points into a series, where the format prescribes. */
export function addPointLooks(ser: string, { settings }: ChartSeriesState): string {
  const marker = markerXml(settings);
  const marked = marker === "" ? ser : /<c:marker>[\s\S]*?<\/c:marker>|<c:marker\/>/.test(ser) ? ser.replace(/<c:marker>[\s\S]*?<\/c:marker>|<c:marker\/>/, marker) : before(ser, "dPt|dLbls|trendline|errBars|cat|xVal|val|yVal", marker);
  const points = (setting(settings, "points") ?? {}) as Readonly<Record<string, unknown>>;
  const colored = Object.keys(points)
    .map(Number)
    .sort((one, other) => one - other)
    .flatMap((index) => {
      const color = fillOf(settings, `points.${index}.format.fill`);
      return color === undefined ? [] : [xml("c:dPt", {}, [xml("c:idx", { val: index }), xml("c:bubble3D", { val: false }), xml("c:spPr", {}, fillXml(color))])];
    });
  return colored.length === 0 ? marked : before(marked, "dLbls|trendline|errBars|cat|xVal|val|yVal", colored.join(""));
}

function before(ser: string, elements: string, added: string): string {
  return ser.replace(new RegExp(`<c:(?:${elements})>`), (next) => added + next);
}

function fillXml(color: string): string {
  return color === "transparent" ? xml("a:noFill", {}) : xml("a:solidFill", {}, xml("a:srgbClr", { val: color.replace("#", "") }));
}

function markerXml(settings: ChartSeriesState["settings"]): string {
  const symbol = SYMBOLS.find(([host]) => host === setting(settings, "markerStyle"))?.[1];
  const size = setting(settings, "markerSize");
  const [fill, line] = [setting(settings, "markerBackgroundColor"), setting(settings, "markerForegroundColor")];
  if (symbol === undefined && typeof size !== "number" && !fill && !line) return "";
  const shape = [fill ? fillXml(String(fill)) : "", line ? xml("a:ln", {}, fillXml(String(line))) : ""].join("");
  return xml("c:marker", {}, [symbol === undefined ? "" : xml("c:symbol", { val: symbol }), typeof size === "number" ? xml("c:size", { val: Math.round(size) }) : "", shape === "" ? "" : xml("c:spPr", {}, shape)]);
}

/** Scale and display unit of the value axis; a scatter chart, which has two, keeps the even scale. */
export function addAxisLooks(chartXml: string, { settings }: ChartState): string {
  if (chartXml.match(/<c:valAx>/g)?.length !== 1) return chartXml;
  const base = setting(settings, "axes.ValuePrimary.scaleType") === "Logarithmic" ? (setting(settings, "axes.ValuePrimary.logBase") ?? 10) : undefined;
  const unit = UNITS.find((one) => one === setting(settings, "axes.ValuePrimary.displayUnit"));
  const label = setting(settings, "axes.ValuePrimary.showDisplayUnitLabel") !== false;
  return chartXml.replace(/<c:valAx>[\s\S]*?<\/c:valAx>/, (axis) => {
    const scaled = base === undefined ? axis : axis.replace(/<c:scaling>/, (scaling) => scaling + xml("c:logBase", { val: Number(base) }));
    if (unit === undefined) return scaled;
    return scaled.replace("</c:valAx>", `${xml("c:dispUnits", {}, [xml("c:builtInUnit", { val: unitInFile(unit) }), label ? xml("c:dispUnitsLbl", {}) : ""])}</c:valAx>`);
  });
}

/** Names what a saved chart leaves out of its looks. */
export function lostLooks({ settings, name, series }: ChartState, sheetName: string, losses: Losses): void {
  const any = (of: ChartState["settings"], ...paths: string[]) => paths.some((path) => setting(of, path) !== undefined);
  const fonts = any(settings, "title.format.font", "legend.format.font", "axes.CategoryPrimary.format.font", "axes.ValuePrimary.format.font");
  const grounds = any(settings, "title.format.fill", "format.fill.color", "plotArea.format.fill.color");
  const lines = series.some((one) => lineOf(one.settings, "format.line").dash !== undefined || lineOf(one.settings, "format.line").width !== undefined);
  if (fonts || grounds || lines) losses.add(`The chart ${name} on ${sheetName} is saved with plain fonts, backgrounds and lines`);
  if (setting(settings, "dataTable.visible") === true) losses.add(`The chart ${name} on ${sheetName} is saved without its data table`);
  if (series.some((one) => setting(one.settings, "axisGroup") === "Secondary")) losses.add(`The chart ${name} on ${sheetName} is saved with one value axis`);
}

/** Marks and colours of points of a series in a file, as settings of it. */
export function readPointLooks(ser: XmlElement, solid: (shape: XmlElement | undefined) => string | undefined): Record<string, unknown> {
  const marker = child(ser, "marker");
  const symbol = SYMBOLS.find(([host, file]) => host !== "None" && file === child(marker, "symbol")?.attributes["val"])?.[0];
  const size = number(child(marker, "size"), "val");
  const [fill, line] = [solid(child(marker, "spPr")), solid(child(child(marker, "spPr"), "ln"))];
  const points = children(ser, "dPt").flatMap((point) => {
    const color = solid(child(point, "spPr"));
    return color === undefined ? [] : [[String(number(child(point, "idx"), "val") ?? 0), { format: { fill: { color } } }] as const];
  });
  return {
    ...(symbol === undefined ? {} : { markerStyle: symbol }),
    ...(symbol === undefined || size === undefined ? {} : { markerSize: size }),
    ...(fill === undefined ? {} : { markerBackgroundColor: fill }),
    ...(line === undefined ? {} : { markerForegroundColor: line }),
    ...(points.length > 0 ? { points: Object.fromEntries(points) } : {}),
  };
}

/** Scale and display unit of an axis in a file. */
export function readAxisLooks(axis: XmlElement): Record<string, unknown> {
  const base = number(child(child(axis, "scaling"), "logBase"), "val");
  const units = child(axis, "dispUnits");
  const unit = UNITS.find((one) => unitInFile(one) === child(units, "builtInUnit")?.attributes["val"]);
  return {
    ...(base === undefined ? {} : { scaleType: "Logarithmic", logBase: base }),
    ...(unit === undefined ? {} : { displayUnit: unit, ...(child(units, "dispUnitsLbl") ? {} : { showDisplayUnitLabel: false }) }),
  };
}
