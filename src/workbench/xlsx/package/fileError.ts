import { HostError } from "../../office-host/hostObject";

export type FileErrorCode = "FileEmpty" | "FileNotWorkbook" | "FileEncrypted" | "FileDamaged" | "FileTooLarge";

/** Why a file cannot be opened. The message says what was found and what to do; the open workbook is as it was. */
export class WorkbookFileError extends HostError {
  constructor(
    override readonly code: FileErrorCode,
    message: string,
  ) {
    super(code, message);
    this.name = "WorkbookFileError";
  }
}

export function damaged(what: string): WorkbookFileError {
  return new WorkbookFileError("FileDamaged", `The file is damaged: ${what}. Open it in Excel, let Excel repair it, and save it again.`);
}
