import { CalculationError } from "../../core/errors";
import type { Criterion, TierGate } from "../../core/portfolio/scorecard";
import type { TierLine } from "../../core/portfolio/tierRule";
import { checkGate, GATE_TESTS } from "../../core/scoring/gate";
import { SCALES, type Direction } from "../../core/scoring/scaling";
import { MISSING_RULES } from "../../core/scoring/weighting";
import { isBlank, numberIn, textIn } from "./cell";
import { DIRECTION_WORDS } from "./readFigures";
import { limitIn } from "./readGates";
import { wordIn } from "./readOption";
import { columnNamed, findColumn, readTable, type Table } from "./readTable";
import { isOmitted, rowsOf } from "./rowsOf";

/** One line of a table, its cells by header; "" where the table has no such column. */
class TableLine {
  constructor(
    private readonly table: Table,
    /** 0-based below the header. */
    private readonly row: number,
  ) {}

  get isEmpty(): boolean {
    return this.table.rows[this.row].every(isBlank);
  }

  place(header: string): string {
    return `${this.table.name}, row ${this.row + 2}, ${header}`;
  }

  cell(header: string): unknown {
    const column = findColumn(this.table, header);
    return column === undefined ? "" : this.table.rows[this.row][column];
  }

  text(header: string): string {
    return textIn(this.cell(header));
  }

  number(header: string): number {
    const number = numberIn(this.cell(header));
    if (typeof number === "string") throw new CalculationError("notANumber", `${this.place(header)}: ${number}`);
    return number;
  }

  word<W extends string>(header: string, words: readonly W[], fallback: W): W {
    const cell = this.cell(header);
    return isBlank(cell) ? fallback : wordIn(cell, this.place(header), words);
  }
}

/** The lines of a table that hold anything. */
function linesOf(table: Table): TableLine[] {
  return table.rows.map((_, row) => new TableLine(table, row)).filter((line) => !line.isEmpty);
}

/** The criteria and, for each, its column of the account list. */
export interface CriteriaOfList {
  readonly criteria: readonly Criterion[];
  readonly columns: readonly number[];
}

/**
 * Reads the criteria table. Criterion and Column stand in for each other when one is left out; only Weight must be
 * there. Headers come in any order and case.
 */
export function readCriteria(argument: unknown, accounts: Table): CriteriaOfList {
  const table = readTable(argument, "criteria");
  columnNamed(table, "Weight");
  if (findColumn(table, "Column") === undefined) columnNamed(table, "Criterion");
  const lines = linesOf(table);
  if (lines.length === 0) throw new CalculationError("shape", "criteria: at least one criterion is needed, but the table is empty");
  return { criteria: lines.map(readCriterion), columns: lines.map((line) => columnOf(line, accounts)) };
}

function columnOf(line: TableLine, accounts: Table): number {
  const header = line.text("Column") || line.text("Criterion");
  if (header === "") throw new CalculationError("shape", `${line.place("Column")} is blank; name a column of the account list`);
  const column = findColumn(accounts, header);
  if (column !== undefined) return column;
  const known = accounts.headers.filter((name) => name !== "").join(", ");
  throw new CalculationError(
    "shape",
    `criterion "${line.text("Criterion") || header}": accounts has no column named "${header}"; it has: ${known}`,
  );
}

function readCriterion(line: TableLine): Criterion {
  const weight = line.number("Weight");
  if (Number.isNaN(weight)) throw new CalculationError("notANumber", `${line.place("Weight")} is missing, enter 0 to leave it out`);
  if (weight < 0) throw new CalculationError("outOfRange", `${line.place("Weight")} is ${weight}, it cannot be negative`);
  const [floor, ceiling] = [line.number("Floor"), line.number("Ceiling")];
  if (floor >= ceiling) throw new CalculationError("outOfRange", `${line.place("Floor")} is ${floor}, it must be below the ceiling, which is ${ceiling}`);
  return {
    name: line.text("Criterion") || line.text("Column"),
    weight,
    direction: directionIn(line),
    scale: line.word("Scale", SCALES, "minmax"),
    floor,
    ceiling,
    missing: line.word("Missing", MISSING_RULES, "skip"),
  };
}

function directionIn(line: TableLine): Direction {
  const word = line.word("Direction", DIRECTION_WORDS, "higher");
  return word === "lower" || word === "-1" ? -1 : 1;
}

export function readTierLines(argument: unknown): TierLine[] {
  const table = readTable(argument, "tiers");
  columnNamed(table, "Tier");
  return linesOf(table).map((line) => ({ label: line.text("Tier"), from: line.number("From") }));
}

/** The gates and, for each, its column of the account list. */
export interface TierGates {
  readonly gates: readonly TierGate[];
  readonly columns: readonly number[];
}

/** Reads the gate table; none at all, or one without lines, means no gates. A blank best tier is the last one. */
export function readTierGates(argument: unknown, accounts: Table, tiers: readonly string[]): TierGates {
  if (isOmitted(argument) || rowsOf(argument, "gates").length === 1) return { gates: [], columns: [] };
  const table = readTable(argument, "gates");
  columnNamed(table, "Column");
  columnNamed(table, "Test");
  const lines = linesOf(table);
  return {
    gates: lines.map((line) => readTierGate(line, tiers)),
    columns: lines.map((line) => columnNamed(accounts, line.text("Column"))),
  };
}

function readTierGate(line: TableLine, tiers: readonly string[]): TierGate {
  const gate = {
    name: line.text("Column"),
    test: wordIn(line.cell("Test"), line.place("Test"), GATE_TESTS),
    limit: limitIn(line.cell("Limit")),
  };
  checkGate(gate);
  return { gate, bestTier: bestTierIn(line, tiers) };
}

function bestTierIn(line: TableLine, tiers: readonly string[]): number {
  const text = line.text("Best tier");
  if (text === "") return tiers.length - 1;
  const place = tiers.findIndex((tier) => tier.toLowerCase() === text.toLowerCase());
  if (place >= 0) return place;
  throw new CalculationError("unknownWord", `${line.place("Best tier")} must be one of ${tiers.join(", ")}; received "${text}"`);
}
