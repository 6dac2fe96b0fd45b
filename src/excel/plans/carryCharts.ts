import type { PlaceOf } from "../../app/plans/carryOver/carryOver";
import { ledFormula } from "../../app/plans/followPlans";
import { sheetOfPrefix } from "../../sheets/formulas/references";
import type { ExcelRun } from "../excelRun";

/** Since this set a series tells where its figures come from. */
const SOURCES_API = "1.15";

/** Kinds whose series have figures in two directions. */
const isScatter = (type: string): boolean => /^(XYScatter|Bubble)/.test(type);
/** Excel makes these by other rules than series of figures. */
const canBeMade = (type: string): boolean => !/^(Bubble|Stock|Surface|Treemap|Sunburst|Waterfall|Funnel|Histogram|Pareto|Boxwhisker|RegionMap|Invalid)/i.test(type);

interface SeriesSource {
  readonly name: string;
  readonly type: string;
  readonly axisGroup: string;
  readonly values: string;
  readonly categories: string | undefined;
}

export interface CarriedCharts {
  readonly carried: number;
  readonly left: number;
}

/**
 * Makes a person's own charts anew on the plan that takes the place of another: kind, figures, title, legend, place and
 * size. Excel lets an add-in copy no chart, so colours and axes are Excel's own again; the former sheet keeps the original.
 * One request for each chart, so that one that cannot be made keeps nothing from the others.
 */
export async function carryCharts(run: ExcelRun, formerId: string, successorId: string, names: readonly string[], placeOf: PlaceOf): Promise<CarriedCharts> {
  if (names.length === 0) return { carried: 0, left: 0 };
  if (!Office.context.requirements.isSetSupported("ExcelApi", SOURCES_API)) return { carried: 0, left: names.length };
  let carried = 0;
  for (const name of names) {
    const isMade = await run((context) => remake(context, formerId, successorId, name, placeOf)).catch(async () => {
      await run((context) => removeChart(context, successorId, name)).catch(() => undefined);
      return false;
    });
    if (isMade) carried++;
  }
  return { carried, left: names.length - carried };
}

async function remake(context: Excel.RequestContext, formerId: string, successorId: string, name: string, placeOf: PlaceOf): Promise<boolean> {
  const { worksheets } = context.workbook;
  const [former, successor] = [worksheets.getItem(formerId), worksheets.getItem(successorId)];
  const chart = former.charts.getItem(name);
  chart.load("chartType,left,top,width,height");
  chart.title.load("visible,text");
  chart.legend.load("visible,position");
  const { series: ownSeries } = chart;
  ownSeries.load("items/name,items/chartType,items/axisGroup");
  former.load("name");
  successor.load("name");
  await context.sync();
  if (!canBeMade(chart.chartType) || ownSeries.items.length === 0) return false;
  const asked = ownSeries.items.map((series) => {
    const [values, categories] = isScatter(series.chartType) ? (["YValues", "XValues"] as const) : (["Values", "Categories"] as const);
    return { series, kind: series.getDimensionDataSourceType(values), values: series.getDimensionDataSourceString(values), categoryKind: series.getDimensionDataSourceType(categories), categories: series.getDimensionDataSourceString(categories) };
  });
  await context.sync();
  const move = { from: former.name, to: successor.name, placeOf, names: new Set<string>() };
  const sources = asked.map(({ series, kind, values, categoryKind, categories }): SeriesSource | undefined => {
    const led = kind.value === "LocalRange" ? ledFormula(values.value, [move]) : undefined;
    const names = categoryKind.value === "LocalRange" ? ledFormula(categories.value, [move]) : undefined;
    return led === undefined ? undefined : { name: series.name, type: series.chartType, axisGroup: series.axisGroup, values: led, categories: names };
  });
  const known = sources.filter((source) => source !== undefined);
  const [first] = known;
  if (!first || known.length < sources.length) return false;
  const rangeOf = (source: string) => {
    const at = source.lastIndexOf("!") + 1;
    return worksheets.getItem(sheetOfPrefix(source.slice(0, at)) ?? "").getRange(source.slice(at));
  };
  const made = successor.charts.add(chart.chartType, rangeOf(first.values), "Auto");
  made.name = name;
  const { left, top, width, height } = chart;
  made.set({ left, top, width, height });
  known.forEach((source, i) => {
    const series = i === 0 ? made.series.getItemAt(0) : made.series.add(source.name);
    series.name = source.name;
    if (i > 0) series.setValues(rangeOf(source.values));
    if (source.categories !== undefined) series.setXAxisValues(rangeOf(source.categories));
    if (source.type !== chart.chartType) series.chartType = source.type as Excel.ChartType;
    if (source.axisGroup === "Secondary") series.axisGroup = "Secondary";
  });
  made.title.visible = chart.title.visible;
  if (chart.title.visible) made.title.text = chart.title.text;
  made.legend.visible = chart.legend.visible;
  if (chart.legend.visible) made.legend.position = chart.legend.position;
  made.series.load("count");
  await context.sync();
  if (made.series.count === known.length) return true;
  made.delete(); // Excel took the figures for more than one series
  await context.sync();
  return false;
}

async function removeChart(context: Excel.RequestContext, sheetId: string, name: string): Promise<void> {
  const chart = context.workbook.worksheets.getItem(sheetId).charts.getItemOrNullObject(name);
  chart.load("name");
  await context.sync();
  if (!chart.isNullObject) chart.delete();
  await context.sync();
}
