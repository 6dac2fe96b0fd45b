import { countInSlices } from "../../../src/functions/background/stabilitySlices";
import { countedAtOnce, edgeJob } from "./stabilityJob";

test("gives the thread back between slices and counts the same as in one go", async () => {
  const job = edgeJob(20_000, 256);
  let turns = 0;
  const turn = () => {
    turns++;
    timer = setImmediate(turn);
  };
  let timer = setImmediate(turn);
  // A slice of no length: every step is followed by a pause.
  const failures = await countInSlices(job, 0).result;
  clearImmediate(timer);
  expect(turns).toBeGreaterThan(3);
  expect(Array.from(failures)).toEqual(countedAtOnce(job));
});

test("canceling stops the work and refuses the result", async () => {
  const run = countInSlices(edgeJob(20_000, 100_000), 0);
  run.cancel();
  await expect(run.result).rejects.toMatchObject({ code: "noAnswer", message: "canceled before all draws were done" });
});

test("an engine without timers, clocks or workers gets its answer in one go", async () => {
  const job = edgeJob(5000, 200);
  const { setTimeout: timer, performance: clock } = globalThis;
  Object.assign(globalThis, { setTimeout: undefined, performance: undefined });
  try {
    const run = countInSlices(job, 0);
    expect(Array.from(await run.result)).toEqual(countedAtOnce(job));
  } finally {
    Object.assign(globalThis, { setTimeout: timer, performance: clock });
  }
});
