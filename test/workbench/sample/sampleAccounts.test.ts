import { sampleAccounts, SAMPLE_COLUMNS, SAMPLE_SIZE } from "../../../src/workbench/sample/sampleAccounts";

const rows = sampleAccounts();
const column = (name: (typeof SAMPLE_COLUMNS)[number]) => rows.map((row) => row[SAMPLE_COLUMNS.indexOf(name)]);

test("there are 240 accounts with every column filled in, and the list is the same every time", () => {
  expect(rows).toHaveLength(SAMPLE_SIZE);
  expect(rows.every((row) => row.length === SAMPLE_COLUMNS.length)).toBe(true);
  expect(sampleAccounts()).toEqual(rows);
});

test("the largest customer loses money and pays late", () => {
  const revenue = column("Revenue 2025").map(Number);
  const largest = revenue.indexOf(Math.max(...revenue.filter(Number.isFinite)));
  expect(column("Net margin")[largest]).toBeLessThan(0);
  expect(column("Days late")[largest]).toBeGreaterThan(60);
});

test("the list has the blemishes of a real export", () => {
  expect(column("Net margin").filter((cell) => cell === "").length).toBeGreaterThan(0);
  expect(column("Revenue 2025").filter((cell) => typeof cell === "string" && cell !== "").length).toBeGreaterThan(0);
  const ids = column("Account ID");
  expect(new Set(ids).size).toBe(SAMPLE_SIZE - 1);
  expect(column("Account").filter((name) => String(name).startsWith("=")).length).toBe(1);
});

test("figures are in the range a reader expects", () => {
  const margins = column("Net margin").filter((cell): cell is number => typeof cell === "number");
  expect(Math.min(...margins)).toBeGreaterThanOrEqual(-0.05);
  expect(Math.max(...margins)).toBeLessThanOrEqual(0.2);
});
