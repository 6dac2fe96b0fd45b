import fc from "fast-check";
import { type BlankCell, readArguments } from "../../../../src/workbench/office-host/functions/arguments";
import type { FunctionMetadata, ParameterMetadata } from "../../../../src/workbench/office-host/functions/metadata";

const taking = (...parameters: Partial<ParameterMetadata>[]): FunctionMetadata => ({
  id: "F",
  name: "F",
  parameters: parameters.map((parameter, index) => ({ name: `p${index}`, ...parameter })),
});
type Given = Parameters<typeof readArguments>[1];
const read = (metadata: FunctionMetadata, given: Given, errorsAllowed = false, blank: BlankCell = "") =>
  readArguments(metadata, given, { errorsAllowed, blank });

const MATRIX = { dimensionality: "matrix" } as const;

test.each<[string, FunctionMetadata, Given, readonly unknown[]]>([
  ["a block of one cell for a scalar", taking({}), [[[5]]], [5]],
  ["a scalar for a matrix", taking(MATRIX), [5], [[[5]]]],
  ["blanks of a matrix", taking(MATRIX), [[[1, ""]]], [[[1, ""]]]],
  ["blanks of a matrix of numbers", taking({ ...MATRIX, type: "number" }), [[[1, ""]]], [[[1, 0]]]],
  ["omitted optional arguments", taking({}, { optional: true }, { optional: true }), [1, null], [1, null, null]],
  ["number from text and truth", taking({ type: "number" }, { type: "number" }), ["12.5", true], [12.5, 1]],
  ["text from numbers and truth", taking({ type: "string" }, { type: "string" }, { type: "string" }), [1, true, ""], ["1", "TRUE", ""]],
  ["truth from numbers and text", taking({ type: "boolean" }, { type: "boolean" }, { type: "boolean" }), [2, "false", ""], [true, false, false]],
  ["repeating arguments", taking({}, { repeating: true }), [1, 2, 3], [1, [2, 3]]],
  ["no repeating arguments", taking({}, { repeating: true }), [1], [1, []]],
  ["repeating blocks", taking({ ...MATRIX, repeating: true }), [[[1]], [[2]]], [[[[1]], [[2]]]]],
])("%s", (_, metadata, given, args) => {
  expect(read(metadata, given)).toEqual({ args });
});

test.each<[string, FunctionMetadata, Given, string]>([
  ["text for a number", taking({ type: "number" }), ["twelve"], "#VALUE!"],
  ["only spaces for a number", taking({ type: "number" }), [" "], "#VALUE!"],
  ["text for a truth value", taking({ type: "boolean" }), ["maybe"], "#VALUE!"],
  ["a block for a scalar", taking({}), [[[1, 2]]], "#VALUE!"],
  ["a missing argument", taking({}), [], "#VALUE!"],
  ["too many arguments", taking({}), [1, 2], "#VALUE!"],
  ["an error", taking({}), ["#DIV/0!"], "#DIV/0!"],
  ["an error in a block", taking(MATRIX), [[[1, "#REF!"]]], "#REF!"],
  ["the first of two errors", taking({}, {}), ["#N/A", "#REF!"], "#N/A"],
  ["what is awaited, before an error", taking({}, MATRIX), ["#N/A", [["#BUSY!"]]], "#BUSY!"],
])("%s gives %s", (_, metadata, given, error) => {
  expect(read(metadata, given)).toEqual({ error });
});

test("a function may take errors, where it takes anything", () => {
  const metadata = taking(MATRIX, { type: "number", optional: true });
  expect(read(metadata, [[["#N/A", 1]]], true)).toEqual({ args: [[[{ type: "CustomFunctionError", code: "#N/A" }, 1]], null] });
  expect(read(metadata, [[[1]], "#N/A"], true)).toEqual({ error: "#N/A" });
});

test.each<BlankCell>(["", 0, null])("an empty cell is %p to a parameter that takes anything, as the host is told", (blank) => {
  const metadata = taking(MATRIX, {}, { type: "string" });
  expect(read(metadata, [[["", 1]], "", ""], false, blank)).toEqual({ args: [[[blank, 1]], blank, ""] });
});

test("text that only looks like an error is text", () => {
  expect(read(taking({}), ["#hashtag"])).toEqual({ args: ["#hashtag"] });
});

test("law: a matrix of anything without errors arrives as it is", () => {
  const cell = fc.oneof(fc.double({ noNaN: true }), fc.boolean(), fc.string().filter((text) => !text.startsWith("#")));
  const block = fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }));
  fc.assert(fc.property(block, (rows) => expect(read(taking(MATRIX), [rows])).toEqual({ args: [rows] })));
});
