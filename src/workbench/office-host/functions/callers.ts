import type { CellPosition } from "../../spreadsheet/spreadsheet";

function keyOf({ sheetId, row, column }: CellPosition): string {
  return `${sheetId}!${row},${column}`;
}

interface Caller {
  readonly cell: CellPosition;
  readonly calls: ReadonlySet<string>;
}

/**
 * Which cells ask for which calls. What a cell asks in one calculation replaces what it asked before; a call that no
 * cell asks for any more is not wanted.
 */
export class Callers {
  readonly #settled = new Map<string, Caller>();
  readonly #asking = new Map<string, { readonly cell: CellPosition; readonly calls: Set<string> }>();
  readonly #count = new Map<string, number>();

  /** The formula of a cell is being computed, whether or not it comes to a call. */
  begin(cell: CellPosition): void {
    const key = keyOf(cell);
    if (!this.#asking.has(key)) this.#asking.set(key, { cell, calls: new Set() });
  }

  add(cell: CellPosition, call: string): void {
    this.#asking.get(keyOf(cell))?.calls.add(call);
  }

  /** The calculation is over. Returns the calls nobody asks for any more. */
  settle(): string[] {
    const unwanted: string[] = [];
    for (const [key, asking] of this.#asking) {
      for (const call of asking.calls) this.#count.set(call, (this.#count.get(call) ?? 0) + 1);
      unwanted.push(...this.#drop(key));
      this.#settled.set(key, asking);
    }
    this.#asking.clear();
    // Another cell of the same calculation may have taken a call over.
    return unwanted.filter((call) => !this.#count.has(call));
  }

  /** Lets go of the cells for which the test holds, among those that ask for such calls. Returns the calls nobody asks for any more. */
  release(isGone: (cell: CellPosition) => boolean, concerns: (call: string) => boolean): string[] {
    return [...this.#settled].flatMap(([key, { cell, calls }]) => ([...calls].some(concerns) && isGone(cell) ? this.#drop(key) : []));
  }

  /** What a cell asked last. */
  callsOf(cell: CellPosition): readonly string[] {
    const key = keyOf(cell);
    return [...(this.#asking.get(key) ?? this.#settled.get(key))?.calls ?? []];
  }

  #drop(key: string): string[] {
    const dropped: string[] = [];
    for (const call of this.#settled.get(key)?.calls ?? []) {
      const left = (this.#count.get(call) ?? 0) - 1;
      if (left > 0) this.#count.set(call, left);
      else {
        this.#count.delete(call);
        dropped.push(call);
      }
    }
    this.#settled.delete(key);
    return dropped;
  }
}
