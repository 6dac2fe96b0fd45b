import fc from "fast-check";
import { scorecardOfAccounts, type TieringMethod } from "../../../src/functions/portfolio";
import { tieringSteps, type TieringResult } from "../../../src/app/tiering/computeTiering";
import { inOneGo } from "../../../src/app/tiering/steps";
import { readPortfolio } from "../../../src/app/tiering/portfolioData";
import { TieringSession } from "../../../src/app/tiering/tieringSession";
import type { CellValue } from "../../../src/sheets/cellValue";
import { MODEL_SETTINGS, type Model } from "../../../src/sheets/model/model";
import "../../functions/customFunctionsStub";
import { randomPortfolio, scorecardTables } from "./randomPortfolio";

const compute = (cells: readonly (readonly CellValue[])[], model: Model, before?: readonly string[]): TieringResult =>
  inOneGo(tieringSteps(model, readPortfolio({ block: { row: 0, column: 0, values: cells }, key: "Account ID", name: "Account" }, model).data, before));

test("scores, ranks, tiers, gates, strongest, weakest and missing are those of KAM.SCORECARD", () => {
  fc.assert(
    fc.property(randomPortfolio(), ({ cells, model }) => {
      const result = compute(cells, model);
      const tables = scorecardTables(model);
      const method = model.settings[MODEL_SETTINGS.method] as TieringMethod;
      const [, ...wanted] = scorecardOfAccounts(cells as unknown[][], tables.criteria, tables.tiers, tables.gates, method);
      const name = (place: number) => model.criteria[place]?.criterion ?? "";
      wanted.forEach((row, i) => {
        const score = result.scores[i] as number;
        if (typeof row[2] === "number") expect(score).toBe(row[2]);
        else expect(score).toBeNaN();
        expect([result.ranks[i] || "", result.labels[result.places[i] as number] ?? "", result.brokenGates[i], name(result.strongest[i] as number), name(result.weakest[i] as number)]).toEqual(row.slice(3, 8));
      });
    }),
    { numRuns: 300 },
  );
});

test("the points of an account sum to its score", () => {
  fc.assert(
    fc.property(randomPortfolio(), ({ cells, model }) => {
      const { scores, points } = compute(cells, model);
      scores.forEach((score, account) => {
        const own = points.values.slice(account * points.columnCount, (account + 1) * points.columnCount).filter((p) => !Number.isNaN(p));
        if (!Number.isNaN(score)) expect(own.reduce((a, b) => a + b, 0)).toBeCloseTo(score, 9);
        else expect(own).toHaveLength(0);
      });
    }),
  );
});

const criterion = { criterion: "Size", column: "Sales", weight: 1, direction: "higher", scale: "minmax", floor: 0, ceiling: 100, missing: "skip" } as const;
const tiers = [
  { tier: "A", from: 70, servicePromise: "", hoursPerAccount: 40 },
  { tier: "B", from: 40, servicePromise: "", hoursPerAccount: 10 },
  { tier: "C", servicePromise: "", hoursPerAccount: 1 },
];
const modelWith = (settings: Model["settings"]): Model => ({ version: 2, columns: [], criteria: [criterion], gates: [], tiers, settings });
const list = (...sales: CellValue[]): CellValue[][] => [["Account ID", "Sales"], ...sales.map((cell, i) => [`A${i}`, cell])];
const tiersOf = ({ places, labels }: TieringResult) => Array.from(places, (place) => labels[place] ?? "");

test("a buffer keeps an account in its tier until it is that far beyond the cut-off", () => {
  const model = modelWith({ [MODEL_SETTINGS.method]: "cutoff", [MODEL_SETTINGS.buffer]: 5 });
  // 68 is below 70, but not below 65; 72 has not reached 75; without a tier before the cut-off decides.
  expect(tiersOf(compute(list(68, 72, 72, 64), model, ["A", "B", "", "a"]))).toEqual(["A", "B", "A", "B"]);
});

test("by capacity the hours decide: two A accounts at 40 hours leave 18 of 100 for the others", () => {
  const model = modelWith({ [MODEL_SETTINGS.method]: "capacity", [MODEL_SETTINGS.hoursAvailable]: 100 });
  // Everyone at 1 hour needs 5; 95 are left, an A costs 39 more: two; 17 are left, a B costs 9 more: one.
  expect(tiersOf(compute(list(95, 90, 85, 80, 5), model))).toEqual(["A", "A", "B", "C", "C"]);
});

test("a row with a cell that is no number has no score and takes no part in the scale of others", () => {
  const model: Model = { ...modelWith({}), criteria: [{ criterion: "Size", column: "Sales", weight: 1, direction: "higher", scale: "minmax", missing: "skip" }, { ...criterion, criterion: "Margin", column: "Margin" }] };
  const cells = [["Account ID", "Sales", "Margin"], ["A1", 10, 50], ["A2", 20, 50], ["A3", 1000, "n/a"]];
  const result = compute(cells, model);
  expect(result.errors.get(2)?.message).toBe("Margin is not a number");
  expect([...result.scores]).toEqual([25, 75, NaN]);
});

test("a column that has gone is named with the criterion that needs it", () => {
  expect(() => compute([["Account ID", "Revenue"], ["A1", 1]], modelWith({}))).toThrow(
    expect.objectContaining({ code: "columnGone", message: 'The criterion "Size" looks at the column "Sales", which the account list does not have.' }),
  );
});

test("on wish the share of weight changes that keep the tier, and what lifts an account into the next one", () => {
  const model: Model = {
    ...modelWith({}),
    criteria: [criterion, { ...criterion, criterion: "Margin", column: "Margin", weight: 1 }],
    gates: [{ column: "Sales", test: ">=", limit: 50, bestTier: "B" }],
  };
  const cells = [["Account ID", "Sales", "Margin"], ["A1", 100, 100], ["A2", 60, 60], ["A3", 40, 100], ["A4", "", ""]];
  const session = new TieringSession({ data: readPortfolio({ block: { row: 0, column: 0, values: cells }, key: "Account ID" }, model).data });
  const { stability, next } = inOneGo(session.columns(model, { stability: true, next: true }));
  expect(stability?.[0]).toBe(1);
  expect(stability?.[1]).toBe(1);
  // 70 with equal weights: every change of the weights decides.
  expect(stability?.[2]).toBeGreaterThan(0.4);
  expect(stability?.[2]).toBeLessThan(0.6);
  expect(stability?.[3]).toBeNaN();
  // 60 and 60 make 60; A begins at 70, so one of the two has to rise by 20.
  expect(next).toEqual(["", "A with Size 80", "A once the gate is met: Sales 40, needs >= 50", ""]);
});
