import type { StabilityJob } from "../../core/tiering/stabilityDraws";
import { ownScriptAddress } from "./ownScript";
import { countInSlices, PANE_SLICE_MS, type Cancelable } from "./stabilitySlices";
import { StabilityWorker, WorkerUnavailable, type WorkerLike } from "./stabilityWorker";

/** Multiplications that end sooner here (some 10 ms) than a worker hears of them. */
const SMALL_WORK = 5_000_000;

function worker(address: string): StabilityWorker {
  return new StabilityWorker(() => new Worker(address) as WorkerLike);
}

const ownWorker = ownScriptAddress === null || typeof Worker === "undefined" ? null : worker(ownScriptAddress);

/**
 * Counts the failed draws of every test without freezing the pane: small jobs at once, large ones in a worker, or in
 * slices of 12 ms where no worker can be had. The counts are the same everywhere.
 */
export function countFailures(job: StabilityJob, inWorker: StabilityWorker | null = ownWorker): Cancelable<Int32Array> {
  const work = job.tests.distances.length * job.drawCount;
  if (inWorker === null || work <= SMALL_WORK) return countInSlices(job, PANE_SLICE_MS);
  let run = inWorker.count(job);
  let canceled = false;
  const result = run.result.catch((reason: unknown) => {
    if (canceled || !(reason instanceof WorkerUnavailable)) throw reason;
    run = countInSlices(job, PANE_SLICE_MS);
    return run.result;
  });
  return {
    result,
    cancel: () => {
      canceled = true;
      run.cancel();
    },
  };
}
