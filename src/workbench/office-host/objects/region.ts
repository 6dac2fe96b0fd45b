/** Geometry of blocks of cells on one sheet; rows and columns count from 0. */
export interface Region {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Excel's grid since 2007. */
export const ROWS = 1_048_576;
export const COLUMNS = 16_384;

/** Only the coordinates, for what is kept or compared. */
export function regionOf({ row, column, rowCount, columnCount }: Region): Region {
  return { row, column, rowCount, columnCount };
}

export function isOneCell(region: Region): boolean {
  return region.rowCount === 1 && region.columnCount === 1;
}

export function lastRow(region: Region): number {
  return region.row + region.rowCount - 1;
}

export function lastColumn(region: Region): number {
  return region.column + region.columnCount - 1;
}

export function fromCorners(row: number, column: number, toRow: number, toColumn: number): Region {
  return { row, column, rowCount: toRow - row + 1, columnCount: toColumn - column + 1 };
}

export function isInGrid(region: Region): boolean {
  return region.row >= 0 && region.column >= 0 && region.rowCount > 0 && region.columnCount > 0 && lastRow(region) < ROWS && lastColumn(region) < COLUMNS;
}

export function intersection(a: Region, b: Region): Region | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const region = fromCorners(row, column, Math.min(lastRow(a), lastRow(b)), Math.min(lastColumn(a), lastColumn(b)));
  return region.rowCount > 0 && region.columnCount > 0 ? region : undefined;
}

export function bounding(a: Region, b: Region): Region {
  return fromCorners(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(lastRow(a), lastRow(b)),
    Math.max(lastColumn(a), lastColumn(b)),
  );
}

export function contains(outer: Region, inner: Region): boolean {
  return outer.row <= inner.row && outer.column <= inner.column && lastRow(outer) >= lastRow(inner) && lastColumn(outer) >= lastColumn(inner);
}

export function sameRegion(a: Region, b: Region): boolean {
  return a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount;
}

export function isWholeColumns(region: Region): boolean {
  return region.row === 0 && region.rowCount === ROWS;
}

export function isWholeRows(region: Region): boolean {
  return region.column === 0 && region.columnCount === COLUMNS;
}

export function isUnbounded(region: Region): boolean {
  return isWholeColumns(region) || isWholeRows(region);
}

export function cellCount(region: Region): number {
  return region.rowCount * region.columnCount;
}

/** What is left of `a` when `b` is taken away, as up to four blocks. */
export function subtract(a: Region, b: Region): Region[] {
  const hole = intersection(a, b);
  if (!hole) return [a];
  const parts = [
    fromCorners(a.row, a.column, hole.row - 1, lastColumn(a)),
    fromCorners(lastRow(hole) + 1, a.column, lastRow(a), lastColumn(a)),
    fromCorners(hole.row, a.column, lastRow(hole), hole.column - 1),
    fromCorners(hole.row, lastColumn(hole) + 1, lastRow(hole), lastColumn(a)),
  ];
  return parts.filter((part) => part.rowCount > 0 && part.columnCount > 0);
}

/** Cells put in or taken out at a region, the rest moved along. */
export type StructureChange =
  | { readonly kind: "insert"; readonly region: Region; readonly shift: "Down" | "Right" }
  | { readonly kind: "delete"; readonly region: Region; readonly shift: "Up" | "Left" };

/** Where a region is after the change; undefined when all of it was deleted. A block only partly in the way stays. */
export function afterChange(region: Region, change: StructureChange): Region | undefined {
  const vertical = change.shift === "Down" || change.shift === "Up";
  const at = change.region;
  const moves = vertical
    ? at.column <= region.column && lastColumn(at) >= lastColumn(region)
    : at.row <= region.row && lastRow(at) >= lastRow(region);
  if (!moves) return region;
  const [start, count] = vertical ? [region.row, region.rowCount] : [region.column, region.columnCount];
  const [changeStart, changeCount] = vertical ? [at.row, at.rowCount] : [at.column, at.columnCount];
  const limit = vertical ? ROWS : COLUMNS;
  const moved = change.kind === "insert" ? afterInsert(start, count, changeStart, changeCount, limit) : afterDelete(start, count, changeStart, changeCount);
  if (!moved) return undefined;
  return vertical ? { ...region, row: moved[0], rowCount: moved[1] } : { ...region, column: moved[0], columnCount: moved[1] };
}

type Span = readonly [start: number, count: number];

function afterInsert(start: number, count: number, at: number, inserted: number, limit: number): Span | undefined {
  if (count === limit) return [start, count];
  const [newStart, newCount] = at <= start ? [start + inserted, count] : at < start + count ? [start, count + inserted] : [start, count];
  const kept = Math.min(newCount, limit - newStart);
  return kept > 0 ? [newStart, kept] : undefined;
}

function afterDelete(start: number, count: number, at: number, deleted: number): Span | undefined {
  const end = start + count;
  const newStart = start <= at ? start : Math.max(at, start - deleted);
  const removed = Math.max(0, Math.min(end, at + deleted) - Math.max(start, at));
  return count - removed > 0 ? [newStart, count - removed] : undefined;
}
