import { amounts, cashFlows, figures, scores } from "./data";

/** Accounts at the three sizes: a large portfolio, a huge one, and every row Excel has. */
export const SIZES = [10_000, 100_000, 1_048_576] as const;
export const FULL_SHEET = 1_048_576;

export interface BenchCase {
  readonly name: string;
  /** Id of the public function. */
  readonly id: string;
  readonly makeArguments: (count: number) => unknown[];
  /** Highest ratio of the function's time to the floor. */
  readonly target?: number;
  /** Highest ratio of the whole call (parse, function, stringify) to the floor. */
  readonly wholeCallTarget?: number;
  /** What counts as the floor: parsing eight figures per account (default) or the function's own arguments. */
  readonly floor?: "figures" | "own";
  /** Sizes to measure; all by default. */
  readonly sizes?: readonly number[];
  /** Sizes at which the target must be reached; all but the smallest by default. */
  readonly targetSizes?: readonly number[];
}

const WEIGHTS = [[25, 15, 10, 20, 5, 10, 5, 10]];
const DIRECTIONS = [[1, 1, 1, 1, -1, 1, 1, -1]];
/** 1,000 draws for each account are the work of one call, so only a usual portfolio is measured. */
const STABILITY_SIZE = [10_000];

/** Every measured function; a new line here is all a new function needs. */
export const CASES: readonly BenchCase[] = [
  { name: "SCORE", id: "SCORE", makeArguments: (n) => [figures(n), WEIGHTS, DIRECTIONS], target: 0.6, wholeCallTarget: 2 },
  { name: "SCORE null cells", id: "SCORE", makeArguments: (n) => [figures(n, null), WEIGHTS, DIRECTIONS], target: 0.6, wholeCallTarget: 2 },
  { name: "SCORE boolean cells", id: "SCORE", makeArguments: (n) => [figures(n, true), WEIGHTS, DIRECTIONS], target: 0.6, wholeCallTarget: 2 },
  { name: "SCORE text cells", id: "SCORE", makeArguments: (n) => [figures(n, "n/a"), WEIGHTS, DIRECTIONS] },
  { name: "SCORE percentile", id: "SCORE", makeArguments: (n) => [figures(n), WEIGHTS, DIRECTIONS, "percentile"] },
  { name: "SCORE zscore", id: "SCORE", makeArguments: (n) => [figures(n), WEIGHTS, DIRECTIONS, "zscore"] },
  { name: "CONTRIBUTIONS", id: "CONTRIBUTIONS", makeArguments: (n) => [figures(n), WEIGHTS, DIRECTIONS] },
  { name: "NORMALIZE", id: "NORMALIZE", makeArguments: (n) => [figures(n), DIRECTIONS] },
  { name: "TOPSIS", id: "TOPSIS", makeArguments: (n) => [figures(n), WEIGHTS, DIRECTIONS], target: 0.7 },
  { name: "RANK", id: "RANK", makeArguments: (n) => [scores(n)], target: 0.4 },
  { name: "TIER", id: "TIER", makeArguments: (n) => [scores(n), [[70], [50], [30]]], target: 0.2 },
  { name: "TIER.QUOTA", id: "TIER.QUOTA", makeArguments: (n) => [scores(n), [[0.05], [0.15], [0.3]]], target: 0.25 },
  { name: "TIER.PARETO", id: "TIER.PARETO", makeArguments: (n) => [amounts(n)], target: 0.45 },
  { name: "TIER.NATURAL", id: "TIER.NATURAL", makeArguments: (n) => [scores(n), 5], target: 2, targetSizes: [100_000] },
  { name: "TIER.CAPACITY", id: "TIER.CAPACITY", makeArguments: (n) => [scores(n), [[120], [40], [8]], n * 20] },
  { name: "TIER.STABILITY", id: "TIER.STABILITY", makeArguments: (n) => [figures(n), WEIGHTS, [[60], [45], [30]], DIRECTIONS], target: 60, sizes: STABILITY_SIZE, targetSizes: STABILITY_SIZE },
  {
    name: "PAYBACK",
    id: "PAYBACK",
    makeArguments: (n) => {
      const { investment, benefits } = cashFlows(n);
      return [investment, benefits, 0.08];
    },
    target: 0.2,
    floor: "own",
  },
  { name: "GATE", id: "GATE", makeArguments: (n) => [figures(n), [[">=", ">=", "filled", ">", "<=", "<>", ">=", "<"]], [[1000, 0.03, "", 0, 30, 0.5, 10, 90000]]] },
];
