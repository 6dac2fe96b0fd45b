import fc from "fast-check";
import { isExcelError } from "../../../functions/customFunctionsStub";
import { publicFunctions } from "../../../functions/publicFunctions";
import { areaAddress } from "../../../../src/sheets/a1";
import { kamCallsIn } from "../../../../src/sheets/formulas/twins/kamCalls";
import { twinOf } from "../../../../src/sheets/formulas/twins/twin";
import type { Cell, Sheet } from "../engine/recalculate";

/** An argument: cells of the sheet, a constant written into the call (with its value), or left out. */
export type Argument = { readonly cells: readonly (readonly Cell[])[] } | { readonly text: string; readonly value: unknown } | undefined;

export interface TwinCase {
  readonly name: string;
  readonly args: readonly Argument[];
}

export const cells = (rows: readonly (readonly Cell[])[]): Argument => ({ cells: rows });
export const word = (text: string): Argument => ({ text: `"${text}"`, value: text });
export const number = (value: number): Argument => ({ text: String(value), value });
export const constants = (values: readonly (number | string)[]): Argument => ({
  text: `{${values.map((value) => (typeof value === "number" ? value : `"${value}"`)).join(",")}}`,
  value: [values],
});
/** As cells or as constants of the formula. */
export const vector = (values: readonly (number | string)[]): fc.Arbitrary<Argument> => fc.constantFrom(cells([values]), cells(values.map((value) => [value])), constants(values));

/** What the function itself answers, as rows; an error of the whole call stands for each of its cells. */
export function answerOf({ name, args }: TwinCase): unknown[][] | "error" {
  const given = args.map((argument) => (argument === undefined ? null : "cells" in argument ? argument.cells.map((row) => row.map((cell) => cell ?? "")) : argument.value));
  try {
    const answer = publicFunctions.get(name)!(...given);
    return (Array.isArray(answer) ? answer : [[answer]]) as unknown[][];
  } catch (thrown) {
    if (isExcelError(thrown)) return "error";
    throw thrown;
  }
}

export interface PlacedCase {
  readonly kase: TwinCase;
  readonly call: string;
  readonly answer: unknown[][];
  readonly row: number;
  readonly column: number;
}

/** All cases of one function below each other on one sheet: their arguments, and beside them the formulas of the twin. */
export function sheetOf(name: string, cases: readonly TwinCase[]): { readonly sheet: Sheet; readonly placed: readonly PlacedCase[]; readonly refused: readonly string[] } {
  const rows: Cell[][] = [];
  const put = (row: number, column: number, value: Cell) => {
    while (rows.length <= row) rows.push([]);
    const line = rows[row]!;
    while (line.length <= column) line.push(null);
    line[column] = value;
  };
  const refused: string[] = [];
  let top = 0;
  const placed = cases.flatMap((kase): PlacedCase[] => {
    const answer = answerOf(kase);
    if (answer === "error") return [];
    let [column, height] = [0, answer.length];
    const texts = kase.args.map((argument) => {
      if (argument === undefined) return "";
      if ("text" in argument) return argument.text;
      const block = { row: top, column, rowCount: argument.cells.length, columnCount: argument.cells[0]!.length };
      argument.cells.forEach((line, r) => line.forEach((value, c) => put(top + r, block.column + c, value)));
      column += block.columnCount + 1;
      height = Math.max(height, block.rowCount);
      return areaAddress(block, true);
    });
    const call = `=KAM.${kase.name}(${texts.join(",").replace(/,+$/, "")})`;
    const place = { row: top, column: column + 1 };
    const twin = twinOf(kamCallsIn(call)[0]!, { anchor: place, spill: { rowCount: answer.length, columnCount: answer[0]!.length } }, call);
    if (twin.kind !== "cells") {
      refused.push(twin.kind === "none" ? twin.reason : call);
      top += height + 1;
      return [];
    }
    twin.formulas.forEach((line, r) => line.forEach((formula, c) => put(place.row + r, place.column + c, formula)));
    top += height + 1;
    return [{ kase, call, answer, ...place }];
  });
  return { sheet: { name, rows }, placed, refused };
}

/** Differences between the function's answer and the results of its twin, in words; [] when there are none. */
export function differences(results: readonly (readonly Cell[])[], placed: readonly PlacedCase[]): string[] {
  return placed.flatMap(({ kase, call, answer, row, column }) =>
    answer.flatMap((line, r) =>
      line.flatMap((expected, c) => {
        const received = results[row + r]?.[column + c] ?? "";
        return isSame(expected, received) ? [] : [`${call} [${r},${c}]: ${JSON.stringify(expected)} but ${JSON.stringify(received)}; ${JSON.stringify(kase.args)}`];
      }),
    ),
  );
}

function isSame(expected: unknown, received: Cell): boolean {
  if (isExcelError(expected)) return typeof received === "string" && /^#/.test(received);
  if (typeof expected === "number") return typeof received === "number" && Math.abs(expected - received) <= 1e-9 * Math.max(1, Math.abs(expected));
  return expected === received;
}
