import { children, child } from "../package/xml";
import type { WorkbookFile } from "./workbookFile";

/** Names what is in a file but has no place in the workbench at all. */
export function noteLeftOut({ library, sheets, parts, workbook, losses }: WorkbookFile): void {
  const sum = (count: (sheet: WorkbookFile["sheets"][number]) => number | undefined) => sheets.reduce((total, sheet) => total + (count(sheet) ?? 0), 0);
  losses.add("# picture is left out", "# pictures are left out", sum(({ library: sheet }) => sheet.images?.length));
  losses.add("# text box is left out", "# text boxes are left out", sum(({ library: sheet }) => sheet.textBoxes?.length));
  losses.add("# sparkline is left out", "# sparklines are left out", sum(({ library: sheet }) => sheet.sparklines?.length));
  losses.add("# pivot table is left out, its cells are kept as values", "# pivot tables are left out, their cells are kept as values", sum(({ library: sheet }) => sheet.pivotTables?.length));
  losses.add("# slicer is left out", "# slicers are left out", sum(({ library: sheet }) => (sheet.slicers?.length ?? 0) + (sheet.timelines?.length ?? 0)));
  losses.add("# background picture is left out", "# background pictures are left out", sum(({ library: sheet }) => (sheet.backgroundImage ? 1 : 0)));
  losses.add("# split window is left out", "# split windows are left out", sum(({ library: sheet }) => (sheet.splitPane ? 1 : 0)));
  losses.add("# sheet reads from right to left, that is left out", "# sheets read from right to left, that is left out", sum(({ library: sheet }) => (sheet.view?.rightToLeft ? 1 : 0)));
  losses.add("Links to # other workbook are left out", "Links to # other workbooks are left out", children(child(workbook, "externalReferences"), "externalReference").length);
  losses.add("The macros are left out", "The macros are left out", [...parts.keys()].some((path) => path.endsWith("vbaProject.bin")) ? 1 : 0);
  losses.add("The file counts days from 1904; its dates show four years and a day earlier", undefined, library.dateSystem === "1904" ? 1 : 0);
}
