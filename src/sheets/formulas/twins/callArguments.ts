import { constantsOf, type Operand, type Shape } from "./operand";
import { NoTwin } from "./noTwin";
import type { Choice } from "../rules/choice";

/** A native result: a formula (without `=`) for each element. */
export interface NativeResult extends Shape {
  at(row: number, column: number): string;
}

/** Steps that a block of formulas may take altogether (elements × cells each looks at) before Excel feels slow. */
const MAX_STEPS = 100_000_000;

/** The arguments of one call, asked for by place. */
export class CallArguments {
  constructor(private readonly operands: readonly (Operand | undefined)[]) {}

  has(place: number): boolean {
    return this.operands[place] !== undefined;
  }

  /** An argument that must be there. */
  get(place: number, name: string): Operand {
    const operand = this.operands[place];
    if (operand === undefined) throw new NoTwin(`${name} is left out, and the function answers with an error`);
    return operand;
  }

  /** One cell per account; a single value stands for all. Without the argument `otherwise`. */
  column(place: number, name: string, rowCount: number, otherwise?: string): (row: number) => string {
    if (otherwise !== undefined && !this.has(place)) return () => otherwise;
    const operand = this.get(place, name);
    if (operand.columnCount !== 1 || (operand.rowCount !== 1 && operand.rowCount !== rowCount)) throw refusedShape(name);
    return (row) => operand.at(operand.rowCount === 1 ? 0 : row, 0);
  }

  /** One element per criterion, given as a row or a column; undefined where left out. */
  vector(place: number, name: string, count: number, oneForAll = false): Vector | undefined {
    const operand = this.operands[place];
    return operand && vectorOf(operand, name, count, oneForAll);
  }

  /** A single value, or its default. */
  scalar(place: number, name: string, otherwise: string): string {
    const operand = this.operands[place];
    if (operand === undefined) return otherwise;
    if (operand.rowCount !== 1 || operand.columnCount !== 1) throw refusedShape(name);
    return operand.at(0, 0);
  }

  /** One of some words: written into the call, or read from a cell at each calculation. */
  word<W extends string>(place: number, name: string, words: readonly W[], byDefault: W): Choice<W> {
    const operand = this.operands[place];
    if (operand === undefined) return { word: byDefault };
    if (operand.rowCount !== 1 || operand.columnCount !== 1) throw refusedShape(name);
    return wordIn(operand.constant, operand.at(0, 0), name, words, byDefault);
  }

  /** A word that decides what the formula looks like, so it has to be written into the call. */
  fixedWord<W extends string>(place: number, name: string, words: readonly W[], byDefault: W): W {
    const choice = this.word(place, name, words, byDefault);
    if ("word" in choice) return choice.word;
    throw new NoTwin(`${name} is read from a cell; write the word into the formula`);
  }
}

/** A row or a column of elements. */
export interface Vector {
  /** How many elements are asked for. */
  readonly count: number;
  /** How many cells there are: one may stand for all. */
  readonly length: number;
  readonly isRow: boolean;
  at(index: number): string;
  whole(): string;
  /** The elements where all are constants. */
  readonly constants: readonly (number | string)[] | undefined;
}

export function vectorOf(operand: Operand, name: string, count?: number, oneForAll = false): Vector {
  const { rowCount, columnCount } = operand;
  const length = rowCount * columnCount;
  if (rowCount > 1 && columnCount > 1) throw refusedShape(name);
  const single = length === 1 && oneForAll;
  if (count !== undefined && length !== count && !single) throw refusedShape(name);
  const constants = constantsOf(operand);
  const spread = single && count !== undefined && constants ? Array.from({ length: count }, () => constants[0] as number | string) : constants;
  return {
    count: count ?? length,
    length,
    isRow: rowCount === 1,
    at: (index) => (single ? operand.fixed(0, 0) : rowCount === 1 ? operand.fixed(0, index) : operand.fixed(index, 0)),
    whole: () => operand.whole(),
    constants: spread,
  };
}

export function wordIn<W extends string>(constant: number | string | undefined, cell: string, name: string, words: readonly W[], byDefault: W): Choice<W> {
  if (constant === undefined) return { cell };
  const text = String(constant).trim().toLowerCase();
  const word = text === "" ? byDefault : words.find((one) => one.toLowerCase() === text);
  if (word === undefined) throw new NoTwin(`${name} is "${constant}", which the function refuses`);
  return { word };
}

export const refusedShape = (name: string): NoTwin => new NoTwin(`${name} does not have the shape the function needs`);

/** Refuses blocks of formulas of which each would read so many cells that the workbook becomes slow. */
export function checkEffort(resultCells: number, cellsRead: number): void {
  if (resultCells * cellsRead <= MAX_STEPS) return;
  throw new NoTwin(`${resultCells.toLocaleString("en")} formulas that each read ${cellsRead.toLocaleString("en")} cells would make the workbook slow`);
}

/** The formula where every condition holds, else #VALUE!. Conditions may be lists for AND; those known to hold are "". */
export function guarded(conditions: readonly string[], formula: string): string {
  const open = conditions.filter((condition) => condition !== "");
  if (open.length === 0) return formula;
  return `IF(AND(${open.join(",")}),${formula},#VALUE!)`;
}
