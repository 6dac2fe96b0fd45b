import { CalculationError } from "../../../core/errors";
import { asProblem, Problem } from "../../problems";
import type { Steps } from "../steps";
import { TieringSession } from "../tieringSession";
import { runInSlices, Stopped, type Cancelable } from "./runSteps";
import type { PostedProblem, TieringAnswer, TieringRequest } from "./tieringMessages";

/** The part of a worker's global scope that is used. */
export interface WorkerScope {
  addEventListener(type: "message", listener: (event: { readonly data: TieringRequest }) => void): void;
  postMessage(answer: TieringAnswer, transfer?: Transferable[]): void;
}

/** Nothing is drawn on a worker's thread; slices only let it hear that a question was cancelled. */
const WORKER_SLICE_MS = 50;

/** Answers questions about the list it was given last. */
export function serveTiering(scope: WorkerScope): void {
  const running = new Map<number, Cancelable<unknown>>();
  let session: TieringSession | undefined;

  function answer<T>(id: number, steps: Steps<T>, post: (result: T) => void): void {
    const run = runInSlices(steps, WORKER_SLICE_MS);
    running.set(id, run);
    run.result.then(post, (thrown: unknown) => {
      if (!(thrown instanceof Stopped)) scope.postMessage({ kind: "failed", id, problem: postedProblem(thrown) });
    }).finally(() => running.delete(id));
  }

  scope.addEventListener("message", ({ data: request }) => {
    if (request.kind === "load") session = new TieringSession(request.session);
    else if (request.kind === "cancel") running.get(request.id)?.cancel();
    else if (!session) scope.postMessage({ kind: "failed", id: request.id, problem: postedProblem(new Error("no list was loaded")) });
    else if (request.kind === "preview") {
      const { id } = request;
      answer(id, session.preview(request.model), (preview) => scope.postMessage({ kind: "preview", id, preview }));
    } else if (request.kind === "explain") {
      const { id } = request;
      answer(id, session.explain(request.model, request.account), (explained) => scope.postMessage({ kind: "explained", id, answer: explained }));
    } else {
      const { id } = request;
      answer(id, session.columns(request.model, request.wishes), (columns) => scope.postMessage({ kind: "columns", id, columns }));
    }
  });
  scope.postMessage({ kind: "ready" });
}

/** Rules the core refuses are faults of the model, in words that name the line. */
export function tieringProblem(thrown: unknown): Problem {
  if (!(thrown instanceof CalculationError)) return asProblem(thrown);
  return new Problem("modelFaulty", `The model cannot be applied: ${thrown.message}.`, "Correct the model (steps 2 and 3), then try again.");
}

function postedProblem(thrown: unknown): PostedProblem {
  const { code, message, nextStep, details } = tieringProblem(thrown);
  return { code, message, nextStep, details };
}
