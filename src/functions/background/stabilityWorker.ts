import type { StabilityJob } from "../../core/tiering/stabilityDraws";
import type { StabilityAnswer, StabilityRequest } from "./stabilityMessages";
import { canceledError, type Cancelable } from "./stabilitySlices";

/** The part of a worker that is used, so that tests can put another in its place. */
export interface WorkerLike {
  onmessage: ((event: { readonly data: StabilityAnswer }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(request: StabilityRequest): void;
  terminate(): void;
}

/** Why the worker could not do a job; the job can still be done here. */
export class WorkerUnavailable extends Error {}

/** A worker that has not said it is ready by then runs something else, or cannot load. */
const READY_WITHIN_MS = 5000;

interface Waiting {
  readonly resolve: (failures: Int32Array) => void;
  readonly reject: (reason: Error) => void;
}

/** The asking side of one worker that is started at the first job and kept for the next ones. */
export class StabilityWorker {
  private worker: WorkerLike | "unavailable" | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  constructor(private readonly start: () => WorkerLike) {}

  count(job: StabilityJob): Cancelable<Int32Array> {
    const id = ++this.lastId;
    const result = new Promise<Int32Array>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.post({ kind: "count", id, job });
    });
    const cancel = () => {
      const waiting = this.waiting.get(id);
      if (waiting === undefined) return;
      this.waiting.delete(id);
      this.post({ kind: "cancel", id });
      waiting.reject(canceledError());
    };
    return { result, cancel };
  }

  private post(request: StabilityRequest): void {
    this.worker ??= this.tryStart();
    if (this.worker === "unavailable") return this.giveUp();
    try {
      this.worker.postMessage(request);
    } catch {
      this.giveUp();
    }
  }

  private tryStart(): WorkerLike | "unavailable" {
    let worker: WorkerLike;
    try {
      worker = this.start();
    } catch {
      return "unavailable";
    }
    const tooLate = setTimeout(() => this.giveUp(), READY_WITHIN_MS);
    worker.onerror = () => {
      clearTimeout(tooLate);
      this.giveUp();
    };
    worker.onmessage = ({ data: answer }) => {
      if (answer.kind === "ready") return clearTimeout(tooLate);
      this.waiting.get(answer.id)?.resolve(answer.failures);
      this.waiting.delete(answer.id);
    };
    return worker;
  }

  /** From now on no job goes to a worker; those that wait are told so. */
  private giveUp(): void {
    if (this.worker !== null && this.worker !== "unavailable") this.worker.terminate();
    this.worker = "unavailable";
    for (const waiting of this.waiting.values()) waiting.reject(new WorkerUnavailable("no worker could be started"));
    this.waiting.clear();
  }
}
