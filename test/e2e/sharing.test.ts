import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import { readFunctions } from "../../src/help/readFunctions";
import { computed, fileKey, libreOffice } from "./libreOffice";
import { launchBrowser, openWorkbench } from "./workbenchPage";

jest.setTimeout(240_000);

let browser: Browser;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  browser = await launchBrowser();
  ({ page, pane } = await openWorkbench(browser));
});
afterAll(() => browser?.close());

const calculated = () => page.evaluate(() => window.workbench.calculated());
type Block = (string | number | boolean)[][];
const WHOLE = "A1:P260";
/** What every sheet shows and what is entered in it. */
const everything = () =>
  page.evaluate((area) => Object.fromEntries(window.workbench.sheets().map((name) => [name, { values: window.workbench.values(name, area), formulas: window.workbench.formulas(name, area) }])), WHOLE) as Promise<Record<string, { values: Block; formulas: Block }>>;

/** Every example of the functions' help, each with room for its results; with them one formula that mixes KAM with native parts. */
function exampleCells(): Record<string, string> {
  const folder = resolve(__dirname, "../../src/functions");
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const examples = readFunctions(files.map((name) => join(folder, name))).flatMap(({ examples: list }) => list.map(({ formula }) => formula));
  // Four to a band of 15 rows, three columns apart: no example fills more.
  const place = (i: number) => `${["A", "F", "K"][i % 3]}${1 + 16 * Math.floor(i / 3)}`;
  return { ...Object.fromEntries(examples.slice(0, 45).map((formula, i) => [place(i), formula])), P1: '=IF(KAM.ROTI(3430,0,56)>60,"yes",ROUND(KAM.BREAKEVEN.SALES(20000,0.1),0))' };
}

async function makeSheets(): Promise<void> {
  const cells = exampleCells();
  await pane.evaluate(async (entries) => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Every 'function' & <b>");
      for (const [address, formula] of entries) sheet.getRange(address).formulas = [[formula]];
      context.workbook.worksheets.add("Hidden").getRange("B2").formulas = [["=KAM.BREAKEVEN.GROWTH(20000,0.1,2000000)"]];
      context.workbook.names.add("GrowthNeeded", "=KAM.BREAKEVEN.GROWTH(20000,0.1,Hidden!$C$2)");
      context.workbook.worksheets.getItem("Hidden").getRange("C2:C3").formulas = [[2000000], ["=GrowthNeeded*2"]];
      context.workbook.worksheets.getItem("Hidden").visibility = "VeryHidden";
      await context.sync();
    });
  }, Object.entries(cells));
  await page.evaluate(() => window.workbench.select("Accounts", "A7:A8"));
  await page.evaluate(() => window.workbench.pressRibbon("KamBuildPlans"));
  await pane.locator("#page-plans").getByRole("button", { name: /^Build/ }).first().click();
  await page.waitForFunction(() => window.workbench.sheets().length >= 7, undefined, { timeout: 120_000 });
  await pane.locator("#page-plans [role=progressbar]").waitFor({ state: "detached", timeout: 120_000 });
  await calculated();
}

/** What the workbook's names stand for. */
const namesNow = () =>
  pane.evaluate(() =>
    Excel.run(async (context) => {
      const names = context.workbook.names.load("items/name, items/formula");
      await context.sync();
      return names.items.map(({ name, formula }) => [name, String(formula)]);
    }),
  );

const kamIn = (formulas: Block) => formulas.flat().filter((cell) => typeof cell === "string" && /^=.*(?:KAM\.|_xldudf_)/i.test(cell));

/** Formulas in their places; a file turns -0 into 0, so values are left to its own tests. */
const formulasIn = (cells: Block) => cells.map((line) => line.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? cell : "")));

async function share(): Promise<void> {
  await page.evaluate(() => window.workbench.pressRibbon("KamCheckSharing"));
  await pane.getByRole("heading", { name: "Before you share" }).waitFor({ timeout: 60_000 });
  await pane.getByRole("button", { name: /^Replace \d+ formulas$/ }).click();
  await pane.getByRole("heading", { name: "Ready to share" }).waitFor({ timeout: 120_000 });
  await calculated();
}

