import { columnNamed, findColumn, readTable } from "../../../src/functions/arguments/readTable";
import { readLabels, readTextColumn, readTexts } from "../../../src/functions/arguments/readTexts";
import { thrownBy } from "../../core/thrownBy";

test("texts are trimmed, numbers and truth values read as Excel shows them", () => {
  expect(readTexts([[" A ", 2, true, "", null]], "names")).toEqual(["A", "2", "TRUE", "", ""]);
  expect(readTextColumn("A", "previous", 3)).toEqual(["A", "A", "A"]);
  expect(readTextColumn([["A"], [""]], "previous", 2)).toEqual(["A", ""]);
  expect(thrownBy(() => readTextColumn([["A"], ["B"]], "previous", 3))).toEqual(["shape", "previous has 2 rows, 3 are needed: one per account"]);
  expect(thrownBy(() => readTextColumn([["A", "B"]], "previous", 3))).toEqual(["shape", "previous must be one column, received 1 rows × 2 columns"]);
});

test("labels default to letters and must tell tiers apart", () => {
  expect(readLabels(null, 3)).toEqual(["A", "B", "C"]);
  expect(readLabels(null, 28).slice(25)).toEqual(["Z", "AA", "AB"]);
  expect(readLabels([["Key"], ["Other"]], 2)).toEqual(["Key", "Other"]);
  expect(thrownBy(() => readLabels([["A"]], 2))).toEqual(["shape", "labels has 1 value, 2 are needed"]);
  expect(thrownBy(() => readLabels([["A", " "]], 2))).toEqual(["outOfRange", "label 2 is blank"]);
  expect(thrownBy(() => readLabels([["Gold", "gold"]], 2))).toEqual(["outOfRange", 'labels 1 and 2 are both "gold"']);
});

describe("a table with a header row", () => {
  const table = readTable([["Account ID", " Revenue "], ["a1", 5]], "accounts");

  test("finds columns by name in any case", () => {
    expect(table.rows).toEqual([["a1", 5]]);
    expect(findColumn(table, "revenue")).toBe(1);
    expect(findColumn(table, "Margin")).toBeUndefined();
    expect(columnNamed(table, " ACCOUNT ID ")).toBe(0);
  });

  test("refuses unknown and doubled columns, and a header alone", () => {
    expect(thrownBy(() => columnNamed(table, "Margin"))).toEqual(["shape", 'accounts has no column named "Margin"; it has: Account ID, Revenue']);
    expect(thrownBy(() => findColumn(readTable([["A", "a"], [1, 2]], "accounts"), "A"))).toEqual(["shape", 'accounts has 2 columns named "A"']);
    expect(thrownBy(() => readTable([["A"]], "accounts"))).toEqual(["shape", "accounts needs a header row and at least one row below it"]);
  });
});
