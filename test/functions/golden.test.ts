import { metadata } from "./publicFunctions";
import golden from "./golden/functions.json";

/*
 * Workbooks hold these names, in this order. A later version may add a function, add optional arguments at the end and
 * add words to a list; anything else breaks sheets that people saved. Change the golden list only for such an addition.
 */

interface PublishedFunction {
  readonly id: string;
  readonly name: string;
  /**
   * In order; optional ones in square brackets, enumerated ones with the words they take, the others with what Excel
   * hands over: a range, or a single cell (of which a range would need one call per cell).
   */
  readonly arguments: readonly string[];
  readonly result: string;
}

function published(): PublishedFunction[] {
  return metadata
    .flatMap(({ functions, enums }) =>
      functions.map(({ id, name, parameters, result }) => ({
        id,
        name,
        arguments: parameters.map((parameter) => {
          const words = enums.find((list) => list.id === parameter.customEnumId)?.values.map((value) => value.stringValue);
          const kind = words?.join(" | ") ?? (parameter.dimensionality === "matrix" ? "range" : "cell");
          const text = `${parameter.name}: ${kind}`;
          return parameter.optional ? `[${text}]` : text;
        }),
        result: result?.dimensionality ?? "scalar",
      })),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

test("the functions are those of the golden list, argument for argument", () => {
  expect(published()).toEqual(golden);
});

test("no list of words is without a meaning for each word", () => {
  const silent = metadata.flatMap(({ enums }) =>
    enums.flatMap((list) => list.values.filter((value) => !value.tooltip).map((value) => `${list.id}.${value.name}`)),
  );
  expect(silent).toEqual([]);
});
