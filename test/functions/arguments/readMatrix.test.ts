import { readMatrix, readRowByRow } from "../../../src/functions/arguments/readMatrix";
import { RowErrors } from "../../../src/core/rowErrors";
import { rowsIn } from "../../core/matrixOf";
import { thrownBy } from "../../core/thrownBy";

const read = (argument: unknown, errors?: RowErrors) => rowsIn(readMatrix(argument, "values", errors));

test("takes numbers, blanks and truth values; blank is missing, never zero", () => {
  expect(read([[1, -2.5], ["", null], ["  ", undefined], [true, false]])).toEqual([[1, -2.5], [null, null], [null, null], [1, 0]]);
  expect(read(7)).toEqual([[7]]);
});

test("takes the number out of a data type", () => {
  expect(read([[{ type: "FormattedNumber", basicValue: 12.5, numberFormat: "0.00" }]])).toEqual([[12.5]]);
});

test.each([
  ["n/a", 'values, row 2, column 1: "n/a" is not a number'],
  ["12", 'values, row 2, column 1: "12" is not a number: it is stored as text, convert it to a number'],
  ["1.234,50 €", 'values, row 2, column 1: "1.234,50 €" is not a number: it is stored as text, convert it to a number'],
  ["-3%", 'values, row 2, column 1: "-3%" is not a number: it is stored as text, convert it to a number'],
  ["#N/A", "values, row 2, column 1: #N/A is not a number"],
  [{ type: "CustomFunctionError", code: "#DIV/0!" }, "values, row 2, column 1: #DIV/0! is not a number"],
  [{ type: "Error", basicValue: "#REF!" }, "values, row 2, column 1: #REF! is not a number"],
  [{}, "values, row 2, column 1: a value of an unknown kind is not a number"],
  [NaN, "values, row 2, column 1: NaN is not a finite number"],
  [Infinity, "values, row 2, column 1: Infinity is not a finite number"],
  [-1e101, "values, row 2, column 1: -1e+101 is beyond ±1e+100"],
])("refuses %p for the whole call, or for its row", (cell, message) => {
  const rows = () => [[1, 2], [cell, 4], [5, 6]];
  expect(thrownBy(() => read(rows()))).toEqual(["notANumber", message]);
  const errors = new RowErrors();
  // The bad row takes no part in anything that is observed over all rows.
  expect(read(rows(), errors)).toEqual([[1, 2], [null, null], [5, 6]]);
  expect([...errors]).toEqual([[1, { code: "notANumber", message }]]);
});

test.each([
  [null, "values is missing"],
  [[], "values is empty"],
  [[[]], "values is empty"],
  [[[1, 2], [3]], "values, row 2 has 1 columns, row 1 has 2"],
  [[[1], 2], "values, row 2 has 0 columns, row 1 has 1"],
])("refuses the shape of %j", (argument, message) => {
  expect(thrownBy(() => read(argument))).toEqual(["shape", message]);
});

test("reads the same row by row, each when it is asked for", () => {
  const errors = new RowErrors();
  const { rowCount, columnCount, row } = readRowByRow([[1, ""], ["n/a", 4], [5, 6]], "values", errors);
  expect([rowCount, columnCount]).toEqual([3, 2]);
  expect([...row(2)]).toEqual([5, 6]);
  expect([...row(0)]).toEqual([1, NaN]);
  expect(errors.size).toBe(0);
  expect([...row(1)]).toEqual([NaN, NaN]);
  expect([...errors]).toEqual([[1, { code: "notANumber", message: 'values, row 2, column 1: "n/a" is not a number' }]]);
  expect(thrownBy(() => readRowByRow([["n/a"]], "values").row(0))).toEqual(["notANumber", 'values, row 1, column 1: "n/a" is not a number']);
});

test("reads the same after a blank, a truth value or a text has been met among numbers", () => {
  const rows = [[1, 2.5], [3, 4], [5.5, true], ["", 6]];
  const expected = [[1, 2.5], [3, 4], [5.5, 1], [null, 6]];
  expect(read([[1, 2.5], [3, 4]])).toEqual([[1, 2.5], [3, 4]]);
  for (const met of [null, false, "x"]) {
    const errors = new RowErrors();
    read([[1, met]], errors);
    expect(errors.size).toBe(met === "x" ? 1 : 0);
    expect(read(rows)).toEqual(expected);
  }
});
