import type { CellValue } from "../../../src/sheets/cellValue";
import { readAccounts } from "../../../src/sheets/read/accounts";
import { HEADS, listOf } from "./sampleList";

function read(rows: readonly (readonly CellValue[])[], selected: readonly number[]) {
  const values = [[...HEADS], ...rows];
  return readAccounts(listOf(values), { row: 0, column: 0, values }, selected);
}

test("keys keep their type and names are trimmed", () => {
  const { accounts, complaints } = read(
    [
      ["007", " Acme ", "", 1, 2, 0.1, 3],
      [1002, "", "", 1, 2, 0.1, 3],
    ],
    [1, 2],
  );
  expect(accounts).toEqual([
    { row: 1, key: "007", name: "Acme" },
    { row: 2, key: 1002, name: "1002" },
  ]);
  expect(complaints).toEqual([]);
});

test("a formula as a name is just a name", () => {
  expect(read([["A1", "=1+1", "", 1, 2, 0.1, 3]], [1]).accounts[0]?.name).toBe("=1+1");
});

test("blank rows and totals are passed over; a name without a key is asked for", () => {
  const { accounts, complaints } = read(
    [
      ["", "", "", "", "", "", ""],
      ["", "Acme", "", 1, 2, 0.1, 3],
      ["Total", "", "", 10, 20, "", ""],
      ["#N/A", "Bolt", "", 1, 2, 0.1, 3],
      [true, "Corp", "", 1, 2, 0.1, 3],
    ],
    [1, 2, 3, 4, 5],
  );
  expect(accounts).toEqual([]);
  expect(complaints).toEqual([
    { address: "A3", message: 'Acme has no "Account ID"; fill it in to get a plan.' },
    { address: "A4", message: '"Total" looks like a total, so it gets no plan.' },
    { address: "A5", message: "The key is #N/A; repair it to get a plan." },
    { address: "A6", message: "The key is TRUE; a key is a text or a number." },
  ]);
});

test("a key that stands twice gets one plan and says which row it shows", () => {
  const { accounts, complaints } = read(
    [
      ["a1", "Acme", "", 1, 2, 0.1, 3],
      ["B", "Bolt", "", 1, 2, 0.1, 3],
      ["A1", "Acme again", "", 1, 2, 0.1, 3],
    ],
    [1, 3],
  );
  expect(accounts.map((account) => account.row)).toEqual([1]);
  expect(complaints).toEqual([{ address: "A2", message: "a1 stands in 2 rows of the list; the plan shows the figures of row 2." }]);
});

test("a number and the same digits as text are two keys, as in Excel's lookups", () => {
  expect(read([[7, "Seven", "", 1, 2, 0.1, 3], ["7", "Text", "", 1, 2, 0.1, 3]], [1, 2]).accounts).toHaveLength(2);
});

test("figures that are no numbers are named with their cell, never read", () => {
  const { complaints } = read([["A1", "Acme", "", "1,200", "n/a", "#DIV/0!", ""]], [1]);
  expect(complaints.map(({ address, message }) => `${address} ${message}`)).toEqual([
    'D2 "Revenue 2024" of row 2 is "1,200", which is a number stored as text; change it to a number. The plan leaves it out until then.',
    'E2 "Revenue 2025" of row 2 is "n/a", which is not a number. The plan leaves it out until then.',
    'F2 "Net margin" of row 2 is #DIV/0!; the plan leaves margin out until it is repaired.',
  ]);
});

test("a text of 32,767 characters is quoted in part", () => {
  const { accounts, complaints } = read([["A1", "x".repeat(32767), "", "y".repeat(32767), 1, 0.1, 1]], [1]);
  expect(accounts[0]?.name).toHaveLength(32767);
  expect(complaints[0]?.message.length).toBeLessThan(200);
});
