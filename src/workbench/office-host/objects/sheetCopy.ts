import { pointToSheet } from "../../spreadsheet/formulaWords";
import type { Book } from "./book";
import { pushConditionalFormats } from "./conditionalRules";
import { pushValidations } from "./validationRules";
import type { CellSource, ChartSeriesState, ShapeState } from "./drawnState";
import type { SheetState } from "./workbookState";

/** The same data with every formula in it rewritten. */
function mapFormulas<T>(data: T, rewrite: (formula: string) => string): T {
  if (typeof data === "string") return (data.startsWith("=") ? rewrite(data) : data) as T;
  if (Array.isArray(data)) return data.map((item) => mapFormulas<unknown>(item, rewrite)) as T;
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, mapFormulas<unknown>(value, rewrite)])) as T;
}

/**
 * What the copy of a sheet has: everything but the custom properties, as in Excel. Ids of its objects are new; formulas
 * of rules and series of charts that refer to the sheet refer to the copy.
 */
export function stateOfCopy(book: Book, from: string, to: string): SheetState {
  const copy = structuredClone(book.sheetState(from));
  const [before, after] = [book.sheet(from).name, book.sheet(to).name];
  const rules = <Rule extends { readonly rule: object }>(rule: Rule): Rule => ({ ...rule, rule: mapFormulas(rule.rule, (formula) => pointToSheet(formula, before, after)) });
  const source = (cells: CellSource | undefined) => (cells?.sheetId === from ? { ...cells, sheetId: to } : cells);
  const series = (one: ChartSeriesState): ChartSeriesState => ({
    ...one,
    nameSource: source(one.nameSource),
    values: source(one.values),
    categories: source(one.categories),
    bubbleSizes: source(one.bubbleSizes),
  });
  return {
    ...copy,
    customProperties: [],
    comments: copy.comments.map((comment) => ({ ...comment, id: book.newId(), replies: comment.replies.map((reply) => ({ ...reply, id: book.newId() })) })),
    charts: copy.charts.map((chart) => ({ ...chart, id: book.newId(), series: chart.series.map(series) })),
    pivots: copy.pivots.map((pivot) => ({ ...pivot, id: book.newId() })),
    // A slicer belongs to the table or PivotTable of the original.
    slicers: [],
    shapes: copiedShapes(book, copy.shapes),
    conditionalFormats: copy.conditionalFormats.map((format) => ({ ...rules(format), id: book.newId() })),
    validations: copy.validations.map(rules),
  };
}

/** Copies of shapes; groups hold their own members, lines stay connected to their neighbours. */
function copiedShapes(book: Book, shapes: readonly ShapeState[]): ShapeState[] {
  const ids = new Map(shapes.map((shape) => [shape.id, book.newId()]));
  const renamed = (value: unknown): unknown => {
    if (typeof value === "string") return ids.get(value) ?? value;
    return typeof value === "object" && value !== null && "site" in value ? { ...value, id: renamed((value as { id?: unknown }).id) } : value;
  };
  return shapes.map((shape) => ({
    ...shape,
    id: ids.get(shape.id) ?? shape.id,
    settings: Object.fromEntries(Object.entries(shape.settings).map(([key, value]) => [key, ["group", "begin", "end"].includes(key) ? renamed(value) : value])),
  }));
}

/** Formulas of rules follow a sheet that gets another name. */
export function renameInRules(book: Book, before: string, after: string): void {
  for (const { id } of book.sheets()) {
    const state = book.state.sheets[id];
    if (!state) continue;
    const rewritten = mapFormulas({ formats: state.conditionalFormats, validations: state.validations }, (formula) => pointToSheet(formula, before, after));
    if (JSON.stringify(rewritten.formats) !== JSON.stringify(state.conditionalFormats)) {
      state.conditionalFormats = rewritten.formats;
      pushConditionalFormats(book, id);
    }
    if (JSON.stringify(rewritten.validations) !== JSON.stringify(state.validations)) {
      state.validations = rewritten.validations;
      pushValidations(book, id);
    }
  }
}
