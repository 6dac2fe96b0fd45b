import { CalculationError } from "../../../src/core/errors";
import type { MatrixRows } from "../../../src/core/numbers/matrix";
import { accountCount, readBenefits } from "../../../src/core/payback/benefits";

function block(rowCount: number, columnCount: number, values: readonly number[]): MatrixRows {
  return { rowCount, columnCount, row: (r) => Float64Array.from(values.slice(r * columnCount, (r + 1) * columnCount)) };
}

/** The benefits with their rows written out. */
function read(accounts: number, given: MatrixRows) {
  const benefits = readBenefits(accounts, given);
  if (benefits.kind === "endless") return { kind: benefits.kind, perPeriod: [...benefits.perPeriod] };
  const { rowCount, columnCount, row } = benefits.rows;
  return { kind: benefits.kind, columnCount, rows: Array.from({ length: rowCount }, (_, r) => [...row(r)]) };
}

test("one number is endless for every investment", () => {
  expect(accountCount(2, block(1, 1, [5]))).toBe(2);
  expect(read(2, block(1, 1, [5]))).toEqual({ kind: "endless", perPeriod: [5, 5] });
});

test("a column beside several investments is endless per account, as the same call filled down would be", () => {
  expect(accountCount(3, block(3, 1, [1, 2, 3]))).toBe(3);
  expect(read(3, block(3, 1, [1, 2, 3]))).toEqual({ kind: "endless", perPeriod: [1, 2, 3] });
});

test("one investment with one column has its periods down the rows", () => {
  const column = block(3, 1, [1, 2, 3]);
  expect(accountCount(1, column)).toBe(1);
  expect(read(1, column)).toEqual({ kind: "periods", columnCount: 3, rows: [[1, 2, 3]] });
});

test("a block is a row per account; one investment holds for all its rows", () => {
  const rows = block(2, 3, [1, 2, 3, 4, 5, 6]);
  expect(accountCount(1, rows)).toBe(2);
  expect(accountCount(2, rows)).toBe(2);
  expect(read(2, rows)).toEqual({ kind: "periods", columnCount: 3, rows: [[1, 2, 3], [4, 5, 6]] });
});

test("one row is one account's periods", () => {
  const row = block(1, 3, [1, 2, 3]);
  expect(accountCount(1, row)).toBe(1);
  expect(read(1, row)).toEqual({ kind: "periods", columnCount: 3, rows: [[1, 2, 3]] });
});

test.each([
  [block(1, 3, [1, 2, 3]), "benefits has 1 row and investment has 2; give a row of benefits for each investment"],
  [block(3, 1, [1, 2, 3]), "benefits has 3 rows and investment has 2; give a row of benefits for each investment"],
])("rows that are not those of the investments are refused", (benefits, message) => {
  const call = () => readBenefits(2, benefits);
  expect(call).toThrow(CalculationError);
  expect(call).toThrow(message);
});
