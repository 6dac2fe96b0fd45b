import { areaAddress, type Area } from "../a1";
import type { StyleName } from "../styles";
import { area } from "../write/sheetDraft";
import type { PlanDraft } from "./planDraft";
import type { PlanInput } from "./planNames";

/** A column of a block to type in: what it asks for, how it looks, what may be chosen. */
export interface FormColumn {
  readonly head: string;
  readonly column: number;
  readonly style?: StyleName;
  readonly words?: readonly string[];
  readonly range?: { readonly least: number; readonly most: number };
  readonly prompt?: string;
}

/** Columns people fill in from the left, and computed ones behind them. */
export interface Form {
  readonly input: PlanInput;
  readonly columns: readonly FormColumn[];
  readonly computed?: readonly { readonly head: string; readonly column: number; readonly style?: StyleName }[];
  /** Last column that is typed in. */
  readonly last: number;
}

/** Where a form's rows ended up. */
export interface FormPlace {
  readonly first: number;
  readonly rowCount: number;
  /** A column's cells. */
  readonly area: (column: number) => Area;
  /** The same as an absolute address. */
  readonly cells: (column: number) => string;
}

/** The place a form will get below its title and heads, so that the title's sentence can count its cells. */
export function formPlace(titleRow: number, rowCount: number): FormPlace {
  const first = titleRow + 2;
  const at = (column: number) => area(first, column, 1, rowCount);
  return { first, rowCount, area: at, cells: (column) => areaAddress(at(column), true) };
}

const DATE_STYLES: readonly StyleName[] = ["planDate", "dateAfter", "dateCentered"];

/** How a head stands over cells of some styles: it has their place, not their format. */
const HEAD_STYLES: Readonly<Partial<Record<StyleName, StyleName>>> = { planDate: "left", words: "fitted", wordsAfter: "fittedAfter", dateAfter: "after", dateCentered: "centered", planMoney: "figure", whole: "figure" };

/** Heads and empty rows. Rows grow with the text that is typed, because their height is left to Excel. */
export function writeForm(draft: PlanDraft, form: Form, place: FormPlace): void {
  const { rowCount, first } = place;
  const aligned = (style: StyleName | undefined): StyleName[] => (style === undefined ? [] : [HEAD_STYLES[style] ?? style]);
  draft.heads([...form.columns, ...(form.computed ?? [])].map(({ column, head, style }) => [column, head, ...aligned(style)]));
  draft.style(area(first, draft.first, draft.width, rowCount), "row", "formRow");
  draft.input(form.input, area(first, draft.first, form.last - draft.first + 1, rowCount));
  for (const column of form.columns) {
    const at = place.area(column.column);
    if (column.style) draft.style(at, column.style);
    const prompt = column.prompt ?? "";
    if (column.words) draft.validations.push({ areas: [at], rule: { kind: "list", words: column.words }, prompt });
    if (column.range) draft.validations.push({ areas: [at], rule: { kind: "decimal", ...column.range }, prompt });
    if (column.style && DATE_STYLES.includes(column.style)) draft.validations.push({ areas: [at], rule: { kind: "date" }, prompt });
  }
  for (const { column, style } of form.computed ?? []) if (style) draft.style(place.area(column), style);
  for (let i = 0; i < rowCount; i++) draft.height(first + i, "auto");
  draft.row = first + rowCount;
}
