import { readBookAreas } from "../../../src/app/sharing/bookAreas";
import type { KamCell } from "../../../src/app/sharing/findings";
import { areaAddress } from "../../../src/sheets/a1";
import { MemoryBook } from "./memoryBook";

async function areas() {
  const book = new MemoryBook((formula) => (formula.includes("SORT") ? [[1], [2], [3]] : 1));
  const list = book.sheet("It's a list", { A1: 1 });
  const other = book.sheet("Other", { C3: "=SORT(A1:A3)" });
  const area = { row: 0, column: 1, rowCount: 5, columnCount: 3 };
  book.allTables.push({ name: "Accounts", sheetId: list.id, area, body: { ...area, row: 1, rowCount: 3 }, headers: ["Account", "Net [margin]", "Revenue 'net'"] });
  book.definedNames.push({ name: "Rates", formula: "='It''s a list'!$B$2:$B$4" }, { name: "Rates", sheetId: other.id, formula: "=Other!$D$1" }, { name: "Sum", formula: "=SUM(Other!$A$1:$A$2)" });
  const cell = { sheetId: other.id, formula: "=KAM.RANK(C3#,'Other'!C3#,E5#)" } as KamCell;
  const found = await readBookAreas(book, await book.sheets(), [cell]);
  return (reference: string, on: "list" | "other" = "list") => {
    const at = found.find(reference, { sheetId: on === "list" ? list.id : other.id, row: 2, column: 2 });
    return at && `${at.sheetName}!${areaAddress(at)}`;
  };
}

test.each([
  ["Accounts[Account]", "!B2:B4"],
  ["accounts[Net '[margin']]", "!C2:C4"],
  ["Accounts[[Account]:[Net '[margin']]]", "!B2:C4"],
  ["Accounts[Revenue ''net'']", "!D2:D4"],
  ["Accounts[@Account]", "!B3"],
  ["[@[Net '[margin']]]", "!C3"],
  ["Accounts[[#This Row],[Account]]", "!B3"],
  ["Accounts[#Data]", "!B2:D4"],
  ["Accounts[#Headers]", undefined],
  ["Accounts[Nothing]", undefined],
  ["Nowhere[Account]", undefined],
  ["Rates", "It's a list!B2:B4"],
  ["Sum", undefined],
  ["Other!A1:B2", "Other!A1:B2"],
  ["Other!C3#", "Other!C3:C5"],
  ["[Book.xlsx]S!A1", undefined],
])("on its own sheet %s is %s", async (reference, expected) => {
  expect((await areas())(reference)).toBe(expected);
});

test.each([
  ["Accounts[Account]", "It's a list!B2:B4"],
  ["Accounts[@Account]", undefined],
  ["[@Account]", undefined],
  ["Rates", "Other!D1"],
  ["C3#", "!C3:C5"],
  ["E5#", undefined],
])("on another sheet %s is %s", async (reference, expected) => {
  expect((await areas())(reference, "other")).toBe(expected);
});
