import { setUpContract } from "./setUpContract";

const contract = setUpContract();
const { inAddin } = contract;

describe("boot", () => {
  test("the add-in starts as on Excel on the web, and nothing is asked of another place", async () => {
    const info = await inAddin(async () => ({
      ready: await window.started,
      trusted: document.title,
      sets: ["ExcelApi 1.17", "SharedRuntime 1.1", "CustomFunctionsRuntime 1.4", "ExcelApi 1.99"].map((set) => {
        const [name = "", version = ""] = set.split(" ");
        return Office.context.requirements.isSetSupported(name, version);
      }),
      url: Office.context.document.url,
      language: Office.context.displayLanguage,
      mode: Office.context.document.mode,
      stored: Office.context.document.settings.get("stored") as unknown,
    }));
    expect(info).toEqual({
      ready: { host: "Excel", platform: "OfficeOnline", addin: expect.objectContaining({ visibilityMode: "Taskpane" }) as unknown },
      trusted: "Add-in under test",
      sets: [true, true, true, false],
      url: "https://example.org/book.xlsx",
      language: "en-US",
      mode: "readWrite",
      stored: { from: "document" },
    });
    expect(contract.missing()).toEqual([]);
  });

  test("loaded afresh it starts again, with what was stored meanwhile", async () => {
    await inAddin(
      () =>
        new Promise<void>((done) => {
          Office.context.document.settings.set("later", 7);
          Office.context.document.settings.saveAsync(() => done());
        }),
    );
    await contract.page().evaluate(async () => (await window.hostPage).host.reload());
    expect(await inAddin(async () => [(await window.started).host, Office.context.document.settings.get("later") as unknown])).toEqual(["Excel", 7]);
  });

  test("a page that reloads itself starts over: old handlers are gone, functions and requests work", async () => {
    await inAddin(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.onAdded.add(async () => undefined);
        await context.sync();
      }),
    );
    await Promise.all([contract.addin().waitForNavigation(), inAddin(async () => location.reload())]);
    const name = await inAddin(async () => {
      await window.started;
      return Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.load("name");
        await context.sync();
        return sheet.name;
      });
    });
    expect(name).toBe("Sheet1");
    const sum = await contract.page().evaluate(async () => {
      const { grid, host } = await window.hostPage;
      grid.setFormula(0, 0, { name: "TEST.ADD", args: [1, 2] });
      await host.functions.idle();
      return grid.values(grid.selected);
    });
    expect(sum).toEqual([[3]]);
  });

  test("a message that does not come from the add-in's frame is not obeyed", async () => {
    const forged = await contract.page().evaluate(async () => {
      const { grid } = await window.hostPage;
      const frame = document.querySelector("iframe") as HTMLIFrameElement;
      const conversation = (JSON.parse(frame.name) as { xdmInfo: string }).xdmInfo.split("|")[0];
      const request = { _messageType: 0, _actionType: 0, _conversationId: conversation, _correlationId: 999, _actionName: "executeMethod" };
      const write = { ...request, _data: { DdaSetBindingData: { Data: [["forged"]] }, DdaMethod: { DispatchId: 65 } } };
      window.postMessage(JSON.stringify(write), "*");
      await new Promise((resolve) => setTimeout(resolve, 100));
      const before = grid.values(grid.selected);
      // The same words from the frame itself are taken, so it was the sender that made the difference.
      (frame.contentWindow as Window & { eval(code: string): void }).eval(`parent.postMessage(${JSON.stringify(JSON.stringify(write))}, "*")`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return [before, grid.values(grid.selected)];
    });
    expect(forged).toEqual([[[""]], [["forged"]]]);
  });

  test("a page without office.js is named", async () => {
    const failure = await contract.page().evaluate(async () => {
      const { host } = await window.hostPage;
      host.stop();
      return host.start(1).catch((error: Error) => error.message);
    });
    expect(failure).toBe("The add-in page https://contract.example/addin.html has not started office.js within 0.001 s. Does it load, and does it include office.js?");
  });
});

