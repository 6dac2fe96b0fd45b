import fc from "fast-check";
import { listNamed } from "../../../src/app/model/findAccountList";
import { pairsOf, roundedWeights, weightsByComparison, weightsByData, weightsByRank } from "../../../src/app/model/weighting";
import { weightShares, weightWarnings } from "../../../src/app/model/weightWarnings";
import { modelSheet } from "../../../src/sheets/model/modelSheet";
import { readModel } from "../../../src/sheets/model/readModel";
import { STARTING_MODEL } from "../../../src/sheets/model/startingModel";
import { cellsOfPlan } from "../../sheets/model/plannedCells";
import { MemoryListStore } from "./memoryListStore";

const lines = (...weights: readonly (readonly [string, number])[]) =>
  readModel(
    cellsOfPlan(
      modelSheet("M", {
        ...STARTING_MODEL,
        columns: [{ meaning: "revenue", column: "Sales" }],
        criteria: weights.map(([column, weight]) => ({ criterion: column, column, weight, direction: "higher", scale: "minmax", missing: "skip" })),
      }),
    ),
  ).lines;

test("ranks become rank order centroid weights: of three, 61.1, 27.8 and 11.1", () => {
  // (1 + 1/2 + 1/3) / 3 = 0.6111, (1/2 + 1/3) / 3 = 0.2778, (1/3) / 3 = 0.1111 (Barron & Barrett 1996).
  expect(weightsByRank([0, 1, 2])).toEqual([61.1, 27.8, 11.1]);
  expect(weightsByRank([2, 0, 1])).toEqual([27.8, 11.1, 61.1]);
});

test("comparisons that agree have a consistency ratio of 0; contradictions are found", () => {
  // 2 times, 4 times, 2 times: 4 : 2 : 1.
  const agreeing = weightsByComparison(3, [2, 4, 2]);
  expect(agreeing.weights).toEqual([57.1, 28.6, 14.3]);
  expect(agreeing.consistencyRatio).toBeCloseTo(0, 9);
  const circle = weightsByComparison(3, [9, 1 / 9, 9]);
  expect(circle.consistencyRatio).toBeGreaterThan(1);
  // Saaty's example of three criteria 3, 5, 3: eigenvalue 3.0385, so (0.0385 / 2) / 0.58 = 0.033.
  expect(weightsByComparison(3, [3, 5, 3]).consistencyRatio).toBeCloseTo(0.033, 3);
});

test("the pair that agrees least is the one that was turned round", () => {
  // Four criteria 8 : 4 : 2 : 1, and the comparison of the second with the last turned round.
  const pairs = pairsOf(4);
  const sizes = [8, 4, 2, 1];
  const answers = pairs.map(([a, b]) => (a === 1 && b === 3 ? 1 / 4 : sizes[a]! / sizes[b]!));
  expect(weightsByComparison(4, answers).worst).toEqual({ first: 1, second: 3 });
});

test("rounded weights always add up to 100", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.001, max: 1000, noNaN: true }), { minLength: 1, maxLength: 15 }), (shares) => {
      const tenths = roundedWeights(shares).map((weight) => Math.round(weight * 10));
      expect(tenths.reduce((sum, one) => sum + one, 0)).toBe(1000);
    }),
  );
});

test("weights from figures: a criterion that never varies weighs nothing; what has no answer says so", async () => {
  const store = new MemoryListStore([["ID", "Sales", "Flat"], ["A", 1, 5], ["B", 2, 5], ["C", 9, 5]], "Accounts");
  const place = await listNamed(store, "Accounts");
  const { criteria } = lines(["Sales", 1], ["Flat", 1]);
  expect(await weightsByData(store, place, criteria, "entropy")).toEqual([100, 0]);
  expect(await weightsByData(store, place, criteria, "critic")).toEqual([100, 0]);
  await expect(weightsByData(store, place, lines(["Flat", 1]).criteria, "entropy")).rejects.toMatchObject({ code: "noCriteria", message: expect.stringContaining("nothing in the figures") });
  await expect(weightsByData(store, place, lines(["Gone", 1]).criteria, "critic")).rejects.toMatchObject({ message: 'The account list has no column "Gone".' });
});

test("the field's warnings: one that rules, too few, turnover alone", () => {
  expect(weightWarnings(lines(["Margin", 30], ["Days late", 30], ["Access 0-5", 40]))).toEqual([]);
  expect(weightWarnings(lines(["Margin", 80], ["Days late", 10], ["Access 0-5", 10]))).toEqual(["“Margin” decides 80 % of the score, more than all others together."]);
  expect(weightWarnings(lines(["Sales", 1]))).toEqual([expect.stringContaining("Turnover alone decides"), expect.stringContaining("Only one criterion counts")]);
  expect(weightWarnings(lines(["Revenue 2024", 1], ["Revenue 2025", 1], ["Margin", 0]))).toEqual([expect.stringContaining("Turnover alone"), expect.stringContaining("2 criteria count")]);
  expect(weightShares(lines(["A", 1], ["B", 3]).criteria)).toEqual([0.25, 0.75]);
});
