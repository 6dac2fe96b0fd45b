import type { Region } from "./region";

// What lies on a sheet besides its cells: charts, shapes, PivotTables and slicers.

/** Cells a chart takes something from; plain, so that it follows renamed sheets and moved cells. */
export interface CellSource {
  readonly sheetId: string;
  readonly region: Region;
}
export interface ChartSeriesState {
  /** undefined = taken from `nameSource`, or `Series1` and so on. */
  name: string | undefined;
  nameSource: CellSource | undefined;
  values: CellSource | undefined;
  /** Also the x values of a scatter chart. */
  categories: CellSource | undefined;
  bubbleSizes: CellSource | undefined;
  /** Members of `ChartSeries` that were set. */
  readonly settings: Record<string, unknown>;
}
export interface ChartState {
  readonly id: string;
  name: string;
  /** Member of `ChartType`. */
  type: string;
  plotBy: "Rows" | "Columns";
  /** Place on the sheet in points. */
  left: number;
  top: number;
  width: number;
  height: number;
  series: ChartSeriesState[];
  /** Title, axes, legend, labels, formats: the members of the typings, only what was set. */
  readonly settings: Record<string, unknown>;
}

export interface ShapeState {
  readonly id: string;
  name: string;
  type: string;
  readonly settings: Record<string, unknown>;
}

/** A value of a PivotTable: a column of the source, summarized. */
export interface PivotDataState {
  readonly id: string;
  readonly field: string;
  /** undefined = named after function and column. */
  name: string | undefined;
  summarizeBy: string;
  numberFormat: string;
  showAs: { calculation: string; baseField?: string; baseItem?: string };
}
export interface PivotFieldState {
  name?: string;
  /** As `PivotField.applyFilter` takes them. */
  filters: Record<string, Record<string, unknown>>;
  hidden: string[];
  /** Items a slicer lets pass. */
  slicer?: string[];
  descending?: boolean;
  /** Name of the data hierarchy the items are sorted by. */
  sortedBy?: string;
  settings: Record<string, unknown>;
}
export interface PivotState {
  readonly id: string;
  name: string;
  readonly source: { readonly sheetId: string; readonly region: Region; readonly tableId: string | undefined };
  /** Upper left cell of the body; filters stand above it. */
  anchor: { row: number; column: number };
  /** Titles and rows of the source as they were at the last refresh. */
  cache: { titles: string[]; rows: (string | number | boolean)[][]; formats: string[] };
  rows: string[];
  columns: string[];
  filters: string[];
  data: PivotDataState[];
  readonly fields: Record<string, PivotFieldState>;
  readonly settings: Record<string, unknown>;
  /** Cells it covers now. */
  drawn: Region | undefined;
}

export interface SlicerState {
  readonly id: string;
  /** A table by its id, or a PivotTable with the sheet it is on. */
  readonly source: { readonly id: string; readonly pivotSheetId: string | undefined };
  readonly field: string;
  /** undefined = nothing is filtered. */
  selected: string[] | undefined;
  readonly settings: Record<string, unknown>;
}
