import fc from "fast-check";
import { isExcelError } from "./customFunctionsStub";
import { publicFunctions } from "./publicFunctions";

/*
 * Arguments that fit together, with anything in the cells: here the functions get past reading and must keep their
 * shape, one row per account.
 */

const number = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.integer({ min: -5, max: 100 }),
  fc.constantFrom(0, 5e-324, 1e-300, 1e15, 1e100, -1e100, 1e99),
);
const cell: fc.Arbitrary<unknown> = fc.oneof({ weight: 12, arbitrary: number }, { weight: 2, arbitrary: fc.constantFrom<unknown>("", null, " ", true, false) }, { weight: 1, arbitrary: fc.constantFrom<unknown>("n/a", "12,5", "#N/A") });
const tuple = <T>(contents: fc.Arbitrary<T>, length: number) => fc.array(contents, { minLength: length, maxLength: length });
const optional = <T>(contents: fc.Arbitrary<T>) => fc.oneof(contents, fc.constant(null));

interface Figures {
  readonly values: unknown[][];
  readonly weights: number[];
}

const figures: fc.Arbitrary<Figures> = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
  fc.record({
    values: tuple(tuple(cell, columns), rows),
    weights: tuple(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1e-300, 1e100, 0.1)), columns),
  }),
);
const cutoffs = fc.array(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: -10, max: 110, noNaN: true })), { minLength: 1, maxLength: 4 });

function expectRows(rows: unknown[][], count: number, width: number): void {
  expect(rows).toHaveLength(count);
  for (const row of rows) {
    expect(row).toHaveLength(width);
    for (const value of row) {
      if (isExcelError(value)) expect(value.message).not.toBe("");
      else if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
      else expect(typeof value).toBe("string");
    }
  }
}

/** Calls a function; null when it refuses the arguments with a message. */
async function answer(id: string, args: unknown[]): Promise<unknown[][] | null> {
  const call = publicFunctions.get(id)!;
  try {
    return (await call(...args, ...new Array<null>(Math.max(0, call.length - args.length)).fill(null))) as unknown[][];
  } catch (thrown) {
    if (!isExcelError(thrown)) throw thrown;
    expect(thrown.message).not.toBe("");
    return null;
  }
}

test("KAM.TIER.STABILITY: a share of the draws for every account", async () => {
  const options = fc.tuple(optional(fc.constantFrom("minmax", "percentile", "zscore")), optional(fc.constantFrom("skip", "worst", "average", "error")), fc.double({ min: 0, max: 1, noNaN: true }));
  await fc.assert(
    fc.asyncProperty(figures, cutoffs, options, async ({ values, weights }, bounds, [scale, missing, spread]) => {
      const rows = await answer("TIER.STABILITY", [values, [weights], [bounds], null, scale, missing, null, null, spread, 20]);
      expectRows(rows!, values.length, 1);
      rows!.flat().forEach((share) => isExcelError(share) || expect((share as number) >= 0 && (share as number) <= 1).toBe(true));
    }),
    { numRuns: 300 },
  );
});

test("KAM.TIER.NEXT: three cells for every account", async () => {
  await fc.assert(
    fc.asyncProperty(figures, cutoffs, async ({ values, weights }, bounds) => {
      expectRows((await answer("TIER.NEXT", [values, [weights], [bounds]]))!, values.length, 3);
    }),
    { numRuns: 300 },
  );
});

test("KAM.SCORECARD: nine cells for every account, or a refusal of the tables", async () => {
  const words = { Direction: ["", "higher", "lower", -1], Scale: ["", "minmax", "percentile", "zscore"], Missing: ["", "skip", "worst", "average", "error"] };
  const line = fc.tuple(
    fc.constantFrom("One", "Two", "Three"),
    fc.constantFrom<unknown>(0, 1, 3, 0.5),
    fc.constantFrom<unknown>(...words.Direction),
    fc.constantFrom<unknown>(...words.Scale),
    fc.constantFrom<unknown>("", 0, -1),
    fc.constantFrom<unknown>("", 1, 1e6),
    fc.constantFrom<unknown>(...words.Missing),
  );
  const gate = fc.tuple(fc.constantFrom("One", "Two", "Three"), fc.constantFrom(">=", "<", "=", "<>", "filled"), fc.constantFrom<unknown>(0, 0.5, "x"), fc.constantFrom("A", "B", "C", ""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 10 }),
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.constantFrom<readonly [string, unknown[]]>(["cutoff", [70, 30, ""]], ["quota", [1, 0.5, ""]], ["pareto", [0.8, 0.95, ""]], ["natural", ["", "", ""]]),
      fc.array(gate, { maxLength: 3 }),
      async (accounts, lines, [method, froms], gates) => {
        const rows = await answer("SCORECARD", [
          [["Key", "Name", "One", "Two", "Three"], ...accounts],
          [["Column", "Weight", "Direction", "Scale", "Floor", "Ceiling", "Missing"], ...lines],
          [["Tier", "From"], ...froms.map((from, place) => ["ABC"[place], from])],
          [["Column", "Test", "Limit", "Best tier"], ...gates],
          method,
        ]);
        if (rows !== null) expectRows(rows, accounts.length + 1, 9);
      },
    ),
    { numRuns: 400 },
  );
});
