import type { Model } from "../../../sheets/model/model";
import { Problem } from "../../problems";
import type { AccountAnswer } from "../accountAnswer";
import type { Preview } from "../preview";
import { TieringSession, type ResultColumns, type SessionData, type Wishes } from "../tieringSession";
import { runInSlices, Stopped, type Cancelable } from "./runSteps";
import { tieringProblem } from "./serveTiering";
import type { TieringAnswer, TieringRequest } from "./tieringMessages";

/** The part of a worker that is used, so that tests can put another in its place. */
export interface WorkerLike {
  onmessage: ((event: { readonly data: TieringAnswer }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(request: TieringRequest): void;
  terminate(): void;
}

/** Computes portfolios without freezing the pane. */
export interface TieringEngine {
  /** What the following questions are about. */
  load(session: SessionData): void;
  /** Refused with a Problem when the model cannot be applied, with `Stopped` when it was cancelled. */
  preview(model: Model): Cancelable<Preview>;
  explain(model: Model, account: number): Cancelable<AccountAnswer>;
  columns(model: Model, wishes: Wishes): Cancelable<ResultColumns>;
}

/** Leaves time to draw in every frame of 16 ms. */
const PANE_SLICE_MS = 12;

/** A worker that has not said it is ready by then cannot load. */
const READY_WITHIN_MS = 5000;

/** Computes on the pane's own thread, in slices. */
export function slicedEngine(): TieringEngine {
  let session: TieringSession | undefined;
  const loaded = () => {
    if (!session) throw new Error("no list was loaded");
    return session;
  };
  const asked = <T>(run: Cancelable<T>): Cancelable<T> => ({
    cancel: run.cancel,
    result: run.result.catch((thrown: unknown) => {
      throw thrown instanceof Stopped ? thrown : tieringProblem(thrown);
    }),
  });
  return {
    load: (data) => void (session = new TieringSession(data)),
    preview: (model) => asked(runInSlices(loaded().preview(model), PANE_SLICE_MS)),
    explain: (model, account) => asked(runInSlices(loaded().explain(model, account), PANE_SLICE_MS)),
    columns: (model, wishes) => asked(runInSlices(loaded().columns(model, wishes), PANE_SLICE_MS)),
  };
}

interface Waiting {
  readonly request: TieringRequest & { readonly id: number };
  readonly resolve: (answer: never) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Computes in a worker that is started at the first question; where none can be had, in slices on this thread. The
 * results are the same.
 */
export class WorkerEngine implements TieringEngine {
  private worker: WorkerLike | undefined;
  private here: TieringEngine | undefined;
  private session: SessionData | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private readonly replaced = new Map<number, Cancelable<unknown>>();
  private lastId = 0;

  constructor(private readonly start: () => WorkerLike) {}

  load(session: SessionData): void {
    this.session = session;
    this.here?.load(session);
    if (this.worker) this.post({ kind: "load", session });
  }

  preview(model: Model): Cancelable<Preview> {
    return this.ask<Preview>((id) => ({ kind: "preview", id, model }));
  }

  explain(model: Model, account: number): Cancelable<AccountAnswer> {
    return this.ask<AccountAnswer>((id) => ({ kind: "explain", id, model, account }));
  }

  columns(model: Model, wishes: Wishes): Cancelable<ResultColumns> {
    return this.ask<ResultColumns>((id) => ({ kind: "columns", id, model, wishes }));
  }

  private ask<T>(requestOf: (id: number) => TieringRequest & { readonly id: number }): Cancelable<T> {
    const id = ++this.lastId;
    const request = requestOf(id);
    const result = new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { request, resolve: resolve as Waiting["resolve"], reject });
      if (!this.here && !this.worker) this.tryStart();
      if (this.here) this.computeHere(id);
      else this.post(request);
    });
    const cancel = () => {
      const waiting = this.waiting.get(id);
      if (!waiting) return;
      this.waiting.delete(id);
      this.replaced.get(id)?.cancel();
      if (this.worker) this.post({ kind: "cancel", id });
      waiting.reject(new Stopped("stopped"));
    };
    return { result, cancel };
  }

  private post(request: TieringRequest): void {
    try {
      this.worker?.postMessage(request);
    } catch {
      this.giveUp();
    }
  }

  private tryStart(): void {
    let worker: WorkerLike;
    try {
      worker = this.start();
    } catch {
      return this.giveUp();
    }
    this.worker = worker;
    const tooLate = setTimeout(() => this.giveUp(), READY_WITHIN_MS);
    worker.onerror = () => {
      clearTimeout(tooLate);
      this.giveUp();
    };
    worker.onmessage = ({ data: answer }) => {
      if (answer.kind === "ready") return clearTimeout(tooLate);
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if (answer.kind === "preview") waiting?.resolve(answer.preview as never);
      else if (answer.kind === "explained") waiting?.resolve(answer.answer as never);
      else if (answer.kind === "columns") waiting?.resolve(answer.columns as never);
      else waiting?.reject(new Problem(answer.problem.code, answer.problem.message, answer.problem.nextStep, answer.problem.details));
    };
    if (this.session) this.post({ kind: "load", session: this.session });
  }

  /** From now on everything is computed on this thread, what waits included. */
  private giveUp(): void {
    this.worker?.terminate();
    this.worker = undefined;
    if (this.here) return;
    this.here = slicedEngine();
    if (this.session) this.here.load(this.session);
    for (const id of this.waiting.keys()) this.computeHere(id);
  }

  private computeHere(id: number): void {
    const waiting = this.waiting.get(id);
    const { here } = this;
    if (!waiting || !here) return;
    const { request } = waiting;
    const run = answerOf(here, request);
    if (!run) return;
    this.replaced.set(id, run);
    run.result
      .then((answer) => waiting.resolve(answer as never), (thrown: Error) => waiting.reject(thrown))
      .finally(() => {
        this.waiting.delete(id);
        this.replaced.delete(id);
      });
  }
}

function answerOf(engine: TieringEngine, request: TieringRequest): Cancelable<unknown> | undefined {
  switch (request.kind) {
    case "preview":
      return engine.preview(request.model);
    case "explain":
      return engine.explain(request.model, request.account);
    case "columns":
      return engine.columns(request.model, request.wishes);
    default:
      return undefined;
  }
}
