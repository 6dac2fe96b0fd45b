import { checkGate, GATE_TESTS, type Gate, type GateValue } from "../../core/scoring/gate";
import { isErrorValue, numberIn, textIn } from "./cell";
import { wordIn } from "./readOption";
import { readTexts } from "./readTexts";
import { checkCount } from "./readVector";
import { cellsOf, isOmitted } from "./rowsOf";

/** One gate per column of values, from vectors of tests, limits and names; names default to column 1, column 2, … */
export function readGates(tests: unknown, limits: unknown, names: unknown, count: number): Gate[] {
  const testCells = cellsOf(tests, "tests");
  checkCount(testCells.length, "tests", count);
  const limitCells = cellsOf(limits, "limits");
  checkCount(limitCells.length, "limits", count);
  const given = isOmitted(names) ? [] : readTexts(names, "names", count);
  return testCells.map(({ cell }, i) => {
    const gate: Gate = {
      name: given[i] || `column ${i + 1}`,
      test: wordIn(cell, `test ${i + 1}`, GATE_TESTS),
      limit: limitIn(limitCells[i].cell),
    };
    checkGate(gate);
    return gate;
  });
}

/** A limit is a number, or a text for = and <>. */
export function limitIn(cell: unknown): number | string {
  const number = numberIn(cell);
  return typeof number === "number" ? number : textIn(cell);
}

/**
 * What an account holds for each gate. A gate on texts (`filled`, or a text as limit) takes the cell as text; the
 * others need a number, and `refuse` hears of a cell that is none.
 */
export function readGateRow(row: readonly unknown[], gates: readonly Gate[], refuse: (column: number, complaint: string) => void): GateValue[] {
  return gates.map((gate, c) => {
    const cell = row[c];
    const takesText = gate.test === "filled" || typeof gate.limit === "string";
    if (takesText && !isErrorValue(cell)) return textIn(cell);
    const number = numberIn(cell);
    if (typeof number === "number") return number;
    refuse(c, number);
    return NaN;
  });
}
