import type { NameIndex } from "../nameIndex";
import { Dependents, type Place } from "./dependents";
import type { Formula, FormulaReader, Pattern } from "./formula";
import { Meanings } from "./meanings";
import { patternOf } from "./pattern";

/** What the formulas of the workbook mean and who reads whom; formulas that say the same share one pattern. */
export class FormulaLinks {
  readonly dependents = new Dependents();
  /** What is computed with every calculation. */
  readonly volatile = new Set<Formula>();
  /** What asks for today's date. */
  readonly daily = new Set<Formula>();
  readonly #reader: FormulaReader;
  readonly #names: NameIndex;
  readonly #patterns = new Map<string, Pattern>();
  readonly #meanings = new Meanings();

  constructor(reader: FormulaReader, names: NameIndex) {
    this.#reader = reader;
    this.#names = names;
  }

  add(sheetId: string, row: number, column: number, text: string, rule?: Formula["rule"]): Formula {
    const formula = { sheetId, row, column, text, rule, run: 0, waiting: 0, done: false } as Omit<Formula, "pattern"> as Formula;
    this.#link(formula);
    return formula;
  }

  #link(formula: Formula): void {
    const pattern = this.#patternFor(formula);
    formula.pattern = pattern;
    pattern.users.add(formula);
    if (pattern.volatile === "always") this.volatile.add(formula);
    if (pattern.volatile === "daily") this.daily.add(formula);
    for (const place of this.#reader.places(formula)) this.dependents.add(formula, place);
  }

  remove(formula: Formula): void {
    const { pattern } = formula;
    for (const place of this.#reader.places(formula)) this.dependents.remove(formula, place);
    this.volatile.delete(formula);
    this.daily.delete(formula);
    pattern.users.delete(formula);
    if (pattern.users.size === 0) this.#forget(pattern);
  }

  #forget(pattern: Pattern): void {
    if (this.#patterns.get(pattern.key) !== pattern) return;
    this.#patterns.delete(pattern.key);
    this.#meanings.remove(pattern);
  }

  #patternFor({ sheetId, row, column, text, rule }: Formula): Pattern {
    const key = rule ? `${text}\u0003` : patternOf(text, row, column);
    const known = this.#patterns.get(key);
    if (known && !(known.usesNames && known.text !== text)) return known;
    const ownKey = known ? `${text}\u0003${row},${column}` : key;
    const before = this.#patterns.get(ownKey);
    if (before) return before;
    const own = this.#reader.read(ownKey, text, sheetId, row, column);
    this.#patterns.set(ownKey, own);
    this.#meanings.add(own);
    return own;
  }

  /** Reads again what uses one of some names or sheets, which have changed; answers those formulas. */
  readAgain(words: readonly string[], sheetIds: readonly string[]): Formula[] {
    const changed: Formula[] = [];
    for (const pattern of this.#meanings.ofAny(this.#names.withMadeOf(words), sheetIds)) {
      this.#forget(pattern);
      for (const formula of [...pattern.users]) {
        this.remove(formula);
        this.#link(formula);
        changed.push(formula);
      }
    }
    return changed;
  }

  eachReader(place: Place, visit: (formula: Formula) => void): void {
    this.dependents.forEachReader(place, visit);
    for (const block of this.dependents.blocks(place)) block.readers.forEach(visit);
  }

  clear(): void {
    this.#patterns.clear();
    this.#meanings.clear();
    this.dependents.clear();
    this.volatile.clear();
    this.daily.clear();
  }
}
