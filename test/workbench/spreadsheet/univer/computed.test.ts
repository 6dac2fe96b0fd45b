import { computedIn } from "../../../../src/workbench/spreadsheet/univer/computed";

test("results of several runs are told as areas by sheet, a sheet without any not at all", () => {
  const first = { one: { "1": { "5": {} }, "2": { "5": {} }, "10": { "0": {}, "1": {}, "3": {} } }, two: {}, three: null };
  const second = { one: { "3": { "5": {} } }, four: { "0": { "0": {} }, "1": {} }, five: { "4": {} } };
  const { sheetIds, areas } = computedIn([first, second]);
  expect(sheetIds).toEqual(["one", "four"]);
  expect(areas("one")).toEqual([
    { sheetId: "one", row: 1, column: 5, rowCount: 3, columnCount: 1 },
    { sheetId: "one", row: 10, column: 0, rowCount: 1, columnCount: 2 },
    { sheetId: "one", row: 10, column: 3, rowCount: 1, columnCount: 1 },
  ]);
  expect(areas("four")).toEqual([{ sheetId: "four", row: 0, column: 0, rowCount: 1, columnCount: 1 }]);
  expect(areas("two")).toEqual([]);
});
