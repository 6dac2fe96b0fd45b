import { setUpContract } from "./setUpContract";

const contract = setUpContract();
const { inAddin } = contract;

describe("events", () => {
  test("a change reaches the handlers of the sheet and of the collection, after the answer, until they are removed", async () => {
    const seen = await inAddin(() =>
      Excel.run(async (context) => {
        const log: string[] = [];
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        const onSheet = sheet.onChanged.add(async (args) => void log.push(`sheet ${args.address} ${args.changeType}`));
        context.workbook.worksheets.onChanged.add(async (args) => void log.push(`all ${args.worksheetId}`));
        context.workbook.worksheets.onAdded.add(async (args) => void log.push(`added ${args.worksheetId}`));
        await context.sync();
        const write = async (value: number) => {
          sheet.getRange("A1").values = [[value]];
          await context.sync();
          log.push("synced");
          await new Promise((resolve) => setTimeout(resolve, 50));
        };
        await write(1);
        onSheet.remove();
        await context.sync();
        await write(2);
        context.workbook.worksheets.add("More");
        await context.sync();
        await new Promise((resolve) => setTimeout(resolve, 50));
        return log;
      }),
    );
    expect(seen.filter((line) => line !== "synced")).toEqual(["sheet A1 RangeEdited", "all sheet1", "all sheet1", "added sheet2"].map((line) => line.replace(" A1 ", " Sheet1!A1 ")));
  });

  test("the selection's change reaches the document's and the workbook's handlers", async () => {
    const log = contract.page().waitForFunction(
      () => {
        const frame = document.querySelector("iframe")?.contentDocument;
        return frame?.title === "document and workbook" && frame.title;
      },
      undefined,
      { timeout: 5000 },
    );
    await inAddin(async () => {
      const seen = new Set<string>();
      const note = (name: string) => {
        seen.add(name);
        document.title = [...seen].sort().join(" and ");
      };
      await new Promise<void>((done) => Office.context.document.addHandlerAsync(Office.EventType.DocumentSelectionChanged, () => note("document"), () => done()));
      await Excel.run(async (context) => {
        context.workbook.onSelectionChanged.add(async () => note("workbook"));
        await context.sync();
      });
    });
    await contract.page().evaluate(async () => (await window.hostPage).host.events.raise(14, ["sheet1", "Workbook"], { address: "B2", worksheetId: "sheet1" }));
    expect(await (await log).jsonValue()).toBe("document and workbook");
  });
});

describe("what is stored in the document", () => {
  test("document.settings and workbook.settings see the same values and tell of changes", async () => {
    const result = await inAddin(async () => {
      const { settings } = Office.context.document;
      let told = 0;
      await new Promise<void>((done) => settings.addHandlerAsync(Office.EventType.SettingsChanged, () => (told += 1), () => done()));
      settings.set("mine", { deep: [1, null, "x"] });
      await new Promise<void>((done) => settings.saveAsync(() => done()));
      const read = await Excel.run(async (context) => {
        const stored = context.workbook.settings.getItem("mine");
        stored.load("value");
        const none = context.workbook.settings.getItemOrNullObject("none");
        context.workbook.settings.add("other", 5);
        context.workbook.settings.getItem("stored").delete();
        await context.sync();
        return [stored.value as unknown, none.isNullObject];
      });
      await new Promise<void>((done) => settings.refreshAsync(() => done()));
      return [...read, settings.get("other") as unknown, settings.get("stored") as unknown, told > 0];
    });
    expect(result).toEqual([{ deep: [1, null, "x"] }, true, 5, null, true]);
  });

  test("custom XML parts", async () => {
    const result = await inAddin(() =>
      Excel.run(async (context) => {
        const parts = context.workbook.customXmlParts;
        const part = parts.add('<a xmlns="urn:kam"><b/></a>');
        part.load("id,namespaceUri");
        await context.sync();
        const only = parts.getByNamespace("urn:kam").getOnlyItem();
        const xml = only.getXml();
        const nothing = parts.getByNamespace("urn:other").getOnlyItemOrNullObject();
        await context.sync();
        parts.getItem(part.id).setXml('<a xmlns="urn:kam">new</a>');
        const changed = part.getXml();
        await context.sync();
        part.delete();
        const count = parts.getCount();
        await context.sync();
        parts.add("<a>");
        const code = await context.sync().catch((error: OfficeExtension.Error) => error.code);
        return [part.namespaceUri, xml.value, nothing.isNullObject, changed.value, count.value, code];
      }),
    );
    expect(result).toEqual(["urn:kam", '<a xmlns="urn:kam"><b/></a>', true, '<a xmlns="urn:kam">new</a>', 0, "InvalidArgument"]);
  });
});

describe("the API of all Office applications", () => {
  test("reads and writes the selection, goes to a place and names the file", async () => {
    const result = await inAddin(async () => {
      const { document: file } = Office.context;
      const value = <T>(call: (done: (answer: Office.AsyncResult<T>) => void) => void) =>
        new Promise<unknown>((resolve) => call((answer) => resolve(answer.status === Office.AsyncResultStatus.Succeeded ? answer.value : answer.error.code)));
      return [
        await value((done) => file.setSelectedDataAsync([[1, 2]], { coercionType: Office.CoercionType.Matrix }, done)),
        await value((done) => file.getSelectedDataAsync(Office.CoercionType.Matrix, done)),
        await value((done) => file.getSelectedDataAsync(Office.CoercionType.Text, { valueFormat: Office.ValueFormat.Formatted }, done)),
        await value((done) => file.goToByIdAsync("Sheet1!B2", Office.GoToType.NamedItem, done)),
        await value((done) => file.getSelectedDataAsync(Office.CoercionType.Text, done)),
        await value((done) => file.goToByIdAsync("Nowhere", Office.GoToType.NamedItem, done)),
        await value<Office.FileProperties>((done) => file.getFilePropertiesAsync((answer) => done(answer))),
      ];
    });
    expect(result).toEqual([{}, [[1]], "<1>", {}, "", 7001, { url: "https://example.org/book.xlsx" }]);
  });
});
