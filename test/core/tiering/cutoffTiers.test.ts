import fc from "fast-check";
import { boundsFromCutoffs, checkBuffer, cutoffTiers } from "../../../src/core/tiering/cutoffTiers";
import { NO_TIER, type TierPlaces } from "../../../src/core/tiering/tierBounds";
import { thrownBy } from "../thrownBy";

const tiers = (scores: number[], cutoffs: number[], previous?: number[], buffer = 0): number[] =>
  Array.from(
    cutoffTiers(
      Float64Array.from(scores),
      boundsFromCutoffs(Float64Array.from(cutoffs)),
      previous ? { previous: Int32Array.from(previous) as TierPlaces, buffer } : null,
    ),
  );

describe("tiers by cut-offs", () => {
  test("a score on the cut-off is in, just below it is not", () => {
    expect(tiers([80, 79.999, 60, 59.999], [80, 60])).toEqual([0, 1, 1, 2]);
  });

  test("a score that only rounding keeps from the cut-off is on it", () => {
    // (3 × 0.6 + 1 × 0.2) / 4 is 0.5, in doubles 0.49999999999999994.
    expect(tiers([100 * ((3 * 0.6 + 0.2) / 4), 49.9999999999], [50])).toEqual([0, 1]);
  });

  test("cut-offs may come in any order", () => {
    expect(tiers([85, 65, 45, 5], [40, 80, 60])).toEqual([0, 1, 2, 3]);
  });

  test("a blank score has no tier", () => {
    expect(tiers([NaN, 90], [80])).toEqual([NO_TIER, 0]);
  });

  test("two equal cut-offs leave the tier between them empty", () => {
    expect(tiers([50, 49], [50, 50])).toEqual([0, 2]);
  });

  test("with a buffer of 5 around 80, B rises at 85 and A falls below 75", () => {
    expect(tiers([84.9, 85], [80], [1, 1], 5)).toEqual([1, 0]);
    expect(tiers([75, 74.9], [80], [0, 0], 5)).toEqual([0, 1]);
  });

  test("an account that jumps two cut-offs but clears one by the buffer moves one tier", () => {
    // From C (below 60) to 82: passes 60 + 5, but not 80 + 5.
    expect(tiers([82], [80, 60], [2], 5)).toEqual([1]);
    // From A down to 57: below 80 - 5, but not below 60 - 5.
    expect(tiers([57], [80, 60], [0], 5)).toEqual([1]);
  });

  test("an account without a previous tier is placed by the cut-offs alone", () => {
    expect(tiers([82, 78], [80], [NO_TIER, NO_TIER], 5)).toEqual([0, 1]);
  });

  test("a blank cut-off, none at all, or a negative buffer is refused", () => {
    expect(thrownBy(() => tiers([1], [80, NaN]))).toEqual(["outOfRange", "cutoff 2 is blank; give the lowest score of the tier"]);
    expect(thrownBy(() => tiers([1], []))).toEqual(["shape", "cutoffs: at least one is needed, but there is none"]);
    expect(thrownBy(() => checkBuffer(-1))).toEqual(["outOfRange", "buffer is -1; it must be zero or more score points"]);
  });
});

describe("laws of tiers by cut-offs", () => {
  const score = fc.double({ min: 0, max: 100, noNaN: true });
  const cutoffs = fc.array(score, { minLength: 1, maxLength: 5 });

  test("a tier is the number of cut-offs the score misses", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), cutoffs, (scores, bounds) => {
        fc.pre(scores.every((s) => bounds.every((b) => s === b || Math.abs(s - b) > 1e-12 * Math.abs(b))));
        expect(tiers(scores, bounds)).toEqual(scores.map((s) => bounds.filter((b) => s < b).length));
      }),
    );
  });

  test("a second run with the tiers of the first changes nothing", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), cutoffs, fc.double({ min: 0, max: 20, noNaN: true }), (scores, bounds, buffer) => {
        const start = scores.map((_, row) => row % (bounds.length + 1));
        const once = tiers(scores, bounds, start, buffer);
        expect(tiers(scores, bounds, once, buffer)).toEqual(once);
      }),
    );
  });
});
