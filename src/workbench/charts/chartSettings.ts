import type { ChartSeriesState, ChartState } from "../office-host/objects/drawnState";

type Plain = Readonly<Record<string, unknown>>;

/** What was set at a place of a chart's or series' settings, named as in the API: `legend.position`. */
function setting(settings: Plain, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (typeof value === "object" && value !== null ? (value as Plain)[name] : undefined), settings);
}

function text(settings: Plain, path: string): string | undefined {
  const value = setting(settings, path);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export interface AxisSettings {
  readonly title: string | undefined;
  readonly numberFormat: string | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly majorUnit: number | undefined;
  readonly visible: boolean;
  readonly gridlines: boolean;
  readonly reversed: boolean;
}

/** Where the host keeps the settings of an axis. */
export type ChartAxisName = "CategoryPrimary" | "ValuePrimary";

export type LegendPosition = "Top" | "Bottom" | "Left" | "Right" | "Corner";

/** The title that is shown. Until somebody sets one, Excel shows the name of a single series. */
export function titleOf({ settings, series }: ChartState, nameOfFirst: string): string | undefined {
  if (setting(settings, "title.visible") === false) return undefined;
  return text(settings, "title.text") ?? (series.length === 1 ? nameOfFirst || undefined : undefined);
}

/** undefined when the legend is hidden. */
export function legendOf({ settings }: ChartState): LegendPosition | undefined {
  if (setting(settings, "legend.visible") === false) return undefined;
  return (text(settings, "legend.position") as LegendPosition | undefined) ?? "Bottom";
}

export function axisOf({ settings }: ChartState, axis: ChartAxisName): AxisSettings {
  const at = (name: string) => setting(settings, `axes.${axis}.${name}`);
  const amount = (name: string) => {
    const value = at(name);
    return typeof value === "number" ? value : undefined;
  };
  return {
    title: at("title.visible") === false ? undefined : text(settings, `axes.${axis}.title.text`),
    numberFormat: text(settings, `axes.${axis}.numberFormat`),
    minimum: amount("minimum"),
    maximum: amount("maximum"),
    majorUnit: amount("majorUnit"),
    visible: at("visible") !== false,
    gridlines: at("majorGridlines.visible") === undefined ? axis === "ValuePrimary" : at("majorGridlines.visible") === true,
    reversed: at("reversePlotOrder") === true,
  };
}

/** `#RRGGBB` of a series that was given a colour. */
export function seriesColor({ settings }: ChartSeriesState): string | undefined {
  return text(settings, "format.fill.color") ?? text(settings, "format.line.color");
}

export function seriesType({ settings }: ChartSeriesState): string | undefined {
  return text(settings, "chartType");
}

/** Text for people who cannot see the chart. Excel keeps it with the drawing, the API has no member for it. */
export function altTextOf({ settings }: ChartState): string | undefined {
  return text(settings, "altText");
}

export function showsDataLabels({ settings }: ChartState, series: ChartSeriesState): boolean {
  return setting(series.settings, "hasDataLabels") === true || setting(settings, "dataLabels.showValue") === true;
}
