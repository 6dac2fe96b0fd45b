import type { Steps } from "../steps";

/** Work that goes on in the background and can be stopped. */
export interface Cancelable<T> {
  readonly result: Promise<T>;
  /** Stops the work; the result is then refused with `Stopped`. */
  cancel(): void;
}

export class Stopped extends Error {}

/**
 * Runs work in slices of at most about `sliceMs`, giving the thread back in between. How long a slice can really get
 * depends on the longest single step.
 */
export function runInSlices<T>(steps: Steps<T>, sliceMs: number): Cancelable<T> {
  let stopped = false;
  const result = new Promise<T>((resolve, reject) => {
    const slice = () => {
      const end = performance.now() + sliceMs;
      try {
        while (!stopped) {
          const next = steps.next();
          if (next.done) return resolve(next.value);
          if (performance.now() >= end) return void setTimeout(slice, 0);
        }
        reject(new Stopped("stopped"));
      } catch (thrown) {
        reject(thrown as Error);
      }
    };
    setTimeout(slice, 0);
  });
  return { result, cancel: () => void (stopped = true) };
}
