import { EncryptedFileError, HucreError, readXlsx, writeXlsx } from "hucre";
import type { Workbook, WriteOptions } from "hucre";
import { damaged, WorkbookFileError } from "./package/fileError";

/**
 * The only place that knows the library that reads and writes .xlsx packages (hucre, young): its types under the
 * names used here, and its errors turned into ours. What it gets wrong is put right on the parts of the file, in
 * `read/` and `write/`.
 */
export type {
  Cell as FileCell,
  CellStyle as FileStyle,
  CellValue as FileValue,
  Chart as ReadChart,
  Color as FileColor,
  ColumnDef as FileColumn,
  ConditionalRule as FileConditionalRule,
  DataValidation as FileValidation,
  FillPattern,
  RowDef as FileRow,
  Sheet as FileSheet,
  SheetChart as WrittenChart,
  SheetProtection as FileProtection,
  TableDefinition as FileTable,
  Workbook as FileWorkbook,
  WriteOptions as FileToWrite,
  WriteSheet as SheetToWrite,
} from "hucre";

export async function readLibrary(bytes: Uint8Array, sheets: string[]): Promise<Workbook> {
  try {
    return await readXlsx(bytes, { readStyles: true, sheets });
  } catch (error) {
    if (error instanceof EncryptedFileError) throw new WorkbookFileError("FileEncrypted", "The file is protected with a password. Take the password off in Excel and open it again.");
    if (error instanceof HucreError) throw damaged(error.message);
    throw error;
  }
}

export async function writeLibrary(workbook: WriteOptions): Promise<Uint8Array> {
  return writeXlsx(workbook);
}
