import { SETTINGS } from "../../../src/sheets/formulas/settings";
import { MODEL_TABLES } from "../../../src/sheets/model/model";
import { modelSheet } from "../../../src/sheets/model/modelSheet";
import { missingParts, updatePart, updateWords } from "../../../src/sheets/model/modelUpdate";
import { readModel } from "../../../src/sheets/model/readModel";
import { cellsOfPlan } from "./plannedCells";

const whole = cellsOfPlan(modelSheet("KAM Model"));
/** As release 0.1.0 wrote it: the settings of the plans alone, from B4. */
const first = { settings: { sheetName: "KAM Model", block: { row: 3, column: 1, values: [["Setting", "Value", "Unit", "Note"], ...Object.values(SETTINGS).map(({ name, value, unit, note }) => [name, value, unit, note])] } } };

test("a whole model lacks nothing, a workbook without one is none to update", () => {
  expect(missingParts(whole)).toBeUndefined();
  expect(missingParts({})).toBeUndefined();
});

test("a workbook of release 0.1.0 lacks four tables and the settings of the tiering", () => {
  const update = missingParts(first)!;
  expect(update).toMatchObject({ sheetName: "KAM Model", absent: ["columns", "criteria", "gates", "tiers"] });
  expect(update.settings.map(({ name }) => name)).toEqual(["Account list", "Method", "Buffer", "Hours available", "Model version"]);
  expect(updateWords({ ...update, absent: ["gates"], settings: update.settings.slice(0, 1) })).toBe('the table KAM_Gates, the setting "Account list"');
});

test("the missing tables stand below what is there and complete the model", () => {
  const update = missingParts(first)!;
  const part = updatePart(update.absent, 20, undefined);
  expect(Math.min(...part.cells.map(({ row }) => row))).toBeGreaterThanOrEqual(20);
  expect(part.tables.map(({ name }) => name).sort()).toEqual(update.absent.map((table) => MODEL_TABLES[table]).sort());
  const added = cellsOfPlan({ ...modelSheet("KAM Model"), ...part, rowHeights: [] });
  const settings = { ...first.settings, block: { ...first.settings.block, values: [...first.settings.block.values, ...update.settings.map(({ name, value }) => [name, value ?? "", "", ""])] } };
  expect(readModel({ ...added, settings })).toMatchObject({ complaints: [], absent: [], version: 2, model: { tiers: [{ tier: "A" }, { tier: "B" }, { tier: "C" }] } });
});

test("the best tier of a gate is chosen from the tiers that are there", () => {
  const part = updatePart(["gates"], 30, { row: 10, column: 1, rowCount: 3, columnCount: 1 });
  expect(part.validations.map(({ rule }) => rule)).toContainEqual({ kind: "listFrom", reference: "=$B$11:$B$13" });
});
