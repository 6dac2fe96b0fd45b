/** When in its period a benefit counts for discounting: at the end, in the middle or at the start. */
export type Timing = "end" | "mid" | "start";

export const TIMINGS: readonly Timing[] = ["end", "mid", "start"];

/** How many periods before its end a benefit counts: 0, a half or 1. */
export function periodsEarlier(timing: Timing): number {
  if (timing === "start") return 1;
  return timing === "mid" ? 0.5 : 0;
}
