import fc from "fast-check";
import type { Matrix } from "../../../src/core/numbers/matrix";
import { RowErrors } from "../../../src/core/rowErrors";
import type { Direction } from "../../../src/core/scoring/scaling";
import { minMax } from "../../../src/core/scoring/minMax";
import { score } from "../../../src/core/scoring/score";
import { boundsFromCutoffs } from "../../../src/core/tiering/cutoffTiers";
import { nextTiers, waysToNextTier, type NextTier, type NextTierScoring } from "../../../src/core/tiering/nextTier";
import { tierOfScore } from "../../../src/core/tiering/tierBounds";
import { thrownBy } from "../thrownBy";

const matrix = (rows: readonly (readonly number[])[]): Matrix => ({
  rowCount: rows.length,
  columnCount: rows[0].length,
  values: Float64Array.from(rows.flat()),
});

const scoringOf = (weights: number[], directions: Direction[] = weights.map(() => 1), floor = 0, ceiling = 1): NextTierScoring => ({
  weights: Float64Array.from(weights),
  directions,
  floors: new Float64Array(weights.length).fill(floor),
  ceilings: new Float64Array(weights.length).fill(ceiling),
});

const next = (rows: number[][], scoring: NextTierScoring, cutoffs: number[]): NextTier[] =>
  nextTiers(matrix(rows), scoring, boundsFromCutoffs(Float64Array.from(cutoffs)), new RowErrors());

describe("the next better tier", () => {
  test("the heaviest criterion needs the smallest change", () => {
    // Score (3 × 0.5 + 1 × 0.2) / 4 = 42.5. For 50: 0.075 × 4 / 3 = 0.1 more on the first, 0.3 more on the second.
    expect(next([[0.5, 0.2]], scoringOf([3, 1]), [50])).toEqual([{ kind: "reach", tier: 0, criterion: 0, value: 0.6 }]);
  });

  test("a criterion without room gives way to the next heaviest", () => {
    // Score (3 × 1 + 1 × 0) / 4 = 75. For 80: 0.05 × 4 = 0.2 more on the second, the first is at its ceiling.
    expect(next([[1, 0]], scoringOf([3, 1]), [80])).toEqual([{ kind: "reach", tier: 0, criterion: 1, value: 0.2 }]);
  });

  test("lower is better: the value falls, in its own unit", () => {
    // Days 0..100, lower is better: 60 days = share 0.4, score 40. For 50: share 0.5 = 50 days.
    expect(next([[60]], scoringOf([1], [-1], 0, 100), [50, 20])).toEqual([{ kind: "reach", tier: 0, criterion: 0, value: 50 }]);
  });

  test("the next tier is the one above, not the best", () => {
    expect(next([[0.3]], scoringOf([1]), [80, 60, 40])).toEqual([{ kind: "reach", tier: 2, criterion: 0, value: 0.4 }]);
  });

  test("a figure below its floor starts at the floor", () => {
    expect(next([[-5, 0.5]], scoringOf([1, 1]), [50])).toEqual([{ kind: "reach", tier: 0, criterion: 0, value: 0.5 }]);
  });

  test("observed floors and ceilings are held fixed", () => {
    // 10..30 observed; the first account has share 0, needs 0.5 of the range: 20.
    const observed = { ...scoringOf([1]), floors: Float64Array.of(NaN), ceilings: Float64Array.of(NaN) };
    expect(next([[10], [30], [20]], observed, [50])).toEqual([
      { kind: "reach", tier: 0, criterion: 0, value: 20 },
      { kind: "best" },
      { kind: "best" },
    ]);
  });

  test("already best, nothing suffices, no value at all", () => {
    const errors = new RowErrors();
    const figures = matrix([[1, 1], [0, 0], [NaN, NaN]]);
    const result = nextTiers(figures, scoringOf([1, 1]), Float64Array.of(90), errors);
    expect(result).toEqual([{ kind: "best" }, { kind: "none", tier: 0 }, { kind: "unscored" }]);
    expect(errors.get(2)?.code).toBe("noAnswer");
  });

  test("a missing criterion is not proposed, one without weight or range neither", () => {
    // Only the last, light criterion has a value, a weight and a range.
    const scoring = scoringOf([5, 0, 1]);
    expect(next([[NaN, 0, 0.1]], scoring, [50])).toEqual([{ kind: "reach", tier: 0, criterion: 2, value: 0.5 }]);
    const flat = { ...scoringOf([1, 1]), floors: Float64Array.of(NaN, 0), ceilings: Float64Array.of(NaN, 1) };
    // The first is equal for all: share 0.5 whatever happens. The second must reach 0.7.
    expect(next([[7, 0.1], [7, 0.2]], flat, [60])[0]).toEqual({ kind: "reach", tier: 0, criterion: 1, value: 0.7 });
  });

  test("a floor at its ceiling is refused", () => {
    expect(thrownBy(() => next([[1]], scoringOf([1], [1], 5, 5), [50]))).toEqual(["outOfRange", expect.stringMatching(/^floor 1 is 5/)]);
  });
});

