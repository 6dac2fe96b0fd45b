import { alignRows, sameRows, type FillableRows } from "./alignRows";
import { blocksEnd, overlap, partsOf, spans, within, type Span } from "./blockParts";
import { captionsOfRow, type RowCaptions } from "./captions";
import type { SheetContent } from "./sheetContent";

/** A run of rows of the template that has to get longer; the rows go in above its last one. */
export interface Growing {
  readonly run: FillableRows;
  readonly extra: number;
  /** Columns whose cells the new rows repeat: those of every block that grows there. */
  readonly columns: readonly Span[];
}

/** Where the cells of a former row within some columns go. */
export interface Home {
  /** The columns it speaks of, on the former sheet and in the template. */
  readonly formerSpan: Span;
  readonly templateSpan: Span;
  /** How many columns further right they are now. */
  readonly shift: number;
  /** The row of the template whose cells say what may be written. */
  readonly templateRow: number;
  /** The row on the new sheet, after its runs have grown. */
  readonly row: number;
  /** The row of heads above, on the former sheet with its columns shifted, and in the template. */
  readonly heads: readonly [RowCaptions, RowCaptions] | undefined;
}

interface FoundRow extends Pick<Home, "formerSpan" | "templateSpan" | "shift" | "templateRow" | "heads"> {
  readonly former: number;
  /** Set on rows that fill a run: their place in it. */
  readonly filled?: { readonly run: FillableRows; readonly place: number };
}

const lastOf = (run: FillableRows): number => run.first + run.count - 1;

/** Row of the new sheet for a row of the template. */
export const grownRow = (row: number, growing: readonly Growing[]): number => growing.reduce((sum, { run, extra }) => (row >= lastOf(run) ? sum + extra : sum), row);

const shifted = (captions: RowCaptions, shift: number): RowCaptions => (shift === 0 ? captions : new Map([...captions].map(([column, words]) => [column + shift, words])));

/** Finds the rows of a former plan in the template, block by block, so that blocks may have been reordered or set side by side. */
export function rowHomes(former: SheetContent, template: SheetContent, runs: readonly FillableRows[], holdsTyped: (row: number, span: Span) => boolean) {
  const grown: Growing[] = [];
  const found: FoundRow[] = [];
  for (const part of partsOf(former, template)) {
    const { formerSpan, templateSpan, shift } = part;
    const [ownFormer, ownTemplate] = [within(former, formerSpan), within(template, templateSpan)];
    const own = runs.filter((run) => part.template.includes(run.first) && overlap(run.span, templateSpan));
    const { rows, fillings } = alignRows(ownFormer, ownTemplate, part, own, (row) => holdsTyped(row, formerSpan));
    const filled = new Map(fillings.flatMap(({ run, former: formerRows }) => formerRows.map((row, place) => [row, { run, place }] as const)));
    for (const { run, former: formerRows } of fillings) if (formerRows.length > run.count) grown.push({ run, extra: formerRows.length - run.count, columns: [run.span] });
    let heads: Home["heads"];
    for (const row of part.former) {
      const filling = filled.get(row);
      const templateRow = rows.get(row) ?? (filling && filling.run.first + Math.min(filling.place, filling.run.count - 1));
      if (templateRow === undefined) continue;
      const words = captionsOfRow(ownTemplate, templateRow);
      if (words.size > 1) heads = [shifted(captionsOfRow(ownFormer, row), shift), words];
      found.push({ former: row, formerSpan, templateSpan, shift, templateRow, heads, ...(filling ? { filled: filling } : {}) });
    }
  }
  const growing = together(grown);
  const whole: Span = { from: 0, to: Infinity };
  const below = rowsBelow(former, template).map(([row, templateRow]): FoundRow => ({ former: row, formerSpan: whole, templateSpan: whole, shift: 0, templateRow, heads: undefined }));
  const homes = new Map<number, Home[]>();
  for (const { former: at, filled, ...home } of [...found, ...below]) {
    const row = filled ? grownRow(filled.run.first, growing) + filled.place : grownRow(home.templateRow, growing);
    homes.set(at, [...(homes.get(at) ?? []), { ...home, row }]);
  }
  const homeOf = (row: number, column: number): Home | undefined => homes.get(row)?.find(({ formerSpan }) => spans(formerSpan, column));
  return { homeOf, growing };
}

/**
 * Below the last block people write what they like, and add blocks of their own to the template. Rows that say the same are
 * the same row, and what follows one stays at its distance to it; all else stands below everything the template has.
 */
function rowsBelow(former: SheetContent, template: SheetContent): [number, number][] {
  const [end, templateEnd] = [blocksEnd(former), blocksEnd(template)];
  if (end === 0) return [];
  const from = (sheet: SheetContent, first: number) => Array.from({ length: Math.max(0, sheet.cells.length - first) }, (_, i) => first + i);
  const rows = from(former, end);
  const anchors = sameRows(former, template, rows, from(template, templateEnd));
  const near = (row: number): number | undefined => {
    const at = anchors.filter(([before]) => before <= row).length - 1;
    const [anchor, place] = anchors[at] ?? [0, undefined];
    const there = place === undefined ? undefined : place + row - anchor;
    const next = anchors[at + 1]?.[1];
    return there === undefined || (next !== undefined && there >= next) ? undefined : there;
  };
  const found = rows.map((row) => [row, near(row)] as const);
  const free = Math.max(templateEnd, template.cells.length, ...found.map(([, there]) => (there ?? -1) + 1));
  return found.map(([row, there]) => [row, there ?? free + row - end]);
}

/** Blocks side by side that end in the same row grow by the same rows; from the top. */
function together(grown: readonly Growing[]): Growing[] {
  const byLast = new Map<number, Growing>();
  for (const one of grown) {
    const other = byLast.get(lastOf(one.run));
    byLast.set(lastOf(one.run), other ? { run: other.run, extra: Math.max(other.extra, one.extra), columns: [...other.columns, ...one.columns] } : one);
  }
  return [...byLast.values()].sort((a, b) => lastOf(a.run) - lastOf(b.run));
}
