import type { ExcelRun } from "./excelRun";

/**
 * Calls back with the id of a sheet after something on it changed, whoever changed it, and after sheets were added or
 * deleted. Nothing is read here: events also come for what a co-author or this add-in does.
 */
export async function watchSheets(run: ExcelRun, onChange: (sheetId: string, isSheetItself: boolean) => void): Promise<() => void> {
  const handlers = await run(async (context) => {
    const { worksheets } = context.workbook;
    const added = [
      worksheets.onChanged.add(async (event) => onChange(event.worksheetId, false)),
      worksheets.onAdded.add(async (event) => onChange(event.worksheetId, true)),
      worksheets.onDeleted.add(async (event) => onChange(event.worksheetId, true)),
    ];
    await context.sync();
    return added;
  });
  return () => {
    void run(async (context) => {
      // Handlers have to be removed with the context they were added with; `run` only lends its waiting and error handling.
      for (const handler of handlers) handler.remove();
      await handlers[0]?.context.sync();
      await context.sync();
    }).catch(() => undefined);
  };
}
