import fc from "fast-check";
import { scorecard, type Criterion, type Portfolio } from "../../../src/core/portfolio/scorecard";
import { tierRule } from "../../../src/core/portfolio/tierRule";
import { RowErrors } from "../../../src/core/rowErrors";
import { thrownBy } from "../thrownBy";

const criterion = (name: string, weight: number, more: Partial<Criterion> = {}): Criterion => ({
  name,
  weight,
  direction: 1,
  scale: "minmax",
  floor: NaN,
  ceiling: NaN,
  missing: "skip",
  ...more,
});

const abc = tierRule("cutoff", [
  { label: "A", from: 70 },
  { label: "B", from: 40 },
  { label: "C", from: NaN },
]);

const portfolio = (rows: number[][], criteria: Criterion[], more: Partial<Portfolio> = {}): Portfolio => ({
  figures: { rowCount: rows.length, columnCount: criteria.length, values: Float64Array.from(rows.flat()) },
  criteria,
  tiers: abc,
  gates: [],
  gateValues: rows.map(() => []),
  ...more,
});

const fixed = { floor: 0, ceiling: 1 };

test("score, rank, tier, strongest and weakest of a small portfolio", () => {
  // Weights 3 and 1: (3 × 0.9 + 0.1) / 4 = 70 %, (3 × 0.2 + 1 × 0.8) / 4 = 35 %.
  const card = scorecard(portfolio([[0.9, 0.1], [0.2, 0.8]], [criterion("Growth", 3, fixed), criterion("Loyalty", 1, fixed)]), new RowErrors());
  expect(card.scores[0]).toBeCloseTo(70, 10);
  expect(card.scores[1]).toBeCloseTo(35, 10);
  expect(Array.from(card.ranks)).toEqual([1, 2]);
  expect(Array.from(card.tiers)).toEqual([0, 2]);
  expect(card.strongest).toEqual(["Growth", "Loyalty"]);
  expect(card.weakest).toEqual(["Loyalty", "Growth"]);
});

test("every criterion has its own scale", () => {
  // Percentile ranks of 1, 10, 1000: 0, 0.5, 1. Min-max of the same: 0, 9/999, 1.
  const card = scorecard(portfolio([[1, 1], [10, 10], [1000, 1000]], [criterion("Rank", 1, { scale: "percentile" }), criterion("Size", 1)]), new RowErrors());
  expect(card.scores[1]).toBeCloseTo((100 * (0.5 + 9 / 999)) / 2, 10);
});

test("every criterion has its own rule for missing values", () => {
  const errors = new RowErrors();
  const rows = [[NaN, 1, 1, 1], [1, NaN, 1, 1], [0, 1, NaN, 1], [0.5, 0.5, 0.5, NaN], [NaN, NaN, NaN, NaN]];
  const criteria = (["skip", "worst", "average", "error"] as const).map((missing) => criterion(missing, 1, { ...fixed, missing }));
  const card = scorecard(portfolio(rows, criteria), errors);
  // Skipped: 3 / 3. Worst: 3 / 4. Average of 1, 1, 0.5 = 0.8333: (0 + 1 + 0.8333 + 1) / 4.
  expect(Array.from(card.scores, (s) => Number(s.toFixed(6)))).toEqual([100, 75, 70.833333, NaN, NaN]);
  expect(errors.get(3)).toEqual({ code: "notANumber", message: "error is missing, and the criteria table asks for an error then" });
  expect(errors.get(4)?.code).toBe("noAnswer");
  expect(Array.from(card.tiers)).toEqual([0, 0, 0, -1, -1]);
  expect(card.missing[4]).toEqual(["skip", "worst", "average", "error"]);
  expect(card.missing[0]).toEqual(["skip"]);
});

test("a broken gate caps the tier and is named; score and rank stay", () => {
  const gate = { gate: { name: "Margin", test: ">=", limit: 0.08 } as const, bestTier: 1 };
  const strict = { gate: { name: "Contract", test: "filled", limit: "" } as const, bestTier: 2 };
  const card = scorecard(
    portfolio([[0.9], [0.9], [0.9], [0.1]], [criterion("Growth", 1, fixed)], {
      gates: [gate, strict],
      gateValues: [[0.1, "2027"], [0.03, "2027"], [0.03, ""], [0.03, "2027"]],
    }),
    new RowErrors(),
  );
  expect(Array.from(card.tiers)).toEqual([0, 1, 2, 2]);
  expect(Array.from(card.ranks)).toEqual([1, 1, 1, 4]);
  expect(card.brokenGates).toEqual(["", "Margin 0.03, needs >= 0.08", "Margin 0.03, needs >= 0.08; Contract missing", "Margin 0.03, needs >= 0.08"]);
});

test("equal shares: the heavier criterion is named, then the first; one without weight never", () => {
  const criteria = [criterion("Idle", 0, fixed), criterion("Light", 1, fixed), criterion("Heavy", 2, fixed), criterion("Heavy too", 2, fixed)];
  const card = scorecard(portfolio([[1, 0.5, 0.5, 0.5], [0, NaN, NaN, NaN]], criteria), new RowErrors());
  expect([card.strongest[0], card.weakest[0]]).toEqual(["Heavy", "Heavy"]);
  expect([card.strongest[1], card.weakest[1]]).toEqual(["", ""]);
});

test("an account with an error takes no part in the scales of the others", () => {
  const errors = new RowErrors();
  errors.add(0, "notANumber", "text");
  const card = scorecard(portfolio([[NaN], [0], [10]], [criterion("Growth", 1)]), errors);
  expect(Array.from(card.scores)).toEqual([NaN, 0, 100]);
  expect(errors.get(0)?.message).toBe("text");
});

test("weights that are all zero are refused", () => {
  expect(thrownBy(() => scorecard(portfolio([[1]], [criterion("Growth", 0)]), new RowErrors()))).toEqual([
    "outOfRange",
    "every weight is 0, at least one must be above 0",
  ]);
});

test("law: a gate never lifts a tier, and every scored account has exactly one", () => {
  const account = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.array(account, { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 2 }), (accounts, bestTier) => {
      const rows = accounts.map(([growth]) => [growth]);
      const open = scorecard(portfolio(rows, [criterion("Growth", 1, fixed)]), new RowErrors());
      const gates = [{ gate: { name: "Margin", test: ">=", limit: 0.5 } as const, bestTier }];
      const gated = scorecard(portfolio(rows, [criterion("Growth", 1, fixed)], { gates, gateValues: accounts.map(([, margin]) => [margin]) }), new RowErrors());
      gated.tiers.forEach((place, row) => expect(place).toBe(accounts[row][1] >= 0.5 ? open.tiers[row] : Math.max(open.tiers[row], bestTier)));
    }),
  );
});
