import type { Browser, Frame, Page } from "playwright-core";
import { openScriptPage } from "./scriptPage";
import { launchBrowser } from "./workbenchPage";

jest.setTimeout(180_000);

/** Every member of `window.workbench`, used as its documentation in the source says. */
let browser: Browser;
let addin: Frame;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  addin = await openScriptPage(browser);
  page = addin.page();
  await page.evaluate(() => window.workbench.calculated());
});
afterAll(() => browser.close());
afterEach(() => page.evaluate(() => window.workbench.faults.clear()));

test("values and formulas go in and come out of one cell and of a rectangle, errors as their texts", async () => {
  const seen = await page.evaluate(async () => {
    const { workbench } = window;
    await workbench.setValues("Payback", "F1", [["007", 5], [true, "=1+1"]]);
    await workbench.setValues("Payback", "F4", 9);
    await workbench.setFormulas("Payback", "F5:G6", [["=1/0", "=G1*2"], ["=NA()", "=KAM.PAYBACK(40000,15000)"]]);
    await workbench.setFormulas("Payback", "F7:G7", "=$G$1");
    await workbench.calculated();
    return {
      values: workbench.values("Payback", "F1:G2"),
      one: workbench.values("payback", "F4"),
      results: workbench.values("Payback", "F5:G7"),
      formulas: workbench.formulas("Payback", "F5:G7"),
      plain: workbench.formulas("Payback", "F1:F2"),
      empty: workbench.values("Payback", "H1"),
      texts: workbench.texts("Payback", "B5:B6"),
    };
  });
  expect(seen).toEqual({
    values: [["007", 5], [true, "=1+1"]],
    one: [[9]],
    results: [["#DIV/0!", 10], ["#N/A", expect.closeTo(2.667, 2)], [5, 5]],
    formulas: [["=1/0", "=G1*2"], ["=NA()", "=KAM.PAYBACK(40000,15000)"], ["=$G$1", "=$G$1"]],
    plain: [["007"], [true]],
    empty: [[""]],
    texts: [["10.0%"], ["2,000,000"]],
  });
});

test("what is wrong with a sheet, an address or a block is said with what there is", async () => {
  const said = await page.evaluate(async () => {
    const { workbench } = window;
    const message = async (work: () => unknown) => {
      try {
        return await work();
      } catch (error) {
        return (error as Error).message;
      }
    };
    return [
      await message(() => workbench.values("Nowhere", "A1")),
      await message(() => workbench.formulas("Payback", "XFE1")),
      await message(() => workbench.setValues("Payback", "A1:B2", [[1]])),
      await message(() => workbench.setValues("Payback", "A1", [[1, 2], [3]])),
      await message(() => workbench.select("Payback", "one")),
      await message(() => workbench.errorMessage("Payback", "A1:A2")),
      await message(() => workbench.pressRibbon("No.Such.Button")),
      await message(() => workbench.faults.fail({ code: "GeneralException" })),
    ];
  });
  expect(said[0]).toBe('there is no sheet "Nowhere"; the sheets are Accounts, Scores, Payback');
  expect(said[1]).toMatch(/"XFE1" is not an address such as B2 or B2:D9/);
  expect(said[2]).toBe("A1:B2 has 2 × 2 cells, received 1 × 1");
  expect(said[3]).toMatch(/row 2 .*1 .*2/);
  expect(said[4]).toMatch(/"one" is not an address/);
  expect(said[5]).toMatch(/needs one cell/);
  expect(said[6]).toMatch(/No\.Such\.Button/);
  expect(said[7]).toMatch(/needs a request number or a member name/);
});

test("select shows a sheet and several areas of it, which the add-in hears of", async () => {
  await page.evaluate(() => window.workbench.select("Scores", "B9:C10, E9"));
  expect(await addin.evaluate(() => Excel.run(async (context) => {
    const areas = context.workbook.getSelectedRanges().load("address");
    await context.sync();
    return areas.address;
  }))).toBe("Scores!B9:C10,Scores!E9");
  expect(await page.evaluate(() => window.workbench.sheets())).toEqual(["Accounts", "Scores", "Payback"]);
});

