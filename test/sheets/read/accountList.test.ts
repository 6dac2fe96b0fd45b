import { findHeader } from "../../../src/sheets/read/accountList";
import { HEADS, listOf } from "./sampleList";

test("the header is found below titles and blank rows", () => {
  const header = findHeader({
    row: 2,
    column: 1,
    values: [
      ["Account", "", "", ""],
      ["exported 1 May", "", "", ""],
      ["", "", "", ""],
      ["Customer no", "Customer", "Sales 2025", "Phone"],
      [1001, "Acme", 5, "x"],
    ],
  });
  expect(header?.row).toBe(5);
  expect(header?.columns.map((c) => [c.field, c.column])).toEqual([
    ["key", 1],
    ["name", 2],
    ["revenue", 3],
  ]);
});

test("rows without an account column are no header", () => {
  expect(findHeader({ row: 0, column: 0, values: [["Revenue", "Margin"], [1, 2]] })).toBeUndefined();
});

test("a list has a key, a name, its years in order and one column per field", () => {
  const list = listOf([[...HEADS], ["A1", "Acme", "Eva", 1, 2, 0.1, 3], ["A2", "Bolt", "Bo", 1, 2, 0.1, 3]]);
  expect(list.key.header).toBe("Account ID");
  expect(list.name?.header).toBe("Account");
  expect(list.revenues.map((c) => c.year)).toEqual([2024, 2025]);
  expect(list.fields.margin?.column).toBe(5);
  expect(list.body).toEqual({ row: 1, column: 0, rowCount: 2, columnCount: 7 });
  expect(list.remarks).toEqual([]);
});

test("without a key column the name is the key", () => {
  const list = listOf([["Company", "Sales"], ["Acme", 1]]);
  expect([list.key.header, list.name?.header, list.revenues[0]?.header]).toEqual(["Company", "Company", "Sales"]);
});

test("the last five years are used, wherever they stand", () => {
  const list = listOf([["Account", "Sales 2025", "Sales 2019", "Sales 2021", "Sales 2020", "Sales 2022", "Sales 2024", "Sales 2023"], ["Acme", 1, 1, 1, 1, 1, 1, 1]]);
  expect(list.revenues.map((c) => c.year)).toEqual([2021, 2022, 2023, 2024, 2025]);
});

test("the newest year of a figure is used, and two columns of one meaning are reported with their cells", () => {
  const list = listOf([["Account", "Margin 2023", "Margin 2025", "Owner", "Account manager"], ["Acme", 0.1, 0.2, "Eva", "Bo"]]);
  expect(list.fields.margin?.header).toBe("Margin 2025");
  expect(list.fields.owner?.header).toBe("Owner");
  expect(list.remarks).toEqual(['"Owner" (D1) and "Account manager" (E1) both look like the owner; the first is used.']);
});
