import "../customFunctionsStub";
import { RowErrors } from "../../../src/core/rowErrors";
import { spillLabels, spillMatrix, spillNumbers, spillTexts } from "../../../src/functions/results/spill";
import { matrixOf } from "../../core/matrixOf";

function rowError(row: number, code: "noAnswer" | "shape", message: string): RowErrors {
  const errors = new RowErrors();
  errors.add(row, code, message);
  return errors;
}

test("missing numbers show blank, one row stays a column", () => {
  expect(spillNumbers(Float64Array.of(1.5, NaN))).toEqual([[1.5], [""]]);
  expect(spillNumbers(Float64Array.of(2))).toEqual([[2]]);
  expect(spillMatrix(matrixOf([[1, null]]))).toEqual([[1, ""]]);
});

test("a row's error fills its row: no answer is #N/A, everything else #VALUE!", () => {
  expect(spillMatrix(matrixOf([[1, 2], [3, 4]]), rowError(1, "noAnswer", "no data"))).toMatchObject([
    [1, 2],
    [{ code: "#N/A", message: "no data" }, { code: "#N/A", message: "no data" }],
  ]);
  expect(spillTexts(["a", "b"], rowError(0, "shape", "bad"))).toMatchObject([[{ code: "#VALUE!", message: "bad" }], ["b"]]);
});

test("never lets an infinite number out", () => {
  expect(spillNumbers(Float64Array.of(Infinity))).toMatchObject([[{ code: "#VALUE!", message: "the result is too large to calculate" }]]);
  expect(spillMatrix(matrixOf([[-Infinity]]))).toMatchObject([[{ code: "#VALUE!", message: "the result is too large to calculate" }]]);
});

test("labels come from their places, no place is blank", () => {
  const rows = spillLabels(Int32Array.of(1, -1, 0, 1), ["A", "B"], rowError(2, "shape", "bad"));
  expect(rows).toMatchObject([["B"], [""], [{ code: "#VALUE!" }], ["B"]]);
});
