import { Functions, FunctionResult } from "../../../../src/workbench/office-host/objects/workbookFunctions";
import { openModel } from "../model";

test("functions take numbers, texts, ranges, lists and the results of others", async () => {
  const { workbook, sheet, grid } = openModel("My Sheet");
  const formulas: string[] = [];
  const evaluate = grid.evaluate.bind(grid);
  grid.evaluate = (formula, sheetId) => {
    formulas.push(formula);
    return evaluate(formula, sheetId);
  };
  sheet.getRange("A1:A2").values = [[3], [4]];
  const compute = (name: string, ...args: unknown[]) => Functions.compute(workbook.functions, name, args);
  const sum = await compute("sum", [sheet.getRange("A1:A2"), 5]);
  expect(sum.value).toBe(12);
  await compute("sum", [sum, 1]);
  await compute("stDev_S", ['say "x"', true, undefined]);
  expect(formulas).toEqual(["=SUM('My Sheet'!$A$1:$A$2,5)", "=SUM(12,1)", '=STDEV.S("say ""x""",TRUE)']);
});

test("an error is the error of the result, not its value", () => {
  const failed = new FunctionResult("#N/A");
  expect([failed.error, failed.value, new FunctionResult(2).error]).toEqual(["#N/A", "", ""]);
});
