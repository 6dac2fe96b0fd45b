import type { StabilityAnswer, StabilityRequest } from "../../../src/functions/background/stabilityMessages";
import { countFailures } from "../../../src/functions/background/countFailures";
import { serveStability } from "../../../src/functions/background/serveStability";
import { StabilityWorker, type WorkerLike } from "../../../src/functions/background/stabilityWorker";
import { countedAtOnce, edgeJob } from "./stabilityJob";

const large = edgeJob(20_000, 256);

/** A worker in the same thread: messages are cloned and arrive later, as between threads. */
class NearWorker implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  readonly asked: StabilityRequest["kind"][] = [];
  terminated = false;
  private listener: ((event: { readonly data: StabilityRequest }) => void) | null = null;

  constructor() {
    setImmediate(() =>
      serveStability({
        addEventListener: (_, listener) => (this.listener = listener),
        postMessage: (answer: StabilityAnswer) => setImmediate(() => this.onmessage?.({ data: structuredClone(answer) })),
      }),
    );
  }

  postMessage(request: StabilityRequest): void {
    this.asked.push(request.kind);
    const copy = structuredClone(request);
    setImmediate(() => setImmediate(() => this.listener?.({ data: copy })));
  }

  terminate(): void {
    this.terminated = true;
  }
}

function nearWorker(): { readonly started: NearWorker[]; readonly worker: StabilityWorker } {
  const started: NearWorker[] = [];
  const start = () => {
    started.push(new NearWorker());
    return started[started.length - 1] as NearWorker;
  };
  return { started, worker: new StabilityWorker(start) };
}

test("large jobs go to one worker, which answers each with the counts one go gives", async () => {
  const { started, worker } = nearWorker();
  const other = { ...large, seed: 12 };
  const [first, second] = await Promise.all([countFailures(large, worker).result, countFailures(other, worker).result]);
  expect(Array.from(first)).toEqual(countedAtOnce(large));
  expect(Array.from(second)).toEqual(countedAtOnce(other));
  expect(started).toHaveLength(1);
  expect(started[0]?.asked).toEqual(["count", "count"]);
});

test("small jobs start no worker", async () => {
  const { started, worker } = nearWorker();
  const job = edgeJob(10, 100);
  expect(Array.from(await countFailures(job, worker).result)).toEqual(countedAtOnce(job));
  expect(started).toHaveLength(0);
});

test("canceling tells the worker and refuses only that job", async () => {
  const { started, worker } = nearWorker();
  const canceled = countFailures({ ...large, drawCount: 100_000 }, worker);
  const kept = countFailures(large, worker);
  canceled.cancel();
  await expect(canceled.result).rejects.toMatchObject({ code: "noAnswer" });
  expect(Array.from(await kept.result)).toEqual(countedAtOnce(large));
  expect(started[0]?.asked).toEqual(["count", "count", "cancel"]);
});

describe("without a working worker the job is done here", () => {
  const expected = countedAtOnce(large);

  test("when none can be created", async () => {
    const worker = new StabilityWorker(() => {
      throw new Error("blocked by the page's policy");
    });
    expect(Array.from(await countFailures(large, worker).result)).toEqual(expected);
  });

  test("when its script fails", async () => {
    const { started, worker } = nearWorker();
    const run = countFailures(large, worker);
    started[0]?.onerror?.(new Error("not found"));
    expect(Array.from(await run.result)).toEqual(expected);
    expect(started[0]?.terminated).toBe(true);
    // The next job does not try again.
    expect(Array.from(await countFailures(large, worker).result)).toEqual(expected);
    expect(started).toHaveLength(1);
  });

  test("when it never says that it is ready", async () => {
    jest.useFakeTimers({ doNotFake: ["performance"] });
    const silent: WorkerLike = { onmessage: null, onerror: null, postMessage: () => undefined, terminate: () => undefined };
    const run = countFailures(large, new StabilityWorker(() => silent));
    const settled = run.result.then((failures) => Array.from(failures));
    await jest.advanceTimersByTimeAsync(6000);
    jest.useRealTimers();
    expect(await settled).toEqual(expected);
  });

  test("and can still be canceled", async () => {
    const worker = new StabilityWorker(() => {
      throw new Error("blocked");
    });
    const run = countFailures({ ...large, drawCount: 100_000 }, worker);
    await new Promise((resolve) => setImmediate(resolve));
    run.cancel();
    await expect(run.result).rejects.toMatchObject({ code: "noAnswer" });
  });
});
