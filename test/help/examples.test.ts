import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { readFunctions, type ExampleHelp } from "../../src/help/readFunctions";
import { isExcelError } from "../functions/customFunctionsStub";
import { publicFunctions } from "../functions/publicFunctions";
import { readCall, readConstant } from "./excelCall";

const FOLDER = resolve(__dirname, "../../src/functions");
const functions = readFunctions(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(FOLDER, name)),
);
const examples = functions.flatMap(({ id, examples: list }) => list.map((example) => [example.formula, id, example] as const));

/** What Excel hands to the function: an array as rows, a single value as it is. */
async function call({ formula }: ExampleHelp): Promise<{ readonly id: string; readonly rows: unknown[][] }> {
  const { id, args } = readCall(formula);
  const callable = publicFunctions.get(id);
  if (callable === undefined) throw new Error(`there is no KAM.${id}`);
  const given = [...args, ...new Array<null>(Math.max(0, callable.length - args.length)).fill(null)];
  try {
    const result = await callable(...given);
    return { id, rows: Array.isArray(result) ? (result as unknown[][]) : [[result]] };
  } catch (thrown) {
    if (isExcelError(thrown)) return { id, rows: [[thrown]] };
    throw thrown;
  }
}

/** A stated number is right to its last stated digit. */
function matches(received: unknown, stated: unknown): boolean {
  if (typeof stated !== "number" || typeof received !== "number") return received === stated;
  const decimals = String(stated).split(".")[1]?.length ?? 0;
  const tolerance = Number.isInteger(stated) ? 1e-9 : 0.5000001 * 10 ** -decimals;
  return Math.abs(received - stated) <= tolerance;
}

function expectResult(rows: unknown[][], stated: string): void {
  const error = /^(#N\/A|#VALUE!) (.+)$/.exec(stated);
  if (error !== null) {
    const cell = rows[0]![0];
    expect(isExcelError(cell) ? [cell.code, cell.message] : rows).toEqual([error[1], error[2]]);
    return;
  }
  const constant = readConstant(stated);
  const expected = Array.isArray(constant) ? constant : [[constant]];
  const agrees =
    rows.length === expected.length &&
    rows.every((row, r) => row.length === expected[r]!.length && row.every((value, c) => matches(value, expected[r]![c])));
  if (!agrees) throw new Error(`stated ${stated}, received ${JSON.stringify(rows)}`);
}

test("every function has an example of its own", () => {
  expect(functions.map(({ id }) => id).sort()).toEqual([...publicFunctions.keys()].sort());
  expect(functions.filter(({ examples: list }) => list.length === 0).map(({ id }) => id)).toEqual([]);
});

test.each(examples)("%s gives what its help page says", async (_, helpId, example) => {
  const { id, rows } = await call(example);
  expect(id).toBe(helpId);
  expectResult(rows, example.result);
});
