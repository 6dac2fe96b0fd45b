import fc from "fast-check";
import { shareWorkbook } from "../../../src/app/sharing/shareWorkbook";
import { replaceReferences } from "../../../src/sheets/formulas/references";
import { MemoryBook } from "./memoryBook";
import { cellsOf, evaluate, never, quiet, restore, sampleBook, share, tools, twins, values } from "./sampleBook";

test("formulas become native ones where there are some, else their results, and nothing else changes", async () => {
  const book = sampleBook();
  const outcome = await share(book);
  expect(cellsOf(book, "O'Neill & <Co>")).toEqual({
    "0,3": 2,
    "1,1": "=TWIN(1,List!B2:B3,$D$1)",
    "2,1": "=TWIN(2,List!B2:B3,$D$1)",
    "1,2": "=NATIVERATE(List!B2,$D$1)",
    "2,2": "=NATIVERATE(List!B3,$D$1)",
    "1,4": "A",
    "3,4": "#N/A",
    "1,5": "=SUM($B$2:$B$3)",
  });
  expect(outcome).toMatchObject({ log: { name: "KAM Share Log" }, nativeFormulas: 1 + 2 + 1, values: 2, untouched: [] });
  expect(cellsOf(book, "List")).toEqual(cellsOf(sampleBook(), "List"));
});

test("results that read like formulas stay texts", async () => {
  const book = sampleBook();
  await share(book, values);
  expect(cellsOf(book, "O'Neill & <Co>")["2,1"]).toBe("'=hostile");
});

test("the log says what was replaced, by what and why", async () => {
  const book = sampleBook();
  await share(book);
  const log = cellsOf(book, "KAM Share Log");
  const row = (r: number) => [1, 2, 3, 4, 5, 6, 7, 8].map((c) => log[`${r},${c}`]);
  expect(row(4)).toEqual(["Sheet", "Cells", "Original formula", "Formula was in", "Replaced by", "Why", "State", "Shared on"]);
  expect(row(5)).toEqual(["O'Neill & <Co>", "B2:B3", "'=KAM.SCORE(List!B2:B3,$D$1)", "first cell", "native formulas", "Calculates the same without the add-in", "shared", "2026-11-25 20:10"]);
  expect(row(7)).toEqual(["O'Neill & <Co>", "E2", `'=IF(B2>1,KAM.TIER(B2,60),"")`, "each cell", "values", "There is no native formula", "shared", "2026-11-25 20:10"]);
  expect([log["5,9"], log["5,10"]]).toEqual(["=ROWS('O''Neill & <Co>'!$B$2:$B$3)*COLUMNS('O''Neill & <Co>'!$B$2:$B$3)", "=ROWS(List!B2:B3)+ROWS('O''Neill & <Co>'!$D$1)"]);
});

test("restoring brings every formula back and takes the log away", async () => {
  const book = sampleBook();
  const before = book.contents();
  await share(book);
  expect(await restore(book)).toEqual({ restored: 6, kept: [], logsLeft: 0 });
  expect(book.contents()).toEqual(before);
});

test("cells edited after sharing stay, the others come back, and a second try needs no third", async () => {
  const book = sampleBook();
  await share(book);
  const sheet = book.all[1]!;
  book.put(sheet, "C3", 99);
  book.put(sheet, "B3", "=TWIN(2,List!B2:B3,$D$1)+1");
  const outcome = await restore(book);
  expect(outcome).toMatchObject({ restored: 4, logsLeft: 1 });
  expect(outcome.kept).toEqual([
    { sheetId: sheet.id, sheetName: sheet.name, place: "B2:B3", reason: "was edited after sharing, so it stays as it is" },
    { sheetId: sheet.id, sheetName: sheet.name, place: "C3", reason: "was edited after sharing, so it stays as it is" },
  ]);
  expect(cellsOf(book, sheet.name)).toMatchObject({ "1,1": "=TWIN(1,List!B2:B3,$D$1)", "1,2": "=KAM.RATE(List!B2,$D$1)", "2,2": 99, "1,5": "=SUM(B2#)" });
  expect(await restore(book)).toMatchObject({ restored: 0, logsLeft: 1 });
});

