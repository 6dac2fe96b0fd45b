import { isExcelError } from "../functions/customFunctionsStub";
import { publicFunctions } from "../functions/publicFunctions";

/**
 * An example as a call. `expected` is the result, `{"error": code}`, or some places of a row of results as
 * `{"at": [...], "values": [...]}`.
 */
export interface CalledCase {
  readonly id: string;
  readonly function: string;
  readonly args: readonly unknown[];
  readonly expected: unknown;
  readonly tolerance: number;
}

interface Places {
  readonly at: readonly number[];
  readonly values: readonly number[];
}

const isErrorCode = (expected: unknown): expected is { error: string } => typeof expected === "object" && expected !== null && "error" in expected;
const isPlaces = (expected: unknown): expected is Places => typeof expected === "object" && expected !== null && !Array.isArray(expected) && "at" in expected;

/** A result as rows, so that one value and one spilled cell compare alike. */
const rowsOf = (result: unknown): unknown[][] => (Array.isArray(result) ? (result as unknown[][]) : [[result]]);

const idOf = (name: string) => name.replace("KAM.", "");

function expectRows(received: unknown[][], expected: unknown[][], tolerance: number): void {
  expect(received.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  expected.forEach((row, r) =>
    row.forEach((value, c) => {
      const cell = received[r]![c];
      if (typeof value !== "number") expect(cell).toBe(value);
      else if (typeof cell !== "number" || !(Math.abs(cell - value) <= tolerance)) {
        throw new Error(`row ${r + 1}, column ${c + 1}: expected ${value} ± ${tolerance}, received ${JSON.stringify(cell)}`);
      }
    }),
  );
}

/** Calls the function as Excel does and compares the result cell by cell. */
export async function expectCase({ function: name, args, expected, tolerance }: CalledCase): Promise<void> {
  const call = publicFunctions.get(idOf(name))!;
  // Excel sends its arguments as JSON: functions get a fresh copy and null for what was left out.
  const fresh = JSON.parse(JSON.stringify(args)) as unknown[];
  while (fresh.length < call.length) fresh.push(null);
  if (isErrorCode(expected)) {
    const result = await Promise.resolve().then(() => call(...fresh)).catch((thrown: unknown) => thrown);
    const cell = isExcelError(result) ? result : rowsOf(result)[0]![0];
    expect(isExcelError(cell) && cell.code).toBe(expected.error);
    return;
  }
  const rows = rowsOf(await call(...fresh));
  if (isPlaces(expected)) expectRows([expected.at.map((place) => rows.flat()[place])], [[...expected.values]], tolerance);
  else expectRows(rows, rowsOf(expected), tolerance);
}
