import type { BookSheet, SharingBook } from "../../app/sharing/sharingBook";
import { cellAddress } from "../../sheets/a1";
import { excelRun } from "../excelRun";
import { goTo } from "../goTo";
import { readNameResults, readTables, setName } from "./namesAndTables";
import { readBlocks } from "./readBlocks";
import { readPersonalData } from "./readPersonalData";
import { readNames, readRules } from "./readRules";
import { readSpills } from "./readSpills";
import { writeBlocks } from "./writeBlocks";

/**
 * What sharing needs of the open workbook, through Office.js.
 * @param ready resolves when Office is; calls made earlier wait for it
 */
export function excelSharingBook(ready: Promise<unknown>): SharingBook {
  const run = excelRun(ready);
  return {
    sheets: () => run(readSheets),
    readFormulas: (areas, signal, onRead) => readBlocks(run, "formulas", areas, signal, onRead),
    readValues: (areas, signal, onRead) => readBlocks(run, "values", areas, signal, onRead),
    spills: (cells) => readSpills(run, cells),
    names: () => run(readNames),
    rules: (sheetIds) => run((context) => readRules(context, sheetIds)),
    tables: () => run(readTables),
    nameResults: (names) => run((context) => readNameResults(context, names)),
    write: (writings) => writeBlocks(run, writings),
    copySheet: (id, name) => run((context) => copySheet(context, id, name)),
    setName: (name, sheetId, formula) => run((context) => setName(context, name, sheetId, formula)),
    personalData: () => run(readPersonalData),
    goTo: ({ sheetId, row, column }) => goTo(run, sheetId, cellAddress(row, column)),
  };
}

const VISIBILITIES = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

async function readSheets(context: Excel.RequestContext): Promise<BookSheet[]> {
  const sheets = context.workbook.worksheets.load("items/id,items/name,items/visibility,items/protection/protected");
  await context.sync();
  const used = sheets.items.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"));
  await context.sync();
  return sheets.items.map(({ id, name, visibility, protection }, i) => {
    const range = used[i] as Excel.Range;
    const area = range.isNullObject ? undefined : { row: range.rowIndex, column: range.columnIndex, rowCount: range.rowCount, columnCount: range.columnCount };
    return { id, name, visibility: VISIBILITIES[visibility], isProtected: protection.protected, used: area };
  });
}

async function copySheet(context: Excel.RequestContext, id: string, name: string): Promise<{ id: string; name: string }> {
  const copy = context.workbook.worksheets.getItem(id).copy("End");
  copy.name = name;
  copy.load("id,name");
  await context.sync();
  return { id: copy.id, name: copy.name };
}
