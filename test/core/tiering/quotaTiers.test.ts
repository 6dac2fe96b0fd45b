import fc from "fast-check";
import { quotaBounds, quotaSize } from "../../../src/core/tiering/quotaTiers";
import { NO_TIER, tiersByBounds } from "../../../src/core/tiering/tierBounds";
import { thrownBy } from "../thrownBy";

const tiers = (scores: number[], quotas: number[]): number[] => {
  const column = Float64Array.from(scores);
  return Array.from(tiersByBounds(column, quotaBounds(column, Float64Array.from(quotas))));
};

describe("tiers by quota", () => {
  test("the best score first, the last tier takes the rest", () => {
    expect(tiers([10, 50, 30, 20, 40], [1, 2])).toEqual([2, 0, 1, 2, 1]);
  });

  test("a group of equal scores that does not fit goes down together", () => {
    // Three places: 90 and 80 fit, both 70s would make four.
    expect(tiers([90, 80, 70, 70, 60], [3, 2])).toEqual([0, 0, 1, 1, 2]);
  });

  test("a group larger than every quota ends in the last tier", () => {
    expect(tiers([70, 70, 70, 60], [2, 2])).toEqual([2, 2, 2, 2]);
  });

  test("an empty first tier does not keep others from filling", () => {
    expect(tiers([70, 70, 60], [1, 2])).toEqual([1, 1, 2]);
    expect(tiers([70, 60], [0, 1])).toEqual([1, 2]);
  });

  test("a share is of all scored accounts, rounded half up", () => {
    // 20 % of 5 = 1; 30 % of 5 = 1.5, up to 2. The blank account does not count.
    expect(tiers([50, 40, 30, 20, 10, NaN], [0.2, 0.3])).toEqual([0, 1, 1, 2, 2, NO_TIER]);
    // 0.145 × 100 is 14.499999999999998 in doubles.
    expect(quotaSize(0.145, 100)).toBe(15);
    expect(quotaSize(0.144, 100)).toBe(14);
  });

  test("one account, all blank, and quotas beyond the list", () => {
    expect(tiers([5], [1])).toEqual([0]);
    expect(tiers([NaN, NaN], [1])).toEqual([NO_TIER, NO_TIER]);
    expect(tiers([5, 6], [9, 9])).toEqual([0, 0]);
  });

  test("what is no quota is refused", () => {
    expect(thrownBy(() => tiers([1], [1, -2]))).toEqual(["outOfRange", "quota 2 is -2; quotas cannot be negative"]);
    expect(thrownBy(() => tiers([1], [1.5]))).toEqual(["outOfRange", "quota 1 is 1.5; it must be a whole number of accounts or a share below 1"]);
    expect(thrownBy(() => tiers([1], [NaN]))).toEqual(["outOfRange", "quota 1 is blank; give a number of accounts or a share below 1"]);
    expect(thrownBy(() => tiers([1], []))).toEqual(["shape", "quotas: at least one is needed, but there is none"]);
  });
});

describe("laws of tiers by quota", () => {
  const scores = fc.array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 1, maxLength: 60 });
  const quotas = fc.array(fc.oneof(fc.integer({ min: 1, max: 20 }), fc.double({ min: 0, max: 0.999, noNaN: true })), { minLength: 1, maxLength: 4 });

  test("no quota is exceeded, equal scores share a tier, better scores never a worse one", () => {
    fc.assert(
      fc.property(scores, quotas, (list, limits) => {
        const places = tiers(list, limits);
        limits.forEach((limit, place) => {
          expect(places.filter((p) => p === place).length).toBeLessThanOrEqual(quotaSize(limit, list.length));
        });
        list.forEach((a, i) => list.forEach((b, j) => a >= b && expect(places[i]).toBeLessThanOrEqual(places[j])));
      }),
    );
  });

  test("every tier is as full as whole groups allow", () => {
    fc.assert(
      fc.property(scores, quotas, (list, limits) => {
        const places = tiers(list, limits);
        limits.forEach((limit, place) => {
          const size = places.filter((p) => p === place).length;
          const below = list.filter((_, i) => places[i] > place);
          const nextGroup = below.filter((s) => s === Math.max(...below)).length;
          if (below.length > 0) expect(size + nextGroup).toBeGreaterThan(quotaSize(limit, list.length));
        });
      }),
    );
  });

  test("long sorted, mirrored and constant lists are as quick as others and give the same tiers as sorting", () => {
    const n = 200_000;
    const rising = Array.from({ length: n }, (_, i) => i);
    for (const list of [rising, [...rising].reverse(), rising.map((i) => Math.min(i, n - i))]) {
      const sorted = [...list].sort((a, b) => b - a);
      expect(tiers(list, [1000]).filter((p) => p === 0).length).toBe(sorted[999] === sorted[1000] ? 999 : 1000);
    }
    expect(new Set(tiers(rising.map(() => 7), [1000]))).toEqual(new Set([1]));
  });
});
