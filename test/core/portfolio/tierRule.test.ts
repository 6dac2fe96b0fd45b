import { tierRule, tiersByRule, type TierMethod } from "../../../src/core/portfolio/tierRule";
import { thrownBy } from "../thrownBy";

const lines = (...pairs: [string, number][]) => pairs.map(([label, from]) => ({ label, from }));
const names = (method: TierMethod, scores: number[], ...pairs: [string, number][]) => {
  const rule = tierRule(method, lines(...pairs));
  return Array.from(tiersByRule(Float64Array.from(scores), rule), (place) => rule.labels[place]);
};

test("cut-offs from the top or from the bottom; the last tier takes the rest, whatever its From", () => {
  expect(names("cutoff", [90, 70, 69, 1], ["Gold", 70], ["Silver", 40], ["Bronze", NaN])).toEqual(["Gold", "Gold", "Silver", "Bronze"]);
  expect(names("cutoff", [90, 70, 69, 1], ["Bronze", 20], ["Silver", 40], ["Gold", 70])).toEqual(["Gold", "Gold", "Silver", "Bronze"]);
});

test("quotas, cumulative shares and natural breaks", () => {
  expect(names("quota", [4, 3, 2, 1], ["A", 1], ["B", 0.5], ["C", NaN])).toEqual(["A", "B", "B", "C"]);
  // Of 100: before each 0, 50, 80, 95 %.
  expect(names("pareto", [50, 30, 15, 5], ["A", 0.8], ["B", 0.95], ["C", NaN])).toEqual(["A", "A", "B", "C"]);
  expect(names("natural", [90, 88, 10, 12], ["A", NaN], ["B", NaN])).toEqual(["A", "A", "B", "B"]);
});

test("a single tier takes everyone by any method", () => {
  for (const method of ["cutoff", "quota", "pareto", "natural"] as const) expect(names(method, [3, 1], ["All", NaN])).toEqual(["All", "All"]);
});

test("tables that make no sense are refused", () => {
  expect(thrownBy(() => tierRule("cutoff", lines(["A", 80], ["B", 30], ["C", 50])))).toEqual([
    "outOfRange",
    "tiers: C from 50 follows B from 30; list the tiers best first, with falling cutoffs",
  ]);
  expect(thrownBy(() => tierRule("cutoff", lines(["A", NaN], ["B", 70], ["C", 50])))).toEqual([
    "outOfRange",
    "tiers: B from 70 follows A from blank; list the tiers best first, with falling cutoffs",
  ]);
  expect(thrownBy(() => tierRule("quota", lines(["A", NaN], ["B", 5])))).toEqual(["outOfRange", "quota 1 is blank; give a number of accounts or a share below 1"]);
  expect(thrownBy(() => tierRule("pareto", lines(["A", 80], ["B", 95])))).toEqual(["outOfRange", "share 1 is 80; shares must be above 0 and at most 1 (0.8 = 80 %)"]);
  expect(thrownBy(() => tierRule("cutoff", lines(["A", 80], ["a", 30])))).toEqual(["outOfRange", 'tiers: tier 1 and tier 2 are both named "a"']);
  expect(thrownBy(() => tierRule("cutoff", lines(["", 80])))).toEqual(["shape", "tiers: tier 1 has no name"]);
  expect(thrownBy(() => tierRule("cutoff", []))).toEqual(["shape", "tiers: at least one tier is needed, but there is none"]);
});
