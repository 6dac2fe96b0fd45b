import { formatAbsolute, quoteSheetName } from "../../office-host/objects/address";
import type { Book } from "../../office-host/objects/book";
import type { Region } from "../../office-host/objects/region";
import { storedFormula } from "../formulas/storedFormula";
import { escapeXml, xml } from "../package/xml";
import type { FormulaContext } from "./cells";

interface NameToWrite {
  readonly name: string;
  readonly text: string;
  readonly sheet?: number;
  readonly hidden?: true;
  readonly comment?: string;
}

/** The `definedNames` element: the workbook's names, and those by which Excel keeps print settings and filters. */
export function namesXml(book: Book, { lambdas }: FormulaContext): string {
  const sheets = book.sheets();
  const own = book.grid.names().map(({ name, formula, sheetId, visible }): NameToWrite => {
    const comment = book.state.nameComments[`${sheetId ?? ""}!${name.toLowerCase()}`];
    const sheet = sheets.findIndex(({ id }) => id === sheetId);
    return { name, text: storedFormula(formula, undefined, lambdas), ...(sheet >= 0 ? { sheet } : {}), ...(visible ? {} : { hidden: true }), ...(comment ? { comment } : {}) };
  });
  const reserved = sheets.flatMap(({ id, name }, sheet): NameToWrite[] => {
    const { pageLayout, autoFilter } = book.sheetState(id);
    const at = (region: Region) => `${quoteSheetName(name)}!${formatAbsolute(region)}`;
    const titles = [pageLayout.printTitleColumns, pageLayout.printTitleRows].flatMap((region) => (region ? [at(region)] : []));
    return [
      ...(pageLayout.printArea.length > 0 ? [{ name: "_xlnm.Print_Area", text: pageLayout.printArea.map(at).join(","), sheet }] : []),
      ...(titles.length > 0 ? [{ name: "_xlnm.Print_Titles", text: titles.join(","), sheet }] : []),
      ...(autoFilter ? [{ name: "_xlnm._FilterDatabase", text: at(autoFilter.region), sheet, hidden: true as const }] : []),
    ];
  });
  const written = [...own, ...reserved].map(({ name, text, sheet, hidden, comment }) => xml("definedName", { name, comment, localSheetId: sheet, hidden }, escapeXml(text)));
  return written.length > 0 ? xml("definedNames", {}, written) : "";
}
