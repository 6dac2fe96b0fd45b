import { SETTINGS, SETTINGS_TABLE } from "../../../src/sheets/formulas/settings";
import { modelSheet } from "../../../src/sheets/write/modelSheet";
import { contentAt } from "./readPlan";

const sheet = modelSheet("KAM Model");

test("the model holds the worked example's assumptions in a table with a header", () => {
  expect(sheet.tables).toEqual([{ name: SETTINGS_TABLE, area: { row: 3, column: 1, rowCount: Object.keys(SETTINGS).length + 1, columnCount: 4 } }]);
  expect(["B4", "C4", "D4", "E4"].map((a) => contentAt(sheet, a))).toEqual(["Setting", "Value", "Unit", "Note"].map((label) => ({ kind: "label", label })));
  expect(contentAt(sheet, "B5")).toEqual({ kind: "label", label: "Programme cost" });
  expect(contentAt(sheet, "C5")).toEqual({ kind: "number", number: 200_000 });
  expect(contentAt(sheet, "C6")).toEqual({ kind: "number", number: 10 });
});

test("a whole number of years up to ten is asked for", () => {
  const horizonRow = Object.keys(SETTINGS).indexOf("horizon") + 4;
  expect(sheet.validations.find((v) => v.areas[0]?.row === horizonRow)?.rule).toEqual({ kind: "wholeNumber", least: 1, most: 10 });
});
