import { RowErrors } from "../../../src/core/rowErrors";
import { readColumn, readColumns } from "../../../src/functions/arguments/readColumns";
import { thrownBy } from "../../core/thrownBy";

test("a scalar stands for a column of equal values", () => {
  const { cost, margin } = readColumns({ cost: 20, margin: [[0.1], [0.2], [0.3]] });
  expect([...cost]).toEqual([20, 20, 20]);
  expect([...margin]).toEqual([0.1, 0.2, 0.3]);
  expect([...readColumn([[5]], "rate", undefined, 2)]).toEqual([5, 5]);
});

test("a bad cell is its row's error, a bad scalar the whole call's", () => {
  const errors = new RowErrors();
  expect([...readColumn([[1], ["x"]], "cost", errors)]).toEqual([1, NaN]);
  expect([...errors]).toEqual([[1, { code: "notANumber", message: 'cost, row 2, column 1: "x" is not a number' }]]);
  expect(thrownBy(() => readColumn("x", "cost", errors, 3))).toEqual(["notANumber", 'cost, row 1, column 1: "x" is not a number']);
});

test("refuses columns of different length and anything wider", () => {
  expect(thrownBy(() => readColumns({ cost: [[1], [2]], margin: [[1], [2], [3]] }))).toEqual(["shape", "cost has 2 rows, 3 are needed: one per account"]);
  expect(thrownBy(() => readColumn([[1, 2]], "cost"))).toEqual(["shape", "cost must be one column, received 1 rows × 2 columns"]);
});
