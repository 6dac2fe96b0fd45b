import fc from "fast-check";
import { contestedTests, SCORE_NOISE } from "../../../src/core/tiering/stabilityTests";
import { keptShares, StabilityDraws, uniformNumbers, type StabilityJob } from "../../../src/core/tiering/stabilityDraws";
import { tierOfScore } from "../../../src/core/tiering/tierBounds";

interface Portfolio {
  readonly rows: readonly (readonly number[])[];
  readonly shares: readonly number[];
  readonly bounds: readonly number[];
}

/** Score of one account: the weighted mean over the criteria it has. */
function scoreOf(row: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let weight = 0;
  row.forEach((value, j) => {
    if (Number.isNaN(value)) return;
    sum += value * weights[j];
    weight += weights[j];
  });
  return sum / weight;
}

function jobOf({ rows, shares, bounds }: Portfolio, spread: number, drawCount: number, seed: number): StabilityJob {
  const weights = Float64Array.from(shares);
  const shareMatrix = { rowCount: rows.length, columnCount: shares.length, values: Float64Array.from(rows.flat()) };
  const places = Int32Array.from(rows, (row) => tierOfScore(scoreOf(row, shares), Float64Array.from(bounds)));
  return { tests: contestedTests(shareMatrix, weights, Float64Array.from(bounds), places, spread), weights, spread, drawCount, seed };
}

function kept(portfolio: Portfolio, spread: number, drawCount = 200, seed = 1): number[] {
  const job = jobOf(portfolio, spread, drawCount, seed);
  const draws = new StabilityDraws(job);
  while (!draws.step());
  return Array.from(keptShares(portfolio.rows.length, job.tests, draws.failures, drawCount));
}

function drawnWeights({ shares }: Portfolio, spread: number, drawCount: number, seed: number): number[][] {
  const uniform = uniformNumbers(seed);
  return Array.from({ length: drawCount }, () => shares.map((share) => share * (1 + spread * (2 * uniform() - 1))));
}

/** Whether a draw ends on a cut-off but for the noise of double precision, which may then decide either way. */
function endsOnCutoff({ rows, shares, bounds }: Portfolio, draws: readonly number[][]): boolean {
  const weightOf = (row: readonly number[], weights: readonly number[]) => weights.reduce((sum, weight, j) => sum + (Number.isNaN(row[j]) ? 0 : weight), 0);
  return rows.some((row) =>
    draws.some((weights) => bounds.some((bound) => (Math.abs(scoreOf(row, weights) - bound) * weightOf(row, weights)) / weightOf(row, shares) < 2 * SCORE_NOISE)),
  );
}

/** The definition: draw the weights, score, and look at the tier again. */
function byScoring(portfolio: Portfolio, spread: number, drawCount: number, seed: number): number[] {
  const { rows, shares, bounds } = portfolio;
  const draws = drawnWeights(portfolio, spread, drawCount, seed);
  const limits = Float64Array.from(bounds);
  return rows.map((row) => {
    const place = tierOfScore(scoreOf(row, shares), limits);
    return draws.filter((weights) => tierOfScore(scoreOf(row, weights), limits) === place).length / drawCount;
  });
}

describe("stability of tiers", () => {
  test("two criteria of equal weight: the account on the edge stays in half of the draws", () => {
    // Values 1 and 0: the score is u1 / (u1 + u2), at least 0.5 when u1 >= u2, which is as likely as not.
    const [share] = kept({ rows: [[1, 0]], shares: [0.5, 0.5], bounds: [0.5] }, 0.2, 20_000);
    expect(share).toBeGreaterThan(0.48);
    expect(share).toBeLessThan(0.52);
  });

  test("an account no draw can move is 1 and needs no draws", () => {
    // The least score of 0.9 and 0.7 is above 0.7 whatever the weights.
    const portfolio = { rows: [[0.9, 0.7]], shares: [0.5, 0.5], bounds: [0.6] };
    expect(jobOf(portfolio, 1, 10, 1).tests.accounts).toHaveLength(0);
    expect(kept(portfolio, 1)).toEqual([1]);
  });

  test("an account whose every value is exactly on the cut-off keeps its tier in every draw", () => {
    expect(kept({ rows: [[0.7, 0.7, 0.7]], shares: [0.2, 0.3, 0.5], bounds: [0.7] }, 0.9, 1000)).toEqual([1]);
  });

  test("a criterion the account has no value for does not move it", () => {
    expect(kept({ rows: [[0.8, NaN]], shares: [0.5, 0.5], bounds: [0.8] }, 0.9)).toEqual([1]);
  });

  test("the same seed gives the same draws, another seed others", () => {
    const portfolio = { rows: [[1, 0.2], [0.4, 0.9]], shares: [0.5, 0.5], bounds: [0.6] };
    expect(kept(portfolio, 0.5, 500, 7)).toEqual(kept(portfolio, 0.5, 500, 7));
    expect(kept(portfolio, 0.5, 500, 7)).not.toEqual(kept(portfolio, 0.5, 500, 8));
  });

  test("a large job comes in many steps and counts every draw once", () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [(i % 10) / 10, ((i * 7) % 10) / 10, 0.5, 0.1, 0.9, 0.3, 0.2, 0.8]);
    const portfolio = { rows, shares: new Array(8).fill(0.125), bounds: [0.5] };
    const job = jobOf(portfolio, 0.5, 130, 3);
    const draws = new StabilityDraws(job);
    let steps = 1;
    while (!draws.step()) steps++;
    expect(steps).toBeGreaterThan(3);
    expect(Array.from(keptShares(rows.length, job.tests, draws.failures, 130))).toEqual(byScoring(portfolio, 0.5, 130, 3));
  });
});

describe("laws of stability", () => {
  const value = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(NaN));
  const portfolio: fc.Arbitrary<Portfolio> = fc.integer({ min: 1, max: 10 }).chain((columns) =>
    fc.record({
      rows: fc.array(
        fc.array(value, { minLength: columns, maxLength: columns }).filter((row) => row.some((v) => !Number.isNaN(v))),
        { minLength: 1, maxLength: 12 },
      ),
      shares: fc
        .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: columns, maxLength: columns })
        .map((weights) => weights.map((w) => w / weights.reduce((a, b) => a + b, 0))),
      bounds: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 3 }).map((list) => list.sort((a, b) => b - a)),
    }),
  );

  test("spread 0 is exactly 1", () => {
    fc.assert(fc.property(portfolio, (p) => kept(p, 0, 5).every((share) => share === 1)));
  });

  test("the shares are those of scoring every draw anew, up to draws that end exactly on a cut-off", () => {
    fc.assert(
      fc.property(portfolio, fc.double({ min: 0.05, max: 1, noNaN: true }), (p, spread) => {
        // Values equal to a cut-off are decided by the last digit when scored anew; the other tests look at those.
        fc.pre(p.rows.every((row) => row.every((v) => p.bounds.every((b) => !(Math.abs(v - b) < 1e-9)))));
        fc.pre(!endsOnCutoff(p, drawnWeights(p, spread, 70, 1)));
        expect(kept(p, spread, 70)).toEqual(byScoring(p, spread, 70, 1));
      }),
      { numRuns: 300 },
    );
  });
});
