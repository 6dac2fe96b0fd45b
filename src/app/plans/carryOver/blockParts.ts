import type { Area } from "../../../sheets/a1";
import { blockName, PLAN_BLOCKS, type PlanBlock } from "../../../sheets/plan/planNames";
import type { SheetContent } from "./sheetContent";

/** Columns from the first to the last one, the last included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A block as it stands on the former sheet and in the template: rows that belong to it, within its columns. */
export interface Part {
  readonly former: readonly number[];
  readonly template: readonly number[];
  readonly formerSpan: Span;
  readonly templateSpan: Span;
  /** How many columns further right the block begins now. */
  readonly shift: number;
}

const WHOLE: Span = { from: 0, to: Infinity };

export const spans = ({ from, to }: Span, column: number): boolean => column >= from && column <= to;
export const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

/** A sheet with nothing but some columns. */
export const within = (sheet: SheetContent, span: Span): SheetContent =>
  span.from === 0 && span.to === Infinity ? sheet : { ...sheet, cells: sheet.cells.map((row) => row.map((content, column) => (spans(span, column) ? content : ""))) };

export const blockAreas = (sheet: SheetContent): Area[] => (Object.keys(PLAN_BLOCKS) as PlanBlock[]).flatMap((block) => sheet.names.get(blockName(block)) ?? []);

/** The first row below all blocks; 0 when there are none. */
export const blocksEnd = (sheet: SheetContent): number => Math.max(0, ...blockAreas(sheet).map(({ row, rowCount }) => row + rowCount));

const holdsRow = ({ row, rowCount }: Area, at: number) => at >= row && at < row + rowCount;
const besides = (a: Area, b: Area) => a !== b && a.row < b.row + b.rowCount && b.row < a.row + a.rowCount;

/** A block's columns; where no other stands beside it they reach to the edge of the sheet: people write there as well. */
export function spanOf(sheet: SheetContent, area: Area): Span {
  const beside = blockAreas(sheet).filter((other) => besides(area, other));
  return {
    from: beside.some((other) => other.column < area.column) ? area.column : 0,
    to: beside.some((other) => other.column > area.column) ? area.column + area.columnCount - 1 : Infinity,
  };
}

/** The columns of the block that holds a cell; all where it lies in none. */
export function spanAt(sheet: SheetContent, row: number, column: number): Span {
  const holder = blockAreas(sheet).find((area) => holdsRow(area, row) && column >= area.column && column < area.column + area.columnCount);
  return holder ? spanOf(sheet, holder) : WHOLE;
}

/** The margin belongs to the blocks beside it: what such a block says begins one column further right. */
const beginOf = (area: Area): number => Math.max(1, area.column);

/** Blocks both sheets have, and the rows that belong to no block at all. */
export function partsOf(former: SheetContent, template: SheetContent): Part[] {
  const taken = { former: [] as [number, Span][], template: [] as [number, Span][] };
  const free = (area: Area, span: Span, of: readonly [number, Span][]) =>
    Array.from({ length: area.rowCount }, (_, i) => area.row + i).filter((row) => !of.some(([other, own]) => other === row && overlap(own, span)));
  const blocks = (Object.keys(PLAN_BLOCKS) as PlanBlock[]).flatMap((block): Part[] => {
    const [from, to] = [former.names.get(blockName(block)), template.names.get(blockName(block))];
    if (!from || !to) return [];
    const [formerSpan, templateSpan] = [spanOf(former, from), spanOf(template, to)];
    const part = { former: free(from, formerSpan, taken.former), template: free(to, templateSpan, taken.template), formerSpan, templateSpan, shift: beginOf(to) - beginOf(from) };
    taken.former.push(...part.former.map((row) => [row, formerSpan] as [number, Span]));
    taken.template.push(...part.template.map((row) => [row, templateSpan] as [number, Span]));
    return [part];
  });
  // Rows of a block the other sheet lacks belong nowhere.
  const rest = (sheet: SheetContent) => {
    const end = blocksEnd(sheet);
    return sheet.cells.map((_, row) => row).filter((row) => (end === 0 || row < end) && !blockAreas(sheet).some((area) => holdsRow(area, row)));
  };
  return [...blocks, { former: rest(former), template: rest(template), formerSpan: WHOLE, templateSpan: WHOLE, shift: 0 }];
}
