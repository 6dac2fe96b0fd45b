import type { PlanStore } from "../../app/plans/planStore";
import { Problem } from "../../app/problems";
import { INDEX_SHEET } from "../../sheets/plan/planIndex";
import type { CellValue } from "../../sheets/cellValue";
import type { ExcelRun } from "../excelRun";
import { carryAttachments } from "./carryAttachments";
import { carryCharts } from "./carryCharts";
import { copyTemplate, readTemplate } from "./copyTemplate";
import { changeIndexTable, readIndexTable } from "./indexTable";
import { readContents, readNamedCells, readValues, writeValues } from "./planCells";
import { changePrints, readPrints } from "./planPrints";
import { formulasReading, rewriteFormulas } from "./readingFormulas";
import { readRemembered, readRun, writeRemembered, writeRun } from "./rememberedContents";
import { succeed, takeBack } from "./succession";
import { markTemplate, replaceTemplate } from "./templateMark";

/** Plans in the open workbook, through Office.js. */
export function excelPlanStore(run: ExcelRun): PlanStore {
  return {
    tableNames: () => run(readTableNames),
    tableHeaders: (name) => run((context) => readTableHeaders(context, name)),
    tableColumns: (name, headers) => run((context) => readTableColumns(context, name, headers)),
    template: (place) => run((context) => readTemplate(context, place)),
    markTemplate: (place) => run((context) => markTemplate(context, place)),
    replaceTemplate: (old, fresh) => run((context) => replaceTemplate(context, old, fresh)),
    copyTemplate: (template, plan) => copyTemplate(run, template, plan),
    carryAttachments: async (formerId, successorId, template, placeOf) => {
      const { carried, left, charts } = await run((context) => carryAttachments(context, formerId, successorId, template, placeOf));
      const made = await carryCharts(run, formerId, successorId, charts, placeOf);
      return { carried: { ...carried, charts: made.carried }, left: { ...left, charts: made.left } };
    },
    contents: (ids) => readContents(run, ids),
    succeed: (succession) => run((context) => succeed(context, succession)),
    takeBack: (succession) => run((context) => takeBack(context, succession)),
    namedCells: (ids, names) => readNamedCells(run, ids, names),
    values: (places) => readValues(run, places),
    write: (changes) => writeValues(run, changes),
    formulasReading: (sheetNames, exceptIds) => formulasReading(run, sheetNames, exceptIds),
    rewriteFormulas: (changes) => rewriteFormulas(run, changes),
    index: () => run(readIndexTable),
    changeIndex: (change) => run((context) => changeIndexTable(context, change)).catch(asIndexProblem),
    rememberedContents: () => run(readRemembered),
    rememberContents: (contents) => run((context) => writeRemembered(context, contents)),
    prints: (ids) => readPrints(run, ids),
    changePrints: (changes) => changePrints(run, changes),
    keptRun: () => run(readRun),
    keepRun: (record) => run((context) => writeRun(context, record)),
    activeSheetId: () => run(readActiveSheet),
  };
}

async function readTableNames(context: Excel.RequestContext): Promise<string[]> {
  const { tables } = context.workbook;
  tables.load("items/name");
  await context.sync();
  return tables.items.map((table) => table.name);
}

async function readTableHeaders(context: Excel.RequestContext, name: string): Promise<string[] | undefined> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load("name");
  await context.sync();
  if (table.isNullObject) return undefined;
  const header = table.getHeaderRowRange();
  header.load("values");
  await context.sync();
  return (header.values[0] ?? []).map(String);
}

async function readTableColumns(context: Excel.RequestContext, name: string, headers: readonly string[]): Promise<CellValue[][]> {
  const table = context.workbook.tables.getItem(name);
  const columns = headers.map((header) => table.columns.getItem(header).getDataBodyRange());
  for (const column of columns) column.load("values");
  await context.sync();
  return columns.map((column) => column.values.map((row) => row[0] as CellValue));
}

async function readActiveSheet(context: Excel.RequestContext): Promise<string> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load("id");
  await context.sync();
  return sheet.id;
}

/** Only the index's own sheet is written to. */
function asIndexProblem(thrown: unknown): never {
  if (!(thrown instanceof Problem && thrown.code === "protectedSheet")) throw thrown;
  throw new Problem("protectedSheet", `The sheet with the list of all plans ("${INDEX_SHEET}") is protected.`, "Take its protection off (Review, Unprotect Sheet), then bring the list up to date.", thrown.details);
}
