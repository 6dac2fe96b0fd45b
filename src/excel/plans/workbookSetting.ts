/** A value that travels with the file; undefined when there is none, and when somebody else's text stands in its place. */
export async function readSetting(context: Excel.RequestContext, name: string): Promise<unknown> {
  const setting = context.workbook.settings.getItemOrNullObject(name);
  setting.load("value");
  await context.sync();
  if (setting.isNullObject) return undefined;
  try {
    return JSON.parse(String(setting.value)) as unknown;
  } catch {
    return undefined;
  }
}

/** `undefined` takes it away. */
export async function writeSetting(context: Excel.RequestContext, name: string, value: unknown): Promise<void> {
  const { settings } = context.workbook;
  if (value !== undefined) settings.add(name, JSON.stringify(value));
  else {
    const setting = settings.getItemOrNullObject(name);
    setting.load("key");
    await context.sync();
    if (!setting.isNullObject) setting.delete();
  }
  await context.sync();
}
