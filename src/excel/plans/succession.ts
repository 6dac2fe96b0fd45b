import type { Succession } from "../../app/plans/planStore";

/** The name that marks a plan as it was before an update. */
export const FORMER_NAME = "KAM_Former";

/** One request: the former plan gives its name away before the successor takes it. */
export async function succeed(context: Excel.RequestContext, { former, successor }: Succession): Promise<void> {
  const { worksheets } = context.workbook;
  const old = worksheets.getItem(former.id);
  old.names.add(FORMER_NAME, old.getRange("A1"));
  old.name = former.retiredName;
  worksheets.getItem(successor.id).name = successor.name;
  await context.sync();
}

/** The former plan gets its name back before the successor goes, so that it is never without its account's plan. */
export async function takeBack(context: Excel.RequestContext, { former, successor }: Succession): Promise<void> {
  const { worksheets } = context.workbook;
  const old = worksheets.getItem(former.id);
  const mark = old.names.getItemOrNullObject(FORMER_NAME);
  const made = worksheets.getItemOrNullObject(successor.id);
  mark.load("name");
  made.load("name");
  await context.sync();
  if (!made.isNullObject) made.delete();
  if (!mark.isNullObject) mark.delete();
  old.name = former.name;
  await context.sync();
}
