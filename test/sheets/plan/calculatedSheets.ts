import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArea } from "../../../src/sheets/a1";
import type { CellValue } from "../../../src/sheets/cellValue";
import { child, children, parseXml, type XmlElement } from "../../../src/workbench/xlsx/package/xml";
import { unpack } from "../../../src/workbench/xlsx/package/zip";

/** The installed LibreOffice, undefined when there is none. */
export const officeProgram = (() => {
  try {
    return execFileSync("sh", ["-c", "command -v soffice"], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
})();

/** A sheet's results by row and column, "" where nothing is. */
export type SheetResults = readonly (readonly CellValue[])[];

/** Opens a file in LibreOffice, which has to compute its formulas, and answers each sheet's results by its name. */
export function calculatedSheets(bytes: Uint8Array): ReadonlyMap<string, SheetResults> {
  const folder = mkdtempSync(join(tmpdir(), "plans-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), bytes);
    execFileSync(officeProgram as string, [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), join(folder, "book.xlsx")], { stdio: "ignore" });
    return readResults(new Uint8Array(readFileSync(join(folder, "out/book.xlsx"))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readResults(bytes: Uint8Array): ReadonlyMap<string, SheetResults> {
  const parts = unpack(bytes);
  const part = (path: string) => parseXml(new TextDecoder().decode(parts.get(path)), path);
  const texts = children(part("xl/sharedStrings.xml"), "si").map(textOf);
  const sheets = children(child(part("xl/workbook.xml"), "sheets"), "sheet");
  // LibreOffice numbers the parts in the order of the sheets.
  return new Map(sheets.map(({ attributes }, i) => [attributes["name"] ?? "", readRows(part(`xl/worksheets/sheet${i + 1}.xml`), texts)]));
}

/** A text may stand in runs of different looks. */
const textOf = (element: XmlElement): string => [...children(element, "t"), ...children(element, "r").flatMap((run) => children(run, "t"))].map(({ text }) => text).join("");

function readRows(sheet: XmlElement, texts: readonly string[]): SheetResults {
  const rows: CellValue[][] = [];
  for (const cell of children(child(sheet, "sheetData"), "row").flatMap((row) => children(row, "c"))) {
    const { row, column } = readArea(cell.attributes["r"] ?? "");
    const value = child(cell, "v")?.text;
    if (value === undefined) continue;
    const type = cell.attributes["t"];
    const cells = (rows[row] ??= []);
    while (cells.length <= column) cells.push("");
    cells[column] = type === "s" ? (texts[Number(value)] ?? "") : type === "str" || type === "e" ? value : Number(value);
  }
  return Array.from(rows, (cells) => cells ?? []);
}
