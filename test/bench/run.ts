import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildScripts, type BenchScripts } from "./buildScripts";
import { CASES, FULL_SHEET, SIZES, type BenchCase } from "./cases";
import { figures } from "./data";
import type { Peak, Task, Timing } from "./measure";
import { plansReport, plansRun } from "./plansRun";
import { report, type Measurement } from "./report";
import { tieringReport, tieringRun } from "./tieringRun";

/*
 * npm run bench [-- --quick] [-- --only=SCORE,RANK]
 *
 * Measures the shipped functions against parsing their JSON arguments, which no custom function can avoid. --quick leaves
 * out the full sheet; --only measures the cases whose names begin with one of the words (`tiering`: a whole portfolio, from the
 * list to the written results; `plans`: 200 plans in the workbench in a browser, which --quick leaves out).
 */

const quick = process.argv.includes("--quick");
const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length).split(",");
const sizes = SIZES.filter((size) => !quick || size < FULL_SHEET);
const cases = CASES.filter(({ name }) => only === undefined || only.some((word) => name.startsWith(word)));
const folder = resolve(__dirname, "../../.cache/bench");

function roundsFor(count: number): number {
  return count >= FULL_SHEET ? 7 : count >= 100_000 ? 15 : 41;
}

function say(text: string): void {
  process.stdout.write(text);
}

function inProcess<T>(scripts: BenchScripts, task: Omit<Task, "script">): T | null {
  const child = spawnSync(process.execPath, [scripts.measure, JSON.stringify({ ...task, script: scripts.functions })], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 26,
  });
  if (child.status !== 0) throw new Error(`measuring ${task.functionId} failed with ${child.signal ?? child.status}`);
  return JSON.parse(child.stdout) as T | null;
}

function write(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
}

function measured(scripts: BenchScripts, test: BenchCase, count: number, figuresFile: string): Measurement | null {
  const argumentsFile = write("arguments.json", test.makeArguments(count));
  const common = { functionId: test.id, argumentsFile, floorFile: test.floor === "own" ? null : figuresFile, rounds: roundsFor(count) };
  const timing = inProcess<Timing>(scripts, { ...common, what: "time" });
  if (timing === null) return null;
  const peaks = (["parse only", "whole call"] as const).map((what) => inProcess<Peak>(scripts, { ...common, what })!.peakMegabytes);
  return { test, count, timing, parseOnlyMegabytes: peaks[0], wholeCallMegabytes: peaks[1] };
}

/** A whole portfolio, in this process: it has no floor to be compared with, only times within one run. */
async function tierPortfolios(): Promise<void> {
  if (only !== undefined && !only.includes("tiering")) return;
  const runs = [await tieringRun(10_000), await tieringRun(100_000)];
  say(`\nTiering a portfolio, written as values\n${tieringReport(runs)}\n`);
}

/** In a browser, on the whole add-in as it is served. */
async function buildManyPlans(): Promise<void> {
  if (quick || (only !== undefined && !only.includes("plans"))) return;
  say(`\nBuilding 200 plans in the workbench, targets in brackets\n${plansReport(await plansRun())}\n`);
}

async function main(): Promise<void> {
  if (only?.length === 1 && only[0] === "tiering") return tierPortfolios();
  if (only?.length === 1 && only[0] === "plans") return buildManyPlans();
  mkdirSync(folder, { recursive: true });
  say("Building the functions as they ship ...\n");
  const scripts = await buildScripts();
  const measurements: Measurement[] = [];
  for (const count of sizes) {
    const figuresFile = write("floor.json", [figures(count)]);
    for (const test of cases.filter((one) => (one.sizes ?? SIZES).includes(count))) {
      say(`\r${count.toLocaleString("en")} accounts: ${test.name.padEnd(24)}`);
      const measurement = measured(scripts, test, count, figuresFile);
      if (measurement !== null) measurements.push(measurement);
    }
  }
  say(`\r${"".padEnd(60)}\r${report(measurements)}\n`);
  await tierPortfolios();
  await buildManyPlans();
}

void main();
