import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { pack, unpack } from "../../src/workbench/xlsx/package/zip";
import { launchBrowser, openWorkbench } from "./workbenchPage";

jest.setTimeout(180_000);

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ page } = await openWorkbench(browser));
});
afterAll(() => browser.close());

// As text: half a million numbers take the browser's protocol half a minute.
async function save(): Promise<Uint8Array> {
  const text = await page.evaluate(async () => Array.from(await window.workbench.saveWorkbook(), (byte) => String.fromCharCode(byte)).join(""));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
function open(bytes: Uint8Array): Promise<readonly string[]> {
  return page.evaluate((text) => window.workbench.openWorkbook(Uint8Array.from(text, (character) => character.charCodeAt(0))), Buffer.from(bytes).toString("latin1"));
}

function officeProgram(): string | undefined {
  try {
    return execFileSync("sh", ["-c", "command -v soffice"], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}
const program = officeProgram();
// Skipped where LibreOffice is not installed.
const withOffice = program === undefined ? test.skip : test;

/** Cells of the sheet as LibreOffice computes them: the file it gets has no results, and no formats that would round. */
function computed(bytes: Uint8Array, sheetNumber: number): string[][] {
  const parts = unpack(bytes);
  for (const [path, content] of parts) {
    if (!/worksheets\/sheet\d+\.xml$/.test(path)) continue;
    const text = new TextDecoder().decode(content).replace(/<\/f><v>[^<]*<\/v>/g, "</f>").replace(/ t="(?:str|e|b)"(?=[^>]*><f)/g, "").replace(/(<c r="[A-Z]+\d+") s="\d+"/g, "$1");
    parts.set(path, new TextEncoder().encode(text));
  }
  const folder = mkdtempSync(join(tmpdir(), "workbook-"));
  try {
    writeFileSync(join(folder, "book.xlsx"), pack(parts));
    execFileSync(program as string, [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", `csv:Text - txt - csv (StarCalc):124,34,76,1,,0,false,false,false,false,false,${sheetNumber}`, "--outdir", folder, join(folder, "book.xlsx")], { stdio: "ignore" });
    const name = execFileSync("sh", ["-c", `ls ${folder}/*.csv`], { encoding: "utf8" }).trim();
    return readFileSync(name, "utf8").split("\n").map((line) => line.split("|").map((cell) => cell.replace(/^"|"$/g, "")));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test("the sample is saved and opened again with the same sheets, values, formulas and texts", async () => {
  const read = () =>
    page.evaluate(() => ({
      sheets: window.workbench.sheets(),
      values: window.workbench.values("Scores", "A1:K20"),
      formulas: window.workbench.formulas("Scores", "A1:K20"),
      texts: window.workbench.texts("Scores", "A1:K20"),
    }));
  const before = await read();
  const losses = await open(await save());
  await page.evaluate(() => window.workbench.calculated());
  expect(losses).toEqual([]);
  expect(await read()).toEqual(before);
});

withOffice("LibreOffice computes every native formula of the sample to the value the workbench shows", async () => {
  const [native, texts] = await page.evaluate(() => [window.workbench.formulas("Scores", "A9:K248"), window.workbench.values("Scores", "A9:K248")] as const);
  const cells = computed(await save(), 2).slice(8, 248);
  let compared = 0;
  native.forEach((row, r) =>
    row.forEach((formula, c) => {
      if (typeof formula !== "string" || !formula.startsWith("=") || formula.includes("KAM.")) return;
      compared++;
      const [theirs, ours] = [cells[r]?.[c] ?? "", texts[r]?.[c] ?? ""];
      if (typeof ours === "number") expect(Number(theirs)).toBeCloseTo(ours, 9);
      else expect(theirs).toBe(ours);
    }),
  );
  expect(compared).toBeGreaterThan(1500);
});

test("a file of 10,000 accounts in 20 columns opens with its first and last values", async () => {
  const parts = unpack(await save());
  const cell = (row: number, column: number) => (column === 0 ? `<c t="inlineStr"><is><t>Account ${row + 1}</t></is></c>` : `<c><v>${row * 20 + column}</v></c>`);
  const rows = Array.from({ length: 10_000 }, (_, row) => `<row r="${row + 1}">${Array.from({ length: 20 }, (_cell, column) => cell(row, column)).join("")}</row>`);
  const path = "xl/worksheets/sheet3.xml";
  const sheet = new TextDecoder().decode(parts.get(path)).replace(/<sheetData>[\s\S]*<\/sheetData>/, `<sheetData>${rows.join("")}</sheetData>`);
  parts.set(path, new TextEncoder().encode(sheet));
  expect(await open(pack(parts))).toEqual([]);
  const ends = await page.evaluate(() => [window.workbench.values("Payback", "A1:C1"), window.workbench.values("Payback", "A10000:C10000")]);
  expect(ends).toEqual([[["Account 1", 1, 2]], [["Account 10000", 199_981, 199_982]]]);
});

test("a bad file is refused with a reason and the workbook stays", async () => {
  const before = await page.evaluate(() => window.workbench.values("Payback", "A1:B12"));
  await expect(open(new TextEncoder().encode("no workbook"))).rejects.toThrow(/no Excel workbook/);
  expect(await page.evaluate(() => window.workbench.values("Payback", "A1:B12"))).toEqual(before);
});