test("an error of a function comes with its message", async () => {
  const message = await page.evaluate(async () => {
    await window.workbench.setFormulas("Payback", "I1", "=KAM.PAYBACK(40000,0)");
    await window.workbench.calculated();
    return [window.workbench.values("Payback", "I1"), window.workbench.errorMessage("Payback", "I1"), window.workbench.errorMessage("Payback", "A1")];
  });
  expect(message).toEqual([[["#N/A"]], expect.stringMatching(/never|not/i), ""]);
});

test("traffic counts requests, actions and bytes since the last reset", async () => {
  const before = await page.evaluate(() => (window.workbench.traffic({ reset: true }), window.workbench.traffic()));
  expect(before).toMatchObject({ requests: 0, actions: 0, bytes: 0 });
  await addin.evaluate(() => Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Payback").getRange("A1").load("values");
    await context.sync();
  }));
  const after = await page.evaluate(() => window.workbench.traffic());
  // One for the cell, and Excel.run lets go of what it tracked in another.
  expect(after.requests).toBe(2);
  expect(after.actions).toBeGreaterThan(0);
  expect(after.bytes).toBe(after.requestBytes + after.responseBytes);
  expect(after.bytes).toBeGreaterThan(100);
});

/** Reads a cell so many times and gives the code of each failure, "" for none. */
function readings(times: number): Promise<string[]> {
  return addin.evaluate(async (count) => {
    const codes: string[] = [];
    for (let index = 0; index < count; index++) {
      codes.push(
        await Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Payback").getRange("A1").load("values");
          await context.sync();
          return "";
        }).catch((error: { code: string }) => error.code),
      );
    }
    return codes;
  }, times);
}

test("faults fail the k-th request, or each use of a member, once or always, until they are cleared", async () => {
  await page.evaluate(() => window.workbench.faults.fail({ request: 2, code: "AccessDenied" }));
  expect(await readings(3)).toEqual(["", "AccessDenied", ""]);
  await page.evaluate(() => window.workbench.faults.fail({ request: 2, code: "Busy", times: "always" }));
  expect(await readings(3)).toEqual(["", "Busy", "Busy"]);
  await page.evaluate(() => window.workbench.faults.clear());
  await page.evaluate(() => window.workbench.faults.fail({ member: "Range.values", code: "GeneralException" }));
  expect(await readings(2)).toEqual(["GeneralException", ""]);
  await page.evaluate(() => window.workbench.faults.fail({ member: "getItem", code: "ItemNotFound", times: "always" }));
  expect(await readings(2)).toEqual(["ItemNotFound", "ItemNotFound"]);
  await page.evaluate(() => window.workbench.faults.clear());
  expect(await readings(1)).toEqual([""]);
});

test("faults delay answers, drop the add-in's frame and load it again", async () => {
  await page.evaluate(() => window.workbench.faults.delay(300));
  const waited = await addin.evaluate(async () => {
    const begun = performance.now();
    await Excel.run((context) => context.sync());
    await Excel.run(async (context) => {
      context.workbook.load("name");
      await context.sync();
    });
    return performance.now() - begun;
  });
  expect(waited).toBeGreaterThan(290);
  await page.evaluate(() => window.workbench.faults.delay(0));
  await page.evaluate(() => window.workbench.faults.dropFrame());
  expect(page.frames()).toHaveLength(1);
  await page.evaluate(() => window.workbench.faults.reloadFrame());
  expect(page.frames()).toHaveLength(2);
  expect(await page.evaluate(async () => {
    await window.workbench.setFormulas("Payback", "I2", "=KAM.PAYBACK(50000,10000)");
    await window.workbench.calculated();
    return window.workbench.values("Payback", "I2");
  })).toEqual([[5]]);
});
