import type { ChartSeriesState } from "../office-host/objects/drawnState";
import { child, children, escapeXml, flag, number, type XmlElement, xml } from "./package/xml";

type Trendline = Readonly<Record<string, unknown>>;

const TYPES: readonly (readonly [host: string, file: string])[] = [
  ["Linear", "linear"],
  ["Exponential", "exp"],
  ["Logarithmic", "log"],
  ["MovingAverage", "movingAvg"],
  ["Polynomial", "poly"],
  ["Power", "power"],
];

/** Puts the trendlines of a series into its XML, before its cells as the format prescribes. */
export function addTrendlines(series: string, { settings }: ChartSeriesState): string {
  const lines = ((settings["trendlines"] ?? []) as readonly Trendline[]).map(trendlineXml).join("");
  return lines === "" ? series : series.replace(/<c:(?:errBars|cat|xVal|val|yVal)>/, (next) => lines + next);
}

function trendlineXml(line: Trendline): string {
  const type = TYPES.find(([host]) => host === (line["type"] ?? "Linear"))?.[1] ?? "linear";
  const amount = (name: string, element: string) => (Number(line[name]) ? xml(`c:${element}`, { val: Number(line[name]) }) : "");
  const { intercept } = line;
  return xml("c:trendline", {}, [
    line["name"] ? xml("c:name", {}, escapeXml(String(line["name"]))) : "",
    xml("c:trendlineType", { val: type }),
    type === "poly" ? xml("c:order", { val: Number(line["polynomialOrder"] ?? 2) }) : "",
    type === "movingAvg" ? xml("c:period", { val: Number(line["movingAveragePeriod"] ?? 2) }) : "",
    amount("forwardPeriod", "forward"),
    amount("backwardPeriod", "backward"),
    typeof intercept === "number" ? xml("c:intercept", { val: intercept }) : "",
    xml("c:dispRSqr", { val: line["showRSquared"] === true }),
    xml("c:dispEq", { val: line["showEquation"] === true }),
  ]);
}

/** The trendlines of a series, as settings of it. */
export function readTrendlines(series: XmlElement): { readonly trendlines?: Trendline[] } {
  const trendlines = children(series, "trendline").map((line) => {
    const of = (name: string, element: string) => {
      const value = number(child(line, element), "val");
      return value === undefined ? {} : { [name]: value };
    };
    const name = child(line, "name")?.text;
    return {
      type: TYPES.find(([, file]) => file === child(line, "trendlineType")?.attributes["val"])?.[0] ?? "Linear",
      ...(name ? { name } : {}),
      ...of("polynomialOrder", "order"),
      ...of("movingAveragePeriod", "period"),
      ...of("forwardPeriod", "forward"),
      ...of("backwardPeriod", "backward"),
      ...of("intercept", "intercept"),
      ...(flag(child(line, "dispRSqr"), "val") ? { showRSquared: true } : {}),
      ...(flag(child(line, "dispEq"), "val") ? { showEquation: true } : {}),
    };
  });
  return trendlines.length > 0 ? { trendlines } : {};
}
