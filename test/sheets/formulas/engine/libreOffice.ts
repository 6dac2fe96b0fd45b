import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { cellAddress } from "../../../../src/sheets/a1";
import { storedFormula } from "../../../../src/workbench/xlsx/formulas/storedFormula";
import type { Cell, Sheet } from "./recalculate";

function officeProgram(): string | undefined {
  try {
    return execFileSync("sh", ["-c", "command -v soffice"], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

const program = officeProgram();

/** Skipped where LibreOffice is not installed. */
export const withLibreOffice = program === undefined ? test.skip : test;

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "&#10;");

function cellXml(value: Cell, row: number, column: number): string {
  const place = cellAddress(row, column);
  if (value === null) return "";
  if (typeof value === "number") return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${place}" t="b"><v>${Number(value)}</v></c>`;
  // A plain formula, not an array formula: it has to work without being entered as one.
  if (value.startsWith("=")) return `<c r="${place}"><f>${escaped(storedFormula(value))}</f></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function fileOf(sheets: readonly Sheet[]): Uint8Array {
  const sheetXml = ({ rows }: Sheet) =>
    `<worksheet xmlns="${NAMESPACE}"><sheetData>${rows.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => cellXml(cell, r, c)).join("")}</row>`).join("")}</sheetData></worksheet>`;
  const parts = sheets.map((_, i) => `/xl/worksheets/sheet${i + 1}.xml`);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${parts.map((part) => `<Override PartName="${part}" ContentType="${type}.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${NAMESPACE}" xmlns:r="${OFFICE}"><sheets>${sheets.map((_, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="r${i}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts.map((part, i) => `<Relationship Id="r${i}" Type="${OFFICE}/worksheet" Target="${part}"/>`).join("")}</Relationships>`,
    ...Object.fromEntries(sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<?xml version="1.0" encoding="UTF-8"?>${sheetXml(sheet)}`])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

/** Fields that read as numbers are numbers: no twin answers with digits as a text. */
function readCsv(text: string): Cell[][] {
  const rows: Cell[][] = [[]];
  for (const [, field, separator] of text.matchAll(/("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/g)) {
    const text = field!.startsWith('"') ? field!.slice(1, -1).replace(/""/g, '"') : field!;
    rows[rows.length - 1]!.push(text === "" ? null : text === "TRUE" ? true : text === "FALSE" ? false : Number.isNaN(Number(text)) ? text : Number(text));
    if (separator === "\n") rows.push([]);
    if (separator === "") break;
  }
  return rows;
}

/** The results of all sheets, computed by LibreOffice from the formulas alone; no sheet may refer to another. */
export function recalculatedByLibreOffice(sheets: readonly Sheet[]): Cell[][][] {
  const folder = mkdtempSync(join(tmpdir(), "twins-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), fileOf(sheets));
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
    execFileSync(program as string, [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", filter, "--outdir", folder, join(folder, "book.xlsx")], { stdio: "ignore" });
    return sheets.map((_, i) => readCsv(readFileSync(join(folder, `book-S${i}.csv`), "utf8")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