describe("laws of the next tier", () => {
  const portfolios = fc.integer({ min: 1, max: 5 }).chain((columns) => {
    const row = <T>(cell: fc.Arbitrary<T>) => fc.array(cell, { minLength: columns, maxLength: columns });
    const figure = fc.oneof({ weight: 8, arbitrary: fc.double({ min: -1e5, max: 1e6, noNaN: true }) }, fc.integer({ min: 0, max: 5 }), fc.constant(NaN));
    return fc.record({
      rows: fc.array(row(figure), { minLength: 2, maxLength: 8 }),
      weights: row(fc.oneof(fc.integer({ min: 1, max: 5 }), fc.double({ min: 0.01, max: 10, noNaN: true }))),
      directions: row(fc.constantFrom<Direction>(1, -1)),
      cutoffs: fc.array(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double({ min: 0, max: 100, noNaN: true })), { minLength: 1, maxLength: 4 }),
    });
  });

  test("changing that criterion to the value named really reaches the tier, and no other needs less", () => {
    fc.assert(
      fc.property(portfolios, ({ rows, weights, directions, cutoffs }) => {
        const present = (column: number) => rows.map((row) => row[column]).filter((value) => !Number.isNaN(value));
        const floors = Float64Array.from(weights, (_, c) => Math.min(...present(c), 1e9));
        const ceilings = Float64Array.from(weights, (_, c) => Math.max(...present(c), floors[c] + 1));
        const scoring = { weights: Float64Array.from(weights), directions, floors, ceilings };
        const bounds = boundsFromCutoffs(Float64Array.from(cutoffs));
        const tierWith = (list: number[][], row: number) =>
          tierOfScore(score(minMax(matrix(list), scoring), { weights: scoring.weights, missing: "skip" }, new RowErrors())[row], bounds);
        next(rows, scoring, cutoffs).forEach((answer, row) => {
          if (answer.kind === "reach") {
            const changed = rows.map((figures, r) => (r === row ? figures.map((v, c) => (c === answer.criterion ? answer.value : v)) : figures));
            expect(tierWith(changed, row)).toBeLessThanOrEqual(answer.tier);
            expect(tierWith(rows, row)).toBeGreaterThan(answer.tier);
          }
          // Each of the ways reaches it, and the one answered for all accounts is the first.
          const ways = waysToNextTier(matrix(rows), scoring, bounds, row, new RowErrors());
          expect(ways[0]).toEqual(answer.kind === "reach" ? { criterion: answer.criterion, value: answer.value } : undefined);
          for (const way of ways) {
            const changed = rows.map((figures, r) => (r === row ? figures.map((v, c) => (c === way.criterion ? way.value : v)) : figures));
            expect(tierWith(changed, row)).toBeLessThan(tierWith(rows, row));
          }
          if (answer.kind === "none") {
            rows[row].forEach((value, column) => {
              if (Number.isNaN(value)) return;
              const ideal = directions[column] === 1 ? ceilings[column] : floors[column];
              const changed = rows.map((figures, r) => (r === row ? figures.map((v, c) => (c === column ? ideal : v)) : figures));
              expect(tierWith(changed, row)).toBeGreaterThan(answer.tier);
            });
          }
        });
      }),
      { numRuns: 1000 },
    );
  });
});
