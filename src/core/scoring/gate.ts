import { CalculationError } from "../errors";

export const GATE_TESTS = [">=", ">", "<=", "<", "=", "<>", "filled"] as const;
export type GateTest = (typeof GATE_TESTS)[number];

/** What a figure or text must satisfy, whatever the score. */
export interface Gate {
  /** The criterion as messages name it. */
  readonly name: string;
  readonly test: GateTest;
  /** A number; a text only with `=` and `<>`; not looked at with `filled`. */
  readonly limit: number | string;
}

/** A number, a text, or NaN or "" when missing. */
export type GateValue = number | string;

export function checkGate({ name, test, limit }: Gate): void {
  if (test === "filled") return;
  if (isMissing(limit)) throw new CalculationError("notANumber", `the limit of ${name} is missing, ${test} needs one`);
  if (typeof limit === "string" && test !== "=" && test !== "<>") {
    throw new CalculationError("notANumber", `the limit of ${name} is "${limit}", ${test} needs a number`);
  }
}

/**
 * "" when the value passes the gate, otherwise what is broken: `Margin 0.03, needs >= 0.08`. A missing value breaks
 * every test: `Margin missing`. Numbers are compared to 15 significant digits, as Excel does; texts in any case.
 */
export function brokenGate(value: GateValue, gate: Gate): string {
  if (isMissing(value)) return `${gate.name} missing`;
  return gate.test === "filled" || holds(value, gate) ? "" : `${gate.name} ${shown(value)}, needs ${gate.test} ${shown(gate.limit)}`;
}

/** All broken gates of one account joined by `; `, "" when it passes every one. `values` has one value per gate. */
export function brokenGates(values: readonly GateValue[], gates: readonly Gate[]): string {
  let complaints = "";
  gates.forEach((gate, i) => {
    const complaint = brokenGate(values[i], gate);
    if (complaint !== "") complaints += complaints === "" ? complaint : `; ${complaint}`;
  });
  return complaints;
}

function isMissing(value: GateValue): boolean {
  return value === "" || Number.isNaN(value);
}

function holds(value: GateValue, { test, limit }: Gate): boolean {
  const order = compared(value, limit);
  switch (test) {
    case ">=":
      return order >= 0;
    case ">":
      return order > 0;
    case "<=":
      return order <= 0;
    case "<":
      return order < 0;
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "filled":
      return true;
  }
}

/** 0 when equal, below 0 when less, above 0 when more; NaN for texts that differ. */
function compared(value: GateValue, limit: GateValue): number {
  if (typeof value === "number" && typeof limit === "number") return comparedNumbers(value, limit);
  return shown(value).toLowerCase() === shown(limit).toLowerCase() && typeof value === typeof limit ? 0 : NaN;
}

function comparedNumbers(value: number, limit: number): number {
  const difference = value - limit;
  // Rounding to digits is slow and only matters to numbers that agree in the first 13 of them.
  if (Math.abs(difference) > 1e-13 * Math.abs(limit)) return difference;
  return toFifteenDigits(value) - toFifteenDigits(limit);
}

/** Excel keeps and shows 15 significant digits, so 0.1 + 0.2 is 0.3. */
function toFifteenDigits(number: number): number {
  return Number.isInteger(number) ? number : Number(number.toPrecision(15));
}

function shown(value: GateValue): string {
  return typeof value === "number" ? String(toFifteenDigits(value)) : value;
}
