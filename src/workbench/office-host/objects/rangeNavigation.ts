import { checkInteger, invalid, notFound } from "./arguments";
import { usedPart } from "./cellReading";
import { dataEdge, extendedRegion, surroundingRegion } from "./dataEdges";
import { refOf, refOfArgument } from "./rangeCore";
import { areasOf, rangeOf } from "./rangeFactory";
import type { RangeAreas } from "./rangeAreas";
import type { Range } from "./range";
import { bounding, cellCount, COLUMNS, contains, intersection, lastColumn, lastRow, type Region, ROWS, sameRegion } from "./region";
import { RangeValues } from "./rangeValues";
import { scopedTables } from "./tableCollections";
import type { TableScopedCollection } from "./tableCollections";
import { tablesTouching, wholeRegion } from "./tableModel";

/** Ranges found from a range. */
export abstract class RangeNavigation extends RangeValues {
  getCell(row: unknown, column: unknown): Range {
    const { region } = refOf(this);
    return at(this, { row: region.row + checkInteger("row", row), column: region.column + checkInteger("column", column), rowCount: 1, columnCount: 1 });
  }
  getRow(row: unknown): Range {
    const { region } = refOf(this);
    return at(this, { ...region, row: region.row + checkInteger("row", row), rowCount: 1 });
  }
  getColumn(column: unknown): Range {
    const { region } = refOf(this);
    return at(this, { ...region, column: region.column + checkInteger("column", column), columnCount: 1 });
  }
  getLastCell(): Range {
    const { region } = refOf(this);
    return at(this, { row: lastRow(region), column: lastColumn(region), rowCount: 1, columnCount: 1 });
  }
  getLastRow(): Range {
    const { region } = refOf(this);
    return at(this, { ...region, row: lastRow(region), rowCount: 1 });
  }
  getLastColumn(): Range {
    const { region } = refOf(this);
    return at(this, { ...region, column: lastColumn(region), columnCount: 1 });
  }
  getEntireRow(): Range {
    return at(this, { ...refOf(this).region, column: 0, columnCount: COLUMNS });
  }
  getEntireColumn(): Range {
    return at(this, { ...refOf(this).region, row: 0, rowCount: ROWS });
  }
  getRowsAbove(count?: unknown): Range {
    const n = nonZero("count", count);
    const { region } = refOf(this);
    return at(this, n > 0 ? { ...region, row: region.row - n, rowCount: n } : { ...region, rowCount: -n });
  }
  getRowsBelow(count?: unknown): Range {
    const n = nonZero("count", count);
    const { region } = refOf(this);
    return at(this, n > 0 ? { ...region, row: lastRow(region) + 1, rowCount: n } : { ...region, row: lastRow(region) + 1 + n, rowCount: -n });
  }
  getColumnsBefore(count?: unknown): Range {
    const n = nonZero("count", count);
    const { region } = refOf(this);
    return at(this, n > 0 ? { ...region, column: region.column - n, columnCount: n } : { ...region, columnCount: -n });
  }
  getColumnsAfter(count?: unknown): Range {
    const n = nonZero("count", count);
    const { region } = refOf(this);
    return at(this, n > 0 ? { ...region, column: lastColumn(region) + 1, columnCount: n } : { ...region, column: lastColumn(region) + 1 + n, columnCount: -n });
  }
  getOffsetRange(rowOffset: unknown, columnOffset: unknown): Range {
    const { region } = refOf(this);
    return at(this, { ...region, row: region.row + checkInteger("rowOffset", rowOffset), column: region.column + checkInteger("columnOffset", columnOffset) });
  }
  getResizedRange(deltaRows: unknown, deltaColumns: unknown): Range {
    const { region } = refOf(this);
    return at(this, {
      ...region,
      rowCount: region.rowCount + checkInteger("deltaRows", deltaRows),
      columnCount: region.columnCount + checkInteger("deltaColumns", deltaColumns),
    });
  }
  getAbsoluteResizedRange(numRows: unknown, numColumns: unknown): Range {
    return at(this, { ...refOf(this).region, rowCount: checkInteger("numRows", numRows, 1), columnCount: checkInteger("numColumns", numColumns, 1) });
  }
  getBoundingRect(another: unknown): Range {
    return at(this, bounding(refOf(this).region, other(this, another)));
  }
  getIntersection(another: unknown): Range {
    const found = intersection(refOf(this).region, other(this, another));
    if (!found) throw notFound("The ranges do not overlap.");
    return at(this, found);
  }
  getUsedRange(valuesOnly?: unknown): Range {
    const { book, area } = refOf(this);
    const found = usedPart(book, area, valuesOnly === true);
    if (!found) throw notFound("There are no used cells in the range.");
    return at(this, found);
  }
  getSurroundingRegion(): Range {
    const { book, area } = refOf(this);
    return at(this, surroundingRegion(book, area));
  }
  getRangeEdge(direction: unknown, activeCell?: unknown): Range {
    const { book, area } = refOf(this);
    return at(this, dataEdge(book, area.sheetId, start(this, activeCell), direction));
  }
  getExtendedRange(direction: unknown, activeCell?: unknown): Range {
    const { book, area } = refOf(this);
    return at(this, extendedRegion(book, area, start(this, activeCell), direction));
  }
  getSpillParent(): Range | Promise<Range> {
    const { book, region } = refOf(this);
    checkOneCell(region);
    return book.whenCalculated(() => {
      const parent = spillParent(this);
      if (!parent) throw notFound("The cell is not filled by a formula of another cell.");
      return at(this, { row: parent.row, column: parent.column, rowCount: 1, columnCount: 1 });
    });
  }
  getSpillingToRange(): Range | Promise<Range> {
    const { book, area } = refOf(this);
    checkOneCell(area);
    return book.whenCalculated(() => {
      const found = book.grid.spillArea(area.sheetId, area.row, area.column);
      if (!found) throw notFound("The formula of the cell fills no other cells.");
      return at(this, found);
    });
  }
  getTables(fullyContained?: unknown): TableScopedCollection {
    const { book, area } = refOf(this);
    const found = tablesTouching(book, area.sheetId, area).filter((table) => fullyContained !== true || contains(area, wholeRegion(book, table)));
    return scopedTables(book, found.map((table) => table.id));
  }
  getMergedAreasOrNullObject(): RangeAreas | null {
    const { book, area } = refOf(this);
    const found = book.grid.merges(area.sheetId).filter((merge) => intersection(merge, area));
    return found.length > 0 ? areasOf(found.map((merge) => refOf(this).at(merge))) : null;
  }
  get hasSpill(): boolean | null {
    const { area } = refOf(this);
    const parts = spillsIn(this).flatMap((spill) => intersection(spill, area) ?? []);
    const covered = parts.reduce((sum, part) => sum + cellCount(part), 0);
    return covered === 0 ? false : covered === cellCount(area) ? true : null;
  }
}

