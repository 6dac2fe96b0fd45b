import fc from "fast-check";
import { DIRECTIONS, MODEL_METHODS, type Model } from "../../../src/sheets/model/model";
import { modelSheet } from "../../../src/sheets/model/modelSheet";
import { readModel } from "../../../src/sheets/model/readModel";
import { STARTING_MODEL } from "../../../src/sheets/model/startingModel";
import { cellsOfPlan, lineAddress } from "./plannedCells";
import { SAMPLE_MODEL } from "./sampleModel";

const plan = modelSheet("KAM Model", SAMPLE_MODEL);
const changed = (changes: Parameters<typeof cellsOfPlan>[1], of = plan) => readModel(cellsOfPlan(of, changes));
const at = (...place: Parameters<typeof lineAddress> extends [unknown, ...infer Rest] ? Rest : never) => lineAddress(plan, ...place);

test("what was written is read", () => {
  expect(readModel(cellsOfPlan(plan))).toMatchObject({ model: SAMPLE_MODEL, complaints: [], absent: [], version: 2 });
  expect(readModel(cellsOfPlan(modelSheet("KAM Model"))).model).toEqual(STARTING_MODEL);
});

test("any model survives writing and reading", () => {
  const text = fc.string({ minLength: 1, maxLength: 20 }).filter((s) => s.trim() === s && !s.startsWith("#"));
  const criterion = fc.record({ criterion: text, column: text, weight: fc.double({ min: 0.001, max: 1e6, noNaN: true }), direction: fc.constantFrom(...DIRECTIONS), scale: fc.constantFrom("minmax", "percentile", "zscore"), missing: fc.constantFrom("skip", "worst", "average", "error") } as const);
  const criteria = fc.uniqueArray(criterion, { minLength: 1, maxLength: 6, selector: (line) => line.criterion.toLowerCase() });
  const tiers = fc.uniqueArray(text, { minLength: 2, maxLength: 5, selector: (name) => name.toLowerCase() }).map((names) => names.map((tier, i) => ({ tier, servicePromise: "", ...(i < names.length - 1 ? { from: 90 - 10 * i } : {}) })));
  fc.assert(
    fc.property(criteria, tiers, (someCriteria, someTiers) => {
      const model: Model = { ...STARTING_MODEL, criteria: someCriteria, tiers: someTiers };
      expect(readModel(cellsOfPlan(modelSheet("M", model))).model).toEqual(model);
    }),
  );
});

test.each([
  ["criteria", 1, 2, "", "The weight is blank.", /^Type a number in D8, or 0/],
  ["criteria", 1, 2, -3, "The weight is -3, it cannot be negative.", /^Type 0 or more/],
  ["criteria", 1, 2, "40", 'The weight is "40", a number stored as text.', /^Type a number in D8/],
  ["criteria", 1, 2, "a lot", 'The weight is "a lot", which is not a number.', /^Type a number in D8/],
  ["criteria", 1, 2, "#REF!", "The weight is the error #REF!.", /^Type a number in D8/],
  ["criteria", 2, 0, "size", 'The criterion "size" stands in B7 as well.', /^Give one of the two another name/],
  ["criteria", 0, 3, "up", 'The direction is "up".', /^Choose higher or lower in E7/],
  ["criteria", 0, 5, 3_000_000, "The floor is 3000000, the ceiling 2000000.", /below the ceiling/],
  ["gates", 0, 1, "=>", 'The test is "=>".', /^Choose >=, >,/],
  ["gates", 0, 2, "", "The limit is blank, > needs one.", /^Type a number in D15/],
  ["gates", 0, 3, "D", 'There is no tier "D".', /^Choose A, B or C, or leave it blank/],
  ["tiers", 1, 1, 70, "From is 70, not below 65 in C23 above it.", /best first/],
  ["tiers", 1, 1, "", 'From of "B" is blank.', /^Type the lowest score of the tier, from 0 to 100/],
  ["tiers", 0, 1, 101, "From is 101, but scores run from 0 to 100.", /^Type the lowest score/],
  ["tiers", 2, 0, "b", 'The tier "b" stands in B24 as well.', /another name/],
  ["settings", 0, 1, "", "Programme cost is blank.", /^Type a number/],
  ["settings", 1, 1, 0, "Accounts per manager is 0.", /^Type a number from 1 to 1000/],
  ["columns", 0, 0, "Colour", '"Colour" is no meaning KAM Planner knows.', /^Choose Account key, /],
] as const)("a wrong cell in %s (line %d, column %d: %p) is named with what it holds and what to do", (table, line, column, value, message, nextStep) => {
  const address = at(table, line, column);
  const { model, complaints } = changed({ [address]: value });
  expect(model).toBeUndefined();
  expect(complaints).toContainEqual(expect.objectContaining({ table, sheetName: "KAM Model", address, message, nextStep: expect.stringMatching(nextStep) }));
});

