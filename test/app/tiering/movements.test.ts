import { inOneGo } from "../../../src/app/tiering/steps";
import type { TiersBefore } from "../../../src/app/tiering/movements";
import { readPortfolio } from "../../../src/app/tiering/portfolioData";
import { TieringSession } from "../../../src/app/tiering/tieringSession";
import type { CellValue } from "../../../src/sheets/cellValue";
import type { Model } from "../../../src/sheets/model/model";

const criterion = { criterion: "Size", column: "Sales", weight: 1, direction: "higher", scale: "minmax", floor: 0, ceiling: 100, missing: "skip" } as const;
const margin = { ...criterion, criterion: "Margin", column: "Margin" };
const tiers = [{ tier: "A", from: 70, servicePromise: "", hoursPerAccount: 40 }, { tier: "B", from: 40, servicePromise: "", hoursPerAccount: 10 }, { tier: "C", servicePromise: "", hoursPerAccount: 1 }];
const model: Model = { version: 2, columns: [], criteria: [criterion, { ...margin, weight: 0 }], gates: [], tiers, settings: { "Hours available": 100 } };

function preview(rows: readonly (readonly [number, number])[], before: TiersBefore | undefined, now: Model = model) {
  const cells: CellValue[][] = [["Account ID", "Sales", "Margin"], ...rows.map((row, i) => [`A${i}`, ...row])];
  const { data } = readPortfolio({ block: { row: 0, column: 0, values: cells }, key: "Account ID" }, now);
  return inOneGo(new TieringSession({ data, ...(before ? { before } : {}) }).preview(now));
}
const causes = (...args: Parameters<typeof preview>) => preview(...args).movement?.moves.map(({ account, from, to, cause }) => [account, from, to, cause]);

test("a move is put down to the data when the old model already moves the account", () => {
  expect(causes([[80, 0], [50, 0]], { tiers: ["B", "B"], model })).toEqual([[0, "B", "A", "data"]]);
});

test("a move is put down to the weights when only they have changed", () => {
  const weighted = { ...model, criteria: [criterion, { ...margin, weight: 1 }] };
  // 50 alone is B; with a margin of 100 in equal weight it is 75.
  expect(causes([[50, 100], [50, 50]], { tiers: ["B", "B"], model }, weighted)).toEqual([[0, "B", "A", "weights"]]);
});

test("a move is put down to cut-offs and gates when only they have changed", () => {
  const cut = { ...model, tiers: [{ ...tiers[0]!, from: 45 }, tiers[1]!, tiers[2]!] };
  expect(causes([[50, 0]], { tiers: ["B"], model }, cut)).toEqual([[0, "B", "A", "cutoffs"]]);
  const gated: Model = { ...model, gates: [{ column: "Margin", test: ">=", limit: 10 }] };
  expect(causes([[50, 0]], { tiers: ["B"], model }, gated)).toEqual([[0, "B", "C", "cutoffs"]]);
});

test("nothing is said about the cause when the tier was set by hand or the old model is not known", () => {
  expect(causes([[80, 0], [80, 0]], { tiers: ["B", "C"], model, written: [true, false] })).toEqual([[1, "C", "A", "other"], [0, "B", "A", "data"]]);
  expect(causes([[80, 0]], { tiers: ["B"] })).toEqual([[0, "B", "A", "other"]]);
  const lost: Model = { ...model, criteria: [{ ...criterion, column: "Gone" }] };
  expect(causes([[80, 0]], { tiers: ["B"], model: lost })).toEqual([[0, "B", "A", "other"]]);
});

test("a preview counts tiers, hours, moves and what gates keep out, and explains the ends in plain words", () => {
  const gated: Model = { ...model, criteria: [criterion, margin], gates: [{ column: "Margin", test: ">=", limit: 10, bestTier: "B" }] };
  const result = preview([[100, 100], [95, 60], [100, 5], [10, 10]], { tiers: ["A", "C", "A", "C"], model: gated }, gated);
  expect(result.tiers.map(({ label, count, hours, lowestScore }) => [label, count, hours, Math.round((lowestScore ?? NaN) * 1e9) / 1e9])).toEqual([["A", 2, 80, 77.5], ["B", 1, 10, 52.5], ["C", 1, 1, 10]]);
  expect([result.hoursPromised, result.hoursAvailable, result.gated, result.unscored]).toEqual([91, 100, 0, 0]);
  expect(result.movement).toMatchObject({ compared: 4, up: 1, down: 1, byCause: { data: 2, weights: 0, cutoffs: 0, other: 0 } });
  expect(result.top[0]).toMatchObject({ account: 0, tier: "A", score: 100, reason: "100.0 points. Strong: Size (50.0 of 50.0), Margin (50.0 of 50.0)." });
  expect(result.top[2]?.reason).toBe("52.5 points. Strong: Size (50.0 of 50.0). Loses most on Margin (2.5 of 50.0).");
  expect(result.bottom[0]).toMatchObject({ account: 3, tier: "C" });
});

test("a gate in the way is named first", () => {
  const gated: Model = { ...model, gates: [{ column: "Margin", test: ">=", limit: 10, bestTier: "C" }] };
  const result = preview([[90, 5]], undefined, gated);
  expect(result.gated).toBe(1);
  expect(result.top[0]?.reason).toBe("Would be A, but Margin 5, needs >= 10. 90.0 points. Strong: Size (90.0 of 100.0).");
});
