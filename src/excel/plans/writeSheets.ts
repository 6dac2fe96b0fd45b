import { Problem } from "../../app/problems";
import type { ExcelRun } from "../excelRun";

/**
 * Changes sheets, the protected ones as well where no password keeps it from them: they are protected again as they were.
 * Each of those has a request of its own, so that one with a password keeps nothing from the others.
 * @param queue adds a sheet's changes to a request; does not sync
 * @returns the ids of sheets that could not be changed
 */
export async function writeSheets(run: ExcelRun, ids: readonly string[], queue: (context: Excel.RequestContext, id: string) => void): Promise<string[]> {
  const protections = await run(async (context) => {
    const read = ids.map((id) => context.workbook.worksheets.getItem(id).protection);
    for (const protection of read) protection.load("protected,options");
    await context.sync();
    return new Map(read.flatMap((protection, i) => (protection.protected ? [[ids[i] as string, { ...protection.options }] as const] : [])));
  });
  await run(async (context) => {
    for (const id of ids) if (!protections.has(id)) queue(context, id);
    await context.sync();
  });
  const writeProtected = (context: Excel.RequestContext, id: string, options: Excel.WorksheetProtectionOptions) => {
    const { protection } = context.workbook.worksheets.getItem(id);
    protection.unprotect();
    queue(context, id);
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
