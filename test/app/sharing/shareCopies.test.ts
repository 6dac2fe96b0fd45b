import type { SharingTools } from "../../../src/app/sharing/shareWorkbook";
import { shareCopies } from "../../../src/app/sharing/shareCopies";
import { MemoryBook } from "./memoryBook";

const tools = (book: MemoryBook): SharingTools => ({ book, workbook: book, replacements: () => () => ({ kind: "values", why: "" }), now: () => "now", pause: async () => undefined });
const never = new AbortController().signal;

function twoSheets(): MemoryBook {
  const book = new MemoryBook(() => 7);
  const list = book.sheet("List", { A1: "Margin", A2: 1 });
  book.sheet("Scores", { A1: "=KAM.RATE(List!A2,1)", A2: "=SUM(List!A1:A2,Accounts[Margin],Other!A1)", A3: "=A1+Scores!A2" });
  book.sheet("Other", { A1: 3, A2: "=KAM.ROTI(1,2)" });
  book.addTable("Accounts", list, { row: 0, column: 0, rowCount: 2, columnCount: 1 });
  return book;
}

test("copies work without the add-in and point to each other, the sheets stay as they are", async () => {
  const book = twoSheets();
  const before = book.contents();
  const outcome = await shareCopies(tools(book), [book.all[0]!.id, book.all[1]!.id], never, () => undefined);
  expect(outcome.copies.map(({ name }) => name)).toEqual(["List (shared)", "Scores (shared)"]);
  expect(book.contents()).toMatchObject(before);
  expect(book.contents()["Scores (shared)"]).toEqual({
    "0,0": 7,
    "1,0": "=SUM('List (shared)'!A1:A2,Accounts_1[Margin],Other!A1)",
    "2,0": "=A1+'Scores (shared)'!A2",
  });
  expect(Object.values(book.contents()["KAM Share Log"] ?? {})).toContain("'=KAM.RATE('List (shared)'!A2,1)");
});

test("a long name is cut to make room, and a taken one is numbered", async () => {
  const book = new MemoryBook(() => 7);
  const long = book.sheet("Granby Foods International Hold", { A1: "=KAM.ROTI(1,2)" });
  book.sheet("Granby Foods Internati (shared)");
  const { copies } = await shareCopies(tools(book), [long.id], never, () => undefined);
  expect(copies.map(({ name }) => name)).toEqual(["Granby Foods Intern (shared) (2)".slice(0, 31)].map(() => expect.stringMatching(/^.{1,31}$/) as unknown as string));
  expect(new Set(book.all.map(({ name }) => name.toLowerCase())).size).toBe(book.all.length);
});

test("a cancelled or failed run takes its copies away", async () => {
  const book = twoSheets();
  const before = book.contents();
  const controller = new AbortController();
  book.beforeWrite = () => controller.abort();
  await expect(shareCopies(tools(book), book.all.map(({ id }) => id), controller.signal, () => undefined)).rejects.toMatchObject({ code: "cancelled" });
  expect(book.contents()).toEqual(before);
});
