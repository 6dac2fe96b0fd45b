import { CalculationError } from "../../core/errors";
import { StabilityDraws, type StabilityJob } from "../../core/tiering/stabilityDraws";

/** Work that goes on in the background and can be stopped. */
export interface Cancelable<T> {
  readonly result: Promise<T>;
  /** Stops the work; the result is then refused. */
  cancel(): void;
}

/** On the thread that also draws the pane: leaves time to draw in every frame of 16 ms, far below the 50 ms one notices. */
export const PANE_SLICE_MS = 12;

export function canceledError(): CalculationError {
  return new CalculationError("noAnswer", "canceled before all draws were done");
}

/** Milliseconds from some fixed moment; engines without a performance clock still have the date. */
function now(): number {
  return typeof performance === "undefined" ? Date.now() : performance.now();
}

/**
 * Counts the failures of a job in slices of at most about `sliceMs`, giving the thread back in between. The first slice
 * is a single step, because the task it starts in has already read the arguments. An engine without timers has no pane
 * that could freeze; there the work is done in one go.
 */
export function countInSlices(job: StabilityJob, sliceMs: number): Cancelable<Int32Array> {
  const draws = new StabilityDraws(job);
  let canceled = false;
  const result = new Promise<Int32Array>((resolve, reject) => {
    const slice = (length: number) => {
      const end = typeof setTimeout === "function" ? now() + length : Infinity;
      while (!canceled) {
        if (draws.step()) return resolve(draws.failures);
        if (now() >= end) return void setTimeout(slice, 0, sliceMs);
      }
      reject(canceledError());
    };
    slice(0);
  });
  return { result, cancel: () => void (canceled = true) };
}
