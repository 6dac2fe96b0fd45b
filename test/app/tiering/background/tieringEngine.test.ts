import { slicedEngine, WorkerEngine, type WorkerLike } from "../../../../src/app/tiering/background/tieringEngine";
import { Stopped } from "../../../../src/app/tiering/background/runSteps";
import { serveTiering, type WorkerScope } from "../../../../src/app/tiering/background/serveTiering";
import type { TieringRequest } from "../../../../src/app/tiering/background/tieringMessages";
import { readPortfolio } from "../../../../src/app/tiering/portfolioData";
import type { Model } from "../../../../src/sheets/model/model";

const model: Model = {
  version: 2,
  columns: [],
  criteria: [{ criterion: "Size", column: "Sales", weight: 1, direction: "higher", scale: "minmax", missing: "skip" }],
  gates: [],
  tiers: [{ tier: "A", from: 50, servicePromise: "" }, { tier: "B", servicePromise: "" }],
  settings: {},
};
const { data } = readPortfolio({ block: { row: 0, column: 0, values: [["ID", "Sales"], ["x", 1], ["y", 3], ["z", 9]] }, key: "ID" }, model);
const wishes = { stability: true, next: false };

/** A worker in the same thread; its messages are copied as a browser copies them. */
function workerHere(): WorkerLike & { readonly requests: TieringRequest[] } {
  const requests: TieringRequest[] = [];
  let listener: (event: { readonly data: TieringRequest }) => void = () => undefined;
  const worker: WorkerLike & { readonly requests: TieringRequest[] } = {
    requests,
    onmessage: null,
    onerror: null,
    postMessage: (request) => {
      requests.push(request);
      const copy = structuredClone(request);
      setTimeout(() => listener({ data: copy }), 0);
    },
    terminate: () => undefined,
  };
  const scope: WorkerScope = {
    addEventListener: (_type, added) => (listener = added),
    postMessage: (answer) => {
      const copy = structuredClone(answer);
      setTimeout(() => worker.onmessage?.({ data: copy }), 0);
    },
  };
  serveTiering(scope);
  return worker;
}

test("a worker gets the list once and answers as the pane itself would", async () => {
  const worker = workerHere();
  const engine = new WorkerEngine(() => worker);
  engine.load({ data });
  const preview = await engine.preview(model).result;
  const columns = await engine.columns(model, wishes).result;
  const explained = await engine.explain(model, 1).result;
  expect(worker.requests.map(({ kind }) => kind)).toEqual(["load", "preview", "columns", "explain"]);
  const here = slicedEngine();
  here.load({ data });
  expect(preview).toEqual(await here.preview(model).result);
  expect(columns).toEqual(await here.columns(model, wishes).result);
  expect(explained).toEqual(await here.explain(model, 1).result);
  expect([...columns.scores]).toEqual([0, 25, 100]);
});

test.each([
  ["cannot be started", (): WorkerLike => { throw new Error("refused"); }],
  ["fails while loading", (): WorkerLike => {
    const worker: WorkerLike = { onmessage: null, onerror: null, postMessage: () => undefined, terminate: () => undefined };
    setTimeout(() => worker.onerror?.(new Error("404")), 0);
    return worker;
  }],
  ["takes no messages", (): WorkerLike => ({ onmessage: null, onerror: null, postMessage: () => { throw new Error("no"); }, terminate: () => undefined })],
])("a worker that %s is replaced by slices on this thread", async (_what, start) => {
  const engine = new WorkerEngine(start);
  engine.load({ data });
  expect((await engine.preview(model).result).tiers.map(({ count }) => count)).toEqual([1, 2]);
  // Later questions do not ask for a worker again.
  expect((await engine.preview(model).result).accountCount).toBe(3);
});

test("a cancelled question is refused and the worker is told", async () => {
  const worker = workerHere();
  const engine = new WorkerEngine(() => worker);
  engine.load({ data });
  const run = engine.columns(model, wishes);
  run.cancel();
  await expect(run.result).rejects.toBeInstanceOf(Stopped);
  expect(worker.requests.map(({ kind }) => kind)).toEqual(["load", "columns", "cancel"]);
  const sliced = slicedEngine();
  sliced.load({ data });
  const here = sliced.preview(model);
  here.cancel();
  await expect(here.result).rejects.toBeInstanceOf(Stopped);
});

test("a model that cannot be applied is a problem in words, from wherever it is computed", async () => {
  const faulty: Model = { ...model, criteria: [{ ...model.criteria[0]!, weight: 0 }] };
  const gone: Model = { ...model, criteria: [{ ...model.criteria[0]!, column: "Revenue" }] };
  for (const engine of [new WorkerEngine(workerHere), slicedEngine()]) {
    engine.load({ data });
    await expect(engine.preview(faulty).result).rejects.toMatchObject({ name: "Problem", code: "modelFaulty", message: expect.stringContaining("weight") });
    await expect(engine.preview(gone).result).rejects.toMatchObject({ name: "Problem", code: "columnGone" });
  }
});
