import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

/*
 * Runs in a process of its own, so that one measurement does not warm up or fill the memory of another. Takes a task as
 * JSON and prints what it measured as JSON, or null when there is no such function.
 */

export interface Task {
  readonly what: "time" | "parse only" | "whole call";
  /** The functions as they ship. */
  readonly script: string;
  readonly functionId: string;
  /** File with the JSON text of the arguments. */
  readonly argumentsFile: string;
  /** File with the JSON text whose parsing is the floor; null = the arguments themselves. */
  readonly floorFile: string | null;
  readonly rounds: number;
}

/** Rounds that are not counted: the engine compiles what runs often. */
const WARM_UP_ROUNDS = 3;

type PublicFunction = (...args: unknown[]) => unknown;

/** What one process measured. Times in milliseconds, one entry per round; ratios are taken within a round. */
export interface Timing {
  readonly floor: number[];
  readonly call: number[];
  readonly whole: number[];
  readonly ownParse: number[];
  /** Longest stretch the thread was busy without a break. */
  readonly longestTask: number;
}

export interface Peak {
  readonly peakMegabytes: number;
}

class ExcelError {
  constructor(
    readonly code: string,
    readonly message = "",
  ) {}
}

/** The functions as they ship, registered with a stand-in for Excel's runtime. */
function loadFunctions(file: string): Map<string, PublicFunction> {
  const registered = new Map<string, PublicFunction>();
  Object.assign(globalThis, {
    CustomFunctions: {
      Error: ExcelError,
      ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" },
      associate: (id: string, call: PublicFunction) => registered.set(id, call),
    },
  });
  runInThisContext(readFileSync(file, "utf8"), { filename: file });
  return registered;
}

/**
 * Watches for breaks of the thread until stopped; answers the longest time without one. A break is a turn of the event
 * loop, in which a page could draw and answer clicks. Time in which the machine ran something else does not count: a
 * stretch is as long as the shorter of its wall clock and processor time.
 */
function watchTasks(): { stop(): number } {
  let longest = 0;
  let stopped = false;
  let wall = performance.now();
  let processor = process.cpuUsage();
  const take = () => {
    const used = process.cpuUsage(processor);
    longest = Math.max(longest, Math.min(performance.now() - wall, (used.user + used.system) / 1000));
    wall = performance.now();
    processor = process.cpuUsage();
  };
  const tick = () => {
    take();
    if (!stopped) setImmediate(tick);
  };
  setImmediate(tick);
  return {
    stop: () => {
      stopped = true;
      take();
      return longest;
    },
  };
}

async function timed(call: PublicFunction, { argumentsFile, floorFile, rounds }: Task): Promise<Timing> {
  const text = readFileSync(argumentsFile, "latin1");
  const floorText = floorFile === null ? null : readFileSync(floorFile, "latin1");
  const timing = { floor: [] as number[], ownParse: [] as number[], call: [] as number[], whole: [] as number[], longestTask: 0 };
  for (let round = -WARM_UP_ROUNDS; round < rounds; round++) {
    const started = performance.now();
    if (floorText !== null) JSON.parse(floorText);
    const floor = performance.now() - started;

    const begun = performance.now();
    // Fresh arguments for every call: the first read of a row is the expensive one, and Excel never sends a row twice.
    const args = JSON.parse(text) as unknown[];
    const parsed = performance.now();
    const watch = watchTasks();
    const answer = call(...args);
    const result = answer instanceof Promise ? await answer : answer;
    const called = performance.now();
    const longestTask = watch.stop();
    JSON.stringify(result);
    const ended = performance.now();

    if (round < 0) continue;
    timing.longestTask = Math.max(timing.longestTask, longestTask);
    timing.ownParse.push(parsed - begun);
    timing.floor.push(floorText === null ? parsed - begun : floor);
    timing.call.push(called - parsed);
    timing.whole.push(ended - begun);
  }
  return timing;
}

/** Peak of a process that handles one call, or only parses its arguments. */
async function peak(call: PublicFunction, { what, argumentsFile }: Task): Promise<Peak> {
  const args = JSON.parse(readFileSync(argumentsFile, "latin1")) as unknown[];
  if (what === "whole call") JSON.stringify(await call(...args));
  return { peakMegabytes: process.resourceUsage().maxRSS / 1024 };
}

async function main(task: Task): Promise<void> {
  const call = loadFunctions(task.script).get(task.functionId);
  const measured = call === undefined ? null : task.what === "time" ? await timed(call, task) : await peak(call, task);
  process.stdout.write(JSON.stringify(measured));
}

void main(JSON.parse(process.argv[2]) as Task);
