import { FULL_SHEET, SIZES, type BenchCase } from "./cases";
import type { Timing } from "./measure";

export interface Measurement {
  readonly test: BenchCase;
  readonly count: number;
  readonly timing: Timing;
  readonly parseOnlyMegabytes: number;
  readonly wholeCallMegabytes: number;
}

const WHOLE_CALL_MEMORY_TARGET = 1.6;
/** How much faster than the floor a function's time may grow from 100,000 accounts to the full sheet, as an exponent. */
const GROWTH_TARGET = 0.2;
const LONGEST_TASK_TARGET_MS = 50;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median of the rounds' own ratios: what else the machine does hits both sides of a round alike. */
function ratio(times: readonly number[], floors: readonly number[]): number {
  return median(times.map((time, round) => time / floors[round]));
}

const callRatio = ({ timing }: Measurement): number => ratio(timing.call, timing.floor);

function judged(value: number, target: number | undefined, digits = 2): string {
  if (target === undefined) return value.toFixed(digits);
  return `${value.toFixed(digits)} ${value <= target ? "≤" : "> MISSED"} ${target}`;
}

function exponent(smaller: number, larger: number, from: number, to: number): number {
  return Math.log(larger / smaller) / Math.log(to / from);
}

/** Growth of a function between its two largest sizes next to that of its floor. */
function growth(measurements: readonly Measurement[], { test, count }: Measurement): string {
  const previous = measurements.find((one) => one.test === test && one.count === SIZES[SIZES.indexOf(count as (typeof SIZES)[number]) - 1]);
  const current = measurements.find((one) => one.test === test && one.count === count)!;
  if (previous === undefined) return "";
  const floorGrowth = exponent(median(previous.timing.floor), median(current.timing.floor), previous.count, count);
  const beyondFloor = exponent(callRatio(previous), callRatio(current), previous.count, count);
  const own = floorGrowth + beyondFloor;
  if (count < FULL_SHEET || test.target === undefined) return `${own.toFixed(2)} (floor ${floorGrowth.toFixed(2)})`;
  return `${own.toFixed(2)} ${beyondFloor <= GROWTH_TARGET ? "≤" : "> MISSED"} ${floorGrowth.toFixed(2)} + ${GROWTH_TARGET}`;
}

function cells(measurements: readonly Measurement[], measurement: Measurement): string[] {
  const { test, count, timing, parseOnlyMegabytes, wholeCallMegabytes } = measurement;
  const counts = (test.targetSizes ?? SIZES.slice(1)).includes(count);
  const waits = test.id === "TIER.STABILITY";
  return [
    test.name,
    count.toLocaleString("en"),
    median(timing.floor).toFixed(1),
    judged(callRatio(measurement), counts ? test.target : undefined),
    judged(ratio(timing.whole, timing.floor), counts ? test.wholeCallTarget : undefined),
    ratio(timing.call, timing.ownParse).toFixed(2),
    growth(measurements, measurement),
    waits ? judged(timing.longestTask, LONGEST_TASK_TARGET_MS, 0) : timing.longestTask.toFixed(0),
    `${wholeCallMegabytes.toFixed(0)} / ${parseOnlyMegabytes.toFixed(0)} = ${judged(wholeCallMegabytes / parseOnlyMegabytes, count === FULL_SHEET ? WHOLE_CALL_MEMORY_TARGET : undefined)}`,
  ];
}

const HEADINGS = ["function", "accounts", "floor ms", "call / floor", "whole call / floor", "call / own parse", "growth exponent", "longest task ms", "peak MB: call / parse only"];

/** The table of all results. A missed target says so in its place. */
export function report(measurements: readonly Measurement[]): string {
  const sorted = [...measurements].sort((a, b) => measurements.findIndex((one) => one.test === a.test) - measurements.findIndex((one) => one.test === b.test) || a.count - b.count);
  const rows = [HEADINGS, ...sorted.map((measurement) => cells(measurements, measurement))];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => row.map((text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join("  "));
  const missed = rows.flatMap((row) => row.filter((text) => text.includes("MISSED"))).length;
  return [
    ...lines,
    "",
    "floor = JSON.parse of eight figures per account (of its own arguments for PAYBACK); ratios are medians of rounds on freshly parsed arguments.",
    missed === 0 ? "Every target is reached." : `${missed} target${missed === 1 ? " is" : "s are"} missed.`,
  ].join("\n");
}
