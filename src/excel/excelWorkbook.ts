import { Problem } from "../app/problems";
import type { MadeSheet, SheetSummary, Workbook } from "../app/workbook";
import type { SheetPlan } from "../sheets/sheetPlan";
import { areaAddress } from "../sheets/a1";
import { sheetNameKey } from "../sheets/limits";
import { KEY_NAME, TEMPLATE_NAME } from "../sheets/plan/planNames";
import { applySheetPlan } from "./applySheetPlan";
import { excelRun, type ExcelRun } from "./excelRun";
import { areasOf } from "./plans/planCells";
import { FORMER_NAME } from "./plans/succession";
import { readCells, readHiddenRows } from "./readCells";
import { readSelection } from "./readSelection";

/**
 * The open workbook, through Office.js.
 * @param ready resolves when Office is; calls made earlier wait for it
 */
export function excelWorkbook(ready: Promise<unknown>): Workbook {
  const run = excelRun(ready);
  return {
    selection: () => run(readSelection),
    values: (sheetName, area) => readCells(run, sheetName, area),
    hiddenRows: (sheetName, area) => readHiddenRows(run, sheetName, area),
    sheets: () => run(readSheets),
    tableRowNames: (tableName) => run((context) => readTableRowNames(context, tableName)),
    addSheet: (plan) => addSheet(run, plan),
    openSheet: (id) => run((context) => openSheet(context, id)),
    removeSheets: (ids) => run((context) => removeSheets(context, ids)),
    onSelectionChanged: (callback) => watchSelection(run, callback),
  };
}

/** The keys of plans stand in cells that each plan's own name points to. Three requests for any number of sheets. */
async function readSheets(context: Excel.RequestContext): Promise<SheetSummary[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/id,items/name");
  await context.sync();
  // Two names of each sheet, not all of them: a plan has a hundred.
  const names = sheets.items.map((sheet) => [KEY_NAME, FORMER_NAME].map((name) => sheet.names.getItemOrNullObject(name)) as [Excel.NamedItem, Excel.NamedItem]);
  for (const name of names.flat()) name.load("name,formula");
  const template = context.workbook.names.getItemOrNullObject(TEMPLATE_NAME);
  template.load("formula");
  await context.sync();
  const found = sheets.items.map((sheet, i) => {
    const [key, former] = names[i] as [Excel.NamedItem, Excel.NamedItem];
    const keyCell = key.isNullObject ? undefined : areasOf([{ name: KEY_NAME, formula: key.formula }]).get(KEY_NAME);
    const cell = keyCell && sheet.getRange(areaAddress(keyCell));
    cell?.load("values");
    return { sheet, keyCell, cell, isFormer: !former.isNullObject };
  });
  await context.sync();
  const templateSheet = template.isNullObject ? undefined : sheetOf(template.formula);
  return found.map(({ sheet, keyCell, cell, isFormer }) => {
    const key: unknown = cell?.values[0]?.[0];
    return {
      id: sheet.id,
      name: sheet.name,
      ...(typeof key === "number" || (typeof key === "string" && key !== "") ? { planKey: key } : {}),
      ...(keyCell ? { keyCell } : {}),
      ...(isFormer ? { isFormer } : {}),
      ...(templateSheet !== undefined && sheetNameKey(sheet.name) === templateSheet ? { isTemplate: true } : {}),
    };
  });
}

/** `='Plan ''26'!$B$5` → the sheet's name, as `sheetNameKey`; undefined when the cell has been deleted. */
function sheetOf(formula: unknown): string | undefined {
  if (typeof formula !== "string") return undefined;
  const [, quoted, plain] = /^=(?:'((?:[^']|'')+)'|([^'!]+))!\$?[A-Z]/.exec(formula) ?? [];
  const name = quoted?.replace(/''/g, "'") ?? plain;
  return name === undefined ? undefined : sheetNameKey(name);
}

async function readTableRowNames(context: Excel.RequestContext, tableName: string): Promise<string[] | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(tableName);
  table.load("name");
  await context.sync();
  if (table.isNullObject) return undefined;
  const names = table.columns.getItemAt(0).getDataBodyRange();
  names.load("values");
  await context.sync();
  return names.values.map((row) => String(row[0]));
}

/**
 * The sheet and everything on it come in one request, so that closing the pane leaves no empty sheet; one before it only
 * reads whether the name is free. What a failed request left is taken away again.
 */
export async function addSheet(run: ExcelRun, plan: SheetPlan): Promise<MadeSheet> {
  let begun = false;
  try {
    return await run(async (context) => {
      const { worksheets } = context.workbook;
      const present = worksheets.getItemOrNullObject(plan.name);
      present.load("name");
      await context.sync();
      if (!present.isNullObject) throw new Problem("nameTaken", `A sheet named "${plan.name}" has been added meanwhile.`, "Try again: another name is chosen.");
      begun = true;
      context.application.suspendScreenUpdatingUntilNextSync();
      const sheet = worksheets.add(plan.name);
      applySheetPlan(sheet, plan);
      sheet.load("id,name");
      await context.sync();
      return { id: sheet.id, name: sheet.name };
    });
  } catch (thrown) {
    if (begun) await run((context) => removeSheets(context, [plan.name])).catch(() => undefined); // the first error says more
    throw asProtectedWorkbook(thrown);
  }
}

/** Only the workbook's own protection can forbid a new sheet. */
function asProtectedWorkbook(thrown: unknown): unknown {
  if (!(thrown instanceof Problem && thrown.code === "protectedSheet")) return thrown;
  return new Problem("protectedWorkbook", "The workbook's structure is protected, so no sheet can be added.", "Take the protection off (Review, Protect Workbook), then try again.", thrown.details);
}

async function openSheet(context: Excel.RequestContext, id: string): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(id);
  sheet.load("name,visibility");
  await context.sync();
  // Somebody has hidden it for a reason, so it is not shown unasked.
  if (sheet.visibility === "Hidden") throw new Problem("sheetHidden", `The sheet "${sheet.name}" is hidden.`, "Right-click any sheet's tab, choose Unhide, then try again.");
  if (sheet.visibility === "VeryHidden") throw new Problem("sheetHidden", `The sheet "${sheet.name}" is hidden so that Excel's Unhide does not list it.`, "Whoever hid it can show it again, in the Visual Basic editor or with the tool that hid it.");
  sheet.activate();
  sheet.getRange("A1").select();
  await context.sync();
}

export async function removeSheets(context: Excel.RequestContext, ids: readonly string[]): Promise<number> {
  const sheets = ids.map((id) => context.workbook.worksheets.getItemOrNullObject(id));
  for (const sheet of sheets) sheet.load("name");
  await context.sync();
  const present = sheets.filter((sheet) => !sheet.isNullObject);
  for (const sheet of present) sheet.delete();
  await context.sync();
  return present.length;
}

async function watchSelection(run: ExcelRun, callback: () => void): Promise<() => void> {
  const handler = await run(async (context) => {
    const added = context.workbook.onSelectionChanged.add(async () => callback());
    await context.sync();
    return added;
  });
  return () => {
    void run(async (context) => {
      // A handler has to be removed with the context it was added with; `run` only lends its waiting and error handling.
      handler.remove();
      await handler.context.sync();
      await context.sync();
    }).catch(() => undefined);
  };
}
