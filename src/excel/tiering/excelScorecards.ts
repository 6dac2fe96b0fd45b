import { areaAddress, cellAddress, type Area } from "../../sheets/a1";
import { STYLES } from "../../sheets/styles";
import type { SheetPlan } from "../../sheets/sheetPlan";
import type { Entry, LookOfCells, MadeColumns, ScorecardStore, TableState } from "../../app/tiering/scorecardStore";
import { applyLook, applyNumberFormats } from "../applyLooks";
import type { ExcelRun } from "../excelRun";
import { addSheet, removeSheets } from "../excelWorkbook";

const MADE_SETTING = "kamPlanner.madeColumns";

/** Writing results into the open workbook, through Office.js. */
export function excelScorecards(run: ExcelRun): ScorecardStore {
  return {
    table: (name) => run((context) => readTable(context, name)),
    entries: (sheetName, area) => run((context) => readEntries(context, sheetName, area)),
    enter: (sheetName, area, entries) =>
      run(async (context) => {
        rangeOf(context, sheetName, area).formulas = entries as Entry[][];
        await context.sync();
      }),
    fill: (sheetName, formulas) => run((context) => fill(context, sheetName, formulas)),
    clear: (sheetName, area) =>
      run(async (context) => {
        rangeOf(context, sheetName, area).clear();
        await context.sync();
      }),
    addSheet: (plan, frozenColumns) => addFrozenSheet(run, plan, frozenColumns),
    removeSheets: async (ids) => void (await run((context) => removeSheets(context, ids))),
    renameSheet: (id, name) =>
      run(async (context) => {
        context.workbook.worksheets.getItem(id).name = name;
        await context.sync();
      }),
    addTable: (sheetName, area, name) => run((context) => addTable(context, sheetName, area, name)),
    resizeTable: (name, area) => run((context) => resizeTable(context, name, area)),
    addRows: (name, count) => run((context) => addRows(context, name, count)),
    deleteRows: (name, rows) => run((context) => deleteRows(context, name, rows)),
    addColumns: (name, headers) =>
      run(async (context) => {
        const { columns } = context.workbook.tables.getItem(name);
        for (const header of headers) columns.add(undefined, undefined, header);
        await context.sync();
      }),
    deleteColumns: (name, headers) =>
      run(async (context) => {
        const { columns } = context.workbook.tables.getItem(name);
        for (const header of headers) columns.getItem(header).delete();
        await context.sync();
      }),
    applyLooks: (sheetName, looks) => run((context) => applyLooks(context, sheetName, looks)),
    setPrintArea: (sheetName, area) =>
      run(async (context) => {
        context.workbook.worksheets.getItem(sheetName).pageLayout.setPrintArea(areaAddress(area));
        await context.sync();
      }),
    madeColumns: () => run(readMade),
    rememberColumns: (made) =>
      run(async (context) => {
        const others = (await readMade(context)).filter(({ table }) => table.toLowerCase() !== made.table.toLowerCase());
        context.workbook.settings.add(MADE_SETTING, JSON.stringify([...others, made]));
        await context.sync();
      }),
  };
}

const rangeOf = (context: Excel.RequestContext, sheetName: string, { row, column, rowCount, columnCount }: Area): Excel.Range =>
  context.workbook.worksheets.getItem(sheetName).getRangeByIndexes(row, column, rowCount, columnCount);

async function readTable(context: Excel.RequestContext, name: string): Promise<TableState | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("name,showTotals");
  await context.sync();
  if (table.isNullObject) return undefined;
  const range = table.getRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  const head = table.getHeaderRowRange();
  head.load("values");
  const { worksheet } = table;
  worksheet.load("id,name");
  const { protection } = worksheet;
  protection.load("protected");
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,rowCount");
  await context.sync();
  const hasTotals = table.showTotals;
  const lastRow = range.rowIndex + range.rowCount;
  return {
    name: table.name,
    sheetId: worksheet.id,
    sheetName: worksheet.name,
    isProtected: protection.protected,
    area: { row: range.rowIndex, column: range.columnIndex, rowCount: range.rowCount - (hasTotals ? 1 : 0), columnCount: range.columnCount },
    headers: (head.values[0] ?? []).map(String),
    hasTotals,
    hasCellsBelow: !used.isNullObject && used.rowIndex + used.rowCount > lastRow,
  };
}

