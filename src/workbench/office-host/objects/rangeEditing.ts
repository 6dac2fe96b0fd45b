import { checkBoolean, checkInteger, checkOneOf, checkString, invalid, notFound } from "./arguments";
import { checkAllowed, checkStructure, checkUnlocked } from "./cellAccess";
import { clearCells, type ClearWhat } from "./clearCells";
import { copyAreas, moveCells } from "./copyCells";
import { duplicateRows, RemoveDuplicatesResult } from "./removeDuplicates";
import { findCells, replaceInCells } from "./findCells";
import { refOf, refOfArgument } from "./rangeCore";
import { areasOf, rangeAt, rangeOf } from "./rangeFactory";
import { type RangeAreas, refsOfArgument } from "./rangeAreas";
import type { Range } from "./range";
import { RangeNavigation } from "./rangeNavigation";
import { specialCells } from "./specialCells";
import { deleteCells, insertCells } from "./structure";
import { raiseFormatChanged } from "./changeEvents";
import { isOneCell } from "./region";

const CLEAR = ["All", "Formats", "Contents", "Hyperlinks", "RemoveHyperlinks", "ResetContents"] as const;
const COPY = ["All", "Formulas", "Values", "Formats", "Link"] as const;

/** What changes cells: insert, delete, clear, merge, copy, find and replace. */
export abstract class RangeEditing extends RangeNavigation {
  insert(shift: unknown): Range {
    const { book, area } = refOf(this);
    const direction = checkOneOf("shift", shift, ["Down", "Right"]);
    checkStructure(book, area, "Insert");
    insertCells(book, area, direction);
    return rangeAt(book, area.sheetId, area);
  }
  delete(shift: unknown): void {
    const { book, area } = refOf(this);
    const direction = checkOneOf("shift", shift, ["Up", "Left"]);
    checkStructure(book, area, "Delete");
    deleteCells(book, area, direction);
  }
  clear(applyTo?: unknown): void {
    const { book, area } = refOf(this);
    clearCells(book, area, applyTo === undefined ? "All" : (checkOneOf("applyTo", applyTo, CLEAR) as ClearWhat));
  }
  clearOrResetContents(): void {
    const { book, area } = refOf(this);
    clearCells(book, area, "ResetContents");
  }
  merge(across?: unknown): void {
    const { book, area } = refOf(this);
    checkUnlocked(book, area);
    if (this.getTables().getCount() > 0) throw invalid("Cells of a table cannot be merged.");
    if (!isOneCell(area)) book.grid.merge(area, across === undefined ? false : checkBoolean("across", across));
    raiseFormatChanged(book, area.sheetId, area);
  }
  unmerge(): void {
    const { book, area } = refOf(this);
    checkAllowed(book, area.sheetId, "allowFormatCells");
    book.grid.unmerge(area);
    raiseFormatChanged(book, area.sheetId, area);
  }
  copyFrom(source: unknown, copyType?: unknown, skipBlanks?: unknown, transpose?: unknown): void | Promise<void> {
    const own = refOf(this);
    const type = copyType === undefined ? "All" : checkOneOf("copyType", copyType, COPY);
    const options = { type, skipBlanks: skipBlanks === true, transpose: transpose === true };
    const copy = () => copyAreas(refsOfArgument(own, source), own, options);
    return type === "Values" ? own.book.whenCalculated(copy) : copy();
  }
  moveTo(destination: unknown): void {
    const own = refOf(this);
    moveCells(own, refOfArgument(own.book, own.sheetId, destination));
  }

  find(text: unknown, criteria: unknown): Range | Promise<Range> {
    const wanted = checkString("text", text);
    return refOf(this).book.whenCalculated(() => {
      const [first] = findCells(refOf(this), wanted, criteria);
      if (!first) throw notFound(`"${wanted}" is not in the range.`);
      return rangeOf(first);
    });
  }
  replaceAll(text: unknown, replacement: unknown, criteria: unknown): number | Promise<number> {
    const [from, to] = [checkString("text", text), checkString("replacement", replacement)];
    return refOf(this).book.whenCalculated(() => replaceInCells(refOf(this), from, to, criteria));
  }
  removeDuplicates(columns: unknown, includesHeader: unknown): RemoveDuplicatesResult | Promise<RemoveDuplicatesResult> {
    const { book, area } = refOf(this);
    if (!Array.isArray(columns)) throw invalid("columns must be an array of column indexes within the range.");
    const indexes = columns.map((column) => checkInteger("columns", column, 0, area.columnCount - 1));
    const hasHeader = checkBoolean("includesHeader", includesHeader);
    return book.whenCalculated(() => duplicateRows(book, area, indexes, hasHeader));
  }
  getSpecialCells(cellType: unknown, valueType?: unknown): RangeAreas | Promise<RangeAreas> {
    return refOf(this).book.whenCalculated(() => {
      const found = specialCells(refOf(this), cellType, valueType);
      if (found.length === 0) throw notFound("No cells of that kind were found.");
      return areasOf(found);
    });
  }
}
