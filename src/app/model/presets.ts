import { cellAddress } from "../../sheets/a1";
import type { ModelLine } from "../../sheets/model/modelCells";
import { anchorText, RATING, type Preset, type PresetCriterion } from "../../sheets/model/presets";
import { fieldOfLabel } from "../../sheets/read/fieldLabels";
import { recogniseHeader, type Field } from "../../sheets/read/headers";
import type { ModelReading } from "../../sheets/model/readModel";
import type { AccountListStore, ListPlace, NewColumn } from "./accountListStore";
import { columnsNamed } from "./findAccountList";
import { offerHeaders } from "./chooseList";
import { lineChanges, type LineValues } from "./lineChanges";
import type { ModelStore } from "./modelStore";

/** What becomes of one criterion of a preset in this list. */
export type PlannedCriterion =
  | { readonly kind: "column"; readonly criterion: PresetCriterion; readonly column: string }
  /** The list gets a column on wish; without it the criterion is left out. */
  | { readonly kind: "offered"; readonly criterion: PresetCriterion; readonly newColumn: NewColumn }
  | { readonly kind: "leftOut"; readonly criterion: PresetCriterion; readonly why: string };

export interface PlannedPreset {
  readonly preset: Preset;
  readonly criteria: readonly PlannedCriterion[];
  readonly gates: readonly LineValues[];
}

/** How a preset fits the list: by the columns whose meaning the user confirmed. Changes nothing. */
export function planPreset(preset: Preset, place: ListPlace, lines: ModelReading["lines"]): PlannedPreset {
  const columns = confirmedColumns(place, lines.columns);
  const last = lines.tiers.at(-1)?.text("Tier") ?? "";
  return {
    preset,
    criteria: preset.criteria.map((criterion) => planCriterion(criterion, place, columns)),
    gates: preset.gates.flatMap(({ field, test, limit }): LineValues[] => {
      const column = columns.get(field)?.at(-1);
      return column === undefined ? [] : [{ Column: column, Test: test, Limit: limit ?? "", "Best tier": last }];
    }),
  };
}

type Columns = ReadonlyMap<Field, readonly string[]>;

function confirmedColumns(place: ListPlace, lines: readonly ModelLine[]): Columns {
  const found = new Map<Field, string[]>();
  for (const line of lines) {
    const field = fieldOfLabel(line.text("Meaning"));
    const column = line.text("Column");
    if (field && columnsNamed(place, column).length === 1) found.set(field, [...(found.get(field) ?? []), column]);
  }
  // The newest year last, whatever the order of the lines.
  found.get("revenue")?.sort((a, b) => (recogniseHeader(a)?.year ?? 0) - (recogniseHeader(b)?.year ?? 0));
  return found;
}

function planCriterion(criterion: PresetCriterion, place: ListPlace, columns: Columns): PlannedCriterion {
  const { source } = criterion;
  const present = source.field === undefined ? undefined : columns.get(source.field)?.at(-1);
  if (present !== undefined) return { kind: "column", criterion, column: present };
  if (source.kind === "field") return { kind: "leftOut", criterion, why: "the list has no such column" };
  const [made] = columnsNamed(place, source.header);
  if (made !== undefined) return { kind: "column", criterion, column: source.header };
  if (source.kind === "rating") {
    return { kind: "offered", criterion, newColumn: { header: source.header, prompt: anchorText(source.anchors), bounds: RATING, numberFormat: "0" } };
  }
  const formula = source.figure === "growth" ? growthFormula(place, columns) : headroomFormula(place, columns);
  if (formula === undefined) return { kind: "leftOut", criterion, why: source.figure === "growth" ? "it needs revenue of two years" : "it needs what the customer spends in all" };
  return { kind: "offered", criterion, newColumn: { header: source.header, formula, prompt: "", numberFormat: source.figure === "growth" ? "0.0%" : "#,##0" } };
}

/** The cell of a column in the first row of accounts; Excel moves it along when the formula is filled down. */
const firstCell = (place: ListPlace, header: string) => cellAddress(place.body.row, columnsNamed(place, header)[0] as number);

/** Mean growth a year from the first to the last year with revenue; blank where it cannot be told. */
function growthFormula(place: ListPlace, columns: Columns): string | undefined {
  const revenues = (columns.get("revenue") ?? []).map((header) => ({ header, year: recogniseHeader(header)?.year }));
  const [first, last] = [revenues[0], revenues.at(-1)];
  if (!first || !last || first.year === undefined || last.year === undefined || last.year <= first.year) return undefined;
  const [from, to] = [firstCell(place, first.header), firstCell(place, last.header)];
  return `=IF(AND(ISNUMBER(${from}),ISNUMBER(${to})),IF(AND(${from}>0,${to}>=0),(${to}/${from})^(1/${last.year - first.year})-1,""),"")`;
}

/** What the customer buys elsewhere: its spend less our revenue. */
function headroomFormula(place: ListPlace, columns: Columns): string | undefined {
  const [spend, revenue] = [columns.get("wallet")?.at(-1), columns.get("revenue")?.at(-1)];
  if (spend === undefined || revenue === undefined) return undefined;
  const [all, ours] = [firstCell(place, spend), firstCell(place, revenue)];
  return `=IF(AND(ISNUMBER(${all}),ISNUMBER(${ours})),${all}-${ours},"")`;
}

/**
 * Adds the columns that were wished for to the list, then makes criteria and gates those of the preset; lines of the same
 * name keep what the user keeps beside them.
 * @param wished headers of the offered columns that are to be added
 */
export async function applyPreset(model: ModelStore, list: AccountListStore, place: ListPlace, lines: ModelReading["lines"], planned: PlannedPreset, wished: ReadonlySet<string>): Promise<void> {
  const added = planned.criteria.flatMap((one) => (one.kind === "offered" && wished.has(one.newColumn.header) ? [one.newColumn] : []));
  const criteria = planned.criteria.flatMap((one): LineValues[] => {
    if (one.kind === "leftOut") return [];
    if (one.kind === "column") return [criterionValues(one.criterion, one.column)];
    return wished.has(one.newColumn.header) ? [criterionValues(one.criterion, one.newColumn.header)] : [];
  });
  if (added.length > 0) await list.addColumns(place, added);
  await model.save([...lineChanges("criteria", lines.criteria, criteria), ...lineChanges("gates", lines.gates, planned.gates)]);
  if (added.length > 0) await offerHeaders(model, { ...place, body: { ...place.body, columnCount: place.body.columnCount + added.length } });
}

const criterionValues = ({ criterion, weight, direction, scale, floor, ceiling, missing }: PresetCriterion, column: string): LineValues => ({
  Criterion: criterion,
  Column: column,
  Weight: weight,
  Direction: direction,
  Scale: scale,
  Floor: floor ?? "",
  Ceiling: ceiling ?? "",
  Missing: missing,
});
