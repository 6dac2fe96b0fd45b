import type { ChartSeriesState, ChartState } from "../office-host/objects/drawnState";
import { PIXELS_PER_POINT } from "../pixels";

type Plain = Readonly<Record<string, unknown>>;

/** What was set at a place of a chart's or series' settings, named as in the API: `legend.position`. */
export function setting(settings: Plain, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (typeof value === "object" && value !== null ? (value as Plain)[name] : undefined), settings);
}

export function text(settings: Plain, path: string): string | undefined {
  const value = setting(settings, path);
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function amount(settings: Plain, path: string): number | undefined {
  const value = setting(settings, path);
  return typeof value === "number" ? value : undefined;
}

/** A fill that was set; one that was cleared lets through what is below. */
export function fillOf(settings: Plain, path: string): string | undefined {
  const value = setting(settings, `${path}.color`);
  return value === "" ? "transparent" : typeof value === "string" ? value : undefined;
}

export interface FontLook {
  readonly color: string | undefined;
  readonly font: { readonly family?: string; readonly size?: number; readonly weight?: "bold" | "normal"; readonly style?: "italic" };
}

/** A font as the drawing library takes it, with its size in pixels. */
export function fontOf(settings: Plain, path: string): FontLook {
  const [size, family, bold] = [amount(settings, `${path}.size`), text(settings, `${path}.name`), setting(settings, `${path}.bold`)];
  return {
    color: text(settings, `${path}.color`),
    font: {
      ...(family === undefined ? {} : { family }),
      ...(size === undefined ? {} : { size: size * PIXELS_PER_POINT }),
      ...(typeof bold === "boolean" ? { weight: bold ? "bold" : "normal" } : {}),
      ...(setting(settings, `${path}.italic`) === true ? { style: "italic" } : {}),
    },
  };
}

const DASHES: Readonly<Record<string, readonly number[]>> = { Dash: [6, 4], DashDot: [6, 3, 2, 3], DashDotDot: [6, 3, 2, 3, 2, 3], Dot: [2, 2], RoundDot: [2, 3] };

export interface LineLook {
  readonly color: string | undefined;
  /** In pixels; 0 for no line. */
  readonly width: number | undefined;
  readonly dash: readonly number[] | undefined;
}

export function lineOf(settings: Plain, path: string): LineLook {
  const [style, weight] = [text(settings, `${path}.lineStyle`), amount(settings, `${path}.weight`)];
  return { color: text(settings, `${path}.color`), width: style === "None" ? 0 : weight === undefined ? undefined : weight * PIXELS_PER_POINT, dash: DASHES[style ?? ""] };
}

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

/** `#RRGGBB` of a series that was given a colour. */
export function seriesColor({ settings }: ChartSeriesState): string | undefined {
  return text(settings, "format.fill.color") ?? text(settings, "format.line.color");
}

export function seriesType({ settings }: ChartSeriesState): string | undefined {
  return text(settings, "chartType");
}

export function isFiltered({ settings }: ChartSeriesState): boolean {
  return setting(settings, "filtered") === true;
}

/** Text for people who cannot see the chart. Excel keeps it with the drawing, the API has no member for it. */
export function altTextOf({ settings }: ChartState): string | undefined {
  return text(settings, "altText");
}

export function showsDataLabels({ settings }: ChartState, series: ChartSeriesState): boolean {
  return setting(series.settings, "hasDataLabels") === true || setting(settings, "dataLabels.showValue") === true;
}
