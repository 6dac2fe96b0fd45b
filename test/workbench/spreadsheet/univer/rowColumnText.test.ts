import { fromRowColumnText } from "../../../../src/workbench/spreadsheet/univer/rowColumnText";

/** As seen from C5. */
const at = (text: string) => fromRowColumnText(text, 4, 2);

test.each([
  ["RC[-1]", "B5"],
  ["R[-4]C", "C1"],
  ["R2C28", "AB2"],
  ["rc", "C5"],
  ["R1C1:R[1]C[1]", "A1:D6"],
  ["R", "5:5"],
  ["R[1]:R[2]", "6:7"],
  ["C[1]", "D:D"],
  ["C1:C2", "A:B"],
  ["'My sheet'!R1C1", "'My sheet'!A1"],
])("%s is %s", (text, expected) => {
  expect(at(text)).toBe(expected);
});

test.each(["R[-5]C", "RC[-3]", "R0C1", "R1048577C1", "A1", "", "R1C1:R2C2:R3C3", "R1.5C1"])("%s is no place of the sheet", (text) => {
  expect(at(text)).toBeUndefined();
});
