import type { LineRef, ModelChange, ModelSheetState, ModelStore, StoredModel } from "../../app/model/modelStore";
import { Problem } from "../../app/problems";
import type { Area } from "../../sheets/a1";
import { cellAddress } from "../../sheets/a1";
import { MODEL_TABLES, type ModelTable } from "../../sheets/model/model";
import type { ModelCells, ModelTableCells } from "../../sheets/model/modelCells";
import { headerChoiceOf, TABLES_OF_HEADERS } from "../../sheets/model/modelSections";
import { MODEL_COLUMN_WIDTHS } from "../../sheets/model/modelSheet";
import { updatePart, type ModelUpdate } from "../../sheets/model/modelUpdate";
import type { CellValue } from "../../sheets/cellValue";
import type { Workbook } from "../../app/workbook";
import { applySheetPart, setValidation } from "../applySheetPlan";
import type { ExcelRun } from "../excelRun";
import { goTo } from "../goTo";
import { watchSheets } from "../watchSheets";
import { addLine, lineAt, setCells, swapLines, TableForWriting } from "./modelTableWriting";

const TABLES = Object.entries(MODEL_TABLES) as [ModelTable, string][];

/** The model's tables in the open workbook, through Office.js. */
export function excelModelStore(run: ExcelRun, workbook: Pick<Workbook, "addSheet">): ModelStore {
  let sheetIds: ReadonlySet<string> = new Set();
  return {
    load: () =>
      run(async (context) => {
        const { stored, ids } = await readStored(context);
        sheetIds = ids;
        return stored;
      }),
    create: (plan) => workbook.addSheet(plan),
    save: (changes) => run((context) => save(context, changes)),
    update: (update) => run((context) => addMissing(context, update)),
    offerHeaders: (listHeaders) => run((context) => offerHeaders(context, listHeaders)),
    offersHeaders: (listHeaders) => run((context) => offersHeaders(context, listHeaders)),
    reveal: (sheetName) =>
      run(async (context) => {
        context.workbook.worksheets.getItem(sheetName).visibility = "Visible";
        await context.sync();
      }),
    goTo: (sheetName, address) => goTo(run, sheetName, address),
    // Without a model any sheet may become its home.
    watch: (onChange) => watchSheets(run, (sheetId, isSheetItself) => (isSheetItself || sheetIds.has(sheetId)) && onChange()),
  };
}

/** Two requests: which tables there are, then their cells. */
async function readStored(context: Excel.RequestContext): Promise<{ readonly stored: StoredModel; readonly ids: ReadonlySet<string> }> {
  const tables = TABLES.map(([key, name]) => {
    const table = context.workbook.tables.getItemOrNullObject(name);
    table.load("name,showHeaders");
    return { key, name, table };
  });
  await context.sync();
  const present = tables
    .filter(({ table }) => !table.isNullObject)
    .map(({ key, name, table }) => {
      if (!table.showHeaders) throw noHeader(name);
      const { worksheet } = table;
      worksheet.load("id,name,visibility");
      worksheet.protection.load("protected");
      const head = table.getHeaderRowRange();
      head.load("values,rowIndex,columnIndex");
      const body = table.getDataBodyRange();
      body.load("values");
      return { key, worksheet, head, body };
    });
  await context.sync();
  const cells: Partial<Record<ModelTable, ModelTableCells>> = {};
  const sheets = new Map<string, ModelSheetState>();
  for (const { key, worksheet, head, body } of present) {
    cells[key] = { sheetName: worksheet.name, block: { row: head.rowIndex, column: head.columnIndex, values: [...head.values, ...body.values] as CellValue[][] } };
    sheets.set(worksheet.id, { name: worksheet.name, visibility: VISIBILITY[worksheet.visibility] ?? "visible", isProtected: worksheet.protection.protected });
  }
  return { stored: { cells: cells as ModelCells, sheets: [...sheets.values()] }, ids: new Set(sheets.keys()) };
}

const VISIBILITY: Readonly<Record<string, ModelSheetState["visibility"]>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

const noHeader = (name: string) => new Problem("noHeader", `The table ${name} does not show its header row.`, "Switch the header row on (Table Design, Header Row), then try again.");

/**
 * Two requests and a third: the tables as they are now, then all changes. Cells are set first, then lines are removed from
 * the last up, then new ones are added, so that no change moves a line another one means.
 */
async function save(context: Excel.RequestContext, changes: readonly ModelChange[]): Promise<void> {
  const tables = await tablesFor(context, new Set(changes.map((change) => (change.kind === "add" ? change.table : change.line.table))));
  const tableOf = (key: ModelTable) => tables.get(key) as TableForWriting;
  const found = (line: LineRef) => lineAt(tableOf(line.table), line);
  const removals = changes.flatMap((change) => (change.kind === "remove" ? [{ table: tableOf(change.line.table), place: found(change.line) }] : []));
  const sets = changes.flatMap((change) => (change.kind === "set" ? [{ table: tableOf(change.line.table), place: found(change.line), change }] : []));
  const swaps = changes.flatMap((change) => (change.kind === "swap" ? [{ table: tableOf(change.line.table), places: [found(change.line), found(change.other)] as const, staying: change.staying }] : []));
  for (const { table, place, change } of sets) setCells(table, place, { [change.header]: change.value });
  for (const { table, places, staying } of swaps) swapLines(table, ...places, staying);
  for (const { table, place } of removals.sort((a, b) => b.place - a.place)) table.remove(place);
  for (const change of changes) if (change.kind === "add") addLine(tableOf(change.table), change.values);
  await context.sync();
}

