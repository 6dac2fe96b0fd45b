import type { PlanStore } from "../../app/plans/planStore";
import type { CellValue } from "../../sheets/cellValue";
import type { ExcelRun } from "../excelRun";
import { copyTemplate, readTemplate } from "./copyTemplate";
import { changeIndexTable, readIndexTable } from "./indexTable";
import { readContents, readNamedCells, readValues, writeValues } from "./planCells";
import { readRemembered, writeRemembered } from "./rememberedContents";
import { succeed, takeBack } from "./succession";

/** Plans in the open workbook, through Office.js. */
export function excelPlanStore(run: ExcelRun): PlanStore {
  return {
    tableNames: () => run(readTableNames),
    tableValues: (name) => run((context) => readTable(context, name)),
    template: (place) => run((context) => readTemplate(context, place)),
    copyTemplate: (template, plan) => copyTemplate(run, template, plan),
    contents: (ids) => readContents(run, ids),
    succeed: (succession) => run((context) => succeed(context, succession)),
    takeBack: (succession) => run((context) => takeBack(context, succession)),
    namedCells: (ids, names) => readNamedCells(run, ids, names),
    values: (places) => readValues(run, places),
    write: (changes) => run((context) => writeValues(context, changes)),
    index: () => run(readIndexTable),
    changeIndex: (change) => run((context) => changeIndexTable(context, change)),
    rememberedContents: () => run(readRemembered),
    rememberContents: (contents) => run((context) => writeRemembered(context, contents)),
    activeSheetId: () => run(readActiveSheet),
  };
}

async function readTableNames(context: Excel.RequestContext): Promise<string[]> {
  const { tables } = context.workbook;
  tables.load("items/name");
  await context.sync();
  return tables.items.map((table) => table.name);
}

async function readTable(context: Excel.RequestContext, name: string): Promise<{ readonly headers: readonly string[]; readonly values: readonly (readonly CellValue[])[] } | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("name");
  await context.sync();
  if (table.isNullObject) return undefined;
  const header = table.getHeaderRowRange();
  const body = table.getDataBodyRange();
  header.load("values");
  body.load("values");
  await context.sync();
  return { headers: (header.values[0] ?? []).map(String), values: body.values as CellValue[][] };
}

async function readActiveSheet(context: Excel.RequestContext): Promise<string> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load("id");
  await context.sync();
  return sheet.id;
}
