import { intersect } from "../../../src/sheets/a1";
import { SETTINGS } from "../../../src/sheets/formulas/settings";
import { MODEL_HEADERS, MODEL_TABLES } from "../../../src/sheets/model/model";
import { modelSheet } from "../../../src/sheets/model/modelSheet";
import { contentAt, formulaAt } from "../write/readPlan";
import { lineAddress } from "./plannedCells";
import { SAMPLE_MODEL } from "./sampleModel";

const sheet = modelSheet("KAM Model", SAMPLE_MODEL, "='Accounts'!$A$1:$O$1");
const areaOf = (table: keyof typeof MODEL_TABLES) => sheet.tables.find(({ name }) => name === MODEL_TABLES[table])!.area;

test("the five tables stand below each other, apart, none wider than the one above it", () => {
  const areas = sheet.tables.map(({ area }) => area);
  expect(sheet.tables.map(({ name }) => name).sort()).toEqual(Object.values(MODEL_TABLES).sort());
  areas.slice(1).forEach((area, i) => {
    const above = areas[i]!;
    // At least two empty rows, the title and the note.
    expect(area.row - (above.row + above.rowCount)).toBeGreaterThanOrEqual(4);
    expect(area.columnCount).toBeLessThanOrEqual(above.columnCount);
    expect(intersect(area, above)).toBeUndefined();
  });
});

test("each table begins with the headers the functions read", () => {
  for (const table of Object.keys(MODEL_TABLES) as (keyof typeof MODEL_TABLES)[]) {
    const heads = MODEL_HEADERS[table].map((_, i) => contentAt(sheet, lineAddress(sheet, table, -1, i)));
    expect(heads).toEqual(MODEL_HEADERS[table].map((label) => ({ kind: "label", label })));
  }
});

test("texts the user typed are written as texts", () => {
  expect(contentAt(sheet, lineAddress(sheet, "criteria", 1, 0))).toEqual({ kind: "text", text: "=Profit" });
  expect(contentAt(sheet, lineAddress(sheet, "tiers", 0, 2))).toEqual({ kind: "text", text: "+Visits" });
});

test("each criterion shows its share of all weights", () => {
  const weight = lineAddress(sheet, "criteria", 0, 2);
  expect(formulaAt(sheet, lineAddress(sheet, "criteria", 0, 8))).toBe(`=IF(ISNUMBER(${weight}),IF(SUM(KAM_Criteria[Weight])>0,${weight}/SUM(KAM_Criteria[Weight]),""),"")`);
});

test("words are chosen from lists, columns from the account list, the best tier from the tiers' names", () => {
  const rules = sheet.validations.map(({ rule }) => rule);
  expect(rules).toContainEqual({ kind: "list", words: ["higher", "lower"] });
  expect(rules.filter((rule) => rule.kind === "listFrom" && rule.reference === "='Accounts'!$A$1:$O$1")).toHaveLength(3);
  const tiers = areaOf("tiers");
  expect(rules).toContainEqual({ kind: "listFrom", reference: `=$B$${tiers.row + 2}:$B$${tiers.row + tiers.rowCount}` });
  // Excel refuses longer lists of words.
  for (const rule of rules) if (rule.kind === "list") expect(rule.words.join(",").length).toBeLessThanOrEqual(255);
});

test("a new model holds the worked example's costs and asks for a whole number of years up to ten", () => {
  const fresh = modelSheet("KAM Model");
  expect(contentAt(fresh, lineAddress(fresh, "settings", 0, 0))).toEqual({ kind: "label", label: "Programme cost" });
  expect(contentAt(fresh, lineAddress(fresh, "settings", 0, 1))).toEqual({ kind: "number", number: 200_000 });
  const horizon = fresh.tables.find(({ name }) => name === MODEL_TABLES.settings)!.area.row + 1 + Object.keys(SETTINGS).indexOf("horizon");
  expect(fresh.validations.find((v) => v.areas[0]?.row === horizon)?.rule).toEqual({ kind: "wholeNumber", least: 1, most: 10 });
});
