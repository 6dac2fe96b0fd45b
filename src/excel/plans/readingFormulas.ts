import { sheetsOf, type ReadingFormula } from "../../app/plans/followPlans";
import { Problem } from "../../app/problems";
import type { SheetArea } from "../../app/sharing/sharingBook";
import { areaAddress } from "../../sheets/a1";
import { sheetNameKey } from "../../sheets/limits";
import type { ExcelRun } from "../excelRun";
import { readBlocks } from "../sharing/readBlocks";

/** On larger sheets, account lists above all, only the cells with formulas are read. */
const CELLS_READ_WHOLE = 20_000;

/** All formulas, in cells and of names, that read one of the sheets; those on some sheets are passed over. */
export async function formulasReading(run: ExcelRun, sheetNames: readonly string[], exceptIds: readonly string[]): Promise<ReadingFormula[]> {
  const wanted = new Set(sheetNames.map(sheetNameKey));
  const reads = (formula: unknown): formula is string => typeof formula === "string" && formula.startsWith("=") && formula.includes("!") && sheetsOf(formula).some((sheet) => wanted.has(sheet));
  const { areas, names, sheets } = await run((context) => findFormulas(context, exceptIds));
  const found: ReadingFormula[] = names.flatMap(({ name, formula }) => (reads(formula) ? [{ place: { kind: "name" as const, name }, formula }] : []));
  await readBlocks(run, "formulas", areas, new AbortController().signal, (area, cells) =>
    cells.forEach((line, r) =>
      line.forEach((formula, c) => {
        if (!reads(formula)) return;
        const cell = { row: area.row + r, column: area.column + c, rowCount: 1, columnCount: 1 };
        found.push({ place: { kind: "cell", sheetId: area.sheetId, sheetName: sheets.get(area.sheetId) ?? "", cell }, formula });
      }),
    ),
  );
  return found;
}

async function findFormulas(context: Excel.RequestContext, exceptIds: readonly string[]) {
  const { worksheets, names } = context.workbook;
  worksheets.load("items/id,items/name");
  names.load("items/name,items/formula");
  await context.sync();
  const sheets = worksheets.items.filter(({ id }) => !exceptIds.includes(id));
  const used = sheets.map((sheet) => sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"));
  await context.sync();
  const present = used.flatMap((range, i) => (range.isNullObject ? [] : [{ range, sheetId: (sheets[i] as Excel.Worksheet).id }]));
  const [large, small] = [present.filter(({ range }) => range.rowCount * range.columnCount > CELLS_READ_WHOLE), present.filter(({ range }) => range.rowCount * range.columnCount <= CELLS_READ_WHOLE)];
  const special = large.map(({ range, sheetId }) => {
    const formulas = range.getSpecialCellsOrNullObject("Formulas");
    formulas.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    return { formulas, sheetId };
  });
  if (special.length > 0) await context.sync();
  const areaOf = (sheetId: string, { rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): SheetArea => ({ sheetId, row: rowIndex, column: columnIndex, rowCount, columnCount });
  return {
    areas: [...small.map(({ range, sheetId }) => areaOf(sheetId, range)), ...special.flatMap(({ formulas, sheetId }) => (formulas.isNullObject ? [] : formulas.areas.items.map((range) => areaOf(sheetId, range))))],
    names: names.items.map(({ name, formula }) => ({ name, formula: formula as unknown })),
    sheets: new Map(sheets.map(({ id, name }) => [id, name])),
  };
}

/** Sheet by sheet, so that a protected one keeps nothing from the others. Returns the places that could not be written. */
export async function rewriteFormulas(run: ExcelRun, changes: readonly ReadingFormula[]): Promise<ReadingFormula["place"][]> {
  const groups = new Map<string, ReadingFormula[]>();
  for (const change of changes) {
    const key = change.place.kind === "name" ? "" : change.place.sheetId;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  const refused: ReadingFormula["place"][] = [];
  for (const group of groups.values()) {
    try {
      await run((context) => writeFormulas(context, group));
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      refused.push(...group.map(({ place }) => place));
    }
  }
  return refused;
}

async function writeFormulas(context: Excel.RequestContext, changes: readonly ReadingFormula[]): Promise<void> {
  for (const { place, formula } of changes) {
    if (place.kind === "name") context.workbook.names.getItem(place.name).formula = formula;
    else context.workbook.worksheets.getItem(place.sheetId).getRange(areaAddress(place.cell)).formulas = [[formula]];
  }
  await context.sync();
}