test("renamed sheets and inserted rows: formulas come back as they would read had they never been replaced", async () => {
  const edit = (book: MemoryBook) => {
    book.rename(book.all[1]!, "Renamed (2)");
    book.rename(book.all[0]!, "It's the list");
    book.insertRows(book.all[1]!, 1, 3);
    book.insertRows(book.all[0]!, 0, 2);
  };
  const untouched = sampleBook();
  edit(untouched);
  const book = sampleBook();
  await share(book);
  edit(book);
  expect(await restore(book)).toMatchObject({ kept: [], logsLeft: 0 });
  const plain = (one: MemoryBook) => Object.fromEntries(Object.entries(one.contents()).map(([name, cells]) => [name, Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, String(value).replace(/'/g, "")]))]));
  expect(plain(book)).toEqual(plain(untouched));
});

test("sharing and restoring is the identity for any mix of formulas", async () => {
  const reference = fc.constantFrom("B2", "$B$3:C9", "List!A2:A3", "'O''Neill'!$D1", "Accounts[Margin]", "[@Rate]", "[Book.xlsx]S!A1", '"KAM.X(A1)"', "A:A");
  const formula = fc.tuple(fc.constantFrom("SCORE", "RATE", "TIER", "GATE"), fc.array(reference, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([name, args, mixed]) => `=${mixed ? "1+" : ""}KAM.${name}(${args.join(",")})`);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.integer({ min: 20, max: 60 }), fc.integer({ min: 5, max: 9 }), formula), { maxLength: 12 }), fc.integer({ min: 0, max: 3 }), async (placed, rows) => {
      const make = () => {
        const book = new MemoryBook(evaluate);
        book.sheet("List", { A1: 1 });
        const sheet = book.sheet("O'Neill", { A1: 1 });
        // Every other row, so that a column of two results has room.
        for (const [row, column, text] of placed) sheet.entered.set(`${row * 2},${column}`, text);
        return book;
      };
      const [plain, book] = [make(), make()];
      await share(book);
      for (const one of [plain, book]) if (rows > 0) one.insertRows(one.all[1]!, rows, rows);
      if (placed.length > 0) expect(await restore(book)).toMatchObject({ kept: [], logsLeft: 0 });
      const unquoted = (one: MemoryBook) => JSON.stringify(one.contents(), (_, value: unknown) => (typeof value === "string" ? replaceReferences(value, ({ text }) => text.replace(/^'(\w+)'!/, "$1!")) : value));
      expect(unquoted(book)).toBe(unquoted(plain));
    }),
    { numRuns: 60 },
  );
});

test.each([1, 2, 3])("a run cancelled at write %i leaves everything as before", async (stop) => {
  const book = sampleBook();
  const before = book.contents();
  const controller = new AbortController();
  let writes = 0;
  book.beforeWrite = () => void (++writes === stop && controller.abort());
  if (stop <= 2) await expect(share(book, twins, controller.signal)).rejects.toMatchObject({ code: "cancelled" });
  else await share(book, twins, controller.signal).catch(() => undefined);
  if (writes < stop) return;
  expect(book.contents()).toEqual(before);
});

test("a run that fails in the middle leaves everything as before", async () => {
  const book = sampleBook();
  const before = book.contents();
  book.beforeWrite = (writings) => {
    // The log's notes after the formulas were written.
    if (writings.some(({ sheetId }) => sheetId === "id-3")) throw new Error("no");
  };
  await expect(share(book)).rejects.toThrow("no");
  expect(book.contents()).toEqual(before);
});

test("when not even putting back works, the log stays and can do it", async () => {
  const book = sampleBook();
  const before = book.contents();
  let isBroken = false;
  book.beforeWrite = (writings) => {
    isBroken ||= writings.some(({ sheetId }) => sheetId === "id-3");
    if (isBroken) throw new Error("no");
  };
  await expect(share(book)).rejects.toMatchObject({ code: "notPutBack", nextStep: "Their formulas stand on “KAM Share Log”: choose Restore formulas on the page Share." });
  book.beforeWrite = () => undefined;
  expect(await restore(book)).toMatchObject({ kept: [], logsLeft: 0 });
  expect(book.contents()).toEqual(before);
});

test("a native formula that says something else gives way to the value, and the log says so", async () => {
  const book = sampleBook();
  book.evaluate = (formula) => (formula.includes("NATIVERATE(List!B3") ? 8 : evaluate(formula));
  await share(book);
  expect(cellsOf(book, "O'Neill & <Co>")).toMatchObject({ "1,2": 7, "2,2": 7, "1,1": "=TWIN(1,List!B2:B3,$D$1)" });
  expect(Object.values(cellsOf(book, "KAM Share Log"))).toContain("C3: the native formula gave 8 instead of 7");
});

test("a formula too long after replacement, one that Excel refuses and one that refers to itself become values", async () => {
  const book = new MemoryBook(evaluate);
  const sheet = book.sheet("S", { A1: "=KAM.RATE(B1)", A2: "=KAM.RATE(C2,B2)", A5: "=KAM.RATE(A5)" });
  book.beforeWrite = (writings) => {
    if (writings.some(({ contents }) => contents.flat().includes("=NATIVERATE(C2,B2)"))) throw new Error("InvalidArgument");
  };
  await share(book, (cell, name) => (cell.row === 0 ? { kind: "formulas", formulas: [[`=${"1+".repeat(5000)}1`]] } : twins(cell, name)));
  expect(cellsOf(book, "S")).toEqual({ "0,0": 7, "1,0": 7, "4,0": 7 });
  const log = Object.values(cellsOf(book, "KAM Share Log"));
  expect(log).toEqual(expect.arrayContaining(["The native formula has 10,002 characters, Excel allows 8,192", "Excel did not take the native formula", "The formula refers to its own cells, in a circle"]));
  expect(await restore(book)).toMatchObject({ restored: 3, kept: [] });
  expect(cellsOf(book, "S")).toEqual({ "0,0": "=KAM.RATE(B1)", "1,0": "=KAM.RATE(C2,B2)", "4,0": "=KAM.RATE(A5)" });
  expect(sheet.name).toBe("S");
});

test("cells Excel does not let be changed stay and are listed, the others are replaced", async () => {
  const book = new MemoryBook(evaluate);
  const sheet = book.sheet("S", { A1: "=KAM.TIER(B1)", A3: "=KAM.TIER(B3)", A5: "=KAM.RATE(B5,1)" });
  const before = book.contents();
  book.beforeWrite = (writings) => {
    if (writings.some(({ sheetId, row, contents }) => sheetId === sheet.id && row !== 0 && contents.flat().some((content) => content !== null && !String(content).includes("KAM.")))) throw new Error("part of an array");
  };
  const outcome = await share(book);
  expect(outcome).toMatchObject({ nativeFormulas: 0, values: 1 });
  expect(outcome.untouched.map(({ place, reason }) => [place, reason.slice(0, 38)])).toEqual([["A3", "Excel did not let the cells be changed"], ["A5", "Excel did not let the cells be changed"]].map(([place, reason]) => [place, reason!.slice(0, 38)]));
  expect(cellsOf(book, "S")).toEqual({ "0,0": "A", "2,0": "=KAM.TIER(B3)", "4,0": "=KAM.RATE(B5,1)" });
  book.beforeWrite = () => undefined;
  expect(await restore(book)).toEqual({ restored: 1, kept: [], logsLeft: 0 });
  expect(book.contents()).toEqual(before);
});

test("native formulas that would read more cells than a sheet can bear become values", async () => {
  const book = new MemoryBook(evaluate);
  book.sheet("S", Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`A${i + 1}`, "=KAM.RATE($B$1:$B$600000,1)"])));
  await share(book);
  expect(cellsOf(book, "S")).toMatchObject({ "0,0": 7, "199,0": 7 });
  expect(Object.values(cellsOf(book, "KAM Share Log"))).toContain("The native formulas would read 120 million cells at each calculation, too many to work with");
});

