import fc from "fast-check";
import { paretoTiers, type ParetoBoundary } from "../../../src/core/tiering/paretoTiers";
import { NO_TIER } from "../../../src/core/tiering/tierBounds";
import { thrownBy } from "../thrownBy";

const tiers = (values: number[], shares = [0.8, 0.95], boundary: ParetoBoundary = "before"): number[] =>
  Array.from(paretoTiers(Float64Array.from(values), Float64Array.from(shares), boundary));

describe("ABC classes by cumulative share", () => {
  test("before: the account that crosses the share is still in", () => {
    // Of 100, before each: 0, 50, 80, 90, 95, 98 %. 80 % is reached before the third, 95 % before the fifth.
    expect(tiers([50, 30, 10, 5, 3, 2])).toEqual([0, 0, 1, 1, 2, 2]);
    // 70, 90 %: before the second 70 % < 80 %, so it is A.
    expect(tiers([70, 20, 10])).toEqual([0, 0, 1]);
  });

  test("after: the account that crosses the share is out", () => {
    // Including each: 70, 90, 100 %.
    expect(tiers([70, 20, 10], [0.8, 0.95], "after")).toEqual([0, 1, 2]);
  });

  test("the largest account is always A with before, even alone above every share", () => {
    expect(tiers([1000, 1])).toEqual([0, 2]);
    expect(tiers([1000, 1], [0.8, 0.95], "after")).toEqual([2, 2]);
    expect(tiers([5], [1e-12])).toEqual([0]);
  });

  test("shares of money that do not add up exactly in doubles", () => {
    // 0.1 + 0.7 = 0.7999999999999999: 80 % is reached before the third.
    expect(tiers([0.7, 0.1, 0.1, 0.1], [0.8])).toEqual([0, 0, 0, 0]);
    expect(tiers([0.7, 0.1, 0.08, 0.07, 0.05], [0.8])).toEqual([0, 0, 1, 1, 1]);
    expect(tiers([0.7, 0.1, 0.08, 0.07, 0.05], [0.8], "after")).toEqual([0, 0, 1, 1, 1]);
  });

  test("zero and less add nothing and are last; blank has no class", () => {
    expect(tiers([100, 0, -50, NaN])).toEqual([0, 2, 2, NO_TIER]);
    expect(tiers([0, -1])).toEqual([2, 2]);
  });

  test("equal values: together with before, in row order with after", () => {
    expect(tiers([1, 1, 1, 1], [0.5])).toEqual([0, 0, 0, 0]);
    expect(tiers([1, 1, 1, 1], [0.5, 0.75], "after")).toEqual([0, 0, 1, 2]);
  });

  test("what is no cumulative share is refused", () => {
    expect(thrownBy(() => tiers([1], [80]))).toEqual(["outOfRange", "share 1 is 80; shares must be above 0 and at most 1 (0.8 = 80 %)"]);
    expect(thrownBy(() => tiers([1], [0.8, 0.15]))).toEqual(["outOfRange", "share 2 is 0.15, below share 1 (0.8); shares are cumulative"]);
    expect(thrownBy(() => tiers([1], [NaN]))).toEqual(["outOfRange", "share 1 is blank; give a cumulative share such as 0.8"]);
    expect(thrownBy(() => tiers([1], []))).toEqual(["shape", "shares: at least one is needed, but there is none"]);
  });
});

/** The definition, by sorting and adding up in hundredths so that no sum is rounded. */
function bySorting(cents: number[], shares: number[], boundary: ParetoBoundary): number[] {
  const total = cents.reduce((sum, v) => sum + Math.max(0, v), 0);
  const order = cents.map((_, i) => i).sort((a, b) => cents[b] - cents[a] || a - b);
  const places: number[] = [];
  let before = 0;
  order.forEach((account, position) => {
    const value = cents[account];
    const previous = order[position - 1];
    const slack = total * 1e-9;
    const fits = (share: number) => (boundary === "before" ? before < share * total - slack : before + value <= share * total + slack);
    const place = shares.findIndex(fits);
    places[account] = value <= 0 || place < 0 ? shares.length : place;
    if (boundary === "before" && previous !== undefined && cents[previous] === value) places[account] = places[previous];
    before += Math.max(0, value);
  });
  return places;
}

test("law: the same classes as sorting and adding up", () => {
  const cents = fc.array(fc.oneof(fc.integer({ min: -5, max: 8 }), fc.integer({ min: 1, max: 100_000 })), { minLength: 1, maxLength: 50 });
  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }).map((list) => list.sort((a, b) => a - b).map((p) => p / 100));
  fc.assert(
    fc.property(cents, shares, fc.constantFrom<ParetoBoundary>("before", "after"), (list, limits, boundary) => {
      expect(tiers(list, limits, boundary)).toEqual(bySorting(list, limits, boundary));
    }),
    { numRuns: 500 },
  );
});
