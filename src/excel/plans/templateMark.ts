import type { TemplatePlace } from "../../app/plans/planStore";
import type { MadeSheet } from "../../app/workbook";
import { areaAddress } from "../../sheets/a1";
import { KEY_NAME, RETIRED_KEY_NAME, TEMPLATE_NAME } from "../../sheets/plan/planNames";

/** Leads the workbook's name to the template's key cell. */
export async function markTemplate(context: Excel.RequestContext, place: TemplatePlace): Promise<void> {
  const { names } = context.workbook;
  const mark = names.getItemOrNullObject(TEMPLATE_NAME);
  mark.load("name");
  await context.sync();
  queueMark(context, mark, place);
  await context.sync();
}

export async function replaceTemplate(context: Excel.RequestContext, old: MadeSheet & { readonly retiredName: string }, fresh: TemplatePlace): Promise<void> {
  const { names, worksheets } = context.workbook;
  const sheet = worksheets.getItem(old.id);
  const mark = names.getItemOrNullObject(TEMPLATE_NAME);
  const key = sheet.names.getItemOrNullObject(KEY_NAME);
  mark.load("name");
  key.load("name");
  await context.sync();
  sheet.name = old.retiredName;
  if (!key.isNullObject) {
    sheet.names.add(RETIRED_KEY_NAME, key.getRange());
    key.delete();
  }
  worksheets.getItem(fresh.id).name = fresh.name;
  queueMark(context, mark, fresh);
  await context.sync();
}

function queueMark(context: Excel.RequestContext, mark: Excel.NamedItem, { id, keyCell }: TemplatePlace): void {
  if (!mark.isNullObject) mark.delete();
  context.workbook.names.add(TEMPLATE_NAME, context.workbook.worksheets.getItem(id).getRange(areaAddress(keyCell)));
}
