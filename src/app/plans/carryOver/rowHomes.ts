import { blockName, PLAN_BLOCKS, type PlanBlock } from "../../../sheets/plan/planNames";
import { alignRows, type FillableRows, type PartRows } from "./alignRows";
import { captionsOfRow, type RowCaptions } from "./captions";
import type { SheetContent } from "./sheetContent";

/** A run of rows of the template that has to get longer; the rows go in above its last one. */
export interface Growing {
  readonly run: FillableRows;
  readonly extra: number;
}

/** Where a row of the former sheet goes. */
export interface Home {
  /** The row of the template whose cells say what may be written. */
  readonly templateRow: number;
  /** The row on the new sheet, after its runs have grown. */
  readonly row: number;
  /** The row of heads above, on the former sheet and in the template. */
  readonly heads: readonly [RowCaptions, RowCaptions] | undefined;
}

interface FoundRow {
  readonly former: number;
  readonly templateRow: number;
  /** Set on rows that fill a run: their place in it. */
  readonly filled?: { readonly run: FillableRows; readonly place: number };
  readonly heads: Home["heads"];
}

/** Row of the new sheet for a row of the template. */
export const grownRow = (row: number, growing: readonly Growing[]): number =>
  growing.reduce((sum, { run, extra }) => (row >= run.first + run.count - 1 ? sum + extra : sum), row);

/** Finds the rows of a former plan in the template, block by block, so that blocks may have been reordered. */
export function rowHomes(former: SheetContent, template: SheetContent, runs: readonly FillableRows[], holdsTyped: (row: number) => boolean) {
  const growing: Growing[] = [];
  const found: FoundRow[] = [];
  for (const part of partsOf(former, template)) {
    const { rows, fillings } = alignRows(former, template, part, runs.filter((run) => part.template.includes(run.first)), holdsTyped);
    const filled = new Map(fillings.flatMap(({ run, former: own }) => own.map((row, place) => [row, { run, place }] as const)));
    for (const { run, former: own } of fillings) if (own.length > run.count) growing.push({ run, extra: own.length - run.count });
    let heads: Home["heads"];
    for (const row of part.former) {
      const filling = filled.get(row);
      const templateRow = rows.get(row) ?? (filling && filling.run.first + Math.min(filling.place, filling.run.count - 1));
      if (templateRow === undefined) continue;
      const words = captionsOfRow(template, templateRow);
      if (words.size > 1) heads = [captionsOfRow(former, row), words];
      found.push({ former: row, templateRow, heads, ...(filling ? { filled: filling } : {}) });
    }
  }
  growing.sort((a, b) => a.run.first - b.run.first);
  // Below the last block people write what they like: it stays at the same distance.
  const [end, newEnd] = [blocksEnd(former), Math.max(blocksEnd(template), template.cells.length)];
  const below: FoundRow[] = end === 0 ? [] : former.cells.flatMap((_, row) => (row < end ? [] : [{ former: row, templateRow: newEnd + row - end, heads: undefined }]));
  const homes = new Map<number, Home>(
    [...found, ...below].map(({ former: row, templateRow, filled, heads }) => [row, { templateRow, heads, row: filled ? grownRow(filled.run.first, growing) + filled.place : grownRow(templateRow, growing) }]),
  );
  return { homes, growing };
}

const blockAreas = (sheet: SheetContent) => (Object.keys(PLAN_BLOCKS) as PlanBlock[]).flatMap((block) => sheet.names.get(blockName(block)) ?? []);

/** The first row below all blocks; 0 when there are none. */
const blocksEnd = (sheet: SheetContent): number => Math.max(0, ...blockAreas(sheet).map(({ row, rowCount }) => row + rowCount));

/** Blocks both sheets have, and the rows that belong to no block at all. */
function partsOf(former: SheetContent, template: SheetContent): PartRows[] {
  const taken = { former: new Set<number>(), template: new Set<number>() };
  const blocks = (Object.keys(PLAN_BLOCKS) as PlanBlock[]).flatMap((block) => {
    const [from, to] = [former.names.get(blockName(block)), template.names.get(blockName(block))];
    if (!from || !to) return [];
    const part = { former: free(from, taken.former), template: free(to, taken.template) };
    for (const row of part.former) taken.former.add(row);
    for (const row of part.template) taken.template.add(row);
    return [part];
  });
  // Rows of a block the other sheet lacks belong nowhere.
  const rest = (sheet: SheetContent) => {
    const end = blocksEnd(sheet);
    return sheet.cells.map((_, row) => row).filter((row) => (end === 0 || row < end) && !blockAreas(sheet).some((area) => row >= area.row && row < area.row + area.rowCount));
  };
  return [...blocks, { former: rest(former), template: rest(template) }];
}

const free = (area: { readonly row: number; readonly rowCount: number }, taken: ReadonlySet<number>): number[] =>
  Array.from({ length: area.rowCount }, (_, i) => area.row + i).filter((row) => !taken.has(row));
