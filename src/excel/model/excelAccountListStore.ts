import type { AccountListStore, CellFix, ListPlace, NewColumn } from "../../app/model/accountListStore";
import { Problem } from "../../app/problems";
import type { Selection } from "../../app/workbook";
import { areaAddress, cellAddress, type Area } from "../../sheets/a1";
import type { ExcelRun } from "../excelRun";
import { goTo } from "../goTo";
import { readCells, readHiddenRows } from "../readCells";
import { readSelection } from "../readSelection";
import { watchSheets } from "../watchSheets";

/** The account list in the open workbook, through Office.js. */
export function excelAccountListStore(run: ExcelRun): AccountListStore {
  return {
    selection: () => run(readSelection),
    table: (name) => run((context) => readTable(context, name)),
    sheet: (sheetName) => run((context) => readSheet(context, sheetName)),
    values: (sheetName, area) => readCells(run, sheetName, area),
    mergedAreas: (sheetName, area) => run((context) => readMerged(context, sheetName, area)),
    hiddenRows: (sheetName, area) => readHiddenRows(run, sheetName, area),
    fix: (sheetName, fixes) => run((context) => fixCells(context, sheetName, fixes)),
    addColumns: (place, columns) => run((context) => addColumns(context, place, columns)),
    unmerge: (sheetName, addresses) =>
      run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetName);
        for (const address of addresses) sheet.getRange(address).unmerge();
        await context.sync();
      }),
    goTo: (sheetName, address) => goTo(run, sheetName, address),
    watch: async (sheetName, onChange) => {
      const id = await run(async (context) => {
        const sheet = context.workbook.worksheets.getItem(sheetName);
        sheet.load("id");
        await context.sync();
        return sheet.id;
      });
      return watchSheets(run, (sheetId, isSheetItself) => (isSheetItself || sheetId === id) && onChange());
    },
  };
}

const toArea = (range: Excel.Range): Area => ({ row: range.rowIndex, column: range.columnIndex, rowCount: range.rowCount, columnCount: range.columnCount });

async function readTable(context: Excel.RequestContext, name: string): Promise<Selection | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("name,showHeaders,showTotals");
  await context.sync();
  if (table.isNullObject) return undefined;
  const range = table.getRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  table.worksheet.load("name");
  await context.sync();
  const area = toArea(range);
  return { sheetName: table.worksheet.name, areas: [area], used: area, table: { name: table.name, area, hasHeader: table.showHeaders, hasTotals: table.showTotals } };
}

async function readSheet(context: Excel.RequestContext, sheetName: string): Promise<Selection | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load("name");
  await context.sync();
  if (sheet.isNullObject) return undefined;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  return { sheetName: sheet.name, areas: [], used: used.isNullObject ? undefined : toArea(used) };
}

/** getMergedAreasOrNullObject came with ExcelApi 1.13; an older Excel says nothing about merged cells. */
async function readMerged(context: Excel.RequestContext, sheetName: string, area: Area): Promise<readonly Area[]> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return [];
  const merged = context.workbook.worksheets.getItem(sheetName).getRange(areaAddress(area)).getMergedAreasOrNullObject();
  merged.load("address");
  await context.sync();
  if (merged.isNullObject) return [];
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  await context.sync();
  return merged.areas.items.map(toArea);
}

/** Cells of one column that follow each other are read and written as one block. */
function runsOf(fixes: readonly CellFix[]): readonly CellFix[][] {
  const runs: CellFix[][] = [];
  for (const fix of [...fixes].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && before.column === fix.column && before.row === fix.row - 1) last.push(fix);
    else runs.push([fix]);
  }
  return runs;
}

/** More separate blocks than this go column by column instead: a request counts its calls, not only its cells. */
const MOST_BLOCKS = 500;

