import { Problem } from "../../app/problems";
import type { CarryOver, KeptLine } from "../../app/plans/carryOver/carryOver";
import type { NewPlan, PlanTemplate, TemplatePlace } from "../../app/plans/planStore";
import type { MadeSheet } from "../../app/workbook";
import { areaAddress, cellAddress } from "../../sheets/a1";
import { enteredText, type CellValue } from "../../sheets/cellValue";
import { sheetNameKey } from "../../sheets/limits";
import { KEPT_COLUMNS, KEPT_NAME, KEPT_TITLE } from "../../sheets/plan/keptLines";
import { STYLES } from "../../sheets/styles";
import type { ExcelRun } from "../excelRun";

/** What people typed stands mostly within this block; a single write of it costs less than one for each cell. */
const BLOCK = { rowCount: 600, columnCount: 30 } as const;

/** How far the template reaches and how it is protected. */
export async function readTemplate(context: Excel.RequestContext, place: TemplatePlace): Promise<PlanTemplate> {
  const sheet = context.workbook.worksheets.getItem(place.id);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,rowCount");
  const { protection } = sheet;
  protection.load("protected,options");
  await context.sync();
  return { ...place, rowCount: used.isNullObject ? 0 : used.rowIndex + used.rowCount, ...(protection.protected ? { protection: { ...protection.options } } : {}) };
}

/**
 * One request makes a plan, so that closing the pane in between leaves no half of one: the copy, its key, its name, and
 * the words of the plan it follows. What a failed request left is taken away again.
 */
export async function copyTemplate(run: ExcelRun, template: PlanTemplate, plan: NewPlan): Promise<MadeSheet> {
  try {
    return await run((context) => queueCopy(context, template, plan));
  } catch (thrown) {
    await run((context) => removeLeftover(context, template, plan)).catch(() => undefined); // the first problem says more
    throw asPlanProblem(thrown, template);
  }
}

async function queueCopy(context: Excel.RequestContext, template: PlanTemplate, plan: NewPlan): Promise<MadeSheet> {
  const { worksheets } = context.workbook;
  const source = worksheets.getItem(template.id);
  const copy = plan.afterId === undefined ? source.copy("End") : source.copy("After", worksheets.getItem(plan.afterId));
  copy.name = plan.name;
  // A template that is hidden, so that nobody types in it, still makes plans that can be seen.
  copy.visibility = "Visible";
  if (template.protection) copy.protection.unprotect();
  copy.getRange(areaAddress(template.keyCell)).formulas = [[written(plan.key)]];
  if (plan.words) writeWords(copy, template, plan.words);
  if (template.protection) copy.protection.protect(template.protection);
  copy.load("id,name");
  await context.sync();
  return { id: copy.id, name: copy.name };
}

const written = (content: CellValue): CellValue => (typeof content === "string" ? enteredText(content) : content);

function writeWords(sheet: Excel.Worksheet, template: PlanTemplate, { growing, placed, kept, taller }: CarryOver): void {
  // From the bottom, so that the rows above keep their places.
  for (const { run, extra, columns } of [...growing].reverse()) {
    const at = run.first + run.count - 1;
    const rows = `${at + 1}:${at + extra}`;
    sheet.getRange(rows).insert("Down");
    // A block beside it that ends elsewhere gets empty cells.
    for (const { from, to } of columns) {
      const [column, columnCount] = [from, Math.min(to, BLOCK.columnCount) - from + 1];
      sheet.getRangeByIndexes(at, column, extra, columnCount).copyFrom(sheet.getRangeByIndexes(at - 1, column, 1, columnCount));
    }
  }
  const near = placed.filter(({ row, column }) => row < BLOCK.rowCount && column < BLOCK.columnCount);
  if (near.length > 0) {
    const [firstRow, lastRow] = [Math.min(...near.map(({ row }) => row)), Math.max(...near.map(({ row }) => row))];
    const [firstColumn, lastColumn] = [Math.min(...near.map(({ column }) => column)), Math.max(...near.map(({ column }) => column))];
    // null leaves a cell as the template has it.
    const block = Array.from({ length: lastRow - firstRow + 1 }, () => Array<CellValue | null>(lastColumn - firstColumn + 1).fill(null));
    for (const { row, column, content, isFormula } of near) (block[row - firstRow] as (CellValue | null)[])[column - firstColumn] = isFormula ? content : written(content);
    sheet.getRangeByIndexes(firstRow, firstColumn, block.length, lastColumn - firstColumn + 1).formulas = block;
  }
  for (const { row, column, content, isFormula } of placed.filter((one) => !near.includes(one))) {
    sheet.getRange(cellAddress(row, column)).formulas = [[isFormula ? content : written(content)]];
  }
  for (const { row, rowCount, points } of taller) sheet.getRangeByIndexes(row, 0, rowCount, 1).format.rowHeight = points;
  const grown = template.rowCount + growing.reduce((sum, { extra }) => sum + extra, 0);
  if (kept.length > 0) writeKept(sheet, Math.max(grown, ...placed.map(({ row }) => row + 1)) + 1, kept);
}

function writeKept(sheet: Excel.Worksheet, first: number, kept: readonly KeptLine[]): void {
  const { from, near, content } = KEPT_COLUMNS;
  const width = content - from + 1;
  const lines = kept.map((line) => {
    const cells = Array<CellValue>(width).fill("");
    cells[0] = written(line.from);
    cells[near - from] = written(line.near);
    cells[content - from] = written(line.content);
    return cells;
  });
  const title = sheet.getRangeByIndexes(first, from, 1, 1);
  title.values = [[KEPT_TITLE]];
  title.format.font.bold = true;
  title.format.font.color = STYLES.section.color;
  const area = sheet.getRangeByIndexes(first, from, kept.length + 1, width);
  const body = sheet.getRangeByIndexes(first + 1, from, kept.length, width);
  const contents = sheet.getRangeByIndexes(first + 1, content, kept.length, 1);
  contents.numberFormat = kept.map(({ format }) => [format === "@" ? "General" : format]);
  contents.format.horizontalAlignment = "Left";
  body.formulas = lines;
  sheet.names.add(KEPT_NAME, area);
}

/** The copy of a request that failed half way still carries the name Excel gave it. */
async function removeLeftover(context: Excel.RequestContext, template: PlanTemplate, plan: NewPlan): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load("items/id,items/name");
  await context.sync();
  const given = new RegExp(`^${template.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")} \\(\\d+\\)$`, "i");
  for (const sheet of worksheets.items) {
    const isNew = !plan.present.has(sheetNameKey(sheet.name));
    if (isNew && (given.test(sheet.name) || sheetNameKey(sheet.name) === sheetNameKey(plan.name))) sheet.delete();
  }
  await context.sync();
}

/** A template without protection can only be kept from being copied by the workbook's own. */
function asPlanProblem(thrown: unknown, template: PlanTemplate): unknown {
  if (!(thrown instanceof Problem && thrown.code === "protectedSheet")) return thrown;
  if (!template.protection) return new Problem("protectedWorkbook", "The workbook's structure is protected, so no sheet can be added.", "Take the protection off (Review, Protect Workbook), then try again.", thrown.details);
  return new Problem(
    "protectedWorkbook",
    `The workbook's structure is protected, or the sheet "${template.name}" is protected with a password.`,
    "Take the protection off (Review, Protect Workbook or Unprotect Sheet), then try again.",
    thrown.details,
  );
}
