import type { BookName, BookRule } from "../../app/sharing/sharingBook";

/** Halvings of an area with several rules for entry: more parts than this are not told apart. */
const MOST_PARTS = 2000;

/** Names of the workbook and of its sheets. */
export async function readNames(context: Excel.RequestContext): Promise<BookName[]> {
  const sheets = context.workbook.worksheets.load("items/id");
  const ofBook = context.workbook.names.load("items/name,items/formula");
  await context.sync();
  const ofSheets = sheets.items.map((sheet) => ({ sheetId: sheet.id, names: sheet.names.load("items/name,items/formula") }));
  await context.sync();
  const readable = (items: readonly Excel.NamedItem[]) => items.map(({ name, formula }) => ({ name, formula: String(formula) }));
  return [...readable(ofBook.items), ...ofSheets.flatMap(({ sheetId, names }) => readable(names.items).map((name) => ({ ...name, sheetId })))];
}

/** Formulas in the rules for entry and in conditional formats. */
export async function readRules(context: Excel.RequestContext, sheetIds: readonly string[]): Promise<BookRule[]> {
  return [...(await readConditionalFormats(context, sheetIds)), ...(await readValidations(context, sheetIds))];
}

async function readConditionalFormats(context: Excel.RequestContext, sheetIds: readonly string[]): Promise<BookRule[]> {
  const collections = sheetIds.map((sheetId) => ({ sheetId, formats: context.workbook.worksheets.getItem(sheetId).getRange().conditionalFormats.load("items/type") }));
  await context.sync();
  const reads = collections.flatMap(({ sheetId, formats }) =>
    formats.items.flatMap((format) => {
      const formulas = formulasOf(format);
      if (!formulas) return [];
      const range = format.getRanges().load("address");
      return [{ sheetId, formulas, range }];
    }),
  );
  if (reads.length === 0) return [];
  await context.sync();
  return reads.flatMap(({ sheetId, formulas, range }) => formulas().map((formula) => ({ sheetId, kind: "conditionalFormat" as const, address: withoutSheet(range.address), formula })));
}

/** Queues the reading of a format's formulas; undefined for kinds that have none. */
function formulasOf(format: Excel.ConditionalFormat): (() => string[]) | undefined {
  if (format.type === "Custom") {
    const { rule } = format.custom.load("rule/formula");
    return () => written([rule.formula]);
  }
  if (format.type === "CellValue") {
    const cellValue = format.cellValue.load("rule");
    return () => written([cellValue.rule.formula1, cellValue.rule.formula2]);
  }
  return undefined;
}

async function readValidations(context: Excel.RequestContext, sheetIds: readonly string[]): Promise<BookRule[]> {
  const checked = sheetIds.map((sheetId) => ({ sheetId, areas: context.workbook.worksheets.getItem(sheetId).getRange().getSpecialCellsOrNullObject("DataValidations") }));
  for (const { areas } of checked) areas.load("isNullObject");
  await context.sync();
  const present = checked.filter(({ areas }) => !areas.isNullObject).map(({ sheetId, areas }) => ({ sheetId, items: areas.areas.load("items/rowCount,items/columnCount,items/address") }));
  if (present.length === 0) return [];
  await context.sync();
  const open = present.flatMap(({ sheetId, items }) => items.items.map((range) => ({ sheetId, range })));
  return rulesOf(context, open, MOST_PARTS - open.length);
}

interface CheckedCells {
  readonly sheetId: string;
  readonly range: Excel.Range;
}

/** Cells with several rules are halved until each part has one; a rule takes a sync per halving, not per cell. */
async function rulesOf(context: Excel.RequestContext, open: readonly CheckedCells[], partsLeft: number): Promise<BookRule[]> {
  if (open.length === 0 || partsLeft < 0) return [];
  const validations = open.map(({ range }) => range.dataValidation.load("type,rule"));
  await context.sync();
  const isMixed = (i: number) => ["MixedCriteria", "Inconsistent"].includes(validations[i]?.type ?? "");
  const rules = open.flatMap(({ sheetId, range }, i) =>
    isMixed(i) ? [] : ruleFormulas(validations[i]?.rule ?? null).map((formula) => ({ sheetId, kind: "validation" as const, address: withoutSheet(range.address), formula })),
  );
  const mixed = open.flatMap(({ sheetId, range }, i) => (isMixed(i) ? halves(range).map((half) => ({ sheetId, range: half.load("rowCount,columnCount,address") })) : []));
  if (mixed.length === 0) return rules;
  await context.sync();
  return [...rules, ...(await rulesOf(context, mixed, partsLeft - mixed.length))];
}

function halves(range: Excel.Range): Excel.Range[] {
  const { rowCount, columnCount } = range;
  if (rowCount > 1) {
    const upper = Math.ceil(rowCount / 2);
    return [range.getResizedRange(upper - rowCount, 0), range.getOffsetRange(upper, 0).getResizedRange(-upper, 0)];
  }
  const left = Math.ceil(columnCount / 2);
  return columnCount === 1 ? [] : [range.getResizedRange(0, left - columnCount), range.getOffsetRange(0, left).getResizedRange(0, -left)];
}

function ruleFormulas(rule: Excel.DataValidationRule | null): string[] {
  const { custom, list, ...bounds } = rule ?? {};
  const bound = Object.values(bounds).find((one): one is Excel.BasicDataValidation => typeof one === "object" && one !== null);
  return written([custom?.formula, list?.source, bound?.formula1, bound?.formula2]);
}

const written = (texts: readonly unknown[]): string[] => texts.filter((text): text is string => typeof text === "string" && text.startsWith("="));

/** `'My list'!B2:B9,'My list'!D2` → `B2:B9,D2`. */
const withoutSheet = (address: string): string => address.replace(/(?:'(?:[^']|'')*'|[^',!]+)!/g, "");
