import { parseRegion, splitAreas, splitSheet } from "../../office-host/objects/address";
import { isWholeRows } from "../../office-host/objects/region";
import type { PageLayoutState } from "../../office-host/objects/workbookState";
import type { DefinedName } from "../../spreadsheet/spreadsheet";
import { shownFormula } from "../formulas/storedFormula";
import type { Losses } from "../losses";
import { child, children, flag, number, type XmlElement } from "../package/xml";

/** A name of a file; `sheet` is the position of the sheet it belongs to, in the file's list of sheets. */
export interface FileName extends Omit<DefinedName, "sheetId"> {
  readonly sheet?: number;
  readonly comment?: string;
}

/** All names, those with a meaning to Excel itself (`_xlnm.…`) included. */
export function readNames(workbook: XmlElement, customFunctions: readonly string[], losses: Losses): FileName[] {
  return children(child(workbook, "definedNames"), "definedName").flatMap((element) => {
    const { name = "", comment } = element.attributes;
    const sheet = number(element, "localSheetId");
    if (/\[\d+\]/.test(element.text)) {
      losses.add("# name refers to another workbook and is left out", "# names refer to another workbook and are left out");
      return [];
    }
    if (flag(element, "function") || flag(element, "vbProcedure")) {
      losses.add("# name of a macro is left out", "# names of macros are left out");
      return [];
    }
    return [{ name, formula: shownFormula(element.text, customFunctions), visible: !flag(element, "hidden"), ...(sheet === undefined ? {} : { sheet }), ...(comment ? { comment } : {}) }];
  });
}

export function isReserved(name: string): boolean {
  return name.startsWith("_xlnm.");
}

/** Print area and titles of a sheet, which files keep as names. */
export function readPrintNames(names: readonly FileName[], sheet: number, page: PageLayoutState): void {
  for (const { name, formula } of names.filter((one) => one.sheet === sheet)) {
    const regions = splitAreas(formula.slice(1)).flatMap((area) => parseRegion(splitSheet(area).local) ?? []);
    if (name === "_xlnm.Print_Area") page.printArea = regions;
    if (name !== "_xlnm.Print_Titles") continue;
    page.printTitleRows = regions.find(isWholeRows);
    page.printTitleColumns = regions.find((region) => !isWholeRows(region));
  }
}
