import { base64Bytes, checkOneOf, checkString, invalid } from "./arguments";
import type { Book } from "./book";
import { servicesOf } from "./bookServices";
import { checkWorkbookStructure } from "./cellAccess";
import { EVENT, raiseSheetEvent } from "./changeEvents";
import { Worksheet } from "./worksheet";

/** `Workbook.insertWorksheetsFromBase64`: sheets of another workbook's file, by default all of them after the last sheet. */
export async function insertWorksheets(book: Book, base64File: unknown, options: unknown): Promise<readonly string[]> {
  checkWorkbookStructure(book);
  const { sheetNamesToInsert, positionType, relativeTo } = (options ?? {}) as Readonly<Record<string, unknown>>;
  const names = sheetNamesToInsert ?? [];
  if (!Array.isArray(names)) throw invalid("sheetNamesToInsert must be an array of names.");
  const position = positionOf(book, positionType ?? "End", relativeTo);
  const service = servicesOf(book, "Workbook.insertWorksheetsFromBase64");
  const ids = await service.insertSheets({ bytes: base64Bytes("base64File", checkString("base64File", base64File)), names: names.map((name) => checkString("sheetNamesToInsert", name)), position });
  for (const id of ids) raiseSheetEvent(book, EVENT.added, id);
  return ids;
}

function positionOf(book: Book, positionType: unknown, relativeTo: unknown): number {
  const type = checkOneOf("positionType", positionType, ["None", "Before", "After", "Beginning", "End"]);
  const sheets = book.sheets();
  if (type === "Beginning") return 0;
  if (type !== "Before" && type !== "After") return sheets.length;
  const key = relativeTo instanceof Worksheet ? relativeTo.id : checkString("relativeTo", relativeTo);
  const sheet = book.findSheet(key);
  if (!sheet) throw invalid(`relativeTo names no worksheet: "${key}".`);
  return sheets.findIndex(({ id }) => id === sheet.id) + (type === "After" ? 1 : 0);
}
