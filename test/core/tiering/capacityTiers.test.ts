import fc from "fast-check";
import { capacityBounds, eligibilityBounds } from "../../../src/core/tiering/capacityTiers";
import { NO_TIER, tiersByBounds } from "../../../src/core/tiering/tierBounds";
import { thrownBy } from "../thrownBy";

function tiers(scores: number[], hours: number[], available: number, cutoffs?: number[]): number[] {
  const column = Float64Array.from(scores);
  const eligibility = cutoffs ? eligibilityBounds(Float64Array.from(cutoffs), hours.length) : null;
  return Array.from(tiersByBounds(column, capacityBounds(column, { hours: Float64Array.from(hours), available, eligibility })));
}

describe("tiers by capacity", () => {
  test("the most accounts in the first tier that leave the last tier's hours for all others", () => {
    // 5 × 10 = 50 for all; 150 left. A costs 90 more: 1, leaving 60. B costs 30 more: 2, leaving 0.
    expect(tiers([50, 40, 30, 20, 10], [100, 40, 10], 200)).toEqual([0, 1, 1, 2, 2]);
  });

  test("equal scores that do not all fit go down together", () => {
    // 3 × 10 = 30 for all; 90 left is room for one A, but the two best are equal: none. Then 90 / 30 = 3 B.
    expect(tiers([50, 50, 10], [100, 40, 10], 120)).toEqual([1, 1, 1]);
  });

  test("a score below the cut-off is not eligible, however many hours are left", () => {
    expect(tiers([90, 60, 55, 20], [10, 5, 1], 1000, [80, 50])).toEqual([0, 1, 1, 2]);
    expect(tiers([90, 60, 55, 20], [10, 5, 1], 1000)).toEqual([0, 0, 0, 0]);
  });

  test("hours used up exactly count as enough, also in tenths", () => {
    // 3 × 0.1 is 0.30000000000000004 in doubles.
    expect(tiers([3, 2, 1], [0.2, 0.1], 0.4)).toEqual([0, 1, 1]);
    expect(tiers([3, 2, 1], [0.1], 0.3)).toEqual([0, 0, 0]);
  });

  test("one tier, one account, blanks", () => {
    expect(tiers([3], [10, 1], 10)).toEqual([0]);
    expect(tiers([3], [10, 1], 9)).toEqual([1]);
    expect(tiers([NaN, 3], [10, 10], 10)).toEqual([NO_TIER, 0]);
    expect(tiers([NaN], [10, 1], 0)).toEqual([NO_TIER]);
  });

  test("too little for the last tier's hours: no answer, with the hours missing", () => {
    expect(thrownBy(() => tiers([1, 2, 3], [20, 10], 24.5))).toEqual([
      "noAnswer",
      "short by 5.5 hours: 3 accounts at 10 hours of the last tier need 30, capacity is 24.5",
    ]);
  });

  test("hours and capacity that cannot be are refused", () => {
    expect(thrownBy(() => tiers([1], [10, 20], 99))).toEqual([
      "outOfRange",
      "hours 2 is 20, more than hours 1 (10); list the tiers best first, with falling hours",
    ]);
    expect(thrownBy(() => tiers([1], [10, -1], 99))).toEqual(["outOfRange", "hours 2 is -1; hours cannot be negative"]);
    expect(thrownBy(() => tiers([1], [NaN], 99))).toEqual(["outOfRange", "hours 1 is blank; give the hours per account and year of that tier"]);
    expect(thrownBy(() => tiers([1], [], 99))).toEqual(["shape", "hours: at least one tier is needed, but there is none"]);
    expect(thrownBy(() => tiers([1], [1], -5))).toEqual(["outOfRange", "capacity is -5; hours cannot be negative"]);
    expect(thrownBy(() => tiers([1], [1], NaN))).toEqual(["outOfRange", "capacity is blank; give the hours the team has"]);
    expect(thrownBy(() => tiers([1], [2, 1], 5, [3, 4]))).toEqual([
      "shape",
      "cutoffs: 2 tiers need 1 cutoffs, one for every tier but the last, but there are 2",
    ]);
  });
});

/** The definition: tier by tier, the longest run of whole groups such that everyone left can have the last tier's hours. */
function byTrying(scores: number[], hours: number[], available: number): number[] {
  const sorted = [...scores].sort((a, b) => b - a);
  const last = hours[hours.length - 1];
  const placeOfScore = new Map<number, number>();
  let used = 0;
  let taken = 0;
  hours.slice(0, -1).forEach((tierHours, place) => {
    let best = taken;
    for (let end = taken; end <= sorted.length; end++) {
      const whole = end === 0 || end === sorted.length || sorted[end] !== sorted[end - 1];
      if (whole && used + (end - taken) * tierHours + (sorted.length - end) * last <= available) best = end;
    }
    for (let i = taken; i < best; i++) placeOfScore.set(sorted[i], place);
    used += (best - taken) * tierHours;
    taken = best;
  });
  return scores.map((score) => placeOfScore.get(score) ?? hours.length - 1);
}

test("law: never over capacity, and as good as trying every size of every tier", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });
  const hours = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }).map((list) => list.sort((a, b) => b - a));
  fc.assert(
    fc.property(scores, hours, fc.integer({ min: 0, max: 400 }), (list, promised, spare) => {
      const available = promised[promised.length - 1] * list.length + spare;
      const places = tiers(list, promised, available);
      expect(places).toEqual(byTrying(list, promised, available));
      expect(places.reduce((sum, place) => sum + promised[place], 0)).toBeLessThanOrEqual(available);
    }),
    { numRuns: 500 },
  );
});
