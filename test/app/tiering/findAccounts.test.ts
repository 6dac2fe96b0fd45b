import { accountAtSelection, accountsMatching, MOST_MATCHES } from "../../../src/app/tiering/findAccounts";
import type { CellValue } from "../../../src/sheets/cellValue";

const ACCOUNTS = { keys: ["C10", 7, "C1"], names: ["Nord Metall", "Café Süd", "Metallwerk"], rows: Int32Array.from([5, 6, 9]), hasRepeatedKeys: false };
const LIST = { sheetName: "Accounts", headerRow: 4, body: { row: 5, column: 0, rowCount: 5, columnCount: 2 }, headers: ["ID", "Name"], keyColumn: 0, nameColumn: 1 };

test("finds accounts by a part of name or key in any case, those that begin with it first", () => {
  expect(accountsMatching(ACCOUNTS, " METALL ")).toEqual([2, 0]);
  expect(accountsMatching(ACCOUNTS, "c1")).toEqual([0, 2]);
  expect(accountsMatching(ACCOUNTS, "7")).toEqual([1]);
  expect(accountsMatching(ACCOUNTS, "süd")).toEqual([1]);
  expect(accountsMatching(ACCOUNTS, "  ")).toEqual([]);
  const many = Array.from({ length: 50 }, (_, i) => `Same ${i}`);
  expect(accountsMatching({ keys: many, names: many }, "same")).toHaveLength(MOST_MATCHES);
});

function clicked(sheetName: string, row: number, cells: readonly CellValue[] = []) {
  const area = { row, column: 3, rowCount: 1, columnCount: 1 };
  return {
    selection: async () => ({ sheetName, areas: [area], used: { row: 0, column: 1, rowCount: 20, columnCount: 40 } }),
    values: async () => ({ row, column: 1, values: [[...cells]] }),
  };
}

test("knows the account by its row in the list, and by its key on any other sheet", async () => {
  expect(await accountAtSelection(clicked("Accounts", 9), LIST, ACCOUNTS)).toBe(2);
  expect(await accountAtSelection(clicked("KAM Scorecard", 3, ["", "c10", "Nord Metall"]), LIST, ACCOUNTS)).toBe(0);
  expect(await accountAtSelection(clicked("KAM Portfolio", 3, [7]), LIST, ACCOUNTS)).toBe(1);
  await expect(accountAtSelection(clicked("Accounts", 7), LIST, ACCOUNTS)).rejects.toMatchObject({ code: "noAccounts", message: 'No account stands in the row you clicked into on "Accounts".' });
  await expect(accountAtSelection(clicked("Notes", 2, ["7", true]), LIST, ACCOUNTS)).rejects.toMatchObject({ nextStep: expect.stringContaining("Click a row") });
});