async function readEntries(context: Excel.RequestContext, sheetName: string, area: Area): Promise<Entry[][]> {
  const range = rangeOf(context, sheetName, area);
  range.load("formulas,values");
  await context.sync();
  const { values } = range;
  return range.formulas.map((row: Entry[], r: number) => row.map((formula, c) => entryOf(formula, (values[r] as Entry[])[c] as Entry)));
}

/** A text that begins with `=` reads the same as a formula, but its value is the same text. */
function entryOf(formula: Entry, value: Entry): Entry {
  if (typeof formula !== "string" || formula === "") return formula;
  return formula.startsWith("=") && formula !== value ? formula : `'${formula}`;
}

async function fill(context: Excel.RequestContext, sheetName: string, formulas: readonly { readonly area: Area; readonly formula: string }[]): Promise<void> {
  // Every column depends on others: one calculation at the end instead of one after each.
  context.application.suspendApiCalculationUntilNextSync();
  // One formula for all cells of a range, as Office.js takes it instead of an array.
  for (const { area, formula } of formulas) rangeOf(context, sheetName, area).formulas = formula as unknown as string[][];
  await context.sync();
}

async function addFrozenSheet(run: ExcelRun, plan: SheetPlan, frozenColumns: number) {
  const made = await addSheet(run, plan);
  if (frozenColumns === 0) return made;
  try {
    await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(made.id);
      sheet.freezePanes.freezeAt(sheet.getRange(`A1:${cellAddress(plan.frozenRows - 1, frozenColumns - 1)}`));
      await context.sync();
    });
  } catch (thrown) {
    await run((context) => removeSheets(context, [made.id])).catch(() => undefined); // the first error says more
    throw thrown;
  }
  return made;
}

async function addTable(context: Excel.RequestContext, sheetName: string, area: Area, name: string): Promise<void> {
  const table = context.workbook.tables.add(rangeOf(context, sheetName, area), true);
  table.name = name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  await context.sync();
}

/** The version of Excel's interface that can make a table longer in one call. */
const RESIZE_API = "1.13";

async function resizeTable(context: Excel.RequestContext, name: string, area: Area): Promise<void> {
  const table = context.workbook.tables.getItem(name);
  if (Office.context.requirements.isSetSupported("ExcelApi", RESIZE_API)) {
    table.resize(areaAddress(area));
    await context.sync();
    return;
  }
  const body = table.getDataBodyRange();
  body.load("rowCount");
  await context.sync();
  const missing = area.rowCount - 1 - body.rowCount;
  if (missing > 0) await addRows(context, name, missing);
  else if (missing < 0) await deleteRows(context, name, Array.from({ length: -missing }, (_, i) => area.rowCount - 1 + i));
}

async function addRows(context: Excel.RequestContext, name: string, count: number): Promise<void> {
  const table = context.workbook.tables.getItem(name);
  const head = table.getHeaderRowRange();
  head.load("columnCount");
  await context.sync();
  const blank = Array.from({ length: count }, () => Array<string>(head.columnCount).fill(""));
  table.rows.add(undefined, blank);
  await context.sync();
}

/** Runs of rows from the last one up, so that the places of the others stay. */
async function deleteRows(context: Excel.RequestContext, name: string, rows: readonly number[]): Promise<void> {
  const body = context.workbook.tables.getItem(name).getDataBodyRange();
  const descending = [...rows].sort((a, b) => b - a);
  for (let i = 0; i < descending.length; ) {
    let last = i;
    while (last + 1 < descending.length && descending[last + 1] === (descending[last] as number) - 1) last++;
    const first = descending[last] as number;
    body.getRow(first).getResizedRange((descending[i] as number) - first, 0).delete("Up");
    i = last + 1;
  }
  await context.sync();
}

async function applyLooks(context: Excel.RequestContext, sheetName: string, looks: readonly LookOfCells[]): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(sheetName);
  const groups = looks.map(({ area, style }) => ({ look: STYLES[style], addresses: [areaAddress(area)] }));
  for (const group of groups) applyLook(sheet, group);
  applyNumberFormats(sheet, groups);
  await context.sync();
}

async function readMade(context: Excel.RequestContext): Promise<readonly MadeColumns[]> {
  const setting = context.workbook.settings.getItemOrNullObject(MADE_SETTING);
  setting.load("value");
  await context.sync();
  if (setting.isNullObject) return [];
  try {
    const read: unknown = JSON.parse(String(setting.value));
    return Array.isArray(read) ? (read as MadeColumns[]).filter(({ table, headers }) => typeof table === "string" && Array.isArray(headers)) : [];
  } catch {
    return [];
  }
}
