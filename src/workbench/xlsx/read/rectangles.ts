import type { Region } from "../../office-host/objects/region";

/** Cells of the same kind in a row that lie side by side. */
interface Run {
  readonly column: number;
  readonly columnCount: number;
  readonly kind: number;
}

/** A block of cells of the same kind. */
export interface Rectangle extends Region {
  readonly kind: number;
}

/**
 * Puts cells of the same kind together to as few rectangles as reading order allows, so that thousands of cells are
 * formatted by some calls. Cells must come row by row, in each row from left to right.
 */
export class Rectangles {
  readonly #done: Rectangle[] = [];
  /** Rectangles that end in the row above the current one. */
  #open = new Map<string, Rectangle>();
  #row = -1;
  #runs: Run[] = [];

  add(row: number, column: number, kind: number): void {
    if (row !== this.#row) this.#finishRow(row);
    const last = this.#runs[this.#runs.length - 1];
    if (last && last.kind === kind && last.column + last.columnCount === column) this.#runs[this.#runs.length - 1] = { ...last, columnCount: last.columnCount + 1 };
    else this.#runs.push({ column, columnCount: 1, kind });
  }

  list(): readonly Rectangle[] {
    this.#finishRow(-1);
    this.#done.push(...this.#open.values());
    this.#open = new Map();
    return this.#done;
  }

  #finishRow(next: number): void {
    const continued = new Map<string, Rectangle>();
    for (const run of this.#runs) {
      const key = `${run.column} ${run.columnCount} ${run.kind}`;
      const above = this.#open.get(key);
      continued.set(key, above ? { ...above, rowCount: above.rowCount + 1 } : { row: this.#row, rowCount: 1, ...run });
      this.#open.delete(key);
    }
    this.#done.push(...this.#open.values());
    // After an empty row nothing can go on.
    if (next === this.#row + 1) this.#open = continued;
    else {
      this.#done.push(...continued.values());
      this.#open = new Map();
    }
    this.#row = next;
    this.#runs = [];
  }
}
