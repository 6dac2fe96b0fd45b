import type { ChartData } from "../office-host/objects/chartSources";
import type { ChartState } from "../office-host/objects/drawnState";
import { axisNumber } from "./axisNumber";
import { type FontLook, fontOf, lineOf, setting } from "./chartSettings";

/** The values under the columns of a chart, a row for each series; `chartCanvas` draws it. */
export interface DataTable {
  readonly rows: readonly { readonly name: string; readonly values: readonly string[] }[];
  readonly look: FontLook;
  readonly lineColor: string;
  readonly horizontal: boolean;
  readonly vertical: boolean;
  readonly outline: boolean;
  readonly keys: boolean;
  readonly rowHeight: number;
  /** Room for the names of the series, to the left of the plot. */
  readonly nameWidth: number;
}

/** undefined when the chart shows no data table. */
export function dataTableOf({ settings }: ChartState, data: ChartData): DataTable | undefined {
  if (setting(settings, "dataTable.visible") !== true) return undefined;
  const shown = (name: string, otherwise: boolean) => (setting(settings, `dataTable.${name}`) ?? otherwise) === true;
  const look = fontOf(settings, "dataTable.format.font");
  const keys = shown("showLegendKey", false);
  const size = look.font.size ?? 12;
  return {
    rows: data.series.map(({ name, values, texts }) => ({ name, values: values.map((value, at) => (value === null ? "" : (texts?.[at] ?? axisNumber(value, undefined)))) })),
    look,
    lineColor: lineOf(settings, "dataTable.format.border").color ?? "#D9D9D9",
    horizontal: shown("showHorizontalBorder", true),
    vertical: shown("showVerticalBorder", true),
    outline: shown("showOutlineBorder", true),
    keys,
    rowHeight: Math.round(size * 1.5),
    nameWidth: Math.max(40, ...data.series.map(({ name }) => name.length * size * 0.6 + (keys ? 24 : 12))),
  };
}