function at(range: RangeValues, region: Region): Range {
  if (region.rowCount < 1 || region.columnCount < 1) throw invalid("The range would have no cells.");
  return rangeOf(refOf(range).at(region));
}

function other(range: RangeValues, argument: unknown): Region {
  const own = refOf(range);
  const found = refOfArgument(own.book, own.sheetId, argument);
  if (found.sheetId !== own.sheetId) throw invalid("Both ranges must be on the same worksheet.");
  return found.region;
}

function nonZero(what: string, count: unknown): number {
  const n = count === undefined ? 1 : checkInteger(what, count);
  if (n === 0) throw invalid(`${what} must not be 0.`);
  return n;
}

function start(range: RangeValues, activeCell: unknown): Region {
  return activeCell === undefined ? refOf(range).region : other(range, activeCell);
}

function checkOneCell(region: Region): void {
  if (region.rowCount !== 1 || region.columnCount !== 1) throw invalid("Only a single cell can be asked for its spill.");
}

function spillsIn(range: RangeValues): Region[] {
  const { book, area } = refOf(range);
  const used = book.grid.usedArea(area.sheetId, true);
  if (!used) return [];
  const formulas = book.grid.formulas(used);
  return formulas.flatMap((row, r) =>
    row.flatMap((formula, c) => {
      if (typeof formula !== "string" || !formula.startsWith("=")) return [];
      const spill = book.grid.spillArea(area.sheetId, used.row + r, used.column + c);
      return spill && intersection(spill, area) ? [spill] : [];
    }),
  );
}

/** The block that fills this cell and starts in another one. */
export function spillParent(range: RangeValues): Region | undefined {
  const { region } = refOf(range);
  return spillsIn(range).find((spill) => contains(spill, region) && !sameRegion(spill, region));
}
