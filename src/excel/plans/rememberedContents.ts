import type { StoredContents } from "../../app/plans/carryOver/knownContents";

/** Travels with the file; without it an update only keeps more than it has to. */
const SETTING = "KamTemplateContents";

export async function readRemembered(context: Excel.RequestContext): Promise<StoredContents> {
  const setting = context.workbook.settings.getItemOrNullObject(SETTING);
  setting.load("value");
  await context.sync();
  if (setting.isNullObject) return {};
  try {
    const read: unknown = JSON.parse(String(setting.value));
    return typeof read === "object" && read !== null ? Object.fromEntries(Object.entries(read).filter(([, count]) => typeof count === "number")) : {};
  } catch {
    return {}; // somebody else's text
  }
}

export async function writeRemembered(context: Excel.RequestContext, contents: StoredContents): Promise<void> {
  context.workbook.settings.add(SETTING, JSON.stringify(contents));
  await context.sync();
}
