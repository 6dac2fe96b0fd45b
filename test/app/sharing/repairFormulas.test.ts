import { repairFormulas } from "../../../src/app/sharing/repairFormulas";
import { MemoryBook } from "./memoryBook";

const repair = (book: MemoryBook, signal = new AbortController().signal) => repairFormulas(book, signal, () => undefined);
/** Excel that does not know stored names, and one live formula it has not connected. */
const stuck = (formula: string) => (/_xldudf_|UNKNOWN|OTHER\(/.test(formula) ? "#NAME?" : 7);
const entered = (book: MemoryBook, index = 0) => Object.values(book.contents())[index];

test("stored names of every form are put right and entered again", async () => {
  const book = new MemoryBook(stuck);
  book.sheet("S", { A1: "=_xldudf_KAM_SCORE(B1:B2,1)", A2: "=IF(B1,Solver.xla!_xldudf_KAM_TIER_QUOTA(B1),2)", A3: "=[2]!_xldudf_KAM_BANT(B3)", B9: "=SUM(A1)" });
  book.definedNames = [{ name: "Best", formula: "=_xldudf_KAM_SCORE(S!$A$1)" }];
  expect(await repair(book)).toEqual({ repaired: 4, untouched: [] });
  expect(entered(book)).toEqual({ "0,0": "=KAM.SCORE(B1:B2,1)", "1,0": "=IF(B1,KAM.TIER.QUOTA(B1),2)", "2,0": "=KAM.BANT(B3)", "8,1": "=SUM(A1)" });
  expect(book.definedNames[0]?.formula).toBe("=KAM.SCORE(S!$A$1)");
});

test("a live formula that shows #NAME? is entered again, one that calculates is left alone", async () => {
  const book = new MemoryBook();
  let connected = false;
  book.evaluate = (formula) => (formula.includes("ROTI") && !connected ? "#NAME?" : 7);
  book.sheet("S", { A1: "=KAM.ROTI(1,2)", A2: "=KAM.RATE(1,2)" });
  const written: unknown[] = [];
  book.beforeWrite = (writings) => {
    written.push(...writings.flatMap(({ contents }) => contents.flat()));
    connected = true;
  };
  expect(await repair(book)).toEqual({ repaired: 1, untouched: [] });
  expect(written).toEqual(["=KAM.ROTI(1,2)"]);
});

test("protected sheets, unknown functions and cells that stay #NAME? are listed", async () => {
  const book = new MemoryBook(stuck);
  const locked = book.sheet("Locked", { A1: "=_xldudf_KAM_SCORE(B1)", A2: "=_xldudf_KAM_SCORE(B2)" }, { isProtected: true });
  const open = book.sheet("Open", { A1: "=_xldudf_KAM_UNKNOWN(B1)", A3: "=_xldudf_KAM_SCORE(OTHER(1))" });
  expect(await repair(book)).toMatchObject({
    repaired: 0,
    untouched: [
      { sheetId: locked.id, sheetName: "Locked", place: "A1:A2", reason: "the sheet is protected: take the protection off (Review, Unprotect Sheet) and repair again" },
      { sheetId: open.id, sheetName: "Open", place: "A1", reason: "KAM.UNKNOWN is not a function of this version of KAM Planner" },
      { sheetId: open.id, sheetName: "Open", place: "A3", reason: "still shows #NAME?: close and open the workbook, then repair again" },
    ],
  });
});

test("a cancelled repair leaves the formulas as they were", async () => {
  const book = new MemoryBook(stuck);
  book.sheet("A", { A1: "=_xldudf_KAM_SCORE(B1)" });
  book.sheet("B", { A1: "=_xldudf_KAM_SCORE(B1)" });
  const before = book.contents();
  const controller = new AbortController();
  book.beforeWrite = () => controller.abort();
  await expect(repair(book, controller.signal)).rejects.toMatchObject({ code: "cancelled" });
  expect(book.contents()).toEqual(before);
});
