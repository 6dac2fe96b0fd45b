import { answerColumn, figureText, missingFigure, noAnswer } from "../../../src/core/numbers/answerColumn";
import { RowErrors } from "../../../src/core/rowErrors";

test("a reason leaves its row without a figure and goes to the errors", () => {
  const errors = new RowErrors();
  const column = answerColumn(3, errors, (row) => (row === 1 ? noAnswer("no data") : row * 10));
  expect(Array.from(column)).toEqual([0, NaN, 20]);
  expect([...errors]).toEqual([[1, { code: "noAnswer", message: "no data" }]]);
});

test("a row that was refused before is not asked", () => {
  const errors = new RowErrors();
  errors.add(0, "notANumber", "values, row 1 is text");
  const asked: number[] = [];
  const column = answerColumn(2, errors, (row) => asked.push(row));
  expect(asked).toEqual([1]);
  expect(column[0]).toBeNaN();
  expect(errors.get(0)?.message).toBe("values, row 1 is text");
});

test("a blank figure is named", () => {
  expect(missingFigure("spend")).toEqual({ code: "noAnswer", message: "spend is blank; enter a figure, or 0 if there is none" });
});

test.each([
  [0.1 + 0.2, "0.3"],
  [-5, "-5"],
  [0, "0"],
  [1e-9, "1e-9"],
  [999.123456, "999.123456"],
  [119187.90368, "119187.9"],
  [-1234.567, "-1234.57"],
  [1e100, "1e+100"],
  [123456789012345, "123456789012345"],
])("%d reads %s", (value, text) => {
  expect(figureText(value)).toBe(text);
});
