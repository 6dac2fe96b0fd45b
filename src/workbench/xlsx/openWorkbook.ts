import type { HostEvents } from "../office-host/hostObject";
import { Book } from "../office-host/objects/book";
import { pushConditionalFormats } from "../office-host/objects/conditionalRules";
import { pushValidations } from "../office-host/objects/validationRules";
import { emptySheet, emptyWorkbook, type SheetState } from "../office-host/objects/workbookState";
import type { Spreadsheet } from "../spreadsheet/spreadsheet";
import { type AddinStorage, readAddinStorage } from "./addinStorage";
import { colorOf } from "./colors";
import { type RuleLooks, readDxfs } from "./dxf";
import { readFilter } from "./filters";
import { relationships, textOf } from "./package/relationships";
import { child, children, flag, number, parseXml } from "./package/xml";
import { readProtection } from "./protection";
import { fillHyperlinks, fillNotes } from "./read/annotations";
import { fillCells, fillFormulas, readCells, type SheetCells } from "./read/cells";
import { readCharts } from "./read/charts";
import { readConditions } from "./read/conditions";
import { fillLines } from "./read/lines";
import { type FileName, isReserved, readNames, readPrintNames } from "./read/names";
import { readPage } from "./read/page";
import { readWorkbookSettings } from "./read/properties";
import { fillTables } from "./read/tables";
import { noteLeftOut } from "./read/leftOut";
import { readValidations } from "./read/validations";
import { readWorkbookFile, type SheetSource, type WorkbookFile } from "./read/workbookFile";

export interface OpenOptions {
  /** Name of the file as `Workbook.name` gives it. */
  readonly fileName: string;
  readonly events: HostEvents;
  /** Functions the add-in registers, `KAM.SCORE`: they tell how stored names were written. */
  readonly customFunctions: readonly string[];
  /** The add-in whose settings are read, by the id of its manifest. */
  readonly addinId: string;
}

export interface OpenedWorkbook {
  readonly book: Book;
  readonly storage: Pick<AddinStorage, "settings" | "customXml">;
  /** What the workbench could not take over, in sentences; empty when all is there. */
  readonly losses: readonly string[];
}

/**
 * Replaces what is in the grid by a workbook file (.xlsx, .xlsm without its macros). The file is read and checked as
 * a whole first: a bad one rejects with `WorkbookFileError` and the grid is as it was.
 */
export async function openWorkbook(bytes: Uint8Array, grid: Spreadsheet, options: OpenOptions): Promise<OpenedWorkbook> {
  const file = await readWorkbookFile(bytes);
  const names = readNames(file.workbook, options.customFunctions, file.losses);
  const cells = file.sheets.map((sheet) => readCells(file, sheet, options.customFunctions));
  const state = emptyWorkbook(options.fileName);
  readWorkbookSettings(file, state);
  noteLeftOut(file);
  const storage = readAddinStorage(file.parts, file.path, options.addinId, file.losses);
  const book = new Book(grid, state, options.events);
  // Formulas under way belong to sheets that are about to go.
  await grid.recalculate();
  grid.batch(() => fill(book, file, names, cells, options));
  await grid.recalculate(true);
  return { book, storage, losses: file.losses.list() };
}

function fill(book: Book, file: WorkbookFile, names: readonly FileName[], cells: readonly SheetCells[], options: OpenOptions): void {
  const { grid } = book;
  const [first] = file.sheets;
  grid.reset(first?.name ?? "Sheet1");
  const ids = file.sheets.map(({ name }, index) => (index === 0 ? (grid.sheets()[0]?.id ?? "") : grid.addSheet(name)));
  fillSheets(book, file, ids, names, cells, options.customFunctions);
  showFirst(grid, file, ids);
}

