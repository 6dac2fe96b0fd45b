import type { Area } from "../../../sheets/a1";
import { spanAt, within, type Span } from "./blockParts";
import { captionsOfRow, patternsOfRow } from "./captions";
import type { SheetContent } from "./sheetContent";

/** Rows of a former sheet and the rows of the template they belong to, from the top. */
export interface PartRows {
  readonly former: readonly number[];
  readonly template: readonly number[];
}

/** A run of equal rows of the template that people fill in, and that may get longer. */
export interface FillableRows {
  readonly first: number;
  readonly count: number;
  /** The columns of the block they are rows of. */
  readonly span: Span;
}

export interface Alignment {
  /** Row of the template for each row of the former sheet that has one. */
  readonly rows: ReadonlyMap<number, number>;
  /** Rows of the former sheet, in order, that fill a run together; it has to grow when they are more than it has. */
  readonly fillings: readonly { readonly run: FillableRows; readonly former: readonly number[] }[];
}

/** Two parts in a hundred of captions decide nothing; half of a row's words make it the same row. */
const LEAST_SHARE = 0.5;

/** Runs of at least two rows inside an input area that carry no words of their own and whose formulas are alike. */
export function fillableRuns(template: SheetContent, inputs: readonly Area[]): FillableRows[] {
  return inputs.flatMap((input) => {
    const span = spanAt(template, input.row, input.column);
    const block = within(template, span);
    const runs: { first: number; count: number; span: Span }[] = [];
    let shape = "";
    for (let row = input.row; row < input.row + input.rowCount; row++) {
      const plain = captionsOfRow(block, row).size === 0;
      const own = JSON.stringify([...patternsOfRow(block, row)]);
      const last = runs.at(-1);
      if (!plain) shape = "";
      else if (last && last.first + last.count === row && own === shape) last.count++;
      else {
        runs.push({ first: row, count: 1, span });
        shape = own;
      }
    }
    return runs.filter((run) => run.count > 1);
  });
}

/**
 * Finds the rows of the template again on a former sheet: rows that say the same are the same row, rows between them
 * follow by their place, and rows people fill in keep their order.
 * @param holdsTyped whether a row of the former sheet holds anything worth a row
 */
export function alignRows(former: SheetContent, template: SheetContent, part: PartRows, runs: readonly FillableRows[], holdsTyped: (row: number) => boolean): Alignment {
  const rows = new Map<number, number>();
  const fillings: { run: FillableRows; former: number[] }[] = [];
  const inRun = (row: number) => runs.find((run) => row >= run.first && row < run.first + run.count);
  const anchors = sameRows(former, template, part.former, part.template.filter((row) => !inRun(row)));
  let [f, t] = [0, 0];
  const ends = [...anchors.map(([a, b]) => [part.former.indexOf(a), part.template.indexOf(b)] as const), [part.former.length, part.template.length] as const];
  for (const [endF, endT] of ends) {
    alignGap(part.former.slice(f, endF), part.template.slice(t, endT));
    if (endF < part.former.length) rows.set(part.former[endF] as number, part.template[endT] as number);
    [f, t] = [endF + 1, endT + 1];
  }
  return { rows, fillings };

  /** Rows between two known ones: what stands before and after a run stays there, the run takes the rest. */
  function alignGap(formerRows: readonly number[], templateRows: readonly number[]): void {
    const at = templateRows.findIndex(inRun);
    const run = at < 0 ? undefined : inRun(templateRows[at] as number);
    if (!run) {
      formerRows.forEach((row, i) => i < templateRows.length && rows.set(row, templateRows[i] as number));
      return;
    }
    const after = templateRows.slice(at + run.count);
    const behind = Math.min(after.length, Math.max(0, formerRows.length - at));
    const middle = formerRows.slice(at, formerRows.length - behind);
    formerRows.slice(0, at).forEach((row, i) => rows.set(row, templateRows[i] as number));
    formerRows.slice(formerRows.length - behind).forEach((row, i) => rows.set(row, after[i] as number));
    // Empty rows give way before the run has to grow.
    const kept = [...middle];
    for (let i = kept.length - 1; i >= 0 && kept.length > run.count; i--) if (!holdsTyped(kept[i] as number)) kept.splice(i, 1);
    fillings.push({ run, former: kept });
  }
}

/** The longest series of rows that say the same, in order on both sheets; each pair weighs what its rows have in common. */
export function sameRows(former: SheetContent, template: SheetContent, formerRows: readonly number[], templateRows: readonly number[]): [number, number][] {
  // What a row says makes it the same row; only where it says nothing do its formulas.
  const signs = (sheet: SheetContent, row: number) => {
    const captions = captionsOfRow(sheet, row);
    return new Set(captions.size > 0 ? captions.values() : [...patternsOfRow(sheet, row)].map(([column, pattern]) => `${column} ${pattern}`));
  };
  const left = formerRows.map((row) => signs(former, row));
  const right = templateRows.map((row) => signs(template, row));
  const weight = (i: number, j: number): number => {
    const [a, b] = [left[i] as Set<string>, right[j] as Set<string>];
    const common = [...b].filter((sign) => a.has(sign)).length;
    return b.size > 0 && common / b.size >= LEAST_SHARE ? common : 0;
  };
  const best = Array.from({ length: left.length + 1 }, () => new Float64Array(right.length + 1));
  for (let i = 1; i <= left.length; i++) {
    for (let j = 1; j <= right.length; j++) {
      const pair = weight(i - 1, j - 1);
      const [up, across, both] = [best[i - 1] as Float64Array, best[i] as Float64Array, best[i - 1] as Float64Array];
      across[j] = Math.max(up[j] as number, across[j - 1] as number, pair > 0 ? (both[j - 1] as number) + pair : 0);
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [left.length, right.length];
  while (i > 0 && j > 0) {
    const here = (best[i] as Float64Array)[j] as number;
    if (here === (best[i - 1] as Float64Array)[j]) i--;
    else if (here === (best[i] as Float64Array)[j - 1]) j--;
    else {
      pairs.unshift([formerRows[i - 1] as number, templateRows[j - 1] as number]);
      i--;
      j--;
    }
  }
  return pairs;
}
