import { countInSlices, type Cancelable } from "./stabilitySlices";
import type { StabilityAnswer, StabilityRequest } from "./stabilityMessages";

/** The part of a worker's global scope that is used. */
export interface WorkerScope {
  addEventListener(type: "message", listener: (event: { readonly data: StabilityRequest }) => void): void;
  postMessage(answer: StabilityAnswer): void;
}

/** Nothing is drawn on a worker's thread; slices only let it hear that a job was canceled. */
const WORKER_SLICE_MS = 100;

/** Answers stability jobs in a worker, several at a time if need be. */
export function serveStability(scope: WorkerScope): void {
  const running = new Map<number, Cancelable<Int32Array>>();
  scope.addEventListener("message", ({ data: request }) => {
    if (request.kind === "cancel") {
      running.get(request.id)?.cancel();
      return;
    }
    const { id } = request;
    const run = countInSlices(request.job, WORKER_SLICE_MS);
    running.set(id, run);
    run.result.then(
      (failures) => {
        running.delete(id);
        scope.postMessage({ kind: "counted", id, failures });
      },
      // The asking side refuses a canceled job by itself.
      () => running.delete(id),
    );
  });
  scope.postMessage({ kind: "ready" });
}
