import { strToU8, zipSync } from "fflate";
import type { Browser, Frame, Page } from "playwright-core";
import { openScriptPage } from "./scriptPage";
import { launchBrowser, origin } from "./workbenchPage";

jest.setTimeout(180_000);

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

let browser: Browser;
let addin: Frame;
let page: Page;
/** The sample with a mark of its own. */
let own: Buffer;

beforeAll(async () => {
  browser = await launchBrowser();
  addin = await openScriptPage(browser);
  page = addin.page();
  await page.evaluate(() => window.workbench.setValues("Payback", "D1", "of the file"));
  own = Buffer.from(await page.evaluate(async () => Array.from(await window.workbench.saveWorkbook(), (byte) => String.fromCharCode(byte)).join("")), "latin1");
});
afterAll(() => browser.close());

async function newPage(): Promise<Page> {
  const fresh = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  await fresh.route(
    (url) => url.pathname.startsWith("/files/"),
    (route) => {
      const name = new URL(route.request().url()).pathname.split("/").at(-1);
      return name === "own.xlsx" ? route.fulfill({ contentType: XLSX, body: own }) : name === "cut.xlsx" ? route.fulfill({ contentType: XLSX, body: own.subarray(0, 5000) }) : route.fulfill({ status: 404 });
    },
  );
  return fresh;
}
const message = (on: Page) => on.locator("#messages").innerText();

describe("before the sample has been calculated", () => {
  test("a script opens a file as soon as the grid is there", async () => {
    const fresh = await newPage();
    await fresh.goto(`${origin}/workbench/`);
    await fresh.waitForFunction(() => typeof window.workbench?.openWorkbook === "function");
    await fresh.evaluate((text) => window.workbench.openWorkbook(Uint8Array.from(text, (character) => character.charCodeAt(0))), own.toString("latin1"));
    await fresh.evaluate(() => window.workbench.calculated());
    expect(await fresh.evaluate(() => [window.workbench.values("Payback", "D1"), window.workbench.values("Scores", "E9")])).toEqual([[["of the file"]], [[expect.any(Number)]]]);
    await fresh.context().close();
  });

  test("?workbook= is what the add-in starts with", async () => {
    const fresh = await newPage();
    await fresh.goto(`${origin}/workbench/?workbook=/files/own.xlsx`);
    await fresh.evaluate(() => window.workbench.ready);
    await fresh.evaluate(() => window.workbench.calculated());
    expect(await fresh.evaluate(() => [window.workbench.values("Payback", "D1"), window.workbench.values("Scores", "E9")])).toEqual([[["of the file"]], [[expect.any(Number)]]]);
    await fresh.context().close();
  });

  test.each([
    ["cut.xlsx", /cut\.xlsx was not opened; the open workbook is as it was\. The file is damaged: .*Open it in Excel/],
    ["none.xlsx", /none\.xlsx was not opened; .*404/],
  ])("?workbook=%s is refused in words, the sample stays and scripts hear of it", async (name, words) => {
    const fresh = await newPage();
    await fresh.goto(`${origin}/workbench/?workbook=/files/${name}`);
    await expect(fresh.evaluate(() => window.workbench.ready)).rejects.toThrow(/damaged|404/);
    expect(await message(fresh)).toMatch(words);
    expect(await fresh.evaluate(() => window.workbench.sheets())).toEqual(["Accounts", "Scores", "Payback"]);
    await fresh.context().close();
  });
});

const BAD: readonly (readonly [file: string, bytes: () => Uint8Array, words: RegExp])[] = [
  ["damaged.xlsx", () => own.subarray(0, 5000), /The file is damaged: .*Open it in Excel, let Excel repair it/],
  ["secret.xlsx", () => Uint8Array.from([...OLE, ...new Array<number>(600).fill(0), ...[..."EncryptedPackage"].flatMap((c) => [c.charCodeAt(0), 0])]), /protected with a password\. Take the password off/],
  ["empty.xlsx", () => new Uint8Array(), /The file is empty \(0 bytes\)\. Choose a workbook/],
  ["old.xls", () => Uint8Array.from([...OLE, ...new Array<number>(600).fill(0)]), /old format of Excel 97-2003 \(\.xls\)\. Save it as an Excel Workbook/],
  ["list.csv", () => strToU8("Account;Revenue\nNorth;5\n"), /no Excel workbook.*Save it as an Excel Workbook/],
  ["photo.jpg", () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), /no Excel workbook.*Save it as an Excel Workbook/],
  ["binary.xlsb", () => zipSync({ "_rels/.rels": strToU8('<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>'), "xl/workbook.bin": Uint8Array.from([0x83, 1, 0]) }), /\.xlsb.*Save it as an Excel Workbook/],
  ["letter.docx", () => zipSync({ "word/document.xml": strToU8("<w:document xmlns:w='w'/>") }), /no workbook part/],
];