test("protected sheets and cells without a result stay, with the reason", async () => {
  const book = new MemoryBook((formula) => (formula.includes("TIER") ? "#SPILL!" : formula.includes("GATE") ? "#NAME?" : 7));
  const open = book.sheet("Open", { A1: "=KAM.TIER(B1)", A2: "=_xldudf_KAM_GATE(B1)", A3: "=KAM.ROTI(1,2)" });
  const locked = book.sheet("Locked", { A1: "=KAM.ROTI(1,2)" }, { isProtected: true });
  expect((await share(book)).untouched).toEqual([
    { sheetId: locked.id, sheetName: "Locked", place: "", reason: "is protected: take the protection off (Review, Unprotect Sheet) and share again" },
    { sheetId: open.id, sheetName: "Open", place: "A1", reason: "shows #SPILL!: make room for its results first (merged or filled cells are in the way)" },
    { sheetId: open.id, sheetName: "Open", place: "A2", reason: "shows #NAME?: repair it first" },
  ]);
  expect(cellsOf(book, "Open")).toEqual({ "0,0": "=KAM.TIER(B1)", "1,0": "=_xldudf_KAM_GATE(B1)", "2,0": 7 });
});

test("formulas that are still being calculated are not frozen as #BUSY!", async () => {
  const book = new MemoryBook(() => "#BUSY!");
  book.sheet("S", { A1: "=KAM.ROTI(1,2)" });
  await expect(share(book)).rejects.toMatchObject({ code: "stillCalculating", message: "S A1 is still being calculated." });
});

