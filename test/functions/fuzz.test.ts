import fc from "fast-check";
import { isExcelError } from "./customFunctionsStub";
import { metadata, publicFunctions } from "./publicFunctions";

/*
 * Whatever stands in the cells, a function answers with its promised shape or an Excel error with a message: never
 * another exception, never NaN or Infinity, never a ragged result.
 */

const number = fc.oneof(
  fc.integer({ min: -3, max: 12 }),
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc.constantFrom(0, -0, 1, 100, 5e-324, 1e-300, -1e-300, 1e99, -1e100, 1e100, 1.7e308, -1.7e308, 2 ** 53),
);
const oddity = fc.oneof(
  fc.constantFrom<unknown>("", null, "   ", true, false, "n/a", "12,5", "1.234,50 €", "yes", "no", "?", ">=", "filled", "A", "b", "higher", "lower", "-1"),
  fc.constantFrom<unknown>("#N/A", { type: "Error", basicType: "Error", errorType: "Div0", basicValue: "#DIV/0!" }, { code: "#N/A", message: "" }, NaN, Infinity),
  fc.string({ maxLength: 6 }),
);
const cell = fc.oneof({ weight: 6, arbitrary: number as fc.Arbitrary<unknown> }, { weight: 2, arbitrary: oddity });
const headers = fc.constantFrom("Account ID", "Account", "Criterion", "Column", "Weight", "Tier", "From", "Test", "Limit", "Best tier", "Revenue", "");

const rectangle = (rowCount: number, contents: fc.Arbitrary<unknown> = cell) =>
  fc.integer({ min: 1, max: 4 }).chain((columnCount) =>
    fc.array(fc.array(contents, { minLength: columnCount, maxLength: columnCount }), { minLength: rowCount, maxLength: rowCount }),
  );

/** What Excel or a careless caller may pass for a range when there are `rowCount` accounts. */
const range = (rowCount: number): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: rectangle(rowCount, number) },
    { weight: 5, arbitrary: rectangle(rowCount) },
    { weight: 4, arbitrary: fc.array(cell, { minLength: 1, maxLength: 4 }).map((row) => [row]) },
    { weight: 3, arbitrary: fc.array(number, { minLength: rowCount, maxLength: rowCount }).map((column) => column.map((value) => [value])) },
    { weight: 2, arbitrary: fc.tuple(fc.array(headers, { minLength: 4, maxLength: 4 }), fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 4 })).map(([head, rows]) => [head, ...rows]) },
    { weight: 3, arbitrary: cell },
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>([], [[]], undefined, [null], {}) },
  );

/** One call of a function: words of its lists where it has lists, ranges elsewhere. */
function argumentsOf(id: string): fc.Arbitrary<unknown[]> {
  const file = metadata.find(({ functions }) => functions.some((f) => f.id === id))!;
  const { parameters } = file.functions.find((f) => f.id === id)!;
  const wordsOf = (enumId: string) => file.enums.find((e) => e.id === enumId)?.values.map((value) => value.stringValue as unknown) ?? [];
  return fc.integer({ min: 1, max: 8 }).chain((rowCount) =>
    fc.tuple(
      ...parameters.map((parameter) =>
        parameter.customEnumId === undefined
          ? range(rowCount)
          : fc.oneof(fc.constantFrom(...wordsOf(parameter.customEnumId), null), oddity),
      ),
    ),
  );
}

function expectCell(value: unknown): void {
  if (isExcelError(value)) {
    expect(["#VALUE!", "#N/A"]).toContain(value.code);
    expect(value.message).not.toBe("");
  } else if (typeof value === "number") {
    expect(Number.isFinite(value)).toBe(true);
  } else {
    expect(["string", "boolean"]).toContain(typeof value);
  }
}

function expectResult(result: unknown): void {
  if (!Array.isArray(result)) return expectCell(result);
  expect(result.length).toBeGreaterThan(0);
  const width = (result[0] as unknown[]).length;
  expect(width).toBeGreaterThan(0);
  for (const row of result as unknown[][]) {
    expect(row.length).toBe(width);
    row.forEach(expectCell);
  }
}

test.each([...publicFunctions.keys()])("KAM.%s answers or refuses whatever it is given", async (id) => {
  const call = publicFunctions.get(id)!;
  await fc.assert(
    fc.asyncProperty(argumentsOf(id), async (args) => {
      let result: unknown;
      try {
        result = await call(...args, ...new Array<null>(Math.max(0, call.length - args.length)).fill(null));
      } catch (thrown) {
        if (!isExcelError(thrown)) throw thrown;
        return expectCell(thrown);
      }
      expectResult(result);
    }),
    { numRuns: 400 },
  );
});