describe("requests", () => {
  test("load, sync, write and read again, also in a second run with the same objects", async () => {
    const result = await inAddin(async () => {
      const seen: unknown[] = [];
      const kept = await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
        range.values = [
          [1, "two"],
          [true, 4.5],
        ];
        range.load("values,address,format/wrapText");
        await context.sync();
        seen.push(range.values, range.address, range.format.wrapText);
        range.format.wrapText = true;
        range.load("format/wrapText");
        context.trackedObjects.add(range);
        await context.sync();
        seen.push(range.format.wrapText);
        return range;
      });
      return Excel.run(kept, async (context) => {
        kept.load("values");
        await context.sync();
        context.trackedObjects.remove(kept);
        return [...seen, kept.values];
      });
    });
    expect(result).toEqual([[[1, "two"], [true, 4.5]], "Sheet1!A1:B2", false, true, [[1, "two"], [true, 4.5]]]);
  });

  test("every form of load", async () => {
    const names = await inAddin(() =>
      Excel.run(async (context) => {
        const { worksheets } = context.workbook;
        worksheets.add("Second");
        const seen: unknown[] = [];
        for (const form of ["items/name", "name", "items", { $all: true }, { name: true }, { items: { name: true } }, { $top: 1, name: true }, { select: "name" }, ["items/name", "items/id"]]) {
          worksheets.load(form as string);
          await context.sync();
          seen.push(worksheets.items.map((sheet) => sheet.name));
        }
        worksheets.load();
        await context.sync();
        seen.push(worksheets.items[1]?.name);
        return seen;
      }),
    );
    const both = ["Sheet1", "Second"];
    expect(names).toEqual([both, both, both, both, both, both, ["Sheet1"], both, both, "Second"]);
  });

  test("null objects, and objects added, renamed and used again", async () => {
    const result = await inAddin(() =>
      Excel.run(async (context) => {
        const none = context.workbook.worksheets.getItemOrNullObject("None");
        const below = none.getRange("A1");
        await context.sync();
        const sheet = context.workbook.worksheets.add("New");
        await context.sync();
        sheet.name = "Renamed";
        sheet.load("name");
        await context.sync();
        return [none.isNullObject, below.isNullObject, sheet.name, sheet.isNullObject];
      }),
    );
    expect(result).toEqual([true, true, "Renamed", false]);
  });

  test("a matrix too large for one piece arrives whole, and a wrong size is refused before it is written", async () => {
    const result = await inAddin(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:D4000");
        range.values = Array.from({ length: 4000 }, (_, r) => [r, r + 0.5, `row ${r}`, r % 2 === 0]);
        range.load("values");
        await context.sync();
        const small = context.workbook.worksheets.getItem("Sheet1").getRange("A1:D2");
        small.values = range.values;
        const code = await context.sync().catch((error: OfficeExtension.Error) => error.code);
        return [range.values.length, range.values[3999], code];
      }),
    );
    expect(result).toEqual([4000, [3999, 3999.5, "row 3999", false], "InvalidArgument"]);
  });

  test("range.set sets nested properties, and references are released after the run", async () => {
    const wrapped = await inAddin(() =>
      Excel.run(async (context) => {
        const range = context.workbook.getSelectedRange();
        range.set({ format: { wrapText: true } });
        range.load("format/wrapText");
        await context.sync();
        return range.format.wrapText;
      }),
    );
    expect(wrapped).toBe(true);
    await contract.page().waitForFunction(async () => (await window.hostPage).host.engine.references.count === 0);
  });

  test("errors carry code, message and place, and what came before stays", async () => {
    const result = await inAddin(() =>
      Excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        sheets.getItem("Sheet1").name = "Kept";
        sheets.getItem("None").name = "Lost";
        const error = (await context.sync().catch((thrown: unknown) => thrown)) as OfficeExtension.Error;
        sheets.load("items/name");
        await context.sync();
        return { code: error.code, message: error.message, place: error.debugInfo.errorLocation, names: sheets.items.map((sheet) => sheet.name) };
      }),
    );
    expect(result).toEqual({ code: "ItemNotFound", message: 'There is no sheet "None".', place: "WorksheetCollection.getItem", names: ["Kept"] });
  });

  test("a member the model does not know is refused by name", async () => {
    const result = await inAddin(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").calculate(true);
        const error = (await context.sync().catch((thrown: unknown) => thrown)) as OfficeExtension.Error;
        return [error.code, error.message, error.debugInfo.errorLocation];
      }),
    );
    expect(result).toEqual(["NotImplemented", "Worksheet.calculate is not implemented by this host.", "Worksheet.calculate"]);
  });
});

