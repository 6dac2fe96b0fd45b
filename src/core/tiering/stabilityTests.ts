import type { Matrix } from "../numbers/matrix";
import { NO_TIER, type TierBounds, type TierPlaces } from "./tierBounds";

/**
 * Everything the draws need, in plain blocks that can be posted to a worker. An account keeps its tier in a draw when
 * its score stays at or above the tier's own bound and below the bound of the tier above. Both are of the form
 * "Σ drawn weight × distance from the bound is not negative": the sum of the drawn weights cancels, and a criterion the
 * account has no value for counts with distance zero. So one test is one row of distances, and a draw fails it when the
 * weighted sum falls below zero.
 */
export interface StabilityTests {
  readonly columnCount: number;
  /** Distances in scores of 0 to 1, one row of `columnCount` per test. */
  readonly distances: Float64Array;
  /** The account each test belongs to. Two tests of one account never fail together: no score is in both directions off. */
  readonly accounts: Int32Array;
}

/** How far, in scores of 0 to 1, a score may pass a bound before that counts: the noise of double precision. */
export const SCORE_NOISE = 1e-12;

/**
 * The tests whose outcome depends on the draw. A test that holds even with the worst factors inside
 * [1 - spread, 1 + spread] always holds and is left out; most accounts lie well inside their tier and need no draw.
 *
 * @param shares criteria values 0..1, NaN where the account is scored without that criterion
 * @param weights weights that sum to 1
 * @param bounds tier bounds in scores of 0 to 1
 * @param places the tier of each account with the weights as they are
 */
export function contestedTests(shares: Matrix, weights: Float64Array, bounds: TierBounds, places: TierPlaces, spread: number): StabilityTests {
  const { columnCount, rowCount, values } = shares;
  const collected = new TestCollector(columnCount, weights, spread);
  for (let row = 0; row < rowCount; row++) {
    const place = places[row];
    if (place === NO_TIER) continue;
    if (place < bounds.length) collected.add(row, values, bounds[place], 1);
    if (place > 0) collected.add(row, values, bounds[place - 1], -1);
  }
  return collected.tests();
}

class TestCollector {
  private distances: Float64Array;
  private accounts = new Int32Array(64);
  private count = 0;

  constructor(
    private readonly columnCount: number,
    private readonly weights: Float64Array,
    private readonly spread: number,
  ) {
    this.distances = new Float64Array(64 * columnCount);
  }

  /** Adds the test that an account stays on its side of a bound: above it (1) or below it (-1), if a draw can fail it. */
  add(account: number, shares: Float64Array, bound: number, side: 1 | -1): void {
    if (this.count === this.accounts.length) this.grow();
    const from = account * this.columnCount;
    const to = this.count * this.columnCount;
    let weight = 0;
    for (let column = 0; column < this.columnCount; column++) {
      const share = shares[from + column];
      if (share === share) weight += this.weights[column];
    }
    // Divided by the weight the account is scored with, so that the weighted sum is in scores, as the noise is.
    const scale = side / weight;
    let worst = 0;
    for (let column = 0; column < this.columnCount; column++) {
      const share = shares[from + column];
      const distance = share === share ? (share - bound) * scale : 0;
      this.distances[to + column] = distance;
      worst += this.weights[column] * distance * (distance > 0 ? 1 - this.spread : 1 + this.spread);
    }
    if (worst < -SCORE_NOISE) this.accounts[this.count++] = account;
  }

  tests(): StabilityTests {
    return {
      columnCount: this.columnCount,
      distances: this.distances.slice(0, this.count * this.columnCount),
      accounts: this.accounts.slice(0, this.count),
    };
  }

  private grow(): void {
    const accounts = new Int32Array(this.accounts.length * 2);
    accounts.set(this.accounts);
    this.accounts = accounts;
    const distances = new Float64Array(this.distances.length * 2);
    distances.set(this.distances);
    this.distances = distances;
  }
}