test("weights that are all zero are refused at the first of them", () => {
  const { complaints } = changed({ [at("criteria", 0, 2)]: 0, [at("criteria", 1, 2)]: 0, [at("criteria", 2, 2)]: 0 });
  expect(complaints).toEqual([expect.objectContaining({ address: "D7", message: "Every weight is 0." })]);
});

test("a tier table with one line is refused", () => {
  const one = modelSheet("KAM Model", { ...STARTING_MODEL, tiers: [{ tier: "A", from: 1, servicePromise: "" }] });
  expect(readModel(cellsOfPlan(one)).complaints).toEqual([expect.objectContaining({ table: "tiers", message: 'There is only one tier, "A".' })]);
});

test.each([
  ["quota", 2.5, "From is 2.5, which is no number of accounts."],
  ["pareto", 80, "From is 80, which is no share."],
] as const)("From is checked as the method %s reads it", (method, from, message) => {
  const other = modelSheet("KAM Model", { ...STARTING_MODEL, settings: { ...STARTING_MODEL.settings, Method: method }, tiers: [{ tier: "A", from: method === "quota" ? 5 : 0.8, servicePromise: "" }, { tier: "B", servicePromise: "" }] });
  expect(readModel(cellsOfPlan(other)).complaints).toEqual([]);
  expect(readModel(cellsOfPlan(other, { [lineAddress(other, "tiers", 0, 1)]: from })).complaints.map((c) => c.message)).toEqual([message]);
});

test("an unknown method is named", () => {
  const place = Object.keys(STARTING_MODEL.settings).indexOf("Method");
  const { complaints } = changed({ [at("settings", place + 1, 1)]: "guess" });
  expect(complaints).toEqual([expect.objectContaining({ message: 'Method is "guess".', nextStep: `Choose ${MODEL_METHODS.slice(0, -1).join(", ")} or capacity in ${at("settings", place + 1, 1)}.` })]);
});

test("blank lines, other orders of headers and the user's own columns are no fault", () => {
  const cells = cellsOfPlan(plan);
  const criteria = cells.criteria!;
  const values = criteria.block.values.map((row) => [...row].reverse().concat("mine"));
  values.splice(2, 0, values[0]!.map((_, i) => (i === values[0]!.length - 1 ? "only mine" : "")));
  const { model, lines } = readModel({ ...cells, criteria: { ...criteria, block: { ...criteria.block, values } } });
  expect(model).toEqual(SAMPLE_MODEL);
  expect(lines.criteria.map((line) => line.place)).toEqual([0, 2, 3]);
});

test("tiers sorted with the lowest first mean the same", () => {
  const cells = cellsOfPlan(plan);
  const [head, ...body] = cells.tiers!.block.values;
  const { model } = readModel({ ...cells, tiers: { ...cells.tiers!, block: { ...cells.tiers!.block, values: [head!, ...body.reverse()] } } });
  expect(model?.tiers.map(({ tier }) => tier)).toEqual(["A", "B", "C"]);
});

test("a header that was renamed is asked for by name", () => {
  const { complaints, model } = changed({ [at("criteria", -1, 2)]: "Importance" });
  expect(model).toBeUndefined();
  expect(complaints[0]).toMatchObject({ address: "B6", message: expect.stringContaining('The header row has no "Weight"; it has "Criterion", "Column", "Importance"'), nextStep: "Type Weight as the header of the column it belongs to." });
});

test("a workbook of release 0.1.0 and one of a later release are told apart", () => {
  const { settings } = cellsOfPlan(plan);
  const old = { ...settings!, block: { ...settings!.block, values: settings!.block.values.filter((row) => row[0] !== "Model version") } };
  expect(readModel({ settings: old })).toMatchObject({ model: undefined, version: 1, absent: ["columns", "criteria", "gates", "tiers"] });
  const later = { ...settings!, block: { ...settings!.block, values: settings!.block.values.map((row) => (row[0] === "Model version" ? [row[0], 3, "", ""] : row)) } };
  expect(readModel({ ...cellsOfPlan(plan), settings: later })).toMatchObject({ model: undefined, version: 3, complaints: [] });
});
