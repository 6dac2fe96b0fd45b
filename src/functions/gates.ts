import { RowErrors } from "../core/rowErrors";
import { brokenGates } from "../core/scoring/gate";
import { readGates, readGateRow } from "./arguments/readGates";
import { placeOf, rowsOf } from "./arguments/rowsOf";
import { calculate } from "./results/excelError";
import { spillTexts } from "./results/spill";

/**
 * Checks conditions every account must meet whatever its score, and says which ones it breaks.
 * @customfunction GATE GATE
 * @helpurl https://localhost:3000/help/gate.html
 * @param values Figures or texts, one row per account and one column per test
 * @param tests One per column: >=, >, <=, <, =, <> or filled
 * @param limits What each column is compared with; not used by filled
 * @param [names] Names of the columns for the messages; column 1, column 2, … by default
 * @returns Empty when every test holds, else the broken tests in words
 * @remarks A missing value breaks every test and reads "missing". filled only asks that there is a value.
 * @example =KAM.GATE({0.03,20;0.12,45}, {">=","<="}, {0.08,60}, {"Margin","Days late"}) → {"Margin 0.03, needs >= 0.08";""}
 * @throws #VALUE! A test is none of >=, >, <=, <, =, <>, filled, or there is not one test and one limit per column.
 * @see Conjunctive screening: Dawes, Social Selection Based on Multidimensional Criteria (1964).
 */
export function gateAccounts(values: unknown[][], tests: unknown[][], limits: unknown[][], names?: unknown[][]): unknown[][] {
  return calculate(() => {
    const errors = new RowErrors();
    const rows = rowsOf(values, "values");
    const gates = readGates(tests, limits, names, rows[0].length);
    const complaints = rows.map((row, r) => {
      const refuse = (c: number, complaint: string) => errors.add(r, "notANumber", `${placeOf("values", r, c)}: ${complaint}`);
      return brokenGates(readGateRow(row, gates, refuse), gates);
    });
    return spillTexts(complaints, errors);
  });
}
