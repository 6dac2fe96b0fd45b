import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack, unpack } from "../../src/workbench/xlsx/package/zip";

function officeProgram(): string | undefined {
  try {
    return execFileSync("sh", ["-c", "command -v soffice"], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where LibreOffice is not installed. */
export const libreOffice = officeProgram();

/** Columns parted by |, quotes around texts, UTF-8, cells as they are and not as they are shown, every sheet into a file of its own. */
const CSV = "csv:Text - txt - csv (StarCalc):124,34,76,1,,0,false,false,false,false,false,-1";

/** Letters and digits of a sheet's name, which is all that is sure to survive in the name of a file. */
export const fileKey = (sheetName: string): string => sheetName.replace(/[^\p{L}\p{N}]/gu, "");

/** All sheets as LibreOffice computes them, by `fileKey`: the file it gets has no results, and no formats that would round. */
export function computed(bytes: Uint8Array): ReadonlyMap<string, string[][]> {
  const parts = unpack(bytes);
  for (const [path, content] of parts) {
    if (!/worksheets\/sheet\d+\.xml$/.test(path)) continue;
    const text = new TextDecoder().decode(content).replace(/<\/f><v>[^<]*<\/v>/g, "</f>").replace(/ t="(?:str|e|b)"(?=[^>]*><f)/g, "").replace(/(<c r="[A-Z]+\d+") s="\d+"/g, "$1");
    parts.set(path, new TextEncoder().encode(text));
  }
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), pack(parts));
    execFileSync(libreOffice as string, [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", CSV, "--outdir", folder, join(folder, "book.xlsx")], { stdio: "ignore" });
    const files = readdirSync(folder).filter((name) => name.endsWith(".csv"));
    return new Map(files.map((name) => [fileKey(name.replace(/^book-|\.csv$/g, "")), cellsOf(readFileSync(join(folder, name), "utf8"))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const cellsOf = (text: string): string[][] => text.split("\n").map((line) => line.split("|").map((cell) => cell.replace(/^"|"$/g, "").replace(/""/g, '"')));
