import { HostError } from "../office-host/hostObject";
import type { Book } from "../office-host/objects/book";
import type { SheetsToInsert } from "../office-host/objects/bookServices";
import { renameInRules } from "../office-host/objects/sheetCopy";
import { filePosition, fillSheets } from "./openWorkbook";
import { readCells } from "./read/cells";
import { readNames } from "./read/names";
import { readWorkbookFile, type WorkbookFile } from "./read/workbookFile";

/**
 * Puts sheets of a file into the open workbook; resolves with their ids. Sheets and tables whose names are taken get
 * others, with all formulas that mean them; a taken workbook name becomes one of the new sheets. A bad file rejects and
 * changes nothing.
 */
export async function insertSheets(book: Book, { bytes, names: wanted, position }: SheetsToInsert, customFunctions: readonly string[]): Promise<readonly string[]> {
  const file = chosen(await readWorkbookFile(bytes), wanted);
  const { grid } = book;
  const cells = file.sheets.map((sheet) => readCells(file, sheet, customFunctions));
  const own = file.sheets.map((sheet) => filePosition(file, sheet));
  const taken = new Set(grid.names().filter(({ sheetId }) => sheetId === undefined).map(({ name }) => name.toLowerCase()));
  const names = readNames(file.workbook, customFunctions, file.losses).flatMap((name) => {
    if (name.sheet !== undefined) return own.includes(name.sheet) ? [name] : [];
    return taken.has(name.name.toLowerCase()) ? own.map((sheet) => ({ ...name, sheet })) : [name];
  });
  await grid.recalculate();
  const ids = grid.batch(() => {
    // What has the same name steps aside meanwhile, so that the formulas of the file are read as they were meant.
    const back = [...setSheetsAside(book, file), ...setTablesAside(book)];
    const inserted = file.sheets.map(({ name }, index) => grid.addSheet(name, position + index));
    fillSheets(book, file, inserted, names, cells, customFunctions);
    back.forEach((restore) => restore());
    return inserted;
  });
  await grid.recalculate(true);
  return ids;
}

function chosen(file: WorkbookFile, wanted: readonly string[]): WorkbookFile {
  if (wanted.length === 0) return file;
  const missing = wanted.find((name) => !file.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()));
  if (missing !== undefined) throw new HostError("InvalidArgument", `The file has no worksheet "${missing}"; it has ${file.sheets.map(({ name }) => name).join(", ")}.`);
  return { ...file, sheets: file.sheets.filter((sheet) => wanted.some((name) => name.toLowerCase() === sheet.name.toLowerCase())) };
}

/** Gives the sheets with names of the file's sheets others; what it answers gives them back and names the new sheets anew. */
function setSheetsAside(book: Book, file: WorkbookFile): (() => void)[] {
  const rename = (id: string, from: string, to: string) => {
    book.grid.renameSheet(id, to);
    renameInRules(book, from, to);
  };
  const taken = book.sheets().filter(({ name }) => file.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase()));
  return taken.map(({ id, name }, index) => {
    const aside = `~aside ${index + 1}~`;
    rename(id, name, aside);
    return () => {
      const newcomer = book.findSheet(name);
      const others = [...book.sheets(), ...taken].map((sheet) => sheet.name);
      if (newcomer) rename(newcomer.id, newcomer.name, freeName(newcomer.name, others));
      rename(id, aside, name);
    };
  });
}

function setTablesAside({ grid }: Book): (() => void)[] {
  const before = grid.tables();
  before.forEach(({ id }, index) => grid.setTable(id, { name: `_Aside${index + 1}_` }));
  return before.map(({ id, name }) => () => {
    const tables = grid.tables();
    const newcomer = tables.find((table) => table.id !== id && table.name.toLowerCase() === name.toLowerCase());
    const others = new Set([...tables, ...before].map((table) => table.name.toLowerCase()));
    let number = 2;
    while (others.has(`${name}_${number}`.toLowerCase())) number++;
    if (newcomer) grid.setTable(newcomer.id, { name: `${name}_${number}` });
    grid.setTable(id, { name });
  });
}

/** `Sheet1 (2)`, as Excel names a copy. */
function freeName(name: string, others: readonly string[]): string {
  for (let number = 2; ; number++) {
    const end = ` (${number})`;
    const candidate = name.slice(0, 31 - end.length) + end;
    if (!others.some((other) => other.toLowerCase() === candidate.toLowerCase())) return candidate;
  }
}
