import { Problem, type ProblemCode } from "../app/problems";

interface Wording {
  readonly code: ProblemCode;
  readonly message: string;
  readonly nextStep: string;
}

const EDITING: Wording = { code: "cellEditing", message: "A cell is being edited.", nextStep: "Press Enter or Esc in the cell, then try again." };
const PROTECTED: Wording = {
  code: "protectedSheet",
  message: "The sheet or the workbook is protected.",
  nextStep: "Take the protection off (Review, Unprotect Sheet or Protect Workbook), then try again.",
};
const WINDOW: Wording = { code: "otherWindow", message: "Excel is showing another workbook or another window.", nextStep: "Click into the workbook you work on, then try again." };
const TOO_LARGE: Wording = { code: "tooLarge", message: "That is more than Excel takes at once.", nextStep: "Select fewer rows, then try again." };
const TOO_OLD: Wording = { code: "excelTooOld", message: "This Excel does not know a function KAM Planner needs.", nextStep: "Update Excel: version 2021 or later, Microsoft 365, or Excel on the web." };
const GONE: Wording = { code: "sheetGone", message: "A sheet or table that was there a moment ago is gone.", nextStep: "Read the selection again, then try again." };
const BUSY: Wording = { code: "excelBusy", message: "Excel is busy and did not answer.", nextStep: "Wait a moment, then try again." };
const TAKEN: Wording = { code: "nameTaken", message: "A sheet of that name has been added meanwhile.", nextStep: "Try again: another name is chosen." };

/** Excel's error codes, which are the same in every language, in words for people. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  InvalidOperationInCellEditMode: EDITING,
  InCellEditMode: EDITING,
  AccessDenied: PROTECTED,
  InvalidSelection: { code: "selectionNotCells", message: "What is selected is not cells, but perhaps a chart or a picture.", nextStep: "Click a cell in a row of your account list, then try again." },
  InactiveWorkbook: WINDOW,
  RequestPayloadSizeLimitExceeded: TOO_LARGE,
  ResponsePayloadSizeLimitExceeded: TOO_LARGE,
  RangeExceedsLimit: TOO_LARGE,
  OperationCellsExceedLimit: TOO_LARGE,
  MemoryLimitReached: TOO_LARGE,
  ApiNotFound: TOO_OLD,
  ApiNotAvailable: TOO_OLD,
  NotImplemented: TOO_OLD,
  UnsupportedFeature: TOO_OLD,
  UnsupportedOperation: TOO_OLD,
  UnsupportedSheet: { code: "selectionNotCells", message: "This kind of sheet holds no cells.", nextStep: "Open the sheet with your account list, then try again." },
  ItemNotFound: GONE,
  InvalidReference: GONE,
  ItemAlreadyExists: TAKEN,
  ActivityLimitReached: BUSY,
  ServiceNotAvailable: BUSY,
  RequestAborted: BUSY,
  HostRestartNeeded: { code: "excelBusy", message: "Excel has to be restarted.", nextStep: "Save your work, close Excel and open it again." },
};

interface OfficeErrorShape {
  readonly code: string;
  readonly message?: string;
  readonly debugInfo?: { readonly errorLocation?: string };
}

const isOfficeError = (thrown: unknown): thrown is OfficeErrorShape => typeof thrown === "object" && thrown !== null && typeof (thrown as { code?: unknown }).code === "string";

/** What Excel threw, as a problem; `details` keeps its code and place, but no cell contents. */
export function officeProblem(thrown: unknown): unknown {
  if (thrown instanceof Problem || !isOfficeError(thrown)) return thrown;
  const location = thrown.debugInfo?.errorLocation;
  const details = [thrown.code, location ? `at ${location}` : "", thrown.message ?? ""].filter(Boolean).join(" ");
  const wording = WORDINGS[thrown.code];
  return wording ? new Problem(wording.code, wording.message, wording.nextStep, details) : new Problem("unexpected", "Excel refused to do that.", "Try again. If it happens again, copy the details and report them.", details);
}