/** Fills empty sheets of the book, by their ids, with the sheets of a file. */
export function fillSheets(book: Book, file: WorkbookFile, ids: readonly string[], names: readonly FileName[], cells: readonly SheetCells[], customFunctions: readonly string[]): void {
  const { grid, state } = book;
  const dxfs = ruleLooks(file);
  file.sheets.forEach((sheet, index) => {
    const sheetId = ids[index] as string;
    const sheetState = (state.sheets[sheetId] = emptySheet());
    sheetState.formats = fillCells(grid, sheetId, cells[index] as SheetCells);
    fillSheet(book, sheetId, sheetState, file, sheet, cells[index] as SheetCells, dxfs, customFunctions);
    readPrintNames(names, filePosition(file, sheet), sheetState.pageLayout);
  });
  // Names and tables may be used by formulas of any sheet, so formulas and rules come when all of them are there.
  for (const { name, formula, visible, sheet, comment } of names.filter((one) => !isReserved(one.name))) {
    const sheetId = sheet === undefined ? undefined : ids[file.sheets.findIndex((one) => filePosition(file, one) === sheet)];
    grid.setName({ name, formula, visible, ...(sheetId === undefined ? {} : { sheetId }) });
    if (comment !== undefined) state.nameComments[`${sheetId ?? ""}!${name.toLowerCase()}`] = comment;
  }
  ids.forEach((sheetId, index) => fillFormulas(grid, sheetId, cells[index] as SheetCells));
  ids.forEach((sheetId, index) => {
    // Charts refer to cells of all sheets.
    book.sheetState(sheetId).charts = readCharts(book, sheetId, file.sheets[index] as SheetSource, file);
    pushConditionalFormats(book, sheetId);
    pushValidations(book, sheetId);
  });
}

/** Position in the file's list of sheets, which also has those without cells. */
export function filePosition(file: WorkbookFile, sheet: SheetSource): number {
  return children(child(file.workbook, "sheets"), "sheet").findIndex((one) => one.attributes["name"] === sheet.name);
}

function ruleLooks({ parts, library }: WorkbookFile): readonly RuleLooks[] {
  const workbook = relationships(parts, "").find(({ kind }) => kind === "officeDocument")?.target ?? "";
  const path = relationships(parts, workbook).find(({ kind }) => kind === "styles")?.target ?? "";
  const bytes = parts.get(path);
  return bytes ? readDxfs(parseXml(textOf(bytes), path), library.themeColors) : [];
}

function fillSheet(book: Book, sheetId: string, state: SheetState, file: WorkbookFile, sheet: SheetSource, cells: SheetCells, dxfs: readonly RuleLooks[], customFunctions: readonly string[]): void {
  const { grid } = book;
  const { library, head, tail } = sheet;
  const { losses } = file;
  for (const { startRow, startCol, endRow, endCol } of library.merges ?? []) {
    grid.merge({ sheetId, row: startRow, column: startCol, rowCount: endRow - startRow + 1, columnCount: endCol - startCol + 1 }, false);
  }
  fillLines(grid, sheetId, sheet, state, losses);
  Object.assign(book.state.tables, fillTables(grid, sheetId, sheet, file));
  const view = children(child(head, "sheetViews"), "sheetView")[0];
  state.showHeadings = flag(view, "showRowColHeaders", true);
  state.veryHidden = library.veryHidden ?? false;
  grid.setSheetLook(sheetId, {
    hidden: Boolean(library.hidden ?? library.veryHidden),
    tabColor: colorOf(library.view?.tabColor, file.library.themeColors) ?? "",
    showGridlines: flag(view, "showGridLines", true),
    frozen: { rows: library.freezePane?.rows ?? 0, columns: library.freezePane?.columns ?? 0 },
    zoom: number(view, "zoomScale") ?? 100,
  });
  state.protection = readProtection(tail, losses);
  readPage(head, tail, state);
  state.conditionalFormats = readConditions(tail, { dxfs, theme: file.library.themeColors, customFunctions, losses, newId: () => book.newId() });
  state.validations = readValidations(tail, customFunctions);
  state.autoFilter = readFilter(child(tail, "autoFilter"), losses);
  state.hyperlinks = fillHyperlinks(grid, sheetId, sheet, cells);
  Object.assign(state, fillNotes(grid, sheetId, sheet, file));
}

/** The sheet the file opens on, or the first one a person can see. */
function showFirst(grid: Spreadsheet, file: WorkbookFile, ids: readonly string[]): void {
  const visible = grid.sheets().filter(({ hidden }) => !hidden);
  const wanted = number(children(child(file.workbook, "bookViews"), "workbookView")[0], "activeTab") ?? 0;
  const active = ids[file.sheets.findIndex((sheet) => filePosition(file, sheet) === wanted)];
  const shown = visible.find(({ id }) => id === active) ?? visible[0];
  if (!shown) return;
  grid.activateSheet(shown.id);
  grid.select([{ sheetId: shown.id, row: 0, column: 0, rowCount: 1, columnCount: 1 }]);
}
