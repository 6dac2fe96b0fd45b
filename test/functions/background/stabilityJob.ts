import { StabilityDraws, type StabilityJob } from "../../../src/core/tiering/stabilityDraws";

/** A job of `testCount` accounts on the edge of their tier, each with a different criterion in its favour. */
export function edgeJob(testCount: number, drawCount: number): StabilityJob {
  const columnCount = 4;
  const distances = Float64Array.from({ length: testCount * columnCount }, (_, i) => ((i * 7919) % 13) / 13 - 0.47);
  return {
    tests: { columnCount, distances, accounts: Int32Array.from({ length: testCount }, (_, test) => test) },
    weights: Float64Array.of(0.4, 0.3, 0.2, 0.1),
    spread: 0.5,
    drawCount,
    seed: 11,
  };
}

/** The failures of a job counted in one go, as plain numbers. */
export function countedAtOnce(job: StabilityJob): number[] {
  const draws = new StabilityDraws(job);
  while (!draws.step());
  return Array.from(draws.failures);
}
