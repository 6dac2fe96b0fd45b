import { SCORE_NOISE, type StabilityTests } from "./stabilityTests";

/** One Monte Carlo job, plain data that can be posted to a worker. */
export interface StabilityJob {
  readonly tests: StabilityTests;
  /** Weights that sum to 1. */
  readonly weights: Float64Array;
  readonly spread: number;
  readonly drawCount: number;
  readonly seed: number;
}

/** Draws worked on together: their weights (64 × 8 criteria × 8 bytes) stay in the processor's first cache. */
const BLOCK = 64;

/**
 * Multiplications per step, the grain in which a slice of time can be kept: about 0.2 ms, and still few milliseconds
 * while the engine has not yet compiled the loop.
 */
const STEP_WORK = 100_000;

/** Uniform numbers in [0, 1), the same for the same seed everywhere (mulberry32, public domain). */
export function uniformNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Counts in how many draws each test fails, in small steps, so that the caller decides where and when the time is
 * spent. The factors come in one fixed order, so the counts do not depend on how the steps are cut.
 */
export class StabilityDraws {
  /** Failed draws per test; complete once `step` has answered true. */
  readonly failures: Int32Array;
  private readonly uniform: () => number;
  /** Weights of the current block, per criterion one run of `BLOCK` draws. */
  private readonly block: Float64Array;
  private drawsBegun = 0;
  private nextTest: number;

  constructor(private readonly job: StabilityJob) {
    this.failures = new Int32Array(job.tests.accounts.length);
    this.uniform = uniformNumbers(job.seed);
    this.block = new Float64Array(job.weights.length * BLOCK);
    this.nextTest = this.failures.length;
  }

  /** Does the next piece of work; true when nothing is left. */
  step(): boolean {
    const testCount = this.failures.length;
    if (testCount === 0) return true;
    if (this.nextTest === testCount) {
      this.drawBlock();
      this.nextTest = 0;
    }
    const size = Math.max(1, Math.floor(STEP_WORK / this.block.length));
    const end = Math.min(testCount, this.nextTest + size);
    this.countBlock(this.nextTest, end);
    this.nextTest = end;
    return end === testCount && this.drawsBegun >= this.job.drawCount;
  }

  /** Draws past the last one get weights of zero, which fail no test. */
  private drawBlock(): void {
    const { weights, spread, drawCount } = this.job;
    for (let draw = 0; draw < BLOCK; draw++) {
      const real = this.drawsBegun + draw < drawCount;
      for (let column = 0; column < weights.length; column++) {
        this.block[column * BLOCK + draw] = real ? weights[column] * (1 + spread * (2 * this.uniform() - 1)) : 0;
      }
    }
    this.drawsBegun += BLOCK;
  }

  /** Four draws at a time: each distance is read once for four independent sums. */
  private countBlock(from: number, to: number): void {
    const { distances, columnCount } = this.job.tests;
    const { block, failures } = this;
    for (let test = from; test < to; test++) {
      const row = test * columnCount;
      let failed = 0;
      for (let draw = 0; draw < BLOCK; draw += 4) {
        let a = 0;
        let b = 0;
        let c = 0;
        let d = 0;
        for (let column = 0, at = draw; column < columnCount; column++, at += BLOCK) {
          const distance = distances[row + column];
          a += distance * block[at];
          b += distance * block[at + 1];
          c += distance * block[at + 2];
          d += distance * block[at + 3];
        }
        if (a < -SCORE_NOISE) failed++;
        if (b < -SCORE_NOISE) failed++;
        if (c < -SCORE_NOISE) failed++;
        if (d < -SCORE_NOISE) failed++;
      }
      failures[test] += failed;
    }
  }
}

/** In what share of the draws each account keeps its tier; 1 for an account no draw can move. */
export function keptShares(accountCount: number, tests: StabilityTests, failures: Int32Array, drawCount: number): Float64Array {
  const failed = new Int32Array(accountCount);
  tests.accounts.forEach((account, test) => (failed[account] += failures[test]));
  return Float64Array.from(failed, (count) => (drawCount - count) / drawCount);
}
