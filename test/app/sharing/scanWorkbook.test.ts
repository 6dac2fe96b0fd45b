import { blocksOf, placesOf } from "../../../src/app/sharing/findings";
import { scanWorkbook } from "../../../src/app/sharing/scanWorkbook";
import { MemoryBook } from "./memoryBook";

const scan = (book: MemoryBook, signal = new AbortController().signal, onProgress = () => undefined) => scanWorkbook(book, signal, onProgress);

/** Columns for KAM.SCORE, one value for everything else. */
const evaluate = (formula: string) => (/^=KAM\.SCORE/.test(formula) ? [[50], [60]] : formula.includes("_xldudf_") ? "#NAME?" : 1);

test("finds KAM functions in cells of every sheet, however it is hidden, with what they fill and show", async () => {
  const book = new MemoryBook(evaluate);
  const list = book.sheet("It's a 'list' <b>", { A1: 5, B2: "=KAM.SCORE(A1:A2,1)", D1: "=SUM(A1:B2)" });
  const hidden = book.sheet("Hidden", { A1: "=1+KAM.RATE(A2,A3)", A2: "=Solver.xla!_xldudf_KAM_TIER_QUOTA(B1)" }, { visibility: "hidden", isProtected: true });
  const very = book.sheet("Very", { C7: "=IF(A1,KAM.BANT(1),kam.bant(2)&KAM.ROTI(3))" }, { visibility: "veryHidden" });
  const { cells, cellCount } = await scan(book);
  expect(cells).toEqual([
    { sheetId: list.id, row: 1, column: 1, formula: "=KAM.SCORE(A1:A2,1)", functions: ["SCORE"], spill: { row: 1, column: 1, rowCount: 2, columnCount: 1 }, value: 50, isStuck: false },
    { sheetId: hidden.id, row: 0, column: 0, formula: "=1+KAM.RATE(A2,A3)", functions: ["RATE"], spill: undefined, value: 1, isStuck: false },
    { sheetId: hidden.id, row: 1, column: 0, formula: "=Solver.xla!_xldudf_KAM_TIER_QUOTA(B1)", functions: ["TIER.QUOTA"], spill: undefined, value: "#NAME?", isStuck: true },
    { sheetId: very.id, row: 6, column: 2, formula: "=IF(A1,KAM.BANT(1),kam.bant(2)&KAM.ROTI(3))", functions: ["BANT", "ROTI"], spill: undefined, value: 1, isStuck: false },
  ]);
  expect(cellCount).toBe(12 + 2 + 1);
});

test("a text that only reads like a formula is none", async () => {
  const book = new MemoryBook(evaluate);
  book.putText(book.sheet("List"), "A1", "=KAM.SCORE(hostile)");
  expect((await scan(book)).cells).toEqual([]);
});

test("finds KAM functions in names, entry checks and conditional formats", async () => {
  const book = new MemoryBook(evaluate);
  const { id } = book.sheet("List", { A1: 1 });
  book.definedNames.push({ name: "Best", formula: "=MAX(KAM.SCORE(List!$A$1:$A$9,1))" }, { name: "Rate", formula: "=0.25" }, { name: "Local", sheetId: id, formula: "=KAM.ROTI(1,2)" });
  book.allRules.push({ sheetId: id, kind: "validation", address: "B2:B9", formula: "=KAM.BANT(A2)=4" }, { sheetId: id, kind: "conditionalFormat", address: "C1", formula: '=C1="KAM.X("' });
  expect((await scan(book)).elsewhere).toEqual([
    { kind: "name", sheetId: undefined, place: "Best", formula: "=MAX(KAM.SCORE(List!$A$1:$A$9,1))", functions: ["SCORE"] },
    { kind: "name", sheetId: id, place: "Local", formula: "=KAM.ROTI(1,2)", functions: ["ROTI"] },
    { kind: "validation", sheetId: id, place: "B2:B9", formula: "=KAM.BANT(A2)=4", functions: ["BANT"] },
  ]);
});

test("counts links to other workbooks by file, with the first place", async () => {
  const book = new MemoryBook(evaluate);
  const { id } = book.sheet("List", { A1: "=[Budget.xlsx]Q1!A1", A2: "='C:\\x\\[Budget.xlsx]Q1'!A2", B1: "=[Other.xlsx]A!A1+'My list'!A1" });
  expect((await scan(book)).externalLinks).toEqual([
    { file: "Budget.xlsx", count: 2, sheetId: id, row: 0, column: 0 },
    { file: "Other.xlsx", count: 1, sheetId: id, row: 0, column: 1 },
  ]);
});

test("an empty workbook has nothing to find", async () => {
  const book = new MemoryBook();
  book.sheet("Empty");
  expect(await scan(book)).toMatchObject({ cells: [], elsewhere: [], externalLinks: [], cellCount: 0 });
});

test("a cancelled check ends between two sheets", async () => {
  const book = new MemoryBook(evaluate);
  for (const name of ["A", "B", "C"]) book.sheet(name, { A1: "=KAM.ROTI(1)" });
  const controller = new AbortController();
  const seen: string[] = [];
  await expect(
    scanWorkbook(book, controller.signal, ({ words }) => {
      seen.push(words);
      if (words === "B") controller.abort();
    }),
  ).rejects.toMatchObject({ code: "cancelled", message: "Cancelled." });
  expect(seen).toEqual(["", "A", "B"]);
});

test("cells filled from one another are one line, a spill is one of its own", async () => {
  const book = new MemoryBook(evaluate);
  book.sheet("List", { C2: "=KAM.RATE(A2,$F$1)", C3: "=KAM.RATE(A3,$F$1)", C4: "=KAM.RATE(A4,$F$1)", C5: "=KAM.RATE(A5,$F$2)", D2: "=KAM.SCORE(A1:A2,1)", D4: "=KAM.SCORE(A1:A2,1)" });
  const { cells } = await scan(book);
  expect(blocksOf(cells).map(({ address, cells: { length } }) => [address, length])).toEqual([
    ["C2:C4", 3],
    ["C5", 1],
    ["D2:D3", 1],
    ["D4:D5", 1],
  ]);
  expect(blocksOf(cells, 2).map(({ address }) => address)).toEqual(["C2:C3", "C4", "C5", "D2:D3", "D4:D5"]);
});

test("cells with the same functions are one place, whatever their arguments", async () => {
  const book = new MemoryBook(evaluate);
  book.sheet("List", { C2: "=KAM.RATE(A2,1)", C3: "=KAM.RATE(5,B9)", C4: "=KAM.ROTI(1,2)", C6: "=KAM.ROTI(1,2)" });
  expect(placesOf((await scan(book)).cells).map(({ address }) => address)).toEqual(["C2:C3", "C4", "C6"]);
});
