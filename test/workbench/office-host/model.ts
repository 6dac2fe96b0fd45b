import { DocumentSettings } from "../../../src/workbench/office-host/documentSettings";
import type { HostEvents } from "../../../src/workbench/office-host/hostObject";
import { Book } from "../../../src/workbench/office-host/objects/book";
import { CustomXmlStore } from "../../../src/workbench/office-host/objects/customXml";
import { Workbook } from "../../../src/workbench/office-host/objects/workbook";
import { emptyWorkbook } from "../../../src/workbench/office-host/objects/workbookState";
import type { Worksheet } from "../../../src/workbench/office-host/objects/worksheet";
import { MemorySpreadsheet } from "../memorySpreadsheet";

export interface Raised {
  readonly type: number;
  readonly targets: readonly string[];
  readonly args: Readonly<Record<string, unknown>>;
}

/** A workbook of the object model over a spreadsheet in memory, and the events it raised. */
export function openModel(...sheetNames: string[]) {
  const grid = new MemorySpreadsheet(...sheetNames);
  const raised: Raised[] = [];
  const events: HostEvents = { enabled: true, raise: (type, targets, args) => void raised.push({ type, targets, args: typeof args === "function" ? args() : args }) };
  const book = new Book(grid, emptyWorkbook("Book.xlsx"), events);
  const workbook = new Workbook(book, { settings: new DocumentSettings(), customXml: new CustomXmlStore() });
  const sheet: Worksheet = workbook.worksheets.getActiveWorksheet();
  return { grid, book, workbook, sheet, raised };
}

/** Properties that are declared by a table (`fields` of record.ts) and so unknown to TypeScript. */
export function properties(object: object): Record<string, unknown> {
  return object as Record<string, unknown>;
}
