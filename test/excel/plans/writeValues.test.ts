import { writeValues } from "../../../src/excel/plans/planCells";
import { excelRun } from "../../../src/excel/excelRun";
import { installExcel, officeError } from "../recordedExcel";

const cell = { row: 0, column: 1, rowCount: 1, columnCount: 1 };
const change = (id: string) => ({ id, cell, values: [["=1"]] });
const run = excelRun(Promise.resolve());

test("plans that are not protected are written in one request, a protected one opened and protected again as it was", async () => {
  const { recorded, syncs } = installExcel({
    "workbook.worksheets.getItem(locked).protection.protected": true,
    "workbook.worksheets.getItem(locked).protection.options": { allowFormatRows: true },
    "workbook.worksheets.getItem(a).protection.protected": false,
    "workbook.worksheets.getItem(b).protection.protected": false,
  });
  expect(await writeValues(run, [change("a"), change("locked"), change("b")])).toEqual([]);
  expect(syncs()).toBe(3);
  const steps = recorded.map(({ path }) => path).filter((path) => path.includes("(locked)") && /unprotect|values|protect\(/.test(path));
  expect(steps.map((path) => path.replace(/^workbook\.worksheets\.getItem\(locked\)\./, ""))).toEqual(["protection.unprotect()", "getRange(B1).values", expect.stringMatching(/^protection\.protect\(/)]);
  expect(recorded.find(({ path }) => path.endsWith("getItem(a).getRange(B1).values"))).toMatchObject({ value: [["'=1"]] });
});

test("one that a password keeps closed is returned", async () => {
  installExcel({ "workbook.worksheets.getItem(locked).protection.protected": true, "workbook.worksheets.getItem(locked).protection.options": {}, "workbook.worksheets.getItem(a).protection.protected": false, "sync 3": officeError("AccessDenied") });
  expect(await writeValues(run, [change("a"), change("locked")])).toEqual(["locked"]);
});
