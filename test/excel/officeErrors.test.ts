import { Problem } from "../../src/app/problems";
import { officeProblem } from "../../src/excel/officeErrors";
import { officeError } from "./recordedExcel";

test.each([
  ["InvalidOperationInCellEditMode", "cellEditing", "A cell is being edited."],
  ["AccessDenied", "protectedSheet", "The sheet or the workbook is protected."],
  ["InvalidSelection", "selectionNotCells", "What is selected is not cells, but perhaps a chart or a picture."],
  ["InactiveWorkbook", "otherWindow", "Excel is showing another workbook or another window."],
  ["ResponsePayloadSizeLimitExceeded", "tooLarge", "That is more than Excel takes at once."],
  ["ApiNotFound", "excelTooOld", "This Excel does not know a function KAM Planner needs."],
  ["ItemNotFound", "sheetGone", "A sheet or table that was there a moment ago is gone."],
  ["ItemAlreadyExists", "nameTaken", "A sheet of that name has been added meanwhile."],
  ["ActivityLimitReached", "excelBusy", "Excel is busy and did not answer."],
])("%s becomes %s with a next step", (code, expected, message) => {
  const problem = officeProblem(officeError(code, "Zugriff verweigert")) as Problem;
  expect(problem).toBeInstanceOf(Problem);
  expect([problem.code, problem.message]).toEqual([expected, message]);
  expect(problem.nextStep.length).toBeGreaterThan(10);
});

test("Excel's own message is only in the details", () => {
  const problem = officeProblem(officeError("AccessDenied", "Zugriff verweigert")) as Problem;
  expect(problem.message + problem.nextStep).not.toContain("Zugriff");
  expect(problem.details).toBe("AccessDenied at Range.values Zugriff verweigert");
});

test("an unknown code is a problem too; what is not Excel's stays what it was", () => {
  expect((officeProblem(officeError("SomethingNew")) as Problem).code).toBe("unexpected");
  const own = new Problem("noHeader", "m", "n");
  expect(officeProblem(own)).toBe(own);
  const bug = new TypeError("x");
  expect(officeProblem(bug)).toBe(bug);
});
