import { RTree, type IRange } from "@univerjs/core";
import { WORKBOOK_ID } from "../blankWorkbook";
import { MAX_COLUMNS } from "../grid";
import type { Formula } from "./formula";

/** A block of cells that formulas read, once for all of them. */
export interface Block {
  readonly sheetId: string;
  readonly range: IRange;
  readonly readers: Set<Formula>;
  /** The run that has found a change in the block, and how many of its cells are still to be computed in it. */
  run: number;
  waiting: number;
}

export interface Place {
  readonly sheetId: string;
  readonly range: IRange;
}

/** Which formulas read a cell. Single cells are looked up, blocks are searched. */
export class Dependents {
  readonly #cells = new Map<string, Map<number, Formula | Formula[]>>();
  readonly #blocks = new Map<string, number>();
  #known: (Block | undefined)[] = [];
  readonly #search = new RTree();
  readonly #sheetsWithBlocks = new Map<string, number>();

  add(formula: Formula, { sheetId, range }: Place): void {
    if (isCell(range)) {
      const cells = this.#cells.get(sheetId) ?? new Map<number, Formula | Formula[]>();
      this.#cells.set(sheetId, cells);
      const key = keyOf(range.startRow, range.startColumn);
      const before = cells.get(key);
      if (before === undefined) cells.set(key, formula);
      else if (Array.isArray(before)) {
        if (before.at(-1) !== formula) before.push(formula);
      } else if (before !== formula) cells.set(key, [before, formula]);
      return;
    }
    const name = nameOf(sheetId, range);
    const id = this.#blocks.get(name) ?? this.#open(name, sheetId, range);
    this.#known[id]?.readers.add(formula);
  }

  remove(formula: Formula, { sheetId, range }: Place): void {
    if (isCell(range)) {
      const cells = this.#cells.get(sheetId);
      const key = keyOf(range.startRow, range.startColumn);
      const before = cells?.get(key);
      if (before === formula) cells?.delete(key);
      else if (Array.isArray(before)) {
        const rest = before.filter((one) => one !== formula);
        if (rest.length > 0) cells?.set(key, rest);
        else cells?.delete(key);
      }
      return;
    }
    const name = nameOf(sheetId, range);
    const id = this.#blocks.get(name);
    const block = id === undefined ? undefined : this.#known[id];
    if (!block || id === undefined) return;
    block.readers.delete(formula);
    if (block.readers.size > 0) return;
    this.#blocks.delete(name);
    this.#known[id] = undefined;
    this.#search.remove({ unitId: WORKBOOK_ID, sheetId, range, id });
    this.#sheetsWithBlocks.set(sheetId, (this.#sheetsWithBlocks.get(sheetId) ?? 1) - 1);
  }

  clear(): void {
    this.#cells.clear();
    this.#blocks.clear();
    this.#known = [];
    this.#search.clear();
    this.#sheetsWithBlocks.clear();
  }

  /** Readers of the single cells in a range. */
  forEachReader({ sheetId, range }: Place, visit: (formula: Formula) => void): void {
    const cells = this.#cells.get(sheetId);
    if (!cells) return;
    const each = (found: Formula | Formula[] | undefined) => {
      if (Array.isArray(found)) for (const formula of found) visit(formula);
      else if (found) visit(found);
    };
    const { startRow, endRow, startColumn, endColumn } = range;
    if (startRow === endRow && startColumn === endColumn) {
      each(cells.get(keyOf(startRow, startColumn)));
      return;
    }
    if ((endRow - startRow + 1) * (endColumn - startColumn + 1) <= cells.size) {
      for (let row = startRow; row <= endRow; row++) for (let column = startColumn; column <= endColumn; column++) each(cells.get(keyOf(row, column)));
      return;
    }
    for (const [key, found] of cells) {
      const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
      if (row >= startRow && row <= endRow && column >= startColumn && column <= endColumn) each(found);
    }
  }

  /** Blocks that share a cell with a range. */
  blocks({ sheetId, range }: Place): Block[] {
    if (!this.#sheetsWithBlocks.get(sheetId)) return [];
    const found: Block[] = [];
    for (const id of this.#search.searchGenerator({ unitId: WORKBOOK_ID, sheetId, range })) {
      const block = this.#known[id as number];
      if (block) found.push(block);
    }
    return found;
  }

  #open(name: string, sheetId: string, range: IRange): number {
    const id = this.#known.push({ sheetId, range, readers: new Set(), run: 0, waiting: 0 }) - 1;
    this.#blocks.set(name, id);
    this.#search.insert({ unitId: WORKBOOK_ID, sheetId, range, id });
    this.#sheetsWithBlocks.set(sheetId, (this.#sheetsWithBlocks.get(sheetId) ?? 0) + 1);
    return id;
  }
}

function isCell({ startRow, endRow, startColumn, endColumn }: IRange): boolean {
  return startRow === endRow && startColumn === endColumn;
}

function keyOf(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

function nameOf(sheetId: string, { startRow, endRow, startColumn, endColumn }: IRange): string {
  return `${sheetId}!${startRow},${startColumn}:${endRow},${endColumn}`;
}
