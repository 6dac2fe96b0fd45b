import type { Block, Dependents, Place } from "./dependents";
import type { Formula } from "./formula";

/** What the order of a calculation is found from. */
export interface Readings {
  readonly dependents: Dependents;
  /** Formulas that stand in a place. */
  readonly standingIn: (place: Place) => Iterable<Formula>;
  /** The cell of a formula, or the block it spilled into last. */
  readonly filled: (formula: Formula) => Place;
  /** Told when formulas read each other in a circle. */
  readonly foundCircle: () => void;
}

/** Sorts formulas by who reads whom: each comes after all it reads. */
export class CalculationOrder {
  readonly #graph: Readings;

  constructor(graph: Readings) {
    this.#graph = graph;
  }

  /** All that has to be computed when these formulas and cells have changed, each after what it reads. */
  of(run: number, first: readonly Formula[], cells: readonly Place[] = []): Formula[] {
    const dirty: Formula[] = [];
    const touched: Block[] = [];
    const add = (formula: Formula) => {
      if (formula.run === run) return;
      formula.run = run;
      formula.waiting = 0;
      formula.done = false;
      dirty.push(formula);
    };
    const touch = (block: Block) => {
      if (block.run === run) return;
      block.run = run;
      block.waiting = 0;
      touched.push(block);
      block.readers.forEach(add);
    };
    first.forEach(add);
    for (const place of cells) {
      for (const formula of this.#graph.standingIn(place)) add(formula);
      this.#graph.dependents.forEachReader(place, add);
      this.#graph.dependents.blocks(place).forEach(touch);
    }
    // The list grows while it is walked.
    const blocks: Block[][] = [];
    for (let i = 0; i < dirty.length; i++) {
      const formula = dirty[i] as Formula;
      if (formula.rule) continue;
      const place = this.#graph.filled(formula);
      this.#graph.dependents.forEachReader(place, add);
      const met = this.#graph.dependents.blocks(place);
      met.forEach(touch);
      if (met.length > 0) blocks[i] = met;
    }
    dirty.forEach((formula, i) => {
      if (formula.rule) return;
      this.#graph.dependents.forEachReader(this.#graph.filled(formula), (reader) => reader.waiting++);
      blocks[i]?.forEach((block) => block.waiting++);
    });
    for (const block of touched) if (block.waiting > 0) block.readers.forEach((reader) => reader.waiting++);
    return this.#sorted(dirty, blocks);
  }

  #sorted(dirty: readonly Formula[], blocks: readonly (readonly Block[] | undefined)[]): Formula[] {
    const place = new Map<Formula, number>();
    if (blocks.length > 0) dirty.forEach((formula, i) => place.set(formula, i));
    const sorted = dirty.filter((formula) => formula.waiting === 0);
    const release = (reader: Formula) => {
      if (--reader.waiting === 0) sorted.push(reader);
    };
    for (let i = 0; i < sorted.length; i++) {
      const formula = sorted[i] as Formula;
      if (formula.rule) continue;
      this.#graph.dependents.forEachReader(this.#graph.filled(formula), release);
      for (const block of blocks[place.get(formula) ?? -1] ?? []) if (--block.waiting === 0) block.readers.forEach(release);
    }
    if (sorted.length === dirty.length) return sorted;
    // What is left goes round in circles.
    this.#graph.foundCircle();
    return [...sorted, ...dirty.filter((formula) => formula.waiting > 0)];
  }
}
