import { Problem } from "../app/problems";
import { officeProblem } from "./officeErrors";

/** Runs a batch in Excel: waits while a cell is being edited, and turns what Excel throws into a Problem. */
export type ExcelRun = <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Promise<T>;

/** The lowest set with getRanges and getRowProperties; everything newer is asked for before it is used. */
const REQUIRED_API = "1.9";

/**
 * @param ready resolves when Office has said what it is; batches wait for it
 */
export function excelRun(ready: Promise<unknown>): ExcelRun {
  return async (batch) => {
    await ready;
    if (typeof Excel === "undefined" || !Office.context?.requirements?.isSetSupported("ExcelApi", REQUIRED_API)) throw notInExcel();
    try {
      return await Excel.run({ delayForCellEdit: true }, batch);
    } catch (thrown) {
      throw officeProblem(thrown);
    }
  };
}

function notInExcel(): Problem {
  if (typeof Excel === "undefined") {
    return new Problem("notInExcel", "This page is not open inside Excel.", "Open it from the KAM tab in Excel.");
  }
  return new Problem("excelTooOld", "This Excel is too old for KAM Planner.", "Update Excel: version 2021 or later, Microsoft 365, or Excel on the web.");
}