test("one sheet can be shared alone, and sharing the rest gets a log of its own", async () => {
  const book = sampleBook();
  const other = book.sheet("Other", { A1: "=KAM.ROTI(1,2)" });
  const before = book.contents();
  await shareWorkbook(tools(book), [other.id], never, quiet);
  expect(cellsOf(book, "O'Neill & <Co>")).toEqual(before["O'Neill & <Co>"]);
  await share(book);
  expect(book.allTables.map(({ name }) => name)).toEqual(["KAM_ShareLog", "KAM_ShareLog2"]);
  expect(book.all.map(({ name }) => name).slice(-2)).toEqual(["KAM Share Log", "KAM Share Log (2)"]);
  expect(await restore(book)).toMatchObject({ kept: [], logsLeft: 0 });
  expect(book.contents()).toEqual(before);
});

test("sorted rows of a column get their formulas back, whatever the order", async () => {
  const book = new MemoryBook((formula) => (/RATE\(B(\d)/.test(formula) ? Number(/B(\d)/.exec(formula)?.[1]) : 1));
  const sheet = book.sheet("S", { A1: "=KAM.RATE(B1)", A2: "=KAM.RATE(B2)", A3: "=KAM.RATE(B3)" });
  await share(book, values);
  book.put(sheet, "A1", 3);
  book.put(sheet, "A3", 1);
  await restore(book);
  expect(cellsOf(book, "S")).toEqual({ "0,0": "=KAM.RATE(B1)", "1,0": "=KAM.RATE(B2)", "2,0": "=KAM.RATE(B3)" });
});

test("without a log there is nothing to restore, and the pane can say why", async () => {
  const book = sampleBook();
  await share(book);
  await book.removeSheets([book.all.at(-1)!.id]);
  await expect(restore(book)).rejects.toMatchObject({ code: "noShareLog", message: "This workbook has no share log." });
});

test("a log without its columns is refused before anything is written", async () => {
  const book = sampleBook();
  await share(book);
  const before = book.contents();
  book.put(book.all.at(-1)!, "D5", "Formula");
  await expect(restore(book)).rejects.toMatchObject({ code: "noShareLog", message: "The table KAM_ShareLog lacks columns Restore needs." });
  expect({ ...book.contents(), "KAM Share Log": 0 }).toEqual({ ...before, "KAM Share Log": 0 });
});

test("deleted sheets and protected ones are said, the others are restored", async () => {
  const book = sampleBook();
  const gone = book.sheet("Gone", { A1: "=KAM.ROTI(1,2)" });
  const locked = book.sheet("Locked", { A1: "=KAM.ROTI(1,2)" });
  await share(book);
  await book.removeSheets([gone.id]);
  locked.isProtected = true;
  expect(await restore(book)).toMatchObject({
    restored: 6,
    kept: [
      { sheetName: "Gone", place: "A1", reason: "the cells or their sheet were deleted" },
      { sheetName: "Locked", place: "A1", reason: "the sheet is protected: take the protection off and restore again" },
    ],
    logsLeft: 1,
  });
});

test("a cancelled restore leaves the shared workbook as it was", async () => {
  const book = sampleBook();
  await share(book);
  const shared = book.contents();
  const controller = new AbortController();
  book.beforeWrite = () => controller.abort();
  await expect(restore(book, controller.signal)).rejects.toMatchObject({ code: "cancelled" });
  expect(book.contents()).toEqual(shared);
});
