import { Book } from "../../../src/workbench/office-host/objects/book";
import { emptySheet, emptyWorkbook, type SheetState } from "../../../src/workbench/office-host/objects/workbookState";
import type { AddinStorage } from "../../../src/workbench/xlsx/addinStorage";
import { openWorkbook } from "../../../src/workbench/xlsx/openWorkbook";
import { unpack } from "../../../src/workbench/xlsx/package/zip";
import { saveWorkbook } from "../../../src/workbench/xlsx/saveWorkbook";
import { StoredGrid } from "./storedGrid";

export const ADDIN = { id: "2f7d4c1a-0000-4000-8000-000000000001", version: "1.2.0.0" };
export const silent = { enabled: false, raise: () => undefined };

export interface TestBook {
  readonly grid: StoredGrid;
  readonly book: Book;
  readonly first: string;
  readonly sheet: SheetState;
}

/** A new workbook of one sheet. */
export function newBook(sheetName = "Sheet1"): TestBook {
  const grid = new StoredGrid(sheetName);
  const book = new Book(grid, emptyWorkbook("Book1.xlsx"), silent);
  const first = grid.activeSheet();
  const sheet = (book.state.sheets[first] = emptySheet());
  return { grid, book, first, sheet };
}

/** The parts of the saved workbook as texts, by path. */
export async function savedParts(book: Book, storage?: AddinStorage): Promise<{ readonly part: (path: string) => string; readonly paths: string[]; readonly losses: readonly string[]; readonly bytes: Uint8Array }> {
  const { bytes, losses } = await saveWorkbook(book, storage);
  const parts = unpack(bytes);
  return { part: (path) => new TextDecoder().decode(parts.get(path)), paths: [...parts.keys()], losses, bytes };
}

export async function reopened(bytes: Uint8Array, customFunctions: readonly string[] = []) {
  const grid = new StoredGrid("Before");
  const { book, storage, losses } = await openWorkbook(bytes, grid, { fileName: "again.xlsx", events: silent, customFunctions, addinId: ADDIN.id });
  const first = grid.sheets()[0]?.id ?? "";
  return { grid, book, storage, losses, first, sheet: book.sheetState(first) };
}

export function area(sheetId: string, row: number, column: number, rowCount = 1, columnCount = 1) {
  return { sheetId, row, column, rowCount, columnCount };
}
