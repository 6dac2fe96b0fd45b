import type { ExcelRun } from "./excelRun";

/** Shows cells and selects them; the sheet must be visible. */
export const goTo = (run: ExcelRun, sheet: string, address: string): Promise<void> =>
  run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.activate();
    worksheet.getRange(address).select();
    await context.sync();
  });
