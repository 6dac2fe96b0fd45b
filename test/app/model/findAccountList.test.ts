import { listAtSelection, listNamed } from "../../../src/app/model/findAccountList";
import { proposeList } from "../../../src/app/model/chooseList";
import { MemoryListStore } from "./memoryListStore";

const ROWS = [["Q3 export", "", ""], ["", "", ""], ["Account ID", "Account", "Sales"], ["A1", "Acme", 5], ["A2", "Bolt", 7]];

test("a plain range is found below its title and remembered by its address", async () => {
  const store = new MemoryListStore(ROWS.map((row) => [...row]), undefined, "Bob's list");
  const place = await listAtSelection(store);
  expect(place).toMatchObject({ name: "'Bob''s list'!A3:C5", headerRow: 2, body: { row: 3, rowCount: 2, columnCount: 3 }, headers: ["Account ID", "Account", "Sales"] });
  // Rows that were added below since are in.
  store.cells.push(["A3", "Cog", 9]);
  expect((await listNamed(store, place.name)).body.rowCount).toBe(3);
});

test("a table is remembered by its name and found wherever it stands", async () => {
  const store = new MemoryListStore([["ID", "Account"], ["A", "Acme"]], "Tabelle1");
  expect(await listAtSelection(store)).toMatchObject({ name: "Tabelle1", tableName: "Tabelle1" });
  expect(await listNamed(store, "Tabelle1")).toMatchObject({ body: { row: 1, rowCount: 1 } });
});

test.each([
  ["Gone", 'The account list "Gone" was not found. There is no table of that name.'],
  ["'Gone'!A1:B2", "The account list \"'Gone'!A1:B2\" was not found. There is no sheet \"Gone\" with cells."],
])("a list that is gone is named: %s", async (name, message) => {
  await expect(listNamed(new MemoryListStore([["ID"], ["A"]], "Here"), name)).rejects.toMatchObject({ code: "listGone", message });
});

test("a list of headers alone, an empty sheet and one without headers are refused in words", async () => {
  await expect(listAtSelection(new MemoryListStore([["ID", "Account"]], "T"))).rejects.toMatchObject({ code: "headerOnly", message: 'The list on "Accounts" has a header in row 1 and no account below it.' });
  await expect(listAtSelection(new MemoryListStore([]))).rejects.toMatchObject({ code: "sheetEmpty" });
  await expect(listAtSelection(new MemoryListStore([["Colour"], ["red"]]))).rejects.toMatchObject({ code: "noHeader", message: expect.stringContaining('Found: "Colour", "red".') });
});

test("a list of 1,200 columns is proposed with one small request besides its header", async () => {
  const head = ["Account ID", ...Array.from({ length: 1199 }, (_, i) => `Field ${i}`)];
  const store = new MemoryListStore([head, ...Array.from({ length: 500 }, (_, i) => [`A${i}`, ...Array<number>(1199).fill(i)])], "Wide");
  const { proposal } = await proposeList(store);
  expect(proposal.lines).toEqual([{ meaning: "key", column: "Account ID" }]);
  expect(store.reads).toHaveLength(2);
  expect(Math.max(...store.reads.map(({ rowCount, columnCount }) => rowCount * columnCount))).toBeLessThanOrEqual(60_000);
});