describe("a bad file", () => {
  const state = () => page.evaluate(() => [window.workbench.sheets(), window.workbench.formulas("Payback", "A1:D12"), window.workbench.values("Scores", "A9:E12")]);
  let before: unknown;
  beforeAll(async () => {
    await page.evaluate(() => window.workbench.calculated());
    before = await state();
  });
  const clear = () => page.locator("#messages button").click();

  test.each(BAD)("%s is refused by button, drop and script, with what to do", async (name, bytes, words) => {
    const buffer = Buffer.from(bytes());
    const shown = async () => {
      const note = page.locator("#messages .failure");
      await note.waitFor();
      const text = await note.innerText();
      await clear();
      return text.replace(/\s+/g, " ");
    };
    await page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer });
    const byButton = await shown();
    expect(byButton).toMatch(words);
    expect(byButton).toContain(`${name} was not opened; the open workbook is as it was.`);

    await page.evaluate(
      ([text, file]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(text as string, (character) => character.charCodeAt(0))], file as string));
        document.getElementById("grid")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [buffer.toString("latin1"), name],
    );
    expect(await shown()).toBe(byButton);

    const refused = page.evaluate((text) => window.workbench.openWorkbook(Uint8Array.from(text, (character) => character.charCodeAt(0))), buffer.toString("latin1"));
    await expect(refused).rejects.toThrow(words);
    expect(await state()).toEqual(before);
  });

  test("a huge file is refused before it is read", async () => {
    await page.evaluate(() => {
      const data = new DataTransfer();
      const part = new Uint8Array(80 * 1024 * 1024);
      data.items.add(new File([part, part, part, part], "huge.xlsx"));
      document.getElementById("grid")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    const note = page.locator("#messages .failure");
    await note.waitFor();
    expect(await note.innerText()).toMatch(/huge\.xlsx was not opened.*320 MB.*up to 300 MB/s);
    await clear();
    expect(await state()).toEqual(before);
  });
});

describe("scripts", () => {
  test("read the workbook as a file in slices, and put its sheets into the workbook", async () => {
    const outcome = await addin.evaluate(async () => {
      const file = await new Promise<Office.File>((done, fail) =>
        Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: 10_000 }, ({ status, value, error }) => (status === Office.AsyncResultStatus.Succeeded ? done(value) : fail(new Error(error.message)))),
      );
      let text = "";
      for (let index = 0; index < file.sliceCount; index++) {
        const slice = await new Promise<Office.Slice>((done, fail) => file.getSliceAsync(index, ({ status, value, error }) => (status === Office.AsyncResultStatus.Succeeded ? done(value) : fail(new Error(error.message)))));
        text += (slice.data as number[]).map((byte) => String.fromCharCode(byte)).join("");
      }
      await new Promise<void>((done) => file.closeAsync(() => done()));
      return Excel.run(async (context) => {
        const ids = context.workbook.insertWorksheetsFromBase64(btoa(text), { sheetNamesToInsert: ["Scores", "Accounts"], positionType: "After", relativeTo: "Payback" });
        await context.sync();
        const sheets = context.workbook.worksheets.load("items/name,items/id");
        const copied = context.workbook.worksheets.getItem("Scores (2)").getRange("A9:B9").load("formulas,values");
        const kept = context.workbook.worksheets.getItem("Scores").getRange("A9").load("formulas");
        await context.sync();
        return { whole: text.length === file.size, names: sheets.items.map(({ name }) => name), ids: ids.value, all: sheets.items.map(({ id }) => id), formulas: copied.formulas, values: copied.values, kept: kept.formulas };
      });
    });
    expect(outcome.whole).toBe(true);
    expect(outcome.names).toEqual(["Accounts", "Scores", "Payback", "Accounts (2)", "Scores (2)"]);
    expect(outcome.ids).toEqual(outcome.all.slice(3));
    expect(outcome.formulas).toEqual([["=INDEX(Accounts_2[Account ID],1)", "=INDEX(Accounts_2[Account],1)"]]);
    expect(outcome.values[0]?.[0]).toMatch(/^\S+$/);
    expect(outcome.kept).toEqual([["=INDEX(Accounts[Account ID],1)"]]);
  });

  test("get pictures of cells and charts", async () => {
    const pictures = await addin.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Payback");
        const chart = sheet.charts.add(Excel.ChartType.columnClustered, sheet.getRange("A3:B5"));
        chart.set({ width: 300, height: 150 });
        const images = [sheet.getRange("A1:B12").getImage(), chart.getImage(), chart.getImage(200, 200, Excel.ImageFittingMode.fitAndCenter), chart.getImage(200)];
        await context.sync();
        chart.delete();
        await context.sync();
        return Promise.all(
          images.map(async ({ value }) => {
            const picture = new Image();
            picture.src = `data:image/png;base64,${value}`;
            await picture.decode();
            const canvas = Object.assign(document.createElement("canvas"), { width: picture.width, height: picture.height });
            const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
            pen.drawImage(picture, 0, 0);
            const colors = new Set(new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer));
            return [picture.width, picture.height, colors.size > 5];
          }),
        );
      }),
    );
    expect(pictures).toEqual([[expect.any(Number), expect.any(Number), true], [400, 200, true], [200, 200, true], [200, 100, true]]);
  });

  test("save the workbook: the person gets it as a file", async () => {
    const [download, dirty] = await Promise.all([
      page.waitForEvent("download"),
      addin.evaluate(() =>
        Excel.run(async (context) => {
          context.workbook.save(Excel.SaveBehavior.save);
          await context.sync();
          context.workbook.load("isDirty");
          await context.sync();
          return context.workbook.isDirty;
        }),
      ),
    ]);
    expect(download.suggestedFilename()).toBe("KAM sample.xlsx");
    expect(dirty).toBe(false);
  });
});