/** Rows read below a table, to see whether it can grow without moving what stands there. */
const ROWS_BELOW = 2;

async function tablesFor(context: Excel.RequestContext, keys: ReadonlySet<ModelTable>): Promise<Map<ModelTable, TableForWriting>> {
  const tables = [...keys].map((key) => {
    const table = context.workbook.tables.getItemOrNullObject(MODEL_TABLES[key]);
    table.load("name");
    return { key, table };
  });
  await context.sync();
  const gone = tables.find(({ table }) => table.isNullObject);
  if (gone) throw new Problem("sheetGone", `The table ${MODEL_TABLES[gone.key]} is gone.`, "Take the deletion back (Ctrl+Z), or bring the model up to date.");
  const loaded = tables.map(({ key, table }) => {
    const head = table.getHeaderRowRange();
    head.load("values");
    const body = table.getDataBodyRange();
    body.load("values,formulas,rowIndex,columnIndex,rowCount,columnCount");
    const below = body.getRowsBelow(ROWS_BELOW);
    below.load("values");
    table.worksheet.load("name");
    table.worksheet.protection.load("protected");
    return { key, table, head, body, below };
  });
  await context.sync();
  const locked = loaded.find(({ table }) => table.worksheet.protection.protected);
  if (locked) throw new Problem("protectedSheet", `The sheet "${locked.table.worksheet.name}" is protected, so the model cannot be changed.`, "Take the protection off (Review, Unprotect Sheet), then try again.");
  return new Map(
    loaded.map(({ key, table, head, body, below }) => {
      const hasRoom = below.values.every((row) => row.every((value) => value === ""));
      return [key, new TableForWriting(key, table, (head.values[0] as CellValue[]).map(String), body, hasRoom)];
    }),
  );
}

/** Adds the missing settings first, while nothing of ours stands below their table yet; then the missing tables at the bottom. */
async function addMissing(context: Excel.RequestContext, update: ModelUpdate): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(update.sheetName);
  const { protection } = sheet;
  protection.load("protected");
  await context.sync();
  if (protection.protected) throw new Problem("protectedSheet", `The sheet "${update.sheetName}" is protected, so nothing can be added to it.`, "Take the protection off (Review, Unprotect Sheet), then try again.");
  if (update.settings.length > 0) {
    const table = (await tablesFor(context, new Set<ModelTable>(["settings"]))).get("settings") as TableForWriting;
    for (const { name, value, unit, note } of update.settings) addLine(table, { Setting: name, Value: value ?? "", Unit: unit, Note: note });
    await context.sync();
  }
  if (update.absent.length === 0) return;
  const used = sheet.getUsedRange(true);
  used.load("rowIndex,rowCount");
  const tierNames = context.workbook.tables.getItemOrNullObject(MODEL_TABLES.tiers);
  tierNames.load("name");
  await context.sync();
  const part = updatePart(update.absent, used.rowIndex + used.rowCount + 2, tierNames.isNullObject ? undefined : await areaOfFirstColumn(context, tierNames));
  part.rowHeights.forEach((height, i) => height !== "auto" && (sheet.getRange(cellAddress(part.firstRow + i, 0)).format.rowHeight = height));
  // Column E was wide for the notes of 0.1.0; now tables with short columns stand in it, and notes reach over empty cells.
  if (update.absent.includes("criteria")) MODEL_COLUMN_WIDTHS.forEach((width, column) => (sheet.getRange(cellAddress(0, column)).format.columnWidth = width));
  applySheetPart(sheet, part);
  await context.sync();
}

async function offerHeaders(context: Excel.RequestContext, listHeaders: string): Promise<void> {
  const tables = TABLES_OF_HEADERS.map((key) => context.workbook.tables.getItemOrNullObject(MODEL_TABLES[key]));
  for (const table of tables) table.load("name");
  await context.sync();
  const columns = tables
    .filter((table) => !table.isNullObject)
    .map((table) => {
      const column = table.columns.getItemOrNullObject("Column");
      column.load("name");
      table.worksheet.protection.load("protected");
      return { column, protection: table.worksheet.protection };
    });
  await context.sync();
  for (const { column, protection } of columns) if (!column.isNullObject && !protection.protected) setValidation(column.getDataBodyRange().dataValidation, headerChoiceOf(listHeaders));
  await context.sync();
}

async function offersHeaders(context: Excel.RequestContext, listHeaders: string): Promise<boolean> {
  const table = context.workbook.tables.getItemOrNullObject(MODEL_TABLES.criteria);
  table.load("name");
  await context.sync();
  if (table.isNullObject) return true;
  const column = table.columns.getItemOrNullObject("Column");
  column.load("name");
  await context.sync();
  if (column.isNullObject) return true;
  // Lines that were added may have no rule or one of their own; the first line has that of the pane.
  const { dataValidation } = column.getDataBodyRange().getCell(0, 0);
  dataValidation.load("rule");
  await context.sync();
  const source = (dataValidation.rule as Excel.DataValidationRule | null)?.list?.source;
  const plain = (reference: string) => reference.replace(/['$=]/g, "").toLowerCase();
  return typeof source !== "string" || plain(source) === plain(listHeaders);
}

async function areaOfFirstColumn(context: Excel.RequestContext, table: Excel.Table): Promise<Area> {
  const names = table.columns.getItemAt(0).getDataBodyRange();
  names.load("rowIndex,columnIndex,rowCount");
  await context.sync();
  return { row: names.rowIndex, column: names.columnIndex, rowCount: names.rowCount, columnCount: 1 };
}
