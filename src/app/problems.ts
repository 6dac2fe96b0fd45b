/** Why a use case could not do its work. Test on the code. */
export type ProblemCode =
  // What was selected
  | "selectionNotCells"
  | "sheetEmpty"
  | "noHeader"
  | "headerOnly"
  | "rowsHidden"
  | "noAccounts"
  | "tooManyAccounts"
  | "planSelected"
  // What the model or the form lacks
  | "settingsIncomplete"
  | "modelAbsent"
  | "modelFaulty"
  | "modelHidden"
  | "modelOutdated"
  | "modelTooNew"
  | "modelChanged"
  | "listGone"
  | "columnsUnconfirmed"
  | "listChanged"
  | "templateBroken"
  | "noPlans"
  | "wordsWouldBeLost"
  | "planEdited"
  | "formerRead"
  | "noCriteria"
  | "noScorecard"
  | "columnGone"
  | "cannotWriteSo"
  | "columnsNotOurs"
  | "halfWritten"
  | "listChanged"
  | "modelFaulty"
  // What Excel refused
  | "cellEditing"
  | "protectedWorkbook"
  | "protectedSheet"
  | "otherWindow"
  | "tooLarge"
  | "nameTaken"
  | "sheetGone"
  | "sheetHidden"
  | "excelTooOld"
  | "excelBusy"
  | "notInExcel"
  | "cancelled"
  | "stillCalculating"
  | "noShareLog"
  | "versionGone"
  | "notPutBack"
  | "unexpected";

/**
 * A problem in words for the person at the screen: what is wrong, and what to do about it. Never holds a message of
 * Excel's own; those are localised and made for programmers, and only go into `details` for a report.
 */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly nextStep: string,
    readonly details: string = "",
  ) {
    super(message);
    this.name = "Problem";
  }
}

/** Anything thrown, as a problem. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const details = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new Problem("unexpected", "Something went wrong that KAM Planner did not expect.", "Try again. If it happens again, copy the details and report them.", details);
}
