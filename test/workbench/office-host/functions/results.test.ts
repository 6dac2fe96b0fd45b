import { readResult } from "../../../../src/workbench/office-host/functions/results";

const value = (result: unknown) => readResult(result).answer.value;

test.each([
  ["array form", [7, true, 3], 3],
  ["array form with times", [7, true, "x", [12]], "x"],
  ["object form", { id: 7, value: true }, true],
  ["nothing is 0 as a blank cell is", [7, true, null], 0],
  ["a block", [7, true, [[1, "a"], [null, false]]], [[1, "a"], [0, false]]],
  ["a list is one row", [7, true, [1, 2]], [[1, 2]]],
  ["a ragged block is filled up", [7, true, [[1, 2], [3]]], [[1, 2], [3, "#N/A"]]],
  ["a formatted number", [7, true, { type: "FormattedNumber", basicValue: 0.5, numberFormat: "0%" }], 0.5],
  ["an entity", [7, true, { type: "Entity", text: "Northwind" }], "Northwind"],
  ["infinity", [7, true, Infinity], "#NUM!"],
  ["an empty block", [7, true, []], "#CALC!"],
])("%s", (_, result, expected) => {
  expect(readResult(result).invocationId).toBe(7);
  expect(value(result)).toEqual(expected);
});

test.each([
  [1, "#N/A"],
  [2, "#VALUE!"],
  [3, "#VALUE!"],
  [5, "#DIV/0!"],
  [6, "#NUM!"],
  [7, "#VALUE!"],
  [8, "#NULL!"],
  [10, "#NAME?"],
])("error code %i is %s", (code, error) => {
  expect(value([1, false, "", code])).toBe(error);
  expect(value({ id: 1, failed: true, value: "", errorCode: code })).toBe(error);
});

test("errors inside a block keep their texts", () => {
  const error = (code: string, message?: string) => ({ valueType: "CustomFunctionError", type: "Error", code, basicValue: code, basicType: "Error", message });
  const { answer } = readResult([1, true, [[error("#N/A", "no data"), 1], [error("#NUM!"), 2]]]);
  expect(answer.value).toEqual([["#N/A", 1], ["#NUM!", 2]]);
  expect([...answer.messages]).toEqual([["0,0", "no data"]]);
});

test("the text of a failed call belongs to its cell", () => {
  expect([...readResult([1, false, "why", 1]).answer.messages]).toEqual([["0,0", "why"]]);
});