async function fixCells(context: Excel.RequestContext, sheetName: string, fixes: readonly CellFix[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const { protection } = sheet;
  protection.load("protected");
  const runs = runsOf(fixes);
  const blocks = runs.length > MOST_BLOCKS ? runsByColumn(fixes) : runs;
  const ranges = blocks.map((block) => {
    const first = block[0] as CellFix;
    const last = block.at(-1) as CellFix;
    const range = sheet.getRange(areaAddress({ row: first.row, column: first.column, rowCount: last.row - first.row + 1, columnCount: 1 }));
    range.load("values,formulas");
    return { range, first, block };
  });
  await context.sync();
  if (protection.protected) throw new Problem("protectedSheet", `The sheet "${sheetName}" is protected, so its cells cannot be mended.`, "Take the protection off (Review, Unprotect Sheet), then try again.");
  for (const { range, first, block } of ranges) {
    for (const fix of block) {
      const at = fix.row - first.row;
      if (range.values[at]?.[0] !== fix.from) throw changed(sheetName, fix);
    }
  }
  for (const { range, first, block } of ranges) {
    // null leaves the cells between as they are.
    const values = range.values.map(() => [null as string | number | boolean | null]);
    for (const fix of block) values[fix.row - first.row] = [typeof fix.to === "string" && fix.to !== "" ? `'${fix.to}` : fix.to];
    const numbers = block.filter((fix) => typeof fix.to === "number");
    // A cell with the format "Text" would take the number for a text again.
    if (numbers.length > 0) range.numberFormat = range.values.map((_, i) => [numbers.some((fix) => fix.row - first.row === i) ? "General" : null]) as string[][];
    range.values = values;
  }
  await context.sync();
}

function runsByColumn(fixes: readonly CellFix[]): readonly CellFix[][] {
  const columns = new Map<number, CellFix[]>();
  for (const fix of [...fixes].sort((a, b) => a.row - b.row)) columns.set(fix.column, [...(columns.get(fix.column) ?? []), fix]);
  return [...columns.values()];
}

const changed = (sheetName: string, fix: CellFix) =>
  new Problem("listChanged", `"${sheetName}" ${cellAddress(fix.row, fix.column)} has been changed since the list was checked.`, "Check the list again; nothing was written.");

/** In a table as columns of the table, beside a range as a block; formulas are filled down to the last account. */
async function addColumns(context: Excel.RequestContext, place: ListPlace, columns: readonly NewColumn[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheetName);
  const first = place.body.column + place.body.columnCount;
  const block: Area = { row: place.headerRow, column: first, rowCount: place.body.rowCount + 1, columnCount: columns.length };
  const beside = sheet.getRange(areaAddress(block)).getUsedRangeOrNullObject(true);
  beside.load("address");
  const { protection } = sheet;
  protection.load("protected");
  await context.sync();
  if (protection.protected) throw new Problem("protectedSheet", `The sheet "${place.sheetName}" is protected, so no column can be added.`, "Take the protection off (Review, Unprotect Sheet), then try again.");
  if (!beside.isNullObject) throw new Problem("listChanged", `Right of the list, in ${beside.address.split("!").pop()}, stand other cells.`, "Move them, then try again; nothing was written.");
  columns.forEach((column, i) => {
    const at = first + i;
    const cells = sheet.getRange(areaAddress({ row: place.body.row, column: at, rowCount: place.body.rowCount, columnCount: 1 }));
    const head = sheet.getRange(cellAddress(place.headerRow, at));
    head.copyFrom(cellAddress(place.headerRow, first - 1), "Formats");
    if (place.tableName === undefined) head.values = [[`'${column.header}`]];
    else context.workbook.tables.getItem(place.tableName).columns.add(undefined, undefined, column.header);
    cells.format.fill.clear();
    cells.numberFormat = [[column.numberFormat ?? "General"]];
    if (column.formula !== undefined) {
      // One formula for many cells would name the same cells in each; copied down it moves along.
      const top = cellAddress(place.body.row, at);
      sheet.getRange(top).formulas = [[column.formula]];
      if (place.body.rowCount > 1) cells.copyFrom(top, "Formulas");
    }
    cells.dataValidation.clear();
    if (column.bounds) {
      cells.dataValidation.rule = { decimal: { formula1: column.bounds.least, formula2: column.bounds.most, operator: "Between" } };
      cells.dataValidation.errorAlert = { message: `Type a number from ${column.bounds.least} to ${column.bounds.most}.`, showAlert: true, style: "Stop", title: "KAM Planner" };
    }
    if (column.prompt !== "") cells.dataValidation.prompt = { message: column.prompt.slice(0, 250), showPrompt: true, title: column.header.slice(0, 32) };
  });
  await context.sync();
}
