/** What the name of a chart type says, taken apart. */
export interface ChartShape {
  readonly family: "column" | "bar" | "line" | "area" | "pie" | "doughnut" | "scatter" | "radar" | "bubble";
  readonly grouping: "clustered" | "stacked" | "percentStacked";
  /** Points of lines and scatters are marked. */
  readonly markers: boolean;
  /** Points of scatters are joined; lines always are. */
  readonly lines: boolean;
  readonly smooth: boolean;
  /** The inside of a radar's line is coloured. */
  readonly filled: boolean;
  /** False for kinds that are shown and saved as the nearest plain one (3-D, cones, surfaces, stock charts …). */
  readonly exact: boolean;
}

const FAMILIES: readonly (readonly [RegExp, ChartShape["family"]])[] = [
  [/^(3D)?Bar(?!OfPie)|(Cylinder|Cone|Pyramid)Bar/, "bar"],
  [/^(3D)?Area/, "area"],
  [/^(3D)?Line|^Stock|^Pareto/, "line"],
  [/^Doughnut|^Sunburst/, "doughnut"],
  [/Pie/, "pie"],
  [/^XYScatter/, "scatter"],
  [/^Radar/, "radar"],
  [/^Bubble/, "bubble"],
];

const INEXACT = /^3D|Cylinder|Cone|Pyramid|OfPie|Exploded|Surface|Stock|3DEffect|Histogram|Boxwhisker|Pareto|RegionMap|Treemap|Waterfall|Sunburst|Funnel|Invalid/;

/** `type` is a member of `Excel.ChartType`. */
export function chartShape(type: string): ChartShape {
  const family = FAMILIES.find(([pattern]) => pattern.test(type))?.[1] ?? "column";
  return {
    family,
    grouping: type.endsWith("Stacked100") ? "percentStacked" : type.endsWith("Stacked") ? "stacked" : "clustered",
    markers: /Markers/.test(type) ? !/NoMarkers/.test(type) : family === "scatter" || family === "bubble",
    lines: family === "line" || /Lines|Smooth/.test(type),
    smooth: /Smooth/.test(type),
    filled: type === "RadarFilled",
    exact: !INEXACT.test(type),
  };
}

/** The type with such a shape. */
export function chartType({ family, grouping, markers, lines, smooth, filled }: Omit<ChartShape, "exact">): string {
  const suffix = { clustered: "", stacked: "Stacked", percentStacked: "Stacked100" }[grouping];
  switch (family) {
    case "column":
    case "bar":
      return `${family === "bar" ? "Bar" : "Column"}${suffix || "Clustered"}`;
    case "line":
      return `Line${markers ? "Markers" : ""}${suffix}`;
    case "area":
      return `Area${suffix}`;
    case "scatter":
      return `XYScatter${smooth ? "Smooth" : lines ? "Lines" : ""}${(smooth || lines) && !markers ? "NoMarkers" : ""}`;
    case "radar":
      return filled ? "RadarFilled" : markers ? "RadarMarkers" : "Radar";
    default:
      return family.charAt(0).toUpperCase() + family.slice(1);
  }
}
