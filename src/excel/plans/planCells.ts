import type { CellChange } from "../../app/plans/planStore";
import { joinContent, type Content, type SheetContent } from "../../app/plans/carryOver/sheetContent";
import { areaAddress, readArea, type Area } from "../../sheets/a1";
import { enteredText, type CellValue } from "../../sheets/cellValue";
import type { ExcelRun } from "../excelRun";
import { writeSheets } from "./writeSheets";

/** Sheets read in one request: an answer of a hundred plans' names stays far below the 5 MB Excel on the web allows. */
export const SHEETS_PER_REQUEST = 100;
/** Whole plans read in one request. */
const CONTENTS_PER_REQUEST = 10;

export async function inParts<T, R>(items: readonly T[], size: number, read: (part: readonly T[]) => Promise<readonly R[]>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += size) results.push(...(await read(items.slice(from, from + size))));
  return results;
}

/** Everything the sheets hold; throws when one is gone. */
export const readContents = (run: ExcelRun, ids: readonly string[]): Promise<readonly SheetContent[]> =>
  inParts(ids, CONTENTS_PER_REQUEST, (part) =>
    run(async (context) => {
      const readings = part.map((id) => {
        const sheet = context.workbook.worksheets.getItem(id);
        const used = sheet.getUsedRangeOrNullObject(true);
        used.load("rowIndex,columnIndex,formulas,values,numberFormat");
        const { names } = context.workbook.worksheets.getItem(id);
        names.load("items/name,items/formula");
        return { used, names };
      });
      await context.sync();
      return readings.map(({ used, names }) => ({
        ...(used.isNullObject ? { cells: [], formats: [] } : fromA1(used)),
        names: areasOf(names.items),
      }));
    }),
  );

/** The used cells with the empty ones above and to the left of them. */
function fromA1(used: Excel.Range): Pick<SheetContent, "cells" | "formats"> {
  const pad = <T>(rows: readonly (readonly T[])[], empty: T): T[][] => [
    ...Array.from({ length: used.rowIndex }, () => [] as T[]),
    ...rows.map((row) => [...Array<T>(used.columnIndex).fill(empty), ...row]),
  ];
  return { cells: pad<Content>(joinContent(used.formulas as CellValue[][], used.values as CellValue[][]), ""), formats: pad(used.numberFormat as string[][], "General") };
}

/** `='Northwind'!$B$5` → the area; names whose cells were deleted are left out. */
export function areasOf(names: readonly { readonly name: string; readonly formula: unknown }[]): Map<string, Area> {
  return new Map(
    names.flatMap(({ name, formula }) => {
      const address = /!(\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)$/.exec(String(formula))?.[1];
      return address === undefined ? [] : [[name, readArea(address)] as const];
    }),
  );
}

/** Names of sheets are read sheet by sheet, but in one request: asking for each name would cost an action apiece. */
export const readNamedCells = (run: ExcelRun, ids: readonly string[], names: readonly string[]): Promise<readonly ReadonlyMap<string, Area>[]> =>
  inParts(ids, SHEETS_PER_REQUEST, (part) =>
    run(async (context) => {
      const collections = part.map((id) => context.workbook.worksheets.getItem(id).names);
      for (const collection of collections) collection.load("items/name,items/formula");
      await context.sync();
      return collections.map((collection) => areasOf(collection.items.filter((item) => names.includes(item.name))));
    }),
  );

/** Values of areas on several sheets, in the order asked. */
export const readValues = (run: ExcelRun, places: readonly { readonly id: string; readonly area: Area }[]): Promise<readonly (readonly (readonly CellValue[])[])[]> =>
  inParts(places, 5 * SHEETS_PER_REQUEST, (part) =>
    run(async (context) => {
      const ranges = part.map(({ id, area }) => context.workbook.worksheets.getItem(id).getRange(areaAddress(area)));
      for (const range of ranges) range.load("values");
      await context.sync();
      return ranges.map((range) => range.values as CellValue[][]);
    }),
  );

/** Texts are written as texts. */
export const writeValues = (run: ExcelRun, changes: readonly (CellChange & { readonly id: string })[]): Promise<string[]> =>
  writeSheets(run, changes, (sheet, { cell, values }) => {
    sheet.getRange(areaAddress(cell)).values = values.map((row) => row.map((value) => (typeof value === "string" ? enteredText(value) : value)));
  });
