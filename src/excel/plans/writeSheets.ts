import { Problem } from "../../app/problems";
import type { ExcelRun } from "../excelRun";

/**
 * Changes sheets, the protected ones as well where no password keeps it from them: they are protected again as they were.
 * Each of those has a request of its own, so that one with a password keeps nothing from the others.
 * @param write adds a change of a sheet to the request; does not sync
 * @returns the ids of sheets that could not be changed
 */
export async function writeSheets<T extends { readonly id: string }>(run: ExcelRun, changes: readonly T[], write: (sheet: Excel.Worksheet, change: T) => void): Promise<string[]> {
  const ids = [...new Set(changes.map(({ id }) => id))];
  const queue = (context: Excel.RequestContext, wanted: (id: string) => boolean) => {
    for (const change of changes) if (wanted(change.id)) write(context.workbook.worksheets.getItem(change.id), change);
  };
  const protections = await run(async (context) => {
    const read = ids.map((id) => context.workbook.worksheets.getItem(id).protection);
    for (const protection of read) protection.load("protected,options");
    await context.sync();
    return new Map(read.flatMap((protection, i) => (protection.protected ? [[ids[i] as string, { ...protection.options }] as const] : [])));
  });
  await run(async (context) => {
    queue(context, (id) => !protections.has(id));
    await context.sync();
  });
  const writeProtected = (context: Excel.RequestContext, id: string, options: Excel.WorksheetProtectionOptions) => {
    const { protection } = context.workbook.worksheets.getItem(id);
    protection.unprotect();
    queue(context, (own) => own === id);
    protection.protect(options);
    return context.sync();
  };
  const refused: string[] = [];
  for (const [id, options] of protections) {
    try {
      await run((context) => writeProtected(context, id, options));
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      refused.push(id);
    }
  }
  return refused;
}
