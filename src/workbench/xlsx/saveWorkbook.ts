import type { Book } from "../office-host/objects/book";
import type { SheetInfo } from "../spreadsheet/spreadsheet";
import { type AddinStorage, writeAddinStorage } from "./addinStorage";
import { fileColor } from "./colors";
import { Dxfs } from "./dxf";
import { type FileCell, type FileToWrite, type SheetToWrite, writeLibrary } from "./library";
import { Losses } from "./losses";
import { pack, unpack } from "./package/zip";
import { xml } from "./package/xml";
import { fileProtection } from "./protection";
import { type FormulaContext, formulaContext, writeCells } from "./write/cells";
import { placeCharts, writeCharts } from "./write/charts";
import { writeColumns, writeRows } from "./write/lines";
import { namesXml } from "./write/names";
import { addNotes } from "./write/notes";
import { editPart, replaceOnce } from "./write/parts";
import { writeProperties } from "./write/properties";
import { completeSheet } from "./write/sheetPart";
import { fileTable, tableXml } from "./write/tables";

export interface SavedWorkbook {
  readonly bytes: Uint8Array;
  /** What the file does not hold, in sentences; empty when all is there. */
  readonly losses: readonly string[];
}

/** The open workbook as an .xlsx file. Formulas are saved with their present results. */
export async function saveWorkbook(book: Book, storage?: AddinStorage): Promise<SavedWorkbook> {
  const losses = new Losses();
  const context = formulaContext(book);
  const sheets = book.sheets();
  const { structureProtection } = book.state;
  const toWrite: FileToWrite = {
    sheets: sheets.map((sheet) => sheetToWrite(book, sheet, context, losses)),
    properties: writeProperties(book.state),
    activeSheet: Math.max(0, sheets.findIndex(({ id }) => id === book.grid.activeSheet())),
    ...(structureProtection ? { workbookProtection: { lockStructure: true, ...(structureProtection.password ? { password: structureProtection.password } : {}) } } : {}),
  };
  const styles = Object.keys(book.state.styles).length;
  losses.add("The name of # cell style is left out, the looks of its cells are kept", "The names of # cell styles are left out, the looks of their cells are kept", styles);
  const parts = unpack(await writeLibrary(toWrite));
  const dxfs = new Dxfs();
  sheets.forEach(({ id }, index) => completeSheet(parts, `xl/worksheets/sheet${index + 1}.xml`, book, id, dxfs, losses));
  placeCharts(parts, book);
  tablesInOrder(book).forEach((table, index) => editPart(parts, `xl/tables/table${index + 1}.xml`, () => tableXml(book, table, index + 1, losses)));
  editPart(parts, "xl/styles.xml", (styles) => replaceOnce(styles, /<dxfs[^>]*\/>/, dxfs.toXml()));
  editPart(parts, "xl/workbook.xml", (workbook) => replaceOnce(workbook, /<calcPr[^>]*\/>/, namesXml(book, context) + calculationXml(book)));
  if (storage) writeAddinStorage(parts, storage);
  return { bytes: pack(parts), losses: losses.list() };
}

function tablesInOrder(book: Book) {
  return book.sheets().flatMap(({ id }) => book.grid.tables().filter((table) => table.area.sheetId === id));
}

function sheetToWrite(book: Book, { id, name, hidden, tabColor, showGridlines, frozen }: SheetInfo, context: FormulaContext, losses: Losses): SheetToWrite {
  const state = book.sheetState(id);
  const { cells, region } = writeCells(book, id, context, losses);
  addNotes(cells, state, losses);
  const rowDefs = writeRows(book, id, region?.rowCount ?? 0);
  const lastRow = [...rowDefs.keys()].reduce((last, row) => Math.max(last, row), -1);
  // The library skips settings of rows after the last cell: an empty cell makes them count.
  if (lastRow >= (region?.rowCount ?? 0)) cells.set(`${lastRow},0`, { value: null } satisfies Partial<FileCell>);
  losses.add("# shape is left out", "# shapes are left out", state.shapes.length);
  losses.add("# PivotTable is saved as plain cells", "# PivotTables are saved as plain cells", state.pivots.length);
  losses.add("# slicer is left out", "# slicers are left out", state.slicers.length);
  losses.add("# custom property of a sheet is left out", "# custom properties of sheets are left out", state.customProperties.length);
  return {
    name,
    cells,
    rows: [],
    columns: writeColumns(book, id, region?.columnCount ?? 0),
    rowDefs,
    merges: book.grid.merges(id).map(({ row, column, rowCount, columnCount }) => ({ startRow: row, startCol: column, endRow: row + rowCount - 1, endCol: column + columnCount - 1 })),
    view: { showGridLines: showGridlines, showRowColHeaders: state.showHeadings, ...(tabColor ? { tabColor: fileColor(tabColor) } : {}) },
    ...(frozen.rows > 0 || frozen.columns > 0 ? { freezePane: frozen } : {}),
    ...(state.veryHidden ? { veryHidden: true } : hidden ? { hidden: true } : {}),
    ...(state.protection ? { protection: fileProtection(state.protection) } : {}),
    tables: book.grid.tables().filter((table) => table.area.sheetId === id).map(fileTable),
    // The library counts the row above the break, the host the row below it.
    rowBreaks: state.rowBreaks.map((row) => row - 1),
    colBreaks: state.columnBreaks.map((column) => column - 1),
    charts: writeCharts(book, state.charts, name, losses),
  };
}

/** Excel recalculates on opening when told so, and would replace the saved results of add-in functions by #NAME?. */
function calculationXml({ state }: Book): string {
  const { calculationMode, iterativeCalculation, usePrecisionAsDisplayed } = state;
  return xml("calcPr", {
    calcId: 191029,
    calcMode: calculationMode === "Manual" ? "manual" : calculationMode === "AutomaticExceptTables" ? "autoNoTable" : undefined,
    iterate: iterativeCalculation.enabled || undefined,
    iterateCount: iterativeCalculation.enabled ? iterativeCalculation.maxIteration : undefined,
    iterateDelta: iterativeCalculation.enabled ? iterativeCalculation.maxChange : undefined,
    fullPrecision: usePrecisionAsDisplayed ? false : undefined,
  });
}
