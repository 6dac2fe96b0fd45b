import { cellAddress } from "../a1";
import { isBlank, isErrorText, type CellValue } from "../cellValue";
import { MOST_ADDRESSES, type Finding } from "./findings";
import { looksLikeNumber, marksDiffer, parseNumberText, possibleMarks } from "./numberText";

/** A column of figures among the columns that are checked. */
export interface FigureColumn {
  readonly column: number;
  readonly header: string;
  /** A criterion or gate rests on it: then an empty column is a fault. */
  readonly decides: boolean;
  /** A figure of an earlier year: what it looks like is told by the newest one. */
  readonly isOlder?: boolean;
}

/** Texts kept of numbers stored as text: all of them can be mended at once. */
interface TextNumber {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Cells of a kind: how many, and where the first stand. */
class Places {
  count = 0;
  readonly first: { readonly row: number; readonly value: CellValue }[] = [];
  add(row: number, value: CellValue): void {
    this.count++;
    if (this.first.length < MOST_ADDRESSES) this.first.push({ row, value });
  }
}

const shown = (value: CellValue) => {
  const text = String(value);
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
};

/** A single value, or few, may stretch a scale only so far before everybody else is squeezed together. */
const STRETCHED = 0.5;
/** Share of the accounts that count as few. */
const FEW = 0.01;

/** Collects what is wrong with one column of figures, block by block, and sums it up at the end. */
export class ColumnCheck {
  private readonly errors = new Places();
  private readonly blanks = new Places();
  private readonly others = new Places();
  private readonly textNumbers: TextNumber[] = [];
  private numbers = new Float64Array(1024);
  private rows = new Int32Array(1024);
  private count = 0;

  constructor(readonly of: FigureColumn) {}

  add(row: number, value: CellValue): void {
    if (typeof value === "number") return this.addNumber(row, value);
    if (isBlank(value)) this.blanks.add(row, value);
    else if (isErrorText(value)) this.errors.add(row, value);
    else if (typeof value === "string" && looksLikeNumber(value)) this.textNumbers.push({ row, column: this.of.column, text: value });
    else this.others.add(row, value);
  }

  private addNumber(row: number, value: number): void {
    if (this.count === this.numbers.length) {
      const [numbers, rows] = [new Float64Array(2 * this.count), new Int32Array(2 * this.count)];
      numbers.set(this.numbers);
      rows.set(this.rows);
      [this.numbers, this.rows] = [numbers, rows];
    }
    this.numbers[this.count] = value;
    this.rows[this.count++] = row;
  }

  findings(): readonly Finding[] {
    return [...this.broken(), ...this.storedAsText(), ...this.missing(), ...this.spread()];
  }

  private address = (row: number) => cellAddress(row, this.of.column);
  private at = (places: Places) => places.first.map(({ row }) => this.address(row));

  private broken(): Finding[] {
    const { header } = this.of;
    const found: Finding[] = [];
    const error = this.errors.first[0];
    if (error) found.push({ kind: "errorCell", weight: "warning", count: this.errors.count, addresses: this.at(this.errors), message: `“${header}”: ${cells(this.errors.count)} an error, such as ${String(error.value)} in ${this.address(error.row)}.`, nextStep: "Repair the formula, or empty the cell: a blank means missing." });
    const other = this.others.first[0];
    if (other) found.push({ kind: "textInFigures", weight: "warning", count: this.others.count, addresses: this.at(this.others), message: `“${header}”: ${cells(this.others.count)} no number, such as “${shown(other.value)}” in ${this.address(other.row)}.`, nextStep: "Type a number, or empty the cell." });
    return found;
  }

  private storedAsText(): Finding[] {
    const first = this.textNumbers[0];
    if (!first) return [];
    const texts = this.textNumbers.map(({ text }) => text);
    const all = possibleMarks(texts);
    // Marks that give the same numbers are no question.
    const marks = all.length === 2 && !marksDiffer(texts) ? all.slice(0, 1) : all;
    const message = `“${this.of.header}”: ${cells(texts.length)} a number stored as text, such as “${shown(first.text)}” in ${this.address(first.row)}.`;
    const base = { kind: "numberAsText", weight: "warning", count: texts.length, addresses: this.textNumbers.slice(0, MOST_ADDRESSES).map(({ row }) => this.address(row)), message } as const;
    if (marks.length === 0) return [{ ...base, nextStep: "They mix decimal commas and decimal points; change them one by one." }];
    const nextStep = marks.length === 2 ? "Say whether the comma or the point marks decimals; nobody can tell from these." : "Look at before and after, then turn them into numbers.";
    return [{ ...base, nextStep, fix: { kind: "numbers", marks, cells: this.textNumbers } }];
  }

  private missing(): Finding[] {
    const { decides } = this.of;
    if ((!decides && this.of.isOlder) || this.blanks.count === 0) return [];
    const none = this.count === 0 && this.textNumbers.length === 0;
    const message = none ? `“${this.of.header}” has no figure at all.` : `“${this.of.header}”: ${this.blanks.count === 1 ? "1 account has" : `${this.blanks.count.toLocaleString("en")} accounts have`} no figure, the first in ${this.address(this.blanks.first[0]?.row ?? 0)}.`;
    return [{ kind: "blankFigure", weight: none && decides ? "warning" : "note", count: this.blanks.count, addresses: this.at(this.blanks), message, nextStep: !decides ? "Blank means missing, never zero." : none ? "Fill the column in, or take the criterion out." : "Blank means missing, never zero: the criterion says what missing does." }];
  }

  /** What does not vary, and what stretches a scale from smallest to largest. */
  private spread(): Finding[] {
    if (this.count < 3 || (this.of.isOlder && !this.of.decides)) return [];
    const order = this.numbers.slice(0, this.count).sort();
    const [least, most] = [order[0] as number, order[this.count - 1] as number];
    const where = { count: this.count, addresses: [this.address(this.rows[0] as number)] };
    if (least === most) return [{ kind: "constantColumn", weight: this.of.decides ? "warning" : "note", ...where, message: `“${this.of.header}” is ${least} in every account.`, nextStep: "It tells no account from another; take the criterion out or fill the column in." }];
    const few = Math.max(1, Math.floor(this.count * FEW));
    const [low, high] = [order[Math.min(few, this.count - 1)] as number, order[Math.max(0, this.count - 1 - few)] as number];
    const range = most - least;
    if (this.count < 10 || Math.max(most - high, low - least) / range <= STRETCHED) return [];
    const extreme = most - high >= low - least ? most : least;
    const row = this.rows[this.numbers.subarray(0, this.count).indexOf(extreme)] as number;
    const next = extreme === most ? high : low;
    return [{ kind: "outlier", weight: "note", count: 1, addresses: [this.address(row)], message: `“${this.of.header}”: ${figure(extreme)} in ${this.address(row)} is far from the others (${few === 1 ? `the next is ${figure(next)}` : `only ${few} are beyond ${figure(next)}`}).`, nextStep: "On a scale from smallest to largest it squeezes all others together: use percentile, or set a floor and a ceiling." }];
  }
}

export const cells = (count: number) => (count === 1 ? "1 cell holds" : `${count.toLocaleString("en")} cells hold`);
const figure = (value: number) => value.toLocaleString("en", { maximumSignificantDigits: 6 });

/** What the texts of a fix become; those that are none with this mark are left out. */
export const numbersOf = (texts: readonly TextNumber[], mark: "." | ",") =>
  texts.flatMap(({ row, column, text }) => {
    const to = parseNumberText(text, mark);
    return to === undefined ? [] : [{ row, column, from: text, to }];
  });
