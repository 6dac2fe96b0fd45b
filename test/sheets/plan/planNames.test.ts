import { AGREED_NAME, blockName, figureName, inputName, KEY_NAME, PLAN_BLOCKS, PLAN_FIGURES, PLAN_INPUTS, type PlanBlock, type PlanFigure, type PlanInput } from "../../../src/sheets/plan/planNames";

const keys = <T extends string>(record: Readonly<Record<T, string>>) => Object.keys(record) as T[];

const NAMES = [
  KEY_NAME,
  AGREED_NAME,
  ...keys<PlanBlock>(PLAN_BLOCKS).map(blockName),
  ...keys<PlanInput>(PLAN_INPUTS).map(inputName),
  ...keys<PlanFigure>(PLAN_FIGURES).map(figureName),
];

test("every name is one Excel accepts: no cell address, letters, digits and underscores only", () => {
  // KAM1 is a cell, so a name must not be letters followed by digits.
  for (const name of NAMES) expect(name).toMatch(/^KAM_[A-Za-z_]+$/);
});

test("no two names differ only in case, because Excel would take them for one", () => {
  expect(new Set(NAMES.map((name) => name.toLowerCase())).size).toBe(NAMES.length);
});

test("every part is described", () => {
  for (const words of [PLAN_BLOCKS, PLAN_INPUTS, PLAN_FIGURES].flatMap((record) => Object.values(record))) expect(words.length).toBeGreaterThan(5);
});
