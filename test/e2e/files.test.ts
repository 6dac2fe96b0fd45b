import type { Browser, Page } from "playwright-core";
import { pack, unpack } from "../../src/workbench/xlsx/package/zip";
import { computed, libreOffice } from "./libreOffice";
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

// Skipped where LibreOffice is not installed.
const withOffice = libreOffice === undefined ? test.skip : test;

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

test("formulas that name tables calculate in a file that was opened, also where they stand before the table", async () => {
  await page.evaluate(async () => {
    window.workbench.setValues("Payback", "J2", [["Name", "Money"], ["a", 1], ["b", 2]]);
    window.workbench.setFormulas("Payback", "H1", [["=SUM(KAM_Own[Money])"], ["=ROW()-ROW(KAM_Own[[#Headers],[Money]])"]]);
    window.workbench.setFormulas("Accounts", "R2", [["=SUM(KAM_Own[Money])*2"]]);
    await window.workbench.calculated();
  });
  const pane = page.frames().find((frame) => frame.url().includes("/taskpane.html"));
  await pane?.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.tables.add("Payback!J2:K4", true).name = "KAM_Own";
      await context.sync();
    }),
  );
  await page.evaluate(async () => {
    window.workbench.setFormulas("Payback", "H1", window.workbench.formulas("Payback", "H1:H2"));
    window.workbench.setFormulas("Accounts", "R2", window.workbench.formulas("Accounts", "R2"));
    await window.workbench.calculated();
  });
  const read = () => page.evaluate(() => [window.workbench.values("Payback", "H1:H2"), window.workbench.values("Accounts", "R2")]);
  expect(await read()).toEqual([[[3], [0]], [[6]]]);
  await open(await save());
  await page.evaluate(() => window.workbench.calculated());
  expect(await read()).toEqual([[[3], [0]], [[6]]]);
});

withOffice("LibreOffice computes every native formula of the sample to the value the workbench shows", async () => {
  const [native, texts] = await page.evaluate(() => [window.workbench.formulas("Scores", "A9:K248"), window.workbench.values("Scores", "A9:K248")] as const);
  const cells = (computed(await save()).get("Scores") ?? []).slice(8, 248);
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
