import { readCriteria } from "../../../src/sheets/read/criteria";
import { listOf } from "./sampleList";

test("columns of figures are criteria, keys, names, texts and earlier scores are not", () => {
  const values = [
    ["Account ID", "Account", "Revenue 2025", "Days late", "Visits", "Notes", "Score", "Empty"],
    [1, "Acme", 100, 5, 3, "x", 70, ""],
    [2, "Bolt", 200, "n/a", "", "y", 60, ""],
    [3, "Corp", 300, 7, 4, 5, 50, ""],
  ];
  const found = readCriteria(listOf(values), { row: 0, column: 0, values });
  expect(found.map(({ column, lowerIsBetter, filledCount, notNumbers }) => [column.header, lowerIsBetter, filledCount, notNumbers])).toEqual([
    ["Revenue 2025", false, 3, 0],
    ["Days late", true, 2, 1],
    ["Visits", false, 2, 0],
  ]);
});