const isError = (shown: unknown) => /^(#[A-Z/0!?]+|Err:\d+)/.test(String(shown));

test("a shared workbook needs no add-in, says the same in LibreOffice, and gets every formula back", async () => {
  await makeSheets();
  const before = await everything();
  const namesBefore = await namesNow();
  expect(before.Hidden?.values[2]?.[2]).toBeCloseTo(0.2, 12);
  expect(Object.values(before).flatMap(({ formulas }) => kamIn(formulas)).length).toBeGreaterThan(45);

  await share();
  const shared = await everything();
  expect(Object.fromEntries(await namesNow()).GrowthNeeded).toMatch(/^=(?!.*(?:KAM\.|_xldudf_)).*Hidden'?!\$C\$2/);
  const log = Object.keys(shared).find((name) => name.startsWith("KAM Share Log")) as string;
  for (const [name, { values, formulas }] of Object.entries(before)) {
    expect([name, kamIn(shared[name]!.formulas)]).toEqual([name, []]);
    values.forEach((line, r) =>
      line.forEach((value, c) => {
        const now = shared[name]!.values[r]![c]!;
        if (typeof value === "number" && typeof now === "number") expect(Math.abs(now - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value)));
        else expect([name, r, c, formulas[r]![c], now]).toEqual([name, r, c, formulas[r]![c], value]);
      }),
    );
  }

  const text = await page.evaluate(async () => Array.from(await window.workbench.saveWorkbook(), (byte) => String.fromCharCode(byte)).join(""));
  if (libreOffice !== undefined) {
    const sheets = computed(Uint8Array.from(text, (character) => character.charCodeAt(0)));
    const differing: unknown[] = [];
    let compared = 0;
    for (const [name, { values }] of Object.entries(before)) {
      const cells = sheets.get(fileKey(name));
      expect([name, cells !== undefined]).toEqual([name, true]);
      values.forEach((line, r) =>
        line.forEach((value, c) => {
          if (typeof shared[name]!.formulas[r]![c] !== "string" || !String(shared[name]!.formulas[r]![c]).startsWith("=")) return;
          compared++;
          const theirs = cells?.[r]?.[c] ?? "";
          const same = typeof value === "number" ? Math.abs(Number(theirs) - value) <= 1e-9 * Math.max(1, Math.abs(value)) : isError(value) ? isError(theirs) || value === "#NAME?" : typeof value === "boolean" ? theirs === String(value).toUpperCase() : theirs === String(value).split("\n")[0];
          if (!same || theirs.includes("#NAME?")) differing.push([name, r + 1, c + 1, shared[name]!.formulas[r]![c], value, theirs]);
        }),
      );
    }
    expect(differing).toEqual([]);
    expect(compared).toBeGreaterThan(1500);
  }

  // On another computer: the file is opened anew, and sheets get other ids.
  await page.evaluate((bytes) => window.workbench.openWorkbook(Uint8Array.from(bytes, (character) => character.charCodeAt(0))), text);
  const frame = await (await page.waitForSelector("iframe[src*='taskpane.html']")).contentFrame();
  if (!frame) throw new Error("the task pane's frame was not found");
  pane = frame;
  await calculated();
  await pane.getByRole("tab", { name: "Share" }).click();
  await pane.getByRole("button", { name: "Restore formulas" }).click();
  await pane.getByRole("heading", { name: "Formulas restored" }).waitFor({ timeout: 120_000 });
  await calculated();
  const after = await everything();
  expect(Object.keys(after)).not.toContain(log);
  for (const [name, { formulas }] of Object.entries(before)) expect([name, formulasIn(after[name]!.formulas)]).toEqual([name, formulasIn(formulas)]);
  expect(await namesNow()).toEqual(namesBefore);
});

test("formulas come back after the shared sheets were renamed and got rows", async () => {
  await share();
  await pane.evaluate(async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Payback");
      sheet.getRange("2:3").insert("Down");
      sheet.name = "It's paid back";
      await context.sync();
    });
  });
  await pane.getByRole("button", { name: "Restore formulas" }).click();
  await pane.getByRole("heading", { name: "Formulas restored" }).waitFor({ timeout: 120_000 });
  await calculated();
  const formulas = await page.evaluate(() => window.workbench.formulas("It's paid back", "B11:B14").flat());
  expect(formulas).toEqual(["=KAM.BREAKEVEN.SALES(B10,B7)", "=KAM.BREAKEVEN.GROWTH(B10,B7,B8)", "=KAM.PAYBACK.PROGRAM(B8,B7,B9,B10,B10)", "=KAM.PAYBACK(40000,15000)"]);
});

test("formulas Excel read before the add-in came are found and repaired", async () => {
  await page.evaluate(() => window.workbench.setFormulas("Accounts", "R2", [["=_xldudf_KAM_BREAKEVEN_SALES(20000,0.1)"], ["=Solver.xla!_xldudf_KAM_ROTI(100,20,4)"]]));
  await pane.getByRole("button", { name: "Back" }).click();
  await pane.getByRole("button", { name: "Repair formulas" }).click();
  await pane.getByRole("heading", { name: "Formulas repaired" }).waitFor({ timeout: 60_000 });
  await calculated();
  expect(await page.evaluate(() => [window.workbench.formulas("Accounts", "R2:R3").flat(), window.workbench.values("Accounts", "R2:R3").flat()])).toEqual([["=KAM.BREAKEVEN.SALES(20000,0.1)", "=KAM.ROTI(100,20,4)"], [200_000, 20]]);
});