describe("limits and faults", () => {
  const write = () =>
    Excel.run(async (context) => {
      context.workbook.getSelectedRange().values = [[1]];
      await context.sync();
      return "written";
    }).catch((error: OfficeExtension.Error) => error.code);

  test("5 MB is the most a request or an answer may have", async () => {
    const codes = await inAddin(async () => {
      const codeOf = (work: (context: Excel.RequestContext) => Promise<unknown>) => Excel.run(work).then(() => "done", (error: OfficeExtension.Error) => error.code);
      const long = "x".repeat(1000);
      return [
        await codeOf(async (context) => {
          context.workbook.worksheets.getItem("Sheet1").getRange("A1:A1").values = [[long.repeat(6000)]];
          await context.sync();
        }),
        await codeOf(async (context) => {
          const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A4000");
          range.values = Array.from({ length: 4000 }, () => [long]);
          await context.sync();
          const again = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A4000");
          range.load("values");
          again.load("values");
          await context.sync();
        }),
      ];
    });
    expect(codes).toEqual(["RequestPayloadSizeLimitExceeded", "ResponsePayloadSizeLimitExceeded"]);
  });

  test("while a cell is edited a write is refused, or waits when it asked to", async () => {
    await contract.page().evaluate(async () => ((await window.hostPage).grid.editing = true));
    expect(await inAddin(write)).toBe("InvalidOperationInCellEditMode");
    const waiting = inAddin(() =>
      Excel.run({ delayForCellEdit: true }, async (context) => {
        context.workbook.getSelectedRange().values = [[2]];
        await context.sync();
        return "written";
      }),
    );
    const before = await contract.page().evaluate(async () => {
      const { grid, host } = await window.hostPage;
      // A read is answered meanwhile, so the write behind it must be waiting.
      const value = grid.values(grid.selected);
      grid.editing = false;
      setTimeout(() => host.editEnded(), 50);
      return value;
    });
    expect([before, await waiting]).toEqual([[[""]], "written"]);
  });

  test("a planned request fails with the given code, once; a member each time", async () => {
    await contract.page().evaluate(async () => (await window.hostPage).host.faults.fail({ request: 2, code: "ActivityLimitReached" }));
    expect([await inAddin(write), await inAddin(write), await inAddin(write)]).toEqual(["written", "ActivityLimitReached", "written"]);
    await contract.page().evaluate(async () => (await window.hostPage).host.faults.fail({ member: "Range.values", code: "AccessDenied", times: "always" }));
    expect([await inAddin(write), await inAddin(write)]).toEqual(["AccessDenied", "AccessDenied"]);
    await contract.page().evaluate(async () => (await window.hostPage).host.faults.clear());
    expect(await inAddin(write)).toBe("written");
  });

  test("traffic is counted", async () => {
    await contract.page().evaluate(async () => (await window.hostPage).host.resetTraffic());
    await inAddin(write);
    const traffic = await contract.page().evaluate(async () => (await window.hostPage).host.traffic());
    expect(traffic.requests).toBeGreaterThanOrEqual(1);
    expect(traffic.actions).toBeGreaterThanOrEqual(4);
    expect(traffic.requestBytes).toBeGreaterThan(300);
    expect(traffic.responseBytes).toBeGreaterThan(50);
  });
});
