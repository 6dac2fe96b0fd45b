import { Problem } from "../../../src/app/problems";
import { readSelectedAccounts } from "../../../src/app/plans/readSelectedAccounts";
import type { Area } from "../../../src/sheets/a1";
import { ACCOUNTS, MemoryWorkbook, rows } from "../memoryWorkbook";

const read = (workbook: MemoryWorkbook) => workbook.sheets().then((sheets) => readSelectedAccounts(workbook, sheets));
const names = async (areas: readonly Area[]) => (await read(new MemoryWorkbook(ACCOUNTS, areas))).accounts.map((a) => a.name);

async function problemOf(workbook: MemoryWorkbook): Promise<Problem> {
  const thrown = await read(workbook).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Problem);
  return thrown as Problem;
}

test("one cell in a row is enough", async () => {
  expect(await names([rows(2, 1, 3)])).toEqual(["=1+1"]);
});

test("several areas, a header in the selection and a cell beside the list all mean their rows", async () => {
  expect(await names([rows(3), rows(1)])).toEqual(["Northwind", "Bad:Name?"]);
  expect(await names([rows(0, 2)])).toEqual(["Northwind"]);
  expect(await names([rows(3, 1, 9)])).toEqual(["Bad:Name?"]);
});

test("a whole column is clipped to the list", async () => {
  expect(await names([rows(0, 1_048_576, 1)])).toEqual(["Northwind", "=1+1", "Bad:Name?"]);
});

test("hidden rows are left out and counted", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 3)]);
  workbook.hidden.add(2);
  const selected = await read(workbook);
  expect(selected.accounts.map((a) => a.name)).toEqual(["Northwind", "Bad:Name?"]);
  expect(selected.hiddenCount).toBe(1);
});

test("a table gives its own header and leaves its totals row out", async () => {
  const cells = [["Quarter", "note", "", "", ""], ...ACCOUNTS, ["Total", "", 200, 210, ""]];
  const table = { name: "Accounts", area: { row: 1, column: 0, rowCount: 5, columnCount: 5 }, hasHeader: true, hasTotals: true };
  const selected = await read(new MemoryWorkbook(cells, [rows(0, 100)], table));
  expect(selected.list.tableName).toBe("Accounts");
  expect(selected.list.headerRow).toBe(1);
  expect(selected.accounts.map((a) => a.row)).toEqual([2, 3, 4]);
  expect(selected.complaints).toEqual([]);
});

test("units concluded from the figures are remarked on", async () => {
  const selected = await read(new MemoryWorkbook([["Account", "Margin %"], ["Acme", 12]], [rows(1)]));
  expect(selected.marginUnit).toBe("percent");
  expect(selected.remarks).toEqual(['"Margin %" (B1) is read as percent: 12 means 12 %.']);
});

test("an empty sheet, a header row, a place outside the list and hidden rows say what to select", async () => {
  const empty = await problemOf(new MemoryWorkbook([], [rows(0)]));
  expect([empty.code, empty.message]).toEqual(["sheetEmpty", 'The sheet "Accounts" is empty.']);
  expect(empty.nextStep).toMatch(/Select one or more rows/);

  const header = await problemOf(new MemoryWorkbook(ACCOUNTS, [rows(0)]));
  expect([header.code, header.message]).toEqual(["headerOnly", "Only the header row (row 1) is selected."]);

  const below = await problemOf(new MemoryWorkbook(ACCOUNTS, [rows(40)]));
  expect([below.code, below.message]).toEqual(["noAccounts", "The selection lies outside the account list, which starts below row 1."]);

  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1, 2)]);
  workbook.hidden = new Set([1, 2]);
  const hidden = await problemOf(workbook);
  expect([hidden.code, hidden.message]).toEqual(["rowsHidden", "All 2 selected rows are hidden by a filter or by hand."]);
});

test("a sheet without account columns says what it found", async () => {
  const problem = await problemOf(new MemoryWorkbook([["Week", "Rain"], [1, 2]], [rows(1)]));
  expect(problem.code).toBe("noHeader");
  expect(problem.message).toBe('No header row with an account column was found on the sheet "Accounts". Found: "Week", "Rain".');
  expect(problem.nextStep).toMatch(/Account ID or Account/);
});

test("rows that hold no account say why", async () => {
  const problem = await problemOf(new MemoryWorkbook([["Account ID", "Account"], ["", "Acme"]], [rows(1)]));
  expect([problem.code, problem.message]).toEqual(["noAccounts", 'The selected rows hold no account. A2: Acme has no "Account ID"; fill it in to get a plan.']);
});

test("a plan sheet is not taken for a list", async () => {
  const workbook = new MemoryWorkbook(ACCOUNTS, [rows(1)]);
  workbook.sheetList[0]!.content.names.set("KAM_Key", rows(1));
  const problem = await problemOf(workbook);
  expect([problem.code, problem.message]).toEqual(["planSelected", 'The selection is on "Accounts", which is an account plan.']);
});

test("a table without header row asks for it", async () => {
  const table = { name: "T", area: rows(0, 4, 0, 5), hasHeader: false, hasTotals: false };
  const problem = await problemOf(new MemoryWorkbook(ACCOUNTS, [rows(1)], table));
  expect([problem.code, problem.message]).toEqual(["noHeader", "The table T does not show its header row."]);
});
